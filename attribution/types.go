package attribution

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"rapporteur/lang"
)

//go:embed data/nouns.txt
var nounsText string

//go:embed data/firstnames.txt
var firstNamesText string

// voiceClass is a set of kinds of voice that a noun may name.
type voiceClass uint16

const (
	roleNoun voiceClass = 1 << iota
	manNoun
	womanNoun
	insiderNoun
	groupNoun  // of the plural of a role: a public
	bodyOfMany // "side", "delegation", "media"
	institutionNoun
	outletNoun
	documentNoun
	reportNoun // a report that carries words: "in a MNA report"
	relationNoun
)

const personNoun = roleNoun | manNoun | womanNoun

// lexicon holds the nouns and names that tell the kinds of voices.
type lexicon struct {
	nouns       map[string]voiceClass
	outletNames map[string]bool
	outlets     map[string]bool
	seats       map[string]bool
	things      map[string]bool   // nouns that end as those of doers do
	titles      map[string]Gender // words before names; the gender they tell
	kin         map[string]bool   // words for relatives
	same        map[string][]int  // groups of names of offices that stand for one another
	first       map[string]Gender
}

var lex = sync.OnceValue(readLexicon)

func readLexicon() *lexicon {
	l := &lexicon{
		nouns: map[string]voiceClass{}, outletNames: map[string]bool{}, outlets: map[string]bool{}, seats: map[string]bool{}, things: map[string]bool{}, kin: map[string]bool{},
		titles: map[string]Gender{}, same: map[string][]int{}, first: map[string]Gender{},
	}
	classes := map[string]voiceClass{
		"man": manNoun, "woman": womanNoun, "role": roleNoun, "insider": insiderNoun, "group": groupNoun,
		"groupnoun": bodyOfMany, "institution": institutionNoun, "outlet": outletNoun, "document": documentNoun,
		"report": reportNoun, "relation": relationNoun,
	}
	groups := 0
	for line := range strings.Lines(nounsText) {
		name, words, ok := strings.Cut(strings.TrimSpace(line), ":")
		if !ok || strings.HasPrefix(name, "#") {
			continue
		}
		groups++
		for n, w := range strings.Fields(words) {
			w = strings.ReplaceAll(w, "_", " ")
			switch name {
			case "outletname":
				l.outletNames[w] = true
			case "knownoutlet":
				l.outlets[w] = true
			case "seat":
				l.seats[w] = true
			case "thing":
				l.things[w] = true
			case "kin":
				l.kin[w] = true
			case "title":
				if _, known := l.titles[w]; !known {
					l.titles[w] = UnknownGender
				}
			case "mantitle":
				l.titles[w] = Masculine
			case "womantitle":
				l.titles[w] = Feminine
			case "same":
				l.same[w] = append(l.same[w], groups)
			case "any":
				if n > 0 {
					groups++
					first := strings.Fields(words)[0]
					l.same[first], l.same[w] = append(l.same[first], groups), append(l.same[w], groups)
				}
			default:
				l.nouns[w] |= classes[name]
			}
		}
	}
	for line := range strings.Lines(firstNamesText) {
		name, words, ok := strings.Cut(strings.TrimSpace(line), ":")
		if !ok || strings.HasPrefix(name, "#") {
			continue
		}
		for _, w := range strings.Fields(words) {
			switch {
			case name == "both":
				l.first[w] = UnknownGender
			case name == "w":
				l.first[w] = Feminine
			case l.first[w] == Feminine:
				l.first[w] = UnknownGender
			default:
				l.first[w] = Masculine
			}
		}
	}
	return l
}

// PersonNoun reports whether a noun, by its lemma, tells of somebody by office, rank, trade
// or kinship: "minister", "co-chair", "welder"; of nobody in particular, and of those who report, it does not.
func PersonNoun(lemma string) bool {
	switch lemma {
	case "reporter", "journalist", "correspondent", "witness", "person", "people", "individual":
		return false
	}
	return lex().class(lemma)&(personNoun|insiderNoun) != 0 && !lex().things[strings.ToLower(lemma)]
}

// BodyNoun reports whether a noun, by its lemma, tells of a body that acts: "university", "committee".
func BodyNoun(lemma string) bool {
	return lex().class(lemma)&(institutionNoun|bodyOfMany) != 0 && !lex().things[strings.ToLower(lemma)]
}

// class returns what kinds of voice a noun may name, by its lemma in any case of letters.
func (l *lexicon) class(lemma string) voiceClass {
	if c := l.nouns[lemma]; c != 0 {
		return c
	}
	low := strings.ToLower(lemma)
	if c := l.nouns[low]; c != 0 {
		return c
	}
	if at := strings.LastIndexByte(low, '-'); at > 0 {
		if c := l.nouns[low[at+1:]]; c != 0 {
			return c
		}
	}
	switch {
	case strings.HasSuffix(low, "woman") && len(low) > 6:
		return womanNoun | roleNoun
	case strings.HasSuffix(low, "sman") && len(low) > 6:
		return manNoun | roleNoun
	}
	return 0
}

// sameOffice reports whether two names of offices may stand for one another.
func (l *lexicon) sameOffice(a, b string) bool {
	if a == b {
		return true
	}
	for _, x := range l.same[a] {
		for _, y := range l.same[b] {
			if x == y {
				return true
			}
		}
	}
	return false
}

// outletName reports whether the words of a name are those of an outlet.
func (l *lexicon) outletName(words []string) bool {
	if len(words) == 0 {
		return false
	}
	all := strings.Join(words, " ")
	if l.outlets[all] || l.outlets[strings.TrimPrefix(all, "The ")] {
		return true
	}
	last := words[len(words)-1]
	if len(words) > 1 && (l.outletNames[last] || l.outlets[words[0]] && len(words) == 2 && l.nouns[strings.ToLower(last)]&outletNoun != 0) {
		switch {
		case strings.Contains(all, "News") || strings.Contains(all, "Press"):
			return true
		case last == "Agency": // of inspections, of energy
			return strings.Contains(all, "Telegraph") || strings.Contains(all, "Information") || strings.Contains(all, "Media")
		}
		return last != "Report" || len(words) > 2
	}
	if len(words) > 1 {
		switch words[0] {
		case "Radio", "Channel", "Televisión", "TV":
			return true
		}
		for _, w := range words[1:] {
			if w == "Times" || w == "Post" || w == "Herald" || w == "News" || w == "Tribune" || w == "Gazette" || w == "Chronicle" || w == "Observer" {
				return true
			}
		}
	}
	return false
}

// typeOf returns the type of source that an entity is.
func typeOf(e *entity) Type {
	switch e.kind {
	case lang.PER:
		return Person
	case lang.ORG:
		if e.outlet {
			return Outlet
		}
		return Institution
	case lang.LOC:
		return Institution
	case lang.NORP:
		return Group
	}
	switch {
	case len(e.members) > 0:
		return Group
	case e.class&personNoun != 0 || e.class&insiderNoun != 0:
		if e.plural && e.class&insiderNoun == 0 && e.count == 0 || e.plural && e.class&groupNoun != 0 && e.count == 0 && e.class&insiderNoun == 0 {
			return Group
		}
		return Anonymous
	case e.class&bodyOfMany != 0:
		return Group
	case e.class&documentNoun != 0 && slices.ContainsFunc(e.mods, func(m string) bool { return writtenKinds[m] }):
		return Document
	case e.class&outletNoun != 0 && (e.outlet || e.class&institutionNoun == 0):
		if e.plural {
			return Group
		}
		return Outlet
	case e.class&institutionNoun != 0:
		if e.plural {
			return Group
		}
		return Institution
	case e.class&documentNoun != 0:
		return Document
	}
	if e.plural {
		return Group
	}
	return Anonymous
}

// writtenKinds are the words before "paper" that make it a document, not a newspaper.
var writtenKinds = map[string]bool{"white": true, "green": true, "position": true, "working": true, "discussion": true, "policy": true, "briefing": true, "research": true, "options": true}
