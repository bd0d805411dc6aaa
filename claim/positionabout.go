package claim

import (
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/lang"
)

// matterWords returns the words for what a stance is about: its object with what
// belongs to it, a deed as a gerund ("refuses to sign the annex": "signing the annex").
func (r *reading) matterWords(c *clause, s stand) string {
	if s.deed && (c.verb == "agree" || c.verb == "consider" || c.verb == "entertain") && len(c.comp)+len(c.obj) > 0 {
		return r.about(nil, s, append(slices.Clone(c.comp), c.obj...)[0])
	}
	if s.deed && len(s.targets) > 0 {
		return r.deedWords(c.head)
	}
	if s.stance == rapporteur.Rejects && objectControl[c.verb] { // "urged the members not to accept the offer"
		for _, k := range c.comp {
			if x := r.clause(k); x != nil && x.neg && x.mark == "to" && x.lexical(lex().positions.Verbs) == "accepts" && len(x.obj) > 0 && x.obj[0] > k {
				return r.about(nil, s, x.obj[0])
			}
		}
	}
	first := -1
	for _, t := range s.targets {
		if t >= 0 && t < len(r.sent) && r.sent[t] == r.sent[c.head] && !isRelative(r.lower(t)) {
			first = r.apposedTo(t)
			break
		}
	}
	if first < 0 {
		return ""
	}
	if r.rel(c.head) == "acl:relcl" && r.head(c.head) == first && base(r.rel(first)) == "nmod" && r.caseOf(first) == "in" && r.upos(first) == "PROPN" && r.upos(r.head(first)) == "NOUN" {
		first = r.head(first) // "a truce in Lent, which the rebels turned down"
	}
	if t := first; t < c.head && r.within(c.head, t) && (r.clause(t) == nil || r.clause(t).copula) { // "the agreement he hailed as …"
		np := r.nounPhrase(t)
		for np.Start < t && r.upos(np.Start) == "ADP" {
			np.Start++
		}
		end := r.lo[c.head]
		for k := c.head; k >= 0 && k != t; k = r.head(k) {
			end = min(end, r.lo[k])
		}
		np.End = max(np.End, min(end, r.extent(t)))
		if end > t {
			np.End = min(np.End, end)
		}
		if w, _ := r.summary(np); strings.Contains(w, " ") {
			return r.decapital(w, np.Start)
		}
	}
	return r.about(c, s, first)
}

// about returns the words for one target of a stance.
func (r *reading) about(c *clause, s stand, t int) string {
	l := &lex().positions
	if r.upos(t) == "PRON" {
		if l := r.lower(t); strings.HasPrefix(l, "some") || strings.HasPrefix(l, "any") || strings.HasPrefix(l, "no") || l == "what" {
			return ""
		}
		return r.antecedent(t)
	}
	x := r.clause(t)
	if x == nil {
		if c != nil && !s.settled && (slices.Contains(c.obj, t) || slices.Contains(c.iobj, t)) && len(c.comp) > 0 && c.comp[0] > t {
			if x := r.clause(c.comp[0]); x != nil && x.mark == "that" && t > c.head && r.personal([]int{t}) {
				return r.about(c, s, c.comp[0]) // "insisted to Holt that the talks should go on"
			}
			// "wants the tariffs lifted", "asked Norvana to reduce …"
			from := r.nounPhrase(t).Start
			return r.wordsTo(from, c.comp[0])
		}
		return r.nominalWords(t)
	}
	switch {
	case x.copula && x.mark == "to" && l.Adjectives[r.lemma(t)] != "" && len(x.obl) > 0: // "ready to be flexible on the prisoners"
		return r.nominalWords(x.obl[0].head)
	case r.doc.Tokens[t].XPOS == "VBN" && len(x.subj) > 0 && x.subj[0] < t && r.head(x.subj[0]) == t: // "wants the clause taken out"
		return r.wordsTo(r.nounPhrase(x.subj[0]).Start, t)
	case x.mark == "to" || r.doc.Tokens[t].XPOS == "VBG" || s.stance == rapporteur.Rejects && x.neg && x.modal != "":
		if c != nil && objectControl[c.verb] && s.stance != rapporteur.Reserves {
			for _, o := range append(slices.Clone(c.obj), c.iobj...) {
				if o < t && o > c.head && r.clause(o) == nil && !l.Lists.Causes[r.lemma(o)] {
					return r.wordsTo(r.nounPhrase(o).Start, t)
				}
			}
		}
		if k := r.child(t, "nsubj"); k >= 0 && r.upos(k) != "PRON" && !(s.stance == rapporteur.Rejects && x.neg) { // "wants Norvana to lift …"
			return r.wordsTo(r.nounPhrase(k).Start, t)
		}
		if v := x.lexical(l.Verbs); v == "accepts" && len(x.obj) > 0 && x.obj[0] > t { // "refused to back the draft"
			return r.about(nil, s, x.obj[0])
		}
		if s.stance == rapporteur.Demands && x.mark == "to" {
			return r.toDo(t)
		}
		return r.deedWords(t)
	case r.upos(t) == "VERB" || x.copula:
		from := r.lo[t]
		for from < t && !r.saysMuch(from) && (r.upos(from) == "SCONJ" || r.upos(from) == "PUNCT" || r.upos(from) == "CCONJ") {
			from++
		}
		return r.wordsTo(from, t)
	}
	return r.nominalWords(t)
}

// deedWords tells what a predicate does as a gerund: "renegotiating the treaty".
func (r *reading) deedWords(i int) string {
	w := gerund(r.lemma(i))
	if r.doc.Tokens[i].XPOS == "VBG" {
		w = r.lower(i)
	}
	if cop := r.child(i, "cop"); cop >= 0 && r.doc.Tokens[i].XPOS != "VBG" {
		if p := r.caseOf(i); p == "outside" || p == "out of" {
			return r.nominalWords(i) // "to be outside the union"
		}
		w = "being " + r.form(i)
	}
	end := r.extent(i)
	rest := ""
	if end > i+1 {
		rest, _ = r.summary(lang.Range{Start: i, End: end})
		_, rest, _ = strings.Cut(rest, " ")
		if r.child(i, "cop") >= 0 {
			rest = strings.TrimPrefix(rest, r.form(i)+" ")
		}
	}
	return balanced(strings.TrimSpace(w + " " + rest))
}

// nominalWords returns a nominal with its complements, lists included.
func (r *reading) nominalWords(t int) string {
	np := r.nounPhrase(t)
	from := np.Start
	for from < t && (r.upos(from) == "ADP" || (r.lower(from) == "least" || r.lower(from) == "most") && r.upos(from+1) == "ADP") {
		from++
	}
	w := r.wordsTo(from, t)
	if from > 0 && r.lower(from) == "least" && r.lower(from-1) == "at" && w != "" {
		w = "at " + w
	}
	if k := r.complementBeside(t); k >= 0 {
		w += " " + r.wordsTo(r.hi[t], k)
	}
	if !strings.Contains(w, " ") && lex().positions.Lists.Things[r.lemma(t)] {
		return ""
	}
	return w
}

// complementBeside returns the complement of noun t that stands right behind it, though the tree hung it
// on the verb: "rejected calls | for a tariff cut", "opposes any cut | in the fee"; -1 for none.
func (r *reading) complementBeside(t int) int {
	h, end := r.head(t), r.extent(t)
	if end != r.hi[t] || h < 0 || h > t || r.clause(h) == nil {
		return -1
	}
	for _, k := range r.children(h, "obl") {
		p := r.caseOf(k)
		switch {
		case r.unheeded(r.lo[k], r.lo[k]+1) == r.lo[k]: // "pushed for a cap | over the objections of the governors"
		case r.lo[k] != end || k < t || r.timeAt[k] >= 0 && !(p == "over" && r.child(t, "nummod") >= 0) || r.lemma(k) == "time":
		case besides[p], p == "from" && lex().positions.Lists.Freedoms[r.lemma(t)], p == "in" && (lex().points.Acts[r.lemma(t)] || amounts[strings.TrimSuffix(r.lemma(t), "s")]) && r.typeAt(k) != lang.LOC, p == "to" && gifts[r.lemma(h)] && r.upos(k) == "NOUN" && !r.personal([]int{k}):
			return k
		}
	}
	return -1
}

// amounts are nouns for how much of something: "tens of billions | in tariffs".
var amounts = words{"ten": true, "dozen": true, "hundred": true, "thousand": true, "million": true, "billion": true, "trillion": true, "dollar": true, "euro": true, "pound": true, "percent": true}

// besides are prepositions that belong to the noun before them rather than to its verb.
var besides = words{"of": true, "on": true, "for": true, "about": true, "over": true, "against": true, "between": true}

// wordsTo returns the words from a token to the end of what belongs to predicate or noun i.
func (r *reading) wordsTo(from, i int) string {
	end := r.extent(i)
	if from > i || end <= from {
		return ""
	}
	if r.lower(from) == "no" && r.upos(from) == "DET" && end > from+1 && !r.noDeal(i) {
		from++ // "would accept no changes": what is rejected is changes
	}
	w, _ := r.summary(lang.Range{Start: from, End: end})
	if r.upos(from) == "ADP" && from < i && !strings.HasPrefix(w, r.lower(from)) {
		w = r.form(from) + " " + w
	}
	return r.decapital(w, from)
}

// decapital takes the capital off words that began a sentence at token i.
func (r *reading) decapital(w string, i int) string {
	sent := r.sentence(i)
	if w == "" || i > sent.Start+1 || r.upos(i) == "PROPN" || r.nameAt(i) != nil {
		return w
	}
	first, rest, _ := strings.Cut(w, " ")
	if low := strings.ToLower(first[:1]) + first[1:]; low == strings.ToLower(first) && first != "I" {
		return strings.TrimSpace(low + " " + rest)
	}
	return w
}

// extent returns where the words of a noun or predicate end: its list and its
// complements are with it; what is told beside them is not.
func (r *reading) extent(i int) int {
	end := min(r.hi[i], r.listEnd(i))
	if r.clause(i) != nil { // conjuncts of a predicate are deeds of their own
		end = min(end, r.own(i).End)
	}
	var cut func(int)
	cut = func(h int) {
		for _, k := range r.kids[h] {
			if k < i || r.lo[k] >= end {
				continue
			}
			comma := r.lo[k] > 0 && (r.form(r.lo[k]-1) == "," || r.form(r.lo[k]) == ",")
			loose := false
			switch rel := r.rel(k); {
			case base(rel) == "parataxis", base(rel) == "appos" && (comma || r.upos(k) != "PROPN") && !r.inList(k), base(rel) == "discourse", base(rel) == "dep":
				loose = true
			case base(rel) == "conj" && lex().positions.Nominal[r.lemma(k)] != "" && r.child(k, "nmod:poss") >= 0:
				loose = true // "reforms and Estrel's call for …"
			case base(rel) == "amod" && k > h && r.hi[k] == k+1 && r.doc.Tokens[k].XPOS != "JJ", base(rel) == "obj" && r.clause(h) == nil, base(rel) == "nmod" && r.caseOf(k) == "by" && (r.isTextNoun(h) || r.lemma(k) == "percent" || r.lemma(k) == "vote" || r.lemma(k) == "margin"):
				loose = true
			case base(rel) == "nmod" && r.timeAt[k] >= 0 && r.caseOf(k) == "on":
				loose = true // "the plan on Sunday"
			case rel == "acl:relcl":
				loose = comma || !r.anyOne(h)
			case base(rel) == "acl":
				loose = comma
			case base(rel) == "advcl":
				m := r.child(k, "mark")
				loose = comma || m < 0 || r.upos(m) != "ADP" && !besides[r.lower(m)] && r.lower(m) != "if" && r.lower(m) != "unless" && r.lower(m) != "until" && r.lower(m) != "to" && r.lower(m) != "before"
			case base(rel) == "punct":
				f := r.form(k)
				loose = f == ":" || f == ";" || f == "—" || f == "–" || f == "--"
			case base(rel) == "obl" && r.timeAt[k] >= 0 && r.caseOf(k) == "" && r.clause(h) != nil:
				loose = r.child(k, "nummod") < 0 || r.child(k, "det") < 0 // but "200 million a year"
			}
			if loose {
				end = min(end, max(r.lo[k], i+1))
				continue
			}
			cut(k)
		}
	}
	cut(i)
	for k := i + 1; k+1 < end; k++ {
		if f := r.lower(k); f == "as" && (r.lower(k+1) == "soon" || r.lower(k+1) == "part") {
			end = k
			break
		}
		if r.form(k) != "," && r.form(k) != "—" {
			continue
		}
		switch f := r.lower(k + 1); {
		case isRelative(f) && f != "that", f == "while", f == "but", f == "as", f == "saying", f == "though", f == "although", f == "where", f == "when", f == "said", f == "says", f == "after", f == "because", f == "so",
			r.doc.Tokens[k+1].XPOS == "VBG" && r.upos(k+1) == "VERB" && r.rel(k+1) != "amod" && !r.stepsOn(k+1):
			end = k
		}
	}
	end = r.unheeded(i+1, end)
	if end-i > 32 {
		for k := i + 32; k > i+6; k-- {
			if r.form(k) == "," || r.lower(k) == "and" && k < i+28 {
				end = k
				break
			}
		}
	}
	if last := end - 1; last > i && end < r.sentence(i).End { // "targeting an | additional 200 million"
		switch r.upos(last) {
		case "DET", "ADP", "NUM", "SYM":
			if h := r.head(last); h >= end && h < end+9 && r.sent[h] == r.sent[i] && (r.upos(h) == "NOUN" || r.upos(h) == "PROPN" || r.upos(h) == "SYM") {
				end = max(end, r.nounPhrase(h).End)
			}
		}
	}
	for end > i+1 && (r.upos(end-1) == "PUNCT" && r.form(end-1) != ")" && r.form(end-1) != "”" && r.form(end-1) != `"` || r.upos(end-1) == "CCONJ") {
		end--
	}
	return end
}

// stepsOn reports whether a participle goes on with a measure: "12 percent, falling to 8".
func (r *reading) stepsOn(k int) bool {
	for j := k + 1; j < min(k+4, r.sentence(k).End); j++ {
		if r.upos(j) == "NUM" {
			return r.upos(k+1) == "ADP" && (r.lower(k+1) == "to" || r.lower(k+1) == "by" || r.lower(k+1) == "from")
		}
	}
	return false
}

// inList reports whether an apposition is rather one of a list: "a cut, a cap and a ban".
func (r *reading) inList(k int) bool {
	return slices.ContainsFunc(r.kids[k], func(x int) bool { return base(r.rel(x)) == "conj" })
}

// anyOne reports whether a noun stands for any of its kind, so that its relative clause
// says which is meant: "any deal that leaves the tariffs".
func (r *reading) anyOne(i int) bool {
	d := r.child(i, "det")
	if d < 0 {
		return true
	}
	switch r.lower(d) {
	case "the", "this", "that", "these", "those":
		return false
	}
	return true
}

// gerund makes the -ing form of a verb.
func gerund(lemma string) string {
	verb, particle, _ := strings.Cut(lemma, " ")
	vowel := func(i int) bool { return strings.IndexByte("aeiou", verb[i]) >= 0 }
	n := len(verb)
	switch {
	case n < 2 || verb == "be":
		verb += "ing"
	case strings.HasSuffix(verb, "ie"):
		verb = verb[:n-2] + "ying"
	case verb[n-1] == 'e' && verb[n-2] != 'e' && verb[n-2] != 'o' && verb[n-2] != 'y':
		verb = verb[:n-1] + "ing"
	case n > 2 && !vowel(n-1) && strings.IndexByte("wxy", verb[n-1]) < 0 && vowel(n-2) && !vowel(n-3) && (strings.IndexAny(verb, "aeiou") == n-2 || doubled[verb]):
		verb += verb[n-1:] + "ing"
	default:
		verb += "ing"
	}
	if particle != "" {
		return verb + " " + particle
	}
	return verb
}

// doubled are verbs of more than one syllable that double their last letter.
var doubled = words{"admit": true, "commit": true, "permit": true, "submit": true, "prefer": true, "refer": true, "defer": true, "begin": true, "forget": true, "compel": true, "rebut": true, "transfer": true, "forbid": true, "control": true, "expel": true, "occur": true}
