package attribution

import (
	"slices"
	"strings"

	"rapporteur/lang"
)

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
	if f == "old" && i > 4 && r.doc.Form(i-1) == "-" && r.lower(i-5) == "the" && !r.isNominal(i+1) {
		p := phrase{Range: lang.Range{Start: i - 5, End: i + 1}, head: i, definite: true} // "the 61-year-old"
		if e := k.lastOne(i, p); e >= 0 {
			k.refers(p.Range, i, ByRole, e)
		}
		return
	}
	if u == "ADJ" && r.lex.class(f)&(personNoun|insiderNoun) != 0 && k.speakerAt[i] > 0 && i > 0 && r.doc.Tokens[i-1].UPOS == "DET" && i+1 < len(r.doc.Tokens) && k.inCue[i+1] {
		u = "NOUN" // "the official said"
	}
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
	if !ok && k.speaks(i) {
		p.class, ok = roleNoun, true
	}
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

// speaks reports whether the noun at token i, which no list knows, is that of one who is said to
// say something: "a conductor from Lund said".
func (k *ranker) speaks(i int) bool {
	r := k.cast
	if k.speakerAt[i] == 0 || r.doc.Tokens[i].XPOS != "NN" || r.quoted[i] || !r.doer(i) || !strings.HasPrefix(r.doc.Tokens[i].Rel, "nsubj") {
		return false
	}
	return r.voiceHead(k.said.Attributions[k.speakerAt[i]-1].Source[0]) == i
}

func (k *ranker) resolveNominal(i int, p phrase) int {
	r := k.cast
	if p.definite && p.plural && p.count == 2 && p.class&personNoun != 0 && !isAnonymous(p.noun) && !slices.ContainsFunc(p.mods, func(w string) bool { return !neutral(w) }) {
		if members := k.lastTwo(p); members != nil {
			ent := k.plural(members, p.Range, i)
			r.taken[i] = int32(len(r.mentions))
			return ent
		}
	}
	if e := k.apposed(i, p); e >= 0 {
		k.refers(p.Range, i, ByRole, e)
		return e
	}
	if p.definite && !p.plural && r.byAge(p) {
		if e := k.lastOne(i, p); e >= 0 {
			k.refers(p.Range, i, ByRole, e)
			return e
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

// nameOf returns words without their article, up to the clause that goes on with whom they name.
func (r *cast) nameOf(rng lang.Range) string {
	rng.End = r.clauseAfter(rng)
	for rng.Len() > 1 {
		switch r.lower(rng.Start) {
		case "the", "a", "an", "this", "that", "these", "those", "both", "some":
			rng.Start++
			continue
		}
		break
	}
	if rng.Len() > 2 && r.lower(rng.Start) == "of" { // "some of the largest unions"
		return r.nameOf(lang.Range{Start: rng.Start + 1, End: rng.End})
	}
	return strings.Join(strings.Fields(r.doc.Words(rng)), " ")
}

// clauseAfter returns where in the words for somebody unnamed a clause begins: "three groups of lenders who
// said …", "three groups repeated …" where the tree takes the verb for a participle; their end where none does.
// A clause that tells who they are stays: "a diplomat who has seen the draft".
func (r *cast) clauseAfter(rng lang.Range) int {
	whole := rng.Len() > 1 && r.doc.Form(rng.End-1) == "." // the tree has nothing but the words for them
	for i := rng.Start + 1; i < rng.End; i++ {
		if r.capital(i) || r.quoted[i] {
			continue
		}
		switch t := &r.doc.Tokens[i]; t.XPOS {
		case "MD", "VBZ", "VBP":
			return i
		case "VBD":
			if i+1 == rng.End || r.lower(i+1) != "by" {
				return i
			}
		case "VBN":
			if whole {
				return i
			}
		case "WP", "WDT":
			for k := i + 1; k < min(i+4, rng.End); k++ {
				if v := &r.doc.Tokens[k]; v.UPOS == "VERB" && classOf(v.Lemma, "VERB")&speech != 0 && i-rng.Start > 1 {
					return i
				}
			}
			return rng.End
		}
	}
	return rng.End
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

// byAge reports whether a phrase names somebody by his years: "the 61-year-old", "the
// 61-year-old former judge".
func (r *cast) byAge(p phrase) bool {
	for i := p.Start; i < p.End; i++ {
		if f := r.lower(i); f[0] >= '1' && f[0] <= '9' && (strings.HasSuffix(f, "-year-old") || strings.HasSuffix(f, "-year-olds")) {
			return true
		}
		if r.lower(i) == "old" && i-1 >= p.Start && (r.lower(i-1) == "-" || r.lower(i-1) == "year") {
			return true
		}
	}
	return false
}

// lastOne returns the person of whom the sentences up to token i were last, by subject before
// others; -1 for none.
func (k *ranker) lastOne(i int, p phrase) int {
	r := k.cast
	const back = 3 // sentences
	best := -1
	for h := len(k.history) - 1; h >= 0; h-- {
		m := &r.mentions[k.history[h]]
		e := r.find(m.ent)
		x := &r.ents[e]
		if r.sent[i]-m.sent > back {
			break
		}
		if x.kind != lang.PER || r.quoted[m.head] || x.gender == Feminine && p.class&manNoun != 0 && p.class&womanNoun == 0 || x.gender == Masculine && p.class&womanNoun != 0 && p.class&manNoun == 0 {
			continue
		}
		if m.gram == subject {
			return e
		}
		if best < 0 {
			best = e
		}
	}
	return best
}

// lastTwo returns the two persons that "both men", "the two leaders" mean: those named together just
// before, or the only two who are told to be such, or of whom no other office is told; nil for none.
func (k *ranker) lastTwo(p phrase) []int {
	r := k.cast
	const near = 3 // sentences
	counts := map[int]int{}
	var sure, maybe []int // the last first
	for h := len(k.history) - 1; h >= 0; h-- {
		m := &r.mentions[k.history[h]]
		ent := r.find(m.ent)
		e := &r.ents[ent]
		close := r.sent[p.head]-m.sent <= near
		if len(e.members) == 2 && close && len(sure)+len(maybe) <= 2 && k.oneOfTwo(p, r.find(e.members[0])) > 0 && k.oneOfTwo(p, r.find(e.members[1])) > 0 {
			if k.thirdIn(p, m.sent, e.members) {
				return nil
			}
			return e.members
		}
		if m.kind == ByRole || e.kind != lang.PER {
			continue
		}
		if counts[ent]++; counts[ent] > 1 {
			continue
		}
		switch fit := k.oneOfTwo(p, ent); {
		case fit == 2 && (close || p.class&roleNoun != 0):
			sure = append(sure, ent)
		case fit == 1 && close:
			maybe = append(maybe, ent)
		}
	}
	switch {
	case p.class&roleNoun == 0 && len(sure) > 1: // "both men": the last two
		return []int{sure[1], sure[0]}
	case len(sure) == 2:
		return []int{sure[1], sure[0]}
	case len(sure) > 2:
		slices.SortStableFunc(sure, func(a, b int) int { return counts[b] - counts[a] })
		if counts[sure[1]] >= 2*counts[sure[2]] {
			return sure[:2]
		}
	case len(sure)+len(maybe) == 2:
		all := append(sure, maybe...)
		return []int{all[1], all[0]}
	}
	return nil
}

// thirdIn reports whether a sentence names one more of whom a phrase is told than two.
func (k *ranker) thirdIn(p phrase, sent int32, two []int) bool {
	r := k.cast
	for h := len(k.history) - 1; h >= 0; h-- {
		m := &r.mentions[k.history[h]]
		if m.sent < sent {
			return false
		}
		if e := r.find(m.ent); m.sent == sent && e != r.find(two[0]) && e != r.find(two[1]) && k.oneOfTwo(p, e) == 2 {
			return true
		}
	}
	return false
}

// oneOfTwo tells how well a phrase in the plural fits a person: 2 where he is told to be such a one, 1 where
// he is told to be nothing else, 0 where he is.
func (k *ranker) oneOfTwo(p phrase, ent int) int {
	r := k.cast
	e := &r.ents[ent]
	if e.kind != lang.PER || e.gender == Feminine && p.class&manNoun != 0 && p.class&roleNoun == 0 || e.gender == Masculine && p.class&womanNoun != 0 && p.class&roleNoun == 0 {
		return 0
	}
	if p.class&roleNoun == 0 || isAnonymous(p.noun) {
		return 2
	}
	told := 1
	for n := range e.roles {
		o := &e.roles[n]
		last := lastWord(o.Title)
		switch {
		case o.Former || second(strings.Fields(o.Title)):
			told = 0
		case p.noun == "leader" && (leading[strings.ReplaceAll(o.Title, " ", "_")] || leading[last]), p.noun != "leader" && (last == p.noun || r.lex.sameOffice(o.Title, p.noun)):
			return 2
		default:
			told = 0
		}
	}
	return told
}

// leading are the offices of those who are meant by "the two leaders".
var leading = wordSet("prime_minister first_minister chief_minister president premier chancellor king queen emir sultan leader chief chairman chairwoman taoiseach emperor sheikh chair boss captain head")

// bodyKinds are the nouns that stand behind a body's own name to tell what it is: "the VDF
// party", "the Harrow movement". Not those that tell of a part or an opposite of what is
// named before them: "the UN agency", "the Ferrum union".
var bodyKinds = map[string]bool{
	"party": true, "movement": true, "company": true, "firm": true, "group": true, "militia": true, "charity": true, "airline": true, "bank": true,
	"brewery": true, "chain": true, "newspaper": true, "paper": true, "daily": true, "weekly": true, "broadcaster": true, "channel": true,
	"network": true, "magazine": true, "station": true, "site": true, "website": true, "bloc": true, "alliance": true, "think-tank": true,
}

// apposed returns the body that is named right before the noun at token i which tells what
// it is, "the liberal VDF party"; -1 for none.
func (k *ranker) apposed(i int, p phrase) int {
	r := k.cast
	if !p.definite || p.plural || !(bodyKinds[p.noun] || p.noun == "agency" && r.outletBefore(i)) {
		return -1
	}
	e := r.compound(p)
	if e < 0 || r.ents[e].kind != lang.ORG {
		return -1
	}
	return e
}

// compound returns what is named right before the head of a phrase, without an apostrophe,
// and is no people: "the VDF party", not "Norvana's party", "the Norvanian party"; -1 for none.
func (r *cast) compound(p phrase) int {
	if p.owner.Empty() || p.owner.End != p.head {
		return -1
	}
	o := r.mentionAt(p.owner.End - 1)
	if o < 0 {
		return -1
	}
	e := r.find(r.mentions[o].ent)
	if kind := r.ents[e].kind; kind == lang.NORP || kind == "" {
		return -1
	}
	return e
}

// outletBefore tells whether the word before token i names an outlet: "the Harrow agency".
func (r *cast) outletBefore(i int) bool {
	o := r.mentionAt(i - 1)
	return o >= 0 && r.ents[r.find(r.mentions[o].ent)].outlet
}
