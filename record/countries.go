package record

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
)

//go:embed countries.tsv
var countriesFile string

//go:embed seats.txt
var seatsFile string

//go:embed cities.txt
var citiesFile string

// gazetteer knows which names stand for which state, and which institutions act for it.
type gazetteer struct {
	state   map[string]string // folded name → code, also capitals, seats and demonyms
	demonym map[string]string // folded demonym → code
	acts    map[string]string // folded name of an institution → code
	place   map[string]string // folded capital or seat → code: a place inside that state
	city    map[string]string // folded town → code, or code and region
	name    map[string]string // code → name
	capital map[string]string // code → capital
	union   map[string]bool   // codes that are no states but unions of states
}

var gazette = sync.OnceValue(func() *gazetteer {
	g := &gazetteer{
		state: map[string]string{}, demonym: map[string]string{}, acts: map[string]string{},
		place: map[string]string{}, city: map[string]string{}, name: map[string]string{}, capital: map[string]string{}, union: map[string]bool{},
	}
	set := func(m map[string]string, names, code string) {
		for name := range strings.SplitSeq(names, "|") {
			if f := fold(name); f != "" && m[f] == "" {
				m[f] = code
			}
		}
	}
	lines := strings.Split(countriesFile, "\n")
	for _, line := range lines {
		if f := strings.Split(line, "\t"); len(f) == 5 {
			g.name[f[0]] = f[1]
			g.capital[f[0]], _, _ = strings.Cut(f[4], "|")
			set(g.state, f[1], f[0])
		}
	}
	for line := range strings.SplitSeq(seatsFile, "\n") {
		if len(line) < 6 || line[0] == '#' {
			continue
		}
		code, names := line[:2], line[5:]
		switch line[3] {
		case '=':
			if g.name[code] == "" {
				g.name[code] = strings.TrimSpace(strings.Split(names, "|")[0])
				g.union[code] = true
			}
			set(g.state, names, code)
		case '@':
			set(g.state, names, code)
			set(g.place, names, code)
		case '<':
			set(g.acts, names, code)
		}
	}
	for _, line := range lines {
		if f := strings.Split(line, "\t"); len(f) == 5 {
			set(g.demonym, f[3], f[0])
			set(g.state, f[2], f[0])
			set(g.state, f[4], f[0])
			set(g.place, f[4], f[0])
		}
	}
	for line := range strings.SplitSeq(citiesFile, "\n") {
		if where, names, ok := strings.Cut(line, " = "); ok && line[0] != '#' {
			set(g.city, names, where)
			if code, region, ok := strings.Cut(where, "/"); ok {
				set(g.city, region, code)
			}
		}
	}
	for name, code := range g.demonym {
		if g.demonym[name+"s"] == "" {
			g.demonym[name+"s"] = code
		}
	}
	for _, d := range []struct{ name, code string }{{"us", "US"}, {"uk", "GB"}, {"eu", "EU"}} {
		g.demonym[d.name] = d.code
	}
	return g
})

// governing are words that make a government of the name of its state.
var governing = set("government side administration authorities leadership delegation team negotiators representatives")

// asState returns the code of the state that a name stands for: "Kyiv", "the
// Kremlin", "the Russian government", "the Chinese side".
func (g *gazetteer) asState(folded string) string {
	folded = strings.TrimPrefix(folded, "the ")
	if code := g.state[folded]; code != "" {
		return code
	}
	if rest, last, ok := cutLast(folded); ok && (last == "government" || last == "side" || last == "authorities" || last == "leadership") {
		if code := g.state[rest]; code != "" {
			return code
		}
		return g.demonym[rest]
	}
	return g.demonym[folded]
}

// sideOf returns the code of the state that a body acts for by its name: "Ukrainian officials", "the Pentagon", "US Army".
func (g *gazetteer) sideOf(folded string) string {
	folded = strings.TrimPrefix(folded, "the ")
	if code := g.acts[folded]; code != "" {
		return code
	}
	words := strings.Fields(folded)
	if actsForNone(words) || g.studies(words) {
		return ""
	}
	for n := 3; n > 0; n-- {
		for i := 0; i+n <= len(words); i++ {
			w := strings.Join(words[i:i+n], " ")
			if code := g.acts[w]; code != "" {
				return code
			}
			if n == 1 && i > 0 && words[i-1] == "northern" && (w == "irish" || w == "ireland") {
				continue
			}
			if code := g.demonym[w]; code != "" {
				return code
			}
			if code := g.state[w]; code != "" {
				return code
			}
			if w == "european" && !ofMembers[words[len(words)-1]] { // "European officials" act for the union; "Europeans" are more than it
				return "EU"
			}
		}
	}
	return ""
}

// studies reports whether a body is only called after a state that it is about, "Centre on Norvanan
// Strategy", after two that it is between, or is a school, which acts for no state.
func (g *gazetteer) studies(words []string) bool {
	about, first := false, ""
	for i, w := range words {
		about = about || w == "university" || w == "college" || w == "school"
		code := g.demonym[w]
		if code == "" {
			code = g.state[w]
		}
		if code == "" {
			continue
		}
		if i > 1 && (words[i-1] == "on" || words[i-1] == "about") && slices.ContainsFunc(words[:i], func(w string) bool { return learned[w] }) {
			about = true
		}
		if first != "" && first != code && (learned[words[len(words)-1]] || words[len(words)-1] == "council" || words[len(words)-1] == "cooperation") {
			about = true
		}
		first = code
	}
	return about
}

// ofMembers are last words of bodies that are called European and are none of the union's.
var ofMembers = set("group party movement forum institute association federation confederation championship foundation initiative network university school association")

// actsForNone reports whether a group is of others than the state that its name
// tells, or of people who act for themselves: "European partners", "Norvanan farmers".
func actsForNone(words []string) bool {
	if len(words) < 2 {
		return false
	}
	last := words[len(words)-1]
	if slices.ContainsFunc(words, func(w string) bool { return owed[w] }) {
		return true // "Norvanan creditor groups", "the committee of Norvana's bondholders"
	}
	return others[last] || severalStates[last] && words[0] == "european"
}

var (
	others = set(`partners partner allies ally friends neighbours neighbors rivals adversaries enemies foes opponents critics supporters counterparts
		rebels insurgents guerrillas militants separatists dissidents exiles unions teachers doctors nurses miners pilots
		farmers growers fishermen companies firms businesses manufacturers exporters importers producers suppliers retailers investors traders banks
		workers employees drivers consumers customers voters citizens civilians residents villagers refugees migrants students protesters demonstrators
		activists analysts economists experts scholars academics scientists researchers observers journalists reporters commentators media newspapers`)
	owed          = set("creditor creditors bondholder bondholders lender lenders noteholder noteholders debtholder debtholders")
	severalStates = set("countries states nations capitals powers governments")
)

func cutLast(s string) (rest, last string, ok bool) {
	i := strings.LastIndexByte(s, ' ')
	if i < 0 {
		return "", s, false
	}
	return s[:i], s[i+1:], true
}

func set(words string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		m[w] = true
	}
	return m
}
