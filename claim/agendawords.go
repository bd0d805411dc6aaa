package claim

import (
	"slices"

	"rapporteur"
	"rapporteur/lang"
)

// issuesOf returns the issues of the agenda that the words of ranges speak for.
func (r *reading) issuesOf(ranges ...lang.Range) []string {
	return codes(r.agenda.known(r.topicWords(ranges...)), 4)
}

// topicWords returns the words of ranges of the text as the signals of an agenda may
// have them; hyphenated words are given once in pieces and once whole.
func (r *reading) topicWords(ranges ...lang.Range) []word {
	var out []word
	for _, s := range ranges {
		for i := s.Start; i < s.End; i++ {
			switch form := r.form(i); form {
			case "-", "–", ",", "\"", "“", "”":
				continue
			}
			if w, ok := r.topicWord(i, s); ok {
				out = append(out, w)
			}
		}
		for i := s.Start + 1; i+1 < s.End; i++ {
			if r.form(i) == "-" {
				whole := r.lower(i-1) + "-" + r.lower(i+1)
				out = append(out, word{lemma: whole, form: whole, token: i + 1, weight: r.aboutness(i+1, s)})
			}
		}
	}
	return out
}

func (r *reading) topicWord(i int, within lang.Range) (word, bool) {
	if r.countsThings(i) || r.titleOf(i) {
		return word{}, false
	}
	return word{lemma: r.lemma(i), form: r.lower(i), token: i, weight: r.aboutness(i, within), name: r.inName(i)}, true
}

// lightly returns the words with those that only name who is bound told more lightly.
func (r *reading) lightly(by []rapporteur.Mention, text []word) []word {
	for n := range text {
		at := r.doc.Tokens[text[n].token].Start
		if slices.ContainsFunc(by, func(m rapporteur.Mention) bool { return m.Span.Start <= at && at < m.Span.End }) {
			text[n].weight *= asActor
		}
	}
	return text
}

// inName reports whether token i is a word of a name that says nothing of the
// matter: "Port" of Port Vell, but not the canal of the Vell Canal or the Strait of Vell.
func (r *reading) inName(i int) bool {
	n := r.nameAt(i)
	if n == nil || n.Type == lang.NORP || r.upos(i) != "PROPN" {
		return false
	}
	return n.Type == lang.PER || i != n.End-1 && r.lower(i+1) != "of"
}

// titleOf reports whether token i is a word of the office before a person's name, which says who
// is meant and nothing of the matter: "Vice President" Otto Varga.
func (r *reading) titleOf(i int) bool {
	l := &lex().titles
	for k := i; k < i+4 && r.form(k) != r.lower(k); k++ {
		switch {
		case r.nameAt(k) != nil && r.nameAt(k).Type == lang.PER:
			return true // of the name, or before it
		case !l.Heads[r.lemma(k)] && !l.Inside[r.lower(k)]:
			return false
		}
	}
	return false
}

// countsThings reports whether token i is a number of things, not of money: "29 billion cubic metres".
func (r *reading) countsThings(i int) bool {
	switch r.lower(i) {
	case "billion", "million", "trillion", "bn", "m":
	default:
		return false
	}
	if i > 0 && r.upos(i-1) == "SYM" || i > 1 && r.upos(i-2) == "SYM" {
		return false
	}
	h := r.head(i)
	for h >= 0 && base(r.rel(i)) != "nummod" && r.upos(h) == "NUM" {
		i, h = h, r.head(h)
	}
	return h > i && base(r.rel(i)) == "nummod" && r.upos(h) == "NOUN" && lex().points.Lists.Measures[r.lemma(h)]
}

// asActor is what a word still says of the matter where it only names who acts.
const asActor = 0.4

// aboutness weighs token i by its place in the tree: who acts, who is given
// something and what is told besides say less of the matter than what is done to what.
func (r *reading) aboutness(i int, within lang.Range) float64 {
	weight := 1.0
	for k, steps := i, 0; k >= 0 && within.Contains(k) && steps < 30; k, steps = r.head(k), steps+1 {
		switch rel := r.rel(k); base(rel) {
		case "nsubj":
			if c := r.clause(r.head(k)); rel == "nsubj" && c != nil && len(c.obj) > 0 && r.upos(c.obj[0]) != "SYM" && r.upos(c.obj[0]) != "NUM" {
				weight *= asActor
			}
		case "iobj", "appos", "parataxis":
			weight *= 0.5
		case "compound", "nmod:poss":
			weight *= 0.8
		case "advcl":
			weight *= 0.7
		case "acl":
			if rel == "acl:relcl" {
				weight *= 0.7
			}
		}
	}
	return weight
}
