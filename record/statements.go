package record

import (
	"cmp"
	"iter"
	"slices"
	"strings"

	"rapporteur"
)

// statement is words of one speaker with the facts that give them.
type statement struct {
	*rapporteur.Statement // apart, so that a record does not keep all the rest
	facts                 []*fact
	first                 *utterance
	moved                 bool // by what joined last
	disputes              []dispute
}

// utterance is a fact of a statement with its speaker resolved.
type utterance struct {
	*fact
	speaker string // actor ID
	who     uint64 // the speaker, else the unnamed voice
	grams   []uint32
}

const (
	statementSpan = 10 // days within which like words of one speaker are one statement
	gram          = 3  // words
)

// crowd is the number of statements of one speaker and time that are looked at
// one by one; more are found by their words.
const crowd = 16

// statementRule: a statement is found by its speaker and its time, and where there
// are many of them by three words that stand together. The few of no known or of a
// long time are kept apart: they may be near any other.
func statementRule() rule[*utterance, *statement] {
	someTime, atAnyTime, dated := hash("some time"), hash("at any time"), hash("dated")
	listed := map[uint64]int8{} // how many statements stand under a speaker and time, up to a crowd
	words := func(key uint64, grams []uint32, out []uint64) []uint64 {
		for _, g := range grams {
			out = append(out, uint64(g)^key)
		}
		return out
	}
	return rule[*utterance, *statement]{
		order: func(x, y *utterance) int { return byPlace(x.fact, y.fact) },
		begin: func(f *utterance) *statement {
			return &statement{Statement: &rapporteur.Statement{}, first: f}
		},
		join: (*statement).join,
		fit:  (*statement).alike,
		look: func(f *utterance) (out []uint64) {
			near, any := times(f.when(), statementSpan)
			if !any {
				out = append(out, f.who^dated)
			}
			look := func(key uint64) {
				n := listed[key]
				if n > 0 {
					out = append(out, key)
				}
				if n == crowd {
					out = words(key, f.grams, out)
				}
			}
			look(f.who ^ someTime)
			for t := range near.all() {
				look(f.who ^ t)
			}
			return out
		},
		keys: func(s *statement, _ *utterance) (out []uint64) {
			put := func(key uint64) {
				if listed[key] == crowd {
					out = words(key, s.first.grams, out)
				} else {
					listed[key]++
					out = append(out, key)
				}
			}
			in, any := times(s.Date, 0)
			if !any {
				put(s.first.who ^ someTime)
				return out
			}
			out = append(out, s.first.who^dated)
			for t := range in.all() {
				put(s.first.who ^ t)
			}
			return out
		},
		moved: func(s *statement) bool { return s.moved },
		circle: func(f *utterance) []uint64 {
			out := []uint64{f.who ^ atAnyTime}
			in, any := times(f.when(), 0)
			if !any {
				return append(out, f.who^someTime)
			}
			for t := range in.all() {
				out = append(out, f.who^t)
			}
			return out
		},
		reach: func(s *statement, _ *utterance) []uint64 {
			if _, any := times(s.first.when(), 0); any {
				// its time may have been any from that of its first report on
				if near, any := times(span(s.first.when(), s.Date), statementSpan); any {
					out := []uint64{s.first.who ^ someTime}
					for t := range near.all() {
						out = append(out, s.first.who^t)
					}
					return out
				}
			}
			return []uint64{s.first.who ^ atAnyTime}
		},
	}
}

// stretch is times of forty days, by their numbers from the first to the last; the zero stretch is none.
type stretch struct{ from, to uint64 }

// times returns the times that an interval and some days around it lie in, none for
// one that is long or has no end.
func times(i rapporteur.Interval, around int) (s stretch, any bool) {
	const long = 40 // days
	if i.From.IsZero() || i.To.IsZero() {
		return s, false
	}
	start := rapporteur.NewDate(1, 1, 1)
	from, to := i.From.Sub(start), i.To.Sub(start)
	if n := to - from + 1; n <= 0 || n > long {
		return s, false
	}
	return stretch{1 + uint64(max(0, (from-around)/long)), 1 + uint64(max(0, (to+around)/long))}, true
}

// all returns the keys of the times.
func (s stretch) all() iter.Seq[uint64] {
	return func(yield func(uint64) bool) {
		for n := s.from; n > 0 && n <= s.to; n++ {
			if !yield(n * 0x9E3779B97F4A7C15) {
				return
			}
		}
	}
}

// uttering reads the words of a fact.
func (b *Keeper) uttering(f *fact) *utterance {
	b.grams = appendRuns(b.grams[:0], b.said.fold(f.Statement.Words), gram)
	return &utterance{fact: f, grams: slices.Clone(b.grams)}
}

// utterance resolves a fact.
func (b *Keeper) utterance(f *fact) *utterance {
	var u *utterance
	if len(b.uttered) > 0 && b.uttered[0].fact == f {
		u, b.uttered = b.uttered[0], b.uttered[1:]
	} else {
		u = b.uttering(f)
	}
	if m := speaker(f.Claim); m.Name != "" {
		u.speaker = b.actor(m)
	}
	who := u.speaker
	if who == "" {
		who = f.worded().voice.origin.key + "|" + fold(f.Statement.Speaker.Name)
	}
	u.who = hash(who)
	return u
}

// worded returns the fact that gives the words which a fact denies, itself where it
// denies none.
func (f *fact) worded() *fact {
	first := f
	if f.Modality != rapporteur.Denied {
		return f
	}
	for _, o := range f.r.facts {
		if f.answers(o) && (first == f || byPlace(o, first) < 0) {
			first = o
		}
	}
	return first
}

// answers reports whether a fact denies the words of another of its report.
func (f *fact) answers(o *fact) bool {
	return f.Statement != nil && o.Statement != nil && f.Modality == rapporteur.Denied && o.Modality != rapporteur.Denied && !o.gone && !f.gone &&
		f.Statement.Words == o.Statement.Words && f.Statement.Speaker.Name == o.Statement.Speaker.Name
}

// deniers returns the facts that deny words of some others: they go where the words go.
func deniers(facts ...[]*fact) (out []*fact) {
	for _, f := range slices.Concat(facts...) {
		if f.Statement != nil && f.Modality != rapporteur.Denied {
			for _, o := range f.r.facts {
				if o.answers(f) {
					out = append(out, o)
				}
			}
		}
	}
	return out
}

func sameUtterance(x, y *utterance) bool { return x.speaker == y.speaker && x.who == y.who }

// settleStatement completes a statement: of its words the quoted ones, then the most.
func (b *Keeper) settleStatement(s *statement) bool {
	var facts, against []*fact
	for _, f := range s.facts {
		if f.Modality == rapporteur.Denied {
			against = append(against, f)
		} else {
			facts = append(facts, f)
		}
	}
	if len(facts) == 0 {
		return false
	}
	first := facts[0].Statement
	s.ID, s.Claims = id("w", facts), claimIDs(facts)
	s.Speaker, s.Refusal = s.first.speaker, first.Refusal
	s.Standing = b.standing(facts)
	if a := b.byID[s.Speaker]; a != nil {
		s.SpeakerName = a.Name
	} else {
		s.SpeakerName = cleanName(first.Speaker.Name, s.Speaker != "")
	}
	s.Words, s.Direct = first.Words, first.Direct
	for _, f := range facts[1:] {
		if o := f.Statement; o.Direct && !s.Direct || o.Direct == s.Direct && len(o.Words) > len(s.Words) {
			s.Words, s.Direct = o.Words, o.Direct
		}
	}
	s.disputes = b.disputeWords(s, facts, against)
	if b.closed {
		s.first = nil // which only finds others
	}
	return true
}

// disputeWords returns the dispute on what somebody said: his words against those that
// others put in their place, or against their word that it is not so.
func (b *Keeper) disputeWords(s *statement, facts, against []*fact) []dispute {
	if len(against) == 0 {
		return nil
	}
	sides := []side{{cleanWords(s.Words), facts}}
	for _, f := range against {
		value := cmp.Or(cleanWords(f.Statement.Instead), "not so")
		if at := slices.IndexFunc(sides[1:], func(o side) bool { return o.value == value }); at >= 0 {
			sides[1+at].facts = append(sides[1+at].facts, f)
		} else {
			sides = append(sides, side{value, []*fact{f}})
		}
	}
	return b.dispute(rapporteur.KindStatement, s.ID, "words", capital(s.SpeakerName)+": “"+cleanWords(s.Words)+"”. Does the statement hold?", sides...)
}

// cleanWords are words in one line without marks at their end.
func cleanWords(words string) string {
	return strings.TrimRight(strings.Join(strings.Fields(words), " "), ".,;:")
}

// speaker returns who is named as the speaker of a statement.
func speaker(c *rapporteur.Claim) rapporteur.Mention {
	if c.Statement.Type == rapporteur.AnonymousSource || c.Statement.Type == rapporteur.DocumentSource {
		return rapporteur.Mention{}
	}
	m := c.Statement.Speaker
	if m.Kind == "" {
		m.Kind = kindOf(c.Statement.Type)
	}
	return m
}

// alike says how much of their words a statement and a fact share, 0 where they are two.
func (s *statement) alike(f *utterance) (score, string) {
	if s.first.who != f.who || s.first.Statement.Refusal != f.Statement.Refusal || !near(s.Date, f.when(), statementSpan) {
		return 0, ""
	}
	least, most := min(len(s.first.grams), len(f.grams)), max(len(s.first.grams), len(f.grams))
	n := shared(s.first.grams, f.grams)
	if share := float64(n) / float64(least); share >= 0.7 && (float64(n)/float64(most) >= 0.35 || least >= 5) {
		return share, "same speaker, near-equal words"
	}
	return 0, ""
}

func (s *statement) join(f *utterance, why string) {
	if len(s.facts) > 0 {
		s.Merges = append(s.Merges, rapporteur.Merge{What: f.ID, Reason: why})
	}
	s.facts = append(s.facts, f.fact)
	was := s.Date
	defer func() { s.moved = s.Date != was }()
	if s.Date.IsZero() {
		s.Date = f.when()
	} else if w := f.when(); w.Exact() && w.From.Before(s.Date.From) {
		s.Date = w
	}
}
