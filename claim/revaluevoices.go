package claim

import (
	"cmp"
	"slices"

	"rapporteur"
	"rapporteur/lang"
)

// vouchedFor finds whose word a value is: who is told beside it in its part of the sentence,
// else who says what stands around it.
func (r *reading) vouchedFor(x *worth) {
	l := lex()
	for k := x.part.Start; k < x.part.End; k++ { // "according to the union", "by one account"
		who := -1
		switch {
		case r.lower(k) == "to" && k > x.part.Start && r.lower(k-1) == "according":
			who = r.namedFrom(k+1, x.part.End)
		case r.lower(k) == "by":
			if g := r.governor(k); g != nil && g.passive && len(g.agent) == 1 && l.counters.Put[g.verb] && g.agent[0] > k {
				who = g.agent[0] // "was put at 800 million by the shipowners"
				break
			}
			if name := r.unnamedCount(k, x.part); name != "" {
				x.voice = lang.Range{Start: k, End: min(k+3, x.part.End)}
				x.chain = []rapporteur.Source{{Name: name, Type: rapporteur.AnonymousSource, Span: r.bytes(x.voice), Words: name}}
				return
			}
			who, _ = r.reckonedBy(k, x.part)
		}
		if who > k {
			if v := r.withVoice(nil, who); len(v) > 0 {
				x.chain, x.voice, x.given = v, lang.Range{Start: k - 1, End: max(r.own(who).End, who+1)}, true
				return
			}
		}
	}
	if a := r.inner[x.Start]; a >= 0 && (x.part == r.sentence(x.Start) || r.saidWithin(a, x.part)) {
		if n := &r.said.Attributions[a]; len(n.Voices) == 0 && len(n.Cue) > 0 && x.part.Contains(n.Cue[0].Start) && n.Cue[0].Start > x.part.Start && r.upos(n.Cue[0].Start-1) != "PRON" {
			r.takeNamed(x, n.Cue[0].Start) // "a second diplomat, from another capital, recalled"
		} else {
			x.chain = r.links(a)
		}
	}
	if g := r.governor(x.Start); len(x.chain) == 0 && g != nil && g.head >= x.part.Start && g.head < x.part.End && !g.passive && g.modal == "" {
		if subj := r.doers(g); len(subj) == 1 && (r.gives(g) || g.copula && r.isWorth(subj[0])) {
			r.givenBy(x, g, subj[0])
		}
	}
	if len(x.chain) == 0 {
		r.barely(x)
	}
	for k := x.part.Start; k < x.part.End; k++ {
		if m := r.lemma(k); l.counters.Put[m] && r.upos(k) == "VERB" || l.counters.Measures[m] || l.counters.Reckonings[m] || l.texts.Figures[m] || l.texts.Counting[m] && r.upos(k) == "VERB" {
			x.given = true
		}
	}
}

// unnamedCount returns the voice of "by one account", "by another", "by some estimates".
func (r *reading) unnamedCount(by int, part lang.Range) string {
	if by+1 >= part.End {
		return ""
	}
	switch w := r.lower(by + 1); w {
	case "one", "another", "some", "other", "others", "most":
		if w == "another" && (by+2 >= part.End || r.upos(by+2) == "PUNCT") || by+2 < part.End && lex().counters.Reckonings[r.lemma(by+2)] {
			return w + " account"
		}
	}
	return ""
}

// saidWithin reports whether an attribution tells nothing outside a part of a sentence but what
// belongs to other sentences.
func (r *reading) saidWithin(a int, part lang.Range) bool {
	s, x := r.sentence(part.Start), &r.said.Attributions[a]
	if slices.ContainsFunc(x.Cue, func(c lang.Range) bool { return s.Contains(c.Start) && !part.Contains(c.Start) }) {
		return false
	}
	for _, c := range x.Content {
		if c.Start < part.Start && c.Start >= s.Start || c.End > part.End+1 && c.End <= s.End {
			return false
		}
	}
	return true
}

// gives reports whether a predicate does no more than give a value: "puts it at", "has".
func (r *reading) gives(g *clause) bool {
	l := lex()
	return l.counters.Put[g.verb] || l.counters.Make[g.verb] || l.counters.Speak[g.verb] || l.texts.Counting[g.verb] || l.counters.Gives[g.verb]
}

// isWorth reports whether a noun is one for a value: "the union's estimate".
func (r *reading) isWorth(i int) bool {
	l := lex()
	return l.counters.Measures[r.lemma(i)] || l.counters.Reckonings[r.lemma(i)] || l.texts.Figures[r.lemma(i)]
}

// givenBy takes the subject of a predicate for whoever gives a value, or whose paper does.
func (r *reading) givenBy(x *worth, g *clause, subj int) {
	whole := r.subtree(subj)
	first := r.lower(whole.Start)
	p := r.child(subj, "nmod:poss")
	switch {
	case r.timeAt[subj] >= 0 || whole.Start < x.part.Start || r.upos(subj) == "PRON" && !unnamed[first] || whole.Contains(x.Start):
	case p >= 0 && (r.isWorth(subj) || r.isTextNoun(subj)): // "the union's own log has forty"
		x.chain = r.withVoice(nil, p)
	case unnamed[first], r.isWorth(subj) && !g.copula && r.upos(subj) == "NOUN":
		words := r.nounPhrase(subj)
		x.chain = []rapporteur.Source{{Name: cmp.Or(r.plain(words), r.lower(subj)+" account"), Type: rapporteur.AnonymousSource, Span: r.bytes(words), Words: r.doc.Words(words)}}
	case !lex().counters.Put[g.verb] && !lex().counters.Speak[g.verb] && !r.bearsNews(subj):
		// "Labour has 262 seats"
	default:
		x.chain = r.withVoice(nil, subj)
	}
	if len(x.chain) > 0 {
		x.voice, x.given = lang.Range{Start: x.part.Start, End: max(whole.End, g.head)}, true
	}
}

// takeNamed takes for whoever gives a value what begins its part of the sentence, up to a cue
// of telling.
func (r *reading) takeNamed(x *worth, cue int) {
	name := lang.Range{Start: x.part.Start, End: cue}
	for k := name.Start; k < name.End; k++ {
		if r.upos(k) == "PUNCT" || r.upos(k) == "VERB" || r.upos(k) == "AUX" {
			name.End = k
		}
	}
	if w := r.plain(name); w != "" {
		x.chain = []rapporteur.Source{{Name: w, Type: rapporteur.AnonymousSource, Span: r.bytes(name), Words: r.doc.Words(name)}}
		x.voice = lang.Range{Start: x.part.Start, End: cue}
	}
}

// bearsNews reports whether what somebody has or gives may be what he tells, not what he is told to
// have: an outlet, a paper, somebody who speaks for others.
func (r *reading) bearsNews(i int) bool {
	if r.isTextNoun(i) || r.isWorth(i) || lex().answers.Anybody[r.lower(i)] {
		return true
	}
	list := r.actorsAt(i)
	return len(list) == 1 && (list[0].Kind == rapporteur.Outlet || list[0].Kind == rapporteur.Person)
}

// unnamed begin what stands for somebody of whom only that is told: "another remembers".
var unnamed = words{"another": true, "others": true, "some": true, "one": true, "a": true, "an": true}

// barely takes for whoever gives a value what stands before it with nothing between: "the union 20
// and counting".
func (r *reading) barely(x *worth) {
	first := r.hedgesBefore(x.Start, x.part)
	if first <= x.part.Start || first-x.part.Start > 4 || x.part.Start == r.sentence(x.Start).Start {
		return
	}
	name := lang.Range{Start: x.part.Start, End: first}
	for k := name.Start; k < name.End; k++ {
		switch r.upos(k) {
		case "NOUN", "PROPN", "DET", "ADJ":
		default:
			return
		}
	}
	if k := first - 1; r.upos(k) == "PROPN" || r.upos(k) == "NOUN" && r.typeAt(k) != "" {
		x.chain, x.voice = []rapporteur.Source{{Name: r.plain(name), Type: rapporteur.GroupSource, Span: r.bytes(name), Words: r.doc.Words(name)}}, name
	}
}
