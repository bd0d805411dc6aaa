package claim

import (
	"slices"

	"rapporteur"
	"rapporteur/lang"
)

// under returns the text of "under the draft", "according to the plan" in a sentence, -1 for none.
func (p *pointMaker) under(sent lang.Range) int {
	for i := sent.Start; i < sent.End; i++ {
		if !p.isStrongText(i) && !(p.isTextNoun(i) && p.caseOf(i) == "under") {
			continue
		}
		if g := p.governor(p.head(i)); g != nil && base(p.rel(g.head)) == "acl" && g.head < i && !g.copula {
			continue // "the waivers required under the deal"
		}
		switch p.caseOf(i) {
		case "under", "according to", "as part of", "according", "per":
			return i
		case "in":
			if p.child(i, "det") >= 0 && base(p.rel(i)) == "obl" && p.head(i) > i && i < sent.Start+6 {
				return i
			}
		}
	}
	return -1
}

// underWhich reads "a deal under which Norvana will buy grain and Estrel will drop its duty".
func (p *pointMaker) underWhich(sent lang.Range) bool {
	for k := sent.Start + 1; k+2 < sent.End; k++ {
		from := -1
		switch {
		case p.lower(k) == "which" && (p.lower(k-1) == "under" || p.lower(k-1) == "in" || p.lower(k-1) == "by"):
			from = k + 1
		case p.lower(k) == "whereby":
			from = k + 1
		default:
			continue
		}
		text, matter := -1, false
		for j := k - 1; j >= sent.Start && j > k-14; j-- {
			if p.isStrongText(j) {
				text = j
				break
			}
			if issues := p.known(lang.Range{Start: j, End: j + 1}); p.lower(k-1) == "under" && p.upos(j) == "NOUN" && j > k-4 && len(issues) > 0 && p.agendaKnows(issues[0]) {
				matter = true // "the backstop, under which …"
				break
			}
			if p.upos(j) == "VERB" || p.form(j) == ";" {
				break
			}
		}
		if text < 0 && !matter {
			continue
		}
		if text >= 0 {
			p.text = text
		}
		made := false
		end := p.listEnd(from)
		for j := from + 3; j+1 < end; j++ { // "…, under which Norvana would stay, would lapse"
			if p.form(j) == "," && p.doc.Tokens[j+1].XPOS == "MD" {
				end = j
			}
		}
		for _, x := range p.sentences(lang.Range{Start: from, End: end}) {
			if h := p.finite(x); h >= 0 {
				if c := p.clause(h); (c.past || matter) && c.modal == "" || lex().points.Lists.Unbinding[c.verb] {
					continue
				}
				made = p.actIn(x, rapporteur.Asserted) || made
			}
		}
		return made
	}
	return false
}

// saysThat reads "the agreement that Norvana would buy grain", "a clause that bars …".
func (p *pointMaker) saysThat(sent lang.Range) bool {
	made := false
	for i := sent.Start; i < sent.End; i++ {
		if p.upos(i) != "NOUN" || !p.isStrongText(i) && !lex().points.Lists.Written[p.lemma(i)] && !lex().points.Lists.Vows[p.lemma(i)] {
			continue
		}
		if !lex().points.Lists.Written[p.lemma(i)] && p.saysWhat(i, sent) {
			made = true
			continue
		}
		for _, k := range p.kids[i] {
			c := p.clause(k)
			if c == nil || k < i || c.mark != "that" || p.done[k] || len(c.subj) == 0 || c.subj[0] > k || c.modal == "" || lex().points.Lists.Unbinding[c.verb] || base(p.rel(k)) != "acl" && base(p.rel(k)) != "ccomp" {
				continue
			}
			status := p.cameTo(i)
			if issues := p.known(p.own(k)); len(issues) == 0 && status != rapporteur.Agreed || p.disclaimed(c) {
				continue
			}
			p.text = i
			words := p.clip(p.own(k), k)
			if p.lower(words.Start) == "that" {
				words.Start++
			}
			if n := p.lemma(i); (n == "assurance" || n == "guarantee") && status == rapporteur.Proposed {
				continue // which is what is asked for
			}
			p.done[k] = true
			made = p.makePoint(k, words, mentions(p.obligors(c)), status, rapporteur.Asserted) || made
		}
	}
	return made
}

// saysWhat reads the same by the order of the words, where the tree took "that" for what the
// text is: "reached an agreement that cloth woven abroad would count as Norvanan".
func (p *pointMaker) saysWhat(i int, sent lang.Range) bool {
	l := &lex().points.Lists
	if i+4 >= sent.End || p.lower(i+1) != "that" || p.upos(i+2) == "AUX" || isFinite(p.doc.Tokens[i+2].XPOS) || p.upos(i+2) == "ADV" {
		return false
	}
	status := p.cameTo(i)
	for k := i + 3; k < min(i+15, sent.End-1); k++ {
		if p.form(k) == "," || p.upos(k) == "SCONJ" || p.doc.Tokens[k].XPOS == "VBZ" || p.doc.Tokens[k].XPOS == "VBP" {
			return false
		}
		if p.doc.Tokens[k].XPOS != "MD" {
			continue
		}
		if f := p.lower(k); f != "would" && f != "will" && f != "must" && f != "shall" {
			return false
		}
		v := k + 1
		for v < sent.End && (p.upos(v) == "AUX" || p.upos(v) == "ADV" || p.upos(v) == "PART") {
			v++
		}
		c := p.clause(v)
		if c == nil || p.done[v] || c.lexical(lex().positions.Verbs) != "" || l.Concludes[c.verb] || lex().texts.Hand[c.verb] || !c.passive && len(c.obj)+len(c.obl)+len(c.comp) == 0 {
			return false // "an agreement that both sides would sign"
		}
		words := lang.Range{Start: i + 2, End: p.listEnd(v)}
		for j := v + 1; j < words.End; j++ {
			if p.spacedDash(j) {
				words.End = j
			}
		}
		if status != rapporteur.Agreed && len(p.known(words)) == 0 || p.disclaimed(c) {
			return false
		}
		p.done[v], p.text = true, i
		return p.makePoint(v, p.clip(words, v), mentions(p.nominalEnding(i+2, k)), status, rapporteur.Asserted)
	}
	return false
}

// cameTo is the status of what an agreement says that was come to, "reached an agreement that
// …", "the only result was an understanding that …"; of another, what it says is proposed.
func (p *pointMaker) cameTo(i int) rapporteur.Status {
	if g := p.governor(i); lex().points.Lists.Vows[p.lemma(i)] && g != nil && base(p.rel(i)) == "obj" && lex().points.Lists.Obtain[g.verb] && !g.neg && g.modal == "" && (g.past || g.perfect) && p.modality(g.head) == rapporteur.Asserted {
		return rapporteur.Agreed // "won a promise that …"
	}
	if !lex().points.Lists.Reached[p.lemma(i)] {
		return rapporteur.Proposed
	}
	if c := p.clause(i); c != nil && c.copula && c.past && !c.neg && c.modal == "" {
		return rapporteur.Agreed
	}
	if g := p.governor(i); g != nil && g.head != i && base(p.rel(i)) == "obj" && lex().points.Lists.Reach[g.verb] && g.verb != "have" && !g.neg && g.modal == "" && (g.past || g.perfect) && p.modality(g.head) == rapporteur.Asserted {
		return rapporteur.Agreed
	}
	return rapporteur.Proposed
}

// clauses_ makes points of the obligations of a sentence: "Norvana would cap its
// fleet, and Estrel would open its ports".
func (p *pointMaker) clauses_(sent lang.Range, sure bool) bool {
	made := false
	for i := sent.Start; i < sent.End; i++ {
		c := p.clause(i)
		if c == nil || p.done[i] || p.cue[i] {
			continue
		}
		if !p.binding(c, sure) || !sure && (c.copula || p.direct(i) || isQuestion(p.lower(p.own(i).Start)) || len(c.subj) > 0 && isQuestion(p.lower(c.subj[0]))) {
			continue // what goes on with a text is an act, and no talk about it
		}
		if p.rel(i) == "acl:relcl" {
			continue
		}
		// Only the clauses that the sentence says, not those inside others.
		if up := p.clause(c.up); up != nil && p.sent[up.head] == p.sent[i] && base(p.rel(i)) != "conj" && !p.cue[up.head] && base(p.rel(i)) != "ccomp" && !(base(p.rel(i)) == "advcl" && (c.mark == "while" || c.mark == "with")) && base(p.rel(i)) != "parataxis" && base(p.rel(i)) != "root" {
			if !p.done[up.head] || base(p.rel(i)) != "advcl" {
				continue
			}
			continue
		}
		m := rapporteur.Asserted
		if got := p.modality(i); got == rapporteur.Hedged {
			m = got
		}
		if p.hasIf(c) && !sure || p.conditional(c) {
			continue
		}
		words := p.own(i)
		for _, k := range p.kids[i] {
			if x := p.clause(k); x != nil && k > i && base(p.rel(k)) == "advcl" && (x.mark == "while" || x.mark == "whereas") {
				words.End = min(words.End, p.lo[k])
			}
		}
		if parts := p.sentences(words); len(parts) > 1 {
			for _, x := range parts {
				made = p.actIn(p.afterUnder(x), m) || made
			}
			continue
		}
		made = p.act(i, nil, m, false) || made
	}
	return made
}

// staysIn reports whether somebody is to remain in something: "would remain within the union".
func (p *pointMaker) staysIn(c *clause) bool {
	return c.verb == "remain" && len(c.with("in", "within", "part of", "under")) > 0
}

// isTo reports whether a predicate stands after "is to" or "are to".
func (p *pointMaker) isTo(c *clause) bool {
	k := c.head - 1
	for k > 0 && p.upos(k) == "ADV" || k > 0 && p.lower(k) == "be" {
		k--
	}
	return k > 1 && p.lower(k) == "to" && p.upos(k-1) == "AUX" && p.lemma(k-1) == "be" && len(c.subj) > 0
}

// afterUnder leaves "Under the draft," off the head of a clause's words.
func (p *pointMaker) afterUnder(s lang.Range) lang.Range {
	for k := s.Start; k < min(s.Start+12, s.End); k++ {
		if p.form(k) == "," && p.finite(lang.Range{Start: s.Start, End: k}) < 0 && p.finite(lang.Range{Start: k + 1, End: s.End}) >= 0 {
			if h := p.finite(s); h >= 0 && len(p.clause(h).subj) > 0 && p.lo[p.clause(h).subj[0]] > k-1 {
				s.Start = k + 1
				return s
			}
		}
	}
	return s
}

// binding reports whether a clause lays something down: "would", "must", "is to", "is expected to commit".
func (p *pointMaker) binding(c *clause, sure bool) bool {
	if p.meetingWord(c) || lex().points.Lists.Unbinding[c.verb] && !p.staysIn(c) {
		return false
	}
	if c.verb == "have" && slices.ContainsFunc(c.obj, func(o int) bool { return outcomes[p.lemma(o)] }) {
		return false
	}
	if c.copula && c.mark == "to" || p.isTo(c) { // "the troops are to leave"
		return sure || len(p.known(p.own(c.head))) > 0
	}
	switch c.modal {
	case "would", "must", "shall":
	case "will":
	case "may", "might", "could":
		return sure
	case "can":
		return c.neg && c.passive
	default:
		if c.mark == "to" || c.past || c.perfect {
			return false
		}
		if c.passive && lex().points.Lists.Laid[c.verb] {
			break
		}
		if sure && lex().points.Lists.Keeps[c.verb] {
			break
		}
		if c.verb == "have" && len(c.comp) > 0 && !p.still(c) {
			break
		}
		if _, ok := p.hasUntil(c); ok {
			break
		}
		return false
	}
	if sure {
		return true
	}
	// Without "under the plan" at its head, a sentence goes on with it only about a matter of the agenda,
	// or about a duty that an agreed text lays on somebody.
	return len(p.known(p.own(c.head))) > 0 || c.modal == "must" && p.concluded >= 0 && p.provision >= 0 && len(p.obligors(c)) > 0 && len(c.obj)+len(c.comp) > 0
}

// outcomes are what something has that lays nothing down: "will have an effect on prisoners".
var outcomes = words{"effect": true, "impact": true, "influence": true, "consequence": true, "repercussion": true, "bearing": true, "implication": true, "benefit": true}

func (p *pointMaker) meetingWord(c *clause) bool {
	l := &lex().meetings
	if c.is(l.Verbs) || c.is(l.Visits) {
		return true
	}
	for _, o := range append(slices.Clone(c.obj), c.subj...) {
		if l.Nouns[p.lemma(o)] || p.lower(o) == "talks" {
			return true
		}
	}
	return false
}

// including reads "28 points, including a commitment of Norvana to …".
func (p *pointMaker) including(sent lang.Range) {
	for i := sent.Start; i < sent.End; i++ {
		h := p.head(i)
		if h < 0 || p.done[i] || base(p.rel(i)) != "nmod" && base(p.rel(i)) != "obl" && base(p.rel(i)) != "acl" {
			continue
		}
		lemma := p.lemma(h)
		switch p.caseOf(i) {
		case "including":
			if p.isStrongText(h) && p.doc.Tokens[h].XPOS == "NNS" {
				continue // "deals, including …"
			}
		case "such as":
			if !lex().points.Lists.Written[lemma] {
				continue
			}
		default:
			continue
		}
		if p.upos(h) != "NOUN" || !(lex().texts.Parts[lemma] != "" && lex().texts.Parts[lemma] != "page" && lex().texts.Parts[lemma] != "document" || lex().points.Parts[lemma]) && !p.isStrongText(h) {
			g := p.governor(i)
			if g == nil || !(g.verb == "consist" || g.verb == "contain") {
				continue
			}
		}
		for _, k := range p.conjuncts(i) {
			if a, ok := p.actorAt(k); ok && (a.Kind == rapporteur.Person || a.Kind == rapporteur.Group) || p.typeAt(k) == lang.PER {
				continue // "ministers, including …"
			}
			p.thing(k, rapporteur.Asserted)
		}
	}
}
