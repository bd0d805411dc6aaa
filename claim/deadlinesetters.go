package claim

import (
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/lang"
)

// dateSetters tells who set those days of which the words beside them do not: who
// asks for what is due, whose offer, list or law it is, or who announces or
// threatens it, himself or for those for whom he speaks.
func (r *reading) dateSetters() {
	for n := range r.claims {
		f := &r.claims[n]
		if f.Deadline == nil || f.Deadline.State != "set" && f.Deadline.State != "extended" || f.Modality == rapporteur.Denied {
			continue
		}
		c := r.governor(f.head)
		if c == nil {
			continue
		}
		who := r.unsaidSetters(c, f)
		if len(who) == 0 || slices.ContainsFunc(who, func(a actor) bool { return a.Kind == rapporteur.Outlet || r.bystander(a.Name) }) {
			continue
		}
		f.Deadline.SetBy = who[0].Mention
		f.Deadline.For = slices.DeleteFunc(f.Deadline.For, func(m rapporteur.Mention) bool { return m.Name == who[0].Name })
	}
}

// unsaidSetters returns who set the day of a claim that says so too little, nil for nobody.
func (r *reading) unsaidSetters(c *clause, f *found) []actor {
	if by := f.Deadline.SetBy; by.Name != "" {
		if first, _, _ := strings.Cut(by.Name, " "); by.Kind == rapporteur.Group && (first == "its" || first == "their") {
			for k := r.sentence(f.head).Start; k < r.sentence(f.head).End; k++ { // "its members": whose they are
				if r.bytes(lang.Range{Start: k, End: k + 1}).Start == by.Span.Start {
					return r.actorsOrMeant([]int{k})
				}
			}
		}
		return nil
	}
	if lex().measures.Refuses[c.verb] {
		return nil // "to prevent an exit on 31 October"
	}
	if r.isDeadline(f.head) {
		return nil // all that is told of it stands beside it
	}
	if who := r.ofTheDay(c); len(who) > 0 {
		return who
	}
	if who := r.asker(c); len(who) > 0 {
		return who
	}
	if who := r.author(c); len(who) > 0 {
		return who
	}
	if v := r.became(c); !c.neg && !r.cue[c.head] && (v == "set" || c.verb == "agree" || c.verb == "declare") { // "agreed on 1 May to a truce of 90 days"
		switch {
		case !c.passive:
			return r.actorsOrMeant(c.subj)
		case len(c.agent) > 0:
			return r.actorsAt(c.agent...)
		}
	}
	return r.announcer(c, f)
}

// ofTheDay returns who set the day on which a clause tells what is to happen: "set 17 June as the day | on which dockers will walk out".
func (r *reading) ofTheDay(c *clause) []actor {
	h := r.head(c.head)
	if h < 0 || base(r.rel(c.head)) != "acl" {
		return nil
	}
	g := r.governor(h)
	if g == nil || g.neg || g.passive || r.became(g) != "set" || !slices.ContainsFunc(g.with("as"), func(k int) bool {
		switch r.lemma(k) {
		case "day", "date", "moment", "deadline", "time", "point", "hour":
			return k < c.head
		}
		return false
	}) {
		return nil
	}
	return r.actorsOrMeant(g.subj)
}

// asker returns who asks for what a clause tells, or orders it: "appealed to
// ministers to send their text", "has told the government that the law must stand".
func (r *reading) asker(c *clause) []actor {
	l := lex()
	for up, steps := c, 0; up != nil && steps < 4; up, steps = r.clause(up.up), steps+1 {
		if up.neg || up.passive || up.modal == "would" {
			return nil
		}
		orders := l.positions.Verbs[up.verb] == "demands" || l.deadlines.Bids[up.verb]
		told := up.verb == "tell" && up.head != c.head && (r.obliges(c) || c.mark == "to") && len(up.obj)+len(up.iobj) > 0
		if orders && (up.head != c.head || len(up.obj)+len(up.obl) > 0) || told {
			if who := r.actorsOrMeant(up.subj); len(who) > 0 || len(up.subj) == 0 {
				return who
			}
			return r.makers(up.subj[0])
		}
	}
	return nil
}

// author returns whose the offer, the list or the law is that falls due on a day, or by
// which something does: "the company's offer is open until …", "under a timetable agreed by …".
func (r *reading) author(c *clause) []actor {
	for _, h := range append(slices.Clone(c.subj), c.obj...) {
		if who := r.makers(h); len(who) > 0 {
			return who
		}
	}
	for _, o := range c.obl {
		switch {
		case o.prep == "under":
			return r.makers(o.head)
		case o.prep == "at" && r.child(o.head, "nmod:poss") >= 0 && insisting[r.lemma(o.head)]:
			return r.actorsOrMeant([]int{r.child(o.head, "nmod:poss")})
		}
	}
	return nil
}

// insisting are the nouns at whose owner's word something is done.
var insisting = words{"request": true, "insistence": true, "demand": true, "urging": true, "behest": true, "order": true}

// makers returns who made what sets a day: "the union's ultimatum", "a law passed by the assembly".
func (r *reading) makers(h int) []actor {
	l := &lex().deadlines
	if lemma := r.lemma(h); !l.Nouns[lemma] && !l.Limits[lemma] && !l.Orders[lemma] && !l.Pauses[lemma] && !l.Measures[lemma] && !r.isTextNoun(h) {
		return nil
	}
	for _, k := range r.kids[h] {
		switch {
		case r.rel(k) == "nmod:poss":
			return r.actorsOrMeant([]int{k})
		case r.rel(k) == "compound" && l.Orders[r.lemma(h)]: // "under Security Council Resolution 2397"
			if a, ok := r.actorAt(k); ok && a.Kind == rapporteur.Organisation {
				return []actor{a}
			}
		case base(r.rel(k)) == "nmod" && (r.caseOf(k) == "by" || r.caseOf(k) == "from"):
			return r.actorsAt(k)
		case base(r.rel(k)) == "acl":
			x := r.clause(k)
			switch {
			case x == nil || x.neg:
			case len(x.agent) > 0:
				return r.actorsAt(x.agent...)
			case !x.passive && len(x.subj) > 0 && !slices.Contains(x.subj, h) && (r.became(x) == "set" || x.verb == "agree" || x.verb == "make"): // "a date that the two agreed"
				return r.actorsOrMeant(x.subj)
			}
		}
	}
	return nil
}

// announcer returns who says of what he or his side will do that it will be done by a day.
func (r *reading) announcer(c *clause, f *found) []actor {
	if h := r.head(f.head); f.head != c.head && (h != c.head || r.timeAt[f.head] < 0) && c.mark != "if" && c.mark != "unless" {
		return nil // a day of which more is told than that something will be done by it
	}
	if voice := r.party(f.head); len(voice) > 0 && c.verb == "have" && !c.neg && len(f.Deadline.For) > 0 && f.Deadline.For[0].Name != voice[0].Name { // "had until Friday to reply, Marrow said"
		own := r.actorsOrMeant(c.subj)
		if !r.ownCause(c) && !slices.ContainsFunc(own, func(a actor) bool { return r.speaksFor(voice[0], a) && a.Kind != rapporteur.Group }) {
			return voice
		}
	}
	if voice := r.party(f.head); len(voice) > 0 && r.obliges(c) && !c.neg { // "must answer by Friday, Marrow said"
		own := r.actorsOrMeant(c.subj)
		if !r.ownCause(c) && !slices.ContainsFunc(own, func(a actor) bool { return r.speaksFor(voice[0], a) }) {
			return voice
		}
	}
	hangs := false
	for up := r.clause(c.up); up != nil && (c.mark == "to" || c.mark == "if" || c.mark == "unless" || c.mark == "before"); up = r.clause(up.up) {
		if !up.neg && !up.passive && lex().deadlines.Intends[up.verb] { // "pledged to sign by Friday"
			return r.actorsOrMeant(up.subj)
		}
		if r.cue[up.head] || r.inner[up.head] != r.inner[c.head] {
			break
		}
		hangs = hangs || c.mark == "if" || c.mark == "unless"
		c = up // what is done if the day passes
	}
	if c.neg || c.modal != "will" && c.modal != "would" && !r.isTo(c) && !(hangs && c.modal == "" && !c.past) || c.verb == "have" || r.hedges(c) || r.expected(c) {
		return nil
	}
	own := c.subj
	if c.passive {
		own = c.agent
	}
	who := r.actorsOrMeant(own)
	voice := r.party(f.head)
	if c.passive && len(who) == 0 && len(voice) == 0 {
		return r.whoseDoing(c)
	}
	switch l := &lex().deadlines; {
	case len(voice) > 0 && (len(who) == 0 || r.speaksFor(voice[0], who[0])):
		if len(who) == 0 && !c.passive && len(own) > 0 && r.ends(c) && !r.threatens(r.sentence(f.head)) {
			return nil // what ends of itself
		}
		return voice
	case len(who) > 0 && who[0].Kind != rapporteur.Group && !l.Leavings[c.verb] && !r.ends(c) && !c.ongoing && (len(voice) > 0 && !r.threatens(r.sentence(f.head)) || len(voice) == 0 && (len(c.obj) > 0 || l.Announces[c.verb])):
		return who
	}
	return nil
}

// whoseDoing returns who does what is told to be done to a thing that he was told to make right before: "the palace will put
// in place controls, | which will be announced by 30 June".
func (r *reading) whoseDoing(c *clause) []actor {
	l := &lex().deadlines
	h := r.head(c.head)
	if h < 0 || base(r.rel(c.head)) != "acl" || r.upos(h) != "NOUN" || !l.Announces[c.verb] && !l.Imposing[c.verb] && !l.Levies[c.verb] {
		return nil
	}
	for g, steps := r.governor(h), 0; g != nil && steps < 3; g, steps = r.clause(g.up), steps+1 {
		if g.neg || g.passive || r.cue[g.head] && !l.Intends[g.verb] {
			return nil
		}
		if len(g.subj) > 0 {
			if slices.Contains(g.subj, h) {
				return nil
			}
			return r.actorsOrMeant(g.subj)
		}
	}
	return nil
}

// ownCause reports whether a clause is about its speaker himself: "we must answer by Friday".
func (r *reading) ownCause(c *clause) bool {
	return slices.ContainsFunc(c.subj, func(h int) bool {
		switch r.lower(h) {
		case "we", "i", "us":
			return true
		}
		return false
	})
}

// expected reports whether a clause tells what somebody expects or hopes for.
func (r *reading) expected(c *clause) bool {
	for up, steps := r.clause(c.up), 0; up != nil && steps < 2; up, steps = r.clause(up.up), steps+1 {
		switch up.verb {
		case "hope", "expect", "think", "believe", "predict", "assume", "fear", "bet", "doubt", "suggest":
			return true
		}
	}
	return false
}

// speaksFor reports whether a voice is somebody, or holds an office of his.
func (r *reading) speaksFor(voice, who actor) bool {
	same := func(of string) bool {
		of = tidyName(of)
		return of != "" && (of == who.Name || derives(of, who.Name) || strings.HasPrefix(who.Name, of+" "))
	}
	if same(voice.Name) || strings.HasPrefix(voice.Name, who.Name+" ") {
		return true
	}
	for _, e := range r.said.Entities {
		if e.Name != voice.Name {
			continue
		}
		for _, o := range e.Roles {
			if !o.Former && (same(o.Of) || o.OfEntity >= 0 && same(r.said.Entities[o.OfEntity].Name)) {
				return true
			}
		}
	}
	return who.Kind == rapporteur.Group && r.typeAt(who.token) == lang.NameType("")
}
