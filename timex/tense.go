package timex

import (
	"slices"
	"strings"
)

// tense says on which side of the day of speaking an event lies.
type tense int8

const (
	untensed tense = iota
	pastTense
	presentTense
	futureTense
	plannedThen // "was due to open on Friday": ahead or over by now
)

// futureCues are words whose complement is ahead: "scheduled for Thursday".
var futureCues = wordSet("schedule scheduled plan planned plans planning slated due expect expected expects expire expires deadline upcoming effective " +
	"set tentatively await awaits preparing intend intends hope hopes payable resume convene")

// setting are verbs that move something to a day when a preposition says so:
// "postponed to Friday", but "proposed on Friday".
var setting = wordSet("set postpone postponed delay delayed extend extended pledge pledged promise promised vow vowed invite invited propose proposed move moved")

// implicatives are verbs whose infinitive happened when they did: "failed to meet on Tuesday".
var implicatives = wordSet("manage fail begin start continue come help go refuse try get use decline appear seem cause force allow lead prompt enable push")

// perceived are verbs whose "could" is of the past: "could be seen on Thursday".
var perceived = wordSet("see hear find read reach tell")

// comings are verbs whose present is used of what is arranged: "the talks resume on Monday".
var comings = wordSet("begin start meet open resume expire end hold take arrive travel leave vote go come visit return face close convene kick gather host fly head sit run last plan expect be reconvene conclude launch sign")

func wordSet(s string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(s) {
		m[w] = true
	}
	return m
}

// tense reads the tense of the clause that an expression stands in: from the
// tree where there is one, else from the nearest verb before it, else after it.
func (r *reader) tense(e *expr) tense {
	p := r.preposition(e)
	switch r.w(p) {
	case "since":
		return pastTense
	case "of":
		if r.is(p-1, "ahead") {
			return futureTense
		}
	}
	toks := r.doc.Tokens
	first, last := int(r.atoms[e.from].token), int(r.atoms[e.to-1].token)
	s := r.doc.SentenceOf(first)
	lo, hi := 0, len(toks)
	if s < len(r.doc.Sentences) {
		lo, hi = r.doc.Sentences[s].Start, min(r.doc.Sentences[s].End, len(toks))
	}
	if t := r.then(first, lo); t != untensed {
		return t
	}
	if t := r.beside(first, last+1, lo, hi); t != untensed {
		return t
	}
	until := r.is(p, "until", "till")
	ahead := until || r.is(p, "for", "to", "through")
	head := -1
	for i := first; i <= last && i < len(toks); i++ {
		if h := toks[i].Head; h >= 0 && h < len(toks) && toks[i].Rel != "" && (h < first || h > last) {
			head = h
		}
	}
	if head < 0 && first < len(toks) { // "the answer is Wednesday": the expression is the predicate
		for i := first; i <= last && i < len(toks); i++ {
			if toks[i].Head < 0 && toks[i].Rel != "" {
				switch t := r.verb(i, lo, hi); t {
				case presentTense:
					return futureTense
				case pastTense, futureTense:
					return t
				}
			}
		}
	}
	if head > last { // a clause that begins between them is another one: "the announcement Thursday that they would meet"
		for i := last + 1; i < head; i++ {
			if f := r.lower(i); f == "that" || f == "which" || f == "who" || f == "whether" || f == "how" {
				head = -1
				break
			}
		}
	}
	if r.at(e.to).kind == apostrophe && head >= 0 { // "Tuesday's vote": what is known already, unless it is what will be
		if t := r.climb(head, lo, hi, ahead); t == futureTense && strings.HasPrefix(toks[head].Rel, "nsubj") {
			return t
		}
		return pastTense
	}
	if head >= 0 {
		if t := r.climb(head, lo, hi, ahead); t != untensed {
			if until && (t != pastTense || !r.perfect(head, lo, hi)) {
				return futureTense
			}
			return t
		}
	}
	if until {
		return futureTense
	}
	for i := first - 1; i >= lo && i > first-25; i-- {
		if t := r.finite(i, lo, hi); t != untensed {
			return t
		}
	}
	for i := last + 1; i < hi && i < last+25; i++ {
		if f := r.lower(i); f == "that" || f == "which" || f == "who" || f == "whether" {
			break
		}
		if t := r.finite(i, lo, hi); t != untensed {
			return t
		}
	}
	return untensed
}

// planned are words for what is to be, behind "was" and "were".
var planned = wordSet("to due supposed scheduled set expected slated planned meant")

// then reads the words before an expression for what was once to be: "were supposed to wrap up on Sunday",
// "was to open on Thursday". What had been due by then is over, and so is what came before something else: "after wrapping
// up on Thursday".
func (r *reader) then(first, lo int) tense {
	for i := first - 1; i >= lo && i > first-14; i-- {
		switch r.doc.Tokens[i].XPOS {
		case "VBG":
			if i > lo && r.lower(i-1) == "after" {
				return pastTense
			}
			return untensed
		case "VBD", "VBZ", "VBP", "MD", ",", ":", "''", "``", "WDT", "WP":
			f := r.lower(i)
			next := i + 1
			for next < first && (r.doc.Tokens[next].XPOS == "RB" || f == "had" && r.lower(next) == "been") {
				next++
			}
			switch {
			case next >= first || !planned[r.lower(next)]:
			case f == "had" && r.lower(next-1) == "been":
				return pastTense
			case f == "was" || f == "were":
				return plannedThen
			}
			return untensed
		}
	}
	return untensed
}

// preposition returns the atom where the preposition of an expression would be.
func (r *reader) preposition(e *expr) int {
	if p := e.from - 1; r.is(p, "least") && r.is(p-1, "at") {
		return p - 2
	}
	return e.from - 1
}

// beside reads the verb that stands right before an expression, or before its
// preposition: nearer than any tree.
func (r *reader) beside(first, next, lo, hi int) tense {
	i := first - 1
	if i > lo {
		switch r.doc.Tokens[i].XPOS {
		case "IN", "TO", "DT":
			i--
		}
	}
	if i < lo {
		return untensed
	}
	f := r.lower(i)
	x := r.doc.Tokens[i].XPOS
	if strings.HasPrefix(x, "NN") && next < hi && r.lower(next) == "that" { // "the news on Thursday that they would meet"
		return pastTense
	}
	if f == "deadline" || f == "effective" || f == "upcoming" {
		return futureTense
	}
	if x != "VBD" && x != "VBN" {
		return untensed
	}
	not := false
	for j := i - 1; j >= lo && j > i-5; j-- {
		t := &r.doc.Tokens[j]
		switch g := r.lower(j); g {
		case "not", "n't", "n’t":
			not = true
		case "could":
			if not {
				return pastTense
			}
			return futureTense
		case "will", "shall", "'ll", "would", "may", "might", "should", "can", "must":
			return futureTense
		case "to":
			return futureTense
		case "had":
			return pastTense
		case "was", "were":
			if setting[f] && r.in(first-1, "to", "for", "until", "till") {
				return futureTense
			}
			if x == "VBN" && (futureCues[f] || setting[f] && i < first-1) {
				return untensed
			}
			return pastTense
		case "is", "are", "has", "have", "'s":
			if futureCues[f] || g == "is" || g == "are" {
				return futureTense
			}
			return pastTense
		case "be", "been", "being":
		default:
			if !strings.HasPrefix(t.XPOS, "RB") {
				j = lo
			}
		}
	}
	if futureCues[f] || setting[f] && i < first-1 && !r.in(first-1, "in", "on") {
		if x == "VBN" || setting[f] {
			return futureTense
		}
		return untensed
	}
	return pastTense
}

// in reports whether token i is one of the words.
func (r *reader) in(i int, words ...string) bool {
	return slices.Contains(words, r.lower(i))
}

// loose reports whether an expression belongs to a noun ("the selloff in May"),
// whose time need not be that of the clause.
func (r *reader) loose(e *expr) bool {
	toks := r.doc.Tokens
	first, last := int(r.atoms[e.from].token), int(r.atoms[e.to-1].token)
	for i := first; i <= last && i < len(toks); i++ {
		if h := toks[i].Head; h >= 0 && h < len(toks) && (h < first || h > last) {
			return strings.HasPrefix(toks[h].XPOS, "NN")
		}
	}
	return false
}

// perfect reports whether the clause of token i is in the past perfect: "until Thursday they had not met".
func (r *reader) perfect(i, lo, hi int) bool {
	for range 20 {
		if r.auxiliary(i, lo, hi, "had") {
			return true
		}
		if strings.HasPrefix(r.doc.Tokens[i].XPOS, "VB") || r.doc.Tokens[i].Head < 0 {
			break
		}
		i = r.doc.Tokens[i].Head
	}
	return false
}

// awaited reports whether an expression bounds a condition that is still open:
// "if the sides have not agreed by March 1".
func (r *reader) awaited(e *expr) bool {
	if !r.is(r.preposition(e), "by", "before") {
		return false
	}
	first, last := int(r.atoms[e.from].token), int(r.atoms[e.to-1].token)
	verb := first
	for range 4 {
		if verb >= first && verb <= last {
			verb = r.doc.Tokens[verb].Head
		}
	}
	if verb < 0 {
		return false
	}
	s := r.doc.Sentences[r.doc.SentenceOf(first)]
	for i := s.Start; i < min(verb, s.End); i++ {
		if t := &r.doc.Tokens[i]; t.Head == verb && t.Rel == "mark" {
			switch r.lower(i) {
			case "if", "unless", "once":
				return r.auxiliary(verb, s.Start, s.End, "has", "have")
			}
		}
	}
	return false
}

func (r *reader) lower(i int) string { return strings.ToLower(r.doc.Form(i)) }

// climb goes up the tree from token i to the first verb that has a tense; ahead
// says that a preposition points to the future.
func (r *reader) climb(i, lo, hi int, ahead bool) tense {
	toks := r.doc.Tokens
	for range 20 {
		t := &toks[i]
		form := r.lower(i)
		if cue := futureCues[form] || ahead && setting[form]; cue && !strings.HasPrefix(t.XPOS, "NN") || form == "deadline" {
			switch {
			case setting[form] && ahead && strings.HasPrefix(t.XPOS, "VB") && !r.auxiliary(i, lo, hi, "had"):
				return futureTense
			case t.XPOS == "VBN" || t.XPOS == "JJ" || t.XPOS == "NN":
				if r.verb(i, lo, hi) == pastTense && r.auxiliary(i, lo, hi, "had", "was", "were") {
					return pastTense
				}
				return futureTense
			case t.XPOS == "VBD" && ahead:
				return futureTense
			case t.XPOS == "VBD":
				return untensed
			}
		}
		if v := r.verb(i, lo, hi); v != untensed {
			return v
		}
		if t.Head < 0 || t.Head >= len(toks) || t.Head == i {
			break
		}
		i = t.Head
	}
	return untensed
}

func (r *reader) auxiliary(i, lo, hi int, forms ...string) bool {
	for j := max(lo, i-6); j < min(hi, i+1); j++ {
		if r.doc.Tokens[j].Head == i && strings.HasPrefix(r.doc.Tokens[j].Rel, "aux") {
			f := r.lower(j)
			for _, x := range forms {
				if f == x {
					return true
				}
			}
		}
	}
	return false
}

// verb returns the tense of the verb at token i, or of the predicate whose copula says it.
func (r *reader) verb(i, lo, hi int) tense {
	toks := r.doc.Tokens
	t := &toks[i]
	var will, modal, have, had, was, is, to, be, could, not bool
	for j := max(lo, i-10); j < min(hi, i+4); j++ {
		c := &toks[j]
		if c.Head == i && c.Lemma == "not" {
			not = true
		}
		if c.Head != i || !strings.HasPrefix(c.Rel, "aux") && c.Rel != "cop" && c.Rel != "mark" {
			continue
		}
		switch r.lower(j) {
		case "will", "shall", "'ll", "’ll", "wo":
			will = true
		case "could":
			modal, could = true, true
		case "would", "may", "might", "should", "can", "must", "ca":
			modal = true
		case "have", "has", "'ve", "’ve", "having":
			have = true
		case "had", "did":
			had = true
		case "was", "were":
			was = true
		case "is", "are", "'s", "'re", "’s", "’re", "am":
			is = true
		case "be", "being":
			be = true
		case "to":
			to = true
		}
	}
	verbal := strings.HasPrefix(t.XPOS, "VB")
	switch {
	case will:
		return futureTense
	case modal && have, had, could && (not || perceived[t.Lemma]): // "could not be reached on Tuesday"
		return pastTense
	case modal:
		return futureTense
	case have:
		return pastTense
	case to && (verbal || be):
		if h := t.Head; h >= 0 && h < len(toks) && implicatives[toks[h].Lemma] {
			if v := r.verb(h, lo, hi); v != untensed {
				return v
			}
		}
		return futureTense
	case was:
		return pastTense
	case is && (t.XPOS == "VBG" || futureCues[r.lower(i)]):
		return futureTense
	case is:
		return presentTense
	}
	switch t.XPOS {
	case "VBD":
		return pastTense
	case "VBN":
		if t.Rel != "conj" && !be {
			return pastTense
		}
		return untensed
	case "VBZ", "VBP":
		if comings[t.Lemma] {
			return futureTense
		}
		return presentTense
	}
	return untensed
}

// finite returns the tense that the word at token i shows by itself, for texts without trees.
func (r *reader) finite(i, lo, hi int) tense {
	x := r.doc.Tokens[i].XPOS
	switch f := r.lower(i); f {
	case "will", "shall", "would", "may", "might", "could", "should", "must", "can", "wo", "'ll":
		if x == "" || x == "MD" {
			return futureTense
		}
	case "was", "were", "had", "did", "said":
		return pastTense
	case "has", "have":
		return pastTense
	case "is", "are":
		return presentTense
	case "to":
		if x == "TO" && i+1 < hi && r.doc.Tokens[i+1].XPOS == "VB" {
			return futureTense
		}
	default:
		switch x {
		case "VBD":
			return pastTense
		case "VBZ", "VBP":
			return presentTense
		case "VBN":
			if futureCues[f] {
				return futureTense
			}
		case "":
			if len(f) > 4 && strings.HasSuffix(f, "ed") || pastForms[f] {
				return pastTense
			}
		}
	}
	return untensed
}

// pastForms are irregular verbs of reports, for texts without tags.
var pastForms = wordSet("met held told came went took made gave began left saw got wrote spoke sent brought won lost kept found fell rose built broke chose flew grew knew paid ran stood thought")
