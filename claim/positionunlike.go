package claim

import (
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/lang"
)

// unlikewise reads whoever is told to stand elsewhere than another who was just told of, in words
// that the verb is left out of: "Norland favours the pact; Sudmark does not", "Not Delmar.", "Estrel
// wants seven years, Norland three, the islands neither", "would take a longer term but no haircut".
func (r *reading) unlikewise() {
	told := len(r.claims)
	for k := range r.doc.Tokens {
		if r.doc.Sentences[r.sent[k]].Heading {
			continue
		}
		if who := r.doesNot(k); len(who) > 0 {
			if n := r.lastStand(told, k); n >= 0 {
				if st := opposite[r.claims[n].Position.Stance]; st != "" {
					r.standsWith(n, k, who, st, "")
				}
			}
		}
	}
	for n := range told {
		if r.claims[n].Position != nil {
			r.butNot(n)
			r.gapped(n)
		}
	}
}

// opposite is where somebody stands of whom it is said that he does not do what another does.
var opposite = map[rapporteur.Stance]rapporteur.Stance{
	rapporteur.Accepts: rapporteur.Rejects, rapporteur.Flexible: rapporteur.Rejects, rapporteur.Demands: rapporteur.Rejects,
	rapporteur.Proposes: rapporteur.Rejects, rapporteur.Conditions: rapporteur.Rejects, rapporteur.Rejects: rapporteur.Accepts,
}

// doesNot returns who token k says not to do what was just told: "Sudmark does not.", "Not Delmar."
func (r *reading) doesNot(k int) []actor {
	sent := r.sentence(k)
	if f := r.lower(k); f == "not" && (k == sent.Start || k == sent.Start+1 && (r.lower(sent.Start) == "but" || r.lower(sent.Start) == "and")) && sent.Len() < 9 {
		for h := sent.End - 1; h > k; h-- {
			if np := r.nounPhrase(h); np.Start <= k+2 && np.End > h && r.upos(sent.End-1) == "PUNCT" && np.End == sent.End-1 && (r.lower(k+1) == "so" || np.Start == k+1) {
				return r.sides(r.actorsAt(h))
			}
		}
		return nil
	}
	if u := r.upos(k); u != "AUX" && u != "VERB" || k+1 >= sent.End || r.word(k+1) != "not" || r.lower(k+1) == "never" {
		return nil
	}
	switch r.lemma(k) {
	case "do", "will", "would", "have", "be", "can", "could", "wo", "ca":
	default:
		return nil
	}
	if end := k + 2; end < sent.End && r.upos(end) != "PUNCT" && r.upos(end) != "CCONJ" || end+2 < sent.End && strings.ContainsAny(r.form(end), "\"“‘«`") { // "did not “shirk”"
		return nil
	}
	for h := k - 1; h >= max(sent.Start, k-8); h-- {
		if np := r.nounPhrase(h); np.End == k && np.Start <= h && (r.upos(h) == "NOUN" || r.upos(h) == "PROPN") {
			return r.sides(r.actorsAt(h))
		}
	}
	return nil
}

// butNot reads what a stand is said not to hold for: "can accept a smaller raise, | but not a freeze".
func (r *reading) butNot(n int) {
	f := &r.claims[n]
	switch f.Position.Stance {
	case rapporteur.Accepts, rapporteur.Flexible, rapporteur.Demands, rapporteur.Proposes:
	default:
		return
	}
	sent := r.sentence(f.head)
	for k := f.head + 1; k+2 < sent.End; k++ {
		if r.lower(k) != "but" && r.lower(k) != "though" && r.form(k) != "," && r.form(k) != ";" {
			if r.upos(k) == "VERB" && r.clause(k) != nil && r.clause(k).mark == "" && len(r.clause(k).subj) > 0 && !r.within(f.head, k) {
				return
			}
			continue
		}
		if w := r.lower(k + 1); w != "not" && (w != "no" || r.form(k) == ",") {
			continue
		}
		from := k + 1
		if r.lower(from) == "not" {
			from++
		}
		switch u := r.upos(from); {
		case u != "DET" && u != "NOUN" && u != "ADJ" && u != "NUM" && u != "PROPN" && !(u == "PRON" && r.lower(from) == "one"):
			continue
		case r.lower(from) == "least", r.lower(from) == "only", r.lower(from) == "yet", r.lower(from) == "all", r.lower(from) == "much", r.lower(from) == "enough":
			continue
		}
		end := r.remnantEnd(from, sent.End)
		w := lang.Range{Start: from, End: end}
		if r.lower(k+1) == "no" {
			w.Start = from + 1
		}
		if w.Empty() || r.tensed(w) || !r.content(w) || w.Len() == 1 && r.upos(w.Start) == "NUM" {
			continue
		}
		who := []actor{{Mention: f.Position.Actor, token: f.head}}
		r.standsWith(n, from, who, rapporteur.Rejects, balanced(strings.Join(strings.Fields(r.doc.Words(w)), " ")))
		return
	}
}

// remnantEnd returns where words end that a comma, a semicolon or a conjunction closes.
func (r *reading) remnantEnd(from, end int) int {
	for k := from; k < end; k++ {
		if f := r.form(k); f == "," && !(k+1 < end && r.upos(k+1) == "NUM") || f == ";" || f == ":" || f == "." || f == "—" || f == "–" || f == "?" || isQuote(f) && !possessive(f) {
			return k
		}
		switch r.lower(k) {
		case "and", "but", "while", "whereas":
			if k+1 < end && k > from && len(r.rowActor(k+1)) > 0 {
				return k
			}
		}
	}
	return end
}

// rowActor returns the actor whose name or words begin at token k, the "the" before them included.
func (r *reading) rowActor(k int) []actor {
	for h := k; h < min(k+6, len(r.kids)) && r.sent[h] == r.sent[k]; h++ {
		if u := r.upos(h); u != "NOUN" && u != "PROPN" {
			continue
		}
		np := r.nounPhrase(h)
		if np.Start != k || np.End <= h {
			continue
		}
		if d := r.lower(k); d == "a" || d == "an" || d == "its" || d == "their" || d == "his" || d == "her" || d == "some" || d == "no" {
			return nil
		}
		return r.sides(r.actorsAt(h))
	}
	return nil
}

// gapped reads the others of a row whose verb is told once: "Estrel wants seven years, | Norland three |
// and the islands neither".
func (r *reading) gapped(n int) {
	f := &r.claims[n]
	c := r.clause(f.head)
	if c == nil || len(c.subj) == 0 || c.passive || c.copula && r.upos(f.head) != "ADJ" {
		return
	}
	sent := r.sentence(f.head)
	for k := f.head + 1; k+2 < sent.End; k++ {
		if fm := r.form(k); fm != "," && fm != ";" {
			continue
		}
		from := k + 1
		if w := r.lower(from); w == "and" || w == "but" || w == "while" || w == "whereas" {
			from++
		}
		who := r.rowActor(from)
		if len(who) != 1 || who[0].Name == f.Position.Actor.Name {
			continue
		}
		rest := r.nounPhrase(who[0].token).End
		end := r.remnantEnd(rest, sent.End)
		w := lang.Range{Start: rest, End: end}
		if w.Empty() || w.Len() > 12 || r.tensed(w) || !r.remnant(w) {
			continue
		}
		stance, words := f.Position.Stance, balanced(strings.Join(strings.Fields(r.doc.Words(w)), " "))
		if r.noneAtAll(w) {
			stance, words = opposite[stance], f.Position.Summary
		}
		if stance != "" {
			r.standsWith(n, who[0].token, who, stance, words)
		}
	}
}

// remnant reports whether words can be what a verb that is left out is on.
func (r *reading) remnant(w lang.Range) bool {
	if r.noneAtAll(w) {
		return true
	}
	switch r.lower(w.Start) {
	case "of", "in", "at", "with", "from", "who", "which", "that", "as", "than", "among", "between", "including", "like", "said", "says":
		return false
	}
	switch r.upos(w.Start) {
	case "DET", "NUM":
		return true
	case "ADP":
		return slices.Contains([]string{"over", "for", "on", "by", "to", "after", "before", "until", "against"}, r.lower(w.Start)) && r.anyNumber(w)
	case "ADJ", "NOUN", "SYM":
		return r.content(w)
	}
	return false
}

// anyNumber reports whether words hold a number.
func (r *reading) anyNumber(w lang.Range) bool {
	for k := w.Start; k < w.End; k++ {
		if r.upos(k) == "NUM" {
			return true
		}
	}
	return false
}

// noneAtAll reports whether words say no more than that there is none: "neither", "nothing", "not at all".
func (r *reading) noneAtAll(w lang.Range) bool {
	switch r.lower(w.Start) {
	case "neither", "nothing", "none":
		return w.Len() < 4
	case "not":
		return w.Len() == 3 && r.lower(w.Start+2) == "all"
	}
	return false
}
