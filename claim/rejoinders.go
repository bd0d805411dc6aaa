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
			return f.Meeting != nil && (back > 1 || len(f.Chain) > 0 || f.Modality == rapporteur.Hedged || r.rumoured(f.head)) && (f.Meeting.State == rapporteur.MeetingHeld || f.Meeting.State == rapporteur.MeetingUnderWay) && len(f.Meeting.Participants)+len(f.Meeting.Parties) > 1
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
	return i >= 0 && i+2 < end && r.lower(i) == "both" && lex().meetings.Deny[r.lemma(i+1)] && (r.lower(i+2) == "it" || r.lower(i+2) == "this" || r.lower(i+2) == "that")
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

// recounts reads the number that somebody puts beside the one that was just told
// of a text, without the words for what is counted: "Brandt counts nine", "seven
// would be nearer the truth", "she put the number at 14".
func (r *reading) recounts() {
	for n, s := range r.doc.Sentences {
		if s.Heading {
			continue
		}
		for i := s.Start; i < s.End; i++ {
			count, end := r.number(i)
			if count == 0 || r.timeAt[i] >= 0 || r.percent(end) || i > s.Start && r.form(i-1) == "$" || end+1 < s.End && r.lower(end) == "of" && r.lower(end+1) != "them" ||
				slices.ContainsFunc(r.claims, func(f found) bool { return f.Text != nil && f.head == i }) {
				continue
			}
			g := r.governor(i)
			by := r.countedBy(i, s.Range)
			who, beside := r.counter(i, end, s.Range)
			if by < 0 && !beside && (g == nil || g.neg || !r.recounted(i, end, g)) {
				continue
			}
			last := n
			if beside {
				last++
			}
			if by >= 0 && slices.ContainsFunc(r.claims, func(f found) bool { return f.Text != nil && r.sent[f.head] == n && f.head < by }) {
				last++ // "six are settled, said Falk; Rooke counts five"
			}
			told := r.toldBefore(last, reach, func(f *found) bool {
				return f.head < i && f.Text != nil && f.Text.Size.Count+f.Text.Agreed > 0 && f.Text.Size.Unit != "document" && f.Modality != rapporteur.Denied
			})
			if told == nil || !r.ownUnit(end, told.Text.Size.Unit, s.Range) {
				continue
			}
			t := *told.Text
			t.CutFrom, t.Open, t.Access = 0, 0, ""
			switch {
			case t.Agreed > 0 && count != t.Agreed && (t.Size.Count == 0 || count <= t.Size.Count):
				t.Agreed = count
			case t.Agreed == 0 && told.Text.Open == 0 && count != t.Size.Count && 2*count > t.Size.Count && count < 2*t.Size.Count:
				t.Size.Count = count
			default:
				continue
			}
			c := rapporteur.Claim{Kind: rapporteur.KindText, Text: &t, Modality: rapporteur.Asserted, Background: g != nil && r.pluperfect(g)}
			var tellers []actor
			switch {
			case beside:
				c.Chain = r.voiceOfCount(who, i)
			case by >= 0:
				tellers = r.actorsAt(by)
			case !slices.Contains(g.subj, i):
				tellers = r.actorsAt(g.subj...)
			}
			if by < 0 && !beside && len(tellers) == 0 && len(g.subj) > 0 && r.upos(g.subj[0]) == "NOUN" && g.subj[0] != i {
				c.Chain = r.links(r.inner[g.subj[0]])
			}
			if len(tellers) == 1 && !slices.ContainsFunc(r.chain(i), func(s rapporteur.Source) bool { return s.Name == tellers[0].Name }) {
				c.Chain = []rapporteur.Source{voiceOf(tellers[0].Mention)}
			}
			r.add(i, c)
			break
		}
	}
}

// countedBy returns the token of whoever counts the number at token i, whatever the
// tree took "counts" for, -1 for nobody: "Lena Brandt counts nine".
func (r *reading) countedBy(i int, sent lang.Range) int {
	if i < sent.Start+2 || !lex().texts.Counting[r.lemma(i-1)] || r.lower(i-1) == r.lemma(i-1) {
		return -1
	}
	by := i - 2
	if r.form(by) == "," && by > sent.Start {
		by--
	}
	if r.typeAt(by) != "" || r.upos(by) == "NOUN" || r.upos(by) == "PROPN" {
		return r.nameHead(by)
	}
	return -1
}

// recounted reports whether a number stands alone for what was told before: what
// somebody counts or speaks of, puts something at, or what is near the truth.
func (r *reading) recounted(i, end int, g *clause) bool {
	l := &lex().texts
	with := func(prep string) bool {
		return slices.ContainsFunc(g.obl, func(o oblique) bool {
			return o.prep == prep && (o.head == i || o.head >= i && o.head < end)
		})
	}
	subject := func() bool {
		return len(g.subj) > 0 && (r.lower(g.subj[0]) == "it" || r.lower(g.subj[0]) == "there" || l.Figures[r.lemma(g.subj[0])])
	}
	switch {
	case l.Counting[g.verb] && slices.Contains(g.obj, i):
		return true
	case r.reached(g):
		return with("on")
	case g.verb == "speak" || g.verb == "talk" || g.verb == "write":
		return with("of")
	case g.verb == "put" || g.verb == "place":
		return with("at") && len(g.obj) > 0 && (r.lower(g.obj[0]) == "it" || l.Figures[r.lemma(g.obj[0])])
	case g.copula && slices.Contains(g.subj, i):
		return l.Truer[r.lower(g.head)]
	case g.copula && (g.head == i || g.head == end-1):
		return subject()
	}
	return false
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
