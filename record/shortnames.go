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
	for w := range f.words.all() {
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
	return out
}

// ofStatesOnly are bodies that no person and no firm has.
var ofStatesOnly = set("parliament assembly senate congress army navy embassy troops")

// tails returns the ends of a body's name by which it may be called for short: no
// office that every state has, of which the beginning says whose it is.
func tails(name string) []string {
	if !properName(name) {
		return nil
	}
	words := strings.Fields(fold(name))
	var out []string
	for i := 1; i+2 <= len(words) && len(words) < 8; i++ {
		if i == 1 && ofTheWorld[words[0]] && !smallWords[words[1]] {
			out = append(out, strings.Join(words[1:], " ")) // no state's, whatever it is
			continue
		}
		if !smallWords[words[i]] && !smallWords[words[i-1]] && !slices.ContainsFunc(words[i:], func(w string) bool { return ofEveryState[w] }) {
			out = append(out, strings.Join(words[i:], " "))
		}
	}
	if n := len(words); n > 1 && n < 8 { // "the Front", "the Union", "Meridian"
		if last := words[n-1]; !smallWords[words[n-2]] && !ofEveryState[last] && !generic[last] && !strings.HasSuffix(last, "s") {
			out = append(out, last)
		}
		for i := 2; i+1 < n; i++ { // "the Cockpit Union" of Norvana
			if words[i] == "of" && !ofEveryState[words[i-1]] && !smallWords[words[i-2]] {
				out = append(out, strings.Join(words[:i], " "))
				break
			}
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

// ofTheWorld are first words of bodies of many states.
var ofTheWorld = set("international world global")

// ofEveryState are words of bodies that every state has.
var ofEveryState = set(`ministry department government office parliament assembly senate congress cabinet army navy forces force guard police council
	committee commission court bank embassy mission delegation service agency party presidency house bureau radio television news minister`)

// inFull returns the only full name of a body that ends in a shorter one, "" where there is none or are several.
func (g *registry) inFull(short string, look func(string) string) string {
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

// fathersName returns the first family name of a person who may have two, "Ortega" of Maria Ortega
// Ruiz, folded; "" for others.
func (f *form) fathersName() string {
	words := strings.Fields(f.folded)
	if n := len(words); n == 3 && !f.plain.parts.east && len(f.plain.parts.given) == 2 && len(words[1]) > 3 && len(equalNames().sets[f.plain.parts.given[1]]) == 0 {
		return words[1]
	}
	return ""
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
