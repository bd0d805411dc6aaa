package lang

// recaller joins to each token's state the mean of the states at the other places
// where its word stands in the text.
type recaller struct {
	slots map[uint64]int32
	of    []int32 // the slot of each token, or -1
	count []float32
	sums  []float32
	joint []float32
}

func (r *recaller) join(h []float32, words []uint64, texts []int) []float32 {
	r.of, r.count = r.of[:0], r.count[:0]
	if r.slots == nil {
		r.slots = map[uint64]int32{}
	}
	begin := 0
	for _, end := range texts {
		clear(r.slots)
		for i := begin; i < end; i++ {
			word := words[i]
			if word == 0 {
				r.of = append(r.of, -1)
				continue
			}
			s, ok := r.slots[word]
			if !ok {
				s = int32(len(r.count))
				r.slots[word] = s
				r.count = append(r.count, 0)
			}
			r.count[s]++
			r.of = append(r.of, s)
		}
		begin = end
	}
	sums := fitf(&r.sums, len(r.count)*wordSize)
	for i, s := range r.of {
		if s >= 0 && r.count[s] > 1 {
			for k, v := range h[i*wordSize:][:wordSize] {
				sums[int(s)*wordSize+k] += v
			}
		}
	}
	joint := grow(&r.joint, len(r.of)*2*wordSize)
	for i, s := range r.of {
		to, from := joint[i*2*wordSize:][:2*wordSize], h[i*wordSize:][:wordSize]
		copy(to, from)
		if s >= 0 && r.count[s] > 1 {
			scale := 1 / (r.count[s] - 1)
			for k, v := range sums[int(s)*wordSize:][:wordSize] {
				to[wordSize+k] = float32((v - from[k]) * scale)
			}
		} else {
			clear(to[wordSize:])
		}
	}
	return joint
}

// back adds to dh what comes back through the joint states.
func (r *recaller) back(dh, djoint []float32) {
	sums := fitf(&r.sums, len(r.count)*wordSize)
	for i, s := range r.of {
		if s >= 0 && r.count[s] > 1 {
			for k, v := range djoint[i*2*wordSize+wordSize:][:wordSize] {
				sums[int(s)*wordSize+k] += v
			}
		}
	}
	for i, s := range r.of {
		to, from := dh[i*wordSize:][:wordSize], djoint[i*2*wordSize:][:2*wordSize]
		for k := range to {
			to[k] += from[k]
		}
		if s >= 0 && r.count[s] > 1 {
			scale := 1 / (r.count[s] - 1)
			for k, v := range sums[int(s)*wordSize:][:wordSize] {
				to[k] += float32((v - from[wordSize+k]) * scale)
			}
		}
	}
}
