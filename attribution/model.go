package attribution

import (
	_ "embed"
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"sync"

	"github.com/klauspost/compress/zstd"

	"rapporteur/internal/linear"
)

// model is everything that was learned. See MODEL.md for the data.
type model struct {
	cues   *linear.Lanes // is a token the head of a cue
	second *linear.Lanes // the same, given what else may be one
	nested *linear.Lanes // the same inside a content
	extent *linear.Lanes // how far a cue stretches
	parts  *linear.Lanes // source and content of a cue
	step   [states][states]int32
	// From margin to probability, and the least probability that is believed: at the top and inside contents.
	top, inner odds
}

// odds turn the margin of a cue into a probability: 1/(1+exp(-(Slope*margin+Shift))).
type odds struct{ Slope, Shift, Least float64 }

func (o odds) of(margin float64) float64 { return 1 / (1 + math.Exp(-(o.Slope*margin + o.Shift))) }

// marginOf returns the margin that has a probability.
func (o odds) marginOf(p float64) float64 {
	p = max(1e-6, min(1-1e-6, p))
	return (math.Log(p/(1-p)) - o.Shift) / o.Slope
}

//go:embed model.zst
var modelBytes []byte

// trained returns the embedded model, decoded on first use.
var trained = sync.OnceValue(func() *model {
	m, err := readModel(modelBytes)
	if err != nil {
		panic("attribution: " + err.Error()) // the program was built with a broken file
	}
	return m
})

// Warm decodes the models, as their first use would: call it beside other work.
func Warm() { trained() }

func (m *model) bytes() []byte {
	var b []byte
	for _, o := range []odds{m.top, m.inner} {
		for _, x := range []float64{o.Slope, o.Shift, o.Least} {
			b = binary.LittleEndian.AppendUint64(b, math.Float64bits(x))
		}
	}
	for a := range m.step {
		for _, x := range m.step[a] {
			b = binary.LittleEndian.AppendUint32(b, uint32(x))
		}
	}
	for _, l := range []*linear.Lanes{m.cues, m.second, m.nested, m.extent, m.parts} {
		b = append(b, l.Bytes()...)
	}
	w, _ := zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedBestCompression), zstd.WithEncoderConcurrency(1))
	return w.EncodeAll(b, nil)
}

func readModel(compressed []byte) (*model, error) {
	r, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(256<<20))
	if err != nil {
		return nil, fmt.Errorf("read model: %w", err)
	}
	defer r.Close()
	b, err := r.DecodeAll(compressed, nil)
	if err != nil {
		return nil, fmt.Errorf("read model: %w; train it again with lab train attribution", err)
	}
	m := &model{}
	if len(b) < 2*3*8+int(states)*int(states)*4 {
		return nil, errors.New("read model: data ends early")
	}
	for _, o := range []*odds{&m.top, &m.inner} {
		for _, x := range []*float64{&o.Slope, &o.Shift, &o.Least} {
			*x = math.Float64frombits(binary.LittleEndian.Uint64(b))
			b = b[8:]
		}
	}
	for a := range m.step {
		for s := range m.step[a] {
			m.step[a][s] = int32(binary.LittleEndian.Uint32(b))
			b = b[4:]
		}
	}
	for _, l := range []**linear.Lanes{&m.cues, &m.second, &m.nested, &m.extent, &m.parts} {
		if *l, b, err = linear.ReadLanes(b); err != nil {
			return nil, fmt.Errorf("read model: %w", err)
		}
	}
	return m, nil
}
