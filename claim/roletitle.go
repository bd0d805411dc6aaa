package claim

import (
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/lang"
)

// portfolios are offices that are called after what they are for.
var portfolios = words{"minister": true, "secretary": true, "commissioner": true}

// firms are offices that are called after the firm or body whose they are.
var firms = words{"chief": true, "head": true, "boss": true, "chairman": true, "chairwoman": true, "ceo": true}

// shortTitles are initials for which offices are known.
var shortTitles = map[string]string{"pm": "prime minister", "fm": "foreign minister"}

func (r *reading) former(x rapporteur.RoleClaim, past bool) rapporteur.RoleClaim {
	x.Former = x.Former || past
	return x
}

func (r *reading) shortPhrase(head int) lang.Range {
	s := r.nounPhrase(head)
	for _, k := range r.kids[head] {
		if base(r.rel(k)) == "nmod" && k > head {
			s.End = max(s.End, r.own(k).End)
		}
	}
	return s
}

// role makes a claim of a title's words: the office, and whose it is.
func (r *reading) role(s lang.Range, head int) rapporteur.RoleClaim {
	for s.Start < s.End && (r.upos(s.Start) == "DET" || r.upos(s.Start) == "PRON" || r.upos(s.Start) == "PUNCT" || r.upos(s.Start) == "SCONJ" || r.upos(s.Start) == "CCONJ") {
		s.Start++
	}
	for s.End > s.Start && (r.upos(s.End-1) == "PUNCT" || r.upos(s.End-1) == "ADP" || r.upos(s.End-1) == "CCONJ" || r.lower(s.End-1) == "so-called" || r.lower(s.End-1) == "so" && s.End-1 > head) {
		s.End--
	}
	if s.Start < s.End && r.noOffice(s, head) {
		return rapporteur.RoleClaim{}
	}
	owned := s.Start - 1
	if s.Start < s.End && possessive(r.lower(s.Start)) {
		owned = s.Start
	}
	t := titling{reading: r, within: s, head: head, field: -1}
	for k := s.Start; k >= 0 && k < s.End; {
		k = t.word(k)
	}
	text := strings.Join(t.title, " ")
	text = strings.ReplaceAll(text, " - ", "-")
	text = strings.ReplaceAll(text, " ,", ",")
	text = strings.TrimSpace(strings.Trim(text, "-,"))
	if text == "" || len(t.title) > 12 || !hasHead(text) {
		return rapporteur.RoleClaim{}
	}
	x := t.role
	x.Title = strings.ToLower(text)
	if long := shortTitles[x.Title]; long != "" {
		x.Title = long
	}
	if x.Of.Name == "" {
		x.Of = r.ownerBefore(owned, r.sentence(head))
	}
	return x
}

// noOffice reports whether words with that of an office in them tell of others than one holder: "of
// the leading journalists", "telling reporters", "in meetings with other leaders", "like presidents before him".
func (r *reading) noOffice(s lang.Range, head int) bool {
	t := r.doc.Tokens[s.Start]
	if w := r.lower(s.Start); ofOthers[w] || t.UPOS == "ADP" && r.pluralTitle(head) {
		return true
	} else if lex().titles.Inside[w] {
		return false
	}
	return t.UPOS == "VERB" && t.XPOS == "VBG" && (r.pluralTitle(head) || r.head(head) == s.Start && r.rel(head) != "nsubj")
}

// ofOthers are words behind which somebody else is named than whoever stands before them.
var ofOthers = words{"of": true, "for": true, "like": true, "unlike": true, "after": true, "than": true, "with": true, "to": true, "among": true, "against": true, "by": true}

// titling is a title while it is read word by word.
type titling struct {
	*reading
	within  lang.Range
	head    int // the word of the office
	role    rapporteur.RoleClaim
	title   []string // the words of the office so far
	bodied  int      // the token of a body's noun that its owner's name took in, 0 for none
	field   int      // where in them a state stands that is no owner's, "chief US economist"; -1 for nowhere
	ofPlace bool     // the owner so far is a place
}

// word reads the word at token k. It returns the next to be read, -1 where the title ends.
func (t *titling) word(k int) int {
	f, before := t.lower(k), k < t.head
	if before && k > 0 && k == t.bodied {
		return k + 1
	}
	if end := t.branchEnd(k); before && end > k {
		if t.role.Of.Name == "" || t.role.Of.Span.End < t.bytes(lang.Range{Start: k, End: k + 1}).Start-1 {
			t.role.Of = rapporteur.Mention{Kind: rapporteur.Organisation, Span: t.bytes(lang.Range{Start: k, End: end})}
		}
		t.role.Of.Name = strings.TrimSpace(strings.TrimSuffix(t.role.Of.Name, t.form(k)))
		t.role.Of.Name = strings.TrimSpace(t.role.Of.Name + " " + t.doc.Words(lang.Range{Start: k, End: end}))
		return end
	}
	switch {
	case before && (f == "(" || f == ")" || k > t.within.Start && t.form(k-1) == "(" && k+1 < t.head && t.form(k+1) == ")"):
		return k + 1 // "International Harbour Fund (IHF) | economist"
	case before && lex().titles.Former[f]:
		t.role.Former = true
		return k + 1
	case k == t.within.Start && (later[f] || f == "outgoing"):
		return t.once(k)
	case k > t.head && (f == "who" || f == "which" || f == "that"):
		return -1
	case before && (t.upos(k) == "AUX" || t.upos(k) == "NUM" && len(t.title) == 0 || f == "according"):
		t.title = nil // what stood before was no title
		return k + 1
	case before && len(t.title) == 0 && t.typeAt(k) == "" && t.praises(k):
		return k + 1
	}
	if before {
		kind, next := t.inTitle(k)
		if next > k {
			return next
		}
		if (kind == lang.PER || kind == lang.LOC || kind == lang.NORP || kind == lang.ORG || t.isState(t.form(k))) && t.ownedBy(k, kind) {
			return k + 1
		}
	}
	switch {
	case possessive(f):
		t.ownedBefore(k)
		return k + 1
	case k > t.head && k+1 < t.within.End && (f == "of" || f == "to" || f == "for" || f == "at" || f == "with") && t.ownedBehind(k),
		k > t.head && k+1 < t.within.End && len(t.title) > 0 && t.heldSince(k):
		return -1
	}
	word := t.form(k)
	if k == t.head && t.pluralTitle(k) { // of each who shares it
		word = t.lemma(k)
	}
	t.title = append(t.title, word)
	return k + 1
}

// once reads "then-president", "formerly the mayor", "outgoing".
func (t *titling) once(k int) int {
	f := t.lower(k)
	t.role.Former = t.role.Former || f == "then" || f == "formerly"
	if k+1 < t.head && t.form(k+1) == "-" {
		k++
	}
	for k+1 < t.head && t.upos(k+1) == "DET" {
		k++
	}
	return k + 1
}

// inTitle returns what kind of name a word before the office is, "" for what rather belongs to
// the office. It returns the next token where it took words for the office or its owner.
func (t *titling) inTitle(k int) (kind lang.NameType, next int) {
	kind = t.typeAt(k)
	f, n := t.lower(k), t.nameAt(k)
	inside, single := lex().titles.Inside[f], n != nil && n.Len() == 1
	if inside && t.form(k+1) == "-" || kind == lang.ORG && (t.endsBody(k, t.head) || t.calledAfter(k)) {
		kind = "" // "Vice" of "Vice-Premier" is no body; "White House Press" Secretary
	}
	switch {
	case kind == lang.ORG && n != nil && n.End == t.head && t.portfolio(*n, t.head):
		for ; k < n.End; k++ {
			t.title = append(t.title, t.form(k))
		}
		return kind, k
	case kind == lang.ORG && (inside && single || ranks[f] && k == n.Start):
		return "", k // "Treasury Secretary" is an office; whose it is, others say
	case kind == lang.ORG && single && k == t.head-1 && k == t.within.Start && portfolios[t.lemma(t.head)] && t.form(k) != strings.ToUpper(t.form(k)) && !t.isState(t.form(k)):
		return "", k // so is "Environment Minister"
	case k == t.head-1 && single && firms[t.lower(t.head)] && !t.isState(t.form(k)) && (kind == lang.NORP && t.kindOf(kind, t.stateName(k)) == rapporteur.Group || kind == lang.PER && !strings.Contains(t.entityName(k), " ")):
		return lang.ORG, k // "Norgaz chief"
	case kind == lang.PER && n == nil:
		// Part of what names the holder, but no name: words of the office, or behind them a body's.
		if end := t.bodyEnd(k, t.head); end > k && t.role.Of.Name == "" {
			body := lang.Range{Start: k, End: end}
			t.role.Of = rapporteur.Mention{Name: t.doc.Words(body), Kind: t.kindOf(lang.ORG, t.doc.Words(body)), Span: t.bytes(body)}
			return "", end
		}
		return "", k
	}
	return kind, k
}

// ownedBy notes a name before the office as whose it is, and reports whether it is no word of
// the office besides.
func (t *titling) ownedBy(k int, kind lang.NameType) bool {
	inside := lex().titles.Inside[t.lower(k)] && kind != lang.ORG
	if t.role.Of.Name == "" && kind == lang.NORP && k+2 == t.head && presided[t.lower(k+1)] && !t.isState(t.stateName(k)) {
		body := lang.Range{Start: k, End: k + 2} // "the European council president"
		t.role.Of = rapporteur.Mention{Name: t.doc.Words(body), Kind: rapporteur.Organisation, Span: t.bytes(body)}
		t.bodied = k + 1
		return true
	}
	if t.role.Of.Name == "" && !inside {
		name := t.ownerName(k, kind)
		if kind == lang.ORG {
			name = t.withoutPortfolio(k, withoutDesks(name))
		}
		t.role.Of = t.ownerAt(k, kind, name, false)
		t.field, t.ofPlace = len(t.title), kind == lang.LOC
	}
	return !inside
}

// ownedBefore reads the owner that stood before an apostrophe: the last one, in "Norvana's
// minister and Estrel's negotiator".
func (t *titling) ownedBefore(k int) {
	if o := k - 1; o >= t.within.Start && (t.typeAt(o) != "" || t.isState(t.form(o))) {
		t.role.Of = t.ownerAt(o, t.typeAt(o), t.ownerName(o, t.typeAt(o)), false)
	} else if o >= t.within.Start {
		t.role.Of = t.owner(o, t.bytes(lang.Range{Start: o, End: o + 1}))
	}
	t.title, t.field = nil, -1
}

// ownedBehind reads the owner behind a preposition, and reports whether that ends the title:
// "minister of Norvana" is Norvana's, "minister of finance" is the office.
func (t *titling) ownedBehind(k int) bool {
	f, end := t.lower(k), t.within.End
	o := k + 1
	for o < end && t.upos(o) == "DET" {
		o++
	}
	if o+2 < end && t.typeAt(o) == "" && t.upos(o) == "NOUN" && possessive(t.lower(o+1)) && t.typeAt(o+2) == lang.ORG {
		o += 2 // "head of the president's Economic Council"
	} else if b := t.bodyDescribed(o, end); b > o {
		o = b // "leader of the opposition Labour Party"
	}
	if n := t.nameAt(o); n != nil && n.End+1 < end && possessive(t.lower(n.End)) && t.typeAt(n.End+1) == lang.ORG {
		o = n.End + 1 // "editor of the Workers' Party's Strait Times"
	} else if n != nil && n.End+2 < end && t.form(n.End) == "-" && t.typeAt(n.End+2) == lang.ORG {
		o = n.End + 2 // "the Workers' Party-backed Strait Times"
	}
	if o >= end {
		return false
	}
	if n := t.personBehind(o, end); n != nil { // "envoy of Prime Minister Otto Varga"
		if t.role.Of.Name == "" {
			t.role.Of = rapporteur.Mention{Name: tidyName(t.doc.Words(n.Range)), Kind: rapporteur.Person, Span: t.bytes(n.Range)}
		}
		return true
	}
	if f == "of" && t.isField(o, end) {
		return false
	}
	kind, state := t.typeAt(o), t.isState(t.form(o))
	if body := t.bodyOwned(o, end); body.Len() > 0 && f != "in" {
		if t.role.Of.Name == "" {
			t.role.Of = rapporteur.Mention{Name: t.doc.Words(body), Kind: rapporteur.Organisation, Span: t.bytes(body)}
		}
		return true
	}
	if kind == lang.NORP && !t.isState(t.stateName(o)) {
		if o+1 >= end || !presided[t.lower(o+1)] {
			return false // "secretary for European affairs"
		}
		if body := (lang.Range{Start: o, End: o + 2}); t.role.Of.Name == "" { // "president of the European council"
			t.role.Of = rapporteur.Mention{Name: t.doc.Words(body), Kind: rapporteur.Organisation, Span: t.bytes(body)}
		}
		return true
	}
	if kind == "" && !state || lex().titles.Inside[t.lower(o)] && kind != lang.ORG && kind != lang.LOC && f == "of" && !state {
		return false
	}
	beside := f == "at" || f == "with"
	within := (t.role.Of.Kind == rapporteur.State || t.ofPlace) && t.field >= 0 && beside && kind == lang.ORG
	if within { // "chief US economist at Norbank"
		word := t.role.Of.Span.In(t.report.Body)
		if t.ofPlace && strings.HasPrefix(t.role.Of.Name, word) {
			word = t.role.Of.Name
		}
		t.title = slices.Insert(t.title, t.field, word)
	}
	first := t.role.Of.Name == ""
	if first || within {
		t.role.Of = t.ownerAt(o, kind, t.ownerName(o, ""), beside)
		if n := t.nameAt(o); n != nil {
			if e := t.branchEnd(n.End); e > n.End { // "of Dockers Local 479"
				t.role.Of.Name += " " + t.doc.Words(lang.Range{Start: n.End, End: e})
			} else if e := t.branchEnd(n.End - 1); e > n.End { // "of District 19"
				t.role.Of.Name = t.doc.Words(lang.Range{Start: o, End: e})
			}
		}
	}
	return f == "of" || beside || f == "for" && kind == lang.ORG || f == "to" && kind == lang.ORG && first
}

// bodyDescribed returns the token at which the name of a body begins that words from token o on describe: "the
// left-leaning | Harbour Institute", "the watchdog group | Open Seas", "Lund-based consultancy | Norbank"; o for none.
func (t *titling) bodyDescribed(o, end int) int {
	const most = 7 // tokens
	k := o
	for ; k < min(o+most, end); k++ {
		u, kind := t.upos(k), t.typeAt(k)
		switch {
		case kind == lang.ORG && k > o && t.nameAt(k) != nil && t.nameAt(k).Start == k && t.endsPhrase(t.nameAt(k), end):
			return k
		case kind == lang.ORG:
			return o
		case (kind == lang.LOC || kind == lang.NORP) && k+1 < end && (t.form(k+1) == "-" || k > o):
		case kind != "" || t.isState(t.form(k)):
			return o
		case u == "NOUN" || u == "ADJ" || u == "ADV" || u == "PROPN" || u == "X" || t.form(k) == "-":
		case u == "VERB" && (t.doc.Tokens[k].XPOS == "VBN" || t.doc.Tokens[k].XPOS == "VBG") && (k > o && t.form(k-1) == "-" || t.rel(k) == "amod"):
		default:
			return o
		}
	}
	return o
}

// isField reports whether a place or people at token o, behind the "of" of an office, only tells what work the office is
// for: "head of Norvana | research", but "head of Norvana's team", "leader of the Norvanan delegation".
func (t *titling) isField(o, end int) bool {
	n, kind := t.nameAt(o), t.typeAt(o)
	if kind != lang.LOC && kind != lang.NORP || n == nil || n.Start != o || n.End >= end || t.upos(n.End) != "NOUN" || t.typeAt(n.End) != "" {
		return false
	}
	k := n.End
	for k+1 < end && t.upos(k+1) == "NOUN" && t.typeAt(k+1) == "" {
		k++
	}
	l := t.lemma(k)
	return !presided[l] && !delegated[l] && !ownsOffices[l] && !lex().titles.Bodies[l] && !lex().actors.Groups[l] && !lex().meetings.Offices[l] && !lex().titles.Heads[l]
}

// endsPhrase reports whether no noun follows a name that it would only tell more of: "an independent Lund | institute".
func (t *titling) endsPhrase(n *lang.Name, end int) bool {
	return n != nil && (n.End >= end || t.upos(n.End) != "NOUN" && t.upos(n.End) != "PROPN")
}

// personBehind returns the name of the person that stands behind his own office at token o, nil for none.
func (t *titling) personBehind(o, end int) *lang.Name {
	if k := t.ownOffice(o, end); k > o {
		return t.nameAt(k)
	}
	return nil
}

// bodyOwned returns the words of a body that is told by its owner and a common noun, "Norvana's atomic
// agency", from token o on, none where there is none.
func (t *titling) bodyOwned(o, end int) lang.Range {
	n := t.nameAt(o)
	if n == nil || n.Start != o || n.End+1 >= end || !possessive(t.lower(n.End)) {
		return lang.Range{}
	}
	k := n.End + 1
	for k+1 < end && t.typeAt(k) == "" && (t.upos(k) == "ADJ" || t.upos(k) == "NOUN") && (t.upos(k+1) == "ADJ" || t.upos(k+1) == "NOUN") {
		k++
	}
	if l := t.lemma(k); t.typeAt(k) != "" || t.upos(k) != "NOUN" || !presided[l] && !lex().meetings.Offices[l] && !lex().actors.Groups[l] && !lex().titles.Bodies[l] {
		return lang.Range{}
	}
	if k+2 < end && t.lower(k+1) == "of" && t.upos(k+2) == "NOUN" && t.typeAt(k+2) == "" {
		k += 2 // "Norvana's ministry of commerce"
	}
	return lang.Range{Start: o, End: k + 1}
}

// branches are words for parts of a body that are told apart by their numbers.
var branches = words{"local": true, "district": true, "lodge": true, "branch": true, "chapter": true, "division": true, "region": true, "section": true, "unit": true, "post": true, "ward": true}

// branchEnd returns the end of "Local 73" at token k, k where there is none.
func (r *reading) branchEnd(k int) int {
	if k >= 0 && k+1 < len(r.kids) && branches[r.lower(k)] && r.form(k) != r.lower(k) && r.upos(k+1) == "NUM" {
		return k + 2
	}
	return k
}

// heldSince reports whether a preposition tells where an office is held, or since when.
func (t *titling) heldSince(k int) bool {
	switch t.lower(k) {
	case "in", "at", "with", "from", "under":
		return t.upos(k) == "ADP" && t.form(k-1) != "-" && t.lower(k+1) != "charge" && t.lower(k+1) != "chief"
	}
	return false
}

// ownerName is what the owner of an office at token k is called: the people of a state by the
// state's name, others as the report calls them elsewhere.
func (t *titling) ownerName(k int, kind lang.NameType) string {
	if n := t.nameAt(k); n != nil && n.Len() == 1 && chambers[t.lower(k)] {
		return t.form(k) // not one of its committees
	}
	if a, ok := t.actorAt(k); ok && kind != lang.NORP && (a.Kind != rapporteur.Person || kind == lang.PER) {
		return a.Name // but not the holder's, of whom a tree may make "EU" the head
	}
	return t.stateName(k)
}

// ownerAt is the owner of an office, named at token k.
func (t *titling) ownerAt(k int, kind lang.NameType, name string, private bool) rapporteur.Mention {
	kind = orLOC(kind)
	return rapporteur.Mention{Name: name, Kind: t.employer(kind, name, private || lex().titles.Private[t.lemma(t.head)]), Span: t.bytes(lang.Range{Start: k, End: k + 1})}
}

// calledAfter reports whether token k, typed as part of a body's name, is what an office is called
// after: "US Treasury | Secretary", "Senate Minority | Leader", "National Security | Adviser".
func (t *titling) calledAfter(k int) bool {
	n := t.nameAt(k)
	if n == nil || n.End > t.head {
		return false
	}
	for i := k; i < t.head; i++ {
		if !partOfOffice(t.lower(i), t.lemma(t.head)) && t.upos(i) != "CCONJ" {
			return false
		}
	}
	if k == n.Start {
		return n.Len() > 1 || t.lower(k) != "state" && t.form(k) != strings.ToUpper(t.form(k))
	}
	return k > n.Start && (t.isState(t.doc.Words(lang.Range{Start: n.Start, End: k})) || chambers[t.lower(k-1)] || partOfOffice(t.lower(k-1), t.lemma(t.head)))
}

// withoutPortfolio cuts from the name of a body at token k the words of the office that are called after.
func (t *titling) withoutPortfolio(k int, name string) string {
	n := t.nameAt(k)
	if n == nil {
		return name
	}
	for i := k + 1; i < n.End; i++ {
		if t.calledAfter(i) {
			return t.doc.Words(lang.Range{Start: n.Start, End: i})
		}
	}
	return name
}

// ranks are words before offices that are no bodies, though they have a capital at the head of a sentence.
var ranks = words{"junior": true, "shadow": true, "acting": true, "incoming": true, "outgoing": true, "retired": true, "ousted": true, "embattled": true, "longtime": true, "sitting": true, "founding": true}

// chambers are houses that have a leader of each side.
var chambers = words{"senate": true, "house": true, "parliament": true, "commons": true}

// partOfOffice reports whether a word before that of an office is what the office is for.
func partOfOffice(w, head string) bool {
	switch head {
	case "secretary", "minister", "undersecretary", "under-secretary", "commissioner":
		return ministries[w] || w == "under" || w == "assistant" || w == "deputy"
	case "leader", "whip":
		return w == "minority" || w == "majority"
	case "adviser", "advisor":
		return w == "national" || w == "security"
	}
	return false
}

// ministries are what ministers and secretaries are for.
var ministries = words{
	"treasury": true, "commerce": true, "trade": true, "defense": true, "defence": true, "interior": true, "agriculture": true, "energy": true, "labor": true, "labour": true, "homeland": true, "security": true,
	"health": true, "education": true, "transport": true, "transportation": true, "justice": true, "finance": true, "foreign": true, "home": true, "environment": true, "culture": true, "work": true, "pensions": true,
	"business": true, "brexit": true, "housing": true, "economy": true, "industry": true, "development": true, "junior": true, "affairs": true, "human": true, "services": true, "veterans": true, "communities": true,
	"immigration": true, "tourism": true, "science": true, "technology": true, "fisheries": true, "climate": true, "water": true, "infrastructure": true, "planning": true, "sports": true, "sport": true, "digital": true, "media": true,
}

// withoutDesks cuts from the name of a body the words of the office after it.
func withoutDesks(name string) string {
	for {
		last := name[strings.LastIndexByte(name, ' ')+1:]
		if len(last) == len(name) || !desks[strings.ToLower(last)] {
			return name
		}
		name = strings.TrimSpace(strings.TrimSuffix(name, last))
	}
}

// portfolio reports whether a name before the word of an office is what a minister is
// for, not a body: "Homeland Security Secretary", not "Harbour Office Secretary".
func (r *reading) portfolio(n lang.Name, head int) bool {
	if n.Len() < 2 && n.Start > 0 && !lex().titles.Inside[r.lower(n.Start-1)] || !portfolios[r.lemma(head)] || r.form(head) == r.lower(head) || r.isState(r.doc.Words(n.Range)) {
		return false
	}
	if head+1 < len(r.kids) && (r.form(head+1) == "-" || r.lower(head+1) == "general") {
		return false
	}
	for i := n.Start; i < n.End; i++ {
		if w := r.lower(i); lex().meetings.Offices[w] || lex().titles.Bodies[w] || lex().actors.Groups[w] && w != "security" || r.isState(r.form(i)) || r.form(i) == strings.ToUpper(r.form(i)) {
			return false
		}
	}
	return true
}

// employer returns of which kind it is whose office somebody holds: who pays analysts
// and has no minister is a firm or a school, though it is called after a place.
func (r *reading) employer(t lang.NameType, name string, private bool) rapporteur.ActorKind {
	if t == lang.LOC && private && (!r.isState(name) || lex().actors.Seats[name] != "") {
		return rapporteur.Organisation
	}
	return r.kindOf(t, name)
}

// praises reports whether a word before an office is an adjective of its holder,
// not of the office: "the embattled mayor".
func (r *reading) praises(k int) bool {
	f := r.form(k)
	if r.upos(k) != "ADJ" || f != strings.ToLower(f) || strings.Contains(f, "-") || lex().titles.Inside[f] || lex().titles.Heads[f] {
		return false
	}
	for _, end := range []string{"al", "ary", "public", "junior", "human", "joint", "managing"} {
		if strings.HasSuffix(f, end) {
			return false
		}
	}
	return true
}

// endsBody reports whether token k, typed as part of a body's name, belongs to the
// office after it: "White House Press | Secretary".
func (r *reading) endsBody(k, head int) bool {
	if k == 0 || r.typeAt(k-1) == "" {
		return false
	}
	for i := k; i < head; i++ {
		if !desks[r.lower(i)] {
			return false
		}
	}
	return true
}

// bodyEnd returns the end of the proper nouns from token k on that are no words of an office.
func (r *reading) bodyEnd(k, head int) int {
	l := &lex().titles
	for k < head && r.upos(k) == "PROPN" && r.nameAt(k) == nil && !l.Inside[r.lower(k)] && !l.Heads[r.lower(k)] && !l.Honorifics[r.lower(k)] {
		k++
	}
	return k
}

// desks are words between a body and an office that are the office's.
var desks = words{"press": true, "prime": true, "foreign": true, "deputy": true, "vice": true, "communications": true, "chief": true, "senior": true, "special": true}

func hasHead(s string) bool {
	for w := range strings.FieldsSeq(strings.ToLower(s)) {
		if lex().titles.Heads[w] {
			return true
		}
		for p := range strings.SplitSeq(w, "-") {
			if lex().titles.Heads[p] {
				return true
			}
		}
	}
	return false
}
