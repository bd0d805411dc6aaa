package claim

import (
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/lang"
	"rapporteur/timex"
)

// fill adds place, time and length that hang on token i.
func (r *reading) fill(e *encounter, i int) {
	if e.place == "" {
		e.place = r.placeAt(i)
	}
	if c := r.clause(i); e.place == "" && c != nil {
		e.place = r.where(i)
		if u := r.governor(max(r.head(i), 0)); e.place != "" && e.when.IsZero() && u != nil && u.head != i && (c.modal == "" || c.modal == u.modal || !u.past) {
			if t := r.timeBelow(u.head); t != nil && t.Interval.Exact() {
				e.when = t.Interval // "flew to Lund on Monday, where she met Holt"
			}
		}
	}
	if e.place == "" && r.report.Dateline != "" && slices.ContainsFunc(r.children(i, "advmod"), func(k int) bool { return r.lower(k) == "here" }) {
		e.place = titled(r.report.Dateline)
	}
	for _, h := range []int{i, r.head(i)} {
		if h < 0 || e.place != "" || h != i && !lex().meetings.Journey[r.lemma(h)] {
			continue
		}
		if k := slices.IndexFunc(r.kids[h], func(k int) bool { return r.lower(k) == "there" && base(r.rel(k)) == "advmod" }); k >= 0 {
			e.place = r.placeOfThere(r.kids[h][k])
		}
	}
	for t := range r.times {
		x := &r.times[t]
		if x.Start >= len(r.sent) || r.sent[x.Start] != r.sent[i] {
			continue
		}
		if !r.hangsOn(r.top(x.Range), i) || r.distant(x) {
			continue
		}
		if e.minutes == 0 && x.Minutes > 0 && x.Minutes < 24*60*3 && !r.soonAfter(x) {
			e.minutes = x.Minutes
		}
		if g := r.governor(r.top(x.Range)); e.clock == "" && x.Clock != "" && (g == nil || !lex().meetings.End[g.verb]) {
			e.clock, e.zone = x.Clock, x.Zone
		}
	}
}

// soonAfter reports whether a length of time is that between two things: "within an hour of the vote".
func (r *reading) soonAfter(x *timex.Time) bool {
	if r.lower(x.Start) != "within" && r.lower(max(x.Start-1, 0)) != "within" {
		return false
	}
	f := r.lower(min(x.End, len(r.kids)-1))
	return f == "of" || f == "after"
}

// placeOfThere returns the place that "there" at token i means: the last to which, or at which,
// the sentence or the one before it tells that anything is.
func (r *reading) placeOfThere(i int) string {
	for k := i - 1; k > r.doc.Sentences[max(r.sent[i]-1, 0)].Start; k-- {
		n := r.nameAt(k)
		if n == nil || n.Start != k || n.Type != lang.LOC || n.End < len(r.kids) && possessive(r.lower(n.End)) {
			continue
		}
		switch r.lower(k - 1) {
		case "in", "at", "to", "for", "near":
			return tidyName(r.doc.Words(n.Range))
		}
	}
	return ""
}

// distant reports whether a length is told as what lies between two things, or two lengths:
// "called off seven minutes before it was to begin", "went on for an hour longer".
func (r *reading) distant(x *timex.Time) bool {
	if x.End >= r.sentence(x.Start).End {
		return false
	}
	if slices.ContainsFunc(r.lowers[x.Start:x.End], func(w string) bool { return distances[w] }) {
		return true // "will meet within the next 48 hours"
	}
	switch r.lower(x.End) {
	case "longer", "shorter", "more", "less", "notice":
		return true
	}
	if k := x.End + 1; k < r.sentence(x.Start).End && possessive(r.lower(x.End)) && (r.lemma(k) == "notice" || r.lemma(k) == "drive" || r.lemma(k) == "delay") {
		return true // "with two hours' notice"
	}
	if x.Start > 0 && (r.lower(x.Start-1) == "for" || r.upos(x.Start-1) == "VERB" && r.sent[x.Start-1] == r.sent[x.Start]) {
		return false // "confer for an hour before they call on Holt"
	}
	switch r.lower(x.End) {
	case "before", "after", "later", "earlier", "ago", "late", "ahead":
		return true
	}
	return false
}

// distances are the words of a time that tell how far off something is, or since when it has been.
var distances = words{"next": true, "coming": true, "past": true, "last": true, "previous": true, "preceding": true, "ago": true}

// where returns the place that a clause at token i speaks of with "where": "flew to
// Lund, where she met Holt".
func (r *reading) where(i int) string {
	for k := i - 1; k > r.sentence(i).Start && k > i-16; k-- {
		if r.upos(k) == "VERB" && isFinite(r.doc.Tokens[k].XPOS) {
			return ""
		}
		if r.lower(k) != "where" {
			continue
		}
		at := k - 1
		for at > r.sentence(i).Start && (r.form(at) == "," || r.timeAt[at] >= 0 || r.lower(at) == "on") {
			at-- // "flew to Lund on Monday, where …"
		}
		n := r.nameAt(at)
		switch {
		case n != nil && n.Type == lang.LOC:
			return tidyName(r.doc.Words(n.Range))
		case n != nil && n.Type == lang.ORG && (facility(r.doc.Words(n.Range)) || r.lower(max(n.Start-1, 0)) == "at" || r.lower(max(n.Start-2, 0)) == "at"):
			return tidyName(r.doc.Words(n.Range)) // "at the State Department, where she met Holt"
		case n == nil && at > r.sentence(i).Start:
			return r.venue(at) // "at the hotel, where"
		}
		return ""
	}
	return ""
}

// hangsOn reports whether token k belongs to i without another predicate between.
func (r *reading) hangsOn(k, i int) bool {
	for steps := 0; k >= 0 && steps < 12; k, steps = r.head(k), steps+1 {
		if k == i {
			return true
		}
		if steps > 0 && r.clause(k) != nil {
			return false
		}
	}
	return false
}

// placeAt returns the place that hangs on a predicate or noun: "in Port Calder",
// "at the Kremlin". A place that hangs on a time, a person or a group below it
// counts as well, since trees often attach it there.
func (r *reading) placeAt(i int) string {
	venue := ""
	for _, pass := range []string{"in", "at", "to", "on"} {
		for k := r.lo[i]; k < r.hi[i]; k++ {
			if b := base(r.rel(k)); b != "obl" && b != "nmod" || r.timeAt[k] >= 0 || !r.near(k, i) {
				continue
			}
			p := r.caseOf(k)
			if town := r.eventTown(k); town != "" && pass == "at" && (p == "at" || p == "during" || p == "of" && lex().meetings.Margins[r.lemma(r.head(k))]) {
				return town
			}
			if p != pass && !(pass == "in" && (p == "inside" || p == "near" || p == "outside")) {
				continue
			}
			if l := r.lemma(i); pass == "to" && l != "visit" && l != "trip" && (!lex().meetings.Journey[l] || r.typeAt(k) != lang.LOC) {
				continue
			}
			if pass == "on" && !r.standsOn(k) {
				continue // "talks on Norvana"
			}
			switch w := r.placeName(k); {
			case w == "":
			case r.typeAt(k) == "" && r.upos(k) == "NOUN" && w == r.venue(k) && strings.ToLower(w) == w:
				if venue == "" {
					venue = w // "met at a hotel | in Lund", whatever the tree made of it
				}
			default:
				return w
			}
		}
	}
	return venue
}

// eventTown returns the town by whose name an event goes: "at the |Munich| Security Conference", "the |Davos| forum".
func (r *reading) eventTown(k int) string {
	if !events[r.lemma(k)] {
		return ""
	}
	for _, c := range r.kids[k] {
		if f := r.form(c); r.rel(c) == "compound" && c < k && lang.Town(f) && !r.isState(f) && !r.paired(c) {
			return f
		}
	}
	return ""
}

// events are the nouns of gatherings that go by the names of towns.
var events = words{"conference": true, "forum": true, "congress": true, "fair": true, "festival": true, "assembly": true, "symposium": true, "expo": true, "convention": true, "gathering": true, "jamboree": true, "show": true, "dialogue": true, "airshow": true}

// standsOn reports whether a nominal is a place that something is "on": "on Capitol Hill", "on the island of Kessel".
func (r *reading) standsOn(k int) bool {
	if upon[r.lemma(k)] {
		return true
	}
	n := r.nameAt(k)
	return n != nil && n.Type != lang.PER && upon[r.lower(n.End-1)] && n.Len() > 1
}

// upon are the last words of places that something is "on".
var upon = words{"hill": true, "island": true, "islet": true, "isle": true, "islands": true, "street": true, "avenue": true, "square": true, "mount": true, "peninsula": true, "ridge": true, "beach": true, "boulevard": true, "campus": true, "ranch": true, "farm": true, "yacht": true, "warship": true, "ship": true, "ferry": true, "train": true}

// near reports whether k hangs on i directly or by times, names and groups only.
func (r *reading) near(k, i int) bool {
	for steps := 0; steps < 6; steps++ {
		h := r.head(k)
		if h == i {
			return true
		}
		if h < 0 || r.clause(h) != nil {
			return false
		}
		if p := r.caseOf(h); r.upos(h) == "NOUN" && (p == "at" || p == "aboard" || p == "inside") || lex().meetings.Margins[r.lemma(h)] {
			k = h // "at a hotel in Lund", "on the margins of the assembly in Lund"
			continue
		}
		if p := r.caseOf(h); r.isEncounter(h) && (p == "after" || p == "before" || p == "following") {
			return false // "after a round in Lund"
		}
		if r.timeAt[h] < 0 && r.upos(h) != "PROPN" && r.typeAt(h) != lang.PER && r.typeAt(h) != lang.LOC && !lex().actors.Groups[r.lemma(h)] && r.howMany(h) == 0 && !lex().meetings.Nouns[r.lemma(h)] && r.lower(h) != "talks" && r.lemma(h) != "hour" && r.lemma(h) != "side" {
			return false
		}
		k = h
	}
	return false
}

// placeName returns the name of the place that the nominal at k is.
func (r *reading) placeName(k int) string {
	if weekdays[r.lower(k)] {
		return "" // "flew back in Wednesday"
	}
	t := r.typeAt(k)
	n := r.nameAt(k)
	if town := r.townAt(k); town != "" {
		return town
	}
	if n != nil && (n.Type == lang.LOC || n.Type == lang.ORG && (r.caseOf(k) == "at" || r.caseOf(k) == "in") && facility(r.doc.Words(n.Range))) {
		w := tidyName(r.doc.Words(n.Range))
		return w
	}
	if n != nil && n.Type == lang.ORG && n.Len() == 1 && r.caseOf(k) == "in" && r.child(k, "det") < 0 && strings.ToUpper(r.form(k)) != r.form(k) && !lex().meetings.Chambers[r.lower(k)] {
		return r.form(k) // "talks in Arnby", which was taken for a company
	}
	if n != nil && n.Type == lang.PER && n.Len() > 1 && r.caseOf(k) == "at" && r.namesHouse(k, n) {
		return tidyName(r.doc.Words(n.Range)) // "broke up at Ada Holm", a school
	}
	if t == lang.LOC && n == nil && r.upos(k) == "PROPN" {
		return tidyName(r.doc.Words(r.nounPhrase(k)))
	}
	if p := r.caseOf(k); r.upos(k) == "PROPN" && t == "" && (p == "in" || (p == "to" || p == "for") && r.journeyTo(k)) {
		return tidyName(r.doc.Words(r.nounPhrase(k)))
	}
	// "at a White House ceremony"
	if lex().meetings.Occasions[r.lemma(k)] {
		for _, c := range r.kids[k] {
			if m := r.nameAt(c); r.rel(c) == "compound" && m != nil && m.End <= k && (m.Type == lang.LOC && !r.isState(tidyName(r.doc.Words(m.Range))) || facility(r.doc.Words(m.Range))) {
				return tidyName(r.doc.Words(m.Range))
			}
		}
	}
	if l := r.lemma(k); (l == "centre" || l == "center") && k > 0 { // "at the Lund centre"
		if m := r.nameAt(k - 1); m != nil && m.End == k && m.Type == lang.LOC && !r.isState(tidyName(r.doc.Words(m.Range))) {
			return tidyName(r.doc.Words(m.Range))
		}
	}
	// "in the Norvanan capital, Lund", "in the city of Lund"
	for _, c := range r.kids[k] {
		if r.lemma(k) == "capital" && r.caseOf(c) == "of" {
			continue // "in the capital of Norvana"
		}
		if (base(r.rel(c)) == "appos" || base(r.rel(c)) == "conj" && r.form(c-1) == "," && !r.isState(r.form(c)) || base(r.rel(c)) == "nmod" && r.caseOf(c) == "of" && !bidding[r.lemma(k)] || base(r.rel(c)) == "flat") && r.typeAt(c) == lang.LOC {
			if n := r.nameAt(c); n != nil {
				return tidyName(r.doc.Words(n.Range))
			}
		}
	}
	switch r.lemma(k) { // "in Norvana's capital, Lund", whatever Lund was taken for
	case "capital", "city", "town", "port", "resort", "village", "island", "suburb":
		if k+2 < len(r.kids) && r.form(k+1) == "," {
			if n := r.nameAt(k + 2); n != nil && n.Start == k+2 && n.Type != lang.PER {
				return tidyName(r.doc.Words(n.Range))
			}
		}
	}
	if d := r.child(k, "det"); d >= 0 && r.lower(d) == "this" && r.report.Dateline != "" {
		switch r.lemma(k) { // "in this lakeside town": the dateline's
		case "town", "city", "capital", "resort", "port", "village":
			return titled(r.report.Dateline)
		}
	}
	if r.lemma(k) == "capital" {
		return r.capitalOf(k)
	}
	if _, ok := lex().actors.Seats[tidyName(r.doc.Words(r.nounPhrase(k)))]; ok {
		return tidyName(r.doc.Words(r.nounPhrase(k)))
	}
	return r.venue(k)
}

// namesHouse reports whether the name of a person at which talks are told to have been is that of a house called after him.
func (r *reading) namesHouse(k int, n *lang.Name) bool {
	if n.End < len(r.kids) && possessive(r.lower(n.End)) || r.titled(k) {
		return false
	}
	h := r.head(k)
	if h < 0 {
		return false
	}
	c, l := r.clause(h), &lex().meetings
	return r.isEncounter(h) || c != nil && (c.is(l.Verbs) || (l.Happen[c.verb] || l.Begin[c.verb] || l.End[c.verb]) && slices.ContainsFunc(c.subj, r.isEncounter))
}

// capitalOf returns the words for a capital that is named after its state alone: "in
// the Norvanan capital", "in the capital of Norvana".
func (r *reading) capitalOf(k int) string {
	for _, c := range r.kids[k] {
		switch base(r.rel(c)) {
		case "nmod", "amod", "compound":
			if c < k && r.upos(c) != "PRON" && capital(r.form(c)) || c > k && r.caseOf(c) == "of" && r.isState(tidyName(r.doc.Words(r.nounPhrase(c)))) {
				words := r.nounPhrase(k)
				for j := k + 1; j < words.End; j++ {
					if r.upos(j) == "ADP" && r.lower(j) != "of" {
						words.End = j // "in the Norvanan capital | for the summit"
					}
				}
				return strings.TrimPrefix(tidyName(r.plain(words)), "the ")
			}
		}
	}
	return ""
}

// bidding are the nouns of whose wish it was: "at the request of Norvana".
var bidding = words{"request": true, "behest": true, "invitation": true, "insistence": true, "urging": true, "initiative": true, "instigation": true, "level": true, "expense": true}

// venue returns the words for a building or room that the nominal at k is, with the
// name that stands with it: "at the presidential palace in Lund" is Lund, "in the Map
// Room of the White House" the White House, "at the ministry" the ministry.
func (r *reading) venue(k int) string {
	if !lex().meetings.Venues[r.lemma(k)] || r.upos(k) != "NOUN" && r.upos(k) != "PROPN" {
		return ""
	}
	whose := ""
	for _, c := range r.kids[k] {
		switch p := r.caseOf(c); {
		case r.rel(c) == "nmod:poss" && r.upos(c) == "PRON":
			a, ok := r.actorAt(c)
			if !ok || a.Kind != rapporteur.Person {
				return "" // "at their house"
			}
			whose = a.Name + "'s " // "at his office"
		case base(r.rel(c)) != "nmod":
		case c > k && (p == "in" || p == "near" || p == "outside" || p == "of" || p == "at"):
			if n := r.nameAt(c); n != nil && (n.Type == lang.LOC || facility(r.doc.Words(n.Range))) {
				return tidyName(r.doc.Words(n.Range))
			} else if n == nil && r.upos(c) == "PROPN" && (p == "of" || p == "in") {
				return r.form(c)
			}
		}
	}
	if p := r.lower(min(k+1, len(r.kids)-1)); k+3 < len(r.kids) && (p == "in" || p == "near" || p == "outside") && r.sent[k+3] == r.sent[k] {
		at := k + 2
		if r.lower(at) == "the" && r.nameAt(at) == nil {
			at++ // "in the Kesten district"
		}
		if n := r.nameAt(at); n != nil && n.Start == at && n.Type == lang.LOC && (at == k+2 || quarters[r.lemma(min(n.End, len(r.kids)-1))]) { // wherever the tree hung it
			return tidyName(r.doc.Words(n.Range))
		}
	}
	words := r.nounPhrase(k)
	for words.Start < words.End && (r.upos(words.Start) == "DET" || r.upos(words.Start) == "ADP" || r.upos(words.Start) == "PRON") {
		words.Start++
	}
	if name := r.plain(lang.Range{Start: words.Start, End: k + 1}); len(strings.Fields(name)) <= 4 {
		return whose + name
	}
	return whose + r.form(k)
}

// quarters are the nouns of parts of a town.
var quarters = words{"neighborhood": true, "neighbourhood": true, "district": true, "quarter": true, "suburb": true, "area": true, "section": true, "borough": true}

// journeyTo reports whether nominal k is where a journey or an invitation leads to.
func (r *reading) journeyTo(k int) bool {
	c := r.clause(r.head(k))
	return c != nil && (lex().meetings.Journey[c.verb] || c.verb == "invite" || c.verb == "summon") && r.child(k, "det") < 0
}

// titled writes a dateline as a name: "PORT CALDER" is "Port Calder".
func titled(s string) string {
	f := strings.Fields(strings.ToLower(s))
	for i, w := range f {
		f[i] = strings.ToUpper(w[:1]) + w[1:]
	}
	return strings.Join(f, " ")
}

func facility(name string) bool {
	l := strings.ToLower(name)
	for _, w := range []string{"house", "palace", "hotel", "castle", "kremlin", "office", "building", "centre", "center", "hall", "residence", "villa", "embassy", "ministry", "headquarters", "estate", "club", "resort", "airport", "base", "capitol", "parliament", "senate", "treasury", "department", "prison", "museum", "library", "lodge", "monastery"} {
		if strings.Contains(l, w) {
			return true
		}
	}
	return false
}

// outcomes reads without what an encounter ended: "without result".
func (r *reading) outcomes(e *encounter, c *clause) {
	for _, h := range c.with("without") {
		if !r.result(h) {
			continue
		}
		if w := r.plain(r.own(h)); w != "" && len(strings.Fields(w)) <= 8 {
			e.outcome = append(e.outcome, "without "+strings.TrimPrefix(w, "without "))
		}
	}
}
