package attribution

import (
	"sort"
	"strings"

	"rapporteur/lang"
)

// refer goes through the text and finds for every pronoun and every role without a
// name whom it stands for.
func (r *cast) refer() { r.newRanker().run() }

func (r *cast) newRanker() *ranker {
	k := &ranker{cast: r, weights: pronounWeights(), counts: map[int]int{}, subj: map[int]int{}, last: map[Gender]int{}, chiefs: map[string]int{}}
	n := len(r.doc.Tokens)
	k.speakerAt, k.contentAt, k.inCue = make([]int32, n), make([]int32, n), make([]bool, n)
	for a := range r.said.Attributions {
		x := &r.said.Attributions[a]
		for _, c := range x.Cue {
			for i := max(0, c.Start); i < min(c.End, n); i++ {
				k.inCue[i] = true
			}
		}
		for _, s := range x.Source {
			for i := max(0, s.Start); i < min(s.End, n); i++ {
				k.speakerAt[i] = int32(a + 1)
			}
		}
		for _, c := range x.Content {
			for i := max(0, c.Start); i < min(c.End, n); i++ {
				if was := k.contentAt[i]; was == 0 || size(r.said.Attributions[was-1].Content) > size(x.Content) {
					k.contentAt[i] = int32(a + 1)
				}
			}
		}
	}
	return k
}

func size(ranges []lang.Range) int {
	n := 0
	for _, x := range ranges {
		n += x.Len()
	}
	return n
}

func (k *ranker) run() {
	r := k.cast
	byHead := make([]int, len(r.mentions))
	for i := range byHead {
		byHead[i] = i
	}
	sort.SliceStable(byHead, func(a, b int) bool { return r.mentions[byHead[a]].head < r.mentions[byHead[b]].head })
	next := 0
	for i := range r.doc.Tokens {
		met := false
		for next < len(byHead) && r.mentions[byHead[next]].head <= i {
			k.meet(byHead[next])
			met = true
			next++
		}
		if met {
			k.pair(i)
			k.toldBefore(i)
			continue
		}
		if r.taken[i] > 0 || r.named[i] > 0 {
			continue
		}
		if p := r.pronounAt(i); p.class != noPronoun {
			k.pronoun(i, p)
			continue
		}
		if u := r.doc.Tokens[i].UPOS; u == "NOUN" || u == "PROPN" || u == "ADJ" || u == "VERB" {
			k.nominal(i)
		}
	}
}

// meet notes a mention as the last one so far.
func (k *ranker) meet(m int) {
	x := &k.cast.mentions[m]
	e := k.cast.find(x.ent)
	k.history = append(k.history, m)
	k.counts[e]++
	if x.gram == subject {
		k.subj[e]++
	}
}

// refers notes that the words at head mean an entity.
func (k *ranker) refers(rng lang.Range, head int, kind MentionKind, ent int) int {
	m := k.cast.addMention(rng, head, kind, ent)
	if k.cast.taken[head] == 0 {
		k.cast.taken[head] = int32(m + 1)
	}
	k.meet(m)
	return m
}

// pronoun resolves a pronoun of the third person or a relative one; those of the first wait for the voices.
func (k *ranker) pronoun(i int, p pronounWord) {
	r := k.cast
	here := lang.Range{Start: i, End: i + 1}
	switch p.class {
	case speaker:
		return
	case relativeWord:
		if e := r.relativeHead(i); e >= 0 {
			k.refers(here, i, ByPronoun, e)
		}
		return
	}
	cands := k.candidates(i, p)
	var best candidate
	if k.learn != nil {
		at := k.learn(i, p, append(cands, k.none(i, p)))
		if at >= len(cands) || at == -1 {
			return
		}
		if at >= 0 {
			best = cands[at]
			if e := &r.ents[best.ent]; p.class == thirdPerson && e.gender == UnknownGender {
				e.gender, e.byPronoun = p.gender, true
			}
			k.refers(here, i, ByPronoun, best.ent)
			k.last[p.gender] = best.ent
			return
		}
	}
	e := k.reporter(i, p)
	if e < 0 {
		e = k.goesOn(i, p)
	}
	if e < 0 {
		e = k.accordingTo(i, p)
	}
	if s := int(r.sent[i]); e < 0 && s > 0 && p.class == thirdPerson && i == r.doc.Sentences[s].Start && strings.HasPrefix(r.doc.Tokens[i].Rel, "nsubj") && !r.quoted[i] {
		e = k.onlySubject(i, p, s-1)
	}
	if e >= 0 {
		k.refers(here, i, ByPronoun, e)
		k.last[p.gender] = e
		k.owned(i, e)
		return
	}
	best = k.none(i, p)
	for _, c := range cands {
		if c.score > best.score {
			best = c
		}
	}
	if best.ent < 0 && p.class == thing && r.acts(i) {
		best = k.actor(i, cands)
	}
	if best.ent < 0 {
		return
	}
	x := &r.ents[best.ent]
	if p.class == thirdPerson && !x.told {
		if x.gender == UnknownGender {
			x.byPronoun = true
			x.gender = p.gender
		}
		if x.kind == lang.ORG && len(x.parts) <= 2 && r.lex.class(strings.ToLower(x.parts[len(x.parts)-1]))&institutionNoun == 0 {
			x.kind = lang.PER // an organisation is no she
		}
	}
	k.refers(here, i, ByPronoun, best.ent)
	k.last[p.gender] = best.ent
	k.owned(i, best.ent)
}

// acts reports whether "it" at token i does what only those do who negotiate: "it had offered".
func (r *cast) acts(i int) bool {
	t := &r.doc.Tokens[i]
	return t.Rel == "nsubj" && !r.quoted[i] && t.Head > i && r.doc.Tokens[t.Head].UPOS == "VERB" && doings[r.doc.Tokens[t.Head].Lemma]
}

// actor returns the likeliest of the bodies and states that are a subject in the sentence of token i or the one before.
func (k *ranker) actor(i int, cands []candidate) candidate {
	best := candidate{ent: -1}
	for _, c := range cands {
		e := &k.cast.ents[c.ent]
		body := e.kind == lang.ORG || e.kind == lang.LOC || e.kind == "" && e.class&institutionNoun != 0
		if body && k.subjectNear(c.ent, i) && (best.ent < 0 || c.score > best.score) {
			best = c
		}
	}
	return best
}

// subjectNear reports whether an entity is a subject before token i, in its sentence or the one before.
func (k *ranker) subjectNear(ent, i int) bool {
	for h := len(k.history) - 1; h >= 0; h-- {
		m := &k.cast.mentions[k.history[h]]
		if k.cast.sent[i]-m.sent > 1 {
			return false
		}
		if m.gram == subject && m.head < i && k.cast.find(m.ent) == ent {
			return true
		}
	}
	return false
}

// doings are verbs of what only people and bodies do.
var doings = wordSet("say tell offer propose demand want reject accept agree refuse urge ask insist warn accuse announce pledge promise threaten vow seek intend hope decide sign deny welcome criticise criticize oppose condemn complain concede admit argue claim declare decline deem denounce dismiss endorse blame thank invite withdraw negotiate retaliate consent object ratify")

// reporter returns the source of the indirect content whose first subject "it" or
// "they" at token i is: "the union said it would strike"; -1 for none.
func (k *ranker) reporter(i int, p pronounWord) int {
	at := k.contentAt[i]
	if p.class != thing && p.class != many || at == 0 || k.cast.quoted[i] || !strings.HasPrefix(k.cast.doc.Tokens[i].Rel, "nsubj") {
		return -1
	}
	a := &k.said.Attributions[at-1]
	c := a.Content[0]
	if len(a.Source) == 0 || i > c.Start+1 || i < c.Start || a.Source[0].Start > i {
		return -1
	}
	h := k.cast.voiceHead(a.Source[0])
	if h < 0 {
		return -1
	}
	m := k.cast.mentionAt(h)
	if m < 0 {
		return -1
	}
	e := k.cast.find(k.cast.mentions[m].ent)
	if k.agrees(&k.cast.ents[e], p) {
		return e
	}
	return -1
}

// goesOn returns who goes on speaking where words are given to "he", "she" or "it" at
// token i behind them: whoever spoke last in the sentence before those words, if
// nobody else acts after that; -1 for none.
func (k *ranker) goesOn(i int, p pronounWord) int {
	r := k.cast
	at := k.speakerAt[i]
	if p.class != thirdPerson && p.class != thing || at == 0 || r.quoted[i] || !strings.HasPrefix(r.doc.Tokens[i].Rel, "nsubj") {
		return -1
	}
	a := &k.said.Attributions[at-1]
	if len(a.Content) == 0 {
		return -1
	}
	if a.Content[0].Start > i {
		return k.addsTo(i, p, a)
	}
	if a.Quoted != Direct && (a.Content[0].End > i || a.Attitude) {
		return -1
	}
	s := int(r.sent[a.Content[0].Start])
	if s == 0 || a.Content[0].Start > r.doc.Sentences[s].Start+2 { // but for "But “"
		return -1
	}
	if e := k.spokeIn(i, p, s-1); e >= 0 || p.class != thirdPerson {
		return e
	}
	return k.onlySubject(i, p, s-1)
}

// onlySubject returns the person who is the subject of sentence s, of the same paragraph, where he who goes
// on to speak at token i may be he: "Her adviser Jens Holm was blunter. The offer, he said, …"; -1 for none.
func (k *ranker) onlySubject(i int, p pronounWord, s int) int {
	r := k.cast
	if r.doc.Sentences[s].Paragraph != r.doc.Sentences[r.sent[i]].Paragraph || r.isQuoted(r.doc.Sentences[s].Range) {
		return -1
	}
	best := -1
	for h := len(k.history) - 1; h >= 0 && int(r.mentions[k.history[h]].sent) >= s; h-- {
		m := &r.mentions[k.history[h]]
		e := r.find(m.ent)
		x := &r.ents[e]
		if x.kind != lang.PER || m.gram == possessive || e == best {
			continue
		}
		if best >= 0 || int(m.sent) != s || m.gram != subject || !r.inMainClause(r.clauseHead(m.head)) || !k.agrees(x, p) || x.gender != UnknownGender && x.gender != p.gender || k.namedInOwnWords(i, e) {
			return -1
		}
		best = e
	}
	return best
}

// clauseHead returns the predicate of which the nominal at token i is the subject.
func (r *cast) clauseHead(i int) int {
	for steps := 0; i >= 0 && steps < 4; steps++ {
		rel, _, _ := strings.Cut(r.doc.Tokens[i].Rel, ":")
		i = r.doc.Tokens[i].Head
		if rel == "nsubj" {
			return i
		}
	}
	return i
}

// addsTo returns who opens a sentence as "he" or "she" at token i and adds something, "He added: “…”",
// "She also said that": whoever spoke in the sentence before, or in that before its quotations; -1 for none.
func (k *ranker) addsTo(i int, p pronounWord, a *Attribution) int {
	r := k.cast
	s := int(r.sent[i])
	first := r.doc.Sentences[s]
	if p.class != thirdPerson || a.Attitude || s == 0 || i > first.Start+1 {
		return -1
	}
	h := r.cueHead(a)
	if h < 0 || !sayings[r.doc.Tokens[h].Lemma] && classOf(r.doc.Tokens[h].Lemma, "VERB")&speech == 0 {
		return -1
	}
	const back = 6 // sentences of a quotation
	at := s - 1
	for n := 0; n < back && at > 0 && r.isQuoted(r.doc.Sentences[at].Range); n++ {
		at--
	}
	if r.doc.Sentences[at].Heading || first.Paragraph-r.doc.Sentences[at].Paragraph > s-at {
		return -1
	}
	return k.spokeIn(i, p, at)
}

// inMainClause reports whether the predicate at token i is that of its sentence, or stands beside it.
func (r *cast) inMainClause(i int) bool {
	for steps := 0; i >= 0 && steps < 5; steps++ {
		switch r.doc.Tokens[i].Rel {
		case "root":
			return true
		case "conj", "parataxis":
			i = r.doc.Tokens[i].Head
		default:
			return false
		}
	}
	return false
}

// apposedName returns the person named beside the office at token h within a source, "the envoy,
// Otto Varga, said", ent where there is none.
func (r *cast) apposedName(h int, source lang.Range, ent int) int {
	s := r.doc.Sentences[r.sent[h]]
	for i := h + 1; i < min(source.End+4, h+4, s.End); i++ {
		if n := r.named[i]; n > 0 && r.doc.Form(i-1) == "," && r.ents[r.find(r.mentions[n-1].ent)].kind == lang.PER {
			return r.find(r.mentions[n-1].ent)
		}
	}
	return ent
}

// isQuoted reports whether a sentence is nothing but words in quotation marks.
func (r *cast) isQuoted(s lang.Range) bool {
	for i := s.Start; i < s.End; i++ {
		if !r.quoted[i] && !isPunct(r.doc.Form(i)) && !isQuote(r.doc.Form(i)) {
			return false
		}
	}
	return true
}

// spokeIn returns who speaks in sentence s and goes on as "he", "she" or "it" at token i, -1 for none.
func (k *ranker) spokeIn(i int, p pronounWord, s int) int {
	r := k.cast
	last := r.doc.Sentences[s]
	best, where, main := -1, -1, false
	for n := range k.said.Attributions {
		a := &k.said.Attributions[n]
		if a.Parent >= 0 || a.Attitude || len(a.Cue) == 0 || len(a.Source) == 0 || !last.Contains(a.Cue[0].Start) || r.quoted[a.Source[0].Start] {
			continue
		}
		h := r.voiceHead(a.Source[0])
		above := r.inMainClause(r.cueHead(a))
		if h < 0 || main && !above || main == above && a.Cue[0].Start <= where {
			continue
		}
		best, where, main = -1, a.Cue[0].Start, above
		if m := r.mentionAt(h); m >= 0 && (strings.HasPrefix(r.doc.Tokens[h].Rel, "nsubj") || a.Source[0].Start == last.Start || a.Source[0].End == a.Cue[0].Start) {
			best = r.find(r.mentions[m].ent)
		}
		if p.class == thirdPerson && best >= 0 && r.ents[best].kind == "" {
			best = r.apposedName(h, a.Source[0], best)
		}
	}
	if best < 0 {
		return -1
	}
	e := &r.ents[best]
	if k.namedInOwnWords(i, best) || p.class == thing && (!k.agrees(e, p) || e.kind != lang.ORG && e.class&(institutionNoun|outletNoun|documentNoun) == 0) {
		return -1
	}
	if p.class == thing {
		return best
	}
	if !k.agrees(e, p) || e.kind != lang.PER && e.kind != "" || e.gender != UnknownGender && e.gender != p.gender {
		return -1
	}
	return best
}

// accordingTo returns the body or outlet that tells what follows "According to it" at the head
// of a sentence: whoever told the last of the sentence before, or its subject; -1 for none.
func (k *ranker) accordingTo(i int, p pronounWord) int {
	r := k.cast
	s := int(r.sent[i])
	if p.class != thing || s == 0 || i != r.doc.Sentences[s].Start+2 || r.lower(i-1) != "to" || r.lower(i-2) != "according" {
		return -1
	}
	last := r.doc.Sentences[s-1]
	best, where := -1, -1
	body := func(h int) int {
		if h < 0 || r.mentionAt(h) < 0 {
			return -1
		}
		for k := max(last.Start, h-4); k < h && r.named[h] == 0; k++ {
			if r.doc.Tokens[k].UPOS == "PROPN" && r.doc.Tokens[k].Head == h {
				return -1 // "the Lund-Tarn news agency", whom nothing else names
			}
		}
		e := r.find(r.mentions[r.mentionAt(h)].ent)
		if x := &r.ents[e]; x.kind != lang.ORG && x.class&(institutionNoun|outletNoun) == 0 || !k.agrees(x, p) {
			return -1
		}
		return e
	}
	for n := range k.said.Attributions {
		a := &k.said.Attributions[n]
		if len(a.Cue) == 0 || len(a.Source) == 0 || !last.Contains(a.Cue[0].Start) || a.Cue[0].Start <= where {
			continue
		}
		if e := body(r.voiceHead(a.Source[0])); e >= 0 {
			best, where = e, a.Cue[0].Start
		}
	}
	for h := last.Start; h < last.End && best < 0; h++ {
		if t := &r.doc.Tokens[h]; strings.HasPrefix(t.Rel, "nsubj") && t.Head >= 0 && r.doc.Tokens[t.Head].Rel == "root" {
			best = body(h)
		}
	}
	return best
}

// relativeHead returns the entity that "who" at token i is about, -1 for none.
func (r *cast) relativeHead(i int) int {
	at := i
	for range 4 {
		t := &r.doc.Tokens[at]
		if t.Head < 0 {
			break
		}
		if strings.HasPrefix(t.Rel, "acl") {
			if m := r.mentionAt(t.Head); m >= 0 && t.Head < i {
				return r.whoIs(i, r.find(r.mentions[m].ent))
			}
			break
		}
		at = t.Head
	}
	for j := i - 1; j >= max(0, i-3) && r.sent[j] == r.sent[i]; j-- {
		if m := r.mentionAt(j); m >= 0 {
			return r.whoIs(i, r.find(r.mentions[m].ent))
		}
		if !isPunct(r.doc.Form(j)) && r.doc.Tokens[j].UPOS != "ADP" {
			break
		}
	}
	return -1
}

// whoIs returns whom "who" at token i is about, where the words before it end in the outlet or
// body e: the person named before it in an apposition, "Hugo Vale, editor at the Courier, who".
func (r *cast) whoIs(i, e int) int {
	if x := &r.ents[e]; x.kind != lang.ORG && x.kind != lang.LOC || r.lower(i) != "who" || i == 0 || r.doc.Form(i-1) != "," {
		return e
	}
	commas := 0
	for j := i - 2; j > r.doc.Sentences[r.sent[i]].Start && commas < 2; j-- {
		if r.doc.Form(j) == "," {
			commas++
			if n := r.named[j-1]; n > 0 && commas == 1 && r.ents[r.find(r.mentions[n-1].ent)].kind == lang.PER {
				return r.find(r.mentions[n-1].ent)
			}
		}
	}
	return e
}

// mentionAt returns the mention that token i names or is the head of, -1 for none.
func (r *cast) mentionAt(i int) int {
	if n := r.named[i]; n > 0 {
		return int(n - 1)
	}
	return int(r.taken[i]) - 1
}
