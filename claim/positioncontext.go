package claim

import (
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/lang"
)

// issueAround returns the issue of a stance on a bare figure or a pointing word
// ("could live with 15", "that was unacceptable", "flexible on the second layer"),
// which what was said just before tells; "" for none.
func (r *reading) issueAround(c *clause, s *stand) string {
	at := slices.IndexFunc(s.targets, func(t int) bool { return t >= 0 && r.sent[t] == r.sent[c.head] })
	if at < 0 || !r.bare(s.targets[at]) || r.upos(s.targets[at]) != "NUM" && r.upos(s.targets[at]) != "NOUN" && !s.settled {
		return ""
	}
	sent := r.sentence(c.head)
	sent.End = c.head
	for n := r.sent[c.head]; ; {
		if issues := r.known(sent); len(issues) > 0 && r.agendaKnows(issues[0]) {
			return issues[0]
		}
		if n--; n < 0 || n < r.sent[c.head]-2 || r.doc.Sentences[n].Heading {
			return ""
		}
		sent = r.doc.Sentences[n].Range
	}
}

// bare reports whether a target says only how much, how long or which, not of what.
func (r *reading) bare(t int) bool {
	switch r.upos(t) {
	case "NUM":
		return true
	case "PRON", "SCONJ", "DET":
		w := r.lower(t)
		return w == "that" || w == "this" || w == "it"
	}
	if !lex().positions.Lists.Measures[r.lemma(t)] {
		return false
	}
	return !slices.ContainsFunc(r.kids[t], func(k int) bool { return base(r.rel(k)) == "nmod" || base(r.rel(k)) == "compound" })
}

// bargains reports whether the words of a stance are those of bargaining, so that
// what it is on is on the table though no agenda knows it: "has reservations about
// the registry", "could live with two", "cannot accept a sequence that …".
func (r *reading) bargains(c *clause, s *stand) bool {
	if len(s.actors) == 0 || slices.ContainsFunc(s.actors, func(a actor) bool { return a.Kind == rapporteur.Outlet }) {
		return false
	}
	if c.verb == "offer" && len(c.comp) > 0 && len(c.obj) == 0 { // "offered to send guards to the border"
		x := r.clause(c.comp[0])
		return x != nil && x.mark == "to" && len(x.obj) > 0 && !lex().positions.Lists.Services[x.verb] && !lex().positions.Lists.Words[x.verb] && s.actors[0].Kind != rapporteur.Person
	}
	on := slices.ContainsFunc(s.targets, func(t int) bool {
		return t > c.head && r.sent[t] == r.sent[c.head] && (r.upos(t) == "NOUN" || r.upos(t) == "NUM") && r.typeAt(t) == "" && !lex().positions.Lists.Tales[r.lemma(t)] && lex().positions.Nouns[r.lemma(t)] == ""
	})
	if !on {
		return false
	}
	l := &lex().positions
	switch {
	case c.verb == "live":
		return true
	case l.Lists.Express[c.verb] && (s.stance == rapporteur.Reserves || s.stance == rapporteur.Flexible && c.neg):
		return slices.ContainsFunc(c.obj, func(o int) bool { return l.Lists.Misgivings[r.lemma(o)] })
	case c.verb == "accept":
		return c.neg && c.modal != ""
	case l.Lists.Imagine[c.verb]:
		return c.modal == "could" || c.modal == "can"
	case c.verb == "insist":
		return len(c.with("on", "upon")) > 0
	case c.verb == "object":
		return len(c.with("to", "at")) > 0
	case c.verb == "want" || c.verb == "demand" || c.verb == "seek": // "wants the word deleted"
		return len(c.obj) > 0 && slices.ContainsFunc(c.comp, func(k int) bool { return l.Lists.Edits[r.lemma(k)] && r.doc.Tokens[k].XPOS == "VBN" })
	case c.verb == "ask" && len(c.with("for")) > 0:
		return slices.ContainsFunc(s.targets, r.bare)
	case c.copula && r.lemma(c.head) == "flexible":
		return true
	}
	return false
}

// subjectBefore returns the words for what a condition is on where it is not who
// sets it: "the text | can serve as a basis if …".
func (r *reading) subjectBefore(c *clause, s stand, from int) string {
	if len(c.subj) == 0 {
		return ""
	}
	k := c.subj[0]
	if k > c.head || k >= from && k < c.head || r.child(c.head, "expl") >= 0 || r.sent[k] != r.sent[c.head] || slices.ContainsFunc(s.actors, func(a actor) bool { return a.token == k }) {
		return ""
	}
	if r.upos(k) == "PRON" {
		if k = r.textMeant(k); k < 0 {
			return ""
		}
	} else if r.textUnder(k) < 0 && (r.upos(k) == "NOUN" && !r.personal([]int{k}) || slices.ContainsFunc(r.actorsAt(k), func(a actor) bool {
		return slices.ContainsFunc(s.actors, func(b actor) bool { return a.Name == b.Name })
	})) {
		return ""
	}
	np := r.nounPhrase(k)
	for _, x := range r.conjuncts(k) {
		if x < c.head {
			np.End = max(np.End, r.nounPhrase(x).End)
		}
	}
	for np.Start < np.End && r.upos(np.Start) == "ADP" {
		np.Start++
	}
	w, _ := r.summary(np)
	return strings.TrimSpace(r.decapital(w, np.Start))
}

// ofHimself reports whether an actor tells of himself or his side: "he said his
// government could be flexible on the date".
func (r *reading) ofHimself(c *clause, s *stand) bool {
	v := r.party(c.head)
	return len(v) > 0 && slices.ContainsFunc(s.actors, func(a actor) bool {
		p := r.child(a.token, "nmod:poss")
		return a.Name == v[0].Name || p >= 0 && r.upos(p) == "PRON"
	})
}

// movesTo reports whether a move is one to a figure: "willing to go to 350 million".
func (r *reading) movesTo(i int) bool {
	return (r.lemma(i) == "go" || r.lemma(i) == "move" || r.lemma(i) == "raise" || r.lemma(i) == "increase") && slices.ContainsFunc(r.children(i, "obl", "obj"), func(k int) bool {
		return r.upos(k) == "NUM" || r.child(k, "nummod") >= 0
	})
}

// tellsOf reports whether token i names one on whose word stands what token at says.
func (r *reading) tellsOf(i, at int) bool {
	for a, deep := r.inner[at], 0; a >= 0 && deep < 8; a, deep = r.said.Attributions[a].Parent, deep+1 {
		if slices.ContainsFunc(r.said.Attributions[a].Source, func(s lang.Range) bool { return s.Contains(i) }) {
			return true
		}
	}
	return false
}

// soLong reports whether a clause is said to hold as long as another does, or on a condition:
// "is willing to sign as long as the ports are open".
func (r *reading) soLong(c *clause) bool {
	own := r.own(c.head)
	for k := c.head + 1; k+2 < own.End; k++ {
		if r.inRelative(k, c.head) {
			continue
		}
		switch f := r.lower(k); {
		case (f == "as" || f == "so") && r.lower(k+1) == "long" && r.lower(k+2) == "as", f == "on" && r.lower(k+1) == "condition" && r.lower(k+2) == "that",
			(f == "provided" || f == "providing") && (r.lower(k+1) == "that" || r.upos(k) == "SCONJ"):
			return true
		}
	}
	return false
}

// onlyWhen reports whether a clause says that its deed comes only if or after another.
func (r *reading) onlyWhen(c *clause) bool {
	own := r.own(c.head)
	for k := own.Start; k+1 < own.End; k++ {
		if r.lower(k) != "only" || r.inRelative(k, c.head) {
			continue
		}
		if w := r.lower(k + 1); k > c.head && (w == "if" || w == "when" || w == "once" || w == "after") {
			return true
		}
		if k+1 == c.head && slices.ContainsFunc(r.kids[c.head], func(x int) bool {
			m := r.child(x, "mark")
			return base(r.rel(x)) == "advcl" && m >= 0 && (r.lower(m) == "if" || r.lower(m) == "when" || r.lower(m) == "once" || r.lower(m) == "after")
		}) {
			return true
		}
	}
	return false
}
