package claim

import (
	"cmp"
	"fmt"
	"math/bits"
	"slices"
	"strconv"
	"strings"
)

// signal is a phrase that speaks for an issue; all of its parts must stand there.
type signal struct {
	phrase string
	parts  [][]pattern // each a run of lemmas
	weight float64
	starts []uint16 // of all its words: a text whose words lack one of these does not have it
}

// pattern is a lemma or form; an open one, written with a trailing "*", stands for any ending.
type pattern struct {
	text string
	open bool
}

// start returns the number of the first three letters of a word, one of many, if it has so many.
func start(w string) (n uint16, ok bool) {
	if len(w) < 3 {
		return 0, false
	}
	return uint16((uint(w[0])*31+uint(w[1]))*31+uint(w[2])) % startCount, true
}

const startCount = 1024

// starts is a set of beginnings of words.
type starts [startCount / 64]uint64

func startsOf(text []word) *starts {
	s := new(starts)
	for i := range text {
		s.add(text[i].lemma)
		s.add(text[i].form)
	}
	return s
}

func (s *starts) add(w string) {
	if n, ok := start(w); ok {
		s[n/64] |= 1 << (n % 64)
	}
}

// hasAll reports whether all of some beginnings are in the set.
func (s *starts) hasAll(all []uint16) bool {
	for _, n := range all {
		if s[n/64]&(1<<(n%64)) == 0 {
			return false
		}
	}
	return true
}

func signals(list []string) []signal {
	out := make([]signal, 0, len(list))
	for _, s := range list {
		phrase, weight, ok := strings.Cut(s, " =")
		sig := signal{phrase: phrase, weight: 1}
		if ok {
			w, err := strconv.ParseFloat(strings.TrimSpace(weight), 64)
			if err != nil {
				panic(fmt.Sprintf("read agenda signal %q: want a number after =", s))
			}
			sig.weight = w
		}
		for part := range strings.SplitSeq(phrase, " + ") {
			var words []pattern
			for w := range strings.FieldsSeq(part) {
				p := pattern{text: strings.TrimSuffix(w, "*"), open: strings.HasSuffix(w, "*")}
				if n, ok := start(p.text); ok {
					sig.starts = append(sig.starts, n)
				}
				words = append(words, p)
			}
			sig.parts = append(sig.parts, words)
		}
		out = append(out, sig)
	}
	return out
}

// word is one word in the two forms that a signal may have it.
type word struct {
	lemma, form string
	token       int
	weight      float64 // how much it says of what the text is about, 1 at most
	name        bool    // it is only part of a name: "Port" of Port Vell
}

func (w *word) is(p pattern) bool {
	if p.open {
		return strings.HasPrefix(w.form, p.text) || strings.HasPrefix(w.lemma, p.text)
	}
	return w.lemma == p.text || w.form == p.text
}

// find returns how often the signal's first part stands in a text and what its
// heaviest word weighs there; none unless all parts stand there. Part of a name
// is no signal, but several words of one may be: a court of justice.
func (s *signal) find(text []word) (n int, weight float64) {
	for i, part := range s.parts {
		found := 0
	at:
		for at := 0; at+len(part) <= len(text); at++ {
			heaviest := 0.0
			for k, p := range part {
				w := &text[at+k]
				if !w.is(p) || w.name && len(part) == 1 {
					continue at
				}
				heaviest = max(heaviest, w.weight)
			}
			found++
			weight = max(weight, heaviest)
		}
		if found == 0 {
			return 0, 0
		}
		if i == 0 {
			n = found
		}
	}
	return n, weight
}

// hit is an issue that words speak for.
type hit struct {
	code  string
	score float64
}

// hits returns the issues of an agenda that words speak for, the strongest first.
func (a *Agenda) hits(text []word, have *starts) []hit {
	scores := make([]float64, len(a.Issues))
	look := func(list []issueSignal) {
		for _, at := range list {
			s := &a.Issues[at.issue].signals[at.signal]
			if !have.hasAll(s.starts) {
				continue
			}
			if n, weight := s.find(text); n > 0 {
				scores[at.issue] += s.weight * weight
			}
		}
	}
	for k, w := range have {
		for ; w != 0; w &= w - 1 {
			look(a.by[64*k+bits.TrailingZeros64(w)])
		}
	}
	look(a.short)
	var hits []hit
	for i, score := range scores {
		if score >= leastOwn {
			hits = append(hits, hit{a.Issues[i].Code, score})
		}
	}
	slices.SortStableFunc(hits, func(x, y hit) int { return cmp.Compare(y.score, x.score) })
	return hits
}

// What the signals of an issue must weigh together to speak for it. A word that says
// little of one matter does not hold against one that says much of another.
const (
	leastOwn      = 0.4
	leastGeneral  = 2
	plainSignal   = 2.5
	weakSignal    = 3
	foreignSignal = 6
	outweighs     = 2
	nearEnough    = 2.5
)

// issues returns the codes of the issues that the words speak for, the strongest
// first; those of the general agenda come last, so that points of negotiations
// with other agendas can be compared.
func (a *Agenda) issues(text []word) []string {
	list := codes(a.known(text), 4)
	if a != nil && a.Code != General {
		general := AgendaByName(General).hits(text, startsOf(text))
		general = slices.DeleteFunc(general, func(h hit) bool { return h.score < leastGeneral })
		for _, c := range codes(general, 3) {
			if !slices.Contains(list, c) {
				list = append(list, c)
			}
		}
	}
	if len(list) == 0 {
		list = a.elsewhere(text)
	}
	return list
}

// elsewhere returns the issues of the agenda whose words speak plainest, where
// neither the chosen one nor the general one knows the matter: the handing in of
// arms in talks on a coalition.
func (a *Agenda) elsewhere(text []word) []string {
	var best []hit
	have := startsOf(text)
	for _, other := range agendas() {
		if other == a || other.Code == General {
			continue
		}
		if hits := other.hits(text, have); len(hits) > 0 && hits[0].score >= foreignSignal && (len(best) == 0 || hits[0].score > best[0].score) {
			best = hits
		}
	}
	if len(best) == 0 {
		return nil
	}
	return codes(best, 2)
}

// codes returns the issues of hits that come near to the first, so many at most.
func codes(hits []hit, most int) []string {
	var codes []string
	for _, h := range hits[:min(most, len(hits))] {
		if h.score*nearEnough >= hits[0].score {
			codes = append(codes, h.code)
		}
	}
	return codes
}

// known returns what the chosen agenda knows of the words, or the general one
// where it knows none, or only a word that says little. An issue that the chosen
// one has itself is not asked twice.
func (a *Agenda) known(text []word) []hit {
	have := startsOf(text)
	general := AgendaByName(General)
	if a == nil {
		a = general
	}
	hits := a.hits(text, have)
	if a != general && (len(hits) == 0 || hits[0].score < weakSignal) {
		other := slices.DeleteFunc(general.hits(text, have), func(h hit) bool { return h.score < leastGeneral || a.covers(h.code) })
		switch {
		case len(hits) == 0:
			hits = finer(other, text, have)
		case len(other) > 0 && other[0].score >= outweighs*hits[0].score:
			hits = append(finer(other[:1:1], text, have), hits...)
		}
	}
	return hits
}

// finer returns the hits of the agenda that tells the strongest of them more
// exactly, where it knows any: a stockpile of uranium in talks on trade.
func finer(hits []hit, text []word, have *starts) []hit {
	if len(hits) == 0 {
		return nil
	}
	general := AgendaByName(General).Issues
	at := slices.IndexFunc(general, func(i Issue) bool { return i.Code == hits[0].code })
	if a := AgendaByName(general[at].agenda); a != nil {
		if exact := a.hits(text, have); len(exact) > 0 && exact[0].score >= weakSignal {
			return exact
		}
	}
	return hits
}

// covers reports whether an issue of the agenda stands instead of a general one.
func (a *Agenda) covers(general string) bool {
	return slices.ContainsFunc(a.Issues, func(i Issue) bool { return i.Code == general || slices.Contains(i.like, general) })
}
