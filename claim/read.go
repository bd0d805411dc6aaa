// Package claim reads a report into claims: what it states, in which words, on
// whose word. [Read] is the entry point.
//
// A report is read by stages: the trees of package lang, the times of package
// timex, the attributions of package attribution. Then each kind of claim has its
// frame, which walks the clauses and takes what it knows from lexicons (data
// files under lexicon/) and from the agenda (under agenda/).
package claim

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"sync"

	"rapporteur"
	"rapporteur/attribution"
	"rapporteur/lang"
	"rapporteur/timex"
)

// Reader is the version of the reader: it stands in every claim, and a dossier
// re-reads the reports whose claims carry another one. Raise it with every
// change that changes claims.
const Reader = "16"

// Read returns the claims of a report in the order of its text. Without an agenda
// it takes the one that the report's own words call for.
func Read(report rapporteur.Report, agenda *Agenda) []rapporteur.Claim {
	warm()
	doc := mended(lang.Analyze(Prose(report.Body)))
	times := timex.Find(doc, report.Published)
	said := attribution.Find(doc, attribution.Options{Outlet: report.Outlet})
	return frames(report, doc, times, said, agenda)
}

// mended gives a text the names and trees that it is read with.
func mended(doc *lang.Doc) *lang.Doc {
	return seatVoices(nameTowns(nameStates(cutNames(nameBodies(nameModals(doc))))))
}

// warm decodes at the first report what attribution needs, while the language is read.
var warm = sync.OnceFunc(func() { go attribution.Warm() })

// frames reads the claims off what the stages before have found.
func frames(report rapporteur.Report, doc *lang.Doc, times []timex.Time, said *attribution.Said, agenda *Agenda) []rapporteur.Claim {
	if agenda == nil {
		agenda = ChooseAgenda([]rapporteur.Report{report})
	}
	r := newReading(report, repair(doc), spans(doc, months(doc, times), report.Published), said, agenda)
	r.texts()
	r.points()
	r.positions()
	r.meetings()
	r.contacts()
	r.deadlines()
	r.predicates()
	r.appointments()
	r.attended()
	r.dateSetters()
	r.denials()
	r.gainsaid()
	r.answered()
	r.refigured()
	r.statements()
	r.rebuttals()
	r.verdicts()
	r.disclaimed()
	r.discounted()
	r.roles()
	r.threads()
	r.omissions()
	r.lengths()
	r.theses()
	r.deniedTheses()
	r.exchanges()
	r.inDenials()
	r.revalues()
	return r.finish()
}

// finish orders the claims by the text and names them.
func (r *reading) finish() []rapporteur.Claim {
	slices.SortStableFunc(r.claims, func(a, b found) int {
		if a.Span.Start != b.Span.Start {
			return a.Span.Start - b.Span.Start
		}
		return a.head - b.head
	})
	out := make([]rapporteur.Claim, 0, len(r.claims))
	for i, f := range r.claims {
		if f.Meeting != nil && f.Meeting.Minutes > 0 {
			f.Meeting.Length = cmp.Or(f.Meeting.Length, r.lengthWords(f.head, f.Meeting.Minutes))
		}
		r.accusation(f.Statement)
		r.label(&f.Claim, i+1)
		out = append(out, f.Claim)
	}
	if c := r.namings(); c.Naming != nil {
		r.label(&c, len(out)+1)
		out = append(out, c)
	}
	return out
}

// label names a claim by its place in the report.
func (r *reading) label(c *rapporteur.Claim, nth int) {
	c.ID = fmt.Sprintf("c%s.%d", strings.TrimPrefix(r.report.ID, "r"), nth)
	c.Report = r.report.ID
	c.Reader = Reader
}

// add keeps a claim that was read at token head, and completes it with what
// holds for every kind: the words, the voices, whether they are quoted.
func (r *reading) add(head int, c rapporteur.Claim) *rapporteur.Claim {
	if c.Span.Empty() {
		c.Span = r.wordsOf(head)
	}
	if c.Chain == nil {
		if c.Chain = r.chain(head); len(c.Chain) == 0 {
			c.Chain = r.links(r.carries(r.sent[head]))
		}
		if len(c.Chain) == 0 && c.Meeting != nil && c.Meeting.Minutes > 0 {
			c.Chain = r.lengthToldBy(head, c.Meeting.Minutes)
		}
	}
	if !c.Direct {
		c.Direct = r.direct(head)
	}
	if c.Modality == "" {
		c.Modality = rapporteur.Asserted
	}
	r.claims = append(r.claims, found{Claim: c, head: head})
	return &r.claims[len(r.claims)-1].Claim
}

// wordsOf returns the sentence or list item around a token.
func (r *reading) wordsOf(i int) rapporteur.Span {
	start, end := r.doc.Span(r.sentence(i))
	return rapporteur.Span{Start: start, End: end}
}

// direct reports whether token i stands in quoted words.
func (r *reading) direct(i int) bool {
	if a := r.inner[i]; a >= 0 {
		return r.said.Attributions[a].Quoted == attribution.Direct
	}
	return false
}

// chain returns the voices on whose word stands what token i says, outermost
// first, without the report's own outlet and without the texts on the table:
// what a plan provides is the claim, not the claim's source.
func (r *reading) chain(i int) []rapporteur.Source {
	return r.links(r.inner[i])
}

// links returns the voices of attribution a and of those around it.
func (r *reading) links(a int) []rapporteur.Source {
	var voices []attribution.Source
	for deep := 0; a >= 0 && deep < 8; a, deep = r.said.Attributions[a].Parent, deep+1 {
		if x := &r.said.Attributions[a]; r.tells(x) || r.vouches(x) {
			voices = append(slices.Clone(x.Voices), voices...)
		}
	}
	var out []rapporteur.Source
	for _, s := range voices {
		if s.Name == "" || r.isText(s) || s.Type == attribution.Outlet && sameOutlet(s.Name, r.report.Outlet) || r.hollow(s) {
			continue
		}
		src := r.source(s)
		if slices.ContainsFunc(out, func(o rapporteur.Source) bool { return o.Name == src.Name }) {
			continue
		}
		out = append(out, src)
	}
	return out
}

// tells reports whether an attribution is an act of telling, not an attitude, an
// act of negotiation ("agreed", "recognised"), or what a text holds.
func (r *reading) tells(a *attribution.Attribution) bool {
	if a.Attitude || r.aboutText(a) {
		return false
	}
	if a.Quoted == attribution.Direct && len(a.Cue) == 0 {
		return true
	}
	if r.behindQuotation(a) {
		return true
	}
	l := &lex().speech
	for _, c := range a.Cue {
		for i := c.Start; i < c.End && i < len(r.kids); i++ {
			lemma := r.lemma(i)
			if r.upos(i) == "VERB" && l.Verbs[lemma] || l.Nouns[lemma] || l.Nouns[r.lower(i)] {
				return true
			}
			if i > c.Start && l.Turns[r.lower(i)] && len(a.Content) > 0 && r.form(a.Content[0].Start) == "that" && len(a.Source) > 0 {
				return true
			}
			if r.upos(i) == "ADJ" && l.Plain[lemma] && r.lemma(i-1) != "steer" && len(a.Source) > 0 && r.tellsSomething(a.Content) {
				return true
			}
			if r.upos(i) == "VERB" && (l.Manner[lemma] && a.Quoted == attribution.Direct || l.Describing[lemma] && a.Quoted != attribution.Indirect) {
				return true
			}
			if i == c.Start && a.Quoted == attribution.Direct && (r.lower(i) == "for" || r.lower(i) == "to" || r.lower(i) == "in" && c.Len() > 2) {
				return true // "for Marrow, the text is “a cage”", "in the words of Marrow", "to use his phrase"
			}
			if f := r.form(i); f == ":" || f == "—" || f == "–" || opensQuote(f) {
				return a.Quoted == attribution.Direct
			}
		}
	}
	return false
}

// quotesSentence reports whether a content has a sentence of its own in quotation marks, apart
// from the cue: whatever the cue tells, those are words: "Marrow did not mince her words. “No.”"
func (r *reading) quotesSentence(a *attribution.Attribution) bool {
	for _, c := range a.Content {
		if first := r.sentence(c.Start); c.Len() > 3 && c.Start <= first.Start+1 && opensQuote(r.form(first.Start)) && !slices.ContainsFunc(a.Cue, func(q lang.Range) bool { return first.Contains(q.Start) }) {
			return true
		}
	}
	return false
}

// behindQuotation reports whether the speaker or the verb stands right behind a quotation that
// ends in a comma, a question or an exclamation mark: then any verb tells: "…,” fumed Marrow".
func (r *reading) behindQuotation(a *attribution.Attribution) bool {
	if a.Quoted != attribution.Direct || len(a.Source) == 0 || len(a.Cue) == 0 {
		return false
	}
	at := min(a.Cue[0].Start, a.Source[0].Start)
	end := at
	for end > 0 && (isMark(r.form(end-1)) || r.form(end-1) == ",") {
		end--
	}
	ends := end > 0 && (r.form(end) == "," || strings.ContainsAny(r.form(end-1), "?!"))
	return ends && end < at && slices.ContainsFunc(a.Content, func(c lang.Range) bool { return c.Len() > 4 && c.Start < end-3 && c.End >= end })
}

// vouches reports whether an attribution is a belief about what is so, "reckons that ten
// points are done": who holds it stands for it.
func (r *reading) vouches(a *attribution.Attribution) bool {
	if !a.Attitude || a.Negated || a.Conditional || len(a.Source) == 0 || r.aboutText(a) || !r.tellsSomething(a.Content) {
		return false
	}
	for _, c := range a.Cue {
		for i := c.Start; i < c.End && i < len(r.kids); i++ {
			if lex().speech.Held[r.lemma(i)] && r.upos(i) == "VERB" && isPresent(r.doc.Tokens[i].XPOS) {
				return true
			}
		}
	}
	return false
}

// hollow reports whether a voice's words name nobody: an unresolved pronoun, a
// thing that was taken for a speaker.
func (r *reading) hollow(s attribution.Source) bool {
	if s.Type != attribution.Anonymous && s.Type != attribution.Group {
		return false
	}
	if s.Empty() {
		return s.Name == ""
	}
	top := r.top(s.Range)
	if r.upos(top) == "PRON" {
		return s.Entity < 0
	}
	lemma := r.lemma(top)
	return lex().points.Parts[lemma] || lex().points.Matters[lemma] || lex().meetings.Nouns[lemma] || lemma == "dialogue" || lemma == "formula" || r.upos(top) == "ADV"
}

func (r *reading) source(s attribution.Source) rapporteur.Source {
	start, end := r.doc.Span(s.Range)
	return rapporteur.Source{
		Name: s.Name, Type: rapporteur.SourceType(s.Type), Words: r.doc.Words(s.Range), Count: s.Count, Of: s.Of,
		Span: rapporteur.Span{Start: start, End: end},
	}
}

// sameOutlet compares names of outlets without case, article and the ending of an address.
func sameOutlet(a, b string) bool {
	fold := func(s string) string {
		s = strings.ToLower(strings.TrimSpace(s))
		s = strings.TrimPrefix(s, "the ")
		for _, end := range []string{".com", ".org", ".net", " news", " agency", " newspaper"} {
			s = strings.TrimSuffix(s, end)
		}
		return s
	}
	return a != "" && b != "" && fold(a) == fold(b)
}

// isText reports whether a source is a text on the table, or a part of it.
func (r *reading) isText(s attribution.Source) bool {
	for i := s.Start; i < s.End && i < len(r.kids); i++ {
		if !s.Range.Contains(r.head(i)) && r.isTextNoun(i) {
			return true
		}
	}
	return false
}

// aboutText reports whether an attribution is no act of speech but tells what a
// text holds, or who wrote or handed over one ("has written a plan").
func (r *reading) aboutText(a *attribution.Attribution) bool {
	if a.Quoted == attribution.Indirect && len(a.Content) > 0 && len(a.Cue) > 0 {
		for i := a.Content[0].Start; i < a.Content[0].End && i < len(r.kids); i++ {
			if h := r.head(i); base(r.rel(i)) == "obj" && r.isTextNoun(i) && slices.ContainsFunc(a.Cue, func(c lang.Range) bool { return c.Contains(h) }) {
				return true
			}
		}
	}
	if r.paperSpeaks(a) {
		return false
	}
	for _, s := range a.Source {
		for i := s.Start; i < s.End && i < len(r.kids); i++ {
			if !s.Contains(r.head(i)) && r.isTextNoun(i) {
				return true
			}
		}
	}
	return false
}

// when returns the days of what the predicate or noun at token i tells: the
// expression of time nearest to it below it, else below the predicate above it.
func (r *reading) when(i int) (rapporteur.Interval, *timex.Time) {
	if t := r.timeBelow(i); t != nil {
		return t.Interval, t
	}
	if c := r.governor(i); c != nil && c.head != i {
		if t := r.timeBelow(c.head); t != nil {
			return t.Interval, t
		}
	}
	return rapporteur.Interval{}, nil
}

// whenMet returns the days of the encounter that is told at token i, but not those of
// something else that it is told with: "talks with Estrel despite Friday's ruling".
func (r *reading) whenMet(i int) (rapporteur.Interval, *timex.Time) {
	days, t := r.when(i)
	if t == nil {
		return r.dayBefore(i)
	}
	k := r.top(t.Range)
	if r.ofAside(t, i) {
		return rapporteur.Interval{}, nil
	}
	if h := r.head(k); r.rel(k) == "nmod:poss" && h >= 0 && h != i && !r.isEncounter(h) {
		switch r.caseOf(h) {
		case "with", "despite", "amid", "given", "over", "about", "on", "by", "without", "to", "against", "of":
			return rapporteur.Interval{}, nil
		}
	}
	return days, t
}

// dayBefore returns the day that stands right before "when", where a clause tells with it what
// happened on it: "was put to them on Tuesday, when a delegation visited Lund"; or before the
// infinitive that tells what it was for.
func (r *reading) dayBefore(i int) (rapporteur.Interval, *timex.Time) {
	for _, k := range r.kids[i] {
		if r.lower(k) != "when" || k > i || k < 2 {
			continue
		}
		at := k - 1
		if r.form(at) == "," {
			at--
		}
		if t := r.timeAt[at]; t >= 0 && r.sent[at] == r.sent[i] && r.times[t].Interval.Exact() {
			return r.times[t].Interval, &r.times[t]
		}
	}
	for _, k := range r.children(i, "advcl") { // "met Holt, the envoy, on Friday | to talk about fish"
		to := r.child(k, "mark")
		if to < i || r.lower(to) != "to" {
			continue
		}
		for t := range r.times {
			if x := &r.times[t]; x.Start > i && x.End <= to && r.head(r.top(x.Range)) == k && x.Interval.Exact() {
				day := x.Interval
				if c, pub := r.clause(i), r.report.Published; c != nil && c.past && !pub.IsZero() && day.From.After(pub) && r.ofWeekday(x) {
					day = rapporteur.On(day.From.AddDays(-7))
				}
				return day, x
			}
		}
	}
	return r.dayPastAim(i)
}

// dayPastAim returns the day that is told behind what people meet to do: "met Holt to discuss the border | on Friday". It is
// not that of something else that is on a day, "to discuss the strike on Friday".
func (r *reading) dayPastAim(i int) (rapporteur.Interval, *timex.Time) {
	c, end := r.clause(i), r.sentence(i).End
	if c == nil || c.neg || !c.is(lex().meetings.Verbs) {
		return rapporteur.Interval{}, nil
	}
	to := i + 1
	for to+1 < end && !(r.lower(to) == "to" && aims[r.lemma(to+1)]) {
		if u := r.upos(to); u == "VERB" || u == "AUX" || r.form(to) == "," {
			return rapporteur.Interval{}, nil
		}
		to++
	}
	last := -1
	for k := to + 2; k < end; k++ {
		if t := r.timeAt[k]; t >= 0 {
			x := &r.times[t]
			if !x.Interval.Exact() || !r.ofWeekday(x) || last < 0 || dated[r.lemma(last)] || r.isEncounter(last) || r.lower(k) != "on" && r.lower(k-1) != "on" && r.upos(k-1) != "NOUN" {
				return rapporteur.Interval{}, nil
			}
			day := x.Interval
			if pub := r.report.Published; c.past && !pub.IsZero() && day.From.After(pub) {
				day = rapporteur.On(day.From.AddDays(-7))
			}
			return day, x
		}
		switch r.upos(k) {
		case "VERB", "AUX", "SCONJ", "PUNCT":
			return rapporteur.Interval{}, nil
		case "NOUN", "PROPN":
			last = k
		}
	}
	return rapporteur.Interval{}, nil
}

// aims are the verbs of what people meet to do.
var aims = words{"discuss": true, "review": true, "talk": true, "hash": true, "iron": true, "thrash": true, "address": true, "examine": true, "consider": true, "debate": true, "hammer": true, "explore": true, "negotiate": true, "tackle": true, "resolve": true, "finalise": true, "finalize": true, "work": true, "exchange": true, "assess": true, "weigh": true, "brief": true, "coordinate": true, "settle": true}

// dated are the nouns of what is on a day of its own.
var dated = words{"vote": true, "election": true, "referendum": true, "strike": true, "hearing": true, "deadline": true, "march": true, "protest": true, "launch": true, "ceremony": true, "ruling": true, "attack": true, "raid": true, "clash": true, "walkout": true, "debate": true, "release": true, "exchange": true, "opening": true, "closure": true, "crash": true, "verdict": true, "trial": true, "parade": true, "rally": true, "congress": true, "poll": true, "ballot": true, "explosion": true, "killing": true, "shooting": true, "incident": true, "announcement": true, "decision": true, "withdrawal": true, "handover": true, "anniversary": true}

// ofAside reports whether a time below the predicate at token i stands in a clause that
// tells of something else: "will be concluded within the term that ends in May".
func (r *reading) ofAside(t *timex.Time, i int) bool {
	g := r.governor(r.top(t.Range))
	if g == nil || g.head == i || r.rel(g.head) != "acl:relcl" || r.upos(i) != "VERB" || r.head(r.top(t.Range)) != g.head {
		return false // what hangs on it by a noun may be the tree's mistake
	}
	h := r.head(g.head)
	return h >= 0 && h != i && !r.isEncounter(h) && r.timeAt[h] < 0
}

// timeBelow returns the time expression attached closest to i, not through
// another predicate with a subject of its own.
func (r *reading) timeBelow(i int) *timex.Time {
	best, near := -1, 1<<30
	for t := range r.times {
		x := &r.times[t]
		if x.Interval.IsZero() || r.sent[min(x.Start, len(r.sent)-1)] != r.sent[i] {
			continue
		}
		top := r.top(x.Range)
		steps, ok := 0, false
		for k := top; k >= 0 && steps < 12; k, steps = r.head(k), steps+1 {
			if k == i {
				ok = true
				break
			}
			if k != top && r.caseOf(k) == "since" && r.clause(k) == nil {
				break // "since Brandt's announcement in January"
			}
			if c := r.clause(k); c != nil && k != top && (len(c.subj) > 0 || c.mark != "") && r.rel(k) != "acl:relcl" && base(r.rel(k)) != "acl" {
				break
			}
			if r.cue[k] && k != i && r.clause(k) != nil {
				break // the time of the telling
			}
			if c := r.clause(k); c != nil && k != top && (c.mark == "since" || c.mark == "before" || c.mark == "after" || c.mark == "until" || k != i && broken[c.verb] && base(r.rel(k)) == "acl") {
				break // the time of something before or after
			}
			if base(r.rel(k)) == "acl" && r.doc.Tokens[k].XPOS == "VBN" && k != top && x.Interval.Days() > 31 && !r.report.Published.IsZero() && r.report.Published.Sub(x.Interval.To) > 365 && !r.isEncounter(r.head(k)) {
				break // "weighed the claims of fishermen | ruined in the flood of 1971"
			}
			if k != top && base(r.rel(k)) == "conj" && r.head(k) == i && r.clause(i) != nil && r.clause(k) != nil {
				break
			}
		}
		if ok {
			d := steps*100 + abs(x.Start-i)
			if x.Type == timex.TimeType && x.Clock != "" && !r.ofWeekday(x) {
				d += 1000 // a clock without a day lends its day only where no other is told
			}
			if d < near {
				best, near = t, d
			}
		}
	}
	if best < 0 {
		return nil
	}
	return &r.times[best]
}

// top returns the token of a range whose head stands outside of it.
func (r *reading) top(s lang.Range) int {
	for i := s.Start; i < s.End; i++ {
		if !s.Contains(r.head(i)) {
			return i
		}
	}
	return s.Start
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}
