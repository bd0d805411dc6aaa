package claim

import (
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/lang"
)

// positions reads where actors stand on texts, points, issues and meetings.
func (r *reading) positions() {
	for n := range r.clauses {
		c := &r.clauses[n]
		if r.doc.Sentences[r.sent[c.head]].Heading {
			continue
		}
		r.position(c)
	}
}

func (r *reading) position(c *clause) {
	l := &lex().positions
	stance := rapporteur.Stance("")
	words := r.own(c.head)
	var targets []int
	actors := r.actorsAt(c.subj...)
	switch {
	case r.asBasis(c):
		stance = rapporteur.Conditions
		targets = append(slices.Clone(c.obj), c.subj...)
		if c.passive || len(actors) == 0 || slices.ContainsFunc(c.subj, func(s int) bool { return r.textUnder(s) >= 0 || r.lower(s) == "it" }) {
			actors = nil
			if ch := r.chain(c.head); len(ch) > 0 {
				v := ch[len(ch)-1]
				if v.Type == rapporteur.PersonSource || v.Type == rapporteur.InstitutionSource || v.Type == rapporteur.GroupSource {
					actors = []actor{{Mention: rapporteur.Mention{Name: v.Name, Kind: rapporteur.Person, Span: v.Span}, token: c.head}}
					if v.Type != rapporteur.PersonSource {
						actors[0].Kind = rapporteur.Organisation
					}
				}
			}
			targets = nil
		}
	case c.copula:
		s, ok := l.Adjectives[r.lemma(c.head)]
		if !ok {
			if s, ok = l.Adjectives[r.lower(c.head)]; !ok {
				return
			}
		}
		stance = rapporteur.Stance(s)
		for _, o := range c.obl {
			targets = append(targets, o.head)
		}
		targets = append(targets, c.comp...)
		if r.lemma(c.head) == "concerned" && len(c.obl) == 0 {
			return
		}
	case c.passive:
		return
	case c.verb == "vote" && len(c.with("against", "for")) > 0:
		stance = rapporteur.Accepts
		targets = c.with("for")
		if t := c.with("against"); len(t) > 0 {
			stance, targets = rapporteur.Rejects, t
		}
	case c.verb == "live" && len(c.with("with")) > 0 && (c.modal == "could" || c.modal == "can"):
		stance, targets = rapporteur.Flexible, c.with("with")
	case l.Lists.Express[c.verb] && slices.ContainsFunc(c.obj, func(o int) bool { return l.Nouns[r.lemma(o)] != "" }):
		for _, o := range c.obj {
			s := l.Nouns[r.lemma(o)]
			if s == "" {
				continue
			}
			stance = rapporteur.Stance(s)
			targets = append(targets, r.children(o, "nmod", "acl")...)
			targets = append(targets, o)
			break
		}
		if c.neg {
			return
		}
	case (c.verb == "make" || c.verb == "offer" || c.verb == "give" || c.verb == "rule") && slices.ContainsFunc(c.obj, func(o int) bool { return l.Lists.Concede[r.lemma(o)] }):
		stance = rapporteur.Flexible
		if c.neg || c.verb == "rule" {
			stance = rapporteur.Rejects
		}
		r.emitPosition(c, actors, stance, append(slices.Clone(c.obj), c.comp...), words, true)
		return
	case c.verb == "announce" && slices.ContainsFunc(c.obj, func(o int) bool { return r.lemma(o) == "development" || r.lemma(o) == "preparation" }):
		for _, o := range c.obj {
			for _, k := range r.children(o, "nmod") {
				if n := r.lemma(k); strings.HasPrefix(n, "counter") {
					stance = rapporteur.Proposes
					targets = append(targets, k)
				}
			}
		}
	default:
		s := c.value(l.Verbs)
		if c.verb == "call" || c.verb == "press" || c.verb == "push" {
			s = ""
			if len(c.with("for")) > 0 {
				s = "demands"
				targets = append(targets, c.with("for")...)
			}
		}
		if c.verb == "insist" {
			targets = append(targets, c.with("on", "upon")...)
		}
		if s == "" {
			return
		}
		stance = rapporteur.Stance(s)
		targets = append(targets, c.obj...)
		targets = append(targets, c.comp...)
		if c.verb == "agree" || c.verb == "object" || c.verb == "balk" || c.verb == "sign" {
			targets = append(targets, c.with("to", "with", "at", "on")...)
		}
		if c.verb == "agree" {
			// "agreed on the plan with": the points tell what was agreed
			if len(c.with("on")) > 0 || len(c.comp) > 0 || len(actors) > 1 {
				return
			}
		}
	}
	if stance == "" || r.asked(c) {
		return
	}
	if r.rel(c.head) == "acl:relcl" && slices.Contains(c.obj, r.head(c.head)) && len(c.obj) == 1 {
		return // "the deal he wants": told of the deal
	}
	if (c.verb == "insist" || c.verb == "demand") && len(c.comp) > 0 && len(c.with("on", "upon")) == 0 {
		x := r.clause(c.comp[0])
		if x == nil || x.mark != "to" && x.modal != "should" && x.modal != "must" && !(r.child(x.head, "aux") >= 0 && r.lower(r.child(x.head, "aux")) == "be") && r.doc.Tokens[x.head].XPOS != "VB" {
			return // "insisted that all was well"
		}
	}
	if r.doc.Tokens[c.head].XPOS == "VBG" && !c.ongoing && base(r.rel(c.head)) != "advcl" {
		return
	}
	if stance == rapporteur.Rejects && len(c.comp) > 0 {
		if x := r.clause(c.comp[0]); x != nil && (l.Verbs[x.lemma] == "rejects" || l.Verbs[x.verb] == "rejects") {
			return // "refused to rule out"
		}
	}
	if !c.passive && !c.copula && len(c.subj) > 0 {
		actors = slices.DeleteFunc(actors, func(a actor) bool { return a.token > c.head && slices.Contains(c.subj, a.token) })
	}
	if c.mark == "to" || base(r.rel(c.head)) == "xcomp" && r.doc.Tokens[c.head].XPOS == "VB" {
		up := r.clause(r.head(c.head))
		if up == nil {
			return
		}
		switch {
		case asks[up.verb] && len(up.obj)+len(up.iobj) > 0 && !up.neg && (stance == rapporteur.Rejects || stance == rapporteur.Accepts):
			actors = r.actorsAt(up.subj...) // "urged deputies to reject the deal": so do they
			if len(actors) == 0 {
				return
			}
		case settles[up.verb] && !up.neg:
		default:
			return
		}
	}
	if len(c.comp) > 0 {
		switch r.lemma(c.comp[0]) {
		case "comment", "specify", "elaborate", "respond", "provide", "name", "disclose", "answer", "confirm", "take", "give", "reveal", "identify", "share", "return":
			if stance == rapporteur.Rejects {
				return // refused to tell
			}
		case "understand", "know", "see", "discuss", "talk", "find", "say", "ask", "hear", "think", "tell", "explain", "speak", "help", "learn":
			return
		}
	}
	if c.neg {
		switch stance {
		case rapporteur.Accepts, rapporteur.Flexible:
			stance = rapporteur.Rejects
		case rapporteur.Rejects, rapporteur.Reserves:
			stance = rapporteur.Flexible
			if c.verb != "rule" && c.lemma != "rule out" && c.verb != "exclude" && c.verb != "oppose" && c.verb != "object" && c.verb != "reject" {
				return
			}
		default:
			return
		}
	}
	if stance == rapporteur.Accepts && r.onlyIf(c) {
		stance = rapporteur.Conditions
	}
	r.emitPosition(c, actors, stance, targets, words, false)
}

// asks are verbs by which an actor wants another to take a stance; settles are
// those by which one takes it.
var (
	asks    = words{"urge": true, "ask": true, "tell": true, "press": true, "call": true, "advise": true, "order": true, "push": true, "encourage": true}
	settles = words{"agree": true, "decide": true, "vow": true, "choose": true, "vote": true, "pledge": true, "plan": true, "intend": true, "threaten": true, "continue": true, "prepare": true, "promise": true, "resolve": true, "move": true}
)

// asked reports whether a clause is a question: "which compromises Norvana could accept".
func (r *reading) asked(c *clause) bool {
	s := r.own(c.head)
	if s.Empty() {
		return false
	}
	switch r.lower(s.Start) {
	case "which", "what", "whether", "how", "why":
		return true
	}
	return false
}

// asBasis reads "accepted the draft as a basis", "can be used as the basis".
func (r *reading) asBasis(c *clause) bool {
	for _, o := range c.obl {
		if lex().positions.Lists.Basis[r.lemma(o.head)] && (o.prep == "as" || o.prep == "for" || o.prep == "in") {
			switch c.verb {
			case "use", "accept", "take", "serve", "see", "regard", "consider", "treat", "view", "welcome", "agree", "approve", "recognise", "recognize":
				return !c.neg
			}
		}
	}
	if c.copula && lex().positions.Lists.Basis[r.lemma(c.head)] && c.modal != "" && !c.neg {
		return true
	}
	return false
}

// onlyIf reports whether the clause stands under a condition of the actor's.
func (r *reading) onlyIf(c *clause) bool {
	for _, k := range r.kids[c.head] {
		if base(r.rel(k)) != "advcl" {
			continue
		}
		if m := r.child(k, "mark"); m >= 0 {
			switch r.lower(m) {
			case "if", "unless", "provided", "when", "until":
				return true
			}
		}
	}
	for _, o := range c.obl {
		if r.lemma(o.head) == "condition" && o.prep == "on" {
			return true
		}
	}
	return false
}

// notions are what one may take or leave in a negotiation without naming it.
var notions = words{"idea": true, "suggestion": true, "demand": true, "amendment": true, "compromise": true, "concession": true, "counteroffer": true, "ultimatum": true, "timetable": true, "precondition": true}

// core returns the words that say what a target is: a nominal with its of- and
// on-phrases, a clause with its object, without what else the tree hangs there.
func (r *reading) core(t int) lang.Range {
	if k := r.clause(t); k != nil && r.upos(t) == "VERB" {
		s := lang.Range{Start: t, End: t + 1}
		for _, o := range append(append(slices.Clone(k.obj), k.subj...), k.comp...) {
			if o != t && r.sent[o] == r.sent[t] && o > t-12 {
				c := r.nounPhrase(o)
				if r.clause(o) != nil {
					c = r.core(o)
				}
				s.Start, s.End = min(s.Start, c.Start), max(s.End, c.End)
			}
		}
		for _, o := range k.obl {
			if o.head > t {
				s.End = max(s.End, r.nounPhrase(o.head).End)
			}
		}
		return s
	}
	s := r.nounPhrase(t)
	for _, k := range r.kids[t] {
		if base(r.rel(k)) == "nmod" && k > t || base(r.rel(k)) == "acl" && r.clause(k) != nil && r.clause(k).mark == "to" {
			s.End = max(s.End, r.core(k).End)
		}
	}
	return s
}

// general verbs say nothing of a negotiation unless a text or a matter of the agenda is their object.
var broad = words{"want": true, "seek": true, "support": true, "back": true, "welcome": true, "offer": true, "question": true, "condemn": true, "denounce": true, "sign": true, "agree": true, "suggest": true, "require": true,
	"request": true, "float": true, "propose": true, "submit": true, "table": true, "criticise": true, "criticize": true, "dismiss": true, "decline": true, "adopt": true, "accept": true, "hesitate": true, "refuse": true, "resist": true, "call": true, "demand": true,
	"volunteer": true, "unveil": true, "bless": true, "approve": true}

func (r *reading) emitPosition(c *clause, actors []actor, stance rapporteur.Stance, targets []int, words lang.Range, sure bool) {
	if len(actors) == 0 || r.doc.Tokens[c.head].XPOS == "VBG" && c.mark == "" && !c.ongoing && base(r.rel(c.head)) == "acl" {
		return
	}
	on, issue := "", ""
	var span []lang.Range
	for _, t := range targets {
		if t < 0 {
			continue
		}
		span = append(span, r.core(t))
		if r.upos(t) == "PRON" && (r.lower(t) == "it" || r.lower(t) == "them") && on == "" {
			if b := r.textBefore(t); b >= 0 && !broad[c.verb] {
				on = "text"
			}
			continue
		}
		if x := r.textUnder(t); x >= 0 && (r.isStrongText(x) || r.isStrongText(t)) && on == "" {
			on = "text"
		}
		lemma := r.lemma(t)
		if (lex().points.Parts[lemma] || (stance == rapporteur.Rejects || stance == rapporteur.Accepts || stance == rapporteur.Reserves) && notions[lemma]) && on == "" {
			on = "point"
		}
		if (lex().meetings.Nouns[lemma] && lemma != "call" || r.clause(t) != nil && r.clause(t).is(lex().meetings.Verbs)) && on == "" {
			on = "meeting"
		}
		if k := r.clause(t); k != nil && on == "" { // "ready to sign the plan", "refuses to discuss the draft"
			for _, o := range k.obj {
				if x := r.textUnder(o); x >= 0 && r.isStrongText(x) {
					on = "text"
				}
			}
		}
	}
	if issues := r.agenda.issues(docWords(r.doc, span...)); len(issues) > 0 && r.agendaKnows(issues[0]) {
		issue = issues[0]
	}
	if len(span) == 0 {
		if issues := r.known(words); len(issues) > 0 {
			issue = issues[0]
		}
		if lexHas(r, words, lex().texts.Nouns) {
			on = "text"
		}
	}
	if on == "meeting" && (stance == rapporteur.Accepts || stance == rapporteur.Demands || stance == rapporteur.Proposes || stance == rapporteur.Reserves) && issue == "" {
		return
	}
	if on == "" && issue == "" && !sure {
		return
	}
	if on == "" && issue != "" {
		on = "point"
		if broad[c.verb] && !r.agendaKnows(issue) {
			return
		}
	}
	m := r.modality(c.head)
	switch {
	case m == rapporteur.Denied:
		m = rapporteur.Asserted
	case m == rapporteur.Planned && c.modal == "will":
		m = rapporteur.Planned
		if c.neg || stance == rapporteur.Rejects || stance == rapporteur.Conditions {
			m = rapporteur.Asserted
		}
	case m == rapporteur.Conditional && stance == rapporteur.Conditions:
		m = rapporteur.Asserted
	case m == rapporteur.Planned && (stance == rapporteur.Flexible || stance == rapporteur.Rejects):
		m = rapporteur.Asserted
	case m == rapporteur.Hedged && c.verb == "live":
		m = rapporteur.Asserted
	}
	if r.conditional(c) || c.mark == "to" && base(r.rel(c.head)) != "xcomp" && base(r.rel(c.head)) != "advcl" {
		return
	}
	if c.mark == "to" {
		if up := r.clause(r.head(c.head)); up != nil && (up.verb == "plan" || up.verb == "intend" || up.verb == "threaten") {
			m = weaker(m, rapporteur.Planned)
		}
	}
	if stance == rapporteur.Accepts && (c.modal == "must" || c.modal == "should" || c.modal == "can" || c.modal == "could" || c.modal == "may" || c.modal == "might") {
		return // what somebody ought to accept
	}
	summary, _ := r.summary(r.tail(c, words))
	if len(strings.Fields(summary)) < 3 {
		summary, _ = r.summary(lang.Range{Start: r.tail(c, words).Start, End: r.listEnd(c.head)})
	}
	if summary == "" || len(strings.Fields(summary)) < 2 {
		return
	}
	when, _ := r.when(c.head)
	for _, a := range actors {
		if a.Kind == rapporteur.Outlet || a.token != c.head && r.cue[a.token] && r.clause(a.token) == nil && !r.cue[c.head] {
			continue // the teller, whom the tree took for a subject
		}
		if a.Kind == rapporteur.Group {
			if b, ok := r.spokenFor(a, c.head); ok {
				a = b
			} else if r.vagueGroup(a) {
				continue
			}
		}
		summary := summary
		if len(c.subj) > 0 && a.token != c.head {
			name := a.Name
			if d := r.child(c.subj[0], "det"); d >= 0 && r.lower(d) == "no" {
				name = "no " + name // "no government could sign"
			}
			summary = balanced(name + " " + summary)
		}
		r.add(c.head, rapporteur.Claim{Kind: rapporteur.KindPosition, Modality: m, When: when,
			Position: &rapporteur.PositionClaim{Actor: a.Mention, Stance: stance, On: on, Issue: issue, Summary: summary}})
	}
}

// spokenFor resolves "his country", "her government": who says it speaks for it.
func (r *reading) spokenFor(a actor, at int) (actor, bool) {
	p := r.child(a.token, "nmod:poss")
	if p < 0 || r.upos(p) != "PRON" {
		return a, false
	}
	if ch := r.chain(at); len(ch) > 0 {
		if v := ch[len(ch)-1]; v.Type == rapporteur.PersonSource {
			a.Mention = rapporteur.Mention{Name: v.Name, Kind: rapporteur.Person, Span: v.Span}
			return a, true
		}
	}
	return a, false
}

// vagueGroup reports whether a group names nobody in particular: "the sides", "whose party", "officials".
func (r *reading) vagueGroup(a actor) bool {
	if p := r.child(a.token, "nmod:poss"); p >= 0 && r.upos(p) == "PRON" {
		return true
	}
	if len(a.party) > 0 {
		return false
	}
	switch r.lemma(a.token) {
	case "negotiator", "envoy", "delegate", "delegation", "mediator", "lawmaker", "side", "country", "capital", "party", "official", "state", "nation", "power", "people", "force", "team", "person", "representative", "bank", "firm", "farmer", "worker", "member", "body", "head", "group", "leader", "government", "company", "politician", "minister", "diplomat":
		words := 0
		for _, k := range r.kids[a.token] {
			switch base(r.rel(k)) {
			case "amod", "compound", "nmod":
				words++
			}
		}
		return words == 0 && r.lemma(a.token) != "government"
	}
	return false
}

func lexHas(r *reading, s lang.Range, set words) bool { return r.anyIn(s, set) >= 0 }

// agendaKnows reports whether the chosen agenda, not only the general one, has the issue.
func (r *reading) agendaKnows(code string) bool {
	return r.agenda != nil && slices.ContainsFunc(r.agenda.Issues, func(i Issue) bool { return i.Code == code })
}

func weaker(a, b rapporteur.Modality) rapporteur.Modality {
	if rank(b) > rank(a) {
		return b
	}
	return a
}

// tail returns the words of a clause without its subject.
func (r *reading) tail(c *clause, words lang.Range) lang.Range {
	start := c.head
	for _, k := range r.kids[c.head] {
		switch base(r.rel(k)) {
		case "aux", "cop", "advmod", "mark", "case", "det", "amod", "compound":
			if k < start && k >= words.Start {
				start = k
			}
		}
	}
	for _, k := range r.kids[c.head] {
		if base(r.rel(k)) == "nsubj" && r.hi[k] <= c.head {
			start = max(start, min(r.hi[k], c.head))
		}
	}
	words.Start = max(words.Start, min(start, c.head))
	return words
}

// balanced drops a quotation mark that has no partner, and closes none.
func balanced(s string) string {
	for _, pair := range [][2]string{{"“", "”"}, {"«", "»"}} {
		if strings.Count(s, pair[0]) != strings.Count(s, pair[1]) {
			s = strings.NewReplacer(pair[0], "", pair[1], "").Replace(s)
		}
	}
	if strings.Count(s, `"`)%2 == 1 {
		s = strings.ReplaceAll(s, `"`, "")
	}
	return strings.TrimSpace(s)
}
