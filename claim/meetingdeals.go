package claim

import (
	"slices"
	"strings"

	"rapporteur"
)

// Encounters told by what came of them: "the summit deal in Lund early on Thursday", "Union leaders agreed
// on Thursday to extend the talks", "Brandt and Okoye agreed on Saturday to a truce".

// summitProduct reads the encounter of which a noun at i only says whose outcome another noun is, nil where it
// does not: "the summit communique issued in Lund on Monday".
func (r *reading) summitProduct(i int) *encounter {
	h := r.head(i)
	if r.rel(i) != "compound" || h != i+1 || !lex().meetings.Products[r.lemma(h)] || r.nameAt(i) != nil {
		return nil
	}
	switch r.lemma(i) {
	case "summit", "talk", "talks", "meeting", "round", "dinner", "ministerial":
	default:
		return nil
	}
	e := &encounter{head: i, noun: i, state: rapporteur.MeetingHeld, modality: rapporteur.Asserted, talks: true, format: lex().meetings.Format[r.lemma(i)]}
	g := r.governor(h)
	if g != nil && (r.modality(g.head) == rapporteur.Conditional || r.modality(g.head) == rapporteur.Denied || g.modal != "" && slices.Contains(g.obj, h)) {
		return nil
	}
	for _, k := range r.kids[h] {
		if k < i {
			e.who = append(e.who, r.compoundNames(k)...)
		}
	}
	r.fill(e, h)
	for _, k := range r.children(h, "acl") { // "the summit deal reached in Lund"
		r.fill(e, k)
	}
	if t := r.timeBelow(h); t != nil {
		e.when = t.Interval
	} else if g != nil && g.passive && g.past && slices.Contains(g.subj, h) {
		r.circumstances(e, g)
	}
	if e.when.IsZero() && e.place == "" || e.when.Days() > 7 || r.toCome(e.when) {
		return nil
	}
	return e
}

// agreedOnDay reads that those who sit down to do it agreed on something on a day, nil where a clause tells of no such
// thing: the leaders of a union of states, or two persons and more.
func (r *reading) agreedOnDay(c *clause) *encounter {
	if !lex().meetings.Concur[c.verb] || c.passive || c.neg || c.modal != "" || !c.past || c.perfect || c.ongoing || c.mark == "to" || c.mark == "if" || len(c.subj) == 0 || r.modality(c.head) != rapporteur.Asserted {
		return nil
	}
	pub := r.report.Published
	t := r.timeBelow(c.head)
	if t == nil || pub.IsZero() || !t.Interval.Exact() || t.Interval.From.After(pub) || pub.Sub(t.Interval.From) > 7 && r.ofWeekday(t) || r.sinceWhen(t) || t.Start > c.head+9 {
		return nil
	}
	if slices.ContainsFunc(r.kids[c.head], func(k int) bool { x := r.clause(k); return x != nil && x.mark == "to" && r.isMeetingVerb(x) }) {
		return nil // "agreed on Monday to meet": told there
	}
	who := r.subjects(c)
	persons := 0
	for _, a := range distinct(who) {
		if a.Kind == rapporteur.Person {
			persons++
		}
	}
	if persons < 2 && !r.leadersOfMany(c.subj[0]) || persons > 1 && !inTouch[c.verb] {
		return nil
	}
	e := &encounter{head: c.head, noun: c.head, who: who, when: t.Interval, state: rapporteur.MeetingHeld, modality: rapporteur.Asserted}
	r.fill(e, c.head)
	return e
}

// inTouch are the verbs of agreeing that tell of two persons that they were in touch.
var inTouch = words{"agree": true}

// isMeetingVerb reports whether a clause tells of coming together or speaking again.
func (r *reading) isMeetingVerb(c *clause) bool {
	l := &lex().meetings
	return c.is(l.Verbs) || c.is(l.Together) || l.Begin[c.verb] || l.GoOn[c.verb] || l.Hold[c.verb] || l.Journey[c.verb]
}

// leadersOfMany reports whether a nominal tells of the leaders or ministers of a union of states: "Union leaders",
// "the foreign ministers of the 27", "the bloc's ambassadors".
func (r *reading) leadersOfMany(i int) bool {
	if !lex().meetings.Heads[r.lemma(i)] || r.doc.Tokens[i].XPOS != "NNS" {
		return false
	}
	s := r.lowers[r.lo[i]:r.hi[i]]
	for k := range s {
		if lex().meetings.Unions[s[k]] || k+1 < len(s) && lex().meetings.Unions[s[k]+" "+s[k+1]] || k+2 < len(s) && lex().meetings.Unions[strings.Join(s[k:k+3], " ")] {
			return true
		}
	}
	return false
}

// withoutDebris leaves out of those who met what is no name: an address on the web, half of an office.
func (r *reading) withoutDebris(e *encounter) {
	e.who = slices.DeleteFunc(e.who, func(a actor) bool {
		f := strings.ToLower(a.Name)
		return strings.Contains(f, "://") || strings.Contains(f, ".twitter.com") || strings.Contains(f, ".com/") || f == "vice" || f == "deputy" || f == "acting"
	})
}
