package record

import (
	_ "embed"
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"
)

//go:embed given.txt
var givenFile string

//go:embed familyfirst.txt
var familyFirstFile string

// givenNames are sets of equal given names.
type givenNames struct {
	sets    map[string][]int // that a skeleton belongs to
	letters map[int][]byte   // that the names of a set begin with
}

var equalNames = sync.OnceValue(func() givenNames {
	g := givenNames{map[string][]int{}, map[int][]byte{}}
	n := 0
	for line := range strings.SplitSeq(givenFile, "\n") {
		if strings.HasPrefix(line, "#") {
			continue
		}
		n++
		for w := range strings.FieldsSeq(line) {
			k := skeleton(w)
			if !slices.Contains(g.sets[k], n) {
				g.sets[k] = append(g.sets[k], n)
			}
			g.letters[n] = append(g.letters[n], w[0])
		}
	}
	return g
})

var familyFirst = sync.OnceValue(func() map[string]bool {
	m := map[string]bool{}
	for line := range strings.SplitSeq(familyFirstFile, "\n") {
		if !strings.HasPrefix(line, "#") {
			for w := range strings.FieldsSeq(line) {
				m[w] = true
			}
		}
	}
	return m
})

// titles are words before a name that are no part of it.
var titles = set(`mr mrs ms miss dr prof professor sir dame lord lady rev gen general lt col colonel capt captain maj major
	sgt adm admiral president vice deputy prime minister premier chancellor secretary senator sen rep representative congressman
	congresswoman ambassador governor gov mayor king queen prince princess sheikh sheik ayatollah pope cardinal judge justice
	spokesman spokeswoman spokesperson envoy special chief chairman chairwoman chairperson director commissioner speaker
	former ex acting foreign defense defence finance trade commerce treasury state interior economy press negotiator adviser
	advisor aide leader head correspondent reporter journalist host comrade brother us u.s russian chinese ukrainian
	lieutenant sergeant corporal brigadier marshal inspector superintendent bishop archbishop rabbi mullah maulana moulana
	retired ret honourable honorable hon rt excellency hojatoleslam hojjatoleslam haji hajji alhaji sheikha ustaz
	herr frau monsieur madame mme señor señora signor signora gospodin gospodja shri smt shrimati dasho lyonpo lyonchhen
	ato woizero datuk dato datin tengku tunku mzee bwana engr barr yab yb taoiseach tanaiste`)

// titlesOfTwo are titles whose words are names where they stand alone.
var titlesOfTwo = map[string]bool{"tan sri": true, "tan seri": true, "datuk seri": true, "datuk sri": true, "dato sri": true, "dato seri": true, "khun ying": true}

// honours are syllables behind a name that are no part of it: "Rao-ji".
var honours = []string{"-ji", "-san", "-sama", " Sahib", " sahib", " Saheb", " saheb"}

// dotted are titles whose letters are a name where they have no dots.
var dotted = set("h.e h.r.h h.m")

var particles = set("van von der vande vanden den de del della di da do dos du la le el al bin bint ibn ben abu ter ten y e zu st")

// descended are words before a full name for whoever descends from the Prophet; many reports leave them out.
var descended = set("seyed seyyed sayed sayyed sayyid seyyid sayid seyid")

var suffixes = set("jr sr ii iii iv")

var pinyin = regexp.MustCompile(`^((b|p|m|f|d|t|n|l|g|k|h|j|q|x|zh|ch|sh|r|z|c|s|y|w)?(a|o|e|ai|ei|ao|ou|an|en|ang|eng|ong|i|ia|ie|iao|iu|ian|in|iang|ing|iong|u|ua|uo|uai|ui|uan|un|uang|ue|er)){1,2}$`)

// person is the name of a person in its parts, as skeletons.
type person struct {
	folded string   // the name
	given  []string // given and middle names; initials are one letter each
	first  []byte   // their first letters as written
	family string   // without particles; the only part of a name of one word
	hushed string   // … with one letter for zh and j, see hush
	suffix string
	double string  // the first half of a family name of two that stands alone
	whole  string  // family as it is folded, for very short names
	east   bool    // the family stands first
	before string  // particles before the family name: "van der"
	other  *person // as it reads where letters with marks are written with two: Šimić as Shimich
}

// full reports whether the name has more than a family name.
func (p *person) full() bool { return len(p.given) > 0 }

// readPerson takes a name apart.
func readPerson(name string) person {
	p := readFrom(name, 0)
	p.alsoAs(inTwo(name))
	return p
}

// alsoAs notes that letters with marks are also written with two, "" for none.
func (p *person) alsoAs(twice string) {
	if twice != "" {
		q := readFrom(twice, 0)
		p.other = &q
	}
}

// inTwo writes the letters with marks of a name with two letters each; it is "" where there are none.
func inTwo(name string) string {
	if !strings.ContainsFunc(name, func(r rune) bool { return r >= utf8.RuneSelf }) {
		return ""
	}
	if twice := digraphs.Replace(name); twice != name {
		return twice
	}
	return ""
}

// digraphs writes letters with marks as desks do that have none, with two letters.
var digraphs = strings.NewReplacer("ä", "ae", "ö", "oe", "ü", "ue", "Ä", "Ae", "Ö", "Oe", "Ü", "Ue", "ø", "oe", "Ø", "Oe", "å", "aa", "Å", "Aa",
	"š", "sh", "Š", "Sh", "ś", "sh", "ş", "sh", "Ş", "Sh", "ș", "sh", "Ș", "Sh", "č", "ch", "Č", "Ch", "ć", "ch", "Ć", "Ch", "ç", "ch", "Ç", "Ch",
	"ž", "zh", "Ž", "Zh", "đ", "dj", "Đ", "Dj", "ñ", "ny", "ț", "ts", "Ț", "Ts", "ţ", "ts", "Ţ", "Ts")

// readFrom takes a name apart whose family name is the given word from its end,
// 0 for the one that the order of such names calls for.
func readFrom(name string, fromEnd int) person {
	p := person{folded: fold(name)}
	var words []string
	for _, w := range strings.Fields(name) {
		f := fold(w)
		if f == "" {
			continue
		}
		words = append(words, strings.Fields(f)...)
	}
	hyphen := strings.Contains(name, "-")
	if a, b, ok := strings.Cut(name, "-"); ok && len(words) == 2 && !strings.Contains(name, " ") && capitalised(a) && capitalised(b) {
		p.double, words = skeleton(words[0]), words[1:] // a family name of two
	}
	if n := len(words); n > 1 && suffixes[words[n-1]] {
		p.suffix, words = words[n-1], words[:n-1]
	}
	words = servants(words)
	if len(words) > 2 && descended[words[0]] {
		words = words[1:]
	}
	kept := words[:0:0]
	for i, w := range words {
		if particles[w] && len(words)-i > 1 && len(words) > 1 && !(i == 0 && len(w) > 2 && familyFirst()[w]) {
			continue
		}
		kept = append(kept, w)
	}
	if len(kept) == 0 {
		kept = words
	}
	if len(kept) == 0 {
		return p
	}
	at := len(kept) - 1
	if at > 0 && familyFirst()[kept[0]] {
		rest := kept[1:]
		east := len(rest) <= 2 && (hyphen || len(rest) == 2 && len(kept[0]) <= 4 || len(rest) == 1 && pinyin.MatchString(rest[0]))
		if east && !(len(rest) == 1 && familyFirst()[rest[0]] && !pinyin.MatchString(rest[0])) {
			at = 0
		}
	}
	if raw := strings.Fields(name); at > 0 && len(raw) == 2 && syllables(raw[1]) && !strings.Contains(raw[0], "-") {
		at = 0 // Park Min-ho, whose family stands first though no list has it
	}
	p.east = at == 0 && len(kept) > 1
	if fromEnd > 0 && fromEnd <= len(kept) {
		at = len(kept) - fromEnd
	}
	p.whole = kept[at]
	for i := slices.Index(words, kept[at]); i > 0 && particles[words[i-1]]; i-- {
		p.before = strings.TrimSpace(words[i-1] + " " + p.before)
	}
	p.family, p.hushed = skeleton(kept[at]), skeleton(hush.Replace(kept[at]))
	raw := strings.Fields(name)
	for i, w := range kept {
		if i == at {
			continue
		}
		if at != 0 && initials(raw, w) {
			for _, r := range w {
				p.given = append(p.given, string(r))
				p.first = append(p.first, byte(r))
			}
			continue
		}
		p.given = append(p.given, skeleton(w))
		p.first = append(p.first, w[0])
	}
	if len(p.given) > 1 && (at == 0 && fromEnd == 0 || len(raw) == 2 && syllables(raw[0])) { // Kim Jong-un and Kim Jongun; Jong-un Kim
		whole := slices.Delete(slices.Clone(kept), at, at+1)
		p.given, p.first = []string{skeleton(strings.Join(whole, ""))}, p.first[:1]
	}
	return p
}

// servants writes Arabic names of two words as one word in one way: Abd al-Rahman, Abdul
// Rahman and Abdelrahman; Abu Zahra, Abou Zahra and Abuzahra.
func servants(words []string) []string {
	for i := 0; i < len(words); i++ {
		w, next := words[i], i+1
		switch {
		case (w == "abu" || w == "abou" || w == "abo") && next < len(words):
			words = slices.Replace(slices.Clone(words), i, next+1, "abu"+words[next])
			continue
		case strings.HasPrefix(w, "abou") && len(w) > 6:
			words = slices.Clone(words)
			words[i] = "abu" + w[4:]
			continue
		case !strings.HasPrefix(w, "abd") && !strings.HasPrefix(w, "abed"):
			continue
		}
		rest := ""
		for _, of := range []string{"abdul", "abdel", "abdal", "abdur", "abder", "abdar", "abed", "abd"} {
			if after, ok := strings.CutPrefix(w, of); ok {
				rest = after
				break
			}
		}
		if rest == "" && next+1 < len(words) && (words[next] == "al" || words[next] == "el" || words[next] == "ul" || words[next] == "ar" || words[next] == "ur") {
			next++
		}
		switch {
		case rest == "" && (next+1 < len(words) || next < len(words) && i > 0): // of two words the second is the family name
			words = slices.Replace(slices.Clone(words), i, next+1, "abd"+words[next])
		case len(rest) > 3:
			words = slices.Clone(words)
			words[i] = "abd" + rest
		}
	}
	return words
}

// syllables reports whether a word is a given name of East Asia in its syllables: "Min-ho".
func syllables(w string) bool {
	a, b, ok := strings.Cut(w, "-")
	return ok && len(a) > 1 && len(b) > 1 && len(a) < 7 && len(b) < 7 && capitalised(a) && b == strings.ToLower(b)
}

// initials reports whether the folded word was written as initials: "JD", "J.D.", "J".
func initials(raw []string, folded string) bool {
	if len(folded) == 1 {
		return true
	}
	if len(folded) > 3 {
		return false
	}
	for _, w := range raw {
		if fold(w) == folded {
			return w == strings.ToUpper(w) && !slices.ContainsFunc(raw, func(o string) bool { return len(o) > 4 && o == strings.ToUpper(o) })
		}
	}
	return strings.Contains(strings.Join(raw, ""), ".") // "J. D." folded as one
}

// key is what all spellings of the family name share: its consonants without
// those that romanisations write in several ways or not at all.
func (p *person) key() string {
	k := strings.Map(func(r rune) rune {
		if strings.ContainsRune("aeiouyjzsh", r) {
			return -1
		}
		if r == 'c' || r == 'g' {
			return 'k'
		}
		return r
	}, strings.TrimLeft(consonants(p.family), "ckg")) // Choukri and Shukri, Gaddafi and Qaddafi
	if k == "" {
		return p.family[:min(1, len(p.family))]
	}
	return k
}

// hush writes one letter for zh and j, which some romanisations have for the same
// sound: Zhelev and Jelev.
var hush = strings.NewReplacer("zh", "z", "dj", "z", "dzh", "z", "j", "z")

// sameFamily reports whether two family names may be one in two spellings.
func sameFamily(p, q *person) bool {
	if p.family == q.family {
		return true
	}
	if p.full() && q.full() && len(p.family) > 3 && p.hushed == q.hushed {
		return true
	}
	return p.full() && q.full() && min(len(p.family), len(q.family)) >= 5 && len(p.given[0]) > 1 && p.given[0] == q.given[0] &&
		jaroWinkler(p.family, q.family) >= 0.92 && consonants(p.family) == consonants(q.family)
}

// sameGiven reports whether two lists of given names do not contradict each other.
func sameGiven(p, q *person) bool {
	for i := 0; i < min(len(p.given), len(q.given)); i++ {
		a, b := p.given[i], q.given[i]
		switch {
		case a == b:
		case len(a) == 1 || len(b) == 1:
			if p.first[i] != q.first[i] && (i > 0 || !shortFor(a, q.first[i]) && !shortFor(b, p.first[i])) {
				return false
			}
		case i == 0 && sharesSet(a, b):
		case a[1:] == b[1:] && (p.first[i] == 'j' && a[0] == 'i' && b[0] == 'z' || q.first[i] == 'j' && b[0] == 'i' && a[0] == 'z'): // Zhanna and Janna
		case i > 0 && len(p.given) != len(q.given): // a patronymic or second name on one side only
		case !p.east && !q.east && min(len(a), len(b)) >= 4 && a[0] == b[0] && consonants(a) == consonants(b) && jaroWinkler(a, b) >= 0.9 && !otherEnding(a, b):
		default:
			return among(p.given, q.given) || among(q.given, p.given)
		}
	}
	return true
}

// among reports whether given names are some of many of a longer name, in order: "Cedric Lund" of
// "Toe Cedric Pose Salesa Lund".
func among(some, many []string) bool {
	if len(many) < len(some)+2 {
		return false
	}
	n := 0
	for _, g := range many {
		if n < len(some) && g == some[n] && len(g) > 2 {
			n++
		}
	}
	return n == len(some)
}

// otherEnding reports whether the last vowel tells two names apart, as it does
// Paolo and Paola, Marie and Maria, Daniel and Daniela.
func otherEnding(a, b string) bool {
	if a+"a" == b || b+"a" == a {
		return true
	}
	x, y := a[len(a)-1], b[len(b)-1]
	return x != y && vowel(x) && vowel(y) && (x == 'a' || y == 'a')
}

// shortFor reports whether a given name is short for one that begins with a letter: Bill with W.
func shortFor(name string, letter byte) bool {
	for _, set := range equalNames().sets[name] {
		if slices.Contains(equalNames().letters[set], letter) {
			return true
		}
	}
	return false
}

func sharesSet(a, b string) bool {
	for _, s := range equalNames().sets[a] {
		if slices.Contains(equalNames().sets[b], s) {
			return true
		}
	}
	return false
}

// samePerson says why two names may be of one person, or "" where they may not.
func samePerson(a, b string) string {
	p, q := readPerson(a), readPerson(b)
	return onePerson(&p, &q)
}

func onePerson(p, q *person) string {
	if p.suffix != q.suffix && p.full() && q.full() {
		return ""
	}
	if !sameFamily(p, q) || !sameGiven(p, q) {
		switch {
		case !p.full() || !q.full():
		case p.other != nil && q.other == nil:
			return onePerson(p.other, q)
		case p.other == nil && q.other != nil:
			return onePerson(p, q.other)
		}
		return ""
	}
	switch {
	case p.folded == q.folded:
		return "same name"
	case p.full() && q.full() && slices.Equal(p.given, q.given):
		return "same name in another spelling"
	case p.full() && q.full():
		if len(p.given[0]) == 1 || len(q.given[0]) == 1 {
			return "same family name, initials fit"
		}
		return "same family name, forms of one given name"
	}
	if p.suffix != q.suffix {
		return ""
	}
	return "same family name"
}

// stripTitles takes titles off the front of a person's name.
func stripTitles(name string) string {
	words := strings.Fields(name)
	for len(words) > 1 {
		if len(words) > 2 && titlesOfTwo[fold(words[0]+" "+words[1])] {
			words = words[2:]
			continue
		}
		w := strings.ToLower(strings.Trim(words[0], ".,"))
		if !dotted[w] && !titles[strings.ReplaceAll(w, ".", "")] || (len(words) == 2 && w != strings.ToLower(words[0]) && suffixes[fold(words[1])]) {
			break
		}
		words = words[1:]
	}
	for len(words) > 1 && (words[0] == "the" || words[0] == "The") {
		words = words[1:]
	}
	out := strings.Join(words, " ")
	out = strings.TrimSuffix(strings.TrimSuffix(out, "'s"), "’s")
	for _, h := range honours {
		if s, ok := strings.CutSuffix(out, h); ok && len(s) > 2 {
			out = s
		}
	}
	return strings.Trim(out, " ,;:\"“”«»")
}
