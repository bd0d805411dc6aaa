package record

import (
	"slices"
	"strconv"
	"strings"
)

// blockKey returns the key of the forms that a form is compared with, "" for one that nobody names.
func (f *form) blockKey() string {
	switch {
	case f.count == 0 || f.class == 0: // nobody
		return ""
	case f.class == personClass:
		return "p" + f.parts.key()
	case f.class == stateClass:
		return "s" + gazette().asState(f.folded)
	}
	return string(f.class) + letters(f.name, f.class)
}

var outletWords = set("the news agency online com newspaper website site portal tv television channel magazine daily web radio broadcaster outlet platform social media network official state run owned controlled backed")

var smallWords = set("the of for and to in on at by a an s de del la las los le les du des der die das und et y dos")

// incorporated are last words of the names of firms.
var incorporated = set("holdings holding ltd limited inc incorporated corp plc llc llp co gmbh ag sa spa nv bv oy ab as asa pty")

// content returns the words of a body's or outlet's name that tell it from others.
func content(name string, c class) []string {
	if i := strings.IndexByte(name, '('); i > 0 { // "CNN (Web News)"
		name = name[:i]
	}
	words, drop := strings.Fields(fold(name)), smallWords
	switch c {
	case outletClass:
		drop = outletWords
	case bodyClass:
		words = strings.Fields(foldOwned(name)) // "China's foreign ministry" as the Chinese one
		if len(words) > 2 && words[0] == "united" && (words[1] == "states" || words[1] == "kingdom") {
			words = append([]string{map[string]string{"states": "us", "kingdom": "uk"}[words[1]]}, words[2:]...) // the US Maritime Association
		}
	}
	kept := slices.DeleteFunc(slices.Clone(words), func(w string) bool { return drop[w] || smallWords[w] })
	if len(kept) == 2 && c == bodyClass && (kept[0] == "g" || kept[0] == "group") && groupOf(kept[1]) != "" {
		return []string{"g" + groupOf(kept[1])} // "the Group of Seven", "the G-7": G7
	}
	if c == bodyClass {
		kept = severalOf(kept)
	}
	if len(kept) > 1 && c == bodyClass && kept[0] == "eu" {
		kept[0] = "european" // the EU Commission
	} else if len(kept) > 2 && c == bodyClass && kept[0] == "european" && kept[1] == "union" {
		kept = slices.Delete(kept, 1, 2) // European Union leaders
	}
	if len(kept) == 0 {
		return words
	}
	if c == bodyClass && len(kept) == 2 && governing[kept[1]] && kept[1] != "delegation" && kept[1] != "team" && kept[1] != "negotiators" && kept[1] != "representatives" {
		kept = kept[:1] // "the Norvanan government": Norvana
	}
	for n := len(kept); c == bodyClass && n > 1 && incorporated[kept[n-1]]; n-- {
		kept = kept[:n-1] // "Island Ferries Holdings Ltd"
	}
	if n := len(kept); c == bodyClass && n > 1 && (kept[n-1] == "party" || kept[n-1] == "movement" || n > 2 && kept[n-1] == "group") {
		kept = kept[:n-1] // "the Labour Party": Labour
	}
	if c == bodyClass && slices.Contains(kept, "ministry") && slices.Contains(kept, "foreign") && slices.Contains(kept, "affairs") {
		kept = slices.DeleteFunc(kept, func(w string) bool { return w == "affairs" }) // "the Ministry of Foreign Affairs"
	}
	if c == bodyClass && len(kept) == 2 && kept[0] == "government" && slices.Contains(words, "of") {
		kept = kept[1:] // "the government of Norvana"
	}
	return kept
}

// severalOf returns the words of a group of a state or union without how many they are, and that
// they are others or all: "the other 27 EU leaders" are the EU leaders.
func severalOf(words []string) []string {
	at := 0
	for at < len(words) && (words[at] == "all" || words[at] == "other" || groupOf(words[at]) != "") {
		at++
	}
	if at == 0 || at+2 > len(words) || !strings.HasSuffix(words[len(words)-1], "s") || words[at] != "european" && gazette().demonym[words[at]] == "" && gazette().state[words[at]] == "" {
		return words
	}
	return words[at:]
}

// groupOf returns in digits how many states a group is called after, "" for other words.
func groupOf(word string) string {
	if n := spelled[word]; n > 0 {
		return strconv.Itoa(int(n))
	}
	if word[0] >= '1' && word[0] <= '9' {
		return word
	}
	return ""
}

// letters returns the initials of a name in order of the alphabet, so that an
// acronym and the name in any order of words share them.
func letters(name string, c class) string {
	kept := content(name, c)
	var b []byte
	if len(kept) == 1 && (acronym(name, kept[0]) || kept[0][0] == 'g' && len(kept[0]) > 1 && groupOf(kept[0][1:]) != "") {
		b = []byte(kept[0])
	} else {
		for _, w := range kept {
			switch {
			case len(w) <= 3 && acronym(name, w) || w == "us" || w == "uk":
				b = append(b, w...)
			case w == "trade" && c == bodyClass && slices.Contains(kept, "ministry"):
				b = append(b, 'c') // see keys
			default:
				b = append(b, w[0])
			}
		}
	}
	slices.Sort(b)
	return string(b)
}

// acronym reports whether a folded word stands in a name in capitals only.
func acronym(name, folded string) bool {
	if len(folded) < 2 || len(folded) > 6 {
		return false
	}
	for _, w := range strings.FieldsFunc(name, func(r rune) bool { return r == ' ' || r == '-' }) {
		if fold(w) == folded {
			return w == strings.ToUpper(w) || len(w) < 5 && len(w) > 2 && strings.ToUpper(w[:1]) == w[:1] && strings.ToUpper(w[2:]) == w[2:] // "DfT"
		}
	}
	return false
}

// inOrder returns the initials of a name in its own order.
func inOrder(name string, c class) string {
	var b strings.Builder
	for _, w := range content(name, c) {
		if len(w) <= 3 && acronym(name, w) {
			b.WriteString(w)
		} else {
			b.WriteByte(w[0])
		}
	}
	return b.String()
}

// sameBody says why two names of bodies or outlets are one, or "".
func sameBody(a, b *form) string {
	wa, wb := a.reading.words, b.reading.words
	if a.folded == b.folded {
		return "same name"
	}
	if slices.Equal(a.keys, b.keys) || a.class == bodyClass && sameButPeople(a.keys, b.keys) {
		return "same name in other words"
	}
	if len(wa) == 1 && len(wb) > 1 && acronym(a.name, wa[0]) && inOrder(b.name, b.class) == wa[0] {
		return "acronym of " + b.name
	}
	if len(wb) == 1 && len(wa) > 1 && acronym(b.name, wb[0]) && inOrder(a.name, a.class) == wb[0] {
		return "acronym of " + a.name
	}
	if len(wa) == 1 && len(wb) == 1 && a.class == bodyClass && (demonymOf(wa[0], wb[0]) || demonymOf(wb[0], wa[0])) {
		return "the word for its people"
	}
	return ""
}

// mayBe reports whether two names of one block may be one, as far as that is told at once.
func (r *reading) mayBe(o *reading) bool {
	switch {
	case r.mark == o.mark:
		return true
	case (len(r.words) == 1) != (len(o.words) == 1):
		return true // an acronym, maybe
	case len(r.words) == 1:
		return beginning(r.words[0]) == beginning(o.words[0])
	}
	return r.every && o.every && len(r.keys) == len(o.keys)
}

// sameButPeople reports whether the words of what every state has differ only in that one has
// the word for a people where the other has its country.
func sameButPeople(a, b []string) bool {
	if len(a) != len(b) || len(a) < 2 {
		return false
	}
	only := func(a, b []string) (word string, one bool) {
		n := 0
		for _, w := range a {
			if !slices.Contains(b, w) {
				word = w
				n++
			}
		}
		return word, n == 1
	}
	x, one := only(a, b)
	y, other := only(b, a)
	every := func(w string) bool { return ofEveryState[w] }
	return one && other && !every(x) && !every(y) && slices.ContainsFunc(a, every) && (demonymOf(x, y) || demonymOf(y, x))
}

// americanSpelling is how words of the names of bodies are written across the ocean.
var americanSpelling = map[string]string{"defence": "defense", "labour": "labor", "centre": "center", "programme": "program", "harbour": "harbor"}

// keys returns the words of a name in order of the alphabet, demonyms and
// countries by their code, plurals as singulars.
func keys(words []string) []string {
	out := make([]string, 0, len(words))
	for _, w := range words {
		if code := gazette().demonym[w]; code != "" {
			w = "#" + code
		} else if code := gazette().state[w]; code != "" {
			w = "#" + code
		} else if american := americanSpelling[w]; american != "" {
			w = american
		} else if base, ok := strings.CutSuffix(w, "isation"); ok {
			w = base + "ization"
		} else if len(w) > 4 && strings.HasSuffix(w, "ies") {
			w = w[:len(w)-3] + "y"
		} else if len(w) > 3 && strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") {
			w = w[:len(w)-1]
		}
		out = append(out, w)
	}
	if slices.Contains(out, "ministry") {
		for i, w := range out {
			if w == "trade" {
				out[i] = "commerce"
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// demonymOf reports whether a word is formed like the demonym of a country: "norvanan" of "norvana".
func demonymOf(word, country string) bool {
	if len(country) < 4 || !strings.HasPrefix(word, country[:4]) || word == country {
		return false
	}
	stem := strings.TrimRight(country, "aeiouy")
	if len(stem) < 4 {
		return false
	}
	rest, ok := strings.CutPrefix(word, stem)
	if !ok {
		return false
	}
	switch strings.TrimLeft(strings.TrimSuffix(rest, "s"), "aeiouy") {
	case "n", "h", "sh", "se", "r", "c", "ns":
		return rest != "" && len(rest) <= 5
	case "":
		return rest == "i" || rest == "is"
	}
	return false
}
