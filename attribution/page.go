package attribution

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur/lang"
)

// symbol is the hash of a word, lemma, tag or relation: features are made of
// numbers, and each string of a text is hashed once.
type symbol = uint32

func symbolOf(s string) symbol {
	h := uint32(2166136261)
	for i := range len(s) {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return h ^ h>>15
}

// page is a text made ready for the taggers: every token as numbers, the trees
// with the edges of their subtrees, the quotations, the layout.
type page struct {
	doc       *lang.Doc
	word      []symbol // printed form, lower case
	lemma     []symbol
	tag       []symbol // Penn tag, or the universal tag where there is none
	rel       []symbol // relation without subtype, except that passives keep it
	fullRel   []symbol
	shape     []symbol
	ending    []symbol // last three letters of the lemma
	name      []symbol // type of the name that the token stands in, and whether it opens it
	class     []class
	head      []int32
	left      []int32  // leftmost token of the subtree
	right     []int32  // rightmost token of the subtree
	opens     []int32  // highest node whose subtree begins at the token, -1 for none
	closes    []int32  // highest node whose subtree ends at the token, -1 for none
	kids      []symbol // hash of the set of the relations of the dependents
	has       []relSet
	firstKid  []int32 // dependents, as linked lists in order
	nextKid   []int32
	sentence  []int32
	mark      []mark
	quote     []int32 // index in quotes of the outermost quotation, -1 for none
	quotes    []quotation
	sentences []sentenceFacts
	words     map[string]wordFacts
}

// mark is what a token does as punctuation.
type mark uint8

const (
	noMark mark = iota
	openQuote
	closeQuote
	comma
	colon
	dash
	stop
	otherMark
)

// relSet is a set of the relations that matter, as bits.
type relSet uint32

const (
	hasSubject relSet = 1 << iota
	hasPassiveSubject
	hasObject
	hasClause // ccomp
	hasOpenClause
	hasMarker
	hasOblique
	hasCase
	hasNegation
	hasAuxiliary
	hasPassive
	hasCopula
	hasParataxis
	hasRelative
	hasNounClause // acl
	hasAdverbClause
	hasPossessor
	hasNominal // nmod
	hasParticle
	hasConjunct
)

var relBits = map[string]relSet{
	"nsubj": hasSubject, "csubj": hasSubject, "nsubj:pass": hasPassiveSubject, "csubj:pass": hasPassiveSubject,
	"obj": hasObject, "iobj": hasObject, "ccomp": hasClause, "xcomp": hasOpenClause, "mark": hasMarker,
	"obl": hasOblique, "obl:agent": hasOblique, "obl:npmod": hasOblique, "obl:tmod": hasOblique, "obl:unmarked": hasOblique, "case": hasCase,
	"aux": hasAuxiliary, "aux:pass": hasPassive, "cop": hasCopula, "parataxis": hasParataxis,
	"acl:relcl": hasRelative, "acl": hasNounClause, "advcl": hasAdverbClause, "nmod:poss": hasPossessor,
	"nmod": hasNominal, "compound:prt": hasParticle, "conj": hasConjunct,
}

// sentenceFacts is what the taggers ask of a sentence as a whole.
type sentenceFacts struct {
	paragraph  int32
	hasQuote   bool
	whole      bool // stands in quotation marks from end to end
	opensIn    bool // its first word stands in a quotation
	closesIn   bool // its last word stands in a quotation
	heading    bool
	item       bool
	paragraphs bool // first of its paragraph
	layout     symbol
}

// wordFacts are the numbers of one printed form, kept for its next occurrence.
type wordFacts struct {
	word, shape symbol
	mark        mark
}

func newPage(doc *lang.Doc) *page {
	n := len(doc.Tokens)
	p := &page{doc: doc}
	symbols := make([]symbol, 9*n)
	take := func() []symbol { s := symbols[:n:n]; symbols = symbols[n:]; return s }
	p.word, p.lemma, p.tag, p.rel, p.fullRel = take(), take(), take(), take(), take()
	p.shape, p.ending, p.name, p.kids = take(), take(), take(), take()
	numbers := make([]int32, 9*n)
	place := func() []int32 { s := numbers[:n:n]; numbers = numbers[n:]; return s }
	p.head, p.left, p.right, p.opens, p.closes = place(), place(), place(), place(), place()
	p.firstKid, p.nextKid, p.sentence, p.quote = place(), place(), place(), place()
	p.class, p.has, p.mark = make([]class, n), make([]relSet, n), make([]mark, n)

	p.words = make(map[string]wordFacts, 512)
	for i := range doc.Tokens {
		t := &doc.Tokens[i]
		form := doc.Text[t.Start:t.End]
		facts, ok := p.words[form]
		if !ok {
			facts = wordFacts{symbolOf(strings.ToLower(form)), shapeOf(form), markOf(form)}
			p.words[form] = facts
		}
		p.word[i], p.shape[i], p.mark[i] = facts.word, facts.shape, facts.mark
		p.lemma[i] = symbolOf(t.Lemma)
		if t.Lemma == "" {
			p.lemma[i] = p.word[i]
		}
		tag := t.XPOS
		if tag == "" {
			tag = t.UPOS
		}
		p.tag[i] = symbolOf(tag)
		p.ending[i] = symbolOf(ending(t.Lemma))
		p.fullRel[i] = symbolOf(t.Rel)
		rel := t.Rel
		if rel != "nsubj:pass" && rel != "aux:pass" && rel != "acl:relcl" && rel != "nmod:poss" {
			rel, _, _ = strings.Cut(rel, ":")
		}
		p.rel[i] = symbolOf(rel)
		p.class[i] = classOf(t.Lemma, t.UPOS)
		p.head[i] = int32(t.Head)
		if t.Head < 0 || t.Head >= n || t.Head == i {
			p.head[i] = -1
		}
		p.firstKid[i], p.nextKid[i], p.opens[i], p.closes[i], p.quote[i] = -1, -1, -1, -1, -1
		p.left[i], p.right[i] = int32(i), int32(i)
	}
	for s := range doc.Sentences {
		for i := doc.Sentences[s].Start; i < doc.Sentences[s].End; i++ {
			p.sentence[i] = int32(s)
			if h := p.head[i]; h >= 0 && (int(h) < doc.Sentences[s].Start || int(h) >= doc.Sentences[s].End) {
				p.head[i] = -1
			}
		}
	}
	p.growTrees()
	for _, n := range doc.Names {
		for i := n.Start; i < n.End; i++ {
			p.name[i] = symbolOf(string(n.Type))
		}
	}
	p.findQuotes()
	p.lookAtSentences()
	return p
}

// growTrees fills in the edges of subtrees and the lists of dependents.
func (p *page) growTrees() {
	n := len(p.head)
	depth := make([]int32, n)
	for i := range n {
		h, steps := p.head[i], int32(0)
		for h >= 0 && steps < 200 {
			p.left[h], p.right[h] = min(p.left[h], int32(i)), max(p.right[h], int32(i))
			h = p.head[h]
			steps++
		}
		if steps >= 200 { // a circle: no tree to speak of
			p.head[i] = -1
		}
		depth[i] = steps
	}
	for i := n - 1; i >= 0; i-- {
		h := p.head[i]
		if h < 0 {
			continue
		}
		p.nextKid[i], p.firstKid[h] = p.firstKid[h], int32(i)
		t := &p.doc.Tokens[i]
		p.has[h] |= relBits[t.Rel]
		if t.Rel == "advmod" || t.Rel == "det" || t.Rel == "cc:preconj" {
			if negative(t.Lemma) {
				p.has[h] |= hasNegation
			}
		}
	}
	for i := range n {
		if l := p.left[i]; p.opens[l] < 0 || depth[p.opens[l]] > depth[i] {
			p.opens[l] = int32(i)
		}
		if r := p.right[i]; p.closes[r] < 0 || depth[p.closes[r]] > depth[i] {
			p.closes[r] = int32(i)
		}
		p.kids[i] = symbol(p.has[i]&^(hasConjunct|hasAuxiliary|hasOblique|hasNominal)) * 2654435761
	}
}

func negative(lemma string) bool {
	switch lemma {
	case "not", "n't", "never", "no", "neither", "nor", "hardly", "n’t":
		return true
	}
	return false
}

func ending(lemma string) string {
	if len(lemma) > 3 {
		return lemma[len(lemma)-3:]
	}
	return lemma
}

func shapeOf(form string) symbol {
	var b [8]byte
	n := 0
	for _, r := range form {
		c := byte('-')
		switch {
		case unicode.IsUpper(r):
			c = 'X'
		case unicode.IsLetter(r):
			c = 'x'
		case unicode.IsDigit(r):
			c = 'd'
		}
		if n > 1 && b[n-1] == c && b[n-2] == c {
			continue
		}
		if n == len(b) {
			break
		}
		b[n] = c
		n++
	}
	return symbolOf(string(b[:n]))
}

func markOf(form string) mark {
	r, size := utf8.DecodeRuneInString(form)
	if size == len(form) {
		switch r {
		case '“', '„', '«', '‟':
			return openQuote
		case '”', '»':
			return closeQuote
		case ',':
			return comma
		case ':':
			return colon
		case '—', '–', '-', '―', '‒':
			return dash
		case '.', '!', '?', '…':
			return stop
		}
		if unicode.IsPunct(r) {
			return otherMark
		}
		return noMark
	}
	switch form {
	case "--", "---", "——":
		return dash
	case "``":
		return openQuote
	case "''":
		return closeQuote
	case "...", "?!", "!!", "..", "....":
		return stop
	}
	return noMark
}

func (p *page) lookAtSentences() {
	p.sentences = make([]sentenceFacts, len(p.doc.Sentences))
	for s := range p.doc.Sentences {
		at := &p.doc.Sentences[s]
		f := &p.sentences[s]
		f.paragraph, f.heading, f.item = int32(at.Paragraph), at.Heading, at.Item
		f.paragraphs = s == 0 || p.doc.Sentences[s-1].Paragraph != at.Paragraph
		if at.Empty() {
			continue
		}
		inside := 0
		for i := at.Start; i < at.End; i++ {
			if p.quote[i] >= 0 {
				inside++
			}
		}
		f.hasQuote = inside > 0
		f.whole = inside == at.Len()
		f.opensIn, f.closesIn = p.quote[at.Start] >= 0, p.quote[at.End-1] >= 0
		f.layout = pack(f.hasQuote, f.whole, f.opensIn, f.closesIn, f.heading, f.item, f.paragraphs)
	}
}

// pack makes one number of several answers.
func pack(bits ...bool) symbol {
	var x symbol
	for i, b := range bits {
		if b {
			x |= 1 << i
		}
	}
	return x
}

// at returns the symbol of token i, or one that stands for beyond the text.
func at(s []symbol, i int) symbol {
	if uint(i) < uint(len(s)) {
		return s[i]
	}
	return 7
}
