package attribution

import (
	"slices"
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
			return apposition
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

// spans returns the names of the text, mended: without articles and titles, with
// names that the tagger of names missed, nicknames taken in.
func (r *cast) spans() []span {
	doc := r.doc
	kinds := map[string]map[lang.NameType]int{}
	var spans []span
	covered := make([]bool, len(doc.Tokens))
	add := func(rng lang.Range, kind lang.NameType, guess bool) {
		for rng.Start < rng.End && (r.lower(rng.Start) == "the" || isPunct(doc.Form(rng.Start)) || doc.Tokens[rng.Start].UPOS == "DET") {
			rng.Start++
		}
		for rng.End > rng.Start && (isPossessive(doc.Form(rng.End-1)) || isPunct(doc.Form(rng.End-1))) {
			rng.End--
		}
		title := UnknownGender
		if kind == lang.PER {
			for rng.Len() > 1 {
				f := doc.Form(rng.Start)
				g, isTitle := r.lex.titles[f]
				if !isTitle && r.lex.class(f)&personNoun == 0 {
					break
				}
				if g != UnknownGender {
					title = g
				}
				rng.Start++
			}
			if title == UnknownGender && rng.Start > 0 {
				title = r.lex.titles[doc.Form(rng.Start-1)]
			}
		}
		if rng.Empty() || rng.Len() == 1 && doc.Tokens[rng.Start].UPOS == "PRON" {
			return
		}
		if kind == lang.NORP && !r.standsAlone(rng) {
			for i := rng.Start; i < rng.End; i++ {
				r.folk[i] = true
			}
			return
		}
		parts := strings.Fields(doc.Words(rng))
		if len(parts) == 0 {
			return
		}
		for i := rng.Start; i < rng.End; i++ {
			covered[i] = true
		}
		if kind != "" && !guess {
			k := strings.Join(parts, " ")
			if kinds[k] == nil {
				kinds[k] = map[lang.NameType]int{}
			}
			kinds[k][kind]++
		}
		spans = append(spans, span{rng, kind, parts, title, guess})
	}
	at := 0
	for i := 0; i < len(doc.Tokens); {
		if at < len(doc.Names) && doc.Names[at].Start <= i {
			n := doc.Names[at]
			at++
			if n.End <= i {
				continue
			}
			end := n.End
			// A nickname in quotation marks stands within a name: Yusuf "the Clerk" Haddan.
			if n.Type == lang.PER && end+2 < len(doc.Tokens) && isQuote(doc.Form(end)) && (r.capital(end+1) || r.lower(end+1) == "the") {
				for j := end + 2; j < min(end+5, len(doc.Tokens)-1); j++ {
					if isQuote(doc.Form(j)) && doc.Tokens[j+1].UPOS == "PROPN" {
						r.addNickname(&spans, covered, n.Range, j, doc)
						for at < len(doc.Names) && doc.Names[at].Start <= j+1 {
							at++
						}
						end = j + 2
						break
					}
				}
				if end != n.End {
					i = end
					continue
				}
			}
			kind := n.Type
			// "Gulf" is the beginning of the Gulf Ledger.
			for n.Type != lang.PER && n.End < len(doc.Tokens) && (at >= len(doc.Names) || n.End < doc.Names[at].Start) && r.capital(n.End) && r.sent[n.End] == r.sent[n.Start] && doc.Tokens[n.End].UPOS != "VERB" &&
				(r.lex.outletNames[doc.Form(n.End)] || r.lex.nouns[r.lower(n.End)]&(institutionNoun|outletNoun) != 0 && n.Type != lang.NORP) {
				n.End++
				kind = lang.ORG
			}
			// "Brenda marries Jax" are two names, "Ursula von der Leyen" is one.
			from := n.Start
			for j := n.Start + 1; j < n.End && kind == lang.PER; j++ {
				if u := doc.Tokens[j].UPOS; (u == "VERB" || u == "AUX" || u == "ADP" || u == "CCONJ") && !r.capital(j) && !isParticle(doc.Form(j)) {
					add(lang.Range{Start: from, End: j}, kind, false)
					from = j + 1
				}
			}
			add(lang.Range{Start: from, End: n.End}, kind, false)
			i = n.End
			continue
		}
		// A run of proper nouns that the tagger of names passed over.
		if r.proper(i) {
			j := i
			for j < len(doc.Tokens) && r.proper(j) && (at >= len(doc.Names) || j < doc.Names[at].Start) && r.sent[j] == r.sent[i] {
				j++
			}
			if kind, rng := r.guess(lang.Range{Start: i, End: j}); kind != "" {
				add(rng, kind, true)
			}
			i = max(j, i+1)
			continue
		}
		i++
	}
	spans = r.namesAgain(spans, covered)
	// One spelling is one type: the one it has most often, a person's surname before others.
	surnames := map[string]bool{}
	for _, s := range spans {
		if s.kind == lang.PER && len(s.parts) > 1 {
			surnames[s.parts[len(s.parts)-1]] = true
		}
	}
	for i := range spans {
		s := &spans[i]
		k := strings.Join(s.parts, " ")
		if len(s.parts) == 1 && surnames[k] && s.kind != lang.NORP {
			s.kind = lang.PER
			continue
		}
		best, count := s.kind, 0
		for _, kind := range []lang.NameType{lang.PER, lang.ORG, lang.LOC, lang.NORP} {
			if c := kinds[k][kind]; c > count {
				best, count = kind, c
			}
		}
		s.kind = best
		if s.kind == lang.PER && len(s.parts) == 1 && r.looksLikePlace(s.Range, spans) {
			s.kind = lang.LOC
		}
		if len(s.parts) == 1 && r.lex.outletNames[k] && s.Start > 0 && r.lower(s.Start-1) == "the" {
			s.kind = lang.ORG
		}
		if r.lex.outletName(s.parts) || r.lex.seats[strings.TrimPrefix(k, "the ")] {
			s.kind = lang.ORG
		}
	}
	return spans
}

// isParticle reports whether a word in small letters belongs to surnames.
func isParticle(w string) bool {
	switch w {
	case "de", "da", "di", "du", "del", "della", "des", "dos", "van", "von", "der", "den", "la", "le", "el", "al", "bin", "ibn", "ben", "zu", "ter", "of", "the", "af", "av", "y", "e":
		return true
	}
	return false
}

// proper reports whether token i may be part of a name by its tag, or by its capital within a sentence.
func (r *cast) proper(i int) bool {
	t := &r.doc.Tokens[i]
	if !r.capital(i) {
		return false
	}
	if t.UPOS == "PROPN" || strings.HasPrefix(t.XPOS, "NNP") {
		return true
	}
	if isAcronym(r.doc.Form(i)) && i+1 < len(r.doc.Tokens) {
		return r.lex.class(r.doc.Tokens[i+1].Lemma)&reportNoun != 0
	}
	return (t.UPOS == "ADJ" || t.UPOS == "NOUN") && i > r.doc.Sentences[r.sent[i]].Start && !isQuote(r.doc.Form(i-1)) && !r.folk[i]
}

// isAcronym reports whether a word is two to six capital letters.
func isAcronym(f string) bool {
	for i := range len(f) {
		if f[i] < 'A' || f[i] > 'Z' {
			return false
		}
	}
	return len(f) >= 2 && len(f) <= 6
}

// looksLikePlace reports whether a single word that passes for a person is used as
// a country or town: "Norvana's government", "in Norvana", "Norvanan".
func (r *cast) looksLikePlace(rng lang.Range, spans []span) bool {
	w := r.doc.Form(rng.Start)
	if _, given := r.lex.first[w]; given {
		return false
	}
	stem := strings.TrimRight(w, "aeio")
	place, person := 0, 0
	for _, s := range spans {
		if len(s.parts) != 1 || strings.TrimSuffix(s.parts[0], "'s") != w {
			if len(s.parts) > 1 && s.kind == lang.PER && s.parts[len(s.parts)-1] == w {
				return false
			}
			continue
		}
		if s.Start > 0 {
			switch r.lower(s.Start - 1) {
			case "in", "from", "near", "towards", "across", "into", "throughout", "outside", "inside":
				place += 2
			}
			if _, title := r.lex.titles[r.doc.Form(s.Start-1)]; title || r.lex.class(r.doc.Form(s.Start-1))&personNoun != 0 {
				person += 3
			}
		}
		if s.End+1 < len(r.doc.Tokens) && isPossessive(r.doc.Form(s.End)) {
			for j := s.End + 1; j < min(s.End+5, len(r.doc.Tokens)) && r.isNominal(j); j++ {
				switch strings.ToLower(r.doc.Tokens[j].Lemma) {
				case "minister", "ministry", "government", "parliament", "president", "premier", "army", "navy", "military", "capital", "embassy", "presidency", "cabinet",
					"chancellor", "negotiator", "mediator", "ambassador", "diplomat", "troop", "troops", "force", "forces", "economy", "border", "coast", "police", "prosecutor",
					"opposition", "king", "queen", "stockpile", "state", "coastguard", "airforce", "people", "population", "territory", "province", "constitution", "representative", "envoy":
					place += 2
				}
			}
		}
	}
	for i := range r.doc.Tokens {
		if f := r.doc.Form(i); len(stem) > 3 && len(f) > len(stem) && len(f) <= len(stem)+4 && f[0] == w[0] && strings.HasPrefix(f, stem) && f != w && demonymEnding(f[len(stem):]) {
			place += 2
		}
	}
	return place > person
}

// demonymEnding reports whether an ending makes the word for a people of a country's name.
func demonymEnding(end string) bool {
	switch strings.TrimSuffix(end, "s") {
	case "an", "ian", "ean", "n", "ese", "ish", "ite", "er", "i", "ic":
		return true
	}
	return false
}

// namesAgain adds the surnames of persons named elsewhere that were passed over.
func (r *cast) namesAgain(spans []span, covered []bool) []span {
	surnames := map[string]bool{}
	for _, s := range spans {
		if s.kind == lang.PER {
			surnames[s.parts[len(s.parts)-1]] = true
		}
	}
	found := false
	for i := range r.doc.Tokens {
		if f := r.doc.Form(i); !covered[i] && len(f) > 2 && f[0] >= 'A' && surnames[f] && r.capital(i) {
			if _, common := r.lex.nouns[strings.ToLower(f)]; common {
				continue
			}
			// Not a part of another name.
			if i+1 < len(r.doc.Tokens) && r.capital(i+1) && r.doc.Tokens[i+1].UPOS == "PROPN" && !covered[i+1] || i > 0 && covered[i-1] && r.doc.Tokens[i-1].UPOS == "PROPN" && r.sent[i-1] == r.sent[i] && r.doc.Tokens[i].Rel == "flat" {
				continue
			}
			spans = append(spans, span{Range: lang.Range{Start: i, End: i + 1}, kind: lang.PER, parts: []string{f}, guess: true})
			found = true
		}
	}
	if found {
		slices.SortStableFunc(spans, func(a, b span) int { return a.Start - b.Start })
	}
	return spans
}

// addNickname adds a person's name with a nickname that ends at the closing mark.
func (r *cast) addNickname(spans *[]span, covered []bool, name lang.Range, mark int, doc *lang.Doc) {
	var parts []string
	for i := name.Start; i < name.End; i++ {
		parts = append(parts, doc.Form(i))
	}
	parts = append(parts, doc.Form(mark+1))
	for i := name.Start; i < mark+2; i++ {
		covered[i] = true
	}
	*spans = append(*spans, span{Range: lang.Range{Start: name.Start, End: mark + 2}, kind: lang.PER, parts: parts})
}

// guess returns the type of a run of proper nouns that is no name to the tagger of names, "" for none.
func (r *cast) guess(rng lang.Range) (lang.NameType, lang.Range) {
	for rng.Len() > 0 {
		f := r.doc.Form(rng.Start)
		_, title := r.lex.titles[f]
		if !title && r.lex.class(f)&personNoun == 0 {
			break
		}
		rng.Start++
	}
	if rng.Empty() {
		return "", rng
	}
	var parts []string
	for i := rng.Start; i < rng.End; i++ {
		parts = append(parts, r.doc.Form(i))
	}
	all := strings.Join(parts, " ")
	last := r.lex.class(parts[len(parts)-1])
	switch {
	case r.lex.outletName(parts) || r.lex.seats[all]:
		return lang.ORG, rng
	case len(parts) == 1 && isAcronym(parts[0]) && rng.End < len(r.doc.Tokens) && r.lex.class(r.doc.Tokens[rng.End].Lemma)&reportNoun != 0:
		return lang.ORG, rng
	case r.lex.outletNames[parts[len(parts)-1]] && rng.End+1 < len(r.doc.Tokens) && r.lower(rng.End) == "of" && r.capital(rng.End+1) && r.lower(max(rng.Start-1, 0)) == "the":
		return lang.ORG, lang.Range{Start: rng.Start, End: rng.End + 2}
	case isCalendar(parts[0]):
		return "", rng
	case len(parts) > 1 && last&(institutionNoun|outletNoun) != 0:
		return lang.ORG, rng
	case r.lex.outletNames[parts[len(parts)-1]] && rng.Start > 0 && r.lower(rng.Start-1) == "the":
		return lang.ORG, rng
	case last&(institutionNoun|outletNoun|documentNoun|bodyOfMany|personNoun) != 0:
		return "", rng
	}
	if rng.End < len(r.doc.Tokens) && r.doc.Tokens[rng.End].UPOS == "NOUN" && r.doc.Tokens[rng.End-1].Rel == "compound" && r.doc.Tokens[rng.End-1].Head >= rng.End {
		return "", rng // "chief Strait negotiator"
	}
	if _, given := r.lex.first[parts[0]]; given {
		return lang.PER, rng
	}
	if rng.Start > 0 {
		before := r.doc.Form(rng.Start - 1)
		if _, title := r.lex.titles[before]; title || r.lex.class(before)&personNoun != 0 && r.doc.Tokens[rng.Start-1].UPOS != "VERB" && !strings.HasSuffix(before, "s") {
			return lang.PER, rng
		}
	}
	return "", rng
}

// standsAlone reports whether a nationality word is somebody ("the Italian") and not an adjective.
func (r *cast) standsAlone(rng lang.Range) bool {
	if rng.End < len(r.doc.Tokens) {
		switch r.doc.Tokens[rng.End].UPOS {
		case "NOUN", "PROPN", "ADJ", "NUM":
			return false
		}
		if f := r.doc.Form(rng.End); f == "-" {
			return false
		}
	}
	f := r.doc.Form(rng.End - 1)
	if strings.HasSuffix(f, "s") && r.doc.Tokens[rng.End-1].UPOS != "ADJ" {
		return true
	}
	return rng.Start > 0 && r.lower(rng.Start-1) == "the"
}

func isPossessive(f string) bool {
	return f == "'s" || f == "’s" || f == "'" || f == "’" || f == "ʼs"
}

func isPunct(f string) bool {
	if f == "" {
		return false
	}
	switch f[0] {
	case '"', '\'', ',', '.', '(', ')', ':', ';', '-', '`', '/', '[', ']', '!', '?':
		return len(f) == 1 || f == "''" || f == "``" || f == "--" || f == "..."
	}
	switch f {
	case "“", "”", "‘", "’", "–", "—", "«", "»", "…", "„":
		return true
	}
	return false
}

func isCalendar(w string) bool {
	switch w {
	case "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "January", "February", "March", "April", "May", "June",
		"July", "August", "September", "October", "November", "December", "Christmas", "Easter", "New", "I", "Mr", "Annex", "Article", "Paragraph", "Section", "Day":
		return true
	}
	return false
}
