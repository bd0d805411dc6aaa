// Package attribution finds who is said to have said what, according to whom.
// [Find] is the entry point. It works on a [lang.Doc] and knows nothing of
// negotiations.
//
// An attribution has a cue ("said", "according to"), a source, which may be
// missing, and a content, which may be in pieces (Newell, Margolin and Ruths,
// PolNeAR, LREC 2018). Attributions nest: the chain of a token is the sources of
// all contents that hold it, outermost first.
package attribution

import "rapporteur/lang"

// Attribution is one cue with its source and content.
type Attribution struct {
	Cue         []lang.Range // fragments in order; a cue may be in pieces ("made … clear")
	Source      []lang.Range // the words for the source; nil where it is missing
	Content     []lang.Range
	Parent      int      // index in Said.Attributions of the attribution that holds this one, -1 at the top
	Voices      []Source // whom the source words stand for, outermost first: "NBC, citing a Russian source" has two; "two ministers, A and B" is one link each with the same Level
	Attitude    bool     // a belief, wish, intention or perception, not an act of speech
	Negated     bool     // "declined to comment", "did not specify": nothing was said
	Conditional bool     // "would say", "if he says"
	Quoted      Quoted
	Confidence  float64 // 0 to 1
}

// Quoted says how much of a content stands in quotation marks.
type Quoted uint8

// How a content is quoted.
const (
	Indirect Quoted = iota
	Partly
	Direct
)

// Type is what kind of voice a source is.
type Type string

// The types of source.
const (
	Person      Type = "person"
	Anonymous   Type = "anonymous"
	Outlet      Type = "outlet"
	Institution Type = "institution"
	Document    Type = "document"
	Group       Type = "group"
)

// Source is one voice.
type Source struct {
	lang.Range        // the words that name it
	Name       string // resolved within the text: the fullest name of the entity; else the words without article
	Type       Type
	Entity     int    // index in Said.Entities, -1 for none
	Count      int    // number of an unnamed voice ("two officials"), 0 unknown
	Of         string // whom it speaks for ("a source close to the Estrel government": Estrel)
}

// Entity is somebody or something the text names, under all the words that
// stand for it: names, surnames, pronouns, roles.
type Entity struct {
	Name     string        // the fullest name in the text
	Type     lang.NameType // PER, ORG, LOC, NORP; "" for an unnamed one
	Gender   Gender
	Titles   []string  // roles and titles the text gives it: "foreign minister"
	Mentions []Mention // in order of the text
	Members  []int     // the entities a plural one is made of ("Brandt and Okoye … they"), else nil
}

// Gender is what pronouns a text uses for an entity.
type Gender uint8

// Genders, as far as pronouns and titles tell.
const (
	UnknownGender Gender = iota
	Masculine
	Feminine
	Neuter
	Plural
)

// Mention is one place where an entity is named or meant.
type Mention struct {
	lang.Range
	Kind MentionKind
}

// MentionKind is how a mention refers.
type MentionKind uint8

// Kinds of mention.
const (
	ByName MentionKind = iota
	ByPronoun
	ByRole
)

// Said is everything attributed in one text.
type Said struct {
	Attributions []Attribution
	Entities     []Entity
}

// Options of Find.
type Options struct {
	Outlet string // the text's own outlet: never a link of a chain ("told Reuters" in a report of Reuters)
	// Trust trades precision for recall: attributions of a lower confidence are
	// left out. 0 stands for the balanced default.
	Trust float64
}

// Chain returns the voices of all attributions whose content holds token i, outermost first.
// Attitudes count, since what somebody believes is on the word of who reports the belief.
func (s *Said) Chain(i int) []Source {
	var chain []Source
	for at := s.Innermost(i); at >= 0; at = s.Attributions[at].Parent {
		chain = append(append([]Source(nil), s.Attributions[at].Voices...), chain...)
	}
	return chain
}

// Innermost returns the index of the deepest attribution whose content holds token i, -1 for none.
func (s *Said) Innermost(i int) int {
	best, depth := -1, -1
	for n := range s.Attributions {
		for _, c := range s.Attributions[n].Content {
			if c.Contains(i) {
				d := 0
				for p := s.Attributions[n].Parent; p >= 0; p = s.Attributions[p].Parent {
					d++
				}
				if d > depth {
					best, depth = n, d
				}
				break
			}
		}
	}
	return best
}

// EntityAt returns the index of the entity with the longest mention that has the head token i inside, -1 for none.
func (s *Said) EntityAt(i int) int {
	best, length := -1, 0
	for e := range s.Entities {
		for _, m := range s.Entities[e].Mentions {
			if m.Contains(i) && (best < 0 || m.Len() > length) {
				best, length = e, m.Len()
			}
		}
	}
	return best
}
