package claim

import (
	"slices"

	"rapporteur"
	"rapporteur/lang"
)

// onWhat tells what a position is on, and its issue.
func (r *reading) onWhat(c *clause, s *stand, words lang.Range) (on, issue string) {
	var span []lang.Range
	for _, t := range s.targets {
		if t < 0 {
			continue
		}
		if r.typeAt(t) == lang.PER {
			continue
		}
		span = append(span, r.core(t))
		lemma := r.lemma(t)
		if r.upos(t) == "PRON" {
			if (lemma == "it" || lemma == "they" || r.lower(t) == "them" || lemma == "that" || lemma == "this") && on == "" && (c == nil || !broad[c.verb] || c.verb == "back" || c.verb == "accept" || c.verb == "sign" || c.verb == "support") && r.textMeant(t) >= 0 {
				on = "text"
			}
			if toldBefore[lemma] && s.stance != rapporteur.Demands && on == "" { // "accepted both", "called all of it a trap"
				if issue = r.issueBefore(t); issue != "" {
					on = "point"
				} else if r.textBefore(t) >= 0 {
					on = "text"
				}
			}
			continue
		}
		if x := r.textUnder(t); x >= 0 && (r.isStrongText(x) || r.isStrongText(t) || s.stance != rapporteur.Demands && s.stance != rapporteur.Proposes) && on == "" {
			on = "text"
		}
		if (lemma == "outcome" || lemma == "result") && on == "" && slices.ContainsFunc(r.children(t, "nmod"), func(k int) bool { return lex().meetings.Nouns[r.lemma(k)] }) {
			on = "text" // "the outcome of the talks"
		}
		if lex().points.Parts[lemma] && on == "" {
			on = "point"
		}
		if on == "" && (s.stance == rapporteur.Rejects || s.stance == rapporteur.Accepts) && lex().positions.Lists.Ideas[lemma] && r.upos(t) == "NOUN" {
			on = "point"
		}
		if (lex().meetings.Nouns[lemma] && lemma != "call" || r.clause(t) != nil && r.clause(t).is(lex().meetings.Verbs)) && on == "" {
			on = "meeting"
		}
		if k := r.clause(t); k != nil && on == "" { // "ready to sign the plan", "refuses to discuss the draft"
			for _, o := range k.obj {
				if x := r.textUnder(o); x >= 0 && r.isStrongText(x) {
					on = "text"
				} else if r.lower(o) == "it" && r.textBefore(o) >= 0 && lex().positions.Verbs[k.verb] != "" {
					on = "text"
				}
			}
		}
	}
	if issues := r.issuesOf(span...); issue == "" && len(issues) > 0 && r.agendaKnows(issues[0]) {
		issue = issues[0]
	}
	if c != nil && !s.settled && issue == "" && len(span) > 0 && c.head < s.targets[0] {
		// what the tree has hung elsewhere
		end := min(words.End, r.listEnd(c.head))
		for _, k := range r.kids[c.head] {
			if k > c.head && (base(r.rel(k)) == "advcl" || base(r.rel(k)) == "parataxis") && r.lo[k] > c.head {
				end = min(end, r.lo[k])
			}
		}
		if issues := r.known(lang.Range{Start: c.head + 1, End: max(end, c.head+1)}); len(issues) > 0 && r.agendaKnows(issues[0]) {
			issue = issues[0]
		}
	}
	if c != nil && issue == "" && len(span) > 0 { // "asked Norvana to reduce it": what was spoken of before
		for _, s := range span {
			for k := s.Start; k < s.End && issue == ""; k++ {
				if f := r.lower(k); r.upos(k) == "PRON" && (f == "it" || f == "them") && base(r.rel(k)) == "obj" {
					sent := r.sentence(c.head)
					if issues := r.known(lang.Range{Start: sent.Start, End: c.head}); len(issues) > 0 && r.agendaKnows(issues[0]) {
						issue = issues[0]
					}
				}
			}
		}
	}
	if len(span) == 0 {
		if issues := r.known(words); len(issues) > 0 {
			issue = issues[0]
		}
		if lexHas(r, words, lex().texts.Nouns) {
			on = "text"
		}
	}
	if on == "point" && issue == "" { // "rejected the idea": what the sentence before spoke of
		if n := r.sent[s.targets[0]]; n > 0 {
			if issues := r.known(r.doc.Sentences[n-1].Range); len(issues) > 0 && r.agendaKnows(issues[0]) {
				issue = issues[0]
			}
		}
	}
	return on, issue
}

// toldBefore are pronouns for all of what was just spoken of, or for none of it.
var toldBefore = words{"both": true, "all": true, "neither": true, "either": true, "none": true}

// textMeant returns the text that a pronoun stands for, -1 for none.
func (r *reading) textMeant(i int) int {
	if x := r.textBefore(i); x >= 0 {
		return x
	}
	for k := i - 1; k >= r.sentence(i).Start; k-- {
		if r.isTextNoun(k) {
			return k
		}
	}
	return -1
}

// core returns the words that say what a target is: a nominal with its of- and
// on-phrases, a clause with its object, without what else the tree hangs there.
func (r *reading) core(t int) lang.Range {
	if k := r.clause(t); k != nil && (r.upos(t) == "VERB" || r.upos(t) == "ADJ") {
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
				s.End = max(s.End, r.core(o.head).End)
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
	if k := r.complementBeside(t); k >= 0 {
		s.End = max(s.End, r.core(k).End)
	}
	return s
}

func lexHas(r *reading, s lang.Range, set words) bool { return r.anyIn(s, set) >= 0 }

// agendaKnows reports whether the chosen agenda, not only the general one, has the issue.
func (r *reading) agendaKnows(code string) bool {
	return r.agenda != nil && slices.ContainsFunc(r.agenda.Issues, func(i Issue) bool { return i.Code == code })
}

// general verbs say nothing of a negotiation unless a text or a matter of the agenda is their object.
var broad = words{
	"want": true, "seek": true, "support": true, "back": true, "welcome": true, "offer": true, "question": true, "condemn": true, "denounce": true, "sign": true, "agree": true, "suggest": true, "require": true,
	"request": true, "float": true, "propose": true, "submit": true, "table": true, "criticise": true, "criticize": true, "dismiss": true, "decline": true, "adopt": true, "accept": true, "hesitate": true, "refuse": true, "resist": true, "call": true, "demand": true,
	"volunteer": true, "unveil": true, "bless": true, "approve": true, "urge": true, "press": true, "pressure": true, "favour": true, "favor": true, "champion": true, "hail": true, "advocate": true, "ask": true, "pitch": true,
}
