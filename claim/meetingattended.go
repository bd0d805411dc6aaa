package claim

import (
	"slices"

	"rapporteur"
	"rapporteur/lang"
)

// A sentence after that of a meeting often tells only who was there: "It was attended by
// Marrow for Estrel, Holt, and the envoy", "Also in the room was Okoye". This file reads
// such rolls, and adds them to the meeting that was told before.

// attended adds to meetings those who are told after them to have been there, or to have
// stayed away.
func (r *reading) attended() {
	for _, s := range r.doc.Sentences {
		if s.Heading {
			continue
		}
		for i := s.Start; i < s.End; i++ {
			if r.told[i] {
				continue
			}
			here, away := r.rollAt(i, s.Range)
			if len(here)+len(away) == 0 {
				continue
			}
			if at := r.heldBefore(i, 3); at >= 0 {
				r.atMeeting(i, at, here, away)
			}
			break
		}
	}
}

// heldBefore returns the index of the claim of the meeting that was told last before token i, in
// no more than some sentences, as one that takes or took place; -1 for none.
func (r *reading) heldBefore(i, reach int) int {
	last := -1
	for n, f := range r.claims {
		if f.Meeting == nil || f.head >= i || stageOf(f.Meeting.State) != took || r.sent[i]-r.sent[f.head] > reach {
			continue
		}
		if r.sent[i]-r.sent[f.head] > 3 && (f.Background || remote(f.Meeting.Format) || f.Meeting.Format == "visit" || f.When.IsZero()) {
			continue
		}
		if last < 0 || f.head > r.claims[last].head {
			last = n
		}
	}
	return last
}

// rollAt returns who is told at token i to have been at a meeting, and who not.
func (r *reading) rollAt(i int, s lang.Range) (here, away []actor) {
	c := r.clause(i)
	switch {
	case c != nil && r.upos(i) == "VERB" && attendsRoll[c.verb] && c.passive && !c.neg && len(c.subj) > 0 && !slices.ContainsFunc(c.subj, func(k int) bool { return r.upos(k) != "PRON" || r.lower(k) == "he" || r.lower(k) == "she" }):
		if i+1 < s.End && r.lower(i+1) == "by" {
			return r.roster(i+2, s.End), nil
		}
	case c != nil && c.verb == "take" && r.upos(i) == "VERB" && i+1 < s.End && r.lower(i+1) == "part" && !c.neg && !c.passive && c.modal == "" && (c.past || c.perfect):
		if i+3 < s.End && r.lower(i+2) == "in" && r.lower(i+3) != "person" {
			return nil, nil // "took part in the rally"
		}
		return slices.DeleteFunc(r.subjects(c), func(a actor) bool { return a.Kind != rapporteur.Person }), nil
	case r.lemma(i) == "attend" && r.upos(i) == "VERB" && (c == nil || !c.neg && c.modal == "") && r.listBehind(i, s) > 0: // "four executives attended in person: Marrow, Holt …", "Attending were Marrow …"
		return r.roster(r.listBehind(i, s), s.End), nil
	case r.thereAt(i) && i+2 < s.End && r.form(i+1) == ":": // "with four chiefs in the room: Marrow, Holt …"
		return r.roster(i+2, s.End), nil
	case r.thereAt(i):
		if be := r.rollVerb(i, s); be >= 0 {
			return r.roster(be+1, s.End), nil
		}
		if c == nil || !c.copula || c.modal != "" || c.mark == "if" || r.modality(i) != rapporteur.Asserted && r.modality(i) != rapporteur.Denied {
			return nil, nil
		}
		if c.neg || r.lower(s.Start) == "neither" {
			return nil, r.roster(s.Start, i)
		}
		here = slices.DeleteFunc(r.subjects(c), func(a actor) bool { return a.Kind != rapporteur.Person })
		if i+1 < s.End && r.lower(i+1) == "with" {
			here = append(here, r.roster(i+2, s.End)...)
		}
		return here, nil
	}
	return nil, nil
}

// listBehind returns the token at which a list of those who attended begins behind the verb at token i, 0 for none.
func (r *reading) listBehind(i int, s lang.Range) int {
	if i == s.Start && i+2 < s.End && (r.lower(i+1) == "were" || r.lower(i+1) == "was") {
		return i + 2
	}
	for k := i + 1; k+1 < min(i+4, s.End); k++ {
		if r.form(k) == ":" {
			return k + 1
		}
	}
	return 0
}

// attendsRoll are the verbs of being at an encounter as its passive tells it: "it was attended by".
var attendsRoll = words{"attend": true, "join": true, "chair": true, "mediate": true, "host": true, "moderate": true}

// thereAt reports whether token i ends words for being where an encounter is: "present", "in
// the room", "at the table", "in attendance".
func (r *reading) thereAt(i int) bool {
	switch r.lower(i) {
	case "present":
		return r.upos(i) != "NOUN" && r.child(i, "obj") < 0
	case "there":
		return r.child(i, "cop") >= 0 && i+1 < len(r.kids) && r.lower(i+1) == "for"
	case "attendance":
		return i > 0 && r.lower(i-1) == "in"
	case "room", "table":
		if i < 2 || r.lower(i-1) != "the" {
			return false
		}
		switch r.lower(i - 2) {
		case "in":
			return r.lower(i) == "room"
		case "at", "around", "round":
			return r.lower(i) == "table"
		}
	}
	return false
}

// rollVerb returns the verb of a sentence that begins with the words for being there, behind
// which those who were there stand: "Also in the room were …", "Those present included …"; -1
// for none.
func (r *reading) rollVerb(i int, s lang.Range) int {
	for k := s.Start; k < i; k++ {
		if u := r.upos(k); u == "VERB" || u == "AUX" || r.typeAt(k) != "" || r.upos(k) == "SCONJ" || i-s.Start > 6 {
			return -1
		}
	}
	for k := i + 1; k+1 < min(i+12, s.End); k++ {
		switch r.upos(k) {
		case "AUX":
			if r.lower(k) == "was" || r.lower(k) == "were" {
				return k
			}
			return -1
		case "VERB":
			if r.lemma(k) == "include" && !(r.lower(max(k-1, 0)) == "not") {
				return k
			}
			return -1
		}
	}
	return -1
}

// roster returns the people named from token i on to the end of their list, past what is told of
// each: "Marrow for Estrel; Rena Holt, who runs the ports; and envoy Jens Okoye of Norvana".
func (r *reading) roster(i, end int) []actor {
	var out []actor
	for k := i; k < end; k++ {
		if n := r.nameAt(k); n != nil && n.Start == k {
			of := r.lower(max(k-1, 0)) == "of" && r.upos(max(k-2, 0)) == "NOUN"
			if r.typeAt(k) == lang.PER && !(n.End < end && possessive(r.lower(n.End))) && !of {
				out = append(out, r.named(n))
			}
			k = n.End - 1
			continue
		}
		switch f := r.lower(k); {
		case f == "who" || f == "which" || f == "whose": // what is told of one of them
			for k+1 < end && r.form(k+1) != "," && r.form(k+1) != ";" {
				k++
			}
		case f == "but" || f == "while" || f == "whereas", r.upos(k) == "SCONJ":
			return distinct(out)
		case r.upos(k) == "VERB" && r.cue[k]: // ", Marrow said"
			if len(out) > 0 && r.form(max(out[len(out)-1].token-1, 0)) == "," {
				out = out[:len(out)-1]
			}
			return distinct(out)
		case r.upos(k) == "ADP" && f != "of" && f != "for" && f != "from" && f != "to":
			return distinct(out)
		case r.upos(k) == "VERB" && isFinite(r.doc.Tokens[k].XPOS) && !(k+1 < end && r.upos(k+1) == "NOUN" && (r.lower(k-1) == "and" || r.upos(k-1) == "PUNCT")), r.upos(k) == "AUX":
			return distinct(out) // but "and retired general Per Holm"
		}
	}
	return distinct(out)
}

// wholeRow adds to those who met the others of the row of names that stands before the verb, or right
// behind it, where the tree took the first of it for the whole.
func (r *reading) wholeRow(e *encounter) {
	c := r.governor(e.head)
	if c == nil || r.upos(c.head) != "VERB" {
		return
	}
	there := func(row []actor) bool {
		return slices.ContainsFunc(row, func(a actor) bool {
			return slices.ContainsFunc(e.who, func(b actor) bool { return b.Name == a.Name })
		})
	}
	if row := r.rowUpTo(c.head); len(row) > 1 && (there(row) || len(e.who) == 0 && e.head == c.head && len(e.parties) == 0) {
		e.who = append(e.who, row...)
	}
	if e.head != c.head || !slices.ContainsFunc(e.who, func(a actor) bool { return a.token > c.head }) {
		return
	}
	row := slices.DeleteFunc(r.along(c.head+1), func(a actor) bool { return a.Kind != rapporteur.Person })
	if n := len(row); n > 1 {
		if x := r.nameAt(row[n-1].token); x != nil && x.End < len(r.kids) && (r.upos(x.End) == "VERB" || r.upos(x.End) == "AUX") {
			row = row[:n-1] // "met Holt, and Marrow resigned"
		}
	}
	if len(row) > 1 && there(row) && slices.Contains(r.lowers[c.head+1:max(c.head+1, row[len(row)-1].token)], "and") {
		e.who = append(e.who, row...)
	}
}

// rowUpTo returns the people of the row of names that ends right before the predicate at token i:
// "the chief negotiator, Ilse Marrow, and the commander Per Holm | embraced".
func (r *reading) rowUpTo(i int) []actor {
	var out []actor
	joined := false
	start := r.sentence(i).Start
	for k := i - 1; k >= start; k-- {
		if n := r.nameAt(k); n != nil {
			owner := n.End < len(r.kids) && possessive(r.lower(n.End))
			of := n.Start > start && r.lower(n.Start-1) == "of"
			if r.typeAt(n.End-1) == lang.PER && !owner && !of {
				if len(out) == 1 && !joined {
					return nil // an apposition, or a vocative
				}
				out = append([]actor{r.named(n)}, out...)
			}
			k = n.Start
			continue
		}
		switch f := r.lower(k); {
		case f == "and" && len(out) > 0:
			joined = true
		case r.upos(k) == "AUX" || r.upos(k) == "ADV" || r.upos(k) == "PART" && !possessive(f):
			if len(out) > 0 {
				return r.inRow(out, joined)
			}
		case r.upos(k) == "VERB" && !inOffice[f], r.upos(k) == "SCONJ", r.upos(k) == "PRON" && r.doc.Tokens[k].XPOS != "PRP$", r.upos(k) == "ADP" && f != "of" && f != "for":
			return r.inRow(out, joined)
		case r.upos(k) == "PUNCT" && f != "," && f != "-":
			return r.inRow(out, joined)
		case r.upos(k) == "NOUN" && len(out) == 0:
			return nil // the subject is another
		}
	}
	return r.inRow(out, joined)
}

// inRow returns a row that a conjunction joins, nil where none does.
func (r *reading) inRow(row []actor, joined bool) []actor {
	if row = distinct(row); len(row) < 2 || !joined {
		return nil
	}
	return row
}

// atMeeting makes a claim of who was at the meeting of a claim, or stayed away from it.
func (r *reading) atMeeting(i, at int, here, away []actor) {
	last := r.claims[at].Claim
	m := *last.Meeting
	m.Minutes, m.Clock, m.Zone, m.Outcome, m.Absent = 0, "", "", nil, nil
	m.Participants, m.Parties = slices.Clone(m.Participants), slices.Clone(m.Parties)
	for _, a := range here {
		switch {
		case a.Kind == rapporteur.State:
			m.Parties = addMention(m.Parties, a.Mention)
		case a.Kind == rapporteur.Group && len(a.party) > 0:
		default:
			m.Participants = addMention(m.Participants, a.Mention)
		}
		for _, p := range a.party {
			m.Parties = addMention(m.Parties, p)
		}
	}
	for _, a := range away {
		m.Absent = addMention(m.Absent, a.Mention)
	}
	r.add(i, rapporteur.Claim{Kind: rapporteur.KindMeeting, Meeting: &m, When: last.When, Modality: last.Modality, Background: last.Background})
}

// ledInSentence adds to the encounter of a noun those who are told in its sentence to have led or attended it,
// or whom it brought together, whatever the tree made of it: "the summit, held on Monday, was chaired by
// Marrow and attended by Holt", "Moderated by Okoye, the session united …".
func (r *reading) ledInSentence(e *encounter) {
	if e.noun < 0 || e.noun == 0 && e.head > 0 || !r.isEncounter(e.noun) || r.upos(e.noun) == "VERB" || never(e.state) {
		return
	}
	s := r.sentence(e.noun)
	if presides[r.lemma(s.Start)] && r.doc.Tokens[s.Start].XPOS == "VBN" && s.Start < e.noun { // "Chaired by Marrow, the talks …"
		if by := r.agentBehind(s.Start, s.End); by >= 0 {
			e.who = append(e.who, r.along(by)...)
		}
	}
	for k := e.noun + 1; k < s.End; k++ {
		l := r.lemma(k)
		switch {
		case r.upos(k) == "NOUN" && r.isEncounter(k), r.upos(k) == "SCONJ", r.upos(k) == "PRON" && r.lower(k) != "which" && r.lower(k) != "that", r.form(k) == ";":
			return
		case r.upos(k) != "VERB":
		case presides[l] && r.doc.Tokens[k].XPOS != "VBG":
			by := r.agentBehind(k, s.End)
			if by < 0 {
				return
			}
			row := r.along(by)
			e.who = append(e.who, row...)
			if len(row) > 0 {
				k = max(k, row[len(row)-1].token)
			}
			if and := r.agentBehind(k, s.End); and >= 0 { // "… by Marrow and on the Estrelian side by Holt"
				e.who = append(e.who, r.along(and)...)
			}
		case (unites[l] || l == "bring" && r.lower(min(k+1, s.End-1)) == "together") && r.plainPast(k) && r.isSubject(e.noun, k):
			if l == "bring" {
				k++
			}
			e.who = append(e.who, r.along(k+1)...)
			return
		case r.doc.Tokens[k].XPOS != "VBN" && r.rel(k) != "advcl" && !lex().meetings.Hold[l]:
			return
		}
	}
}

// agentBehind returns the token behind the "by" of a participle, past what stands between, -1 for none:
// "attended on the Norvanan side by".
func (r *reading) agentBehind(i, end int) int {
	for k := i + 1; k+1 < min(i+8, end); k++ {
		switch {
		case r.lower(k) == "by":
			if r.timeAt[k+1] < 0 {
				return k + 1
			}
			return -1
		case r.upos(k) == "VERB" || r.upos(k) == "AUX" || r.upos(k) == "SCONJ" || r.upos(k) == "PUNCT":
			return -1
		}
	}
	return -1
}

// isSubject reports whether a noun, or what counts it or stands for it, is the subject of a verb.
func (r *reading) isSubject(noun, verb int) bool {
	c := r.clause(verb)
	top, _ := r.wholeOf(noun)
	return slices.ContainsFunc(c.subj, func(s int) bool { return s == noun || s == top || isRelative(r.lower(s)) })
}

// plainPast reports whether a verb tells what was done: "brought", "has gathered", but not "would bring".
func (r *reading) plainPast(i int) bool {
	c := r.clause(i)
	return c != nil && !c.neg && !c.passive && c.modal == "" && (c.past || c.perfect)
}

var (
	// presides are the verbs of what is done at an encounter by those who are there.
	presides = words{"chair": true, "co-chair": true, "cochair": true, "attend": true, "host": true, "co-host": true, "mediate": true, "moderate": true, "broker": true, "facilitate": true, "preside": true, "convene": true, "oversee": true, "lead": true, "co-lead": true, "head": true, "steer": true}
	// unites are the verbs of what an encounter does with those who come.
	unites = words{"gather": true, "unite": true, "include": true, "involve": true, "assemble": true, "join": true, "comprise": true, "feature": true}
)
