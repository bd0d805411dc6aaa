package claim

import (
	"strings"

	"rapporteur"
	"rapporteur/attribution"
	"rapporteur/lang"
	"rapporteur/timex"
)

// reading is one report while it is read: its text with all that the stages
// before found in it, and the claims so far.
type reading struct {
	report rapporteur.Report
	doc    *lang.Doc
	times  []timex.Time
	said   *attribution.Said
	agenda *Agenda

	lemmas      []string
	lowers      []string         // forms in lower case
	numbers     []number         // that begin at a token
	names       []string         // of doc.Names, tidy
	voiceSides  map[string]words // whom voices speak for, once asked
	kids        [][]int          // dependents of every token, in order
	lo, hi      []int            // the subtree of every token
	clauses     []clause         // in order of their predicates
	at          []int            // predicate token → 1 + its index in clauses, 0 for other tokens
	sent        []int            // token → sentence
	entity      []int            // token → entity, -1 for none
	inner       []int            // token → innermost attribution, -1 for none
	carry       []int            // sentence → attribution whose voice goes on in it; nil until asked, see carries
	cue         []bool           // token belongs to a cue or a source of an attribution
	timeAt      []int            // token → expression of time, -1 for none
	told        map[int]bool     // tokens of encounters that were told already
	claims      []found
	answers     []answer
	worded      map[int]int     // attribution → index in claims of its first statement
	disclaimers []lang.Range    // what somebody is told to have said in the sentence that says it is not so
	asItem      map[int]bool    // sentences that are items of a list of provisions
	states      words           // names of states that only this report tells
	last        int             // index in claims of the meeting spoken of last, -1 for none
	unsure      []unsureStand   // stands on what no agenda knows
	phrased     map[int]bool    // tokens of turns of phrase that tell a stand
	slight      map[int]bool    // of these the predicates that the learned reader has to speak for
	replied     map[int]bool    // predicates of bare answers: "said no"
	puts        []putForward    // demands and offers, of which some name provisions
	hinted      []*encounter    // encounters of which too little is told for a claim, until the whole report is read
	inHouse     []int           // sentences that tell of a body's meeting with itself
	drafted     map[string]bool // see findBills
	foreseen    []prediction    // what the learned reader foresees, by predicate
	predicted   map[int]float64 // how likely each predicate is to tell a point; nil until asked
	holding     map[int][]actor // who a nominal names that can hold a position, of those asked for
	sole        *string         // the one state that the report is about, "" for none; nil before it was asked
}

// found is a claim with the token it was read from, for its place in the order.
type found struct {
	rapporteur.Claim
	head int
	met  *encounter // what the claim of a meeting was made of, nil for others
	laid bool       // a point agreed because the text that holds it is
	put  bool       // a point that a demand or an offer names

	plain bool // a point that a form of words tells which says nothing else

	measure bool // a point that one side's own act makes, see [pointMaker.measures]
}

func newReading(report rapporteur.Report, doc *lang.Doc, times []timex.Time, said *attribution.Said, agenda *Agenda) *reading {
	n := len(doc.Tokens)
	r := &reading{
		report: report, doc: doc, times: times, said: said, agenda: agenda,
		lemmas: make([]string, n), lowers: make([]string, n), kids: make([][]int, n), lo: make([]int, n), hi: make([]int, n), at: make([]int, n), sent: make([]int, n),
		entity: make([]int, n), inner: make([]int, n), cue: make([]bool, n), timeAt: make([]int, n), told: map[int]bool{}, worded: map[int]int{}, asItem: map[int]bool{}, last: -1,
	}
	for i, t := range doc.Tokens {
		r.lemmas[i], r.lowers[i] = lemmaOf(doc, i), strings.ToLower(doc.Form(i))
		r.lo[i], r.hi[i], r.entity[i], r.inner[i], r.timeAt[i] = i, i+1, -1, -1, -1
		if t.Head >= 0 && t.Head < n && t.Head != i {
			r.kids[t.Head] = append(r.kids[t.Head], i)
		}
	}
	for i := range doc.Tokens {
		for h, steps := doc.Tokens[i].Head, 0; h >= 0 && h < n && steps < 200; h, steps = doc.Tokens[h].Head, steps+1 {
			r.lo[h], r.hi[h] = min(r.lo[h], i), max(r.hi[h], i+1)
		}
	}
	for s, sent := range doc.Sentences {
		for i := sent.Start; i < sent.End; i++ {
			r.sent[i] = s
		}
	}
	for i := range doc.Tokens {
		r.entity[i], r.inner[i] = said.EntityAt(i), said.Innermost(i)
	}
	for a := range said.Attributions {
		x := &said.Attributions[a]
		if !r.tells(x) {
			continue // "the plan provides", "agreed": the verb is the claim's own
		}
		for _, c := range append(append([]lang.Range(nil), x.Cue...), x.Source...) {
			for i := c.Start; i < c.End && i < n; i++ {
				r.cue[i] = true
			}
		}
	}
	for t, x := range times {
		for i := x.Start; i < x.End && i < n; i++ {
			r.timeAt[i] = t
		}
	}
	r.numbers = numbersOf(r.lowers)
	for _, n := range doc.Names {
		r.names = append(r.names, tidyName(doc.Words(n.Range)))
	}
	r.statehood()
	r.findClauses()
	r.findBills()
	return r
}

// base is a relation without its subtype.
func base(rel string) string {
	if i := strings.IndexByte(rel, ':'); i >= 0 {
		return rel[:i]
	}
	return rel
}

// has reports whether there is a token i. Where a text ends there is none to look at next: it
// has no form, no tag and no head.
func (r *reading) has(i int) bool { return uint(i) < uint(len(r.doc.Tokens)) }

func (r *reading) rel(i int) string {
	if r.has(i) {
		return r.doc.Tokens[i].Rel
	}
	return ""
}

func (r *reading) head(i int) int {
	if r.has(i) {
		return r.doc.Tokens[i].Head
	}
	return -1
}

func (r *reading) upos(i int) string {
	if r.has(i) {
		return r.doc.Tokens[i].UPOS
	}
	return ""
}

func (r *reading) form(i int) string {
	if r.has(i) {
		return r.doc.Form(i)
	}
	return ""
}

func (r *reading) lower(i int) string {
	if r.has(i) {
		return r.lowers[i]
	}
	return ""
}

func (r *reading) lemma(i int) string {
	if r.has(i) {
		return r.lemmas[i]
	}
	return ""
}

// irregular are past forms of prefixed verbs that no rule leads back.
var irregular = map[string]string{
	"rewritten": "rewrite", "rewrote": "rewrite", "redrawn": "redraw", "redrew": "redraw", "undone": "undo", "rebuilt": "rebuild", "withheld": "withhold", "overridden": "override",
	"boycotted": "boycott", "boycotting": "boycott", "redone": "redo", "foregone": "forgo", "forgone": "forgo", "undertaken": "undertake", "undertook": "undertake", "sat": "sit", "overthrown": "overthrow",
}

// lemmaOf returns the lemma of a token, mended where the lexicons know a verb
// that the form is made from ("ruled" is of "rule").
func lemmaOf(doc *lang.Doc, i int) string {
	t := doc.Tokens[i]
	l, form := strings.ToLower(t.Lemma), strings.ToLower(doc.Form(i))
	if l == "" {
		l = form
	}
	if t.UPOS != "VERB" || verbs()[l] {
		return l
	}
	if base := irregular[form]; base != "" {
		return base
	}
	stem := ""
	switch {
	case strings.HasSuffix(form, "ied"):
		stem = strings.TrimSuffix(form, "ied") + "y"
	case strings.HasSuffix(form, "ed"):
		stem = strings.TrimSuffix(form, "ed")
	case strings.HasSuffix(form, "ing"):
		stem = strings.TrimSuffix(form, "ing")
	case strings.HasSuffix(form, "es"):
		stem = strings.TrimSuffix(form, "es")
	case strings.HasSuffix(form, "s"):
		stem = strings.TrimSuffix(form, "s")
	default:
		return l
	}
	for _, s := range []string{stem, stem + "e"} {
		if verbs()[s] {
			return s
		}
	}
	if n := len(stem); n > 2 && stem[n-1] == stem[n-2] && verbs()[stem[:n-1]] {
		return stem[:n-1]
	}
	return l
}

// child returns the first dependent of i with one of the relations, -1 for none.
// A relation without a subtype stands for all its subtypes.
func (r *reading) child(i int, rels ...string) int {
	for _, k := range r.kids[i] {
		if r.isRel(k, rels...) {
			return k
		}
	}
	return -1
}

func (r *reading) isRel(k int, rels ...string) bool {
	rel := r.rel(k)
	for _, want := range rels {
		if rel == want || base(rel) == want {
			return true
		}
	}
	return false
}

// children returns the dependents of i with one of the relations.
func (r *reading) children(i int, rels ...string) []int {
	var out []int
	for _, k := range r.kids[i] {
		if r.isRel(k, rels...) {
			out = append(out, k)
		}
	}
	return out
}

// subtree returns the tokens from the first to the last below i.
func (r *reading) subtree(i int) lang.Range { return lang.Range{Start: r.lo[i], End: r.hi[i]} }

// conjuncts returns i and everything coordinated with it.
func (r *reading) conjuncts(i int) []int {
	out := []int{i}
	for _, k := range r.kids[i] {
		switch base(r.rel(k)) {
		case "conj":
			out = append(out, r.conjuncts(k)...)
		case "flat": // "Ilse Marrow and Rena Holt", joined at the last part of the name
			out = append(out, r.conjuncts(k)[1:]...)
		}
	}
	return out
}

// own returns the subtree of i without its later conjuncts: what belongs to i alone.
func (r *reading) own(i int) lang.Range {
	s := r.subtree(i)
	end := s.End
	for _, k := range r.kids[i] {
		if base(r.rel(k)) == "conj" && k > i {
			end = min(end, r.lo[k])
		}
	}
	// The conjunction and the comma before the next conjunct go with it.
	for end > i+1 && (r.upos(end-1) == "CCONJ" || r.upos(end-1) == "PUNCT") {
		end--
	}
	return lang.Range{Start: s.Start, End: end}
}

// nounPhrase returns the words of a nominal without its clauses and conjuncts.
func (r *reading) nounPhrase(i int) lang.Range {
	s := lang.Range{Start: i, End: i + 1}
	for _, k := range r.kids[i] {
		switch base(r.rel(k)) {
		case "conj", "cc", "punct", "acl", "appos", "parataxis", "cop", "nsubj", "aux", "case", "mark", "advcl", "obl", "csubj", "list", "dep", "advmod", "expl":
			continue
		}
		if k > i && base(r.rel(k)) == "amod" && sequence[r.lower(k)] {
			continue // "the commission | last met in May"
		}
		sub := r.own(k)
		s.Start, s.End = min(s.Start, sub.Start), max(s.End, sub.End)
	}
	return s
}

// sequence are the words before a verb for when it was done that pass for adjectives of the noun before them.
var sequence = words{"last": true, "first": true, "next": true}

// caseOf returns the preposition of a nominal, its parts joined: "of", "because of"; "" for none.
func (r *reading) caseOf(i int) string {
	for _, k := range r.kids[i] {
		if base(r.rel(k)) == "case" && r.upos(k) != "PART" {
			p := r.lower(k)
			for _, f := range r.kids[k] {
				if base(r.rel(f)) == "fixed" {
					p += " " + r.lower(f)
				}
			}
			return p
		}
	}
	for _, k := range r.kids[i] { // "with Ilse Marrow", where the tree hung the preposition on the first name
		if rel := r.rel(k); k < i && (rel == "compound" || base(rel) == "flat" || rel == "nmod:desc") && len(r.kids[k]) > 0 {
			if p := r.caseOf(k); p != "" {
				return p
			}
		}
	}
	return ""
}

// sentence returns the tokens of the sentence that holds i, none behind the last token.
func (r *reading) sentence(i int) lang.Range {
	if r.has(i) {
		return r.doc.Sentences[r.sent[i]].Range
	}
	return lang.Range{Start: len(r.doc.Tokens), End: len(r.doc.Tokens)}
}

// anyIn returns the first token of a range whose lemma or form is in the set, -1 for none.
func (r *reading) anyIn(s lang.Range, set words) int {
	for i := s.Start; i < s.End; i++ {
		if set[r.lemma(i)] || set[r.lower(i)] {
			return i
		}
	}
	return -1
}
