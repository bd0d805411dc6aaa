package lang

import (
	"strings"

	"rapporteur/internal/linear"
)

// A lemma is made from the form by a rule: how much to cut from its end, what to
// put there, and whether in lower case. The rule is that of the word and tag, if
// they are an exception, or else that of the longest known ending.

type lemmas struct {
	rules []lemmaRule
	byKey map[uint32]uint16
}

type lemmaRule struct {
	lower bool
	cut   int
	add   string
}

const longestEnding = 6

// lemmaKey identifies an ending, or with whole a word, under a tag.
func lemmaKey(xpos, ending string, whole bool) uint32 {
	f := linear.New(len(ending)).With(linear.Value(xpos)).With(linear.Value(ending))
	if whole {
		f = f.With(1)
	}
	return uint32(f >> 16)
}

func (l *lemmas) of(form, upos, xpos string) string {
	low := lowerForm(form)
	if rule, ok := l.byKey[lemmaKey(xpos, low, true)]; ok {
		return l.rules[rule].apply(form, low)
	}
	if xpos[0] == 'V' && ofOneSyllable(low) {
		return low[:strings.Index(low, "ell")+3]
	}
	for n := min(len(low), longestEnding); n >= 0; n-- {
		if rule, ok := l.byKey[lemmaKey(xpos, low[len(low)-n:], false)]; ok {
			return l.rules[rule].apply(form, low)
		}
	}
	if upos == "PROPN" {
		return form
	}
	return low
}

// ofOneSyllable reports whether a form of a verb in "ell" keeps both its letters: "shelled", "quelling",
// unlike "cancelled".
func ofOneSyllable(low string) bool {
	stem, ok := strings.CutSuffix(low, "elled")
	if !ok {
		stem, ok = strings.CutSuffix(low, "elling")
	}
	return ok && stem != "" && stem != "g" && !strings.ContainsAny(strings.TrimPrefix(stem, "qu"), "aeiouy") || ok && stem == "y"
}

func (r lemmaRule) apply(form, low string) string {
	s := form
	if r.lower {
		s = low
	}
	if r.cut > len(s) {
		return low
	}
	if r.cut == 0 && r.add == "" {
		return s
	}
	return s[:len(s)-r.cut] + r.add
}

// ruleFor returns the rule that makes the lemma from the form, the simplest of them.
func ruleFor(form, lemma string, preferLower bool) lemmaRule {
	low := strings.ToLower(form)
	if low == "i" && lemma == "I" {
		return lemmaRule{true, 1, "I"} // however it is written
	}
	a, b := lemmaRule{false, 0, ""}, lemmaRule{true, 0, ""}
	n := common(form, lemma)
	a.cut, a.add = len(form)-n, lemma[n:]
	n = common(low, lemma)
	b.cut, b.add = len(low)-n, lemma[n:]
	if b.cut+len(b.add) < a.cut+len(a.add) || b.cut+len(b.add) == a.cut+len(a.add) && preferLower {
		return b
	}
	return a
}

func common(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}
