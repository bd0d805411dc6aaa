package record

import (
	"rapporteur"
)

// statement is words of one speaker with the facts that give them.
type statement struct {
	facts    []*fact
	first    *utterance
	date     rapporteur.Interval
	merges   []rapporteur.Merge
	standing rapporteur.Standing
}

// utterance is a fact of a statement with its speaker resolved.
type utterance struct {
	*fact
	speaker string // actor ID
	who     uint64 // the speaker, else the unnamed voice
	grams   []uint64
}

const (
	statementSpan = 10 // days within which like words of one speaker are one statement
	gram          = 3  // words
)

// statementRule: a statement is found by its speaker and three words that stand together.
func statementRule() rule[*utterance, *statement] {
	keys := func(who uint64, grams []uint64) []uint64 {
		out := make([]uint64, len(grams))
		for i, g := range grams {
			out[i] = g ^ who
		}
		return out
	}
	return rule[*utterance, *statement]{
		order: func(x, y *utterance) int { return byPlace(x.fact, y.fact) },
		begin: func(f *utterance) *statement {
			return &statement{first: f}
		},
		join:   (*statement).join,
		fit:    (*statement).alike,
		look:   func(f *utterance) []uint64 { return keys(f.who, f.grams) },
		keys:   func(s *statement, _ *utterance) []uint64 { return keys(s.first.who, s.first.grams) },
		once:   true,
		circle: func(f *utterance) []uint64 { return []uint64{f.who} },
		reach:  func(s *statement) []uint64 { return []uint64{s.first.who} },
	}
}

func (b *Keeper) utterance(f *fact) *utterance {
	u := &utterance{fact: f, grams: runs(fold(f.Statement.Words), gram)}
	if m := speaker(f.Claim); m.Name != "" {
		u.speaker = b.actor(m)
	}
	who := u.speaker
	if who == "" {
		who = f.voice.origin.key + "|" + fold(f.Statement.Speaker.Name)
	}
	u.who = hash(who)
	return u
}

func sameUtterance(x, y *utterance) bool { return x.speaker == y.speaker && x.who == y.who }

func (b *Keeper) settleStatement(s *statement) bool {
	s.standing = b.standing(s.facts)
	return true
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
	if s.first.who != f.who || s.first.Statement.Refusal != f.Statement.Refusal || !near(s.date, f.when(), statementSpan) {
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
		s.merges = append(s.merges, rapporteur.Merge{What: f.ID, Reason: why})
	}
	s.facts = append(s.facts, f.fact)
	if s.date.IsZero() {
		s.date = f.when()
	} else if w := f.when(); w.Exact() && w.From.Before(s.date.From) {
		s.date = w
	}
}

// statement writes the row of a statement: of its words the quoted ones, then the most.
func (b *Keeper) statement(s *statement) rapporteur.Statement {
	first := s.facts[0].Statement
	row := rapporteur.Statement{
		ID: id("w", s.facts), Speaker: s.first.speaker, SpeakerName: cleanName(first.Speaker.Name, s.first.speaker != ""), Refusal: first.Refusal,
		Date: s.date, Standing: s.standing, Claims: claimIDs(s.facts), Merges: s.merges,
	}
	if a := b.byID[s.first.speaker]; a != nil {
		row.SpeakerName = a.Name
	}
	for _, f := range s.facts {
		if o := f.Statement; o.Direct && !row.Direct || o.Direct == row.Direct && len(o.Words) > len(row.Words) {
			row.Words, row.Direct = o.Words, o.Direct
		}
	}
	return row
}
