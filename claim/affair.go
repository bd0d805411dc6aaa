package claim

import (
	"slices"
	"strings"

	"rapporteur/attribution"
	"rapporteur/lang"
)

// affair is what a report is about, as far as it takes to tell what it is not:
// who is named where, and of what it speaks again and again.
type affair struct {
	*reading
	names map[string][]int // paragraphs, by name
	words map[string][]int // paragraphs, by noun
	title words
	lead  int // the last paragraph that opens the report
}

// openers is how many paragraphs open a report.
const openers = 2

func (r *reading) affair() *affair {
	a := &affair{reading: r, names: map[string][]int{}, words: map[string][]int{}, title: words{}, lead: -1}
	for _, w := range strings.FieldsFunc(strings.ToLower(r.report.Title), func(c rune) bool { return !strings.ContainsRune("-'’", c) && !isLetter(c) }) {
		a.title[strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "’s")] = true
	}
	opened := 0
	for _, s := range r.doc.Sentences {
		if !s.Heading && s.Paragraph != a.lead {
			if opened == openers {
				break
			}
			opened, a.lead = opened+1, s.Paragraph
		}
	}
	put := func(in map[string][]int, key string, at int) {
		p := r.doc.Sentences[r.sent[at]].Paragraph
		if l := in[key]; len(l) == 0 || l[len(l)-1] != p {
			in[key] = append(l, p)
		}
	}
	for n := range r.doc.Names {
		put(a.names, a.key(&r.doc.Names[n]), r.doc.Names[n].Start)
	}
	for i, t := range r.doc.Tokens {
		if t.UPOS == "NOUN" {
			put(a.words, r.lemma(i), i)
		}
	}
	return a
}

func isLetter(c rune) bool { return c >= 'a' && c <= 'z' || c > 127 }

// key is what all names of one actor or place have in common.
func (a *affair) key(n *lang.Name) string {
	if n.Type == lang.NORP {
		return strings.ToLower(a.stateName(n.Start))
	}
	if e := a.entity[n.End-1]; e >= 0 && a.said.Entities[e].Type != "" && a.said.Entities[e].Type != lang.NORP {
		return strings.ToLower(tidyName(a.said.Entities[e].Name))
	}
	return strings.ToLower(tidyName(a.doc.Words(n.Range)))
}

// telling reports whether a noun says what a report is about: not one that any
// report on a negotiation has, and no word for the kind of a text.
func (a *affair) telling(i int) bool {
	w := a.lemma(i)
	l := lex()
	if len(w) < 3 || a.timeAt[i] >= 0 || l.omissions.Common[w] || l.texts.Nouns[w] || l.texts.Lists[w] || l.texts.Parts[w] != "" || l.meetings.Nouns[w] || l.actors.Persons[w] || l.actors.Delegations[w] {
		return false
	}
	return a.rel(i) != "compound" || a.head(i) < 0 || !a.isTextNoun(a.head(i))
}

// known reports whether what stands in paragraph p is spoken of elsewhere too:
// where the report opens, or in so many other paragraphs.
func (a *affair) known(at []int, p, least int) bool {
	n := 0
	for _, x := range at {
		if x != p {
			if x <= a.lead {
				return true
			}
			n++
		}
	}
	return n >= least
}

// bearing is what a sentence has to do with what the report is about.
type bearing struct {
	known     int  // actors that it is about, who act
	of        int  // the same, to whom somebody belongs: "the Norvanan railways"
	strangers int  // actors of this paragraph alone
	bodies    int  // of the strangers, those that are no people
	abroad    int  // places of this paragraph alone
	topic     bool // speaks of what the report speaks of
	points    bool // speaks of the two sides or of the text without saying which
}

// none reports whether a sentence has nothing to do with it.
func (b bearing) none() bool { return b.known == 0 && b.of == 0 && !b.topic && !b.points }

// bearing looks at the names and nouns of a sentence, or of a part of it.
func (a *affair) bearing(s lang.Sentence) (b bearing) {
	at, _ := slices.BinarySearchFunc(a.doc.Names, s.Start, func(n lang.Name, i int) int { return n.Start - i })
	for ; at < len(a.doc.Names) && a.doc.Names[at].Start < s.End; at++ {
		n := &a.doc.Names[at]
		k := a.key(n)
		here := a.known(a.names[k], s.Paragraph, 1) || a.title[k] || slices.ContainsFunc(strings.Fields(k), func(w string) bool { return len(w) > 3 && a.title[w] })
		top := a.top(n.Range)
		belongs := n.Type != lang.PER && (a.rel(top) == "nmod:poss" || base(a.rel(top)) == "amod" || a.rel(top) == "compound")
		switch {
		case n.Type == lang.LOC && a.somewhere(top):
			if !here {
				b.abroad++
			}
		case here && belongs:
			b.of++
		case here:
			b.known++
		case a.cue[top] && n.Type != lang.PER, n.Type == lang.PER && a.placeless(n): // whoever brought it, or may be of a party
		default:
			b.strangers++
			if n.Type != lang.PER {
				b.bodies++
			}
		}
	}
	for i := s.Start; i < s.End; i++ {
		w := a.lower(i)
		switch {
		case a.upos(i) == "PRON" && a.entity[i] >= 0:
			if e := &a.said.Entities[a.entity[i]]; e.Type != "" && a.known(a.names[strings.ToLower(tidyName(e.Name))], s.Paragraph, 1) {
				b.known++
			}
		case w == "both" || w == "two" && i > s.Start && a.lower(i-1) == "the":
			if i+1 < s.End && (lex().actors.Groups[a.lemma(i+1)] || w == "both") {
				b.points = true
			}
		case a.upos(i) == "NOUN" && (a.isTextNoun(i) || lex().meetings.Nouns[a.lemma(i)]) && a.plain(i):
			b.points = true
		case a.upos(i) == "NOUN" && lex().actors.Groups[a.lemma(i)] && a.plain(i):
			if a.known(a.words[a.lemma(i)], s.Paragraph, 1) {
				b.known++ // "the government"
			}
		case a.upos(i) == "NOUN" && a.telling(i):
			b.topic = b.topic || a.known(a.words[a.lemma(i)], s.Paragraph, 2) || a.title[w] || a.title[a.lemma(i)]
		}
	}
	return b
}

// placeless reports whether a person has an office of which nobody says whose it is: "Premier Lena Brandt".
func (a *affair) placeless(n *lang.Name) bool {
	e := a.entity[n.End-1]
	if e < 0 {
		return false
	}
	roles := a.said.Entities[e].Roles
	return len(roles) > 0 && !slices.ContainsFunc(roles, func(r attribution.Role) bool { return r.Of != "" })
}

// somewhere reports whether a name says where something is.
func (a *affair) somewhere(top int) bool {
	switch a.caseOf(top) {
	case "in", "at", "near", "from", "outside", "around", "off", "across", "throughout", "to", "on":
		return true
	}
	return false
}

// plain reports whether a noun stands for what is known: "the draft", "this agreement".
func (a *affair) plain(i int) bool {
	det := false
	for _, k := range a.kids[i] {
		switch base(a.rel(k)) {
		case "det":
			switch a.lower(k) {
			case "the", "this", "that", "these", "those":
				det = true
			default:
				return false
			}
		case "nmod":
			if a.caseOf(k) != "as" {
				return false
			}
		case "compound", "amod", "acl", "nummod", "appos":
			return false
		}
	}
	return det
}
