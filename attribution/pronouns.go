package attribution

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"sync"

	"rapporteur/lang"
)

// pronounWord is a word that stands for somebody: its class and what it tells.
type pronounWord struct {
	class  pronounClass
	gender Gender
	self   bool // reflexive
}

type pronounClass uint8

const (
	noPronoun   pronounClass = iota
	thirdPerson              // he, she
	thing                    // it
	many                     // they
	speaker                  // I, we
	relativeWord
)

var pronouns = map[string]pronounWord{
	"he": {thirdPerson, Masculine, false}, "him": {thirdPerson, Masculine, false}, "his": {thirdPerson, Masculine, false}, "himself": {thirdPerson, Masculine, true},
	"she": {thirdPerson, Feminine, false}, "her": {thirdPerson, Feminine, false}, "hers": {thirdPerson, Feminine, false}, "herself": {thirdPerson, Feminine, true},
	"it": {thing, Neuter, false}, "its": {thing, Neuter, false}, "itself": {thing, Neuter, true},
	"they": {many, Plural, false}, "them": {many, Plural, false}, "their": {many, Plural, false}, "theirs": {many, Plural, false}, "themselves": {many, Plural, true},
	"i": {speaker, UnknownGender, false}, "me": {speaker, UnknownGender, false}, "my": {speaker, UnknownGender, false}, "mine": {speaker, UnknownGender, false}, "myself": {speaker, UnknownGender, true},
	"we": {speaker, Plural, false}, "us": {speaker, Plural, false}, "our": {speaker, Plural, false}, "ours": {speaker, Plural, false}, "ourselves": {speaker, Plural, true},
	"who": {relativeWord, UnknownGender, false}, "whom": {relativeWord, UnknownGender, false}, "whose": {relativeWord, UnknownGender, false},
}

// pronounAt returns the pronoun at token i; its class is noPronoun where there is none.
func (r *cast) pronounAt(i int) pronounWord {
	t := &r.doc.Tokens[i]
	if t.UPOS != "PRON" && t.XPOS != "PRP" && t.XPOS != "PRP$" && t.UPOS != "DET" {
		return pronounWord{}
	}
	f := r.doc.Form(i)
	if len(f) > 10 {
		return pronounWord{}
	}
	p := pronouns[strings.ToLower(f)]
	if p.class == thing && r.expletive(i) || f == "US" {
		return pronounWord{}
	}
	return p
}

// expletive reports whether "it" at token i stands for nothing: "it is understood that", "it seems".
func (r *cast) expletive(i int) bool {
	t := &r.doc.Tokens[i]
	if t.Rel == "expl" {
		return true
	}
	if t.Rel != "nsubj" && t.Rel != "nsubj:pass" || t.Head < 0 {
		return false
	}
	h := t.Head
	switch r.doc.Tokens[h].Lemma {
	case "seem", "appear", "happen", "rain", "snow", "emerge", "remain":
		return r.child(h, "ccomp", "csubj") >= 0
	}
	if c := r.child(h, "csubj", "csubj:pass", "ccomp"); c > h && (t.Rel == "nsubj:pass" || r.child(h, "cop") >= 0) {
		return true
	}
	return false
}

// The templates of the features by which antecedents are ranked. Each has up to templateSize values.
const (
	tNone = iota
	tDistance
	tGramHe
	tGramIt
	tGramThey
	tRank
	tGender
	tCount
	tType
	tSpeaker
	tClause
	tKind
	tFirst
	tTopic
	tTokens
	tQuoted
	tInside
	tSubjects
	tChain
	tParagraph
	tOwner
	tSubjectDistance
	tParts
	tAhead
	tPath
	tCommand
	tBeside
	tMain
	tContent
	templates
)

const templateSize = 64

//go:embed data/pronouns.txt
var pronounWeightsText string

// pronounWeights are the weights of the ranker; see data/pronouns.txt.
var pronounWeights = sync.OnceValue(func() []float64 {
	w := make([]float64, templates*templateSize)
	for line := range strings.Lines(pronounWeightsText) {
		var t, v int
		var x float64
		if line[0] == '#' {
			continue
		}
		if _, err := fmt.Sscan(line, &t, &v, &x); err == nil && t >= 0 && t < templates && v >= 0 && v < templateSize {
			w[t*templateSize+v] = x
		}
	}
	return w
})

// candidate is an entity that a pronoun may stand for, with its nearest mention.
type candidate struct {
	ent      int
	mention  int
	features []uint16
	score    float64
}

// ranker finds antecedents; it holds what was mentioned so far, in order.
type ranker struct {
	*cast
	weights      []float64
	history      []int          // mentions so far, by head
	counts       map[int]int    // mentions so far of an entity
	subj         map[int]int    // those as subjects
	last         map[Gender]int // entity of the last pronoun of a gender
	chiefs       map[string]int // entities that offices were found to mean of which the text does not say who holds them
	cands        []candidate
	tried        []int // by entity: the turn in which it was last looked at as an antecedent
	turn         int
	speakerAt    []int32 // by token: 1 + the attribution whose source the token is in
	coming       int     // the entity that is the subject of the main clause, where that comes after the pronoun, -1 for none
	comingPhrase bool    // the pronoun stands in a phrase before it, not in a clause of its own
	inCue        []bool
	contentAt    []int32                                            // by token: 1 + innermost attribution whose content the token is in
	learn        func(at int, p pronounWord, cands []candidate) int // for training: returns the right candidate, -2 where it is not known
}

// candidates gathers and scores whom the pronoun at token i may stand for, nearest first.
func (k *ranker) candidates(i int, p pronounWord) []candidate {
	r := k.cast
	k.cands = k.cands[:0]
	sent := r.sent[i]
	seen := map[int]bool{}
	owned := -1
	if r.doc.Tokens[i].XPOS == "PRP$" {
		owned = r.doc.Tokens[i].Head
	}
	k.coming, k.comingPhrase = k.comingSubject(i)
	rank := 0
	for h := len(k.history) - 1; h >= 0 && len(k.cands) < 24; h-- {
		m := &r.mentions[k.history[h]]
		if sent-m.sent > 5 {
			break
		}
		ent := r.find(m.ent)
		if m.Contains(i) && m.kind != ByRole || m.head == i || seen[ent] || m.head == owned {
			continue
		}
		if m.kind == ByRole && m.gram == apposition && m.head+1 < len(r.doc.Tokens) && r.named[m.head+1] > 0 {
			continue
		}
		e := &r.ents[ent]
		if !k.agrees(e, p) || k.namedInOwnWords(i, ent) || p.class == thirdPerson && k.tellsOf(i, ent) {
			continue
		}
		if p.class == thirdPerson && m.sent == sent && r.frontedBeside(i, m) {
			seen[ent] = true
			continue
		}
		seen[ent] = true
		c := candidate{ent: ent, mention: k.history[h]}
		k.describe(&c, i, p, rank, false)
		rank++
		k.cands = append(k.cands, c)
	}
	// "When she took the floor, Leilani Kapo …": the name comes after.
	if p.class == thirdPerson || p.class == thing {
		for j := i + 1; j < r.doc.Sentences[sent].End; j++ {
			n := r.named[j]
			if n == 0 || r.mentions[n-1].head != j {
				continue
			}
			ent := r.find(r.mentions[n-1].ent)
			if e := &r.ents[ent]; !seen[ent] && k.agrees(e, p) && e.kind != lang.LOC {
				c := candidate{ent: ent, mention: int(n - 1)}
				k.describe(&c, i, p, rank, true)
				k.cands = append(k.cands, c)
				break
			}
		}
	}
	return k.cands
}

// tellsOf reports whether token i is in words that are given to an entity that only speaks: "a source said
// that he had met her" is of somebody else.
func (k *ranker) tellsOf(i, ent int) bool {
	r := k.cast
	e, at := &r.ents[ent], k.contentAt[i]
	if e.kind != "" || at == 0 || e.noun != "source" && e.noun != "insider" && e.noun != "interlocutor" {
		return false
	}
	return slices.ContainsFunc(k.said.Attributions[at-1].Source, func(s lang.Range) bool { return r.entityIn(s, ent) })
}

// namedInOwnWords reports whether token i speaks words that name the entity: nobody
// calls himself by his name in a quotation, unless to say who he is, and what
// follows "he said that" names others (Chomsky's principle C).
func (k *ranker) namedInOwnWords(i, ent int) bool {
	r := k.cast
	at := k.speakerAt[i]
	if at == 0 {
		return false
	}
	for _, c := range k.said.Attributions[at-1].Content {
		for j := c.Start; j < c.End; j++ {
			if !r.quoted[j] && c.Start < i {
				continue
			}
			n := r.named[j]
			if t := r.taken[j]; n == 0 && r.quoted[j] && t > 0 && r.mentions[t-1].kind == ByRole && !k.subjectBefore(int(r.sent[c.Start]), ent) {
				n = t
			}
			if n > 0 && r.find(r.mentions[n-1].ent) == ent && r.child(r.mentions[n-1].head, "cop") < 0 {
				return true
			}
		}
	}
	return false
}

// subjectBefore reports whether an entity is the subject of the sentence before sentence s.
func (k *ranker) subjectBefore(s, ent int) bool {
	r := k.cast
	for h := len(k.history) - 1; h >= 0; h-- {
		m := &r.mentions[k.history[h]]
		if int(m.sent) < s-1 {
			return false
		}
		if int(m.sent) == s-1 && m.gram == subject && r.find(m.ent) == ent && r.inMainClause(r.doc.Tokens[m.head].Head) {
			return true
		}
	}
	return false
}

// frontedBeside reports whether a mention stands in a phrase, or a clause without subject, before
// the clause of which the pronoun at token i is the subject: "in a swipe at Cutts, he said",
// "saying that a friend had counted, she joked" are of another than Cutts and the friend.
func (r *cast) frontedBeside(i int, m *mention) bool {
	t := &r.doc.Tokens[i]
	if t.Head < i || !strings.HasPrefix(t.Rel, "nsubj") || m.head >= i || m.gram == possessive || strings.HasPrefix(r.doc.Tokens[m.head].XPOS, "PRP") {
		return false
	}
	at := m.head
	for steps := 0; steps < 12 && at >= 0; steps++ {
		up := r.doc.Tokens[at].Head
		if up != t.Head {
			at = up
			continue
		}
		rel, _, _ := strings.Cut(r.doc.Tokens[at].Rel, ":")
		switch r.lower(r.left[at]) {
		case "when", "while", "as", "if", "though", "although", "because", "once", "where", "until", "unless", "whenever":
			return false
		}
		return rel == "obl" && r.right[at] <= i && r.child(at, "case") >= 0 || rel == "advcl" && r.right[at] <= i && r.left[at] == at && m.head > at
	}
	return false
}

// comingSubject returns the entity that is the subject of the clause above the
// pronoun at token i and stands after it, -1 for none, and whether the pronoun
// stands in a mere phrase before it.
func (k *ranker) comingSubject(i int) (ent int, phrase bool) {
	r := k.cast
	doc := r.doc
	at, clauses := i, 0
	for range 14 {
		h := doc.Tokens[at].Head
		if h < 0 {
			break
		}
		rel, _, _ := strings.Cut(doc.Tokens[at].Rel, ":")
		if rel == "advcl" || rel == "acl" {
			clauses++
		}
		if rel == "ccomp" || rel == "conj" || rel == "parataxis" {
			return -1, false
		}
		if h > i {
			if x := r.child(h, "nsubj", "nsubj:pass"); x > i {
				if m := r.mentionAt(x); m >= 0 && !(r.left[x] <= i && i < r.right[x] && at == x) {
					return r.find(r.mentions[m].ent), clauses == 0
				}
				return -1, false
			}
		}
		at = h
	}
	return -1, false
}

// path returns the number of edges between two tokens of a sentence, and whether
// the clause of b is above that of a.
func (r *cast) path(a, b int) (edges int, above bool) {
	const longest = 20
	steps := 0
	for x := a; x >= 0 && steps < longest; x, steps = r.doc.Tokens[x].Head, steps+1 {
		if r.left[x] <= b && b < r.right[x] {
			down := 0
			for y := b; y != x && y >= 0 && down < longest; y = r.doc.Tokens[y].Head {
				down++
			}
			return steps + down, down <= 1 && steps > 1
		}
	}
	return longest, false
}

// depth returns how far a token is from the root of its sentence.
func (r *cast) depth(i int) int {
	n := 0
	for ; i >= 0 && n < 20; i = r.doc.Tokens[i].Head {
		n++
	}
	return n - 1
}

// agrees reports whether a pronoun can stand for an entity at all.
func (k *ranker) agrees(e *entity, p pronounWord) bool {
	switch p.class {
	case thirdPerson:
		if e.plural || len(e.members) > 0 || e.kind == lang.LOC {
			return false
		}
		if e.kind == lang.ORG && (len(e.parts) > 2 || len(e.roles) > 0 || slices.ContainsFunc(e.parts, k.isBody)) || e.own {
			return false
		}
		if e.kind == "" && e.class&(personNoun|insiderNoun) == 0 {
			return false
		}
		return !(e.told && e.gender != p.gender && e.gender != UnknownGender)
	case thing:
		return e.kind != lang.PER && !e.plural && len(e.members) == 0 && (e.kind != "" || e.class&(personNoun|insiderNoun) == 0)
	case many:
		return e.plural || len(e.members) > 0 || e.kind == lang.ORG || e.kind == lang.NORP || e.class&(bodyOfMany|institutionNoun) != 0
	}
	return false
}

// isBody reports whether a word of a name is that of an institution.
func (k *ranker) isBody(word string) bool {
	return k.cast.lex.class(strings.ToLower(word))&(institutionNoun|bodyOfMany) != 0
}

// none describes the candidate that stands for nobody in the text.
func (k *ranker) none(i int, p pronounWord) candidate {
	cls := int(p.class) - 1
	c := candidate{ent: -1, mention: -1}
	c.features = append(c.features, uint16(tNone*templateSize+cls*8),
		uint16(tNone*templateSize+cls*8+1+boolInt(len(k.cands) == 0)), uint16(tNone*templateSize+cls*8+3+boolInt(k.speakerAt[i] > 0)))
	if k.sent[i] == 0 {
		c.features = append(c.features, uint16(tNone*templateSize+cls*8+5))
	}
	for _, x := range c.features {
		c.score += k.weights[x]
	}
	return c
}

// entityIn reports whether a mention of an entity stands in a range.
func (r *cast) entityIn(rng lang.Range, ent int) bool {
	for i := rng.Start; i < rng.End && i < len(r.taken); i++ {
		if t := r.taken[i]; t > 0 && r.find(r.mentions[t-1].ent) == ent {
			return true
		}
	}
	return false
}

// entityKind numbers the kinds of entity that pronouns tell apart.
func entityKind(e *entity) int {
	switch e.kind {
	case lang.PER:
		return 0
	case lang.ORG:
		return 1 + boolInt(e.outlet)
	case lang.LOC:
		return 3
	case lang.NORP:
		return 4
	}
	switch {
	case len(e.members) > 0:
		return 5
	case e.class&(personNoun|insiderNoun) != 0:
		return 6 + boolInt(e.plural)
	case e.class&bodyOfMany != 0:
		return 8
	case e.class&institutionNoun != 0:
		return 9 + boolInt(e.plural)
	case e.class&outletNoun != 0:
		return 11
	case e.class&documentNoun != 0:
		return 12 + boolInt(e.plural)
	}
	return 14
}

// clauseOf returns the verb that a token belongs to.
func clauseOf(doc *lang.Doc, i int) int {
	for range 12 {
		h := doc.Tokens[i].Head
		if h < 0 {
			return i
		}
		i = h
		if u := doc.Tokens[i].UPOS; u == "VERB" || u == "AUX" {
			return i
		}
		switch rel, _, _ := strings.Cut(doc.Tokens[i].Rel, ":"); rel {
		case "ccomp", "advcl", "acl", "parataxis", "csubj":
			return i
		}
	}
	return i
}

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

func logBucket(n int) int {
	b := 0
	for n > 1 && b < 15 {
		n = n * 2 / 3
		b++
	}
	return b
}
