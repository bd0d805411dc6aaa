package claim

import (
	"cmp"
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/lang"
)

// A thesis is what a clause says is so, or is not so, in a form in which what another
// report says can be set against it: what is done, whether it is denied, by whom, and
// the words that tell the matter; or a number with what it counts. Only deeds of the
// lexicon have one, so that two who tell of the same in other words meet.

// theses gives the claims of a report what their clauses say is so.
func (r *reading) theses() {
	r.dueDays()
	r.plannedDays()
	r.clauseTheses()
	r.figures()
	r.halve()
}

// halve gives two statements of two voices in one sentence that tell of one deed each its half, where a
// semicolon parts them: "the draft was Estrel's, Okoye said; Brandt said that it was Norvana's".
func (r *reading) halve() {
	for i := range r.claims {
		a := &r.claims[i]
		if a.Statement == nil || len(a.Theses) == 0 {
			continue
		}
		s := r.sentence(a.head)
		for k := range r.claims {
			b := &r.claims[k]
			if b.Statement == nil || r.sent[b.head] != r.sent[a.head] || b.Span != a.Span || b.Statement.Span.Start < a.Statement.Span.End || b.Statement.Speaker.Name == a.Statement.Speaker.Name || !slices.ContainsFunc(a.Theses, func(t rapporteur.Thesis) bool {
				return t.Act != "" && slices.ContainsFunc(b.Theses, func(o rapporteur.Thesis) bool { return o.Act == t.Act })
			}) {
				continue
			}
			for at := s.Start + 1; at < s.End-1; at++ {
				if semi := r.bytes(lang.Range{Start: at, End: at + 1}); r.form(at) == ";" && semi.Start >= a.Statement.Span.End && semi.End <= b.Statement.Span.Start {
					a.Span, b.Span = r.bytes(lang.Range{Start: s.Start, End: at}), r.bytes(lang.Range{Start: at + 1, End: s.End})
					break
				}
			}
		}
	}
}

// clauseTheses gives them what their clauses say was done or was not.
func (r *reading) clauseTheses() {
	for i := range r.clauses {
		c := &r.clauses[i]
		if r.doc.Sentences[r.sent[c.head]].Heading || r.cue[c.head] && r.tellingOf(c.head) < 0 && !r.ownDeed(c) || r.unasserted(c) {
			continue
		}
		var list []rapporteur.Thesis
		if t, ok := r.deed(c); ok {
			list = append(list, t)
			if t, ok := r.presumed(c, t); ok {
				list = append(list, t)
			}
		}
		if t, ok := r.undone(c); ok {
			list = append(list, t)
		}
		if t, ok := r.askedBy(c); ok {
			list = append(list, t)
		}
		if len(list) == 0 {
			continue
		}
		if f := r.claimOf(c.head); f != nil {
			issue := r.issueOf(c)
			for _, t := range list {
				t.Issue = issue
				if len(f.Theses) < mostTheses && !slices.Contains(f.Theses, t) {
					f.Theses = append(f.Theses, t)
				}
			}
		}
	}
}

// deniedTheses gives those who deny what another said the contrary of the one thing he says.
func (r *reading) deniedTheses() {
	for i := range r.claims {
		d := &r.claims[i]
		if d.Statement == nil || d.Modality != rapporteur.Denied || d.Statement.Instead != "" {
			continue
		}
		for k := range r.claims {
			if f := &r.claims[k]; f.Statement != nil && f.Modality != rapporteur.Denied && f.Statement.Span == d.Statement.Span && len(f.Theses) == 1 && f.Theses[0].Count == 0 {
				t := f.Theses[0]
				t.Not = !t.Not
				d.Theses = []rapporteur.Thesis{t}
				break
			}
		}
	}
}

// issueOf returns the issue of the agenda for which the words of a clause speak, "" for none.
func (r *reading) issueOf(c *clause) string {
	if list := r.issuesOf(lang.Range{Start: r.lo[c.head], End: r.hi[c.head]}); len(list) > 0 && list[0] != Other {
		return list[0]
	}
	return ""
}

// mostTheses is how many theses of one claim are kept.
const mostTheses = 8

// claimOf returns the claim that tells what a predicate says: the shortest words of a
// speaker around it, else what else is read in its sentence; nil for none.
func (r *reading) claimOf(at int) *found {
	b := r.bytes(lang.Range{Start: at, End: at + 1}).Start
	var best *found
	rank := func(f *found) int {
		if f.Statement != nil {
			return f.Statement.Span.End - f.Statement.Span.Start
		}
		return 1<<20 + f.head - r.sentence(at).Start
	}
	for i := range r.claims {
		f := &r.claims[i]
		switch {
		case f.Modality == rapporteur.Denied && f.Statement != nil, f.LeftOut != "", f.Likelihood > 0 && f.Likelihood < rapporteur.Doubtful, f.Role != nil:
			continue
		case f.Statement != nil && (f.Statement.Refusal || b < f.Statement.Span.Start || b >= f.Statement.Span.End):
			continue
		case f.Statement == nil && r.sent[f.head] != r.sent[at]:
			continue
		}
		if best == nil || rank(f) < rank(best) {
			best = f
		}
	}
	return best
}

// ownDeed reports whether a cue is itself a deed: "promised", "asked".
func (r *reading) ownDeed(c *clause) bool {
	a := r.act(c)
	return a != "" && a != "meet" && a != "consult" && a != "suggest"
}

// unasserted reports whether a clause tells of nothing that is so: of conditions, wishes,
// orders and what may be.
func (r *reading) unasserted(c *clause) bool {
	l := lex()
	if r.conditional(c) || r.hasIf(c) || c.mark == "whether" || r.obliges(c) {
		return true
	}
	if c.passive && !c.past && !c.perfect && !c.ongoing && !c.neg && c.modal == "" && handedOn[l.theses.act[c.verb]] {
		return true // "the more it is offered, the more it wants": a habit
	}
	if (c.mark == "before" || c.mark == "until" || c.mark == "once" || c.mark == "till") && !c.past && !c.perfect {
		return true // "before we leave the bloc"
	}
	for _, a := range c.adverbs {
		if l.modality.Hedges[r.lower(a)] || c.neg && r.lower(a) == "yet" {
			return true
		}
	}
	if c.neg && !c.past && !c.perfect {
		for i := c.head + 1; i < min(c.head+6, r.sentence(c.head).End); i++ {
			if r.lower(i) == "until" { // "nothing is agreed until everything is agreed"
				return true
			}
		}
	}
	if c.modal == "could" || c.modal == "might" || c.modal == "should" {
		return true
	}
	if x := r.doc.Tokens[c.head].XPOS; (base(r.rel(c.head)) == "acl" && r.rel(c.head) != "acl:relcl" || base(r.rel(c.head)) == "amod") && (x == "VB" || c.neg) {
		return true // "a list not yet agreed upon", "plans to sign it"
	}
	if k := r.child(c.head, "cc"); k >= 0 && (r.lower(k) == "or" || r.lower(k) == "either") {
		return true
	}
	for _, k := range slices.Concat(c.obj, c.subj) {
		if d := r.child(k, "cc"); d >= 0 && (r.lower(d) == "or" || r.lower(d) == "either") || slices.ContainsFunc(r.conjuncts(k), func(o int) bool { d := r.child(o, "cc"); return d >= 0 && r.lower(d) == "or" }) {
			return true
		}
	}
	for at, steps := c, 0; steps < 8; steps++ {
		up := r.clause(at.up)
		if up == nil || r.tellingOf(up.head) != r.tellingOf(c.head) {
			return false
		}
		rel := base(r.rel(at.head))
		if rel == "acl" && r.rel(at.head) == "acl:relcl" {
			return false
		}
		if (rel == "xcomp" || rel == "ccomp" || rel == "acl" || rel == "advcl" && at.mark == "to") && (l.rebuttals.Wants[up.verb] && up.verb != "insist" && l.theses.act[up.verb] != "promise" || r.conditional(up)) {
			return true
		}
		if (rel == "xcomp" || rel == "ccomp") && (l.rebuttals.Open[up.modal] || up.modal == "would" || (up.verb == "go" || up.verb == "have" || up.verb == "need") && at.mark == "to" || up.lemma == "like") {
			return true
		}
		if rel == "advcl" && (at.mark == "to" && l.theses.act[up.verb] != "promise" && l.theses.act[up.verb] != "agree" || r.conditional(at)) {
			return true
		}
		at = up
	}
	return false
}

// handedOn are deeds done at one time, of which the present tells a habit.
var handedOn = map[string]bool{"offer": true, "ask": true, "promise": true, "receive": true, "leak": true}

// act returns the name of the deed that a predicate tells, "" for none.
func (r *reading) act(c *clause) string {
	l := &lex().theses
	if k := r.deedNoun(c); k >= 0 {
		return l.noun[r.lemma(k)]
	}
	if c.copula && (r.caseOf(c.head) == "at" || r.caseOf(c.head) == "in" && r.lemma(c.head) == "room") && (lex().meetings.Nouns[r.lemma(c.head)] || r.lemma(c.head) == "table" || r.lemma(c.head) == "room") {
		return "attend"
	}
	if l.Have.Verbs[c.verb] && r.keeps(c) {
		return "receive"
	}
	return r.classed(c, l.act)
}

// deedNoun returns the noun that tells the deed of a predicate which says little itself,
// -1 for none: "no agreement was reached", "there is no such offer".
func (r *reading) deedNoun(c *clause) int {
	l := &lex().theses
	if !l.Light.Verbs[c.verb] && c.verb != "there" || c.lemma != c.verb && !l.Light.Verbs[c.lemma] && strings.HasSuffix(c.lemma, " back") {
		return -1 // "took back its offer" tells no offer
	}
	list := slices.Concat(c.obj, c.iobj, c.comp)
	if c.passive || len(list) == 0 {
		list = append(list, c.subj...)
	}
	for _, k := range list {
		if be := r.child(k, "cop"); be > 0 && r.lower(be-1) == "to" {
			continue // "it has to be an agreement that works"
		}
		if a := l.noun[r.lemma(k)]; a != "" && (r.upos(k) == "NOUN" || a == "access") && r.lower(r.own(k).Start) != "the" {
			return k
		}
	}
	if c.copula && r.child(c.head, "expl") >= 0 && l.noun[r.lemma(c.head)] != "" {
		return c.head
	}
	return -1
}

// classed returns the class of a predicate by its verb, with the particle, object or
// preposition that belongs to it.
func (r *reading) classed(c *clause, class map[string]string) string {
	for _, o := range c.obl { // "gone back on the rules"
		if a := class[c.lemma+" "+o.prep]; a != "" && c.lemma != c.verb {
			return a
		}
	}
	if next := c.head + 2; c.lemma != c.verb && next < len(r.kids) && r.upos(next) == "ADP" {
		if a := class[c.lemma+" "+r.lower(next)]; a != "" {
			return a
		}
	}
	if next := c.head + 1; c.lemma == c.verb && next < len(r.kids) && particles[r.lower(next)] {
		if a := class[c.verb+" "+r.lower(next)]; a != "" { // "walked out of the talks"
			return a
		}
	}
	if next := c.head + 1; c.passive && next+1 < len(r.kids) && r.upos(next) == "ADP" && r.upos(next+1) == "PUNCT" {
		if a := class[c.verb+" "+r.lower(next)]; a != "" { // "no pause had been asked for"
			return a
		}
	}
	if next := c.head + 1; (!c.passive || r.doc.Tokens[c.head].XPOS == "VBD") && next < len(r.kids) && r.rel(next) == "case" { // "stood by the rules"
		if a := class[c.verb+" "+r.lower(next)]; a != "" {
			return a
		}
	}
	for _, k := range c.obj {
		if a := class[c.verb+" "+r.lemma(k)]; a != "" {
			return a
		}
	}
	for _, o := range c.obl {
		if a := cmp.Or(class[c.verb+" "+o.prep+" "+r.lemma(o.head)], class[c.verb+" "+o.prep]); a != "" {
			return a
		}
	}
	return cmp.Or(class[c.lemma], class[c.verb])
}

// keeps reports whether a verb of having tells of a text that was to be handed over: one
// that is known, or none: "they have the draft", "we have not been given a plan".
func (r *reading) keeps(c *clause) bool {
	of := c.obj
	if c.passive {
		of = append(slices.Clone(of), c.subj...)
	}
	return slices.ContainsFunc(of, func(k int) bool {
		d := r.child(k, "det")
		return r.isTextNoun(k) && (c.verb == "give" || c.verb == "get" || d >= 0 && r.lower(d) != "a" && r.lower(d) != "an" && r.lower(d) != "no")
	})
}

// undone reads a predicate that says by itself that something was not done: "turned down",
// "is open".
func (r *reading) undone(c *clause) (t rapporteur.Thesis, ok bool) {
	t.Act, t.Not = r.classed(c, lex().theses.undone), true
	if c.copula {
		t.Act = lex().theses.undone["be "+r.lemma(c.head)]
	}
	if t.Act == "" || r.saysNot(c) || c.modal != "" || !c.copula && r.doc.Tokens[c.head].XPOS == "VB" || c.copula && t.Act == "agree" && !r.state(c) {
		return t, false
	}
	if t.Act == "receive" && !slices.ContainsFunc(slices.Concat(c.obj, c.subj), r.isTextNoun) && !slices.ContainsFunc(c.obl, func(o oblique) bool { return r.isTextNoun(o.head) }) {
		return t, false
	}
	if t.Matter, t.Any = r.matterOf(c); t.Matter == "" && !t.Any {
		return t, false
	}
	t.Who, t.When = r.whoOf(c), r.whenOf(c)
	return t, true
}

// state reports whether a copula clause tells a state of something that may be settled.
func (r *reading) state(c *clause) bool {
	return len(c.subj) > 0 && len(r.actorsAt(c.subj...)) == 0 && r.upos(c.head) == "ADJ" && len(c.comp) == 0
}

// deed reads what a predicate says was done, or stands in a text.
func (r *reading) deed(c *clause) (t rapporteur.Thesis, ok bool) {
	not := r.saysNot(c)
	if out, in := r.standsIn(c); in {
		if c.modal != "" && c.modal != "will" && c.modal != "would" {
			return t, false
		}
		t.Act, t.Not = "in", out != not
	} else {
		t.Act, t.Not = r.act(c), not
		if t.Act == "" || r.doc.Tokens[c.head].XPOS == "VB" && r.marked(c) && !r.failed(c) || c.modal != "" && !r.provided(c) || !c.past && !c.perfect && !c.passive && r.doc.Tokens[c.head].XPOS == "VB" && c.modal == "" && !not {
			return t, false
		}
		if r.doc.Tokens[c.head].XPOS == "VBG" && !c.ongoing && !not && !c.perfect {
			return t, false
		}
	}
	t.Matter, t.Any = r.matterOf(c)
	if t.Matter == "" && !t.Any {
		return t, false
	}
	t.Any = t.Any || !t.Not && r.singled(c)
	t.Who, t.When = r.whoOf(c), r.whenOf(c)
	return t, true
}

// singled reports whether a predicate is told of one alone, in the place of another: "it was the union
// that had asked for it".
func (r *reading) singled(c *clause) bool {
	s := r.sentence(c.head)
	for k := max(s.Start, c.head-12); k+2 < c.head; k++ {
		if r.lower(k) != "it" || r.lemma(k+1) != "be" {
			continue
		}
		for j := k + 3; j < c.head; j++ {
			if w := r.lower(j); w == "that" || w == "who" || w == "which" {
				return true
			}
			if r.upos(j) == "VERB" || r.upos(j) == "PUNCT" {
				break
			}
		}
	}
	return false
}

// presumed returns what must have been for a deed to be done: who turned something down was
// asked for it, or offered it.
func (r *reading) presumed(c *clause, t rapporteur.Thesis) (rapporteur.Thesis, bool) {
	if t.Act != "reject" || t.Not || c.passive || len(c.obj) == 0 || t.Matter == "" {
		return t, false
	}
	t.Act, t.Who = "ask", ""
	if lex().theses.noun[r.lemma(c.obj[0])] == "offer" {
		t.Act = "offer"
	}
	return t, true
}

// marked reports whether a predicate is an infinitive with "to".
func (r *reading) marked(c *clause) bool {
	m := r.child(c.head, "mark")
	return c.mark == "to" || m >= 0 && r.lower(m) == "to"
}

// failed reports whether an infinitive tells what somebody did not do: "failed to sign".
func (r *reading) failed(c *clause) bool {
	up := r.clause(r.head(c.head))
	return up != nil && !up.neg && (up.verb == "fail" || up.verb == "decline" || up.verb == "refuse")
}

// provided reports whether a clause with an auxiliary of the future tells what a text lays down.
func (r *reading) provided(c *clause) bool {
	if c.modal != "will" && c.modal != "would" && c.modal != "shall" && c.modal != "must" && c.modal != "can" && c.modal != "may" {
		return false
	}
	if lex().theses.Light.Verbs[c.verb] && lex().theses.act[c.verb] == "" && r.act(c) != "access" {
		return false // "there will be no agreement"
	}
	s := r.subtree(c.head)
	for i := s.Start; i < s.End; i++ {
		if r.isStrongText(i) || r.isTextNoun(i) && r.caseOf(i) == "under" {
			return true
		}
	}
	return false
}

// standsIn reports whether a predicate tells that a part of a text stands in it, or that
// it does not.
func (r *reading) standsIn(c *clause) (out, ok bool) {
	l := &lex().theses
	part := func(list ...int) bool {
		return slices.ContainsFunc(list, func(k int) bool {
			return r.isTextNoun(k) || lex().points.Parts[r.lemma(k)] || lex().texts.Parts[r.lemma(k)] != "" && lex().texts.Parts[r.lemma(k)] != "document"
		})
	}
	around := func() bool { // of what is a part is not told: "the levy is out"
		s := r.sentence(c.head)
		for i := s.Start; i < s.End; i++ {
			if part(i) {
				return true
			}
		}
		return false
	}
	switch {
	case c.copula && (l.Within.Gone[r.lower(c.head)] || l.Within.Gone[c.verb]):
		return true, part(c.subj...)
	case c.copula && (r.caseOf(c.head) == "in" || r.caseOf(c.head) == "out of") && (part(c.head) || r.upos(c.head) == "PRON" && part(c.subj...)):
		return r.caseOf(c.head) != "in", true
	case (c.copula || l.Within.In[c.verb]) && part(c.subj...) && r.onTable(c) != "": // "the offer remains on the table"
		return r.onTable(c) == "off", true
	case l.Within.Out[c.lemma], l.Within.Out[c.verb] && c.lemma == c.verb:
		what := c.obj
		if c.passive || len(what) == 0 {
			what = c.subj
		}
		return true, part(what...) || len(what) > 0 && (r.upos(what[0]) == "PRON" || c.passive) && around() || slices.ContainsFunc(c.obl, func(o oblique) bool { return o.prep == "from" && part(o.head) })
	case l.Within.In[c.lemma], l.Within.In[c.verb] && c.lemma == c.verb:
		if c.passive || len(c.obj) == 0 {
			return false, slices.ContainsFunc(c.obl, func(o oblique) bool {
				return (o.prep == "in" || o.prep == "to" || o.prep == "into") && (part(o.head) || r.upos(o.head) == "PRON")
			}) && (part(c.subj...) || around())
		}
		return false, part(c.subj...) && r.textUnderAny(c.subj)
	case c.verb == "provide" && len(c.subj) > 0 && r.textUnderAny(c.subj):
		return false, true
	}
	return false, false
}

// onTable returns "on" or "off" where a predicate tells what lies on the table, "" where it tells of none.
func (r *reading) onTable(c *clause) string {
	side := func(k int) string {
		if r.lemma(k) != "table" {
			return ""
		}
		switch p := r.caseOf(k); p {
		case "on", "off":
			return p
		case "off of":
			return "off"
		}
		return ""
	}
	if c.copula {
		return side(c.head)
	}
	for _, o := range c.obl {
		if s := side(o.head); s != "" {
			return s
		}
	}
	return ""
}

func (r *reading) textUnderAny(list []int) bool {
	return slices.ContainsFunc(list, func(k int) bool { return r.textUnder(k) >= 0 })
}

// saysNot reports whether what a predicate tells is said not to be so: in its own words
// or by a denial around it.
func (r *reading) saysNot(c *clause) bool {
	not := r.negated(c) || r.noMore(c) || r.ofNothing(c)
	if !not && (c.verb == "be" || c.copula) && r.child(c.head, "expl") >= 0 {
		if d := r.child(c.head, "det"); d >= 0 && r.lower(d) == "no" {
			not = true
		}
	}
	for _, o := range c.obl { // "at no time", "on no occasion", "with nobody"
		if d := r.child(o.head, "det"); d >= 0 && r.lower(d) == "no" && (r.timeAt[o.head] >= 0 || r.lemma(o.head) == "time" || r.lemma(o.head) == "point" || r.lemma(o.head) == "occasion" || r.lemma(o.head) == "stage") {
			not = true
		}
		if w := r.lower(o.head); w == "nobody" || w == "nothing" || w == "none" {
			not = true
		}
	}
	l := lex()
	for at, steps := c.head, 0; steps < 12; steps++ {
		h := r.head(at)
		if h < 0 || slices.ContainsFunc(r.disclaimers, func(s lang.Range) bool { return s.Contains(at) && !s.Contains(h) }) {
			break
		}
		if base(r.rel(at)) == "acl" && (r.timeAt[h] >= 0 && r.lower(r.lo[at]) == "that" || r.ofTale(at, h)) {
			at = h // "denied on Wednesday | that it had left", "dismissed suggestions that it had left"
			continue
		}
		if r.rel(at) == "acl:relcl" || base(r.rel(at)) == "parataxis" || base(r.rel(at)) == "advcl" && (r.clause(at) == nil || r.clause(at).mark != "to") {
			break
		}
		if up := r.clause(h); up != nil {
			switch {
			case base(r.rel(at)) == "conj":
			case (l.rebuttals.Deny[up.verb] || up.is(l.meetings.Deny)) && !up.neg, up.copula && l.rebuttals.False[r.lower(h)] && !up.neg, up.copula && l.rebuttals.True[r.lower(h)] && up.neg:
				not = !not
			case (up.verb == "fail" || up.verb == "refuse" || up.verb == "decline") && base(r.rel(at)) == "xcomp" && !up.neg:
				not = !not
			}
		}
		at = h
	}
	if a := r.tellingOf(c.head); a >= 0 && !r.under(c.head, a) {
		// the tree does not hang the content on its cue: "was not so, the ministry denied"
		for _, q := range r.said.Attributions[a].Cue {
			if l.meetings.Deny[r.lemma(q.Start)] {
				not = !not
			}
		}
	}
	return not
}

// ofTale reports whether a clause tells what a noun of telling sums up, whatever the tree makes of
// it: "suggestions that the firm had left".
func (r *reading) ofTale(at, noun int) bool {
	c := r.clause(at)
	return c != nil && lex().rebuttals.Tales[r.lemma(noun)] && r.lower(noun+1) == "that" && len(c.subj) > 0 && c.subj[0] > noun+1
}

// under reports whether a token hangs below a cue of an attribution.
func (r *reading) under(i, a int) bool {
	for _, q := range r.said.Attributions[a].Cue {
		if i >= r.lo[q.Start] && i < r.hi[q.Start] {
			return true
		}
	}
	return false
}

// tellingOf returns the innermost attribution around a token that is one of words, not
// of a deed told with a verb that may be either ("agreed", "offered"), -1 for none.
func (r *reading) tellingOf(i int) int {
	a := r.inner[i]
	for steps := 0; a >= 0 && steps < 8 && !r.tells(&r.said.Attributions[a]); steps++ {
		a = r.said.Attributions[a].Parent
	}
	return a
}
