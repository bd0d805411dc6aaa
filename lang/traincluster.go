package lang

import (
	"cmp"
	"math"
	"slices"
	"unicode"
	"unicode/utf8"
)

// Clusters of words are learned from plain text by exchange (Kneser and Ney 1993;
// Martin, Liermann and Ney 1998): each word moves to the class where a bigram
// model of classes explains the text best.

// TrainClusters learns clusters of several sizes from texts and returns their file.
func TrainClusters(texts []string, sizes []int, progress func(size, round, moved int)) []byte {
	v := readVocabulary(texts)
	classes := make([][]uint16, len(sizes))
	for i, size := range sizes {
		classes[i] = v.exchange(size, 14, progress)
	}
	return storeClusters(v.forms, classes)
}

// vocabulary holds the words of texts, commonest first, and which stand side by side.
type vocabulary struct {
	forms []string
	count []int
	next  [][]neighbour // by word; the number len(forms) is the edge of a sentence or a rare word
	prev  [][]neighbour
}

type neighbour struct{ word, count int32 }

const rarest = 3 // words that are rarer have no cluster

func readVocabulary(texts []string) *vocabulary {
	var sentences [][]string
	middle := map[string]int{} // how often a form stands within a sentence
	for _, text := range texts {
		d := Segment(text)
		for _, s := range d.Sentences {
			words := make([]string, 0, s.Len())
			first := true
			for i := s.Start; i < s.End; i++ {
				w := clusterForm(d.Form(i))
				if !first {
					middle[w]++
				} else if r, _ := utf8.DecodeRuneInString(w); unicode.IsLetter(r) {
					first = false
					w = "\x00" + w // to be put in lower case where that is commoner
				}
				words = append(words, w)
			}
			sentences = append(sentences, words)
		}
	}
	count := map[string]int{}
	for _, words := range sentences {
		for i, w := range words {
			if w[0] == 0 {
				w = w[1:]
				if low := lowerForm(w); middle[low] > middle[w] {
					w = low
				}
				words[i] = w
			}
			count[w]++
		}
	}
	v := &vocabulary{}
	for w, n := range count {
		if n >= rarest {
			v.forms = append(v.forms, w)
		}
	}
	slices.SortFunc(v.forms, func(a, b string) int { return cmp.Or(cmp.Compare(count[b], count[a]), cmp.Compare(a, b)) })
	index := map[string]int32{}
	for i, w := range v.forms {
		index[w] = int32(i)
	}
	n := len(v.forms)
	v.count = make([]int, n+1)
	pairs := map[[2]int32]int32{}
	for _, words := range sentences {
		before := int32(n)
		for _, w := range words {
			now, ok := index[w]
			if !ok {
				now = int32(n)
			}
			v.count[now]++
			pairs[[2]int32{before, now}]++
			before = now
		}
		pairs[[2]int32{before, int32(n)}]++
	}
	order := make([][2]int32, 0, len(pairs))
	for p := range pairs {
		order = append(order, p)
	}
	slices.SortFunc(order, func(a, b [2]int32) int { return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1])) })
	v.next, v.prev = make([][]neighbour, n+1), make([][]neighbour, n+1)
	for _, p := range order {
		v.next[p[0]] = append(v.next[p[0]], neighbour{p[1], pairs[p]})
		v.prev[p[1]] = append(v.prev[p[1]], neighbour{p[0], pairs[p]})
	}
	return v
}

// exchange returns the class of each word.
func (v *vocabulary) exchange(size, rounds int, progress func(size, round, moved int)) []uint16 {
	n := len(v.forms)
	class := make([]uint16, n+1)
	for i := range n {
		class[i] = uint16(i % size)
	}
	class[n] = uint16(size)
	width := size + 1
	pairs := make([]int32, width*width) // of classes
	back := make([]int32, width*width)  // the same, transposed
	total := make([]int64, width)
	for a := range n + 1 {
		total[class[a]] += int64(v.count[a])
		for _, b := range v.next[a] {
			pairs[int(class[a])*width+int(class[b.word])] += b.count
			back[int(class[b.word])*width+int(class[a])] += b.count
		}
	}
	table := make([]float64, 1<<16)
	for i := range table {
		table[i] = xlogx(float64(i))
	}
	f := func(x int32) float64 {
		if int(x) < len(table) {
			return table[x]
		}
		return xlogx(float64(x))
	}
	right, left := make([]int32, width), make([]int32, width)
	var rights, lefts []uint16
	for round := range rounds {
		moved := 0
		for w := range n {
			rights, lefts = rights[:0], lefts[:0]
			var self int32
			for _, b := range v.next[w] {
				if int(b.word) == w {
					self = b.count
					continue
				}
				c := class[b.word]
				if right[c] == 0 {
					rights = append(rights, c)
				}
				right[c] += b.count
			}
			for _, a := range v.prev[w] {
				if int(a.word) == w {
					continue
				}
				c := class[a.word]
				if left[c] == 0 {
					lefts = append(lefts, c)
				}
				left[c] += a.count
			}
			from := int(class[w])
			shift := func(c int, sign int32) {
				for _, g := range rights {
					pairs[c*width+int(g)] += sign * right[g]
					back[int(g)*width+c] += sign * right[g]
				}
				for _, g := range lefts {
					pairs[int(g)*width+c] += sign * left[g]
					back[c*width+int(g)] += sign * left[g]
				}
				pairs[c*width+c] += sign * self
				back[c*width+c] += sign * self
				total[c] += int64(sign) * int64(v.count[w])
			}
			shift(from, -1)
			best, top := from, math.Inf(-1)
			count := int64(v.count[w])
			for c := range size {
				row, column := pairs[c*width:][:width], back[c*width:][:width]
				gain := -2 * (xlogxInt(total[c]+count, table) - xlogxInt(total[c], table))
				for _, g := range rights {
					gain += f(row[g]+right[g]) - f(row[g])
				}
				for _, g := range lefts {
					gain += f(column[g]+left[g]) - f(column[g])
				}
				if gain > top {
					best, top = c, gain
				}
			}
			shift(best, 1)
			if best != from {
				class[w] = uint16(best)
				moved++
			}
			for _, g := range rights {
				right[g] = 0
			}
			for _, g := range lefts {
				left[g] = 0
			}
		}
		progress(size, round, moved)
		if moved*100 < n {
			break
		}
	}
	return class[:n]
}

func xlogx(x float64) float64 {
	if x <= 0 {
		return 0
	}
	return x * math.Log(x)
}

func xlogxInt(x int64, table []float64) float64 {
	if x < int64(len(table)) {
		return table[max(0, x)]
	}
	return xlogx(float64(x))
}
