package attribution

import (
	"strings"

	"rapporteur/lang"
)

// cast is who is who, and whatever else is worked out about is worked out about one text while it is read.
type cast struct {
	doc  *lang.Doc
	said *Said
	lex  *lexicon

	own         string // name of the text's own outlet
	ownEntity   int
	left, right []int   // the extent of the subtree of every token
	kidStart    []int32 // kids[kidStart[i]:kidStart[i+1]] are the dependents of token i, in order
	kids        []int32
	sent        []int32
	quoted      []bool // the token stands in quotation marks

	ents     []entity
	mentions []mention
	folk     []bool      // the token is a nationality word used as an adjective
	named    []int32     // 1 + index of the mention by name that holds the token, 0 for none
	taken    []int32     // 1 + index of the mention of any kind whose head the token is
	before   map[int]int // who held the office of an entity before it
}

// resolve finds whom the text names and means, and fills in the voices of the attributions.
func resolve(doc *lang.Doc, said *Said, o Options) {
	r := survey(doc, said, o)
	r.findNames()
	r.groupNames()
	r.findRoles()
	r.heads()
	r.follow()
	r.refer()
	r.voices()
	r.finish()
	said.index(len(doc.Tokens))
}

// survey works out what the later steps ask of trees and layout again and again.
func survey(doc *lang.Doc, said *Said, o Options) *cast {
	n := len(doc.Tokens)
	r := &cast{
		doc: doc, said: said, lex: lex(), own: o.Outlet, ownEntity: -1,
		left: make([]int, n), right: make([]int, n), kidStart: make([]int32, n+2), kids: make([]int32, n),
		sent: make([]int32, n), quoted: make([]bool, n), folk: make([]bool, n), named: make([]int32, n), taken: make([]int32, n),
	}
	for i := range doc.Tokens {
		r.left[i], r.right[i] = i, i+1
	}
	for i := range doc.Tokens {
		if h := doc.Tokens[i].Head; h >= 0 && h < n {
			r.kidStart[h+2]++
		}
	}
	for i := 2; i < n+2; i++ {
		r.kidStart[i] += r.kidStart[i-1]
	}
	// kidStart is one place ahead while kids are filled in, which moves it back.
	for i := range doc.Tokens {
		h := doc.Tokens[i].Head
		if h >= 0 && h < n {
			r.kids[r.kidStart[h+1]] = int32(i)
			r.kidStart[h+1]++
		}
		for steps := 0; h >= 0 && h < n && steps < 100; h, steps = doc.Tokens[h].Head, steps+1 {
			if r.left[h] <= i && i < r.right[h] {
				// The extent of h holds i already, and so do those above it.
				if i != h {
					break
				}
			}
			r.left[h], r.right[h] = min(r.left[h], i), max(r.right[h], i+1)
		}
	}
	for s := range doc.Sentences {
		for i := doc.Sentences[s].Start; i < doc.Sentences[s].End && i < n; i++ {
			r.sent[i] = int32(s)
		}
	}
	r.markQuotes()
	if r.own == "" {
		r.own = r.dateline()
	}
	return r
}

// children returns the dependents of a token in order.
func (r *cast) children(i int) []int32 { return r.kids[r.kidStart[i]:r.kidStart[i+1]] }

// child returns the first dependent of token i with one of the relations, -1 for none.
func (r *cast) child(i int, rels ...string) int {
	for _, k := range r.children(i) {
		for _, rel := range rels {
			if r.doc.Tokens[k].Rel == rel {
				return int(k)
			}
		}
	}
	return -1
}

// lower returns token i in lower case.
func (r *cast) lower(i int) string {
	if i < 0 || i >= len(r.doc.Tokens) {
		return ""
	}
	return strings.ToLower(r.doc.Form(i))
}

// capital reports whether token i begins with a capital letter.
func (r *cast) capital(i int) bool {
	f := r.doc.Form(i)
	return f != "" && (f[0] >= 'A' && f[0] <= 'Z' || f[0] >= 0x80 && strings.ToLower(f) != f)
}

// markQuotes marks the tokens in quotation marks. A mark that is never closed
// reaches to the end of its sentence, or of its paragraph where the next one opens
// with a mark again.
func (r *cast) markQuotes() {
	open := -1
	last := -1
	closeAt := func(end int) {
		for j := open + 1; j < end; j++ {
			r.quoted[j] = true
		}
		open = -1
	}
	for s, sentence := range r.doc.Sentences {
		if sentence.Paragraph != last && open >= 0 {
			first := sentence.Start
			if first < len(r.doc.Tokens) && isQuote(r.doc.Form(first)) {
				closeAt(sentence.Start)
			} else {
				closeAt(r.doc.Sentences[r.doc.SentenceOf(open)].End)
			}
		}
		last = sentence.Paragraph
		for i := sentence.Start; i < sentence.End && i < len(r.doc.Tokens); i++ {
			f := r.doc.Form(i)
			switch {
			case f == "“" || f == "„" || f == "«" || f == "``":
				if open < 0 {
					open = i
				}
			case f == "”" || f == "»" || f == "''":
				if open >= 0 {
					closeAt(i)
				} else if f == "''" {
					open = i
				}
			case f == "\"":
				if open >= 0 {
					closeAt(i)
				} else {
					open = i
				}
			}
		}
		if s == len(r.doc.Sentences)-1 && open >= 0 {
			closeAt(r.doc.Sentences[r.doc.SentenceOf(open)].End)
		}
	}
	for _, x := range posts(r.doc) {
		for i := x.words.Start; i < x.words.End; i++ {
			r.quoted[i] = true
		}
	}
}

func isQuote(f string) bool {
	switch f {
	case "\"", "“", "”", "„", "«", "»", "``", "''":
		return true
	}
	return false
}

// dateline returns the agency that the dateline names: "LUND, May 11. /MNA/.", "TARSIN CITY (TPA) -".
func (r *cast) dateline() string {
	text := r.doc.Text
	if len(text) > 120 {
		text = text[:120]
	}
	for _, marks := range [][2]string{{"/", "/"}, {"(", ") -"}, {"(", ") —"}, {"(", ") –"}} {
		at := strings.Index(text, marks[0])
		if at < 2 {
			continue
		}
		end := strings.Index(text[at+1:], marks[1])
		if end < 2 || end > 30 {
			continue
		}
		before, name := text[:at], text[at+1:at+1+end]
		if strings.ContainsRune("ABCDEFGHIJKLMNOPQRSTUVWXYZ", rune(name[0])) && strings.ToUpper(before[:2]) == before[:2] {
			return name
		}
	}
	return ""
}

// finish hands the entities over.
func (r *cast) finish() {
	index := make([]int, len(r.ents))
	for i := range r.ents {
		index[i] = -1
	}
	s := r.said
	for i := range r.ents {
		e := &r.ents[i]
		if e.merged >= 0 || len(e.mentions) == 0 && len(e.members) == 0 {
			continue
		}
		index[i] = len(s.Entities)
		s.Entities = append(s.Entities, Entity{Name: e.name, Type: e.kind, Gender: e.gender, Roles: e.roles})
	}
	at := func(i int) int {
		if i = r.find(i); i < 0 {
			return -1
		}
		return index[i]
	}
	for i := range r.mentions {
		m := &r.mentions[i]
		if e := at(m.ent); e >= 0 {
			s.Entities[e].Mentions = append(s.Entities[e].Mentions, Mention{m.Range, m.head, m.kind})
		}
	}
	for i := range r.ents {
		e := index[i]
		if e < 0 {
			continue
		}
		for _, m := range r.ents[i].members {
			if m = at(m); m >= 0 {
				s.Entities[e].Members = append(s.Entities[e].Members, m)
			}
		}
		for k := range s.Entities[e].Roles {
			role := &s.Entities[e].Roles[k]
			role.OfEntity = at(role.OfEntity)
			if !contains(s.Entities[e].Titles, role.Title) {
				s.Entities[e].Titles = append(s.Entities[e].Titles, role.Title)
			}
		}
	}
	for i := range s.Attributions {
		for k := range s.Attributions[i].Voices {
			v := &s.Attributions[i].Voices[k]
			v.Entity = at(v.Entity)
			if v.Entity >= 0 && v.Type == Person {
				v.Name = s.Entities[v.Entity].Name
			}
		}
	}
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}
