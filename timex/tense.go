package timex

import "strings"

// tense says on which side of the day of speaking an event lies.
type tense int8

const (
	untensed tense = iota
	pastTense
	presentTense
	futureTense
)

// futureCues are words whose complement is ahead: "scheduled for Thursday".
var futureCues = wordSet("schedule scheduled plan planned plans planning set slated due expect expected expects expire expires deadline upcoming effective " +
	"tentatively postpone postponed delay delayed extend extended await awaits pledge pledged promise promised vow vowed invite invited prepare preparing intend intends hope hopes payable propose proposed resume convene")

// implicatives are verbs whose infinitive happened when they did: "failed to meet on Tuesday".
var implicatives = wordSet("manage fail begin start continue come help go refuse try get use decline")

var reporting = wordSet("say report tell write show suggest indicate note add claim")

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
	switch r.w(e.from - 1) {
	case "since":
		return pastTense
	case "until", "till":
		return futureTense
	}
	toks := r.doc.Tokens
	first, last := int(r.atoms[e.from].token), int(r.atoms[e.to-1].token)
	s := r.doc.SentenceOf(first)
	lo, hi := 0, len(toks)
	if s < len(r.doc.Sentences) {
		lo, hi = r.doc.Sentences[s].Start, min(r.doc.Sentences[s].End, len(toks))
	}
	head := -1
	for i := first; i <= last && i < len(toks); i++ {
		if h := toks[i].Head; h >= 0 && h < len(toks) && toks[i].Rel != "" && (h < first || h > last) {
			head = h
		}
	}
	if head >= 0 {
		if t := r.climb(head, lo, hi); t != untensed {
			return t
		}
	}
	for i := first - 1; i >= lo && i > first-25; i-- {
		if t := r.finite(i, lo, hi); t != untensed {
			return t
		}
	}
	for i := last + 1; i < hi && i < last+25; i++ {
		if t := r.finite(i, lo, hi); t != untensed {
			return t
		}
	}
	return untensed
}

func (r *reader) lower(i int) string { return strings.ToLower(r.doc.Form(i)) }

// climb goes up the tree from token i to the first verb that has a tense.
func (r *reader) climb(i, lo, hi int) tense {
	toks := r.doc.Tokens
	for range 20 {
		t := &toks[i]
		form := r.lower(i)
		if futureCues[form] && !strings.HasPrefix(t.XPOS, "NN") || form == "deadline" {
			if t.XPOS == "VBN" || t.XPOS == "JJ" || t.XPOS == "NN" {
				if v := r.verb(i, lo, hi); v != pastTense || !r.auxiliary(i, lo, hi, "had", "was", "were") {
					return futureTense
				}
				return pastTense
			}
			if t.XPOS == "VBD" && (form == "scheduled" || form == "postponed" || form == "extended" || form == "planned" || form == "set" || form == "proposed" || form == "delayed" || form == "expected") {
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
	var will, modal, have, had, was, is, to, be bool
	for j := max(lo, i-10); j < min(hi, i+4); j++ {
		c := &toks[j]
		if c.Head != i || !strings.HasPrefix(c.Rel, "aux") && c.Rel != "cop" && c.Rel != "mark" {
			continue
		}
		switch r.lower(j) {
		case "will", "shall", "'ll", "’ll", "wo":
			will = true
		case "would", "could", "may", "might", "should", "can", "must", "ca":
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
	case modal && have, had:
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
	case is && t.XPOS == "VBG":
		return futureTense
	case is:
		return presentTense
	}
	switch t.XPOS {
	case "VBD":
		return pastTense
	case "VBN":
		if t.Rel == "acl" || t.Rel == "advcl" {
			return pastTense
		}
		return untensed
	case "VBZ", "VBP":
		if reporting[t.Lemma] {
			return pastTense
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
