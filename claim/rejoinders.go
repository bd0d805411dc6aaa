package claim

import (
	"slices"

	"rapporteur"
	"rapporteur/lang"
)

// A rejoinder is what one voice says against what a report has just told on the
// word of another: "The ministry denied that any such meeting had taken place",
// "Brandt counts nine", "she said it had only been put off". Alone it says of
// nothing what it says; with what was told before it, it is a claim of its own.

// reach is how many sentences back lies what a rejoinder answers.
const reach = 3

// gainsaid reads the meetings of which somebody is told to say that there were none.
func (r *reading) gainsaid() {
	for n, s := range r.doc.Sentences {
		if s.Heading {
			continue
		}
		at, back := r.gainsays(s.Range)
		if at < 0 || slices.ContainsFunc(r.claims, func(f found) bool {
			return f.Meeting != nil && r.sent[f.head] == n && f.Meeting.State == rapporteur.MeetingDenied
		}) {
			continue
		}
		last := n
		if back > 1 && slices.ContainsFunc(r.claims, func(f found) bool { return f.Meeting != nil && r.sent[f.head] == n && f.head < at }) {
			last++ // "… met in a bar; both deny it"
		}
		told := r.toldBefore(last, back, func(f *found) bool {
			return f.Meeting != nil && !r.anotherKind(&encounter{head: at}, f.Meeting.Format) && (back > 1 || len(f.Chain) > 0 || f.Modality == rapporteur.Hedged || r.rumoured(f.head)) && (f.Meeting.State == rapporteur.MeetingHeld || f.Meeting.State == rapporteur.MeetingUnderWay) && len(f.Meeting.Participants)+len(f.Meeting.Parties) > 1
		})
		if told == nil {
			continue
		}
		m := *told.Meeting
		m.State, m.Minutes, m.Outcome, m.Clock, m.Zone = rapporteur.MeetingDenied, 0, nil, "", ""
		c := rapporteur.Claim{Kind: rapporteur.KindMeeting, Meeting: &m, Modality: rapporteur.Denied, When: told.When, Chain: r.chain(at)}
		if g := r.governor(at); g != nil && len(c.Chain) == 0 {
			if who := r.actorsAt(g.subj...); len(who) == 1 {
				c.Chain = []rapporteur.Source{voiceOf(who[0].Mention)}
			}
		}
		if r.bothDeny(at-1, s.End) {
			for _, p := range m.Participants {
				c.Chain = []rapporteur.Source{voiceOf(p)}
				r.add(at, c)
			}
			continue
		}
		r.add(at, c)
	}
}

// bothDeny reads "both deny it" from token i on.
func (r *reading) bothDeny(i, end int) bool {
	if i < 0 || i+2 >= end || r.lower(i) != "both" || !lex().meetings.Deny[r.lemma(i+1)] {
		return false
	}
	f := r.lower(i + 2)
	return f == "it" || (f == "this" || f == "that") && (i+3 >= end || r.upos(i+3) == "PUNCT") // but "both deny that it was about pay"
}

// toldBefore returns the last claim of some kind in so many sentences before the
// nth, nil for none.
func (r *reading) toldBefore(n, back int, is func(*found) bool) *found {
	var last *found
	for i := range r.claims {
		f := &r.claims[i]
		if s := r.sent[f.head]; s < n && s >= n-back && is(f) && (last == nil || f.head > last.head) {
			last = f
		}
	}
	return last
}

// gainsays returns the token at which a sentence says that what was told of a
// meeting is not so, -1 for none, and how many sentences back that may lie.
func (r *reading) gainsays(sent lang.Range) (at, back int) {
	l := &lex().meetings
	for i := sent.Start; i < sent.End; i++ {
		if r.lower(i) == "such" && i > sent.Start {
			for k := i + 1; k < min(i+4, sent.End); k++ {
				if !l.Nouns[r.lemma(k)] && r.lemma(k) != "contact" {
					continue
				}
				g := r.governor(k)
				if g != nil && (g.modal != "" || l.Plan[g.verb]) {
					continue
				}
				if r.lower(i-1) == "no" || g != nil && (r.modality(g.head) == rapporteur.Denied || slices.Contains(g.obj, k) && g.is(l.Deny) && !g.neg) {
					return k, reach
				}
			}
		}
		if r.bothDeny(i, sent.End) {
			return i + 1, reach
		}
		c := r.clause(i)
		if c != nil && c.head == i && c.neg && c.modal == "" && c.past && (c.verb == "take" || c.verb == "happen" || c.verb == "occur") {
			for _, k := range c.subj { // "No call took place", "The meeting never happened"
				if d := r.child(k, "det"); l.Nouns[r.lemma(k)] && r.own(k).Len() <= 2 && d >= 0 && (r.lower(d) == "no" || r.lower(d) == "the") {
					return k, reach
				}
			}
		}
		if c != nil && c.copula && c.neg && c.modal == "" && c.head == i && (l.Nouns[r.lemma(i)] || r.lemma(i) == "encounter") && len(c.subj) == 1 && r.pointsBack(c.subj[0]) {
			return i, 1 // "it was not a meeting"
		}
		if c == nil || c.head != i || c.neg || c.modal != "" {
			continue
		}
		switch {
		case c.copula && l.False[r.lower(i)] && len(c.subj) > 0 && r.pointsBack(c.subj[0]):
			return i, 1
		case len(c.obj) == 0:
		case (c.is(l.Deny) || (c.verb == "dismiss" || c.verb == "reject") && r.upos(c.obj[0]) == "NOUN") && r.pointsBack(c.obj[0]):
			return i, 1
		case c.is(l.Deny) && l.Nouns[r.lemma(c.obj[0])] && r.lower(r.own(c.obj[0]).Start) == "the" && r.own(c.obj[0]).Len() == 2:
			return i, reach
		}
	}
	return -1, 0
}

// pointsBack reports whether a noun or pronoun stands for what was just told.
func (r *reading) pointsBack(i int) bool {
	switch r.lower(i) {
	case "it", "this", "that":
		return true
	}
	own := r.own(i)
	return lex().meetings.Tales[r.lemma(i)] && own.Len() <= 3 && (r.lower(own.Start) == "the" || r.lower(own.Start) == "this" || r.lower(own.Start) == "that" || r.lower(own.Start) == "these")
}

// pluperfect reports whether a predicate tells what was so before: "it had been 15".
func (r *reading) pluperfect(g *clause) bool {
	if r.rel(g.head) == "ccomp" {
		return false // "she said it had been agreed"
	}
	return slices.ContainsFunc(r.kids[g.head], func(k int) bool { return base(r.rel(k)) == "aux" && r.lower(k) == "had" })
}

// voiceOf makes a source of somebody who is named.
func voiceOf(m rapporteur.Mention) rapporteur.Source {
	t := rapporteur.InstitutionSource
	switch m.Kind {
	case rapporteur.Person:
		t = rapporteur.PersonSource
	case rapporteur.Outlet:
		t = rapporteur.OutletSource
	case rapporteur.Group:
		t = rapporteur.GroupSource
	}
	return rapporteur.Source{Name: m.Name, Type: t, Span: m.Span, Words: m.Name}
}

// answer is what "it" at a token has become in somebody's words.
type answer struct {
	head     int
	status   rapporteur.Status
	modality rapporteur.Modality
}

// answered reads what a point has become in somebody's words where the sentence
// before tells on the word of another that it has become something else: "A
// delegate said the clause had been dropped. Brandt said it was only put off."
func (r *reading) answered() {
	for _, x := range r.answers {
		n := r.sent[x.head]
		var told *found
		for i := range r.claims {
			f := &r.claims[i]
			if s := r.sent[f.head]; f.Point != nil && f.Point.Status != rapporteur.Proposed && (s == n-1 || s == n && f.head < x.head) {
				told = f
			}
		}
		if told == nil || told.Point.Status == x.status && x.modality != rapporteur.Denied || told.Modality == rapporteur.Denied || len(r.chain(x.head)) == 0 {
			continue
		}
		p := *told.Point
		if p.Status = x.status; slices.ContainsFunc(r.claims, func(f found) bool {
			return f.Point != nil && r.sent[f.head] == n && f.head >= x.head && f.Point.Summary == p.Summary && f.Point.Status == p.Status
		}) {
			continue // it is told already
		}
		r.add(x.head, rapporteur.Claim{Kind: rapporteur.KindPoint, Point: &p, Modality: x.modality})
	}
}
