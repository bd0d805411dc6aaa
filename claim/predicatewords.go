package claim

import (
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/lang"
)

// standWords returns the words that tell what a learned position at predicate i
// is about; words are the predicate's own. It reads what the tree gives as the
// matter, and where that tells too little the words as they follow one another.
func (r *reading) standWords(i int, s stand, words lang.Range) string {
	c := r.clause(i)
	if c != nil && r.dutyOfOther(c, s.actors) {
		words.Start = r.nounPhrase(c.subj[0]).Start
		return r.clauseWords(c, s, words)
	}
	if c != nil && s.stance == rapporteur.Demands {
		if w := r.calledOn(c); w != "" {
			return w
		}
	}
	var summary string
	if len(s.targets) > 0 && s.stance != rapporteur.Conditions {
		if c != nil {
			summary = r.matterWords(c, s)
		} else {
			summary = r.about(nil, s, s.targets[0])
			if before, _, ok := strings.Cut(summary, " from "); ok && len(r.givers(i)) > 0 {
				summary = before // "opposition to the levy | from the owners"
			}
		}
		if r.matterTold(s.targets[0], summary) {
			return summary
		}
	}
	if c == nil {
		for _, k := range r.children(i, "acl", "ccomp") { // "his warning that …"
			if w := r.wordsTo(r.afterMark(k), k); k > i && !r.insertion(k) && len(strings.Fields(w)) > 1 {
				return w
			}
		}
		if len(strings.Fields(summary)) < 2 {
			np := lang.Range{Start: r.nounPhrase(i).Start, End: min(words.End, r.listEnd(i))}
			for np.End > i+1 && (r.upos(np.End-1) == "ADP" || r.upos(np.End-1) == "DET") {
				np.End--
			}
			summary, _ = r.summary(np)
		}
		return summary
	}
	if words.End < i+3 { // the tree hung elsewhere what follows
		words.End = max(words.End, min(r.subtree(i).End, r.listEnd(i)))
	}
	if k := r.deedJudged(c); k >= 0 && r.verdict(i) != "" {
		s.whole, words.Start = true, r.lo[k]
		return r.clauseWords(c, s, words)
	}
	words = r.ofThing(c, s, r.tail(c, words))
	if c.lexical(lex().positions.Verbs) == string(s.stance) {
		from := i + 1
		for from < words.End-1 && (r.upos(from) == "ADP" || r.upos(from) == "ADV" || r.timeAt[from] >= 0) {
			from++
		}
		if r.content(lang.Range{Start: from, End: words.End}) {
			words.Start = from
		}
	}
	s.whole = s.stance == rapporteur.Conditions
	return r.clauseWords(c, s, words)
}

// dutyOfOther reports whether a clause tells what somebody else than those who
// hold the stand should do: "China must open its market".
func (r *reading) dutyOfOther(c *clause, holders []actor) bool {
	if !r.obliges(c) || len(c.subj) == 0 || r.upos(c.subj[0]) == "PRON" {
		return false
	}
	name := r.doc.Words(r.nounPhrase(c.subj[0]))
	return !slices.ContainsFunc(holders, func(a actor) bool { return strings.Contains(a.Name, name) || strings.Contains(name, a.Name) })
}

// matterTold reports whether the words read off target t say by themselves what a stand
// is about: not a name or a day alone, not a pronoun's deed, and nobody who is to
// do what only the following words tell.
func (r *reading) matterTold(t int, summary string) bool {
	first, _, more := strings.Cut(summary, " ")
	if !more || t < 0 || r.timeAt[t] >= 0 || r.typeAt(t) != "" && r.head(t) >= 0 && r.nounPhrase(t).End == r.extent(t) {
		return false
	}
	switch first {
	case "’s", "'s", "him", "her", "them", "us", "it":
		return false
	}
	end := r.extent(t)
	if sent := r.sentence(t); r.clause(t) == nil && end < sent.End && r.lower(end) == "to" {
		for k := end + 1; k < min(end+5, sent.End); k++ {
			if r.upos(k) == "VERB" {
				return false
			}
		}
	}
	return r.content(r.core(t))
}

// hollowWords reports whether a summary asks in place of telling ("which compromises"),
// or names a thing that nobody takes a stand on by itself ("the table").
func hollowWords(summary string) bool {
	words := strings.Fields(strings.ToLower(summary))
	switch words[0] {
	case "which", "what", "whether", "how", "why":
		return true
	}
	switch words[len(words)-1] { // a cut before what it is about
	case "to", "of", "the", "a", "an", "and", "or", "with", "for", "at", "from", "by", "is", "are", "was", "be":
		return true
	}
	return len(words) < 4 && lex().positions.Lists.Things[words[len(words)-1]]
}

// noMatter reports whether the words of a stand name no more than a place, a person, a time or a figure of
// speech: "rejects: the way", "demands: Norvana".
func (r *reading) noMatter(s *stand, summary string) bool {
	if s.stance == rapporteur.Conditions || s.whole {
		return false
	}
	if len(s.targets) > 0 && s.targets[0] >= 0 && r.upos(s.targets[0]) == "PROPN" {
		t := s.targets[0]
		if ty := r.typeAt(t); (ty == lang.LOC || ty == lang.PER && r.child(t, "det") < 0) && r.textUnder(t) < 0 && strings.TrimPrefix(summary, "the ") == strings.TrimPrefix(r.doc.Words(r.nounPhrase(t)), "the ") {
			return true
		}
	}
	if len(s.targets) > 0 && s.targets[0] >= 0 && r.lemma(s.targets[0]) == "plan" && slices.ContainsFunc(r.children(s.targets[0], "acl"), func(k int) bool {
		x := r.clause(k)
		return x != nil && (x.is(lex().meetings.Verbs) || x.is(lex().meetings.Visits) || lightDeeds[x.verb])
	}) {
		return true // "its plan to travel to Port Calder"
	}
	if r.tellsNothing(s, summary) || r.someone(s, summary) {
		return true
	}
	set := lex().positions.Lists.Voids
	head := ""
	for w := range strings.FieldsSeq(strings.ToLower(summary)) {
		switch w {
		case "the", "a", "an", "this", "that", "its", "his", "her", "their", "our", "my", "own", "some", "any", "more", "every", "each":
			continue
		case "in", "at", "when", "where":
			return set[head]
		}
		if head != "" {
			return false
		}
		head = w
	}
	return head == "" || set[head]
}

// someone reports whether the words of a demand or an offer name no more than who it is put to: "the
// president", "its leaders".
func (r *reading) someone(s *stand, summary string) bool {
	if s.stance != rapporteur.Demands && s.stance != rapporteur.Proposes || len(s.targets) == 0 || s.targets[0] < 0 {
		return false
	}
	t := s.targets[0]
	if l := lex().actors; r.clause(t) != nil || !l.Groups[r.lemma(t)] && !l.Persons[r.lemma(t)] || r.child(t, "nummod") >= 0 {
		return false
	}
	if up := r.governor(t); up == nil || !objectControl[up.verb] && up.verb != "implore" || up.verb == "want" || up.verb == "expect" || up.verb == "see" || up.verb == "require" {
		return false // "wants the inspectors"
	}
	d := r.child(t, "det", "nmod:poss")
	return d >= 0 && r.lower(d) != "a" && r.lower(d) != "an" && strings.EqualFold(summary, r.doc.Words(r.nounPhrase(t)))
}

// tellsNothing reports whether the words of a stand say no more than that there is something, or more of it:
// "more than on Monday", "other issues"; of a text "several points" are its own.
func (r *reading) tellsNothing(s *stand, summary string) bool {
	if (s.stance == rapporteur.Reserves || s.stance == rapporteur.Accepts || s.stance == rapporteur.Rejects) && slices.ContainsFunc(s.targets, func(t int) bool { return t >= 0 && r.textUnder(t) >= 0 }) {
		return false
	}
	words := strings.Fields(strings.ToLower(summary))
	more := len(words) > 0 && words[0] == "more"
	for n, w := range words {
		if more && n > 0 && (w == "on" || w == "than" || w == "from") {
			return true // "more on Thursday than on Wednesday"
		}
		if !lex().positions.Lists.Hollow[strings.Trim(w, "“”\",'’")] {
			return false
		}
	}
	return len(words) < 9
}

// aspiration reports whether words ask for no more than that things turn out well: "to reach a deal".
func aspiration(summary string) bool {
	words := strings.Fields(strings.ToLower(summary))
	return len(words) < 9 && !slices.ContainsFunc(words, func(w string) bool { return !lex().positions.Lists.Aspirations[strings.Trim(w, "“”\",'’")] })
}

// content reports whether words hold a noun, a name or a number.
func (r *reading) content(s lang.Range) bool {
	for k := s.Start; k < s.End; k++ {
		switch r.upos(k) {
		case "NOUN", "PROPN", "NUM":
			return true
		}
	}
	return false
}

// afterMark returns where a clause begins behind the word that binds it.
func (r *reading) afterMark(k int) int {
	from := r.lo[k]
	for from < k && (r.upos(from) == "SCONJ" || r.upos(from) == "PUNCT" || r.upos(from) == "CCONJ") {
		from++
	}
	return from
}

// ofThing returns the words of a stand with what it is said of, where that is not who
// holds it: "the duties | must remain in place", "there | will be no further talks".
func (r *reading) ofThing(c *clause, s stand, words lang.Range) lang.Range {
	k := c.first()
	if e := r.child(c.head, "expl"); e >= 0 {
		k = e
	}
	if k < 0 || c.copula && lex().positions.Adjectives[r.lemma(c.head)] != "" || k >= words.Start || r.sent[k] != r.sent[c.head] || r.head(k) != c.head || r.rel(c.head) == "acl:relcl" || isRelative(r.lower(k)) {
		return words
	}
	if _, acts := r.actorAt(k); acts || r.upos(k) == "PRON" && r.child(c.head, "expl") != k && r.lower(k) != "that" && r.lower(k) != "this" || slices.ContainsFunc(s.actors, func(a actor) bool { return a.token == k }) || r.entity[k] >= 0 {
		return words
	}
	if np := r.nounPhrase(k); np.Len() <= 8 && np.End <= words.Start {
		words.Start = np.Start
		for words.Start < k && r.upos(words.Start) == "ADP" {
			words.Start++
		}
	}
	return words
}

// ownStand reports whether the words of a stand only name it, or somebody's stand,
// without telling which: "its other demands", "his goal", "one important condition".
func (r *reading) ownStand(i int, s *stand, summary string) bool {
	if words := strings.Fields(summary); r.clause(i) == nil && (s.stance == rapporteur.Demands || (s.stance == rapporteur.Rejects || s.stance == rapporteur.Reserves) && words[len(words)-1] == r.form(i)) && len(words) < 6 && lex().positions.Nominal[r.lemma(i)] == string(s.stance) && !slices.ContainsFunc(r.kids[i], func(k int) bool {
		return k > i && (base(r.rel(k)) == "acl" || base(r.rel(k)) == "ccomp" || base(r.rel(k)) == "nmod" && (r.caseOf(k) == "for" || r.caseOf(k) == "to")) || base(r.rel(k)) == "compound"
	}) && len(r.adjoined(i)) == 0 {
		return true // "its demands on trade"
	}
	if len(s.targets) == 0 || s.targets[0] < 0 || len(strings.Fields(summary)) > 4 {
		return false
	}
	t := s.targets[0]
	l := &lex().positions
	if r.upos(t) != "NOUN" || l.Nominal[r.lemma(t)] != string(s.stance) && !l.Lists.Stances[r.lemma(t)] || r.isTextNoun(t) || s.stance == rapporteur.Proposes {
		return false
	}
	return !slices.ContainsFunc(r.kids[t], func(k int) bool {
		return k > t && (base(r.rel(k)) == "nmod" || base(r.rel(k)) == "acl") || base(r.rel(k)) == "compound"
	})
}
