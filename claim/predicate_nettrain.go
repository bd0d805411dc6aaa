package claim

import (
	"math"
	"math/rand/v2"
	"slices"

	"rapporteur/internal/neural"
	"rapporteur/lang"
)

// netHidden is the size of the hidden layer.
const netHidden = 64

// Training parameters of the network, found by cross-validation on the marked reports.
const (
	netLeast  = 3 // times that a trait occurs at least
	netPasses = 8
	netRate   = 0.005
	netDrop   = 0.25 // of hidden units
	netForget = 0.1  // of traits
	netBlind  = 0.05 // of word vectors
	netSkip   = 0.6  // of the predicates without a line, in each pass
)

const (
	netBatch  = 128
	netWarm   = 100 // steps over which the rate rises
	netCoarse = 4   // steps of an embedding that are stored as one
)

// netTrainer is the network while it learns.
type netTrainer struct {
	keys   []uint32
	rows   map[uint32]int32
	table  *neural.Param // traits × hidden
	vector *neural.Param // netInput × hidden
	bias   *neural.Param
	out    *neural.Param // hidden × netOutput
	last   *neural.Param
	from   [kindCount + 1]int
	adam   neural.Adam
	rng    *rand.Rand

	kept                 [][]int32 // rows of the table that each example of the batch has
	input, hidden, score []float32
	mask, back           []float32
	turned               []float32
}

func newNetTrainer(samples []predicateSample, seed uint64) *netTrainer {
	rng := rand.New(rand.NewPCG(seed, 5))
	n := &netTrainer{rows: map[uint32]int32{}, rng: rng, kept: make([][]int32, netBatch)}
	counts := map[uint32]int{}
	for _, s := range samples {
		for _, a := range s.atoms {
			counts[a]++
		}
	}
	for k, c := range counts {
		if c >= netLeast {
			n.keys = append(n.keys, k)
		}
	}
	slices.Sort(n.keys)
	for i, k := range n.keys {
		n.rows[k] = int32(i)
	}
	n.table = neural.NewTable(rng, len(n.keys), netHidden, 0.02)
	n.vector = neural.NewParam(rng, netInput, netHidden, 0.5/math.Sqrt(netInput))
	n.bias = neural.NewParam(rng, 1, netHidden, 0)
	n.out = neural.NewParam(rng, netHidden, netOutput, 1/math.Sqrt(netHidden))
	n.last = neural.NewParam(rng, 1, netOutput, 0)
	n.from[0] = kindCount
	for k := range kindCount {
		n.from[k+1] = n.from[k] + len(predicateClasses[k])
		n.last.W[k] = -3
	}
	n.input, n.hidden, n.score = make([]float32, netBatch*netInput), make([]float32, netBatch*netHidden), make([]float32, netBatch*netOutput)
	n.mask, n.back = make([]float32, netBatch*netHidden), make([]float32, netBatch*netHidden)
	n.turned = make([]float32, max(netBatch*netInput, netHidden*netOutput))
	return n
}

// trainNet learns the network. Predicates without a line are most; each pass sees
// some of them, with more weight.
func trainNet(samples []predicateSample, seed uint64, tell func(format string, args ...any)) *netTrainer {
	n := newNetTrainer(samples, seed)
	for i := range samples {
		s := &samples[i]
		s.rows = s.rows[:0]
		for _, a := range s.atoms {
			if r, ok := n.rows[a]; ok {
				s.rows = append(s.rows, r)
			}
		}
	}
	var order []int
	steps := 0
	for pass := range netPasses {
		order = order[:0]
		for i, s := range samples {
			if s.kind >= 0 || n.rng.Float64() >= netSkip {
				order = append(order, i)
			}
		}
		n.rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		loss := 0.0
		for from := 0; from < len(order); from += netBatch {
			batch := order[from:min(from+netBatch, len(order))]
			n.forward(samples, batch)
			loss += n.backward(samples, batch)
			steps++
			done := (float64(pass) + float64(from)/float64(len(order))) / float64(netPasses)
			n.adam.Rate = netRate * min(1, float64(steps)/netWarm) * max(0.01, 1-done)
			n.adam.Begin()
			for _, p := range []*neural.Param{n.table, n.vector, n.bias, n.out, n.last} {
				n.adam.Update(p, 1/float32(len(batch)))
			}
		}
		tell("network: pass %d of %d, loss %.4f", pass+1, netPasses, loss/float64(len(order)))
	}
	return n
}

// forward computes the scores of a batch with some of what is known left out at random.
func (n *netTrainer) forward(samples []predicateSample, batch []int) {
	m := len(batch)
	clear(n.input)
	for b, o := range batch {
		s := &samples[o]
		x := n.input[b*netInput:][:netInput]
		s.vectors(x)
		for k := range int(slotCount) {
			if n.rng.Float64() < netBlind {
				clear(x[k*lang.VectorSize:][:lang.VectorSize])
			}
		}
		h := n.hidden[b*netHidden:][:netHidden]
		copy(h, n.bias.W)
		n.kept[b] = n.kept[b][:0]
		for _, r := range s.rows {
			if n.rng.Float64() < netForget {
				continue
			}
			n.kept[b] = append(n.kept[b], r)
			for k, v := range n.table.Row(int(r)) {
				h[k] += v
			}
		}
		copy(n.score[b*netOutput:][:netOutput], n.last.W)
	}
	h := n.hidden[:m*netHidden]
	neural.Multiply(h, n.input, n.vector.W, m, netInput, netHidden)
	for k := range h {
		n.mask[k] = 0
		if h[k] > 0 && n.rng.Float64() >= netDrop {
			n.mask[k] = float32(1 / (1 - netDrop))
		}
		h[k] *= n.mask[k]
	}
	neural.Multiply(n.score, h, n.out.W, m, netHidden, netOutput)
}

// backward finds the gradients of the batch that forward saw last.
func (n *netTrainer) backward(samples []predicateSample, batch []int) (loss float64) {
	m := len(batch)
	for b, o := range batch {
		g := n.score[b*netOutput:][:netOutput]
		loss += n.gradient(g, &samples[o])
		for k, v := range g {
			n.last.G[k] += v
		}
	}
	neural.Transpose(n.turned, n.hidden[:m*netHidden], m, netHidden)
	neural.Multiply(n.out.G, n.turned, n.score, netHidden, m, netOutput)
	neural.Transpose(n.turned, n.out.W, netHidden, netOutput)
	d := n.back[:m*netHidden]
	clear(d)
	neural.Multiply(d, n.score, n.turned, m, netOutput, netHidden)
	for k := range d {
		d[k] *= n.mask[k]
	}
	for b := range m {
		row := d[b*netHidden:][:netHidden]
		for k, v := range row {
			n.bias.G[k] += v
		}
		for _, r := range n.kept[b] {
			n.table.AddRow(int(r), row)
		}
	}
	neural.Transpose(n.turned, n.input[:m*netInput], m, netInput)
	neural.Multiply(n.vector.G, n.turned, d, netInput, m, netHidden)
	return loss
}

// gradient replaces scores by the gradient of their loss.
func (n *netTrainer) gradient(g []float32, s *predicateSample) (loss float64) {
	weight := float32(1)
	if s.kind < 0 {
		weight = float32(1 / (1 - netSkip))
	}
	for k := range kindCount {
		p := sigmoid(g[k])
		if s.kind == k {
			loss -= math.Log(max(1e-6, float64(p)))
			p--
		}
		g[k] = p * weight
	}
	for k := range kindCount {
		row := g[n.from[k]:n.from[k+1]]
		if s.kind != k || s.class < 0 {
			clear(row)
			continue
		}
		softmax(row)
		loss -= math.Log(max(1e-6, float64(row[s.class])))
		row[s.class]--
	}
	clear(g[n.from[kindCount]:])
	return loss
}
