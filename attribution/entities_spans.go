package attribution

import (
	"slices"
	"strings"

	"rapporteur/lang"
)

// spans returns the names of the text, mended: without articles and titles, with
// names that the tagger of names missed, nicknames taken in.
func (r *cast) spans() []span {
	m := &mending{cast: r, covered: make([]bool, len(r.doc.Tokens)), kinds: map[string]map[lang.NameType]int{}}
	for i := 0; i < len(r.doc.Tokens); {
		switch {
		case m.at < len(r.doc.Names) && r.doc.Names[m.at].Start <= i:
			n := r.doc.Names[m.at]
			m.at++
			if n.End > i {
				i = m.name(n)
			}
		case r.proper(i):
			i = m.passedOver(i)
		default:
			i++
		}
	}
	m.spans = r.namesAgain(m.spans, m.covered)
	m.oneKind()
	return m.spans
}

// mending mends what the tagger of names found.
type mending struct {
	*cast
	at      int // the next name of the tagger
	spans   []span
	covered []bool                           // tokens that are in a span
	kinds   map[string]map[lang.NameType]int // how often the tagger gave a spelling which type
}

// name takes a name of the tagger, and returns the token to go on at.
func (m *mending) name(n lang.Name) int {
	if end := m.nickname(n); end > n.End {
		return end
	}
	kind := n.Type
	// "Gulf" is the beginning of the Gulf Ledger.
	for n.Type != lang.PER && m.goesOn(n) {
		n.End++
		kind = lang.ORG
	}
	// "Brenda marries Jax" are two names, "Ursula von der Leyen" is one.
	from := n.Start
	for j := n.Start + 1; j < n.End && kind == lang.PER; j++ {
		if u := m.doc.Tokens[j].UPOS; (u == "VERB" || u == "AUX" || u == "ADP" || u == "CCONJ") && !m.capital(j) && !isParticle(m.doc.Form(j)) {
			m.add(lang.Range{Start: from, End: j}, kind, false)
			from = j + 1
		}
	}
	m.add(lang.Range{Start: from, End: n.End}, kind, false)
	return n.End
}

// goesOn reports whether the word after a name is the institution's or outlet's that it begins.
func (m *mending) goesOn(n lang.Name) bool {
	k := n.End
	if k >= len(m.doc.Tokens) || m.at < len(m.doc.Names) && k >= m.doc.Names[m.at].Start || !m.capital(k) || m.sent[k] != m.sent[n.Start] || m.doc.Tokens[k].UPOS == "VERB" {
		return false
	}
	return m.lex.outletNames[m.doc.Form(k)] || m.lex.nouns[m.lower(k)]&(institutionNoun|outletNoun) != 0 && n.Type != lang.NORP
}

// nickname adds a name in which a nickname stands in quotation marks, Yusuf "the Clerk" Haddan.
// It returns where that ends, the end of the name itself where there is none.
func (m *mending) nickname(n lang.Name) int {
	doc, end := m.doc, n.End
	if n.Type != lang.PER || end+2 >= len(doc.Tokens) || !isQuote(doc.Form(end)) || !m.capital(end+1) && m.lower(end+1) != "the" {
		return end
	}
	for j := end + 2; j < min(end+5, len(doc.Tokens)-1); j++ {
		if isQuote(doc.Form(j)) && doc.Tokens[j+1].UPOS == "PROPN" {
			m.addNickname(&m.spans, m.covered, n.Range, j, doc)
			for m.at < len(doc.Names) && doc.Names[m.at].Start <= j+1 {
				m.at++
			}
			return j + 2
		}
	}
	return end
}

// passedOver takes a run of proper nouns that the tagger of names passed over, and returns the
// token to go on at.
func (m *mending) passedOver(i int) int {
	j := i
	for j < len(m.doc.Tokens) && m.proper(j) && (m.at >= len(m.doc.Names) || j < m.doc.Names[m.at].Start) && m.sent[j] == m.sent[i] {
		j++
	}
	if kind, rng := m.guess(lang.Range{Start: i, End: j}); kind != "" {
		m.add(rng, kind, true)
	}
	return max(j, i+1)
}

// add adds a name without the articles, marks and titles around it.
func (m *mending) add(rng lang.Range, kind lang.NameType, guess bool) {
	doc := m.doc
	for rng.Start < rng.End && (m.lower(rng.Start) == "the" || isPunct(doc.Form(rng.Start)) || doc.Tokens[rng.Start].UPOS == "DET") {
		rng.Start++
	}
	for rng.End > rng.Start && (isPossessive(doc.Form(rng.End-1)) || isPunct(doc.Form(rng.End-1))) {
		rng.End--
	}
	if first := m.lower(rng.Start); rng.Len() > 1 && bodyWords().tells[first] != 0 && bodyWords().names[doc.Form(rng.Start)] == 0 && rng.Start == doc.Sentences[m.sent[rng.Start]].Start {
		rng.Start++ // "Steelmaker Torvald"
		kind = lang.ORG
	}
	if _, given := m.lex.first[doc.Form(rng.Start)]; given && kind == lang.ORG && rng.Len() == 2 && m.behindOffice(rng) {
		kind = lang.PER // "the ambassador, Hirut Zemene"
	}
	title := UnknownGender
	if kind == lang.PER {
		rng, title = m.untitled(rng)
	}
	if rng.Empty() || rng.Len() == 1 && doc.Tokens[rng.Start].UPOS == "PRON" {
		return
	}
	if kind == lang.NORP && !m.standsAlone(rng) {
		for i := rng.Start; i < rng.End; i++ {
			m.folk[i] = true
		}
		return
	}
	parts := strings.Fields(doc.Words(rng))
	if len(parts) == 0 {
		return
	}
	for i := rng.Start; i < rng.End; i++ {
		m.covered[i] = true
	}
	if kind != "" && !guess {
		k := strings.Join(parts, " ")
		if m.kinds[k] == nil {
			m.kinds[k] = map[lang.NameType]int{}
		}
		m.kinds[k][kind]++
	}
	m.spans = append(m.spans, span{rng, kind, parts, title, guess})
}

// behindOffice reports whether a name stands right behind the word of somebody's office, or behind it and a comma, with
// what it is of.
func (m *mending) behindOffice(rng lang.Range) bool {
	const most = 5 // tokens back
	at := rng.Start - 1
	if at < 0 || m.sent[at] != m.sent[rng.Start] {
		return false
	}
	if m.lex.class(m.doc.Tokens[at].Lemma)&personNoun != 0 {
		return true
	}
	if m.doc.Form(at) != "," {
		return false
	}
	for k := at - 1; k >= max(0, at-most); k-- {
		switch u := m.doc.Tokens[k].UPOS; {
		case m.lex.class(m.doc.Tokens[k].Lemma)&personNoun != 0:
			return true
		case u != "NOUN" && u != "PROPN" && u != "ADP" && u != "DET" && u != "ADJ":
			return false
		}
	}
	return false
}

// untitled cuts titles from the front of a person's name, and returns the gender that they or
// the title before it tell.
func (m *mending) untitled(rng lang.Range) (lang.Range, Gender) {
	title := UnknownGender
	for rng.Len() > 1 {
		f := m.doc.Form(rng.Start)
		g, isTitle := m.lex.titles[f]
		if !isTitle && (m.lex.class(f)&personNoun == 0 || anyPerson[strings.ToLower(f)]) {
			break // "Guy Verhoek"
		}
		if g != UnknownGender {
			title = g
		}
		rng.Start++
	}
	if title == UnknownGender && rng.Start > 0 {
		title = m.lex.titles[m.doc.Form(rng.Start-1)]
	}
	return rng, title
}

// oneKind gives one spelling one type: the one it has most often, a person's surname before others.
func (m *mending) oneKind() {
	surnames := map[string]bool{}
	for _, s := range m.spans {
		if s.kind == lang.PER && len(s.parts) > 1 {
			surnames[s.parts[len(s.parts)-1]] = true
		}
	}
	for i := range m.spans {
		s := &m.spans[i]
		k := strings.Join(s.parts, " ")
		if len(s.parts) == 1 && surnames[k] && s.kind != lang.NORP {
			s.kind = lang.PER
			continue
		}
		best, count := s.kind, 0
		for _, kind := range []lang.NameType{lang.PER, lang.ORG, lang.LOC, lang.NORP} {
			if c := m.kinds[k][kind]; c > count {
				best, count = kind, c
			}
		}
		s.kind = best
		if s.kind == lang.PER && len(s.parts) == 1 && m.looksLikePlace(s.Range, m.spans) {
			s.kind = lang.LOC
		}
		if len(s.parts) == 1 && m.lex.outletNames[k] && s.Start > 0 && m.lower(s.Start-1) == "the" ||
			m.lex.outletName(s.parts) || m.lex.seats[strings.TrimPrefix(k, "the ")] {
			s.kind = lang.ORG
		}
	}
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
			case "of":
				if s.Start > 1 && (realms[r.lower(s.Start-2)] || slices.ContainsFunc(spans, func(o span) bool { return o.End == s.Start-1 && o.kind == lang.PER && len(o.parts) > 1 })) {
					place += 2 // "the Republic of Norvana", "Ada Kerr of Norvana"
				}
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

// realms are words for states that stand before "of" and their name.
var realms = wordSet("republic kingdom emirate sultanate federation commonwealth principality duchy state union islands government people island province region")

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
