package claim

import (
	"slices"
	"strings"

	"rapporteur/lang"
	"rapporteur/timex"
)

// repair mends what taggers of general English get wrong in just the sentences
// this package is about: "the draft calls for …", "the accord stipulates that …",
// where verb forms in -s after a noun pass for plurals. It works on a copy of the tokens.
func repair(doc *lang.Doc) *lang.Doc {
	mended := repairVerbs(doc)
	if mended = repairTrees(mended); mended != doc {
		untangle(mended.Tokens)
	}
	return mended
}

// untangle cuts the rings of words that were hung on one another: above every word there is a root.
func untangle(tokens []lang.Token) {
	done := make([]bool, len(tokens))
	var way []int
	for i := range tokens {
		way = way[:0]
		for k := i; k >= 0 && !done[k]; k = tokens[k].Head {
			if slices.Contains(way, k) {
				tokens[k].Head, tokens[k].Rel = -1, "root"
				break
			}
			way = append(way, k)
		}
		for _, k := range way {
			done[k] = true
		}
	}
}

// repairTrees mends single words and what hangs on them.
func repairTrees(doc *lang.Doc) *lang.Doc {
	var tokens []lang.Token
	for _, s := range doc.Sentences {
		// "agreed not to limit": the negation is the infinitive's
		for i := s.Start; i+2 < s.End; i++ {
			if strings.EqualFold(doc.Form(i), "not") && doc.Form(i+1) == "to" && doc.Tokens[i+1].UPOS == "PART" && doc.Tokens[i+1].Head > i+1 && doc.Tokens[i].Head != doc.Tokens[i+1].Head {
				if tokens == nil {
					tokens = slices.Clone(doc.Tokens)
				}
				tokens[i].Head, tokens[i].Rel = doc.Tokens[i+1].Head, "advmod"
			}
		}
		if i, k := lostVerb(doc, s.Range); k >= 0 {
			if tokens == nil {
				tokens = slices.Clone(doc.Tokens)
			}
			raise(doc, tokens, s.Range, i, k)
		} else if i, k := hungVerb(doc, s.Range); k >= 0 {
			if tokens == nil {
				tokens = slices.Clone(doc.Tokens)
			}
			tokens[k].Head, tokens[k].Rel, tokens[i].Head, tokens[i].Rel = -1, "root", k, "nsubj"
			for j := k + 1; j < s.End; j++ {
				if tokens[j].Head == i {
					tokens[j].Head = k
				}
			}
		} else {
			tokens = lostRepairs(doc, tokens, s.Range)
		}
		for i := s.Start + 1; i < s.End; i++ {
			if j := secondVerb(doc, s.Range, i); j >= 0 {
				if tokens == nil {
					tokens = slices.Clone(doc.Tokens)
				}
				tokens[i].Head = j
			}
		}
		for i := s.Start + 1; i+1 < s.End; i++ { // "would free 120 prisoners"
			if t := doc.Tokens[i]; doc.Form(i) == "free" && t.UPOS == "ADJ" && (doc.Tokens[i-1].XPOS == "MD" || strings.EqualFold(doc.Form(i-1), "to") || doc.Form(i-1) == "and") && (doc.Tokens[i+1].UPOS == "NUM" || doc.Tokens[i+1].UPOS == "DET" || doc.Tokens[i+1].XPOS == "NNS" || doc.Tokens[i+1].XPOS == "PRP$") {
				if tokens == nil {
					tokens = slices.Clone(doc.Tokens)
				}
				freeVerb(tokens, s.Range, i)
			}
		}
		for i := s.Start + 1; i < s.End; i++ {
			if t := doc.Tokens[i]; doc.Form(i) == "met" && t.UPOS != "VERB" && t.UPOS != "AUX" {
				if tokens == nil {
					tokens = slices.Clone(doc.Tokens)
				}
				beVerb(tokens, s.Range, i)
			}
		}
		if i := s.Start; i+1 < s.End && doc.Form(i) == "Following" && doc.Tokens[i].Rel == "amod" && doc.Tokens[i].Head > i { // "Following talks with Holt, Marrow said …"
			if tokens == nil {
				tokens = slices.Clone(doc.Tokens)
			}
			tokens[i].UPOS, tokens[i].XPOS, tokens[i].Lemma, tokens[i].Rel = "ADP", "IN", "following", "case"
			if t := &tokens[tokens[i].Head]; t.Rel != "root" {
				t.Rel = "obl"
			}
		}
		if i := s.Start; i+2 < s.End && doc.Tokens[i].Rel == "csubj" && (doc.Tokens[i+1].Head == i && doc.Tokens[i+1].Rel == "obj" || doc.Tokens[i+1].Head == doc.Tokens[i].Head && doc.Tokens[i+1].Rel == "nsubj") && partingWords[doc.Form(i)] { // "Negotiating teams from Norvana and Estrel met"
			if tokens == nil {
				tokens = slices.Clone(doc.Tokens)
			}
			asNoun(tokens, s.Range, i)
		}
		for i := s.Start; i < s.End; i++ {
			if f := doc.Form(i); (f == "due" || f == "expected") && (doc.Tokens[i].Rel == "case" || doc.Tokens[i].Rel == "mark") && doc.Tokens[i].Head > i { // "is due in Lund on Friday", "is due to begin"
				if tokens == nil {
					tokens = slices.Clone(doc.Tokens)
				}
				for j := s.Start; j < i; j++ {
					if tokens[j].Head == i {
						tokens[j].Head = tokens[i].Head
					}
				}
				tokens[i].Rel = "advmod"
			}
		}
		for i := s.Start + 1; i+1 < s.End; i++ {
			if h := dueAt(doc, s.Range, i); h >= 0 {
				if tokens == nil {
					tokens = slices.Clone(doc.Tokens)
				}
				isDue(tokens, s.Range, i, h)
			}
		}
		for i := s.Start; i+2 < s.End; i++ {
			if whom, thing := gift(doc, s.Range, i); whom >= 0 {
				if tokens == nil {
					tokens = slices.Clone(doc.Tokens)
				}
				giveTo(tokens, i, whom, thing)
			}
		}
		for _, k := range rowOfThings(doc, s.Range) {
			if tokens == nil {
				tokens = slices.Clone(doc.Tokens)
			}
			for j := k + 1; j < s.End; j++ { // all in the row hang on its first
				if tokens[j].Head == k && tokens[j].Rel == "conj" {
					tokens[j].Head = tokens[k].Head
				}
			}
			tokens[k].Rel = "conj"
		}
		tokens = nounRepairs(doc, tokens, s.Range)
		tokens = relinked(doc, tokens, s.Range)
		tokens = joinHyphens(doc, tokens, s.Range)
		for i := s.Start; i < s.End; i++ {
			if doc.Tokens[i].UPOS == "VERB" && strings.EqualFold(doc.Form(i), "summit") {
				if tokens == nil {
					tokens = slices.Clone(doc.Tokens)
				}
				tokens[i].UPOS, tokens[i].XPOS, tokens[i].Lemma = "NOUN", "NN", "summit"
			}
		}
		for i := s.Start; i < s.End; i++ { // "when Marrow sits down": no verb's past ends so
			if t := doc.Tokens[i]; t.UPOS == "VERB" && t.XPOS == "VBD" && strings.HasSuffix(doc.Form(i), "s") && strings.HasPrefix(doc.Form(i), t.Lemma) {
				if tokens == nil {
					tokens = slices.Clone(doc.Tokens)
				}
				tokens[i].XPOS = "VBZ"
			}
		}
		for i := s.Start + 1; i+1 < s.End; i++ {
			t := doc.Tokens[i]
			if t.UPOS == "NOUN" && !(doc.Form(i) == "face" && doc.Form(i-1) == "to") && governsSubject(doc, s.Range, i) {
				if tokens == nil {
					tokens = slices.Clone(doc.Tokens)
				}
				tokens[i].UPOS, tokens[i].XPOS = "VERB", "VBP"
				if form := strings.ToLower(doc.Form(i)); strings.HasSuffix(form, "s") {
					tokens[i].XPOS = "VBZ"
				}
			}
		}
	}
	if tokens == nil {
		return doc
	}
	mended := *doc
	mended.Tokens = tokens
	return &mended
}

// dueAt returns the place that passed for what somebody is, where he is due there: "is due in Lund on Friday"; -1 for none.
func dueAt(doc *lang.Doc, s lang.Range, i int) int {
	if doc.Form(i) != "due" || doc.Tokens[i-1].UPOS != "AUX" && doc.Tokens[i-1].UPOS != "ADV" {
		return -1
	}
	h := doc.Tokens[i].Head
	switch next := doc.Form(i + 1); {
	case next == "in" || next == "at":
	case (next == "there" || next == "here" || next == "back") && h == i+1:
	default:
		return -1
	}
	if h <= i || h >= s.End {
		return -1
	}
	for k := s.Start; k < i; k++ {
		if t := doc.Tokens[k]; (t.Head == h || t.Head == i) && t.Rel == "cop" {
			return h
		}
	}
	return -1
}

// isDue makes the adjective at token i what somebody is, and the place at token h where he is to be.
func isDue(tokens []lang.Token, s lang.Range, i, h int) {
	for k := s.Start; k < s.End; k++ {
		switch t := &tokens[k]; {
		case k == i || t.Head != h:
		case k < i || k > h && t.Rel != "flat" && t.Rel != "appos" && t.Rel != "conj":
			if t.Head = i; k > h && t.Rel == "nmod" {
				t.Rel = "obl"
			}
		}
	}
	tokens[i].Head, tokens[i].Rel, tokens[i].UPOS = tokens[h].Head, tokens[h].Rel, "ADJ"
	tokens[h].Head, tokens[h].Rel = i, "obl"
	if tokens[h].UPOS == "ADV" {
		tokens[h].Rel = "advmod"
	}
}

// partingWords are the participles before those who negotiate that pass for what is done with them.
var partingWords = words{
	"Negotiating": true, "Bargaining": true, "Mediating": true, "Visiting": true, "Warring": true, "Feuding": true, "Rival": true, "Opposing": true, "Contending": true,
	"Developing": true, "Emerging": true, "Participating": true, "Producing": true, "Exporting": true, "Importing": true, "Competing": true, "Dissenting": true, "Neighbouring": true, "Neighboring": true, "Contracting": true, "Supporting": true, "Remaining": true,
}

// asNoun makes the word at token i, which passed for a verb, an adjective of the noun behind it, which is the subject.
func asNoun(tokens []lang.Token, s lang.Range, i int) {
	up := tokens[i].Head
	tokens[i+1].Head, tokens[i+1].Rel = up, "nsubj"
	for j := s.Start; j < s.End; j++ {
		if tokens[j].Head == i && j != i+1 {
			tokens[j].Head = i + 1
		}
	}
	tokens[i].UPOS, tokens[i].XPOS, tokens[i].Head, tokens[i].Rel = "ADJ", "JJ", i+1, "amod"
}

// freeVerb makes "free" the verb of what follows it, where it passed for an adjective.
func freeVerb(tokens []lang.Token, s lang.Range, i int) {
	tokens[i].UPOS, tokens[i].XPOS, tokens[i].Lemma = "VERB", "VB", "free"
	obj := tokens[i].Head
	if tokens[i].Rel != "amod" || obj <= i || obj >= s.End {
		return
	}
	// what hung on the noun before the verb is the verb's own
	for j := s.Start; j < i; j++ {
		if tokens[j].Head == obj {
			tokens[j].Head = i
		}
	}
	tokens[i].Head, tokens[i].Rel = tokens[obj].Head, tokens[obj].Rel
	tokens[obj].Head, tokens[obj].Rel = i, "obj"
	if j := i - 1; strings.EqualFold(tokens[j].Lemma, "to") { // "commits Norvana to free 120 prisoners"
		tokens[j].UPOS, tokens[j].XPOS, tokens[j].Head, tokens[j].Rel, tokens[i].Rel = "PART", "TO", i, "mark", "xcomp"
	}
}

// lostVerb finds the verb of a sentence whose tree has none: "envoys prepared to
// meet …", read as envoys that are prepared, "Marrow plans to …", read as her
// plans. It returns the noun that heads the tree and the verb; the same token
// where the noun is the verb, -1 for none.
func lostVerb(doc *lang.Doc, s lang.Range) (noun, verb int) {
	root := -1
	for i := s.Start; i < s.End; i++ {
		t := doc.Tokens[i]
		if t.XPOS == "VBD" || t.XPOS == "VBZ" || t.XPOS == "VBP" || t.XPOS == "MD" {
			return -1, -1
		}
		if t.Rel == "root" {
			root = i
		}
	}
	if root < 0 || doc.Tokens[root].UPOS != "NOUN" && doc.Tokens[root].UPOS != "PROPN" {
		return -1, -1
	}
	for i := s.Start; i+1 < s.End; i++ {
		if strings.ToLower(doc.Form(i+1)) != "to" || doc.Tokens[i+1].UPOS != "PART" {
			continue
		}
		lemma := strings.ToLower(doc.Tokens[i].Lemma)
		switch {
		case i == root && i > s.Start && lex().meetings.Plan[lemma] && strings.HasSuffix(doc.Form(i), "s") && doc.Tokens[i-1].UPOS == "PROPN" && doc.Tokens[i-1].Head == i:
			return root, root
		case doc.Tokens[i].Head == root && i == root+1 && strings.HasSuffix(doc.Form(i), "ed") && doc.Tokens[i].Rel == "acl":
			return root, i
		}
	}
	// "Envoys of 40 states gathered in Lund", read as states that are gathered
	l := &lex().meetings
	for i := root + 1; i+2 < s.End && doc.Form(s.End-1) == "."; i++ {
		switch t := doc.Tokens[i]; {
		case t.UPOS == "PUNCT" || t.UPOS == "SCONJ" || t.UPOS == "VERB" && t.XPOS != "VBN":
			return -1, -1
		case t.XPOS == "VBN":
			if lemma := lemmaOf(doc, i); t.Rel == "acl" && (l.Verbs[lemma] || l.Begin[lemma] || l.End[lemma]) && doc.Tokens[i+1].UPOS == "ADP" && strings.ToLower(doc.Form(i+1)) != "by" {
				return root, i
			}
			return -1, -1
		}
	}
	return -1, -1
}

// hungVerb finds a verb in the past that hangs as one of a row on the noun before
// it, which no conjunction joins it to: "Talks between the two opened in Lund".
func hungVerb(doc *lang.Doc, s lang.Range) (noun, verb int) {
	for i := s.Start + 1; i < s.End; i++ {
		t := doc.Tokens[i]
		if t.XPOS != "VBD" || t.Rel != "conj" || t.Head < s.Start || t.Head >= i || doc.Tokens[t.Head].Rel != "root" {
			continue
		}
		if u := doc.Tokens[t.Head].UPOS; u != "NOUN" && u != "PROPN" {
			continue
		}
		for k := s.Start; k < s.End; k++ {
			if x := doc.Tokens[k]; x.Head == i && (x.Rel == "cc" || strings.HasPrefix(x.Rel, "nsubj")) || x.Head == t.Head && (x.Rel == "cop" || strings.HasPrefix(x.Rel, "nsubj")) || k > t.Head && k < i && (x.UPOS == "PUNCT" || x.UPOS == "VERB") {
				return -1, -1
			}
		}
		return t.Head, i
	}
	return -1, -1
}

// beVerb makes token i, which passed for a noun, a verb in the past.
func beVerb(tokens []lang.Token, s lang.Range, i int) {
	tokens[i].UPOS, tokens[i].XPOS, tokens[i].Lemma = "VERB", "VBD", "meet"
	for j := s.Start; j < s.End; j++ {
		switch t := &tokens[j]; {
		case t.Head != i:
		case t.Rel == "nmod":
			t.Rel = "obl"
		case t.Rel == "amod":
			t.Rel = "advmod"
		case t.Rel == "compound" && j < i:
			t.Rel = "nsubj"
		}
	}
	lift(tokens, s, i)
}

// lift makes the verb at token i the predicate of the noun before it on which it hangs as one of a row or a name would,
// and which no verb governs: "The commanders last met on 2 May".
func lift(tokens []lang.Token, s lang.Range, i int) {
	h := tokens[i].Head
	if h < s.Start || h >= i || tokens[h].UPOS != "NOUN" && tokens[h].UPOS != "PROPN" || tokens[h].Rel != "root" && tokens[h].Rel != "ccomp" && tokens[h].Rel != "parataxis" {
		return
	}
	for k := s.Start; k < s.End; k++ {
		if t := tokens[k]; t.Head == i && (t.Rel == "cc" || strings.HasPrefix(t.Rel, "nsubj")) || t.Head == h && (t.Rel == "cop" || strings.HasPrefix(t.Rel, "nsubj")) || k > h && k < i && t.UPOS == "VERB" {
			return
		}
	}
	tokens[i].Head, tokens[i].Rel, tokens[h].Head, tokens[h].Rel = tokens[h].Head, tokens[h].Rel, i, "nsubj"
	for k := i + 1; k < s.End; k++ {
		if tokens[k].Head == h {
			tokens[k].Head = i
		}
	}
}

// raise makes token k the verb of a sentence that noun i heads, or i itself.
func raise(doc *lang.Doc, tokens []lang.Token, s lang.Range, i, k int) {
	if i == k {
		tokens[i].UPOS, tokens[i].XPOS, tokens[i].Lemma = "VERB", "VBZ", strings.TrimSuffix(strings.ToLower(doc.Form(i)), "s")
		for j := s.Start; j < s.End; j++ {
			switch t := &tokens[j]; {
			case t.Head != i:
			case j == i-1:
				t.Rel = "nsubj"
			case j < i && t.Rel != "punct":
				t.Head = i - 1
				if t.UPOS == "PROPN" && t.Rel == "amod" {
					t.Rel = "compound"
				}
			case t.Rel == "acl":
				t.Rel = "xcomp"
			case t.Rel == "nmod":
				t.Rel = "obl"
			}
		}
		return
	}
	lemma := strings.TrimSuffix(strings.ToLower(doc.Form(k)), "d")
	if known := doc.Tokens[k].Lemma; doc.Tokens[k].UPOS == "VERB" && verbs()[known] {
		lemma = known
	} else if short := strings.TrimSuffix(lemma, "e"); !verbs()[lemma] && verbs()[short] {
		lemma = short
	}
	tokens[k].UPOS, tokens[k].XPOS, tokens[k].Lemma, tokens[k].Head, tokens[k].Rel = "VERB", "VBD", lemma, -1, "root"
	tokens[i].Head, tokens[i].Rel = k, "nsubj"
	for j := s.Start; j < s.End; j++ {
		if t := &tokens[j]; t.Head == i && j > k {
			t.Head = k
		}
	}
}

// governsSubject reports whether what is tagged a noun is the verb of a position
// with a subject and no copula: "Norvana insists on …".
func governsSubject(doc *lang.Doc, s lang.Range, i int) bool {
	lemma := strings.ToLower(doc.Tokens[i].Lemma)
	planned := lex().meetings.Plan[lemma] && i+1 < s.End && doc.Form(i+1) == "to" // "the ministry plans to …"
	if p := &lex().positions; p.Verbs[lemma] == "" && !p.Governs[lemma] && !planned {
		return false
	}
	subject := false
	for k := s.Start; k < s.End; k++ {
		if doc.Tokens[k].Head != i {
			continue
		}
		switch rel := doc.Tokens[k].Rel; rel {
		case "nsubj":
			subject = subject || k < i
		case "cop", "det", "case", "nmod:poss":
			return false
		}
	}
	return subject
}

// statehood finds names that this report uses as states', though no list has
// them: those that have an army, a government, a foreign minister.
func (r *reading) statehood() {
	r.states = statesOf(r.doc)
	for _, n := range r.doc.Names {
		if n.Len() > 2 || n.End+1 >= len(r.kids) {
			continue
		}
		if !possessive(r.form(n.End)) {
			continue
		}
		if e := r.entity[n.Start]; n.Type == lang.PER && (n.Len() > 1 || e >= 0 && strings.Contains(r.said.Entities[e].Name, " ")) {
			continue // a president's army is his country's
		}
		for k := n.End + 1; k < min(n.End+4, len(r.kids)); k++ {
			if stately[r.lemma(k)] {
				r.states[strings.ToLower(tidyName(r.doc.Words(n.Range)))] = true
			}
			if r.upos(k) != "ADJ" && r.upos(k) != "NOUN" {
				break
			}
		}
	}
	// A name with a nationality word made of it: Norvana, the Norvanan delegation.
	for i, n := range r.doc.Names {
		if n.Type != lang.NORP {
			continue
		}
		d := r.names[i]
		for k, m := range r.doc.Names {
			if w := r.names[k]; m.Type != lang.NORP && w != d && derives(d, w) {
				r.states[strings.ToLower(w)] = true
			}
		}
	}
}

// stately are things that only states have.
var stately = words{
	"army": true, "government": true, "parliament": true, "troops": true, "troop": true, "navy": true, "fleet": true, "sovereignty": true, "territory": true, "border": true, "capital": true,
	"constitution": true, "port": true, "embassy": true, "citizen": true, "minister": true, "president": true, "coast": true, "soldier": true, "ambassador": true, "ministry": true, "economy": true, "king": true,
	"congress": true, "senate": true, "assembly": true, "premier": true, "soil": true, "independence": true,
}

// months drops months that are people: "May" in a report on Theresa May.
func months(doc *lang.Doc, times []timex.Time) []timex.Time {
	person := false
	for _, n := range doc.Names {
		if n.Type == lang.PER && doc.Form(n.End-1) == "May" {
			person = true
		}
	}
	if !person {
		return times
	}
	return slices.DeleteFunc(slices.Clone(times), func(t timex.Time) bool {
		if t.Len() != 1 || doc.Form(t.Start) != "May" {
			return false
		}
		if t.Start == 0 {
			return true
		}
		switch strings.ToLower(doc.Form(t.Start - 1)) {
		case "in", "since", "until", "last", "next", "late", "early", "by", "of":
			return doc.Tokens[t.Start].Rel == "nsubj"
		}
		return true
	})
}
