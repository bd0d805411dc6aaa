package attribution

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"rapporteur/lang"
)

// PronounText is a text in which it is known for some pronouns whom they stand for.
type PronounText struct {
	Doc      *lang.Doc
	Pronouns []MarkedPronoun // in order of the text
}

// MarkedPronoun is a pronoun with the ranges of tokens that name whom it stands
// for, and of others that it does not stand for.
type MarkedPronoun struct {
	Token        int
	Right, Wrong []lang.Range
	Whole        bool // Right is all there is: what lies outside of it is wrong
}

// lessonOf is one pronoun to learn from: candidates by their features, and which of them are right.
type lessonOf struct {
	features [][]uint16
	right    []bool
}

// TrainPronouns learns the weights of the ranker of antecedents and returns the
// text of data/pronouns.txt. It maximises the logarithm of the probability of the
// right candidates by stochastic gradient ascent with AdaGrad, in two rounds: the
// second one resolves the pronouns in between with the weights of the first.
func TrainPronouns(texts []PronounText, progress func(string)) []byte {
	weights := make([]float64, templates*templateSize)
	for round := range 2 {
		var lessons []lessonOf
		for _, t := range texts {
			l := lessonsOf(t, weights)
			lessons = append(lessons, l...)
			if len(t.Pronouns) == 1 {
				lessons = append(lessons, l...) // a text marked for one pronoun's sake counts three times
				lessons = append(lessons, l...)
			}
		}
		weights = make([]float64, templates*templateSize)
		sums := make([]float64, len(weights))
		gradient := make([]float64, len(weights))
		const rate, decay, epochs = 0.15, 0.1, 10
		average := make([]float64, len(weights))
		for epoch := range epochs {
			loss := 0.0
			for n := range lessons {
				// A fixed walk through the lessons, another one in each epoch.
				l := &lessons[(n*7919+epoch*104729)%len(lessons)]
				p := make([]float64, len(l.features))
				top := math.Inf(-1)
				for c, f := range l.features {
					for _, x := range f {
						p[c] += weights[x]
					}
					top = max(top, p[c])
				}
				all, right := 0.0, 0.0
				for c := range p {
					p[c] = math.Exp(p[c] - top)
					all += p[c]
					if l.right[c] {
						right += p[c]
					}
				}
				loss -= math.Log(right / all)
				var touched []uint16
				for c, f := range l.features {
					g := -p[c] / all
					if l.right[c] {
						g += p[c] / right
					}
					for _, x := range f {
						if gradient[x] == 0 {
							touched = append(touched, x)
						}
						gradient[x] += g
					}
				}
				for _, x := range touched {
					g := gradient[x] - decay*weights[x]
					gradient[x] = 0
					sums[x] += g * g
					if sums[x] > 0 {
						weights[x] += rate * g / (1e-3 + math.Sqrt(sums[x]))
					}
				}
			}
			for x := range average {
				if epoch >= epochs/2 {
					average[x] += weights[x] / (epochs - epochs/2)
				}
			}
			if progress != nil {
				progress(fmt.Sprintf("pronouns: round %d, epoch %d, %d pronouns, loss %.4f", round+1, epoch+1, len(lessons), loss/float64(len(lessons))))
			}
		}
		weights = average
	}
	var b strings.Builder
	b.WriteString("# Weights of the ranker of antecedents: template, value, weight. Written by: lab train pronouns.\n")
	b.WriteString("# Trained on GUM (annotations CC BY 4.0) and the validation set of GAP (Apache-2.0).\n")
	for x, w := range weights {
		if math.Abs(w) >= 0.005 {
			fmt.Fprintf(&b, "%d %d %.2f\n", x/templateSize, x%templateSize, w)
		}
	}
	return []byte(b.String())
}

// lessonsOf reads a text as [Find] does and keeps the candidates of its marked pronouns.
func lessonsOf(t PronounText, weights []float64) []lessonOf {
	var lessons []lessonOf
	said := &Said{Attributions: spans(t.Doc, Options{})}
	r := survey(t.Doc, said, Options{})
	r.findNames()
	r.groupNames()
	r.findRoles()
	r.heads()
	r.follow()
	k := r.newRanker()
	k.weights = weights
	k.learn = func(at int, _ pronounWord, cands []candidate) int {
		n := slices.IndexFunc(t.Pronouns, func(m MarkedPronoun) bool { return m.Token == at })
		if n < 0 {
			return -2
		}
		m := t.Pronouns[n]
		l := lessonOf{}
		gold, rights := -2, 0
		for c := range cands {
			right := false
			switch {
			case cands[c].ent < 0:
				right = m.Whole && rights == 0 || !m.Whole && len(m.Right) == 0
			case m.Whole:
				right = r.means(cands[c].ent, m.Right)
			case len(m.Right) > 0:
				right = r.means(cands[c].ent, m.Right)
			default:
				right = !r.means(cands[c].ent, m.Wrong)
			}
			if right {
				rights++
				if gold == -2 && cands[c].ent >= 0 && (m.Whole || len(m.Right) > 0) {
					gold = c
				}
			}
			l.features = append(l.features, slices.Clone(cands[c].features))
			l.right = append(l.right, right)
		}
		if rights > 0 && rights < len(cands) {
			lessons = append(lessons, l)
		}
		if m.Whole && gold == -2 {
			return -1
		}
		return gold
	}
	k.run()
	return lessons
}

// means reports whether the head of a mention of an entity is that of one of the ranges.
func (r *cast) means(ent int, ranges []lang.Range) bool {
	for _, m := range r.ents[ent].mentions {
		x := r.mentions[m]
		for _, g := range ranges {
			if g.Contains(x.head) && (x.Contains(r.headOf(g)) || x.Covers(g) || x.kind == ByName && x.End == g.End && r.capital(g.Start) && g.Len() < x.Len()+3) {
				return true
			}
		}
	}
	return false
}

// leastLikely is the probability below which a name in question is not taken.
const leastLikely = 0.15

// Antecedent returns which of the ranges, each a name, the pronoun at a token
// stands for, -1 for none: for callers who know the names in question.
func Antecedent(doc *lang.Doc, pronoun int, among []lang.Range) int {
	said := &Said{Attributions: spans(doc, Options{})}
	r := survey(doc, said, Options{})
	r.findNames()
	r.groupNames()
	r.findRoles()
	r.heads()
	r.follow()
	k := r.newRanker()
	answer := -1
	k.learn = func(at int, _ pronounWord, cands []candidate) int {
		if at != pronoun {
			return -2
		}
		best, all := 0.0, 0.0
		for c := range cands {
			p := math.Exp(cands[c].score)
			all += p
			if cands[c].ent < 0 {
				continue
			}
			for n, g := range among {
				if p > best && r.means(cands[c].ent, []lang.Range{g}) {
					answer, best = n, p
				}
			}
		}
		// Somebody else is meant where the names in question are very unlikely.
		if best < leastLikely*all {
			answer = -1
		}
		return -2
	}
	k.run()
	return answer
}
