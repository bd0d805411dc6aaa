package claim

import (
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/lang"
)

// ofTheVoice reports whether some words name somebody by whose he is, who has just spoken: "its leader".
func ofTheVoice(name string) bool {
	list := strings.Fields(strings.ToLower(name))
	return len(list) > 1 && (list[0] == "its" || list[0] == "their") && !slices.ContainsFunc(list, func(w string) bool { return opponents[strings.TrimSuffix(strings.Trim(w, ","), "s")] })
}

// opponents are nouns for who speaks against whose he is.
var opponents = words{"rival": true, "opponent": true, "counterpart": true, "critic": true, "adversary": true, "neighbour": true, "neighbor": true, "partner": true, "employer": true, "foe": true, "enemy": true, "opposition": true, "ally": true, "member": true}

// toldAndNot reports whether one tells that something was and another that it was not.
func toldAndNot(x, y *matters, w string) bool {
	_, so := x.so[w]
	_, not := y.not[w]
	return so && not
}

// ofFigure reports whether a turn says of a number that it is not so: it may be of what is to come.
func (r *reading) ofFigure(b *utterance) bool {
	for i := b.Start; i < min(b.End, b.Start+4); i++ {
		switch r.lemma(i) {
		case "figure", "number", "count", "estimate", "sum", "forecast", "prediction":
			return true
		}
	}
	return false
}

// nothingAhead reports whether a turn says that there is no plan for what another says will be: "a second
// round will follow", "no further round had been agreed".
func (r *reading) nothingAhead(a, b *utterance) bool {
	for i := b.Start; i < b.End; i++ {
		d := r.child(i, "det")
		g := r.governor(i)
		if r.upos(i) != "NOUN" || d < 0 || r.lower(d) != "no" || g == nil || g.modal != "" || !g.passive && !g.copula && r.child(g.head, "expl") < 0 || g.passive && !arranging[g.verb] {
			continue
		}
		for k := a.Start; k < a.End; k++ {
			if c := r.governor(k); r.lemma(k) == r.lemma(i) && r.weighty(k) && c != nil && !c.neg && (c.modal == "will" || c.modal == "would") {
				return true
			}
		}
	}
	return false
}

// arranging are verbs by which something to come is arranged.
var arranging = words{"agree": true, "plan": true, "schedule": true, "fix": true, "set": true, "arrange": true, "decide": true, "foresee": true, "envisage": true, "announce": true, "convene": true, "call": true, "book": true, "propose": true}

// daysBut returns the days that a range tells of, without those that stand behind a word: what was not
// "since June" was not on any day after.
func (r *reading) daysBut(s lang.Range, word string) (out []rapporteur.Interval) {
	for i := range r.times {
		if t := &r.times[i]; !t.Interval.IsZero() && t.Start >= s.Start && t.End <= s.End && (t.Start == 0 || r.lower(t.Start-1) != word) && r.lower(t.Start) != word {
			out = append(out, t.Interval)
		}
	}
	return out
}
