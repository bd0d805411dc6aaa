package claim

import (
	"slices"

	"rapporteur"
	"rapporteur/lang"
	"rapporteur/timex"
)

// aimed reads days that somebody sets himself: "hopes to settle by the weekend", "the goal
// of concluding by July", "their commitment to finish in the third quarter".
func (b *limit) aimed() bool {
	for up, steps := b.c, 0; up != nil && steps < 4; up, steps = b.clause(up.up), steps+1 {
		switch {
		case up.neg || b.conditional(up):
			return false
		case b.hopes(up), b.isAim(up):
			return true
		}
	}
	return false
}

// hopes reads "hopes to sign by June", "is pushing for an accord by June". What somebody only
// hopes that others will do is none.
func (b *limit) hopes(up *clause) bool {
	l, c := &lex().deadlines, b.c
	own := up.head == c.head
	switch {
	case up.may(), b.prep != "by" && b.prep != "before" && (up.verb == "plan" || up.verb == "intend"):
		return false
	case !own && l.Hopes[up.verb] && len(up.obj) == 0 && c.mark == "to" && (up.verb != "like" || up.modal == "would") && b.brings(c) && b.near():
	case own && l.Strives[up.verb] && slices.ContainsFunc(up.with("for", "at", "toward", "towards"), b.isAccord):
		o := up.with("for", "at", "toward", "towards")[0]
		b.deadline.What = b.what(lang.Range{Start: b.nounPhrase(o).Start, End: b.own(c.head).End})
	case own && (l.Hopes[up.verb] || up.verb == "want") && b.prep != "by" && !up.past && !up.perfect && len(up.obj) == 0 && len(up.comp) > 0 && b.clause(up.comp[0]) != nil && b.brings(b.clause(up.comp[0])): // "in the week of 6 June he wants to be elected"
		b.deadline.What = b.toBeDone(b.own(up.comp[0]))
	case own && up.verb == "expect" && !up.passive && len(up.obj) > 0 && len(up.comp) == 0 && (b.lower(up.obj[0]) == "it" || b.isAccord(up.obj[0])): // "expects it by 20 July"
	default:
		return false
	}
	who := b.actorsOrMeant(up.subj)
	switch {
	case own && up.verb == "expect" && (len(who) == 0 || who[0].Kind == rapporteur.Group):
		return false
	case len(who) > 0 && who[0].Kind != rapporteur.Outlet:
		b.deadline.SetBy = who[0].Mention
	case len(who) > 0, len(up.subj) == 0, b.upos(up.subj[0]) != "PRON":
		return false
	}
	b.tell()
	return true
}

// brings reports whether a clause tells what talks are to bring about.
func (b *limit) brings(c *clause) bool {
	l := &lex().deadlines
	return c.is(l.Concludes) || c.is(l.Announces) || c.is(l.Begun)
}

// near reports whether the day lies within two years of the report.
func (b *limit) near() bool {
	return b.report.Published.IsZero() || b.day.Interval.To.Sub(b.report.Published) < 2*366
}

// isAccord reports whether a nominal is what talks are to bring about.
func (b *limit) isAccord(i int) bool { return lex().deadlines.Accords[b.lemma(i)] || b.isTextNoun(i) }

// isAim reads "its aim of signing by June", "the commitment to finish by June": the noun
// before a clause tells what it is.
func (b *limit) isAim(up *clause) bool {
	l := &lex().deadlines
	m := b.child(up.head, "mark")
	if m <= 0 || b.lower(m) != "of" && b.lower(m) != "to" || b.upos(m-1) != "NOUN" || !l.Aims[b.lemma(m-1)] && !l.Vows[b.lemma(m-1)] {
		return false
	}
	h := m - 1
	if b.lower(m) == "to" && !b.brings(up) && !b.brings(b.c) {
		return false // "plans to travel"
	}
	if g := b.governor(h); g != nil && (g.neg || l.Drops[g.verb] && slices.Contains(g.obj, h)) {
		return true // an aim that was given up
	}
	who := b.actorsOrMeant(b.children(h, "nmod:poss", "compound"))
	if g := b.governor(h); len(who) == 0 && g != nil && slices.Contains(g.obj, h) {
		who = b.actorsOrMeant(g.subj)
	}
	switch {
	case len(who) == 0:
	case l.Aims[b.lemma(h)]:
		b.deadline.SetBy = who[0].Mention
	default:
		b.deadline.For = mentions(who) // who promises is bound
	}
	b.deadline.What = b.what(b.tail(up, b.own(up.head)))
	b.tell()
	return true
}

// wantedThen reads "wants the first phase completed this week", of the days that go on now.
func (b *limit) wantedThen() bool {
	if f := b.lower(b.day.Start); b.prep != "" || f != "this" && f != "today" && f != "tomorrow" && f != "tonight" || b.c.neg {
		return false
	}
	c, up := b.c, b.clause(b.c.up)
	if up == nil || up.neg || up.passive || b.conditional(up) || c.is(lex().meetings.Verbs) || c.is(lex().meetings.Journey) || b.doc.Tokens[c.head].XPOS != "VBN" && c.mark != "to" {
		return false
	}
	switch {
	case up.verb == "want", up.verb == "demand", up.verb == "like" && up.modal == "would", up.verb == "need" && up.modal == "":
	default:
		return false
	}
	b.setBy(up.subj)
	if len(c.subj) > 0 && b.upos(c.subj[0]) != "PRON" && c.passive {
		b.deadline.What = b.toBeDone(lang.Range{Start: b.nounPhrase(c.subj[0]).Start, End: b.day.Start})
	}
	b.tell()
	return true
}

// meant reads a day that is reckoned by a rule: "must be published 30 days after notice,
// meaning 12 June".
func (b *limit) meant() bool {
	up := b.clause(b.c.up)
	if b.c.verb != "mean" || b.doc.Tokens[b.c.head].XPOS != "VBG" || up == nil || up.neg || b.day.Start != b.c.head+1 {
		return false
	}
	if up.modal != "must" && up.modal != "shall" && !b.isTo(up) && !b.requests(up) {
		return false
	}
	b.deadline.What = b.toBeDone(lang.Range{Start: b.tail(up, b.own(up.head)).Start, End: b.c.head})
	b.c = up
	b.tell()
	return true
}

// notBeyond reads "will not extend the contract past midnight on 30 June".
func (b *limit) notBeyond() bool {
	c := b.c
	if !c.neg && !b.refused(c) || c.past || c.perfect || !lex().deadlines.Prolongs[c.verb] && !lex().deadlines.Goes[c.verb] {
		return false
	}
	b.setBy(c.subj)
	b.deadline.What = b.toBeDone(lang.Range{Start: c.head, End: b.day.Start - 1})
	b.modality = rapporteur.Asserted
	b.tell()
	return true
}

// eventBefore returns the clause above one that tells of an event of the day before which
// something is to be done, nil for others: "freed | by the time he takes office on 20 June",
// "signed | before he is sworn in on 20 June".
func (r *reading) eventBefore(c *clause, x *timex.Time) *clause {
	h := r.head(c.head)
	switch {
	case h < 0 || len(c.subj) == 0 || r.head(r.top(x.Range)) != c.head || x.Interval.Days() > 3:
		return nil
	case r.isRel(c.head, "acl", "acl:relcl") && r.lower(h) == "time" && r.caseOf(h) == "by":
		return r.governor(h)
	case c.mark == "before" && base(r.rel(c.head)) == "advcl":
		return r.clause(c.up)
	}
	return nil
}

// lapsing reads how long before the end of something the news came: "two weeks before the
// contracts are due to expire".
func (r *reading) lapsing(c *clause) {
	m := r.child(c.head, "mark")
	if m < 0 || r.lower(m) != "before" || c.neg || !c.is(lex().deadlines.Endings) || len(c.subj) == 0 {
		return
	}
	d := r.distanceAt(m)
	if d == nil {
		return
	}
	d.days = -d.days
	day := r.anchor(d, c.head)
	pub := r.report.Published
	if day.IsZero() && !pub.IsZero() {
		day = rapporteur.Interval{From: pub.AddDays(-1), To: pub}
	}
	who := c.subj[0]
	if day.IsZero() || lex().meetings.Nouns[r.lemma(who)] || lex().deadlines.Passing[r.lemma(who)] && !r.ofMission(who) {
		return
	}
	what := ""
	if r.upos(who) != "PRON" {
		what = r.toBeDone(r.nounPhrase(who)) + " " + r.form(c.head)
	}
	r.add(c.head, rapporteur.Claim{Kind: rapporteur.KindDeadline, When: d.from(day), Modality: rapporteur.Asserted, Deadline: &rapporteur.DeadlineClaim{State: "set", What: what}})
}

// term reads for how long something holds: "the agreement is valid for 120 days", of the
// day on which the report tells it signed.
func (r *reading) term(x *timex.Time, c *clause, prep string) {
	l := &lex().deadlines
	if prep != "for" && prep != "" || len(c.subj) == 0 || c.modal != "" && c.modal != "will" && c.modal != "shall" || c.ongoing || r.conditional(c) {
		return
	}
	who := c.subj[0]
	if !r.isTextNoun(who) && !l.Pauses[r.lemma(who)] {
		return
	}
	switch {
	case c.copula && l.Valid[r.lower(c.head)]:
	case l.Runs[c.verb] && !c.past && !c.perfect:
	case c.passive && prep == "for" && (c.verb == "conclude" || c.verb == "sign" || c.verb == "agree"):
	default:
		return
	}
	n, slack := length(x.Value)
	day := r.signedOn()
	for _, k := range r.children(who, "acl", "acl:relcl") { // "the pause, announced on 10 April"
		if t := r.timeBelow(k); t != nil && t.Interval.Exact() {
			day = t.Interval
		}
	}
	if n == 0 {
		return
	}
	when := rapporteur.Interval{From: day.From.AddDays(n - slack), To: day.To.AddDays(n + slack)}
	if day.IsZero() {
		if f := r.lower(x.Start); f != "another" || c.past || c.perfect {
			return
		}
		when = r.after(x, -1) // "is good for another ten days"
	}
	d := &rapporteur.DeadlineClaim{State: "set", What: r.event(c.head, r.tail(c, r.own(c.head)).Start, x)}
	r.add(x.Start, rapporteur.Claim{Kind: rapporteur.KindDeadline, Deadline: d, When: when, Modality: rapporteur.Asserted})
}

// signedOn returns the day on which the report tells an accord signed, zero for none.
func (r *reading) signedOn() rapporteur.Interval {
	for i := range r.clauses {
		c := &r.clauses[i]
		if c.verb != "sign" && c.verb != "initial" || c.neg || c.modal == "would" || c.modal == "could" || c.modal == "may" || r.conditional(c) {
			continue
		}
		if t := r.timeBelow(c.head); t != nil && t.Interval.Exact() {
			return t.Interval
		}
	}
	return rapporteur.Interval{}
}
