package linear

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
)

// LaneCount is how many scores a row of [Lanes] holds.
const LaneCount = 7

// Lanes is a table of hashed features with up to seven weights each, one byte to
// a weight, so that one addition adds up four of them. Each row also holds eight
// more bits of its feature's hash, by which features that training never kept
// are told from those that share their place.
//
// A key of a feature is 32 bits: the low eight are the check, the bits above
// them the place. It may be used by many goroutines at once.
type Lanes struct {
	rows []uint64
	mask uint32
	Unit float32 // a weight of 1 in the table stands for Unit
}

// check returns the check bits of a key; 0 marks an empty row.
func check(key uint32) uint32 { return max(1, key&0xff) }

const evenBytes = 0x00ff00ff00ff00ff

// Score returns the sums of the weights of at most 256 features.
func (m *Lanes) Score(keys []uint32) (sum [LaneCount]int32) {
	var even, odd, hits uint64
	rows, mask := m.rows, m.mask
	for _, key := range keys {
		row := rows[int(key>>8&mask)]
		same := uint64((int64(uint32(row)&0xff^check(key)) - 1) >> 63) // all ones where the check is right
		row &= same
		hits += same & 1
		even += row & evenBytes
		odd += row >> 8 & evenBytes
	}
	zero := int32(hits) * 128
	sum[0] = int32(odd&0xffff) - zero
	sum[1] = int32(even>>16&0xffff) - zero
	sum[2] = int32(odd>>16&0xffff) - zero
	sum[3] = int32(even>>32&0xffff) - zero
	sum[4] = int32(odd>>32&0xffff) - zero
	sum[5] = int32(even>>48) - zero
	sum[6] = int32(odd>>48) - zero
	return sum
}

// Bytes returns the table in its stored form, uncompressed: unit, then row by
// row the checks, then lane by lane the weights, which compresses best.
func (m *Lanes) Bytes() []byte {
	n := len(m.rows)
	b := make([]byte, 8, 8+8*n)
	binary.LittleEndian.PutUint32(b, math.Float32bits(m.Unit))
	binary.LittleEndian.PutUint32(b[4:], uint32(n))
	for lane := range 8 {
		for _, row := range m.rows {
			x := byte(row >> (8 * lane))
			if lane > 0 && row&0xff != 0 {
				x -= 128
			}
			b = append(b, x)
		}
	}
	return b
}

// ReadLanes reads a table from the front of b and returns the rest.
func ReadLanes(b []byte) (*Lanes, []byte, error) {
	if len(b) < 8 {
		return nil, nil, errors.New("read lanes: data ends early")
	}
	m := &Lanes{Unit: math.Float32frombits(binary.LittleEndian.Uint32(b))}
	n := int(binary.LittleEndian.Uint32(b[4:]))
	if b = b[8:]; n <= 0 || n&(n-1) != 0 || n > len(b)/8 {
		return nil, nil, fmt.Errorf("read lanes: %d rows in %d bytes", n, len(b))
	}
	m.rows, m.mask = make([]uint64, n), uint32(n-1)
	i := 0
	for ; i+8 <= n; i += 8 {
		// Eight bytes of each lane become eight rows.
		rows := (*[8]uint64)(m.rows[i:])
		for lane := range rows {
			rows[lane] = binary.LittleEndian.Uint64(b[lane*n+i:])
		}
		transpose(rows)
		for k, row := range rows {
			rows[k] = shifted(row)
		}
	}
	for ; i < n; i++ {
		row := uint64(0)
		for lane := range 8 {
			row |= uint64(b[lane*n+i]) << (8 * lane)
		}
		m.rows[i] = shifted(row)
	}
	return m, b[8*n:], nil
}

// shifted returns a stored row with 128 added to each weight, or 0 for an empty one.
func shifted(row uint64) uint64 {
	full := ^uint64(int64(row&0xff-1) >> 63) // no bit where the check is 0, all where it is not
	return (row ^ 0x8080808080808000) & full
}

// transpose exchanges rows and columns of eight times eight bytes (Warren,
// Hacker's Delight, 7-3, for bytes in place of bits).
func transpose(x *[8]uint64) {
	for i := 0; i < 8; i += 2 {
		t := (x[i]>>8 ^ x[i+1]) & 0x00ff00ff00ff00ff
		x[i], x[i+1] = x[i]^t<<8, x[i+1]^t
	}
	for _, i := range [4]int{0, 1, 4, 5} {
		t := (x[i]>>16 ^ x[i+2]) & 0x0000ffff0000ffff
		x[i], x[i+2] = x[i]^t<<16, x[i+2]^t
	}
	for i := range 4 {
		t := (x[i]>>32 ^ x[i+4]) & 0x00000000ffffffff
		x[i], x[i+4] = x[i]^t<<32, x[i+4]^t
	}
}

// LaneTrainer learns the weights of [Lanes] by gradient steps that grow smaller
// for each weight by itself (AdaGrad; Duchi, Hazan and Singer 2011), and averages
// them over all examples. Places in
// the table are given to features before training, by [LaneTrainer.Count] and
// [LaneTrainer.Settle], so that training sees what scoring will see.
type LaneTrainer struct {
	mask    uint32
	counts  []uint8 // by place and check
	checks  []uint8
	weight  []float32
	total   []float32
	squares []float32
	steps   float32
	Rate    float32 // size of a first step of 1
}

// Nowhere is the place of a feature that the table does not keep.
const Nowhere = -1

// NewLaneTrainer returns a trainer of a table of 1<<bits rows.
func NewLaneTrainer(bits int) *LaneTrainer {
	n := 1 << bits
	return &LaneTrainer{mask: uint32(n - 1), counts: make([]uint8, n<<8), steps: 1}
}

// Count takes note of features that occur in the training data.
func (t *LaneTrainer) Count(keys []uint32) {
	for _, key := range keys {
		if c := &t.counts[key>>8&t.mask<<8|check(key)]; *c < 255 {
			*c++
		}
	}
}

// Settle gives each place to the most frequent of its features that occurs at least least times.
func (t *LaneTrainer) Settle(least int) (kept int) {
	n := int(t.mask) + 1
	t.checks = make([]uint8, n)
	for place := range n {
		best := uint8(max(1, least) - 1)
		for c, count := range t.counts[place<<8:][:256] {
			if count > best {
				best, t.checks[place] = count, uint8(c)
			}
		}
		if t.checks[place] != 0 {
			kept++
		}
	}
	t.counts = nil
	t.weight, t.total = make([]float32, n*8), make([]float32, n*8)
	t.squares = make([]float32, n*8)
	return kept
}

// Places replaces keys by the places of the features that are kept.
func (t *LaneTrainer) Places(keys []uint32, places []int32) []int32 {
	for _, key := range keys {
		if p := key >> 8 & t.mask; uint32(t.checks[p]) == check(key) {
			places = append(places, int32(p))
		}
	}
	return places
}

// Score returns the sums of the weights at places.
func (t *LaneTrainer) Score(places []int32) (sum [LaneCount]float32) {
	for _, p := range places {
		row := t.weight[int(p)*8:][:8]
		for lane := range sum {
			sum[lane] += row[lane]
		}
	}
	return sum
}

// Update moves a lane of the features at places along a gradient.
func (t *LaneTrainer) Update(places []int32, lane int, gradient float32) {
	for _, p := range places {
		i := int(p)*8 + lane
		t.squares[i] += gradient * gradient
		d := t.Rate * gradient / float32(math.Sqrt(float64(1+t.squares[i])))
		t.weight[i] += d
		t.total[i] += t.steps * d
	}
}

// Step ends an example: the averages count the weights once more.
func (t *LaneTrainer) Step() { t.steps++ }

// faint is the size in units of weights that are left out: they tell nothing,
// and without them a table is a fifth smaller.
const faint = 2

// Lanes returns the table of the averaged weights. The weights beyond the
// clip-th part of all that are not zero, by size, are cut to its edge, which
// leaves the others a finer unit.
func (t *LaneTrainer) Lanes(clip float64) *Lanes {
	n := int(t.mask) + 1
	average := make([]float32, len(t.weight))
	var most float32
	for i, w := range t.weight {
		average[i] = w - t.total[i]/t.steps
		most = max(most, abs(average[i]))
	}
	const bins = 1 << 14
	histogram := make([]int, bins+1)
	count := 0
	for _, a := range average {
		if a != 0 {
			histogram[int(abs(a)/most*bins)]++
			count++
		}
	}
	edge, left := bins, int(float64(count)*(1-clip))
	for ; edge > 1 && left >= histogram[edge]; edge-- {
		left -= histogram[edge]
	}
	m := &Lanes{rows: make([]uint64, n), mask: t.mask, Unit: max(most*float32(edge)/bins/127, 1e-9)}
	for place := range n {
		if t.checks[place] == 0 {
			continue
		}
		row, any := uint64(t.checks[place]), false
		for lane := range LaneCount {
			q := int(math.Round(float64(average[place*8+lane] / m.Unit)))
			q = max(-127, min(127, q))
			if -faint <= q && q <= faint {
				q = 0
			}
			any = any || q != 0
			row |= uint64(q+128) << (8 * (lane + 1))
		}
		if any {
			m.rows[place] = row
		}
	}
	return m
}

func abs(x float32) float32 { return max(x, -x) }
