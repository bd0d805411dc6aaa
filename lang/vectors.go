package lang

import (
	_ "embed"
	"encoding/binary"
	"errors"
	"strings"
	"sync"

	"rapporteur/internal/linear"
)

// vectors are embeddings of frequent words, learned from plain text; see model/vectors.md.
type vectors struct {
	index  map[string]int32
	dim    int
	values []int8 // dim to a word, in units of 1/16
}

// VectorUnit is the size of a step in a word vector.
const VectorUnit = 1.0 / 16

const vectorUnit = VectorUnit

//go:embed model/vectors.bin
var storedVectors []byte

var loadVectors = sync.OnceValue(func() *vectors {
	v, err := readVectors(storedVectors)
	if err != nil {
		panic(err) // the file is part of the program
	}
	return v
})

// readVectors decodes a zstd frame of three numbers of four bytes (words,
// dimensions, bytes of the words), the words, a line each, and their values by dimension.
func readVectors(stored []byte) (*vectors, error) {
	b, err := linear.Decompress(stored)
	if err != nil {
		return nil, err
	}
	if len(b) < 12 {
		return nil, errors.New("read vectors: the data end too early")
	}
	n, dim, size := int(binary.LittleEndian.Uint32(b)), int(binary.LittleEndian.Uint32(b[4:])), int(binary.LittleEndian.Uint32(b[8:]))
	b = b[12:]
	if n*dim+size != len(b) {
		return nil, errors.New("read vectors: the data do not have the size that they state")
	}
	v := &vectors{index: make(map[string]int32, n), dim: dim, values: make([]int8, n*dim)}
	for i, w := range strings.Split(string(b[:size]), "\n") {
		v.index[w] = int32(i)
	}
	b = b[size:]
	const some = 64 // words at once, whose values stay near the processor
	for from := 0; from < n; from += some {
		end := min(from+some, n)
		for k := range dim {
			to := v.values[from*dim+k:]
			for i, x := range b[k*n+from : k*n+end] {
				to[i*dim] = int8(x)
			}
		}
	}
	return v, nil
}

// VectorSize is the number of dimensions of a word vector.
const VectorSize = 50

// Vector returns the embedding of a word in lower case, in units of 1/16; nil for
// a word that has none. It must not be changed.
func Vector(form string) []int8 {
	v := loadVectors()
	i, ok := v.index[form]
	if !ok {
		return nil
	}
	return v.values[int(i)*v.dim : int(i+1)*v.dim]
}
