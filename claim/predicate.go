package claim

import (
	"strconv"
	"strings"

	"rapporteur/internal/linear"
	"rapporteur/lang"
)

// candidate reports whether a line of the record may be due to token i: a
// predicate, or a noun that can tell what somebody did or wants.
func (r *reading) candidate(i int) bool {
	switch r.upos(i) {
	case "VERB":
		return base(r.rel(i)) != "amod" || len(r.kids[i]) > 0
	case "AUX":
		return r.isPredicate(i)
	case "ADJ":
		return r.child(i, "cop") >= 0 || r.child(i, "ccomp", "xcomp") >= 0 || r.rel(i) == "root" || base(r.rel(i)) == "xcomp"
	case "NOUN":
		return lex().predicates.Nouns[r.lemma(i)] && base(r.rel(i)) != "compound" || r.child(i, "cop") >= 0 || r.rel(i) == "root"
	}
	return r.child(i, "cop") >= 0 || r.upos(i) == "PROPN" && r.rel(i) == "root"
}

// traits collects what may tell which line, if any, is due to a predicate.
type traits struct {
	keys []uint32
}

func (t *traits) add(template int, parts ...string) {
	f := linear.New(template)
	for _, p := range parts {
		f = f.With(linear.Value(p))
	}
	t.keys = append(t.keys, f.Key())
}

// nominalType says what kind of thing a nominal is to a negotiation.
func (r *reading) nominalType(i int) string {
	if i < 0 {
		return "-"
	}
	if r.timeAt[i] >= 0 {
		return "time"
	}
	if r.upos(i) == "PRON" {
		switch f := r.lower(i); f {
		case "we", "i", "you", "it", "they", "he", "she", "us", "them", "him", "this", "that", "which", "who", "what":
			return f
		}
		return "pron"
	}
	if ty := r.typeAt(i); ty != "" && r.upos(i) != "NOUN" {
		if n := r.nameAt(i); n != nil && (ty == lang.LOC || ty == lang.ORG) && r.isState(tidyName(r.doc.Words(n.Range))) {
			return "state"
		}
		return string(ty)
	}
	l := lex()
	lemma := r.lemma(i)
	switch {
	case r.isTextNoun(i):
		return "text"
	case l.points.Parts[lemma]:
		return "part"
	case l.points.Matters[lemma]:
		return "matter"
	case l.meetings.Nouns[lemma]:
		return "meeting"
	case l.actors.Delegations[lemma]:
		return "delegation"
	case l.actors.Groups[lemma]:
		return "group"
	case r.clause(i) != nil:
		return "clause"
	}
	return r.group(i, 0)
}

// group is the cluster of a word at a level, as a string.
func (r *reading) group(i, level int) string {
	return "c" + strconv.Itoa(int(lang.Clusters(r.lemma(i))[level]))
}

// sense is the word for what a predicate says: its lemma with its particle.
func (r *reading) sense(i int) string {
	if c := r.clause(i); c != nil && r.upos(i) == "VERB" {
		return c.lemma
	}
	return r.lemma(i)
}

// value is what the lexicons say of a predicate.
func (r *reading) value(i int) string {
	l := lex()
	lemma := r.lemma(i)
	switch r.upos(i) {
	case "VERB":
		c := r.clause(i)
		if c == nil {
			return "-"
		}
		return c.lexical(l.positions.Verbs) + "/" + c.value(l.points.Status) + "/" + map[bool]string{true: "m"}[c.is(l.meetings.Verbs)]
	case "ADJ":
		return l.positions.Adjectives[lemma]
	case "NOUN":
		v := l.positions.Nouns[lemma]
		if l.meetings.Nouns[lemma] {
			v += "/m"
		}
		if l.points.Acts[lemma] {
			v += "/a"
		}
		return v
	}
	return "-"
}

// traitsOf describes the predicate at token i; rules are what the frames have
// made of the tokens around it.
func (r *reading) traitsOf(t *traits, i int, rules map[int]string, inSentence string) {
	sense, up := r.sense(i), r.upos(i)
	rel := r.rel(i)
	g0, g1, g2 := r.group(i, 0), r.group(i, 1), r.group(i, 2)
	val := r.value(i)
	modal, neg, voice, tense, mark := "", "", "a", "", ""
	subj, obj, comp := -1, -1, -1
	c := r.clause(i)
	if c != nil {
		modal, mark = c.modal, c.mark
		if c.neg {
			neg = "not"
		}
		if c.passive {
			voice = "p"
		}
		tense = r.doc.Tokens[i].XPOS
		if c.perfect {
			tense += "+"
		}
		if c.ongoing {
			tense += "~"
		}
		if len(c.subj) > 0 {
			subj = c.subj[0]
		}
		if len(c.obj) > 0 {
			obj = c.obj[0]
		}
		if len(c.comp) > 0 {
			comp = c.comp[0]
		}
	}
	poss := r.child(i, "nmod:poss")
	if subj < 0 && up == "NOUN" {
		subj = poss
	}
	st, ot := r.nominalType(subj), r.nominalType(obj)
	own := r.own(i)
	about := "0"
	if len(r.agenda.issues(docWords(r.doc, own))) > 0 {
		about = "1"
	}
	holds := ""
	for k := own.Start; k < own.End; k++ {
		if k == i {
			continue
		}
		if r.isTextNoun(k) && !strings.Contains(holds, "t") {
			holds += "t"
		}
		if lex().meetings.Nouns[r.lemma(k)] && !strings.Contains(holds, "m") {
			holds += "m"
		}
	}
	who := "none"
	if ch := r.chain(i); len(ch) > 0 {
		who = string(ch[len(ch)-1].Type)
	}
	if r.direct(i) {
		who += "!"
	}
	cue := ""
	if r.cue[i] {
		cue = "cue"
	}
	compSense, compValue := "-", "-"
	if comp >= 0 {
		compSense, compValue = r.sense(comp), r.value(comp)
	}
	h := r.head(i)
	headSense, headGroup, headValue, headType := "-", "-", "-", "-"
	if h >= 0 {
		headSense, headGroup, headValue, headType = r.sense(h), r.group(h, 1), r.value(h), r.nominalType(h)
	}
	cs := ""
	if up == "NOUN" || up == "PROPN" {
		cs = r.caseOf(i)
	}
	rule := rules[i]
	ruleUp, ruleDown := "", ""
	if h >= 0 {
		ruleUp = rules[h]
	}
	for _, k := range []int{comp, obj} {
		if k >= 0 && rules[k] != "" {
			ruleDown = rules[k]
		}
	}
	sent := r.doc.Sentences[r.sent[i]]
	place := ""
	switch {
	case sent.Heading:
		place = "heading"
	case sent.Item:
		place = "item"
	}

	t.add(0)
	t.add(1, sense)
	t.add(2, sense, neg, modal)
	t.add(3, sense, rel)
	t.add(4, sense, voice, tense)
	t.add(5, sense, st)
	t.add(6, sense, ot)
	t.add(7, sense, compSense)
	t.add(8, sense, about)
	t.add(9, sense, mark)
	t.add(10, sense, holds)
	t.add(11, sense, cs, headSense)
	t.add(12, g1)
	t.add(13, g1, neg, modal)
	t.add(14, g2)
	t.add(15, g0, st, ot)
	t.add(16, g1, voice, tense, rel)
	t.add(17, up, tense, rel)
	t.add(18, headSense, rel)
	t.add(19, headGroup, rel)
	t.add(20, headGroup, rel, g1)
	t.add(21, headValue, rel, val)
	t.add(22, val)
	t.add(23, val, neg, modal)
	t.add(24, val, st)
	t.add(25, val, ot)
	t.add(26, val, about, holds)
	t.add(27, st, modal, neg)
	t.add(28, st, ot)
	t.add(29, about, holds, up)
	t.add(30, about, st)
	t.add(31, who, st)
	t.add(32, who, val)
	t.add(33, who, st, modal, neg)
	t.add(34, cue, sense)
	t.add(35, cue, val, compValue)
	t.add(36, compValue, val)
	t.add(37, compSense, neg, modal)
	t.add(38, place, up)
	t.add(39, mark, modal, tense)
	t.add(40, rule)
	t.add(41, rule, sense)
	t.add(42, rule, st)
	t.add(43, rule, about, holds)
	t.add(44, ruleUp, rel, up)
	t.add(45, ruleDown, val)
	t.add(46, inSentence)
	t.add(47, inSentence, val)
	t.add(48, headType, rel, cs)
	t.add(49, sense, headType, cs)
	t.add(50, cs, headSense)
	if i > sent.Start {
		t.add(51, r.lower(i-1), sense)
		t.add(52, r.lower(i-1), up)
		t.add(53, r.group(i-1, 1), g1)
	}
	if i+1 < sent.End {
		t.add(54, sense, r.lower(i+1))
		t.add(55, up, r.lower(i+1))
		t.add(56, g1, r.group(i+1, 1))
	}
	for _, k := range r.kids[i] {
		kr := base(r.rel(k))
		if kr == "punct" {
			continue
		}
		kt := r.nominalType(k)
		kc := r.caseOf(k)
		t.add(57, kr, r.lemma(k))
		t.add(58, kr, kc, kt)
		t.add(59, g1, kr, kc)
		t.add(60, sense, kr, kc)
		t.add(61, g1, kr, r.group(k, 1))
		t.add(62, val, kr, kt)
		t.add(63, g0, kr, kc, kt)
	}
	for k, steps := h, 0; k >= 0 && steps < 5; k, steps = r.head(k), steps+1 {
		if steps > 0 {
			t.add(64, r.sense(k))
			t.add(65, r.group(k, 1), val)
		}
		if x := r.clause(k); x != nil {
			t.add(66, x.mark, x.modal, up)
			if r.conditional(x) {
				t.add(67, val)
				t.add(67)
			}
		}
	}
	if poss >= 0 {
		t.add(68, r.nominalType(poss), g1)
		t.add(68, r.nominalType(poss), val)
	}
	for _, k := range r.children(i, "amod", "compound") {
		t.add(69, r.nominalType(k), sense)
		t.add(70, r.nominalType(k), g1)
	}
}
