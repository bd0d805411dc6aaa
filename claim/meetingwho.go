package claim

import (
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/attribution"
	"rapporteur/lang"
)

// people returns the actors of nominals with the heads of their delegations.
func (r *reading) people(heads ...int) []actor {
	var out []actor
	for _, h := range heads {
		if h < 0 {
			continue
		}
		if lex().meetings.Nouns[r.lemma(h)] || lex().texts.Nouns[r.lemma(h)] && r.entity[h] < 0 {
			continue
		}
		if some := r.those(h); len(some) > 0 {
			out = append(out, some...)
			continue
		}
		if a, ok := r.officeOf(h); ok {
			out = append(out, a)
			continue
		}
		if a, ok := r.peopleOf(h); ok {
			out = append(out, a)
			continue
		}
		out = append(out, r.including(h)...)
		here := r.fromWhere(r.actorsAt(h))
		for _, a := range append(here, r.unlisted(h, here)...) {
			named := r.namedBehind(a)
			if len(named) == 0 || len(a.party) > 1 {
				out = append(out, a)
			}
			out = append(out, named...)
		}
		for _, c := range r.conjuncts(h) {
			for _, k := range r.kids[c] {
				x := r.clause(k)
				if base(r.rel(k)) != "acl" || x == nil {
					continue
				}
				if x.passive && lex().meetings.Represent[x.verb] || x.verb == "include" || x.verb == "comprise" {
					out = append(out, r.actorsAt(x.agent...)...)
					if !x.passive {
						out = append(out, r.actorsAt(x.obj...)...)
					}
				}
			}
			// "a delegation with Marrow at its head", "accompanied by"
		}
	}
	return out
}

// including returns those whom a group at token i is told to include, wherever the tree hung them: "Norvanan
// negotiators, including Marrow and Holt, …", "delegates led by Holt".
func (r *reading) including(i int) []actor {
	l := &lex().actors
	if r.upos(i) != "NOUN" || r.doc.Tokens[i].XPOS != "NNS" && !l.Delegations[r.lemma(i)] || !attribution.PersonNoun(r.lemma(i)) && !l.Persons[r.lemma(i)] && !l.Delegations[r.lemma(i)] {
		return nil
	}
	k, end := i+1, r.sentence(i).End
	if k < end && r.form(k) == "," {
		k++
	}
	if k+1 >= end || r.lower(k) != "including" && !(r.lower(k) == "among" && r.lower(k+1) == "them") {
		return nil
	}
	if r.lower(k) == "among" {
		k++
	}
	return slices.DeleteFunc(r.along(k+1), func(a actor) bool { return a.Kind != rapporteur.Person })
}

// peopleOf returns those whom somebody sends: "Brandt's people", "his team".
func (r *reading) peopleOf(i int) (actor, bool) {
	switch f := r.lower(i); {
	case r.upos(i) != "NOUN":
		return actor{}, false
	case f == "people":
	case f == "team" && r.child(i, "nmod:poss") >= 0 && r.upos(r.child(i, "nmod:poss")) == "PRON" && base(r.rel(i)) == "nsubj":
	default:
		return actor{}, false
	}
	p := r.child(i, "nmod:poss")
	if p < 0 {
		return actor{}, false
	}
	boss, ok := r.actorAt(p)
	if !ok || boss.Kind != rapporteur.Person {
		return actor{}, false
	}
	return actor{Mention: rapporteur.Mention{Name: boss.Name + "'s " + r.form(i), Kind: rapporteur.Group, Span: r.bytes(lang.Range{Start: i, End: i + 1})}, token: i}, true
}

// unlisted returns those in a row whom no list of parties has: people told by what they are, bodies that
// act, and whoever stands beside a known one. "Met the co-chairs", "the university and the lecturers", "the studios
// and the union met".
func (r *reading) unlisted(h int, known []actor) []actor {
	row := r.conjuncts(h)
	var out []actor
	for _, c := range row {
		lemma := r.lemma(c)
		if strings.HasSuffix(lemma, "men") && len(lemma) > 5 {
			lemma = strings.TrimSuffix(lemma, "en") + "an" // "spokesmen"
		}
		if r.upos(c) != "NOUN" || r.timeAt[c] >= 0 || r.typeAt(c) != "" || lex().meetings.Nouns[lemma] || lex().texts.Nouns[lemma] || slices.ContainsFunc(known, func(a actor) bool { return a.token == c }) {
			continue
		}
		told := r.child(c, "det", "nummod", "amod", "nmod:poss", "compound") >= 0
		switch {
		case !told:
			continue // "met voters"
		case attribution.PersonNoun(lemma):
		case len(row) > 1 && attribution.BodyNoun(lemma):
		case len(known) > 0 && r.doc.Tokens[c].XPOS == "NNS":
		default:
			continue
		}
		words := r.withOf(c, r.nounPhrase(c))
		out = append(out, actor{Mention: rapporteur.Mention{Name: r.plain(words), Kind: rapporteur.Group, Span: r.bytes(words)}, token: c})
	}
	return out
}

// anyBody returns those of some nominals that are told in the plural by no more than what they are, as those who meet a
// party are: "retail | chains | met the guild".
func (r *reading) anyBody(heads []int) []actor {
	var out []actor
	for _, h := range heads {
		if r.doc.Tokens[h].XPOS != "NNS" || r.timeAt[h] >= 0 || r.typeAt(h) != "" || r.isTextNoun(h) || r.isEncounter(h) || !attribution.BodyNoun(r.lemma(h)) && r.child(h, "amod", "compound", "nummod", "nmod") < 0 {
			continue
		}
		words := r.withOf(h, r.nounPhrase(h))
		out = append(out, actor{Mention: rapporteur.Mention{Name: r.plain(words), Kind: rapporteur.Group, Span: r.bytes(words)}, token: h})
	}
	return out
}

// fromWhere gives unnamed people the states that are told right behind them, where
// the tree hung these on the verb: "met | counterparts | from Norvana and Estrel".
func (r *reading) fromWhere(actors []actor) []actor {
	for n := range actors {
		a := &actors[n]
		if k := a.token + 1; a.Kind != rapporteur.Group || len(a.party) > 0 || k+1 >= len(r.kids) || r.lower(k) != "from" || r.upos(a.token) != "NOUN" {
			continue
		}
		for _, b := range r.along(a.token + 2) {
			if b.Kind == rapporteur.State {
				a.party = append(a.party, b.Mention)
			}
		}
	}
	return actors
}

// namedBehind returns the people who hold the offices of several parties or of one, named in a row behind
// them wherever the tree hung it: "the presidents of Norvana and Estrel, Brandt and Okoye, met", "met
// the two co-chairs of the pilots' committee, Ada Kerr and Rena Holt, on Monday".
func (r *reading) namedBehind(a actor) []actor {
	if a.Kind != rapporteur.Group || r.doc.Tokens[a.token].XPOS != "NNS" || !lex().actors.Persons[r.lemma(a.token)] && !attribution.PersonNoun(r.lemma(a.token)) {
		return nil
	}
	end := r.sentence(a.token).End
	for k := a.token + 1; k+1 < min(end, a.token+16); k++ {
		if r.upos(k) == "VERB" || r.upos(k) == "AUX" {
			return nil
		}
		if r.form(k) != "," || r.typeAt(k+1) != lang.PER && !lex().titles.Honorifics[r.lower(k+1)] {
			continue
		}
		row := distinct(r.along(k + 1))
		if closed := len(row) > 1 && r.closesRow(row[len(row)-1].token); len(row) != len(a.party) && !closed || len(row) < 2 || slices.ContainsFunc(row, func(b actor) bool { return b.Kind != rapporteur.Person }) {
			return nil
		}
		return row
	}
	return nil
}

// closesRow reports whether a comma stands behind the name at token i.
func (r *reading) closesRow(i int) bool {
	n := r.nameAt(i)
	return n != nil && n.End < len(r.kids) && r.form(n.End) == "," && r.sent[n.End] == r.sent[i]
}

// ownWho returns the actors that the noun of an encounter names itself.
func (r *reading) ownWho(i int) []actor {
	var out []actor
	if k := r.pastQuote(i + 1); k+1 < len(r.kids) && r.sent[k] == r.sent[i] {
		switch r.lower(k) {
		case "between", "with":
			out = append(out, r.along(k+1)...)
		case "by":
			out = append(out, r.along(k+1)...)
		case "of":
			if r.lemma(i) == "visit" {
				out = append(out, r.along(k+1)...)
			}
		}
	}
	if k := r.pastHour(i + 1); k > i+1 && r.lower(k) == "with" { // "a meeting later in the afternoon with Holt"
		with := r.along(k + 1)
		if a, ok := r.officeIn(k+1, r.phraseEnd(k+1)); ok && len(with) == 0 {
			with = append(with, a)
		}
		out = append(out, with...)
	}
	out = append(out, r.nthBetween(i)...)
	for _, k := range r.kids[i] {
		p := r.caseOf(k)
		switch base(r.rel(k)) {
		case "nmod", "obl":
			if r.rel(k) == "nmod:poss" {
				if s := r.ownerBehind(i, k); s >= 0 {
					out = append(out, r.people(s)...)
				} else {
					out = append(out, r.people(k)...)
				}
				continue
			}
			switch p {
			case "between", "with", "among", "by", "alongside", "involving", "including":
				out = append(out, r.people(k)...)
				if p == "between" || p == "with" {
					out = append(out, r.rowAfter(k)...)
				}
			case "for":
				if lex().meetings.Meals[r.lemma(i)] && r.aPerson([]int{k}) {
					out = append(out, r.people(k)...) // "a dinner for Okoye"
				}
			case "from":
				if r.lemma(i) == "call" && r.aPerson([]int{k}) {
					out = append(out, r.people(k)...) // "a call from Holt"
				}
				if l := r.lemma(i); l == "visit" || l == "trip" {
					out = append(out, r.people(k)...)
				}
			case "of":
				if r.lemma(i) == "visit" || r.lemma(i) == "trip" || r.typeAt(k) == "" && lex().actors.Groups[r.lemma(k)] || r.ofBody(i, k) {
					out = append(out, r.people(k)...)
				}
				// "with the participation of": below
			}
			if r.lemma(k) == "participation" || r.lemma(k) == "involvement" || r.lemma(k) == "presence" {
				for _, x := range r.children(k, "nmod") {
					out = append(out, r.people(x)...)
				}
			}
		case "compound", "amod", "nsubj":
			if base(r.rel(k)) == "nsubj" && (k != i-1 || r.upos(k) != "PROPN") {
				continue // but "after the Union summit", whatever the tree made of it
			}
			if f := r.lower(min(i+1, len(r.kids)-1)); r.typeAt(k) == lang.LOC && (f == "between" || f == "with") && !r.paired(k) {
				continue // "the Lund meeting between …"
			}
			out = append(out, r.compoundNames(k)...)
		case "acl":
			if x := r.clause(k); x != nil {
				switch x.verb {
				case "involve", "include":
					out = append(out, r.people(x.obj...)...)
				case "attend", "lead", "chair", "mediate", "broker":
					out = append(out, r.people(x.agent...)...)
				}
			}
		}
	}
	return out
}

// pastHour returns the first token from i on that tells no hour of the day: "later in the afternoon |".
func (r *reading) pastHour(i int) int {
	for end := min(i+6, r.sentence(min(i, len(r.kids)-1)).End-1); i < end; i++ {
		switch r.lower(i) {
		case "later", "earlier", "in", "the", "that", "day", "morning", "afternoon", "evening", "night", "on":
		default:
			if r.timeAt[i] < 0 {
				return i
			}
		}
	}
	return i
}

// ownerBehind returns the subject whom the pronoun k before the encounter at noun i stands for where the sentence begins
// with it: "in his call with Holt, Marrow said …"; -1 where it stands for another.
func (r *reading) ownerBehind(i, k int) int {
	if f := r.lower(k); f != "his" && f != "her" {
		return -1
	}
	top, _ := r.wholeOf(i)
	c := r.governor(max(r.head(top), 0))
	if c != nil && len(c.subj) == 0 && base(r.rel(top)) == "obl" && c.head > i && r.sent[c.head] == r.sent[i] {
		return r.personBehind(i, c.head) // "In his call with Holt, Brandt, a lawyer, said"
	}
	if c == nil || base(r.rel(top)) != "obl" && base(r.rel(top)) != "nmod" || c.head < i || len(c.subj) == 0 || c.subj[0] < i || r.nameAt(c.subj[len(c.subj)-1]) != r.nameAt(c.subj[0]) || r.typeAt(c.subj[0]) != lang.PER || r.sent[c.head] != r.sent[i] {
		return -1
	}
	for j := r.sentence(i).Start; j < k; j++ {
		if n := r.nameAt(j); n != nil && n.Type == lang.PER && !r.interviews(n) {
			return -1
		}
	}
	return c.subj[0]
}

// interviews reports whether a name is that of whoever asks the questions: "in an interview with Holt".
func (r *reading) interviews(n *lang.Name) bool {
	k := n.Start - 1
	for k > 0 && r.upos(k) != "ADP" && r.sent[k] == r.sent[n.Start] && n.Start-k < 6 {
		k--
	}
	if k < 1 || r.lower(k) != "with" && r.lower(k) != "by" && r.lower(k) != "to" {
		return false
	}
	switch r.lemma(k - 1) {
	case "interview", "conversation", "speak", "podcast":
		return true
	}
	return false
}

// personBehind returns the first person named behind a comma between two tokens, of whom nobody stands before the first
// in its sentence; -1 for none.
func (r *reading) personBehind(i, j int) int {
	for k := r.sentence(i).Start; k < i; k++ {
		if r.typeAt(k) == lang.PER {
			return -1
		}
	}
	for k := i + 1; k < j; k++ {
		if n := r.nameAt(k); n != nil && n.Start == k && n.Type == lang.PER && r.form(k-1) == "," {
			return k
		}
	}
	return -1
}

// nthBetween returns those between whom an encounter is told behind it to be the last of several:
// "Monday's meeting in Lund, the third between Brandt and Okoye, …".
func (r *reading) nthBetween(i int) []actor {
	for k := i + 1; k+4 < min(i+14, r.sentence(i).End); k++ {
		if u := r.upos(k); u == "VERB" || u == "AUX" {
			return nil
		}
		if r.form(k) != "," {
			continue
		}
		j := k + 1
		for ; j < k+5 && (r.upos(j) == "DET" || r.upos(j) == "PRON" || r.upos(j) == "ADJ" || r.upos(j) == "NOUN"); j++ {
		}
		if f := r.lower(j); j > k+1 && (f == "between" || f == "with") && slices.ContainsFunc(r.lowers[k+1:j], func(w string) bool { return ordinal(w) || w == "latest" }) {
			return r.along(j + 1)
		}
	}
	return nil
}

// rowAfter returns the actors named in a row after the preposition of nominal k.
func (r *reading) rowAfter(k int) []actor {
	for _, c := range r.kids[k] {
		if base(r.rel(c)) == "case" && c < k {
			return r.along(c + 1)
		}
	}
	return nil
}

// compoundNames reads the parties in "US-Norvana talks", "the Brandt-Okoye summit", "Norvanan-Estrelian talks".
func (r *reading) compoundNames(k int) []actor {
	var out []actor
	for i := r.lo[k]; i < r.hi[k]; i++ {
		t := r.typeAt(i)
		state := r.isState(r.form(i))
		switch {
		case t == lang.PER && r.pairOf(i) != nil:
			out = append(out, r.pairOf(i)...)
		case t == lang.PER:
			if n := r.nameAt(i); n != nil && n.Start == i && n.End < len(r.kids) && possessive(r.lower(n.End)) {
				out = append(out, r.named(n)) // "Foreign Minister Ilse Marrow's meeting"
				continue
			}
			if a, ok := r.actorAt(i); ok && (i == r.lo[k] || r.form(i-1) == "-" || r.form(i-1) == "–") {
				out = append(out, a)
			}
		case t == lang.ORG && r.lemma(r.head(k)) == "summit" && !facility(r.form(i)):
			if n := r.nameAt(i); n != nil && n.Start == i && n.End <= r.head(k) {
				out = append(out, r.named(n)) // "the Union summit"
			}
		case t == lang.NORP, state, t == lang.LOC && r.isState(r.stateName(i)), t == lang.LOC && r.paired(i):
			name := r.stateName(i)
			out = append(out, actor{Mention: rapporteur.Mention{Name: name, Kind: rapporteur.State, Span: r.bytes(lang.Range{Start: i, End: i + 1})}, token: i})
		}
	}
	return out
}

// pairOf returns the two people whose surnames, joined by a hyphen, passed for one
// name that begins at token i: "a Brandt-Okoye call". Both are named elsewhere.
func (r *reading) pairOf(i int) []actor {
	n := r.nameAt(i)
	if n == nil || n.Start != i || n.Len() != 3 || r.form(i+1) != "-" && r.form(i+1) != "–" {
		return nil
	}
	var out []actor
	for _, k := range []int{i, i + 2} {
		at := slices.IndexFunc(r.doc.Names, func(m lang.Name) bool {
			return m.Type == lang.PER && m.Start != n.Start && r.form(m.End-1) == r.form(k)
		})
		if at < 0 {
			return nil
		}
		a := r.named(&r.doc.Names[at])
		a.token = k
		out = append(out, a)
	}
	return out
}

// paired reports whether a name is joined to another by a hyphen.
func (r *reading) paired(i int) bool {
	dash := func(k int) bool {
		return k >= 0 && k < len(r.kids) && (r.form(k) == "-" || r.form(k) == "–" || r.form(k) == "/")
	}
	return dash(i-1) && r.typeAt(max(i-2, 0)) != "" || dash(i+1) && i+2 < len(r.kids) && r.typeAt(i+2) != ""
}

// other adds who met somebody where the encounter's own words name only the
// other: "Holt began work after a meeting with Marrow".
func (r *reading) other(e *encounter, top int) {
	with, between := false, false
	for k, far := e.head+1, e.head+3; k < min(far, len(r.kids)); k++ {
		with = with || r.lower(k) == "with"
		between = between || r.lower(k) == "between"
		if t := r.timeAt[k]; t >= 0 { // "a meeting of an hour with Holt", "a meeting on Monday with Holt"
			k = r.times[t].End - 1
			far = k + 3
		} else if end := r.lengthEnd(k + 1); r.lower(k) == "of" && end > k+1 {
			k, far = end-1, end+2
		}
	}
	if k := r.pastHour(e.head + 1); k > e.head+1 && r.lower(k) == "with" {
		with = true
	}
	if !with || between || base(r.rel(top)) == "nsubj" || base(r.rel(top)) == "obj" {
		return
	}
	if k := r.child(e.head, "nmod:poss"); k >= 0 && r.timeAt[k] < 0 { // but "at Monday's talks with Holt"
		return
	}
	named := 0
	for _, a := range e.who {
		if a.token > e.head {
			named++
		}
	}
	if named == 0 || named != len(e.who) {
		return
	}
	if c := r.clause(top); c != nil && c.copula && len(e.who) == 1 && e.who[0].Kind == rapporteur.Person && c.up >= 0 && r.cue[c.up] && r.clause(c.up) != nil { // "Marrow said that the turning point was a meeting with Holt"
		if who := r.subjects(r.clause(c.up)); len(who) == 1 && who[0].Kind == rapporteur.Person {
			e.who = append(who, e.who...)
		}
		return
	}
	if c := r.governor(r.head(top)); c != nil && !c.passive && r.sent[c.head] == r.sent[top] {
		if who := r.subjects(c); len(who) > 0 && (who[0].Kind != rapporteur.Group || len(who[0].party) > 0) && (!r.cue[c.head] || len(who) == 1 && who[0].Kind == rapporteur.Person && attendant[r.caseOf(top)] && (e.who[0].Kind != rapporteur.Group || len(e.who[0].party) > 0)) {
			e.who = append(who, e.who...)
		}
	}
}

// attendant are the prepositions by which whoever tells of talks is told to have been at them:
// "after a meeting with Holt, Marrow said …".
var attendant = words{"after": true, "following": true, "during": true, "at": true, "in": true}

// joined reads who stood for a side at the meeting spoken of last: "Norvana was
// represented by Marrow", "the finance minister also attended".
func (r *reading) joined(c *clause) {
	if u := r.clause(r.governs(c)); c.neg || c.modal != "" || c.mark == "to" && u != nil && u.head != c.head && !u.neg && (u.is(lex().meetings.Refuse) || u.verb == "fail") {
		return
	}
	reach := 3
	if lex().meetings.Represent[c.verb] {
		reach = 12 // who stood for whom is told of the one that the report is about
	}
	at := r.heldBefore(c.head, reach)
	if at < 0 {
		return
	}
	if (c.verb == "attend" || c.verb == "participate") && !c.past && !c.perfect && r.claims[at].Meeting.State == rapporteur.MeetingHeld {
		return // "Holt, who attends as an observer, spoke to Marrow": talks that go on
	}
	var people []actor
	switch {
	case c.verb == "represent" && c.passive:
		if len(r.actorsAt(c.subj...)) == 0 {
			return // "its policy was represented by statements"
		}
		if k := c.head + 1; k < len(r.kids) && r.lower(k) == "by" {
			people = r.along(k + 1)
			for end := r.sentence(k).End; k+2 < end; k++ { // "… and the rebels by Holt"
				if r.lower(k) == "by" && k > c.head+1 && r.upos(k-1) != "VERB" {
					people = append(people, r.along(k+1)...)
				}
			}
		}
		if len(people) == 0 {
			people = r.people(c.agent...)
		}
		for _, s := range c.subj {
			for _, a := range r.actorsAt(s) {
				if a.Kind == rapporteur.State || a.Kind == rapporteur.Organisation {
					people = append(people, a)
				}
				for _, p := range a.party {
					people = append(people, actor{Mention: p})
				}
			}
		}
	case c.verb == "represent" && len(c.obj) > 0:
		side := r.actorsAt(c.obj...)
		if len(side) == 0 {
			return
		}
		people = append(r.people(c.subj...), side...)
	case (c.verb == "lead" || c.verb == "head") && len(c.obj)+len(c.subj) > 0:
		whose, who := c.obj, c.subj
		if c.passive {
			whose, who = c.subj, c.agent
		}
		if !slices.ContainsFunc(whose, func(h int) bool {
			return r.lemma(h) == "delegation" || r.lemma(h) == "team" || r.lemma(h) == "side" || r.lemma(h) == "negotiator"
		}) || base(r.rel(c.head)) == "acl" {
			return
		}
		people = r.people(who...)
		for _, h := range whose {
			for _, p := range r.partiesUnder(h) {
				people = append(people, actor{Mention: p})
			}
		}
	case c.verb == "attend" || c.verb == "participate":
		for _, h := range append(slices.Clone(c.obj), c.with("in")...) {
			if d := r.child(h, "det"); !lex().meetings.Nouns[r.lemma(h)] && r.lower(h) != "talks" || d >= 0 && (r.lower(d) == "a" || r.lower(d) == "an") {
				return // "before the two attended a summit dinner"
			}
			if len(r.ownWho(h)) > 0 || r.placeAt(h) != "" {
				return // told as a meeting of its own
			}
			r.told[h] = true
		}
		people = r.people(c.subj...)
	}
	if len(people) == 0 {
		return
	}
	r.atMeeting(c.head, at, people, nil)
	r.last = len(r.claims) - 1
}
