// Package linear is the arithmetic of the models: linear classifiers over hashed
// features, trained as averaged perceptrons (Collins 2002) and stored small.
//
// A [Feature] is the hash of a template and its values. A [Trainer] learns one
// weight per feature and class and makes a [Model] of their averages; a Model
// adds up scores without allocating and is written as a few megabytes at most
// ([Model.Bytes], [Read]). [Chain] and [ChainTrainer] label sequences.
//
// Training is deterministic: the same updates in the same order give the same bytes.
package linear

import (
	"math/bits"

	"github.com/zeebo/xxh3"
)

// Feature is the hash of a feature: its template and the values filled in.
// Only half of its bits tell features apart in a model.
type Feature uint64

// New returns the feature of a template without values. Templates are small
// numbers that the caller gives out.
func New(template int) Feature { return Feature(template + 1).With(0x2545f4914f6cdd1d) }

// With returns the feature with one more value. The order of values counts.
func (f Feature) With(value uint64) Feature {
	hi, lo := bits.Mul64(uint64(f)^0xa0761d6478bd642f, value^0xe7037ed1a0b428db)
	return Feature(hi ^ lo)
}

// Value is the hash of a string, for [Feature.With].
func Value(s string) uint64 { return xxh3.HashString(s) }

// key is what a model stores of a feature; never 0.
func (f Feature) Key() uint32 { return max(1, uint32(uint64(f)*0x9e3779b97f4a7c15>>32)) }
