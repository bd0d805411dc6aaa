package claim

import (
	"slices"

	"rapporteur"
	"rapporteur/lang"
)

// What stands in the words that somebody denies is no fact, whoever may have told it: "denied that
// the guild had offered a truce", "denied having met them", "no truth in reports that it had".

// inDenials marks what was read from denied words. Statements are not touched: who denies has said so.
func (r *reading) inDenials() {
	for _, s := range r.doc.Sentences {
		if s.Heading {
			continue
		}
		for i := s.Start; i < s.End; i++ {
			if content := r.deniedWords(i, s.Range); content.Len() > 1 {
				r.notSo(content)
			}
		}
	}
}

// notSo makes denials of what was read from some words as if it were so.
func (r *reading) notSo(content lang.Range) {
	for n := range r.claims {
		f := &r.claims[n]
		if !content.Contains(f.head) || f.Modality == rapporteur.Denied || f.Statement != nil || f.Role != nil || f.Naming != nil {
			continue
		}
		if f.Meeting != nil && r.upos(f.head) != "VERB" {
			continue // who denies that talks have failed denies no talks
		}
		f.Modality = rapporteur.Denied
		if m := f.Meeting; m != nil && (m.State == rapporteur.MeetingHeld || m.State == rapporteur.MeetingUnderWay || m.State == rapporteur.MeetingPlanned) {
			m.State = rapporteur.MeetingDenied
		}
	}
}

// deniedWords returns the words that a predicate or a noun at token i denies, none where it denies nothing.
func (r *reading) deniedWords(i int, s lang.Range) lang.Range {
	l := &lex().rebuttals
	if r.lower(i) == "truth" && i > s.Start && r.lower(i-1) == "no" {
		if tale := r.nominalAfter(i+1, min(i+6, s.End)); tale >= 0 && r.sumsUp(tale) {
			return r.summed(tale, s)
		}
		return lang.Range{}
	}
	if l.Tales[r.lemma(i)] && r.upos(i) == "NOUN" {
		if words := r.toldFalse(i, s); words.Len() > 1 {
			return words
		}
	}
	c := r.clause(i)
	if c == nil || c.neg || c.mark == "to" || r.neither(i) {
		return lang.Range{}
	}
	if c.verb == "deny" && !c.copula {
		if words := r.objectClause(c, s); words.Len() > 1 {
			return words
		}
	}
	for _, k := range r.children(i, "nsubj", "nsubj:pass") {
		if k < i && l.Tales[r.lemma(k)] && c.passive && l.Deny[c.verb] {
			words := r.summed(k, s)
			words.End = min(words.End, i)
			return words
		}
	}
	for _, k := range r.children(i, "obj") {
		if k > i && r.sumsUp(k) && (l.Deny[c.verb] || l.Call[c.verb] && r.falseIn(i, k)) {
			return r.summed(k, s)
		}
	}
	return lang.Range{}
}

// toldFalse returns the words that the noun of telling at a token sums up where it is said of them, wherever
// the tree hung it, that they are false or not true: "reports in the press that the guild had offered it are not true".
func (r *reading) toldFalse(tale int, s lang.Range) lang.Range {
	l := &lex().rebuttals
	that := r.thatAfter(tale, s)
	for i := that + 3; that >= 0 && i < s.End-1; i++ {
		if r.lemma(i) != "be" {
			continue
		}
		not, f := false, i+1
		for ; f < s.End-1 && (r.upos(f) == "ADV" || r.upos(f) == "PART" || isMark(r.form(f))); f++ {
			not = not || r.lower(f) == "not" || r.lower(f) == "n't" || r.lower(f) == "n’t"
		}
		if !not && (l.False[r.lower(f)] || l.Early[r.lower(f)] || r.fictionAt(f, s.End)) || not && l.True[r.lower(f)] && (r.lower(f) != "so" || r.upos(f+1) == "PUNCT") {
			return lang.Range{Start: that + 1, End: i}
		}
	}
	return lang.Range{}
}

// summed returns the words that a noun of telling sums up, none where they tell what somebody wants or expects.
func (r *reading) summed(tale int, s lang.Range) lang.Range {
	x := deniedTale{tale: tale, content: r.summedUp(tale, s)}
	if r.proposed(&x) {
		return lang.Range{}
	}
	return x.content
}

// neither reports whether a predicate is denied by what it is joined to: "neither confirmed nor denied".
func (r *reading) neither(i int) bool {
	for _, k := range r.kids[i] {
		if f := r.lower(k); base(r.rel(k)) == "cc" && (f == "nor" || f == "or") || base(r.rel(k)) == "conj" && slices.ContainsFunc(r.kids[k], func(d int) bool { return r.lower(d) == "nor" }) {
			return true
		}
	}
	return false
}

// objectClause returns the clause that a verb of denying governs: "denied on Friday that …", "denies having met".
func (r *reading) objectClause(c *clause, s lang.Range) lang.Range {
	if that := r.thatAfter(c.head, s); that > c.head && that <= c.head+6 {
		return r.untilSet(r.toldAfter(that, s))
	}
	for _, k := range r.children(c.head, "ccomp", "xcomp", "advcl") {
		if k < c.head || base(r.rel(k)) == "advcl" && r.doc.Tokens[k].XPOS != "VBG" {
			continue
		}
		if own := r.own(k); own.Start > c.head {
			return own
		}
	}
	return lang.Range{}
}
