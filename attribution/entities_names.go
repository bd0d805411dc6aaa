package attribution

import (
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"rapporteur/lang"
)

// groupNames makes one entity of the names that name one: the full name and the
// surname, spellings of one name, an organisation and its short name or initials.
func (r *cast) groupNames() {
	order := make([]int, 0, len(r.ents))
	for i := range r.ents {
		order = append(order, i)
	}
	// Full names come first, so that a surname before its full name finds it.
	sort.SliceStable(order, func(a, b int) bool {
		return len(r.ents[order[a]].parts) > len(r.ents[order[b]].parts)
	})
	byLast := map[string][]int{} // entities by the key of each word that may stand for them
	exact := map[string]int{}
	for _, i := range order {
		e := &r.ents[i]
		key := string(e.kind) + strings.ToLower(e.name)
		if was, ok := exact[key]; ok && (e.kind != lang.PER || len(e.parts) > 1) {
			r.merge(was, i)
			continue
		}
		to := -1
		switch e.kind {
		case lang.PER:
			to = r.samePerson(i, byLast)
		case lang.ORG, lang.LOC:
			to = r.sameBody(i, byLast)
		}
		if to >= 0 {
			r.merge(to, i)
			if e.kind != lang.PER || len(e.parts) > 1 {
				exact[key] = to
			}
			continue
		}
		if was, ok := exact[key]; ok && e.kind == lang.PER && len(r.ents[was].parts) == 1 {
			r.merge(was, i)
			continue
		}
		exact[key] = i
		if e.kind == lang.PER {
			byLast[nameKey(e.parts[len(e.parts)-1])] = append(byLast[nameKey(e.parts[len(e.parts)-1])], i)
			if len(e.parts) > 1 {
				byLast["1"+nameKey(e.parts[0])] = append(byLast["1"+nameKey(e.parts[0])], i)
			}
		} else if e.kind == lang.ORG || e.kind == lang.LOC {
			for _, k := range bodyKeys(e.parts) {
				byLast[k] = append(byLast[k], i)
			}
		}
	}
	r.groupAliases()
	for i := range r.ents {
		e := &r.ents[i]
		if e.merged < 0 {
			sort.Ints(e.mentions)
		}
	}
	r.findOwn()
}

// samePerson returns the person of an earlier, longer or equal name that name i stands for, -1 for none.
func (r *cast) samePerson(i int, byLast map[string][]int) int {
	e := &r.ents[i]
	at := r.mentions[e.mentions[0]].Start
	last := e.parts[len(e.parts)-1]
	best, bestDistance := -1, 0
	consider := func(c int, penalty int) {
		x := &r.ents[c]
		if e.told && x.told && e.gender != x.gender {
			return
		}
		// The nearest mention before is best, one after is second best.
		distance := 1 << 20
		for _, m := range x.mentions {
			d := at - r.mentions[m].Start
			if d < 0 {
				d = 100000 - d
			}
			distance = min(distance, d)
		}
		if distance += penalty; best < 0 || distance < bestDistance {
			best, bestDistance = c, distance
		}
	}
	bearers := byLast[nameKey(last)]
	if len(e.parts) == 1 && slices.ContainsFunc(bearers, func(c int) bool { return len(r.ents[c].parts) > 1 }) {
		for _, c := range byLast["1"+nameKey(last)] { // Meng Wanzhou, whose family stands first
			if _, given := r.lex.first[r.ents[c].parts[0]]; !given && len(r.ents[c].mentions) > 1 && !slices.Contains(bearers, c) {
				bearers = append(slices.Clip(bearers), c)
			}
		}
		if c := r.bearerOf(i, bearers); c >= 0 {
			return c
		}
		bearers = nil
	}
	for _, c := range bearers {
		x := &r.ents[c]
		if n := len(x.parts) - len(e.parts); len(e.parts) == 1 || len(x.parts) == 1 || sameGiven(e.parts[0], x.parts[0]) || n > 0 && slices.Equal(e.parts, x.parts[n:]) {
			consider(c, 0)
		}
	}
	if len(e.parts) == 1 {
		for _, c := range byLast["1"+nameKey(last)] {
			consider(c, 50000)
		}
	}
	return best
}

// sameGiven reports whether two given names before one surname may be one person's:
// equal, an initial of the other, or a spelling of it.
func sameGiven(a, b string) bool {
	x, y := nameKey(a), nameKey(b)
	if x == "" || y == "" || x == y {
		return true
	}
	if utf8.RuneCountInString(strings.Trim(a, ".")) == 1 || utf8.RuneCountInString(strings.Trim(b, ".")) == 1 {
		return x[0] == y[0]
	}
	if x[0] != y[0] {
		return false
	}
	return len(x) >= 4 && len(y) >= 4 && editDistance(x, y) <= 1+min(len(x), len(y))/6
}

// sameBody returns the organisation or place that name i is another name of, -1 for none.
func (r *cast) sameBody(i int, byLast map[string][]int) int {
	e := &r.ents[i]
	at := r.mentions[e.mentions[0]].Start
	best, bestDistance := -1, 0
	all := bodyKey(e.parts)
	keys := []string{all, "s" + all, "a" + strings.ReplaceAll(all, " ", "")}
	if r.lex.seats[strings.TrimPrefix(strings.Join(e.parts, " "), "The ")] {
		keys = keys[:1] // a seat of government is no short name of an office in it
	}
	for _, k := range keys {
		for _, c := range byLast[k] {
			x := &r.ents[c]
			if x.kind != e.kind && k != all || k[0] == 's' && k != all && x.kind == lang.LOC {
				continue
			}
			if k[0] == 'a' && k != all && (len(e.parts) > 1 || strings.ToUpper(e.parts[0]) != e.parts[0]) {
				continue
			}
			d := at - r.mentions[x.mentions[0]].Start
			if d < 0 {
				d = 100000 - d
			}
			if best < 0 || d < bestDistance {
				best, bestDistance = c, d
			}
		}
		if best >= 0 {
			break
		}
	}
	return best
}

// bodyKeys returns the keys under which an organisation or place may be meant:
// its name, the ends and the beginning of it, its initials.
func bodyKeys(parts []string) []string {
	all := bodyKey(parts)
	keys := []string{all}
	if len(parts) > 1 {
		for i := 1; i < len(parts); i++ {
			keys = append(keys, "s"+bodyKey(parts[i:]))
			if i >= 1 && len(parts[0]) > 3 {
				keys = append(keys, "s"+bodyKey(parts[:i]))
			}
		}
		initials, all := "", "" // … "ASIS" or "AOSIS"
		for _, p := range parts {
			if p[0] >= 'A' && p[0] <= 'Z' && p != "The" {
				initials += strings.ToLower(p[:1])
			}
			all += strings.ToLower(p[:1])
		}
		if len(initials) > 1 {
			keys = append(keys, "a"+initials)
		}
		if len(all) > len(initials) && len(initials) > 2 {
			keys = append(keys, "a"+all)
		}
	}
	return keys
}

// placeNames are short names that stand for a longer one.
var placeNames = map[string]string{
	"us": "united states", "u.s.": "united states", "usa": "united states", "u.s": "united states", "america": "united states", "u.s.a.": "united states",
	"united states of america": "united states", "uk": "united kingdom", "u.k.": "united kingdom", "britain": "united kingdom", "great britain": "united kingdom",
	"eu": "european union", "un": "united nations", "u.n.": "united nations", "russian federation": "russia", "prc": "china", "uae": "united arab emirates",
}

func bodyKey(parts []string) string {
	key := strings.ToLower(strings.Join(parts, " "))
	key = strings.TrimPrefix(key, "the ")
	key = strings.TrimSuffix(strings.TrimSuffix(key, "'s"), "’s")
	if full, ok := placeNames[key]; ok {
		return full
	}
	return key
}

// spellings are the endings and letters that differ between spellings of one name.
var spellings = strings.NewReplacer("á", "a", "à", "a", "â", "a", "ä", "a", "ã", "a", "å", "a", "é", "e", "è", "e", "ê", "e", "ë", "e", "í", "i", "ì", "i", "î", "i", "ï", "i",
	"ó", "o", "ò", "o", "ô", "o", "ö", "o", "õ", "o", "ø", "o", "ú", "u", "ù", "u", "û", "u", "ü", "u", "ý", "y", "ç", "c", "ć", "c", "č", "c", "š", "s", "ś", "s", "ş", "s", "ß", "ss",
	"ž", "z", "ź", "z", "ż", "z", "ñ", "n", "ń", "n", "ł", "l", "ğ", "g", "ı", "i", "đ", "d", "ř", "r", "ț", "t", "ă", "a", "’", "", "'", "", "-", "", ".", "",
	"kh", "h", "sch", "sh", "tch", "ch", "ck", "k", "ph", "f", "w", "v", "ou", "u", "yy", "i", "iy", "i", "ii", "i", "ij", "i", "y", "i", "j", "i", "ee", "i", "oo", "u", "q", "k")

// nameKey returns what the spellings of one name have in common.
func nameKey(w string) string {
	key := spellings.Replace(spellings.Replace(strings.ToLower(w)))
	var b strings.Builder
	for i := range len(key) {
		if i == 0 || key[i] != key[i-1] {
			b.WriteByte(key[i])
		}
	}
	return b.String()
}

// editDistance is Levenshtein's, over bytes.
func editDistance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := diagonal
			if a[i] != b[j] {
				cost++
			}
			diagonal = row[j+1]
			row[j+1] = min(cost, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}

// findOwn marks the entity that is the text's own outlet.
func (r *cast) findOwn() {
	if r.own == "" {
		return
	}
	own := bodyKey(strings.Fields(r.own))
	for i := range r.ents {
		e := &r.ents[i]
		if e.merged >= 0 || e.kind == lang.NORP {
			continue
		}
		key := bodyKey(e.parts)
		if key == own || len(e.parts) == 1 && strings.HasSuffix(own, " "+key) && r.lex.outletNames[e.parts[0]] ||
			strings.HasSuffix(key, " "+own) && len(own) > 3 {
			e.own, e.outlet, e.kind = true, true, lang.ORG
			r.ownEntity = i
		}
	}
}
