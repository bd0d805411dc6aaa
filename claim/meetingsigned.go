package claim

import (
	"slices"

	"rapporteur"
	"rapporteur/lang"
)

// Whoever puts a name to an accord does it beside the others: a signing that is told with
// its day or place is a meeting of the signatories.

// signed reads "the agreements that A and B reached in Port Calder", "was initialled in Lund on
// Friday": who reaches an agreement in a place, or signs one on a day, was there together.
func (r *reading) signed(c *clause) *encounter {
	pen := lex().meetings.Pen[c.verb] && !signingOff[r.lower(min(c.head+1, len(r.kids)-1))] || r.putsHand(c) >= 0
	paper, ok := r.paperOf(c, pen)
	if !ok {
		return nil
	}
	e := &encounter{head: c.head, who: r.signatories(c, pen)}
	if paper >= 0 && paper < c.head && base(r.rel(c.head)) == "acl" && len(e.who) < 2 {
		if row := r.amid(paper, c.head); len(row) > 1 {
			e.who = row // "the agreements that Brandt of Norvana and Okoye of Estrel reached"
		}
	}
	for _, h := range c.with("in", "at", "during") {
		if e.place == "" && h != paper && (r.typeAt(h) == lang.LOC || lex().meetings.Occasions[r.lemma(h)]) {
			e.place = r.placeName(h)
		}
	}
	e.when, _ = r.whenMet(c.head)
	if e.place == "" {
		e.place = r.placeAt(c.head)
	}
	if e.place == "" && paper > c.head {
		e.place = r.placeAt(paper) // "to sign the accord in Lund on Friday"
	}
	if pen {
		r.penned(e, c)
		if e.place == "" && e.when.IsZero() && len(e.who) > 0 && (paper < 0 || r.pointed(paper)) && !c.neg && c.modal == "" {
			r.likeSigningBefore(e)
		}
	}
	sides := r.sidesAmong(e.who)
	if paper >= 0 && sides > 0 { // "will sign a deal with Estrel": the other signatory
		others := r.people(c.with("with")...)
		for _, k := range r.children(paper, "nmod") {
			if r.caseOf(k) == "with" || r.caseOf(k) == "between" {
				others = append(others, r.people(k)...)
			}
		}
		e.who = append(e.who, others...)
		sides += len(others)
	}
	day := e.when.Exact()
	switch {
	case e.place != "" && (sides >= 2 || day && (pen || len(e.who) > 0)):
	case pen && sides >= 2 && day:
	default:
		return nil
	}
	e.state, e.modality = r.verbState(c, e.when)
	if e.state == rapporteur.MeetingUnderWay || pen && never(e.state) && e.state != rapporteur.MeetingPostponed {
		return nil // whoever refused to sign may have come
	}
	if pen {
		e.format = "signing"
	}
	e.weak = !pen && (sides >= 2 || len(e.who) > 1)
	return e
}

// signingOff are the particles with which to sign is to agree, to enlist or to end.
var signingOff = words{"off": true, "up": true, "onto": true, "away": true, "over": true, "out": true}

// paperOf returns the accord that a clause tells to be signed or reached. With a pen it may be told
// by a pronoun or a clause, "what they call the final accord", and is -1 then.
func (r *reading) paperOf(c *clause, pen bool) (int, bool) {
	if at := r.putsHand(c); at >= 0 {
		return at, true
	}
	heads := c.obj
	if c.passive {
		heads = c.subj
	}
	for _, h := range heads {
		if at := r.accordIn(h, pen); at >= 0 {
			return at, true
		}
	}
	if h := r.head(c.head); h >= 0 && h < c.head && base(r.rel(c.head)) == "acl" && len(c.obj) == 0 {
		if at := r.accordIn(h, pen); at >= 0 {
			return at, true
		}
	}
	if !pen {
		return -1, false
	}
	if c.passive && len(heads) > 0 && r.upos(heads[0]) == "PRON" && (r.lower(heads[0]) == "it" || r.lower(heads[0]) == "they" || r.lower(heads[0]) == "which") {
		return -1, true
	}
	if k := c.head + 1; !c.passive && k < len(r.kids) && (r.lower(k) == "what" || len(heads) == 0) { // whatever the tree made of it
		for ; k < r.sentence(c.head).End && r.form(k) != ";"; k++ {
			if r.accordIn(k, true) == k {
				return k, true
			}
			if x := r.clause(k); x != nil && x.verb != "call" && x.verb != "describe" && x.verb != "say" && x.verb != "hope" {
				break
			}
		}
	}
	return -1, false
}

// accordIn returns the accord that a nominal is, or is a copy or one of: "three copies of the
// memorandum", "the last of the papers"; -1 for none.
func (r *reading) accordIn(h int, pen bool) int {
	l := &lex().meetings
	n := r.lemma(h)
	switch {
	case r.isTextNoun(h) && !l.Unsigned[n], n == "understanding":
		return h
	case pen && l.Signed[n] && r.upos(h) != "VERB" && !r.compounds(h):
		return h
	case r.upos(h) == "PROPN" && r.nameAt(h) != nil:
		name := r.nameAt(h)
		for k := name.Start; k < name.End; k++ {
			if w := r.lower(k); pen && (lex().texts.Nouns[w] && !l.Unsigned[w] || l.Signed[w]) {
				return h
			}
		}
	}
	for _, k := range r.children(h, "nmod") {
		if r.caseOf(k) == "of" && r.upos(h) != "PROPN" && r.isTextNoun(k) && !l.Unsigned[r.lemma(k)] && pen {
			return k
		}
	}
	return -1
}

// compounds reports whether a noun only says of which kind the one behind it is.
func (r *reading) compounds(i int) bool { return r.rel(i) == "compound" && r.head(i) > i }

// putsHand returns the accord to which a clause tells that somebody put a name, -1 for none:
// "put their signatures to the protocol".
func (r *reading) putsHand(c *clause) int {
	switch c.verb {
	case "put", "affix", "set", "add", "append":
	default:
		return -1
	}
	if !slices.ContainsFunc(c.obj, func(o int) bool { return lex().meetings.Hands[r.lemma(o)] }) {
		return -1
	}
	for k := c.head + 1; k+1 < min(c.head+12, r.sentence(c.head).End); k++ {
		if f := r.lower(k); f != "to" && f != "on" && f != "under" {
			continue
		}
		for j := k + 1; j < r.phraseEnd(k+1); j++ {
			if at := r.accordIn(j, true); at >= 0 {
				return at
			}
		}
	}
	return -1
}

// signatories returns those who signed: whoever does it, or by whom it is done, in a row or each
// with the side for which.
func (r *reading) signatories(c *clause, pen bool) []actor {
	if !c.passive {
		who := r.subjects(c)
		if len(c.subj) == 0 {
			who = r.rowBefore(c.head)
		}
		if pen && len(distinct(who)) < 2 && base(r.rel(c.head)) == "root" { // "In Lund, Marrow and Rena Holt, the envoy, signed"
			who = append(who, r.amid(r.sentence(c.head).Start-1, c.head)...)
		}
		return distinct(append(who, r.eachFor(c)...))
	}
	var who []actor
	for k := c.head + 1; pen && k+1 < r.sentence(c.head).End; k++ {
		if r.lower(k) == "by" && r.timeAt[k] < 0 && r.timeAt[k+1] < 0 && (r.clause(k+1) == nil) {
			who = append(who, r.along(k+1)...)
		}
	}
	if len(who) == 0 {
		who = r.people(c.agent...)
	}
	return distinct(append(who, r.eachFor(c)...))
}

// eachFor returns those named behind a verb of signing each with the side for which: "Ilse
// Marrow signed for Norvana and Rena Holt for Estrel".
func (r *reading) eachFor(c *clause) []actor {
	var out []actor
	s := r.sentence(c.head)
	for k := c.head + 1; k+2 < s.End; k++ {
		n := r.nameAt(k)
		if n == nil || n.Start != k || n.Type != lang.PER {
			continue
		}
		j := n.End
		if j+1 < s.End && r.form(j) == "," && r.lower(j+1) == "who" { // ", who was removed in August, for …"
			for j++; j < s.End && r.form(j) != ","; j++ {
			}
		}
		for j < s.End && (r.form(j) == "," || r.lower(j) == "signed" || r.lower(j) == "did" || r.lower(j) == "so") {
			j++
		}
		if f := r.lower(min(j, s.End-1)); f == "for" || f == "on" && r.lower(min(j+1, s.End-1)) == "behalf" {
			out = append(out, r.named(n))
		}
	}
	return out
}

// sidesAmong counts those who may be sides of an accord.
func (r *reading) sidesAmong(who []actor) int {
	sides := 0
	for _, a := range who {
		switch {
		case a.Kind == rapporteur.Group && (len(a.party) > 1 || len(a.party) == 0 && r.several(a)):
			sides += 2 // "the two sides", "the presidents of Norvana and Estrel"
		case a.Kind == rapporteur.Person, a.Kind == rapporteur.State, a.Kind == rapporteur.Organisation, len(a.party) > 0:
			sides++
		}
	}
	return sides
}

// penned gives a signing the day and place that stand behind its verb, wherever the tree hung
// them: "signed three copies of the accord in the banquet hall on Monday".
func (r *reading) penned(e *encounter, c *clause) {
	s := r.sentence(c.head)
	for k := c.head + 1; k+1 < s.End && (e.place == "" || e.when.IsZero()); k++ {
		if x := r.clause(k); x != nil && x.verb != "call" && x.head != c.head && x.mark != "to" && base(r.rel(k)) != "xcomp" || r.form(k) == ";" || r.ofTeller(k, c.head) {
			break
		}
		if t := r.timeAt[k]; t >= 0 && e.when.IsZero() && r.times[t].Interval.Exact() && r.typeAt(k) == "" && !r.distant(&r.times[t]) {
			e.when = r.times[t].Interval
		}
		if f := r.lower(k); e.place == "" && (f == "in" || f == "at") && r.timeAt[k] < 0 && r.timeAt[k+1] < 0 {
			if e.place = r.placeFrom(k + 1); e.place == "" && r.head(k) > k {
				e.place = r.placeName(r.head(k)) // "in the Calderan town of Lund"
			}
		}
	}
	r.fill(e, c.head)
}

// ofTeller reports whether token k is a word for whoever says what stands at token i.
func (r *reading) ofTeller(k, i int) bool {
	a := r.inner[i]
	return a >= 0 && slices.ContainsFunc(r.said.Attributions[a].Source, func(s lang.Range) bool { return s.Contains(k) })
}

// signedFor reads "Ilse Marrow signed for Norvana; Rena Holt, for Estrel": those who
// signed were at the signing that was told before, with its day and place.
func (r *reading) signedFor(c *clause) *encounter {
	if c.verb != "sign" || c.passive || c.neg || c.modal != "" || len(c.obj) > 0 || len(c.with("for", "on behalf of")) == 0 || r.modality(c.head) != rapporteur.Asserted {
		return nil
	}
	e := &encounter{head: c.head, noun: c.head, format: "signing", who: distinct(append(r.subjects(c), r.eachFor(c)...))}
	if len(e.who) < 2 {
		return nil
	}
	if e.when, _ = r.when(c.head); !e.when.Exact() {
		e.when = rapporteur.Interval{}
	}
	e.place = r.placeAt(c.head)
	r.likeSigningBefore(e)
	r.signingBefore(e, c)
	if e.place == "" && e.when.IsZero() {
		return nil
	}
	e.state, e.modality = r.verbState(c, e.when)
	return e
}

// likeSigningBefore gives a signing the day and place of the last that was told.
func (r *reading) likeSigningBefore(e *encounter) {
	for n := len(r.claims) - 1; n >= 0; n-- {
		f := &r.claims[n]
		if f.Meeting == nil || f.Meeting.Format != "signing" || f.Meeting.State != rapporteur.MeetingHeld || f.head > e.head {
			continue
		}
		if e.when.IsZero() {
			e.when = f.When
		}
		if e.place == "" {
			e.place = f.Meeting.Place
		}
		return
	}
}

// signingBefore gives a signing the day and place of the one spoken of in the sentences before.
func (r *reading) signingBefore(e *encounter, c *clause) {
	for at := r.sent[c.head] - 1; at >= 0 && at >= r.sent[c.head]-2; at-- {
		for k := r.doc.Sentences[at].Start; k < r.doc.Sentences[at].End; k++ {
			switch r.lemma(k) {
			case "sign", "signing", "signature", "ceremony":
			default:
				continue
			}
			if e.when.IsZero() {
				e.when, _ = r.when(k)
			}
			if e.place == "" {
				e.place = r.placeAt(k)
			}
			for j := k + 1; j < min(k+4, len(r.kids)) && e.place == ""; j++ { // "the signing, at the palace in Lund"
				if r.lower(j) == "at" || r.lower(j) == "in" {
					e.place = r.placeFrom(j + 1)
				}
			}
		}
	}
}
