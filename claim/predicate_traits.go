package claim

import (
	"slices"
	"strconv"

	"rapporteur"
	"rapporteur/internal/linear"
	"rapporteur/lang"
)

// traits is what may tell which line, if any, is due to a predicate.
type traits struct {
	keys  []uint32 // of features for the linear part, single and joined
	atoms []uint32 // of the single ones, which the network joins by itself
	slots [slotCount][]int8
}

// The words whose vectors the network sees, and means of vectors.
const (
	slotSelf = iota
	slotHead
	slotSubject
	slotObject
	slotComplement
	slotOblique
	slotBefore
	slotBefore2
	slotAfter
	slotAfter2
	slotGovernor
	slotModifier
	slotNear     // mean of the words around
	slotOwn      // mean of the words below
	slotSentence // mean of the sentence
	slotPrevious // mean of the sentence before
	slotReport   // mean of the report
	slotCount
)

// symbol is the hash of what a feature is made of: each is in several.
type symbol uint64

func symbolOf(s string) symbol { return symbol(linear.Value(s)) }

var (
	noWord = symbolOf("-")
	blank  = symbolOf("")
)

// join adds a feature of the linear part.
func (t *traits) join(template int, parts ...symbol) {
	f := linear.New(template)
	for _, p := range parts {
		f = f.With(uint64(p))
	}
	t.keys = append(t.keys, f.Key())
}

// one adds a feature of both parts.
func (t *traits) one(template int, parts ...symbol) {
	t.join(template, parts...)
	t.atoms = append(t.atoms, t.keys[len(t.keys)-1])
}

func symbols3(a, b, c string) (symbol, symbol, symbol) { return symbolOf(a), symbolOf(b), symbolOf(c) }

// bucket is a number, less exactly.
func bucket(n int) string {
	switch {
	case n > 24:
		return "25"
	case n > 12:
		return "13"
	case n > 6:
		return "7"
	case n > 3:
		return "4"
	}
	return strconv.Itoa(n)
}

func wordIf(b bool, s string) string {
	if b {
		return s
	}
	return ""
}

func symbolIf(b bool, s string) symbol { return symbolOf(wordIf(b, s)) }

// predicate is what is seen of one predicate: its own words and those it stands with. The
// templates join these.
type predicate struct {
	*setting
	i                              int
	sense, pos, rel, value         symbol // what it says, its part of speech and relation, what the lexicons say
	g0, g1, g2                     symbol // its groups, coarse to fine
	modal, neg, voice, mark, tense symbol
	prep                           symbol // of a noun
	who, cue                       symbol // who tells it, and whether it tells something itself

	subj, obj, comp, obl, head, poss          int // its arguments, head and possessor, -1 for none
	subjKind, objKind                         symbol
	compSense, compValue, compGroup           symbol
	headSense, headGroup, headValue, headKind symbol
	headRel                                   string

	sent lang.Sentence
	in   *sentenceSetting
}

// traits describes the predicate at token i. Templates have numbers of their own, by which
// the weights learned for them are found: they are never used again for another.
func (s *setting) traits(t *traits, i int) {
	t.keys, t.atoms, t.slots = t.keys[:0], t.atoms[:0], [slotCount][]int8{}
	p := s.predicate(i)
	p.joined(t)
	p.single(t)
	p.ofSubject(t)
	p.ofObject(t)
	p.ofComplement(t)
	p.ofOblique(t)
	p.ofTelling(t)
	p.ofReport(t)
	p.ofNeighbours(t)
	p.ofDependents(t)
	p.ofGovernors(t)
	p.ofModifiers(t)
	p.ofOthers(t)
	p.means(t)
}

// predicate looks at the predicate at token i.
func (s *setting) predicate(i int) predicate {
	r, n := s.r, s.r.sent[i]
	p := predicate{
		setting: s, i: i,
		sense: symbolOf(r.sense(i)), pos: symbolOf(r.upos(i)), rel: symbolOf(r.rel(i)), value: s.values[i],
		g0: s.groups[i][0], g1: s.groups[i][1], g2: s.groups[i][2],
		modal: blank, neg: blank, voice: symbolOf("a"), mark: blank, tense: symbolOf(r.doc.Tokens[i].XPOS),
		subj: -1, obj: -1, comp: -1, obl: -1, head: r.head(i), poss: r.child(i, "nmod:poss"),
		sent: r.doc.Sentences[n], in: &s.sentences[n],
		cue: symbolIf(r.cue[i], "cue"), prep: blank,
		compSense: noWord, compValue: noWord, compGroup: noWord,
		headSense: noWord, headGroup: noWord, headValue: noWord, headKind: noWord, headRel: "-",
	}
	p.clause(r.clause(i))
	if p.subj < 0 && r.upos(i) == "NOUN" {
		p.subj = p.poss
		if x := r.clause(p.head); p.subj < 0 && x != nil && base(r.rel(i)) == "obj" && len(x.subj) > 0 {
			p.subj = x.subj[0]
		}
	}
	if p.obl < 0 {
		p.obl = r.child(i, "nmod", "obl")
	}
	p.subjKind, p.objKind = s.nominal(p.subj), s.nominal(p.obj)
	voiceType := "none"
	if ch := r.chain(i); len(ch) > 0 {
		voiceType = string(ch[len(ch)-1].Type)
	}
	p.who = symbolOf(voiceType + wordIf(r.direct(i), "!"))
	if k := p.comp; k >= 0 {
		p.compSense, p.compValue, p.compGroup = symbolOf(r.sense(k)), s.values[k], s.groups[k][1]
	}
	if h := p.head; h >= 0 {
		p.headSense, p.headGroup, p.headValue, p.headKind, p.headRel = symbolOf(r.sense(h)), s.groups[h][1], s.values[h], s.nominal(h), r.rel(h)
	}
	if r.upos(i) == "NOUN" || r.upos(i) == "PROPN" {
		p.prep = symbolOf(r.caseOf(i))
	}
	return p
}

// clause looks at the clause of a predicate, if it has one.
func (p *predicate) clause(c *clause) {
	if c == nil {
		return
	}
	p.modal, p.mark = symbolOf(c.modal), symbolOf(c.mark)
	p.neg = symbolIf(c.neg, "not")
	if c.passive {
		p.voice = symbolOf("p")
	}
	p.tense = symbolOf(p.r.doc.Tokens[p.i].XPOS + wordIf(c.perfect, "+") + wordIf(c.ongoing, "~"))
	if len(c.subj) > 0 {
		p.subj = c.subj[0]
	}
	if len(c.obj) > 0 {
		p.obj = c.obj[0]
	}
	if len(c.comp) > 0 {
		p.comp = c.comp[0]
	}
	if len(c.obl) > 0 {
		p.obl = c.obl[0].head
	}
}

// determiner returns the determiner of token k.
func (p *predicate) determiner(k int) symbol {
	if k < 0 {
		return noWord
	}
	if d := p.r.child(k, "det"); d >= 0 {
		return p.lower[d]
	}
	return blank
}

// joined joins what a predicate says with how and of whom, for the linear part.
func (p *predicate) joined(t *traits) {
	t.one(0)
	t.one(1, p.sense)
	t.join(2, p.sense, p.neg, p.modal)
	t.join(3, p.sense, p.rel)
	t.join(4, p.sense, p.voice, p.tense)
	t.join(5, p.sense, p.subjKind)
	t.join(6, p.sense, p.objKind)
	t.join(7, p.sense, p.compSense)
	t.join(8, p.sense, p.in.about)
	t.join(9, p.sense, p.mark)
	t.join(10, p.sense, p.in.holds)
	t.join(11, p.sense, p.prep, p.headSense)
	t.one(12, p.g1)
	t.join(13, p.g1, p.neg, p.modal)
	t.one(14, p.g2)
	t.join(15, p.g0, p.subjKind, p.objKind)
	t.join(16, p.g1, p.voice, p.tense, p.rel)
	t.one(17, p.pos, p.tense)
	t.join(17, p.pos, p.tense, p.rel)
	t.join(18, p.headSense, p.rel)
	t.join(19, p.headGroup, p.rel)
	t.join(20, p.headGroup, p.rel, p.g1)
	t.join(21, p.headValue, p.rel, p.value)
	t.one(22, p.value)
	t.join(23, p.value, p.neg, p.modal)
	t.join(24, p.value, p.subjKind)
	t.join(25, p.value, p.objKind)
	t.join(26, p.value, p.in.about, p.in.holds)
	t.join(27, p.subjKind, p.modal, p.neg)
	t.join(28, p.subjKind, p.objKind)
	t.join(29, p.in.about, p.in.holds, p.pos)
	t.join(30, p.in.about, p.subjKind)
	t.join(31, p.who, p.subjKind)
	t.join(32, p.who, p.value)
	t.join(33, p.who, p.subjKind, p.modal, p.neg)
	t.join(34, p.cue, p.sense)
	t.join(35, p.cue, p.value, p.compValue)
	t.join(36, p.compValue, p.value)
	t.join(37, p.compSense, p.neg, p.modal)
	t.one(38, p.in.place)
	t.join(38, p.in.place, p.pos)
	t.join(39, p.mark, p.modal, p.tense)
	t.join(48, p.headKind, p.rel, p.prep)
	t.join(49, p.sense, p.headKind, p.prep)
	t.join(50, p.prep, p.headSense)
	t.slots[slotSelf] = p.vectors[p.i]
}

// single gives the network what is seen of a predicate, one by one.
func (p *predicate) single(t *traits) {
	t.one(71, p.rel)
	t.one(72, p.modal)
	t.one(73, p.neg)
	t.one(74, p.voice)
	t.one(75, p.mark)
	t.one(76, p.subjKind)
	t.one(77, p.objKind)
	t.one(78, p.in.about)
	t.one(79, p.in.holds)
	t.one(80, p.who)
	t.one(81, p.cue)
	t.one(82, p.compSense)
	t.one(83, p.compValue)
	t.one(84, p.compGroup)
	t.one(85, p.headSense)
	t.one(86, p.headGroup)
	t.one(87, p.headValue)
	t.one(88, p.headKind)
	t.one(89, p.prep)
	t.one(90, p.g0)
	t.one(91, symbolOf(p.r.rel(p.i)+"<"+p.headRel))
	t.one(92, p.determiner(p.i))
	t.one(93, p.determiner(p.subj))
	t.one(94, p.determiner(p.obj))
}

// ofSubject describes who does it.
func (p *predicate) ofSubject(t *traits) {
	if p.subj < 0 {
		return
	}
	kind, often, title := symbols3(p.r.who(p.subj))
	t.one(95, kind)
	t.one(96, often)
	t.one(97, title)
	t.join(98, often, p.value)
	t.join(99, title, p.value)
	t.join(100, kind, p.g1)
	t.one(101, symbolOf(p.r.lemma(p.subj)))
	t.slots[slotSubject] = p.vectors[p.subj]
}

// ofObject describes to what it is done.
func (p *predicate) ofObject(t *traits) {
	if p.obj < 0 {
		return
	}
	lemma := symbolOf(p.r.lemma(p.obj))
	t.one(102, lemma)
	t.join(103, p.g1, lemma)
	t.join(150, p.sense, p.determiner(p.obj))
	t.join(151, p.value, p.determiner(p.obj), p.values[p.obj])
	t.one(152, p.values[p.obj])
	t.slots[slotObject] = p.vectors[p.obj]
}

// ofComplement describes the predicate below.
func (p *predicate) ofComplement(t *traits) {
	if p.comp < 0 {
		return
	}
	below := noWord
	if x := p.r.clause(p.comp); x != nil {
		not := symbolIf(x.neg, "not")
		below = symbolOf(wordIf(x.neg, "not") + x.modal + x.mark)
		t.join(142, p.sense, not)
		t.join(143, p.value, not, p.neg)
		t.join(144, p.value, p.compValue, p.neg, not)
		if len(x.subj) > 0 {
			t.one(145, p.nominal(x.subj[0]))
			t.join(146, p.value, p.nominal(x.subj[0]))
		}
	}
	t.one(147, below)
	t.slots[slotComplement] = p.vectors[p.comp]
}

// ofOblique describes its first prepositional argument.
func (p *predicate) ofOblique(t *traits) {
	if p.obl < 0 {
		return
	}
	t.one(148, p.nominal(p.obl), symbolOf(p.r.caseOf(p.obl)))
	t.join(149, p.sense, p.nominal(p.obl))
	t.slots[slotOblique] = p.vectors[p.obl]
}

// ofTelling describes who tells it, and how.
func (p *predicate) ofTelling(t *traits) {
	teller, title, saying := symbols3(p.r.tellerOf(p.i))
	direct := symbolIf(p.r.direct(p.i), "direct")
	t.one(104, teller)
	t.one(105, title)
	t.one(106, saying)
	t.join(107, teller, p.subjKind)
	t.join(108, title, p.value)
	t.join(109, teller, direct, p.modal, p.neg)
}

// ofReport describes the report, the sentence and the one before.
func (p *predicate) ofReport(t *traits) {
	t.one(110, p.density)
	t.one(111, p.lead)
	t.join(112, p.density, p.value)
	t.join(113, p.density, p.in.holds)
	place := symbolOf(bucket(p.r.sent[p.i]))
	t.one(114, place)
	t.join(115, place, p.in.holds)
	t.one(116, symbolOf(bucket(p.sent.Len()/2)))
	t.one(117, p.in.under)
	t.join(118, p.in.under, p.modal, p.pos)
	t.one(119, p.in.about)
	t.one(120, p.in.first)
	t.one(121, symbolIf(p.r.direct(p.i), "direct"))
	if n := p.r.sent[p.i]; n > 0 {
		before := &p.sentences[n-1]
		t.one(122, before.holds)
		t.one(123, before.about, before.place)
		t.one(124, before.under)
		t.slots[slotPrevious] = before.mean
	}
}

// ofNeighbours describes the words around.
func (p *predicate) ofNeighbours(t *traits) {
	i := p.i
	if i > p.sent.Start {
		t.one(52, p.lower[i-1])
		t.join(51, p.lower[i-1], p.sense)
		t.join(52, p.lower[i-1], p.pos)
		t.join(53, p.groups[i-1][1], p.g1)
		t.slots[slotBefore] = p.vectors[i-1]
	}
	if i+1 < p.sent.End {
		t.one(55, p.lower[i+1])
		t.join(54, p.sense, p.lower[i+1])
		t.join(55, p.pos, p.lower[i+1])
		t.join(56, p.g1, p.groups[i+1][1])
		t.slots[slotAfter] = p.vectors[i+1]
	}
	if i-1 > p.sent.Start {
		t.one(125, p.lower[i-2])
		t.join(126, p.lower[i-2], p.lower[i-1])
		t.slots[slotBefore2] = p.vectors[i-2]
	}
	if i+2 < p.sent.End {
		t.one(127, p.lower[i+2])
		t.join(128, p.lower[i+1], p.lower[i+2])
		t.slots[slotAfter2] = p.vectors[i+2]
	}
}

// ofDependents describes what hangs on it.
func (p *predicate) ofDependents(t *traits) {
	aux := ""
	for _, k := range p.r.kids[p.i] {
		relation := base(p.r.rel(k))
		switch relation {
		case "punct":
			continue
		case "aux":
			aux += p.r.lemma(k) + " "
		}
		kr, kt, kc := symbolOf(relation), p.nominal(k), symbolOf(p.r.caseOf(k))
		t.one(57, kr, symbolOf(p.r.lemma(k)))
		t.one(58, kr, kc)
		t.one(58, kr, kt)
		t.join(58, kr, kc, kt)
		t.join(59, p.g1, kr, kc)
		t.join(60, p.sense, kr, kc)
		t.one(61, kr, p.groups[k][1])
		t.join(61, p.g1, kr, p.groups[k][1])
		t.join(62, p.value, kr, kt)
		t.join(63, p.g0, kr, kc, kt)
		switch relation {
		case "conj", "ccomp", "xcomp", "advcl", "acl":
			t.one(129, kr, p.values[k])
		}
		if x := p.r.timeAt[k]; x >= 0 {
			when := symbolOf(p.relativeDay(p.r.times[x].Interval))
			t.one(130, when, kc)
			t.join(131, when, p.value)
		}
	}
	t.one(132, symbolOf(aux))
	t.join(133, symbolOf(aux), p.value)
}

// relativeDay says when a day is, seen from the report.
func (p *predicate) relativeDay(day rapporteur.Interval) string {
	switch {
	case day.IsZero():
		return "?"
	case day.To.Before(p.r.report.Published):
		return "past"
	case p.r.report.Published.Before(day.From):
		return "future"
	}
	return "now"
}

// ofGovernors describes what it hangs on.
func (p *predicate) ofGovernors(t *traits) {
	if p.head >= 0 {
		t.slots[slotHead] = p.vectors[p.head]
	}
	governor := -1
	path := p.r.rel(p.i)
	for k, steps := p.head, 0; k >= 0 && steps < 5; k, steps = p.r.head(k), steps+1 {
		if steps > 0 {
			t.one(64, symbolOf(p.r.sense(k)))
			t.join(65, p.groups[k][1], p.value)
		}
		if steps < 3 {
			path += "<" + base(p.r.rel(k))
		}
		if x := p.r.clause(k); x != nil {
			if governor < 0 {
				governor = k
			}
			mark, modal := symbolOf(x.mark), symbolOf(x.modal)
			t.one(66, mark, modal)
			t.join(66, mark, modal, p.pos)
			if p.r.conditional(x) {
				t.join(67, p.value)
				t.one(67)
			}
		}
	}
	t.one(134, symbolOf(path))
	if governor >= 0 {
		x := p.r.clause(governor)
		t.slots[slotGovernor] = p.vectors[governor]
		lemma, not, modal := symbolOf(x.lemma), symbolIf(x.neg, "not"), symbolOf(x.modal)
		t.one(135, lemma)
		t.one(136, p.values[governor], not, modal)
		t.join(137, lemma, p.value)
		t.join(138, lemma, p.rel, not, modal)
		if len(x.subj) > 0 {
			t.one(139, p.nominal(x.subj[0]))
			t.join(140, p.nominal(x.subj[0]), lemma)
		}
	}
}

// ofModifiers describes whose it is and of which kind.
func (p *predicate) ofModifiers(t *traits) {
	if p.poss >= 0 {
		t.one(68, p.nominal(p.poss))
		t.join(68, p.nominal(p.poss), p.g1)
		t.join(68, p.nominal(p.poss), p.value)
	}
	for _, k := range p.r.children(p.i, "amod", "compound", "advmod") {
		t.slots[slotModifier] = p.vectors[k]
		t.join(69, p.nominal(k), p.sense)
		t.join(70, p.nominal(k), p.g1)
	}
}

// ofOthers describes the other predicates of the sentence.
func (p *predicate) ofOthers(t *traits) {
	switch p.r.upos(p.i) {
	case "VERB", "NOUN", "ADJ":
	default:
		return
	}
	var others []symbol
	for k := p.sent.Start; k < p.sent.End; k++ {
		if k != p.i && p.telling[k] && !slices.Contains(others, p.values[k]) {
			others = append(others, p.values[k])
			t.one(141, p.values[k])
		}
	}
}

// means gives the network the mean vectors of the words around.
func (p *predicate) means(t *traits) {
	near := lang.Range{Start: max(p.sent.Start, p.i-5), End: min(p.sent.End, p.i+6)}
	t.slots[slotNear] = p.meanOf(near, p.i)
	t.slots[slotOwn] = p.meanOf(p.r.own(p.i), p.i)
	t.slots[slotSentence] = p.in.mean
	t.slots[slotReport] = p.mean
}
