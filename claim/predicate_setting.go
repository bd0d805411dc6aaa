package claim

import (
	"math"
	"strconv"
	"strings"
	"sync"

	"rapporteur/lang"
)

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
