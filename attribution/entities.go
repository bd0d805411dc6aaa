package attribution

import (
	"strings"

	"rapporteur/lang"
)

// entity is an Entity in the making.
type entity struct {
	name      string
	parts     []string // words of the fullest name, without titles
	kind      lang.NameType
	gender    Gender
	told      bool // the gender is told by a title, a role or a pronoun, not only by the given name
	byPronoun bool // the gender is only that of a pronoun that was taken to mean it
	plural    bool
	outlet    bool
	own       bool // the text's own outlet
	class     voiceClass
	noun      string   // head noun of an unnamed one, in lower case
	mods      []string // other content words of its first mention, in lower case
	count     int
	of        string
	ofEnt     int
	roles     []Role
	members   []int
	mentions  []int    // indexes of cast.mentions, in order of the text once all are found
	merged    int      // the entity this one turned out to be, -1 for none
	brought   []Source // the voices through which an unnamed one first spoke
	subjects  int
}

// mention is a Mention in the making.
type mention struct {
	lang.Range
	head int
	kind MentionKind
	ent  int
	gram gram
	sent int32
	of   int // the entity that owns it ("her deputy"), -1 for none
}

// gram is the part that a mention plays in its clause.
type gram uint8

const (
	other gram = iota
	subject
	object
	oblique
	possessive
	apposition
)

// find returns the entity that entity e turned out to be.
func (r *cast) find(e int) int {
	for e >= 0 && r.ents[e].merged >= 0 {
		e = r.ents[e].merged
	}
	return e
}

// newEntity adds an entity.
func (r *cast) newEntity(e entity) int {
	e.merged, e.ofEnt = -1, -1
	r.ents = append(r.ents, e)
	return len(r.ents) - 1
}

// merge makes entity b one with a.
func (r *cast) merge(a, b int) {
	a, b = r.find(a), r.find(b)
	if a == b || a < 0 || b < 0 {
		return
	}
	x, y := &r.ents[a], &r.ents[b]
	y.merged = a
	x.mentions = append(x.mentions, y.mentions...)
	x.roles = append(x.roles, y.roles...)
	x.outlet = x.outlet || y.outlet
	if x.gender == UnknownGender || !x.told && y.told {
		x.gender, x.told = y.gender, y.told
	}
	if x.name == "" {
		x.name = y.name
	}
	if x.brought == nil {
		x.brought = y.brought
	}
}

// addMention notes that a range means an entity, and returns the mention's index.
func (r *cast) addMention(rng lang.Range, head int, kind MentionKind, ent int) int {
	m := mention{Range: rng, head: head, kind: kind, ent: ent, gram: r.gramOf(head), sent: r.sent[head], of: -1}
	r.mentions = append(r.mentions, m)
	at := len(r.mentions) - 1
	e := &r.ents[r.find(ent)]
	e.mentions = append(e.mentions, at)
	if m.gram == subject {
		e.subjects++
	}
	if r.taken[head] == 0 || kind == ByName {
		r.taken[head] = int32(at + 1)
	}
	return at
}

// gramOf returns the part that the phrase with head i plays.
func (r *cast) gramOf(i int) gram {
	for range 6 {
		t := &r.doc.Tokens[i]
		rel, _, _ := strings.Cut(t.Rel, ":")
		switch rel {
		case "nsubj", "csubj":
			return subject
		case "obj", "iobj":
			return object
		case "obl":
			if t.Rel == "obl:agent" {
				return subject
			}
			return oblique
		case "nmod":
			if t.Rel == "nmod:poss" {
				return possessive
			}
			return other
		case "appos":
			if t.Head < 0 || t.Head != r.left[i]-1 { // but "her adviser Jens Holm"
				return apposition
			}
			i = t.Head
			continue
		case "flat", "compound", "conj", "fixed", "goeswith":
			if t.Head < 0 {
				return other
			}
			i = t.Head
			continue
		}
		return other
	}
	return other
}

// headOf returns the token of a range that depends on a token outside it: the last such but for what follows a flat name.
func (r *cast) headOf(rng lang.Range) int {
	for i := rng.Start; i < rng.End; i++ {
		if !rng.Contains(r.doc.Tokens[i].Head) {
			return i
		}
	}
	return rng.End - 1
}

// span is a name before it is known whose.
type span struct {
	lang.Range
	kind  lang.NameType
	parts []string
	title Gender // that a title before the name tells
	guess bool   // no name to the tagger of names
}

// findNames adds the mentions by name, each with an entity of its own for now.
func (r *cast) findNames() {
	spans := r.spans()
	r.mentions = make([]mention, 0, 2*len(spans)+32)
	r.ents = make([]entity, 0, len(spans)+32)
	for _, s := range spans {
		e := r.newEntity(entity{name: strings.Join(s.parts, " "), parts: s.parts, kind: s.kind, gender: s.title, told: s.title != UnknownGender})
		x := &r.ents[e]
		switch s.kind {
		case lang.PER:
			if x.gender == UnknownGender && len(s.parts) > 1 {
				x.gender = r.lex.first[s.parts[0]]
			}
		case lang.ORG:
			x.gender, x.outlet = Neuter, r.lex.outletName(s.parts) ||
				len(s.parts) == 1 && r.lex.outletNames[s.parts[0]] && s.Start > 0 && r.lower(s.Start-1) == "the"
		case lang.LOC:
			x.gender = Neuter
		case lang.NORP:
			x.plural = strings.HasSuffix(s.parts[len(s.parts)-1], "s")
		}
		m := r.addMention(s.Range, r.headOf(s.Range), ByName, e)
		for i := s.Start; i < s.End; i++ {
			r.named[i] = int32(m + 1)
		}
		if s.kind == lang.PER && s.Start > 0 && r.sent[s.Start-1] == r.sent[s.Start] {
			if _, title := r.lex.titles[r.doc.Form(s.Start-1)]; title && r.named[s.Start-1] == 0 { // "Mr Garvey"
				r.named[s.Start-1] = int32(m + 1)
			}
		}
	}
}
