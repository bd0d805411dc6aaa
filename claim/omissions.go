package claim

import (
	"slices"

	"rapporteur"
	"rapporteur/lang"
)

// A report tells of more than its negotiation: another dispute, what a columnist
// imagines, a treaty of the last century. Such claims are read as any, and get the
// reason for which the record leaves them out.

// longAgo is how many years before its report is another time.
const longAgo = 15

// omissions finds the claims that are not of the negotiation, and makes denials of
// those by which something told earlier is taken back.
func (r *reading) omissions() {
	var a *affair
	others := map[int]bool{} // sentences on another affair
	for n := range r.claims {
		f := &r.claims[n]
		if f.Text == nil && f.Point == nil && f.Position == nil && f.Meeting == nil && f.Deadline == nil || f.Modality == rapporteur.Denied {
			continue
		}
		if f.Text != nil && r.takenBack(f.head) {
			f.Modality = rapporteur.Denied
			continue
		}
		if a == nil {
			a = r.affair()
		}
		switch {
		case r.supposedAt(f):
			f.LeftOut = rapporteur.Supposed
		case r.inventedAt(r.sentence(f.head)):
			f.LeftOut = rapporteur.Invented
		case r.longAgo(f):
			f.LeftOut = rapporteur.LongAgo
		case a.elsewhere(f, others):
			f.LeftOut = rapporteur.OtherAffair
		}
	}
}

// elsewhere reports whether a claim is of another affair than its report.
func (a *affair) elsewhere(f *found, others map[int]bool) bool {
	n := a.sent[f.head]
	s := a.doc.Sentences[n]
	if s.Paragraph <= a.lead {
		return false
	}
	first := n
	for first > 0 && a.doc.Sentences[first-1].Paragraph == s.Paragraph {
		first--
	}
	for k := first; k <= n; k++ {
		if _, done := others[k]; !done {
			others[k] = a.leads(k) || k > first && others[k-1] && a.stays(k)
		}
	}
	if others[n] {
		return true
	}
	if f.Text == nil {
		return false
	}
	t := a.textAt(f)
	if t < 0 || a.plain(t) {
		return false
	}
	b := a.bearing(s)
	return b.none() && (b.strangers > 0 || b.abroad > 0 && slices.ContainsFunc(a.children(t, "nmod"), func(k int) bool { return a.typeAt(k) == lang.LOC }))
}

// stays reports whether a sentence goes on with the other affair that the one before it tells of.
func (a *affair) stays(n int) bool {
	b := a.bearing(a.doc.Sentences[n])
	return b.known == 0 && !b.topic
}

// turn is how far a sentence's opening leads away from what was told before it.
type turn int

const (
	straight  turn = iota
	elsewhere      // "in neighbouring Norvana", "at Lund, on 4 May": only where others than people do something there
	loosely        // "separately", "in a separate development"
	away           // "in an unrelated case", "in sport"
)

// leads reports whether a sentence opens another affair.
func (a *affair) leads(n int) bool {
	s := a.doc.Sentences[n]
	t, end := a.turn(s.Range)
	switch t {
	case straight:
		return false
	case away:
		s.Start = end // "unrelated to the talks, …"
	}
	b := a.bearing(s)
	if t == away {
		return b.known < 2 && !b.points && (b.known == 0 || !b.topic)
	}
	if t == elsewhere {
		return b.none() && b.bodies > 0 // a bare place, and people who may be of a party, lead nowhere
	}
	return b.none() && b.strangers+b.abroad > 0
}

// turn reads the words before the first comma of a sentence, and tells where they end.
func (r *reading) turn(s lang.Range) (t turn, end int) {
	l := &lex().omissions
	for s.Start < s.End && (r.upos(s.Start) == "PUNCT" || r.upos(s.Start) == "CCONJ") {
		s.Start++
	}
	if s.Empty() {
		return straight, s.Start
	}
	end = s.Start
	for end < min(s.End, s.Start+14) && r.form(end) != "," && r.form(end) != ":" && r.form(end) != "–" && r.form(end) != "—" {
		end++
	}
	first := r.lower(s.Start)
	lead := lang.Range{Start: s.Start, End: end}
	other := r.anyIn(lead, l.Different)
	switch {
	case r.anyIn(lead, words{"unrelated": true}) >= 0:
		if k := r.anyIn(lead, words{"unrelated": true}); k == s.Start || l.Cases[r.lemma(r.head(k))] || l.Developments[r.lemma(r.head(k))] || r.lemma(r.head(k)) == "news" {
			return away, end
		}
	case first == "in" && s.Start+1 < end && l.Sections[r.lower(end-1)] && end-s.Start == 2,
		(first == "in" || first == "and") && end-s.Start <= 5 && r.lower(end-1) == "news" && (other >= 0 || l.Sections[r.lower(end-2)]),
		(first == "in" || first == "on" || first == "at") && other >= 0 && end-s.Start <= 6 && r.anyIn(lead, l.Cases) > other:
		return away, end
	case r.nothingToDo(s):
		return away, end
	case (first == "in" || first == "on") && other >= 0 && end-s.Start <= 6 && r.anyIn(lead, l.Developments) > other, l.Loose[first]:
		return loosely, end
	}
	if first == "in" || first == "at" || first == "across" || first == "far" || first == "over" {
		for k := s.Start + 1; k < end; k++ {
			if r.typeAt(k) == lang.LOC {
				return elsewhere, end
			}
		}
	}
	return straight, end
}

// nothingToDo reads "a case that has nothing to do with the talks".
func (r *reading) nothingToDo(s lang.Range) bool {
	for k := s.Start; k+3 < min(s.End, s.Start+16); k++ {
		if r.lower(k) == "nothing" && r.lower(k+1) == "to" && r.lower(k+2) == "do" && r.lower(k+3) == "with" {
			return true
		}
	}
	return false
}

// textAt returns the text of which a claim tells, -1 for none.
func (r *reading) textAt(f *found) int {
	l := &lex().texts
	is := func(i int) bool { return r.isTextNoun(i) || l.Lists[r.lemma(i)] || l.Letters[r.lemma(i)] }
	for h, steps := f.head, 0; h >= 0 && steps < 4; h, steps = r.head(h), steps+1 {
		if is(h) {
			return h
		}
		if t := r.textUnder(h); t >= 0 && r.sent[t] == r.sent[f.head] {
			return t
		}
		if c := r.clause(h); c != nil {
			for _, s := range c.subj {
				if t := r.textUnder(s); t >= 0 {
					return t
				}
			}
			break
		}
	}
	return -1
}

// newText reports whether a claim is of a text that is spoken of as any: "a deal of five points".
func (r *reading) newText(f *found) bool {
	t := r.textAt(f)
	if t < 0 {
		return false
	}
	for _, k := range r.kids[t] {
		if base(r.rel(k)) == "det" {
			return r.lower(k) == "a" || r.lower(k) == "an" || r.lower(k) == "another" || r.lower(k) == "some"
		}
		if r.rel(k) == "nmod:poss" {
			return false
		}
	}
	return true
}

// longAgo reports whether a claim is of a text or meeting of another time.
func (r *reading) longAgo(f *found) bool {
	pub := r.report.Published
	if pub.IsZero() {
		return false
	}
	old := func(when rapporteur.Interval) bool { return !when.To.IsZero() && when.To.Year() < pub.Year()-longAgo }
	if f.Meeting != nil {
		return old(f.When)
	}
	if f.Text == nil {
		return false
	}
	t := r.textAt(f)
	if t < 0 {
		return false
	}
	at := []int{t}
	at = append(at, r.children(t, "acl", "acl:relcl")...)
	if c := r.governor(t); c != nil && (c.past || c.perfect || slices.Contains(at, c.head)) {
		at = append(at, c.head)
	}
	for _, i := range at {
		if x := r.timeBelow(i); x != nil && old(x.Interval) {
			return true
		}
	}
	return false
}

// takenBack reports whether what stands at token i is what somebody told and now
// corrects: "corrected a report that the draft had 30 articles".
func (r *reading) takenBack(i int) bool {
	l := &lex().omissions
	s := r.sentence(i)
	for k := s.Start; k < i; k++ {
		if !l.Tellings[r.lemma(k)] || r.upos(k) != "NOUN" {
			continue
		}
		if g := r.governor(k); g != nil && !g.neg && g.is(l.Correct) && (slices.Contains(g.obj, k) || g.passive && slices.Contains(g.subj, k)) {
			return true
		}
		if k+3 < s.End && r.lower(k+1) == "of" && (r.lower(k+2) == "this" || r.lower(k+2) == "the") && l.Tellings[r.lemma(k+3)] { // "an earlier version of this report"
			return true
		}
	}
	for k := s.Start; k+1 < s.End; k++ {
		if r.lower(k) == "editing" && r.lemma(k+1) == "error" {
			return true
		}
	}
	// "We wrote that it had 30 articles. That was wrong."
	c := r.governor(i)
	for steps := 0; c != nil && steps < 4; steps++ {
		if len(c.subj) > 0 && r.lower(c.subj[0]) == "we" && lex().speech.Verbs[c.verb] {
			break
		}
		c = r.over(c)
	}
	if c == nil || len(c.subj) == 0 || r.lower(c.subj[0]) != "we" || r.sent[i]+1 >= len(r.doc.Sentences) {
		return false
	}
	next := r.doc.Sentences[r.sent[i]+1]
	for k := next.Start; k < next.End; k++ {
		if g := r.clause(k); g != nil && g.copula && !g.neg && (lex().meetings.False[r.lower(k)] || r.lemma(k) == "error" || r.lemma(k) == "mistake") && len(g.subj) > 0 && r.pointsBack(g.subj[0]) {
			return true
		}
	}
	return false
}

// over returns the clause that governs another, nil for none.
func (r *reading) over(c *clause) *clause {
	if h := r.head(c.head); h >= 0 {
		return r.governor(h)
	}
	return nil
}
