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

	act bool // its content is what the source does or means to do, not what it says is so
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
	Level      int    // voices of one attribution with the same level stand side by side ("A and B said")
	Count      int    // number of an unnamed voice ("two officials"), 0 unknown
	Of         string // whom it speaks for ("a source close to the Estrel government": Estrel)
}

// Entity is somebody or something the text names, under all the words that
// stand for it: names, surnames, pronouns, roles.
type Entity struct {
	Name     string        // the fullest name in the text; for an unnamed one its first words without article
	Type     lang.NameType // PER, ORG, LOC, NORP; "" for an unnamed one
	Gender   Gender
	Titles   []string  // roles and titles the text gives it: "foreign minister"
	Roles    []Role    // the same with their places, in order of the text
	Mentions []Mention // in order of the text
	Members  []int     // the entities a plural one is made of ("Brandt and Okoye … they"), else nil
}

// Role is an office or other capacity that a text gives an entity: by a title
// before the name, an apposition, or "is".
type Role struct {
	lang.Range        // the words that give it, without the name
	Title      string // "foreign minister", in lower case
	Of         string // of what or for whom, as printed: "Norvanan", "the Dockers' Union", "Marrow"; "" where it is not said
	OfEntity   int    // index in Said.Entities of Of, -1 for none
	Former     bool   // "former", "ex-", "late", "then"
	Inferred   bool   // by what the text tells of another: "who took over from the envoy", "her Norvanan counterpart"
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
	Head int // the head token of the range
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

	innermost, entityAt []int32 // by token; see index
}

// Options of Find.
type Options struct {
	Outlet string // the text's own outlet: never a link of a chain ("told Reuters" in a report of Reuters)
	// Trust trades precision for recall: attributions of a lower confidence are
	// left out. 0 stands for the balanced default.
	Trust float64
}

// Chain returns the voices of all attributions whose content holds token i, outermost first.
// Beliefs and expectations count as words do. What somebody does or means to do does
// not ("Norvana agreed to disarm"): that Norvana agreed is said by somebody else.
func (s *Said) Chain(i int) []Source {
	var chain []Source
	for at, deep := s.Innermost(i), 0; at >= 0 && deep < maxDepth; at, deep = s.Attributions[at].Parent, deep+1 {
		voices := s.Attributions[at].Voices
		if s.Attributions[at].act {
			continue
		}
		if len(voices) > 0 && len(chain) >= len(voices) && sameVoices(voices, chain[:len(voices)]) {
			continue // "She said she hoped": one voice
		}
		chain = append(append([]Source(nil), voices...), chain...)
	}
	return chain
}

// sameVoices reports whether two lists name the same entities.
func sameVoices(a, b []Source) bool {
	for i := range a {
		if a[i].Entity < 0 || a[i].Entity != b[i].Entity {
			return false
		}
	}
	return true
}

// maxDepth bounds how deep attributions nest.
const maxDepth = 8

// Innermost returns the index of the deepest attribution whose content holds token i, -1 for none.
func (s *Said) Innermost(i int) int {
	if i < 0 || i >= len(s.innermost) {
		return -1
	}
	return int(s.innermost[i])
}

// EntityAt returns the index of the entity that token i stands for or helps to
// name, -1 for none: that of the shortest mention around it, so that "Norvana" in
// "Norvana's top diplomat" is Norvana and "diplomat" is the diplomat.
func (s *Said) EntityAt(i int) int {
	if i < 0 || i >= len(s.entityAt) {
		return -1
	}
	return int(s.entityAt[i])
}

// index makes Innermost and EntityAt a look-up; tokens is the length of the text.
func (s *Said) index(tokens int) {
	s.innermost = make([]int32, tokens)
	s.entityAt = make([]int32, tokens)
	depth := make([]int8, tokens)
	length := make([]int32, tokens)
	for i := range tokens {
		s.innermost[i], s.entityAt[i], depth[i] = -1, -1, -1
	}
	for n := range s.Attributions {
		d := int8(0)
		for p := s.Attributions[n].Parent; p >= 0 && d < maxDepth; p = s.Attributions[p].Parent {
			d++
		}
		for _, c := range s.Attributions[n].Content {
			for i := max(c.Start, 0); i < min(c.End, tokens); i++ {
				if d > depth[i] {
					depth[i], s.innermost[i] = d, int32(n)
				}
			}
		}
	}
	for e := range s.Entities {
		for _, m := range s.Entities[e].Mentions {
			for i := max(m.Start, 0); i < min(m.End, tokens); i++ {
				if l := int32(m.Len()); length[i] == 0 || l < length[i] {
					length[i], s.entityAt[i] = l, int32(e)
				}
			}
		}
	}
}
