package attribution

import (
	"slices"
	"sort"
	"strings"

	"rapporteur/lang"
)

// refer goes through the text and finds for every pronoun and every role without a
// name whom it stands for.
func (r *cast) refer() { r.newRanker().run() }

func (r *cast) newRanker() *ranker {
	k := &ranker{cast: r, weights: pronounWeights(), counts: map[int]int{}, subj: map[int]int{}, last: map[Gender]int{}}
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
	if e >= 0 {
		k.refers(here, i, ByPronoun, e)
		k.last[p.gender] = e
		return
	}
	best = k.none(i, p)
	for _, c := range cands {
		if c.score > best.score {
			best = c
		}
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
}

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

// goesOn returns who goes on speaking where words are given to "he" or "she" at
// token i behind them: whoever spoke last in the sentence before those words, if
// nobody else acts after that; -1 for none.
func (k *ranker) goesOn(i int, p pronounWord) int {
	r := k.cast
	at := k.speakerAt[i]
	if p.class != thirdPerson || at == 0 || r.quoted[i] || !strings.HasPrefix(r.doc.Tokens[i].Rel, "nsubj") {
		return -1
	}
	a := &k.said.Attributions[at-1]
	if len(a.Content) == 0 || a.Content[0].Start > i || a.Quoted != Direct && (a.Content[0].End > i || a.Attitude) {
		return -1
	}
	s := int(r.sent[a.Content[0].Start])
	if s == 0 || a.Content[0].Start > r.doc.Sentences[s].Start+2 { // but for "But “"
		return -1
	}
	last := r.doc.Sentences[s-1]
	best, where := -1, -1
	for n := range k.said.Attributions {
		a := &k.said.Attributions[n]
		if a.Parent >= 0 || a.Attitude || len(a.Cue) == 0 || len(a.Source) == 0 || !last.Contains(a.Cue[0].Start) || a.Cue[0].Start <= where || r.quoted[a.Source[0].Start] {
			continue
		}
		h := r.voiceHead(a.Source[0])
		if h < 0 {
			continue
		}
		best, where = -1, a.Cue[0].Start
		if m := r.mentionAt(h); m >= 0 && (strings.HasPrefix(r.doc.Tokens[h].Rel, "nsubj") || a.Source[0].Start == last.Start) {
			best = r.find(r.mentions[m].ent)
		}
	}
	if best < 0 {
		return -1
	}
	e := &r.ents[best]
	if !k.agrees(e, p) || e.kind != lang.PER && e.kind != "" || e.gender != UnknownGender && e.gender != p.gender {
		return -1
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
				return r.find(r.mentions[m].ent)
			}
			break
		}
		at = t.Head
	}
	for j := i - 1; j >= max(0, i-3) && r.sent[j] == r.sent[i]; j-- {
		if m := r.mentionAt(j); m >= 0 {
			return r.find(r.mentions[m].ent)
		}
		if !isPunct(r.doc.Form(j)) && r.doc.Tokens[j].UPOS != "ADP" {
			break
		}
	}
	return -1
}

// mentionAt returns the mention that token i names or is the head of, -1 for none.
func (r *cast) mentionAt(i int) int {
	if n := r.named[i]; n > 0 {
		return int(n - 1)
	}
	return int(r.taken[i]) - 1
}

// pair makes one plural entity of two or more named together, "Brandt and Okoye", once the last of them is met.
func (k *ranker) pair(i int) {
	r := k.cast
	n := r.named[i]
	if n == 0 || r.doc.Tokens[i].Rel != "conj" {
		return
	}
	m := r.mentions[n-1]
	if m.Start < 2 || r.lower(m.Start-1) != "and" && !r.andBefore(m.Start) {
		return
	}
	members := []int{r.find(m.ent)}
	start := m.Start
	for h := r.doc.Tokens[i].Head; h >= 0 && len(members) < 6; {
		x := r.mentionAt(h)
		if x < 0 {
			break
		}
		if e := r.find(r.mentions[x].ent); !slices.Contains(members, e) {
			members = append([]int{e}, members...)
		}
		start = min(start, r.mentions[x].Start)
		if r.doc.Tokens[h].Rel != "conj" {
			break
		}
		h = r.doc.Tokens[h].Head
	}
	if len(members) < 2 {
		return
	}
	kind := r.ents[members[0]].kind
	for _, e := range members {
		if r.ents[e].kind != kind {
			return
		}
	}
	k.plural(members, lang.Range{Start: start, End: m.End}, i)
}

// andBefore reports whether an "and" stands before a title that ends before token i.
func (r *cast) andBefore(i int) bool {
	for j := i - 1; j >= max(0, i-7) && r.sent[j] == r.sent[i]; j-- {
		if r.lower(j) == "and" {
			return true
		}
		if !r.isNominal(j) && !isPossessive(r.doc.Form(j)) && r.doc.Tokens[j].UPOS != "PRON" && r.doc.Tokens[j].UPOS != "DET" && r.doc.Form(j) != "," {
			return false
		}
	}
	return false
}

// plural notes that words mean several entities at once.
func (k *ranker) plural(members []int, rng lang.Range, head int) int {
	r := k.cast
	var names []string
	for _, e := range members {
		names = append(names, r.ents[e].name)
	}
	name := strings.Join(names, " and ")
	ent := -1
	for e := range r.ents {
		if r.ents[e].merged < 0 && len(r.ents[e].members) == len(members) && r.ents[e].name == name {
			ent = e
		}
	}
	if ent < 0 {
		ent = r.newEntity(entity{name: name, plural: true, gender: Plural, members: members})
	}
	m := r.addMention(rng, head, ByName, ent)
	k.meet(m)
	// The words go on to name each of them.
	if was := r.named[head]; was > 0 {
		r.taken[head] = was
	}
	return ent
}

// nominal resolves a common noun phrase, or makes a new unnamed entity of it.
func (k *ranker) nominal(i int) {
	r := k.cast
	f := r.lower(i)
	if (f == "latter" || f == "former") && i > 0 && r.lower(i-1) == "the" && (i+1 >= len(r.doc.Tokens) || !r.isNominal(i+1)) {
		k.latter(i, f == "latter")
		return
	}
	u := r.doc.Tokens[i].UPOS
	if u == "ADJ" || u == "VERB" || k.inCue[i] && i > 0 && r.named[i-1] > 0 {
		return
	}
	if i+1 < len(r.doc.Tokens) && r.sent[i+1] == r.sent[i] {
		// A noun before another noun is no head, but an institution before a role is a voice of its own: "commerce ministry spokesman".
		if nu := r.doc.Tokens[i+1].UPOS; (nu == "NOUN" || nu == "PROPN" && r.named[i+1] == 0) && r.doc.Tokens[i].Head > i {
			if c := r.lex.class(r.doc.Tokens[i].Lemma); c&institutionNoun == 0 || r.lex.class(r.doc.Tokens[i+1].Lemma)&personNoun == 0 || f == "group" || f == "state" || f == "party" {
				return
			}
		}
	}
	p, ok := r.phraseAt(i)
	if !ok {
		return
	}
	if i+1 < p.End && r.taken[i] > 0 {
		return
	}
	if r.doc.Tokens[i].UPOS == "PROPN" && !r.capital(i) {
		return
	}
	// A predicate is no new voice: "she is a lawyer".
	if r.child(i, "cop") >= 0 {
		return
	}
	k.resolveNominal(i, p)
}

func (k *ranker) resolveNominal(i int, p phrase) int {
	r := k.cast
	if p.definite && p.plural && p.count == 2 && p.class&personNoun != 0 {
		if members := k.lastTwo(p); members != nil {
			ent := k.plural(members, p.Range, i)
			r.taken[i] = int32(len(r.mentions))
			return ent
		}
	}
	if p.definite || r.lower(p.Start) == "same" {
		if e := k.antecedent(i, p); e >= 0 {
			k.refers(p.Range, i, ByRole, e)
			return e
		}
	}
	e := r.newEntity(r.unnamed(p))
	m := k.refers(p.Range, i, ByRole, e)
	if !p.owner.Empty() {
		if o := r.mentionAt(p.owner.End - 1); o >= 0 {
			r.mentions[m].of = r.find(r.mentions[o].ent)
			r.ents[e].ofEnt = r.mentions[m].of
		}
	}
	return e
}

// unnamed returns the entity that a phrase makes.
func (r *cast) unnamed(p phrase) entity {
	e := entity{name: r.nameOf(p.Range), class: p.class, noun: p.noun, mods: p.mods, count: p.count, plural: p.plural}
	switch {
	case p.plural:
		e.gender = Plural
	case p.class&manNoun != 0 && p.class&roleNoun == 0 || p.class&manNoun != 0 && p.class&womanNoun == 0:
		e.gender, e.told = Masculine, true
	case p.class&womanNoun != 0:
		e.gender, e.told = Feminine, true
	case p.class&(personNoun|insiderNoun) == 0:
		e.gender = Neuter
	}
	if p.class&outletNoun != 0 && p.class&(institutionNoun|documentNoun) == 0 {
		e.outlet = true
	}
	of := p.owner
	if of.Empty() {
		of = r.complement(p)
	}
	if !of.Empty() {
		e.of = r.nameOf(of)
	}
	return e
}

// nameOf returns words without their article.
func (r *cast) nameOf(rng lang.Range) string {
	for rng.Len() > 1 {
		switch r.lower(rng.Start) {
		case "the", "a", "an", "this", "that", "these", "those", "both", "some":
			rng.Start++
			continue
		}
		break
	}
	return strings.Join(strings.Fields(r.doc.Words(rng)), " ")
}

// latter resolves "the latter" and "the former" by the last two named together.
func (k *ranker) latter(i int, last bool) {
	r := k.cast
	for h := len(k.history) - 1; h >= 0; h-- {
		m := &r.mentions[k.history[h]]
		e := &r.ents[r.find(m.ent)]
		if len(e.members) == 2 {
			ent := e.members[1]
			if !last {
				ent = e.members[0]
			}
			k.refers(lang.Range{Start: i - 1, End: i + 1}, i, ByRole, ent)
			return
		}
	}
	var two []int
	for h := len(k.history) - 1; h >= 0 && len(two) < 2; h-- {
		m := &r.mentions[k.history[h]]
		e := r.find(m.ent)
		if m.kind == ByName && len(r.ents[e].members) == 0 && !slices.Contains(two, e) && r.sent[i]-m.sent <= 2 {
			two = append(two, e)
		}
	}
	if len(two) == 2 {
		k.refers(lang.Range{Start: i - 1, End: i + 1}, i, ByRole, two[boolInt(!last)])
	}
}

// lastTwo returns the two persons that "both men", "the two leaders" mean.
func (k *ranker) lastTwo(p phrase) []int {
	r := k.cast
	var two []int
	for h := len(k.history) - 1; h >= 0; h-- {
		m := &r.mentions[k.history[h]]
		ent := r.find(m.ent)
		e := &r.ents[ent]
		if r.sent[p.head]-m.sent > 3 {
			break
		}
		if len(e.members) == 2 && r.ents[r.find(e.members[0])].kind == lang.PER {
			return e.members
		}
		if e.kind != lang.PER || slices.Contains(two, ent) || e.gender == Feminine && p.class&manNoun != 0 && p.class&roleNoun == 0 || m.kind == ByRole {
			continue
		}
		two = append([]int{ent}, two...)
		if len(two) == 2 {
			return two
		}
	}
	return nil
}

// antecedent returns the entity that a definite phrase means, -1 for a new one.
func (k *ranker) antecedent(i int, p phrase) int {
	r := k.cast
	owner := -1
	if !p.owner.Empty() {
		if o := r.mentionAt(p.owner.End - 1); o >= 0 {
			owner = r.find(r.mentions[o].ent)
		}
	}
	best, bestScore := -1, 2.5
	tried := map[int]bool{}
	for h := len(k.history) - 1; h >= 0; h-- {
		m := &r.mentions[k.history[h]]
		ent := r.find(m.ent)
		if tried[ent] || ent == owner || m.Contains(i) {
			continue
		}
		if m.gram == object && m.sent == r.sent[i] && r.under(i, r.doc.Tokens[m.head].Head) && r.doc.Tokens[m.head].Head < m.head {
			continue // "told the Post that the paper …": not who is told
		}
		tried[ent] = true
		s := k.match(p, owner, &r.ents[ent])
		if s <= 0 {
			continue
		}
		d := float64(r.sent[i] - m.sent)
		s -= min(d*0.05, 0.6)
		if s > bestScore {
			best, bestScore = ent, s
		}
	}
	return best
}

// match scores how well a phrase fits an entity met before; 3 is a good fit.
func (k *ranker) match(p phrase, owner int, e *entity) float64 {
	r := k.cast
	if p.plural != e.plural && !(e.kind == lang.ORG) || len(e.members) > 0 {
		return 0
	}
	person := p.class&(personNoun|insiderNoun) != 0
	if person && (e.kind == lang.PER || e.kind == "" && e.class&(personNoun|insiderNoun) != 0) {
		if e.told && (p.class&manNoun != 0 && p.class&roleNoun == 0 && e.gender == Feminine || p.class&womanNoun != 0 && e.gender == Masculine) {
			return 0
		}
		best := 0.0
		for n := range e.roles {
			best = max(best, r.fits(p, owner, &e.roles[n]))
		}
		if e.kind == "" {
			s := 0.0
			switch {
			case e.noun == p.noun:
				s = 3.5
			case p.class&insiderNoun != 0 && e.class&(insiderNoun|personNoun) != 0 && isAnonymous(p.noun):
				s = 2.7
			case r.lex.sameOffice(e.noun, p.noun):
				s = 2.7
			}
			if s > 0 {
				for _, w := range p.mods {
					if !slices.Contains(e.mods, w) && !neutral(w) {
						s -= 1
					}
				}
				if p.count > 0 && e.count > 0 && p.count != e.count {
					s -= 2
				}
				if owner >= 0 && e.ofEnt >= 0 && r.find(e.ofEnt) != owner {
					s -= 2
				}
			}
			best = max(best, s)
		}
		if p.class&(manNoun|womanNoun) != 0 && p.class&roleNoun == 0 && e.kind == lang.PER && len(p.mods) == 0 && owner < 0 {
			best = max(best, 2.8)
		}
		return best
	}
	if person {
		return 0
	}
	switch e.kind {
	case lang.PER, lang.NORP:
		return 0
	case lang.ORG, lang.LOC:
		if e.own && p.class&outletNoun == 0 || e.own && r.lower(p.Start) != "this" {
			return 0
		}
		if p.plural {
			return 0
		}
		last := strings.ToLower(e.parts[len(e.parts)-1])
		for n, w := range e.parts {
			if w = strings.ToLower(w); w == p.noun && (p.class&(institutionNoun|outletNoun|bodyOfMany) != 0) {
				if n == len(e.parts)-1 || n == 0 || w != last {
					return 4 - k.strange(p, e)
				}
			}
		}
		for n := range e.roles {
			if s := r.fits(p, owner, &e.roles[n]); s > 2 {
				return s
			}
		}
		if e.kind == lang.LOC {
			return 0
		}
		if e.outlet && p.class&outletNoun != 0 {
			return 3.4 - k.strange(p, e)
		}
		if !e.outlet && p.class&institutionNoun != 0 && owner < 0 {
			switch p.noun {
			case "company", "firm", "group", "organisation", "organization", "agency", "body", "movement", "party", "institution", "manufacturer", "operator", "charity", "watchdog", "institute":
				return 2.9 - k.strange(p, e)
			}
		}
		return 0
	}
	if e.class&(personNoun|insiderNoun) != 0 {
		return 0
	}
	s := 0.0
	switch {
	case e.noun == p.noun:
		s = 3.6
	case p.class&documentNoun != 0 && e.class&documentNoun != 0 && e.class&institutionNoun == 0 && (p.noun == "document" || p.noun == "text" || p.noun == "paper"):
		s = 2.8
	case p.class&outletNoun != 0 && p.class&institutionNoun == 0 && e.outlet:
		s = 2.8
	}
	if s > 0 {
		s -= k.strange(p, e)
		if owner >= 0 && e.ofEnt >= 0 && r.find(e.ofEnt) != owner {
			s -= 3
		}
	}
	return s
}

// strange counts the modifiers of a phrase that an entity's name and roles do not know.
func (k *ranker) strange(p phrase, e *entity) float64 {
	s := 0.0
words:
	for _, w := range p.mods {
		if neutral(w) || w == "media" || w == "news" {
			continue
		}
		for _, x := range e.parts {
			if alike(w, strings.ToLower(x)) {
				continue words
			}
		}
		if slices.Contains(e.mods, w) {
			continue
		}
		s += 1
	}
	if !p.owner.Empty() && e.kind == "" && e.ofEnt < 0 && len(e.mods) > 0 {
		s += 0.5
	}
	return s
}

// fits scores how well a phrase fits a role that was given before.
func (r *cast) fits(p phrase, owner int, role *Role) float64 {
	if role.Start >= p.Start {
		return 0
	}
	words := strings.Fields(role.Title)
	if len(words) == 0 {
		return 0
	}
	noun := words[len(words)-1]
	full := strings.Join(append(append([]string(nil), p.mods...), p.noun), " ")
	s := 0.0
	switch {
	case noun == p.noun || slices.Contains(words, p.noun):
		s = 3.4
	case full != p.noun && r.lex.sameOffice(full, role.Title):
		s = 3.6
	case r.lex.sameOffice(p.noun, role.Title) || r.lex.sameOffice(p.noun, noun):
		s = 2.9
	default:
		return 0
	}
	for _, w := range p.mods {
		switch {
		case slices.Contains(words, w):
			s += 0.4
		case neutral(w) || s == 3.6:
		case likeAny(w, role.Of):
			s += 0.4
		default:
			s -= 0.8
		}
	}
	if p.former != role.Former && p.former {
		s -= 1
	}
	if !p.owner.Empty() {
		of := r.doc.Words(p.owner)
		switch {
		case owner >= 0 && role.OfEntity >= 0 && r.find(role.OfEntity) == owner, likeAny(strings.ToLower(of), role.Of):
			s += 0.6
		case role.Of != "" && p.class&relationNoun != 0:
			s -= 1.2
		case role.Of != "":
			s -= 0.5
		}
	}
	return s
}

// neutral reports whether a modifier says nothing about who is meant.
func neutral(w string) bool {
	switch w {
	case "same", "senior", "top", "chief", "unnamed", "said", "veteran", "own", "new", "main", "leading", "high", "ranking", "high-ranking", "anonymous", "acting", "two", "other", "first", "-":
		return true
	}
	return false
}

// isAnonymous reports whether a noun is one for unnamed voices of any office.
func isAnonymous(noun string) bool {
	switch noun {
	case "source", "interlocutor", "insider", "person", "official", "people", "informant", "individual":
		return true
	}
	return false
}

// likeAny reports whether a word is alike one of some words: Norvana and Norvanan.
func likeAny(w, words string) bool {
	for _, a := range strings.Fields(strings.ToLower(words)) {
		for _, b := range strings.Fields(strings.ToLower(w)) {
			if alike(a, b) {
				return true
			}
		}
	}
	return false
}

// alike reports whether two words have the first four letters in common, or are equal.
func alike(a, b string) bool {
	if a == b {
		return true
	}
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n >= 4 && n >= min(len(a), len(b))-2
}

// under reports whether token i is in a clause that the predicate at h governs, beyond its own arguments.
func (r *cast) under(i, h int) bool {
	for steps := 0; i >= 0 && steps < 30; steps++ {
		t := &r.doc.Tokens[i]
		if t.Head == h && h >= 0 {
			return strings.HasPrefix(t.Rel, "ccomp")
		}
		i = t.Head
	}
	return false
}
