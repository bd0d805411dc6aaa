package claim

import (
	"slices"
	"strings"

	"rapporteur"
)

// Whether one voice answers another that it is not so is weighed by signs: how the two
// stand to each other in the report, with which verbs they are told, what the one says was
// and the other was not, what they have in common. The weights are in the lexicon; they were
// fitted by logistic regression to marked answers (model/predicates.md tells which).

// answering is how much the signs must come to for a turn to answer another. Where a rule finds
// that it does, they must not speak against it by as much.
const answering = 0.8

// signs are what speaks for a turn's answering another, or against it, by name.
type signs map[string]bool

// weight is what signs come to.
func (s signs) weight() (sum float64) {
	for _, w := range lex().answers.weights {
		if !slices.ContainsFunc(w.signs, func(name string) bool { return !s[name] }) {
			sum += w.weight
		}
	}
	return sum
}

// weighed is the weight of signs that stand together.
type weighed struct {
	signs  []string
	weight float64
}

// signsOf reads how a turn stands to one before it, with so many sentences of others between.
func (r *reading) signsOf(a, b *utterance, far int) signs {
	l := &lex().answers
	last := a.chain
	if len(last) > 0 {
		last = last[len(last)-1:]
	}
	typed := func(chain []rapporteur.Source, t rapporteur.SourceType) bool {
		return slices.ContainsFunc(chain, func(v rapporteur.Source) bool { return v.Type == t })
	}
	first, second := r.doc.Sentences[a.n].Range, r.doc.Sentences[b.n].Range
	opening := second
	opening.End = min(opening.Start+3, opening.End)
	if a.n == b.n {
		opening.Start, opening.End = max(opening.Start, b.Start-4), min(b.End, b.Start+4)
	}
	rebuffs, brushes, shrugs := r.rebuffsIn(b)
	s := signs{
		"always": true, "same": a.n == b.n, "adjacent": far < 2, "distant": far > 1, "far": far > 2,
		"paragraph": (r.inParagraphs() || !(rebuffs || brushes || b.denies || r.mattersOf(b).such)) && r.doc.Sentences[a.n].Paragraph != r.doc.Sentences[b.n].Paragraph, "sentence": a.n < b.n && r.lastOf(a),
		"denies": b.denies, "denied": a.denies, "rebuff": rebuffs, "brush": brushes || shrugs, "own": len(a.chain) == 0,
		"times": r.timesDiffer(a.Range, b.Range), "question": r.form(first.End-1) == "?",
		"counters": r.cuedBy(b, l.Counters), "replies": r.cuedBy(b, l.Replies), "claims": r.cuedBy(a, l.Claims),
		"doubted": r.anyIn(first, l.Doubted) >= 0, "doubts": r.anyIn(second, l.Doubted) >= 0, "against": r.anyIn(opening, l.Against) >= 0,
		"wanted": r.wantsIn(a), "wants": r.wantsIn(b), "will": r.yetToBe(a), "would": r.yetToBe(b), "points": r.pointsIn(b),
		"outlet": typed(a.chain, rapporteur.OutletSource), "unnamed": typed(last, rapporteur.AnonymousSource), "unnamed-too": typed(b.chain[len(b.chain)-1:], rapporteur.AnonymousSource),
		"past": r.ofPast(a) && r.ofPast(b), "long": b.Len() > 25, "quote": b.Len() > 1 && (r.direct(b.Start) || r.direct(b.Start+1)),
		"tale": r.whoseTale(b.at, second) != "",
		"none": r.anyIn(b.Range, l.None) >= 0, "named": r.namesVoice(a, b), "names": r.namesVoice(b, a),
		"rule": r.readIn(a) && !a.denies && r.gainsaysWith(a, b, far, rebuffs || brushes) > 0,
	}
	was, not := r.anyIn(a.Range, l.Not) >= 0, r.anyIn(b.Range, l.Not) >= 0
	s["negated"], s["negative"], s["neither"] = was && !not, not && !was, was && not
	r.inCommon(a, b, s)
	return s
}

// inParagraphs reports whether the report's paragraphs hold several sentences: where each is one
// sentence, a new one does not part a denial from what it denies.
func (r *reading) inParagraphs() bool {
	n := len(r.doc.Sentences)
	return n > 0 && n >= 2*(r.doc.Sentences[n-1].Paragraph-r.doc.Sentences[0].Paragraph+1)
}

// inCommon adds what two turns tell of the same to the signs.
func (r *reading) inCommon(a, b *utterance, s signs) {
	x, y := r.mattersOf(a), r.mattersOf(b)
	words, deeds := x.inCommon(y)
	s["word"], s["words"], s["many"], s["common"], s["deeds"], s["such"] = words == 1, words == 2, words > 2, words == 1 || words == 2, deeds > 0, y.such
	n := r.opposed(x.so, y.not)
	s["agrees"] = b.denies && n == 0 && denied(x, y)
	s["two"] = n == 0 && r.ofTwo(x.so, y.not)
	s["opposed"], s["opposed-more"], s["reverse"] = n > 0, n > 1, r.opposed(x.not, y.so) > 0
	p, q := r.tellingsOf(a), r.tellingsOf(b)
	c := 0
	told := func(list map[string]int, d string) bool {
		_, ok := list["@"+d]
		return ok && plainly[d]
	}
	for d := range q.not {
		if d == "near" {
			continue // see exchangestages.go
		}
		if (p.so[d] || told(x.so, d)) && !p.not[d] {
			c++
		}
	}
	for d := range q.so {
		if d == "near" {
			continue
		}
		if (p.not[d] || told(x.not, d)) && !p.so[d] {
			c++
		}
	}
	for d := range plainly { // told by a phrase before, by its verb now
		if p.so[d] && !q.not[d] && told(y.not, d) || p.not[d] && !q.so[d] && told(y.so, d) {
			c++
		}
	}
	s["contrary"], s["contraries"], s["contrary-any"] = c == 1, c > 1, c > 0
}

// plainly are deeds whose verbs tell nothing else: that somebody is still there contradicts that he left.
var plainly = words{"leave": true, "free": true, "attend": true, "cross": true, "attack": true, "discuss": true}

// ofTwo reports whether what one tells was so is told not to be so of another.
func (r *reading) ofTwo(so, not map[string]int) bool {
	for w, j := range not {
		if i, ok := so[w]; ok && i >= 0 && j >= 0 && r.deedsOfTwo(r.clause(i), r.clause(j)) {
			return true
		}
	}
	return false
}

// denied reports whether what one tells was not is what another speaks of.
func denied(x, y *matters) bool {
	for w := range x.not {
		_, so := y.so[w]
		if _, not := y.not[w]; so || not {
			return true
		}
	}
	return false
}

// lastOf reports whether nothing else is told behind a turn in its sentence.
func (r *reading) lastOf(a *utterance) bool {
	for i := a.End; i < r.doc.Sentences[a.n].End; i++ {
		if r.clause(i) != nil && r.upos(i) == "VERB" && !r.cue[i] {
			return false
		}
	}
	return true
}

// ofPast reports whether a turn tells of what was.
func (r *reading) ofPast(a *utterance) bool {
	for i := a.Start; i < a.End; i++ {
		if c := r.clause(i); c != nil && (c.past || c.perfect) {
			return true
		}
	}
	return false
}

// cuedBy reports whether a turn is told with one of some verbs.
func (r *reading) cuedBy(t *utterance, list words) bool {
	if t.by < 0 {
		return list[r.lemma(t.at)]
	}
	for _, c := range r.said.Attributions[t.by].Cue {
		for i := c.Start; i < c.End; i++ {
			if list[r.lemma(i)] {
				return true
			}
		}
	}
	return false
}

// pleads reports whether a turn is told as a wish or a call: "called for", "urged".
func (r *reading) pleads(t *utterance) bool { return r.cuedBy(t, lex().answers.Pleads) }

// namesVoice reports whether a turn speaks of whoever says another.
func (r *reading) namesVoice(a, b *utterance) bool {
	if len(b.chain) == 0 {
		return false
	}
	const stem = 5 // letters: "Brazil", "Brazilian"
	names := words{}
	for _, w := range strings.Fields(strings.ToLower(b.chain[len(b.chain)-1].Name)) {
		if w = strings.TrimSuffix(strings.Trim(w, ",.'’"), "'s"); len(w) > 2 && !lex().answers.Anybody[w] {
			names[w], names[w[:min(stem, len(w))]] = true, len(w) > stem || names[w[:min(stem, len(w))]]
		}
	}
	for i := a.Start; i < a.End; i++ {
		w := r.lower(i)
		switch {
		case r.upos(i) != "PROPN" && r.upos(i) != "NOUN":
		case names[w], names[r.lemma(i)], r.upos(i) == "PROPN" && len(w) > stem && names[w[:stem]]:
			return true
		}
	}
	return false
}

// tellings are the deeds that a turn says were so and were not, by the phrases that tell them.
type tellings struct{ so, not words }

// telling is a phrase that tells a deed, or that it was not so.
type telling struct {
	deed  string
	words []string
	not   bool
}

// tellingsOf reads the phrases of a turn. They are read once.
func (r *reading) tellingsOf(t *utterance) *tellings {
	if t.tells != nil {
		return t.tells
	}
	t.tells = &tellings{words{}, words{}}
	for i := t.Start; i < t.End; i++ {
		for k, first := range []string{r.lemma(i), r.lower(i), whose} {
			if k == 1 && first == r.lemma(i) {
				continue
			}
			for _, p := range lex().contraries.phrases[first] {
				if !r.phraseAt(i, t.End, p.words) {
					continue
				}
				if p.not != r.negatedAt(i, t.Start) {
					t.tells.not[p.deed] = true
				} else {
					t.tells.so[p.deed] = true
				}
			}
		}
	}
	return t.tells
}

// whose stands in a phrase for a pronoun or a name.
const whose = "~"

// phraseAt reports whether a phrase of lemmas stands at a token.
func (r *reading) phraseAt(i, end int, list []string) bool {
	if i+len(list) > end {
		return false
	}
	for k, w := range list {
		at := i + k
		switch {
		case w == whose:
			if r.upos(at) != "PRON" && r.upos(at) != "PROPN" && r.doc.Tokens[at].XPOS != "PRP$" {
				return false
			}
		case r.lemma(at) != w && r.lower(at) != w:
			return false
		}
	}
	return true
}

// negatedAt reports whether the words before a phrase, or its predicate, say that it is not so.
func (r *reading) negatedAt(i, start int) bool {
	for k := i - 1; k >= max(start, i-3); k-- {
		if lex().answers.Not[r.lower(k)] {
			return true
		}
	}
	c := r.clause(i)
	return c != nil && (c.neg || r.nobodyDoes(c))
}
