package record

import (
	"slices"
	"strings"

	"rapporteur"
)

// What a body is called for short: initials, an end of its name, what its members are called;
// and by which other name a report calls a person.

// strange reports whether a name shares no word with another.
func strange(name, other string) bool {
	of := strings.Fields(fold(other))
	return !slices.ContainsFunc(strings.Fields(fold(name)), func(w string) bool { return slices.Contains(of, w) })
}

// besides are what stands between a name and a short one for it.
var besides = []string{" (", ", or ", ", known as "}

// bracketsIn returns where a short name may stand beside another in a text.
func bracketsIn(text string) (out []int32) {
	for _, mark := range besides {
		for at := 0; ; at++ {
			n := strings.Index(text[at:], mark)
			if n < 0 {
				break
			}
			at += n
			out = append(out, int32(at))
		}
	}
	return out
}

// bracketed returns the capitals that stand in brackets, or behind "or", right behind a name of
// several words where the report has it: "the Cockpit Union of Norvana (CUN)".
func (r *paper) bracketed(name string) string {
	if len(r.brackets) == 0 || !strings.Contains(name, " ") {
		return ""
	}
	for _, at := range r.brackets {
		if !strings.HasSuffix(r.Body[:at], name) {
			continue
		}
		for _, mark := range besides {
			if rest, ok := strings.CutPrefix(r.Body[at:], mark); ok {
				rest = strings.TrimPrefix(rest, "the ")
				n := strings.IndexAny(rest[:min(len(rest), 8)], "),. ")
				if n >= 2 && rest[:n] == strings.ToUpper(rest[:n]) && !strings.ContainsAny(rest[:n], "-0123456789") && (mark != besides[0] || rest[n] == ')') {
					return rest[:n]
				}
			}
		}
	}
	return ""
}

// ofBody reports whether a name is a body's: some report takes it for one, or it is a group's with capitals, "the Free Democrats".
func (f *form) ofBody() bool {
	return f.kinds.of(rapporteur.Organisation) > 0 || f.kinds.of(rapporteur.Group) > 0 && strings.Contains(f.plain.name, " ") && properName(f.plain.name)
}

// properName reports whether all words of a name but the small ones have a capital.
func properName(name string) bool {
	for w := range strings.FieldsSeq(name) {
		if !capitalised(w) && !smallWords[w] {
			return false
		}
	}
	return true
}

// initials returns the capitals by which reports call a body beside its name, in
// brackets or later on, in order of the alphabet.
func (f *form) initials() (out []string) {
	for w := range f.meant.all() {
		if folded := fold(w.words); !w.person && acronym(w.words, folded) && !strings.Contains(w.words, " ") && !slices.Contains(strings.Fields(f.folded), folded) {
			out = addNew(out, folded)
		}
	}
	slices.Sort(out)
	return out
}

// allInitials returns the initials of a body's name that are not those of the words by which it
// is told from others: "UUP" of the Ulmar Unionist Party, "AOSIS" of the Alliance of Small Island
// States, whose small words count, too.
func allInitials(name string) (out []string) {
	words := strings.Fields(fold(name))
	if len(words) < 3 || !properName(name) {
		return nil
	}
	all, great := make([]byte, 0, 8), make([]byte, 0, 8)
	for _, w := range words {
		if all = append(all, w[0]); !smallWords[w] {
			great = append(great, w[0])
		}
	}
	for _, b := range [][]byte{all, great} {
		if s := string(b); len(s) > 2 && s != inOrder(name, bodyClass) {
			out = addNew(out, s)
		}
	}
	for i := 3; i < len(words); i++ { // "MWU Local 73" of the Mine Workers Union Local 73
		if parted[words[i]] {
			out = addNew(out, inOrder(strings.Join(strings.Fields(name)[:i], " "), outletClass)+" "+strings.Join(words[i:], " "))
		}
	}
	return out
}

// spells reports whether letters are the first ones of a body's name, of which small words and
// one more may be left out: "FMH" of the Ferry, Maritime and Harbour union.
func spells(letters, name string) bool {
	at, left := 0, 1
	for i, w := range strings.Fields(fold(name)) {
		switch {
		case i == 0 && len(w) > 2 && strings.HasPrefix(letters, w): // "TIDE-TD" of the TIDE Transport Division
			at = len(w)
		case at < len(letters) && w[0] == letters[at]:
			at++
		case smallWords[w]:
		case at > 0 && left > 0:
			left--
		default:
			return false
		}
	}
	return at == len(letters) && at > 2
}

// parted are words for the parts of a union.
var parted = set("local lodge district branch chapter division section")

// ofStatesOnly are bodies that no person and no firm has.
var ofStatesOnly = set("parliament assembly senate congress army navy embassy troops")

// tails returns the ends of a body's name by which it may be called for short: no
// office that every state has, of which the beginning says whose it is.
func tails(name string) []string {
	if !properName(name) {
		return nil
	}
	words := strings.Fields(fold(name))
	for len(words) > 1 && incorporated[words[len(words)-1]] {
		words = words[:len(words)-1]
	}
	var out []string
	for i := 1; i+2 <= len(words) && len(words) < 8; i++ {
		if i == 1 && ofTheWorld[words[0]] && !smallWords[words[1]] {
			out = append(out, strings.Join(words[1:], " ")) // no state's, whatever it is
			continue
		}
		if !smallWords[words[i]] && !smallWords[words[i-1]] && (!slices.ContainsFunc(words[i:], func(w string) bool { return ofEveryState[w] }) || words[len(words)-1] == "party" && !ofEveryState[words[len(words)-2]]) {
			out = append(out, strings.Join(words[i:], " "))
		}
	}
	if n := len(words); n > 1 && n < 8 { // "the Front", "the Union", "Meridian"
		if last := words[n-1]; !smallWords[words[n-2]] && (!ofEveryState[last] || last == "commission") && !generic[last] && !strings.HasSuffix(last, "s") {
			out = append(out, last)
		}
		for i := 2; i+1 < n; i++ { // "the Cockpit Union" of Norvana, "the Front" for Freedom
			if (words[i] == "of" || words[i] == "for") && !ofEveryState[words[i-1]] && !smallWords[words[i-2]] {
				if words[i] == "of" {
					out = append(out, strings.Join(words[:i], " "))
				}
				if gathers[words[i-1]] {
					out = append(out, words[i-1])
				}
				break
			}
		}
		if i := slices.Index(words, "of"); i > 0 && i == n-2 && bound[words[i-1]] && strings.HasSuffix(words[n-1], "s") {
			out = append(out, words[n-1], words[n-1]+" union") // the Haulers of the Brotherhood of Haulers
		}
		switch {
		case words[1] != "of" || n < 3:
			if n == 2 && generic[words[1]] {
				out = append(out, words[0])
			}
		case generic[words[0]]:
			out = append(out, strings.Join(words[2:], " "))
		case !ofEveryState[words[0]] && !strings.HasSuffix(words[0], "s"):
			out = append(out, words[0])
		}
	}
	return out
}

// partisans returns what the members of a party are called, as the party is for short:
// "the Free Democrats" of the Free Democratic Party, "" for other bodies.
func partisans(words []string) string {
	n := len(words) - 1
	if n < 1 || words[n] != "party" || len(words[n-1]) < 4 {
		return ""
	}
	word := words[n-1] + "s"
	if stem, ok := strings.CutSuffix(words[n-1], "tic"); ok {
		word = stem + "ts"
	}
	return strings.Join(append(slices.Clone(words[:n-1]), word), " ")
}

// generic are words that say of which kind a body is, and are left out where it is called for short.
var generic = set(`rail railways railway airlines airways energy steel motors holdings corporation industries shipping telecom republic federation kingdom
	sultanate emirate principality commonwealth`)

// gathers are words for those who have come together, by which alone a body is called for short.
var gathers = set("front alliance coalition movement league congress")

// bound are words for unions of those who work, of whom each is called after the work.
var bound = set("brotherhood association union federation guild society alliance")

// ofTheWorld are first words of bodies of many states.
var ofTheWorld = set("international world global")

// ofEveryState are words of bodies that every state has.
var ofEveryState = set(`ministry department government office parliament assembly senate congress cabinet army navy forces force guard police council
	committee commission court bank embassy mission delegation service agency party presidency house bureau radio television news minister`)

// inFull returns the only full name of a body that ends in a shorter one, "" where there is none or are several.
func (g *registry) inFull(short string, look func(string) string) string {
	full := g.ending(short, look)
	if longer := g.ending(fold(full), look); full != "" && longer != "" {
		return longer // "UUP": the Ulmar Unionist Party, in full the Norvanan one
	}
	return full
}

// ending returns the one full name that a shorter one is an end of, or initials.
func (g *registry) ending(short string, look func(string) string) string {
	full, members := "", ""
	for _, f := range g.tails[strings.TrimPrefix(look("t"+short), "t")] {
		switch {
		case full == "" || fold(full) == f.folded || full != "" && partisans(strings.Fields(f.folded)) == fold(full):
			full = f.plain.name
			members = partisans(strings.Fields(f.folded))
		case members != "" && members == f.folded: // the Free Democrats of the Free Democratic Party
		default:
			return ""
		}
	}
	return full
}

// alone returns the words of a person's full name, folded, by one of which reports may call him that
// have no family name after it: Abiy Ahmed "Abiy", Maria Ortega Ruiz "Ortega". Names that many have
// are none.
func (f *form) alone() (out []string) {
	if f.plain.parts.east {
		return nil
	}
	words := strings.Fields(f.folded)
	for _, w := range words[:len(words)-1] {
		if len(w) > 3 && !particles[w] && !titles[w] && len(equalNames().sets[skeleton(w)]) == 0 {
			out = append(out, w)
		}
	}
	return out
}

// joined returns a person's name with a family name of two as others write it in one word, folded,
// and that word: Hossein Amir-Tehrani "hossein amirtehrani", "amirtehrani". Names without are none.
func joined(name string) []string {
	last := name[strings.LastIndexByte(name, ' ')+1:]
	a, b, ok := strings.Cut(last, "-")
	if !ok || last == name || particles[strings.ToLower(a)] || !capitalised(a) || !capitalised(b) || len(a)+len(b) < 8 {
		return nil
	}
	return []string{fold(strings.TrimSuffix(name, last) + a + b), fold(a + b)}
}

// calledSo returns the full name of the one person whom some report calls by another
// name too, by that other name; "" for none.
func (g *registry) calledSo(nick string, look func(string) string) string {
	full := ""
	for _, f := range g.tails[strings.TrimPrefix(look("t"+nick), "t")] {
		if f.plain.class != personClass || full != "" && fold(full) != f.folded {
			return ""
		}
		full = f.plain.name
	}
	return full
}
