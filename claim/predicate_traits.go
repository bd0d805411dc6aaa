package claim

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"sync"

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

// setting is what the traits of all predicates of a report share.
type setting struct {
	r         *reading
	groups    [][3]symbol // of words, by token; clusters coarse to fine
	values    []symbol    // what the lexicons say, by token
	telling   []bool      // whether that is much, by token
	lower     []symbol    // forms in lower case
	vectors   [][]int8    // of words
	nominals  []symbol    // kinds of nominals, by token; 0 for those not asked for yet
	sentences []sentenceSetting
	mean      []int8
	density   symbol // how much of the report is of negotiating
	lead      symbol // what its first sentences hold
}

type sentenceSetting struct {
	mean  []int8
	holds symbol // texts, meetings, days
	about symbol // whether it speaks of an issue of the agenda
	place symbol // heading, item
	under symbol // whether what a text provides is told: "under the plan"
	first symbol // its first word
}

// meanUnit is how much finer the means of vectors are stored than vectors.
const meanUnit = 4

// meanOf returns the mean vector of the content words of a range.
func (s *setting) meanOf(words lang.Range, except int) []int8 {
	var sum [lang.VectorSize]int32
	n := int32(0)
	for i := words.Start; i < words.End; i++ {
		if i == except {
			continue
		}
		switch s.r.upos(i) {
		case "NOUN", "VERB", "ADJ", "PROPN", "ADV":
		default:
			continue
		}
		if v := s.vectors[i]; v != nil {
			n++
			for k, x := range v {
				sum[k] += int32(x)
			}
		}
	}
	if n == 0 {
		return nil
	}
	out := make([]int8, lang.VectorSize)
	for k, x := range sum {
		out[k] = int8(max(-127, min(127, x*meanUnit/n)))
	}
	return out
}

// holdsOf says which kinds of things of a negotiation a range names.
func (r *reading) holdsOf(s lang.Range) string {
	var text, meeting, deadline bool
	for k := s.Start; k < s.End; k++ {
		text = text || r.isTextNoun(k)
		meeting = meeting || lex().meetings.Nouns[r.lemma(k)]
		deadline = deadline || r.lemma(k) == "deadline"
	}
	out := ""
	if text {
		out += "t"
	}
	if meeting {
		out += "m"
	}
	if deadline {
		out += "d"
	}
	return out
}

// setting describes the report.
func (r *reading) setting() *setting {
	n := len(r.doc.Tokens)
	s := &setting{
		r: r, groups: make([][3]symbol, n), values: make([]symbol, n), telling: make([]bool, n), lower: make([]symbol, n),
		vectors: make([][]int8, n), nominals: make([]symbol, n), sentences: make([]sentenceSetting, len(r.doc.Sentences)),
	}
	weight := 0
	for i := range r.doc.Tokens {
		value, lower := r.value(i), r.lower(i)
		s.values[i], s.telling[i], s.lower[i] = symbolOf(value), len(value) > 2, symbolOf(lower)
		s.vectors[i] = lang.Vector(lower)
		for l, c := range lang.Clusters(r.lemma(i)) {
			s.groups[i][l] = clusterSymbols()[c]
		}
		if r.isTextNoun(i) || lex().meetings.Nouns[r.lemma(i)] || lex().meetings.Delegations[r.lemma(i)] || strings.HasPrefix(r.lemma(i), "negotiat") {
			weight++
		}
	}
	s.density = symbolOf(strconv.Itoa(min(9, weight*100/max(1, n))))
	yes, no := symbolOf("1"), symbolOf("0")
	heading, item, under := symbolOf("heading"), symbolOf("item"), symbolOf("under")
	for n, sent := range r.doc.Sentences {
		x := &s.sentences[n]
		x.mean = s.meanOf(sent.Range, -1)
		x.holds = symbolOf(r.holdsOf(sent.Range))
		x.about, x.place, x.under, x.first = no, blank, blank, blank
		if hits := r.agenda.known(r.topicWords(sent.Range)); len(hits) > 0 && hits[0].score >= plainSignal {
			x.about = yes
		}
		switch {
		case sent.Heading:
			x.place = heading
		case sent.Item:
			x.place = item
		}
		for i := sent.Start; i < sent.End; i++ {
			if r.isTextNoun(i) && (r.caseOf(i) == "under" || r.caseOf(i) == "in") {
				x.under = under
			}
		}
		if sent.Start < sent.End {
			x.first = s.lower[sent.Start]
		}
	}
	all := lang.Range{Start: 0, End: n}
	s.mean = s.meanOf(all, -1)
	lead := all
	if len(r.doc.Sentences) > 3 {
		lead.End = r.doc.Sentences[2].End
	}
	s.lead = symbolOf(r.holdsOf(lead))
	return s
}

// clusterSymbols are the names of the clusters of [lang.Clusters] by number.
var clusterSymbols = sync.OnceValue(func() []symbol {
	list := make([]symbol, math.MaxUint16+1)
	for c := range list {
		list[c] = symbolOf("c" + strconv.Itoa(c))
	}
	return list
})

// nominal says what kind of thing a nominal is to a negotiation.
func (s *setting) nominal(i int) symbol {
	if i < 0 {
		return noWord
	}
	if s.nominals[i] == 0 {
		if kind := s.nominalAt(i); kind != "" {
			s.nominals[i] = symbolOf(kind)
		} else {
			s.nominals[i] = s.groups[i][0]
		}
	}
	return s.nominals[i]
}

// nominalAt names the kind, "" where there is no more to say than the word's group.
func (s *setting) nominalAt(i int) string {
	r := s.r
	if r.timeAt[i] >= 0 {
		return "time"
	}
	if r.upos(i) == "PRON" {
		switch f := r.lower(i); f {
		case "we", "i", "you", "it", "they", "he", "she", "us", "them", "him", "this", "that", "which", "who", "what":
			return f
		}
		return "pron"
	}
	if ty := r.typeAt(i); ty != "" && r.upos(i) != "NOUN" {
		if n := r.nameAt(i); n != nil && (ty == lang.LOC || ty == lang.ORG) && r.isState(tidyName(r.doc.Words(n.Range))) {
			return "state"
		}
		return string(ty)
	}
	l := lex()
	lemma := r.lemma(i)
	switch {
	case r.isTextNoun(i):
		return "text"
	case l.points.Parts[lemma]:
		return "part"
	case l.points.Matters[lemma]:
		return "matter"
	case l.meetings.Nouns[lemma]:
		return "meeting"
	case l.actors.Delegations[lemma]:
		return "delegation"
	case l.actors.Groups[lemma]:
		return "group"
	case r.clause(i) != nil:
		return "clause"
	}
	return ""
}

// sense is the word for what a predicate says: its lemma with its particle.
func (r *reading) sense(i int) string {
	if c := r.clause(i); c != nil && r.upos(i) == "VERB" {
		return c.lemma
	}
	return r.lemma(i)
}

// value is what the lexicons say of a predicate.
func (r *reading) value(i int) string {
	l := lex()
	lemma := r.lemma(i)
	switch r.upos(i) {
	case "VERB":
		c := r.clause(i)
		if c == nil {
			return "-"
		}
		v := c.lexical(l.positions.Verbs) + "/" + c.value(l.points.Status) + "/"
		if c.is(l.meetings.Verbs) {
			v += "m"
		}
		return v
	case "ADJ":
		return l.positions.Adjectives[lemma]
	case "NOUN":
		v := l.positions.Nouns[lemma]
		if l.meetings.Nouns[lemma] {
			v += "/m"
		}
		if l.points.Acts[lemma] {
			v += "/a"
		}
		return v
	}
	return "-"
}

// who says of whom a nominal speaks: the entity's type, how often the report
// names it, and its last title.
func (r *reading) who(i int) (kind, often, title string) {
	if i < 0 || r.entity[i] < 0 || r.entity[i] >= len(r.said.Entities) {
		return "-", "0", "-"
	}
	e := &r.said.Entities[r.entity[i]]
	kind = string(e.Type)
	if kind == "" {
		kind = "a " + lastWord(e.Name)
	}
	switch n := len(e.Mentions); {
	case n > 8:
		often = "9"
	case n > 3:
		often = "4"
	default:
		often = strconv.Itoa(n)
	}
	title = "-"
	if len(e.Titles) > 0 {
		title = lastWord(e.Titles[len(e.Titles)-1])
	}
	return kind, often, title
}

func lastWord(s string) string {
	s = strings.ToLower(s)
	if i := strings.LastIndexByte(s, ' '); i >= 0 {
		s = s[i+1:]
	}
	return s
}

// tellerOf describes who tells what token i says, and how.
func (r *reading) tellerOf(i int) (teller, title, cue string) {
	a := r.inner[i]
	if a < 0 {
		return "report", "-", "-"
	}
	x := &r.said.Attributions[a]
	cue = "-"
	if len(x.Cue) > 0 && x.Cue[0].Start < len(r.lemmas) {
		cue = r.lemma(x.Cue[0].Start)
	}
	teller, title = "unknown", "-"
	if len(x.Voices) > 0 {
		v := x.Voices[len(x.Voices)-1]
		teller = string(v.Type)
		title = lastWord(v.Name)
		if v.Entity >= 0 && v.Entity < len(r.said.Entities) {
			title = "-"
			if ts := r.said.Entities[v.Entity].Titles; len(ts) > 0 {
				title = lastWord(ts[len(ts)-1])
			}
		}
	}
	return teller, title, cue
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

// traits describes the predicate at token i.
func (s *setting) traits(t *traits, i int) {
	r := s.r
	t.keys, t.atoms, t.slots = t.keys[:0], t.atoms[:0], [slotCount][]int8{}
	sense, up, rel := symbolOf(r.sense(i)), symbolOf(r.upos(i)), symbolOf(r.rel(i))
	g0, g1, g2 := s.groups[i][0], s.groups[i][1], s.groups[i][2]
	val := s.values[i]
	sn := &s.sentences[r.sent[i]]
	sent := r.doc.Sentences[r.sent[i]]
	modal, neg, voice, mark := blank, blank, symbolOf("a"), blank
	form := r.doc.Tokens[i].XPOS
	subj, obj, comp, obl := -1, -1, -1, -1
	c := r.clause(i)
	if c != nil {
		modal, mark = symbolOf(c.modal), symbolOf(c.mark)
		neg = symbolIf(c.neg, "not")
		if c.passive {
			voice = symbolOf("p")
		}
		form += wordIf(c.perfect, "+") + wordIf(c.ongoing, "~")
		if len(c.subj) > 0 {
			subj = c.subj[0]
		}
		if len(c.obj) > 0 {
			obj = c.obj[0]
		}
		if len(c.comp) > 0 {
			comp = c.comp[0]
		}
		if len(c.obl) > 0 {
			obl = c.obl[0].head
		}
	}
	tense := symbolOf(form)
	h := r.head(i)
	poss := r.child(i, "nmod:poss")
	if subj < 0 && r.upos(i) == "NOUN" {
		subj = poss
		if x := r.clause(h); subj < 0 && x != nil && base(r.rel(i)) == "obj" && len(x.subj) > 0 {
			subj = x.subj[0]
		}
	}
	if obl < 0 {
		obl = r.child(i, "nmod", "obl")
	}
	st, ot := s.nominal(subj), s.nominal(obj)
	about := sn.about
	holds := sn.holds
	voiceType := "none"
	if ch := r.chain(i); len(ch) > 0 {
		voiceType = string(ch[len(ch)-1].Type)
	}
	who := symbolOf(voiceType + wordIf(r.direct(i), "!"))
	cue := symbolIf(r.cue[i], "cue")
	compSense, compValue, compGroup := noWord, noWord, noWord
	if comp >= 0 {
		compSense, compValue, compGroup = symbolOf(r.sense(comp)), s.values[comp], s.groups[comp][1]
	}
	headSense, headGroup, headValue, headType, headRel := noWord, noWord, noWord, noWord, "-"
	if h >= 0 {
		headSense, headGroup, headValue, headType, headRel = symbolOf(r.sense(h)), s.groups[h][1], s.values[h], s.nominal(h), r.rel(h)
	}
	cs := blank
	if r.upos(i) == "NOUN" || r.upos(i) == "PROPN" {
		cs = symbolOf(r.caseOf(i))
	}
	det := func(k int) symbol {
		if k < 0 {
			return noWord
		}
		if d := r.child(k, "det"); d >= 0 {
			return s.lower[d]
		}
		return blank
	}

	t.one(0)
	t.one(1, sense)
	t.join(2, sense, neg, modal)
	t.join(3, sense, rel)
	t.join(4, sense, voice, tense)
	t.join(5, sense, st)
	t.join(6, sense, ot)
	t.join(7, sense, compSense)
	t.join(8, sense, about)
	t.join(9, sense, mark)
	t.join(10, sense, holds)
	t.join(11, sense, cs, headSense)
	t.one(12, g1)
	t.join(13, g1, neg, modal)
	t.one(14, g2)
	t.join(15, g0, st, ot)
	t.join(16, g1, voice, tense, rel)
	t.one(17, up, tense)
	t.join(17, up, tense, rel)
	t.join(18, headSense, rel)
	t.join(19, headGroup, rel)
	t.join(20, headGroup, rel, g1)
	t.join(21, headValue, rel, val)
	t.one(22, val)
	t.join(23, val, neg, modal)
	t.join(24, val, st)
	t.join(25, val, ot)
	t.join(26, val, about, holds)
	t.join(27, st, modal, neg)
	t.join(28, st, ot)
	t.join(29, about, holds, up)
	t.join(30, about, st)
	t.join(31, who, st)
	t.join(32, who, val)
	t.join(33, who, st, modal, neg)
	t.join(34, cue, sense)
	t.join(35, cue, val, compValue)
	t.join(36, compValue, val)
	t.join(37, compSense, neg, modal)
	t.one(38, sn.place)
	t.join(38, sn.place, up)
	t.join(39, mark, modal, tense)
	t.join(48, headType, rel, cs)
	t.join(49, sense, headType, cs)
	t.join(50, cs, headSense)
	t.slots[slotSelf] = s.vectors[i]

	t.one(71, rel)
	t.one(72, modal)
	t.one(73, neg)
	t.one(74, voice)
	t.one(75, mark)
	t.one(76, st)
	t.one(77, ot)
	t.one(78, about)
	t.one(79, holds)
	t.one(80, who)
	t.one(81, cue)
	t.one(82, compSense)
	t.one(83, compValue)
	t.one(84, compGroup)
	t.one(85, headSense)
	t.one(86, headGroup)
	t.one(87, headValue)
	t.one(88, headType)
	t.one(89, cs)
	t.one(90, g0)
	t.one(91, symbolOf(r.rel(i)+"<"+headRel))
	t.one(92, det(i))
	t.one(93, det(subj))
	t.one(94, det(obj))
	if subj >= 0 {
		kind, often, title := symbols3(r.who(subj))
		t.one(95, kind)
		t.one(96, often)
		t.one(97, title)
		t.join(98, often, val)
		t.join(99, title, val)
		t.join(100, kind, g1)
		t.one(101, symbolOf(r.lemma(subj)))
		t.slots[slotSubject] = s.vectors[subj]
	}
	if obj >= 0 {
		lemma := symbolOf(r.lemma(obj))
		t.one(102, lemma)
		t.join(103, g1, lemma)
		t.join(150, sense, det(obj))
		t.join(151, val, det(obj), s.values[obj])
		t.one(152, s.values[obj])
		t.slots[slotObject] = s.vectors[obj]
	}
	if comp >= 0 {
		below := noWord
		if x := r.clause(comp); x != nil {
			not := symbolIf(x.neg, "not")
			below = symbolOf(wordIf(x.neg, "not") + x.modal + x.mark)
			t.join(142, sense, not)
			t.join(143, val, not, neg)
			t.join(144, val, compValue, neg, not)
			if len(x.subj) > 0 {
				t.one(145, s.nominal(x.subj[0]))
				t.join(146, val, s.nominal(x.subj[0]))
			}
		}
		t.one(147, below)
		t.slots[slotComplement] = s.vectors[comp]
	}
	if obl >= 0 {
		t.one(148, s.nominal(obl), symbolOf(r.caseOf(obl)))
		t.join(149, sense, s.nominal(obl))
		t.slots[slotOblique] = s.vectors[obl]
	}
	if h >= 0 {
		t.slots[slotHead] = s.vectors[h]
	}
	teller, title, saying := symbols3(r.tellerOf(i))
	direct := symbolIf(r.direct(i), "direct")
	t.one(104, teller)
	t.one(105, title)
	t.one(106, saying)
	t.join(107, teller, st)
	t.join(108, title, val)
	t.join(109, teller, direct, modal, neg)
	// The report and the sentence.
	t.one(110, s.density)
	t.one(111, s.lead)
	t.join(112, s.density, val)
	t.join(113, s.density, holds)
	place := symbolOf(bucket(r.sent[i]))
	t.one(114, place)
	t.join(115, place, holds)
	t.one(116, symbolOf(bucket(sent.Len()/2)))
	t.one(117, sn.under)
	t.join(118, sn.under, modal, up)
	t.one(119, sn.about)
	t.one(120, sn.first)
	t.one(121, direct)
	if n := r.sent[i]; n > 0 {
		p := &s.sentences[n-1]
		t.one(122, p.holds)
		t.one(123, p.about, p.place)
		t.one(124, p.under)
		t.slots[slotPrevious] = p.mean
	}
	// The words around.
	if i > sent.Start {
		t.one(52, s.lower[i-1])
		t.join(51, s.lower[i-1], sense)
		t.join(52, s.lower[i-1], up)
		t.join(53, s.groups[i-1][1], g1)
		t.slots[slotBefore] = s.vectors[i-1]
	}
	if i+1 < sent.End {
		t.one(55, s.lower[i+1])
		t.join(54, sense, s.lower[i+1])
		t.join(55, up, s.lower[i+1])
		t.join(56, g1, s.groups[i+1][1])
		t.slots[slotAfter] = s.vectors[i+1]
	}
	if i-1 > sent.Start {
		t.one(125, s.lower[i-2])
		t.join(126, s.lower[i-2], s.lower[i-1])
		t.slots[slotBefore2] = s.vectors[i-2]
	}
	if i+2 < sent.End {
		t.one(127, s.lower[i+2])
		t.join(128, s.lower[i+1], s.lower[i+2])
		t.slots[slotAfter2] = s.vectors[i+2]
	}
	// What hangs on it.
	aux := ""
	for _, k := range r.kids[i] {
		relation := base(r.rel(k))
		switch relation {
		case "punct":
			continue
		case "aux":
			aux += r.lemma(k) + " "
		}
		kr, kt, kc := symbolOf(relation), s.nominal(k), symbolOf(r.caseOf(k))
		t.one(57, kr, symbolOf(r.lemma(k)))
		t.one(58, kr, kc)
		t.one(58, kr, kt)
		t.join(58, kr, kc, kt)
		t.join(59, g1, kr, kc)
		t.join(60, sense, kr, kc)
		t.one(61, kr, s.groups[k][1])
		t.join(61, g1, kr, s.groups[k][1])
		t.join(62, val, kr, kt)
		t.join(63, g0, kr, kc, kt)
		switch relation {
		case "conj", "ccomp", "xcomp", "advcl", "acl":
			t.one(129, kr, s.values[k])
		}
		if x := r.timeAt[k]; x >= 0 {
			day := r.times[x].Interval
			when := "?"
			switch {
			case day.IsZero():
			case day.To.Before(r.report.Published):
				when = "past"
			case r.report.Published.Before(day.From):
				when = "future"
			default:
				when = "now"
			}
			t.one(130, symbolOf(when), kc)
			t.join(131, symbolOf(when), val)
		}
	}
	t.one(132, symbolOf(aux))
	t.join(133, symbolOf(aux), val)
	// What it hangs on.
	governor := -1
	path := r.rel(i)
	for k, steps := h, 0; k >= 0 && steps < 5; k, steps = r.head(k), steps+1 {
		if steps > 0 {
			t.one(64, symbolOf(r.sense(k)))
			t.join(65, s.groups[k][1], val)
		}
		if steps < 3 {
			path += "<" + base(r.rel(k))
		}
		if x := r.clause(k); x != nil {
			if governor < 0 {
				governor = k
			}
			mark, modal := symbolOf(x.mark), symbolOf(x.modal)
			t.one(66, mark, modal)
			t.join(66, mark, modal, up)
			if r.conditional(x) {
				t.join(67, val)
				t.one(67)
			}
		}
	}
	t.one(134, symbolOf(path))
	if governor >= 0 {
		x := r.clause(governor)
		t.slots[slotGovernor] = s.vectors[governor]
		lemma, not, modal := symbolOf(x.lemma), symbolIf(x.neg, "not"), symbolOf(x.modal)
		t.one(135, lemma)
		t.one(136, s.values[governor], not, modal)
		t.join(137, lemma, val)
		t.join(138, lemma, rel, not, modal)
		if len(x.subj) > 0 {
			t.one(139, s.nominal(x.subj[0]))
			t.join(140, s.nominal(x.subj[0]), lemma)
		}
	}
	if poss >= 0 {
		t.one(68, s.nominal(poss))
		t.join(68, s.nominal(poss), g1)
		t.join(68, s.nominal(poss), val)
	}
	for _, k := range r.children(i, "amod", "compound", "advmod") {
		t.slots[slotModifier] = s.vectors[k]
		t.join(69, s.nominal(k), sense)
		t.join(70, s.nominal(k), g1)
	}
	// Other predicates of the sentence.
	var others []symbol
	switch r.upos(i) {
	case "VERB", "NOUN", "ADJ":
		for k := sent.Start; k < sent.End; k++ {
			if k != i && s.telling[k] && !slices.Contains(others, s.values[k]) {
				others = append(others, s.values[k])
			}
		}
	}
	for _, v := range others {
		t.one(141, v)
	}
	near := lang.Range{Start: max(sent.Start, i-5), End: min(sent.End, i+6)}
	t.slots[slotNear] = s.meanOf(near, i)
	t.slots[slotOwn] = s.meanOf(r.own(i), i)
	t.slots[slotSentence] = sn.mean
	t.slots[slotReport] = s.mean
}
