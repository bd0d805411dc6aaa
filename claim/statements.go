package claim

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur"
	"rapporteur/attribution"
	"rapporteur/lang"
)

// statements gives every act of speech its speakers and words.
func (r *reading) statements() {
	for n := range r.said.Attributions {
		a := &r.said.Attributions[n]
		if a.Conditional || a.Negated && !r.refuses(a) || !a.Negated && len(a.Content) == 0 || !r.tells(a) && (a.Attitude || !r.quotesSentence(a)) {
			continue
		}
		for _, voice := range innermost(a) {
			r.statement(n, voice)
		}
	}
}

// innermost returns the voices of an attribution that say its words themselves,
// side by side.
func innermost(a *attribution.Attribution) []attribution.Source {
	n := len(a.Voices)
	for n > 0 && a.Voices[n-1].Level == a.Voices[len(a.Voices)-1].Level {
		n--
	}
	return a.Voices[n:]
}

// statement gives one of those who say attribution n its words.
func (r *reading) statement(n int, voice attribution.Source) {
	a := &r.said.Attributions[n]
	direct := a.Quoted == attribution.Direct
	if written[r.lemma(r.top(voice.Range))] && voice.Type != attribution.Person {
		return // a banner reads so or so, and nobody says it
	}
	if voice.Name == "" || r.hollow(voice) && (!direct || r.withinQuotation(n)) || r.anybody(n, voice) || r.isText(voice) && !r.paperSpeaks(a) || voice.Type == attribution.Outlet && !r.speaksItself(n, voice) || voice.Type == attribution.Document && !direct {
		return
	}
	at := voice.Start
	if len(a.Cue) > 0 {
		at = a.Cue[0].Start
	}
	s := &rapporteur.StatementClaim{Type: rapporteur.SourceType(voice.Type), Speaker: r.speaker(voice)}
	c := rapporteur.Claim{Kind: rapporteur.KindStatement, Statement: s, Modality: rapporteur.Asserted}
	if a.Negated {
		s.Refusal = true
		s.Span = r.wordsOf(at)
		c.Span = s.Span
		r.addOn(at, c, n)
		return
	}
	own, more := a.Content, []lang.Range(nil)
	if !direct {
		if own, more = r.goesOn(a); len(more) > 0 && !r.tells(a) {
			own = nil
		}
	}
	some, most := r.quotes(own)
	if !direct && !(some && r.lower(own[0].Start) != "what") && !most && !r.proposes(a) {
		own = nil
	}
	if len(own) > 0 && !direct && lex().meetings.Deny[r.lemma(at)] && own[0].Start > at && own[0].Start <= at+3 {
		own = slices.Clone(own)
		own[0].Start = at // "denied leaking the text": its words alone say the contrary
	}
	r.saying(c, own, at, n, direct || some)
	for _, q := range more {
		quoted := *s
		d := c
		d.Statement = &quoted
		r.saying(d, []lang.Range{q}, q.Start, n, true)
	}
}

// written are things on which words stand that are nobody's statement.
var written = words{"banner": true, "placard": true, "sign": true, "poster": true, "graffiti": true, "slogan": true, "headline": true, "inscription": true, "sticker": true, "billboard": true, "plaque": true}

// accusation takes the verb into the words of an accusation, which say nothing without it: "accused
// Norvana of leaking the text".
func (r *reading) accusation(s *rapporteur.StatementClaim) {
	if s == nil || s.Words == "" {
		return
	}
	first, _ := slices.BinarySearchFunc(r.doc.Tokens, s.Span.Start, func(t lang.Token, start int) int { return t.Start - start })
	if verb := first - 1; verb >= 0 && r.upos(verb) == "VERB" && lex().positions.Lists.Accuse[r.lemma(verb)] && r.form(first) != "that" {
		s.Words, s.Span.Start = r.form(verb)+" "+s.Words, r.doc.Tokens[verb].Start
	}
}

// withinQuotation reports whether attribution n stands in what another is quoted to say.
func (r *reading) withinQuotation(n int) bool {
	p := r.said.Attributions[n].Parent
	return p >= 0 && r.said.Attributions[p].Quoted == attribution.Direct
}

// anybody reports whether the voice of an attribution within another's quotation is that of people at
// large, "things you said", "what people demand", "our view": it is the speaker's own manner of speaking.
func (r *reading) anybody(n int, voice attribution.Source) bool {
	if !r.withinQuotation(n) || voice.Empty() || voice.Entity >= 0 && r.said.Entities[voice.Entity].Type != "" {
		return false
	}
	top := r.top(voice.Range)
	switch r.lower(top) {
	case "you", "they", "one", "we", "our", "us", "your", "their", "people", "others", "everybody", "everyone", "somebody", "someone", "anybody", "anyone", "those", "some", "many", "most", "voters", "it", "i", "he", "she", "that", "this":
		return true
	}
	return false
}

// speaksItself reports whether an outlet says attribution n itself: it is another than
// the report's and has a name, and passes on the words of nobody else.
func (r *reading) speaksItself(n int, outlet attribution.Source) bool {
	if sameOutlet(outlet.Name, r.report.Outlet) {
		return false
	}
	if r.said.Attributions[n].Quoted == attribution.Direct {
		return true
	}
	return outlet.Name != strings.ToLower(outlet.Name) && r.tellsSomething(r.said.Attributions[n].Content) && !slices.ContainsFunc(r.said.Attributions, func(a attribution.Attribution) bool { return a.Parent == n && r.tells(&a) })
}

// quotes reports whether a content has words of its speaker's own in quotation marks,
// three or more of them, or two in a short clause: there was "no need for haste" in leaving; and whether they
// are the better part of it. A name in quotation marks, "Made in Norvana", is no quotation.
func (r *reading) quotes(content []lang.Range) (some, most bool) {
	words, inside, pair := 0, 0, false
	for _, c := range content {
		open := c.Start > 0 && opensQuote(r.form(c.Start-1)) && r.sent[c.Start-1] == r.sent[c.Start]
		run, named := 0, true
		for i := c.Start; i <= c.End; i++ {
			f := ""
			if i < c.End {
				f = r.form(i)
			}
			switch plain := f == "\""; {
			case plain && open, f == "”", f == "''", f == "»", i == c.End:
				if run > 1 && !named {
					some = some || run > 2
					pair = pair || run == 2
					inside += run
				}
				open, run = false, 0
			case plain, opensQuote(f):
				open, run, named = true, 0, true
			case r.upos(i) != "PUNCT" && f != "that":
				words++
				if open {
					run++
					named = named && (len(f) < 4 || f != strings.ToLower(f))
				}
			}
		}
	}
	const clause = 14 // words beside which two of the speaker's own count
	return some || pair && words <= clause, inside > 3 && inside*2 >= words
}

func opensQuote(f string) bool {
	return f == "\"" || f == "“" || f == "``" || f == "«" || f == "„"
}

// paperSpeaks reports whether an attribution quotes a paper in which somebody
// speaks, not one that provides something.
func (r *reading) paperSpeaks(a *attribution.Attribution) bool {
	if a.Quoted != attribution.Direct || len(a.Source) == 0 {
		return false
	}
	return lex().texts.Speaking[r.lemma(r.top(a.Source[0]))]
}

// saying adds a statement with some of the words of an attribution, where they
// say anything.
func (r *reading) saying(c rapporteur.Claim, content []lang.Range, at, n int, direct bool) {
	if len(content) == 0 {
		return
	}
	s := c.Statement
	s.Direct, c.Direct = direct, direct
	s.Words, s.Span = r.contentWords(content)
	if len(strings.Fields(s.Words)) < 2 {
		return
	}
	first := r.sentence(content[0].Start)
	last := r.sentence(content[len(content)-1].End - 1)
	c.Span = r.bytes(lang.Range{Start: first.Start, End: last.End})
	if r.sent[at] != r.sent[content[0].Start] && at < first.Start && r.sent[first.Start]-r.sent[at] <= 2 {
		c.Span = r.bytes(lang.Range{Start: r.sentence(at).Start, End: last.End})
	}
	r.addOn(at, c, n)
}

// addOn adds a claim on the word of those around attribution n alone.
func (r *reading) addOn(at int, c rapporteur.Claim, n int) {
	c.Chain = r.outer(n)
	if c.Statement != nil { // nobody tells what he says himself
		c.Chain = slices.DeleteFunc(c.Chain, func(v rapporteur.Source) bool { return v.Name == c.Statement.Speaker.Name })
	}
	if c.Chain == nil {
		c.Chain = []rapporteur.Source{}
	}
	if _, ok := r.worded[n]; !ok && c.Statement != nil && !c.Statement.Refusal {
		r.worded[n] = len(r.claims)
	}
	r.add(at, c)
	if len(r.claims) > 0 && len(r.claims[len(r.claims)-1].Chain) == 0 {
		r.claims[len(r.claims)-1].Chain = nil
	}
}

// goesOn tells the words that somebody is reported to have said from the
// quotations with which he goes on in sentences of their own: two statements.
func (r *reading) goesOn(a *attribution.Attribution) (own, quotes []lang.Range) {
	for _, c := range a.Content {
		first := r.sentence(c.Start)
		same := slices.ContainsFunc(a.Cue, func(q lang.Range) bool { return first.Contains(q.Start) })
		if !same && c.Len() > 3 && c.Start <= first.Start+1 && isMark(r.form(first.Start)) {
			quotes = append(quotes, c)
		} else {
			own = append(own, c)
		}
	}
	if len(own) == 0 {
		return quotes, nil
	}
	return own, quotes
}

// outer returns the voices around an attribution, and those before its own speakers.
func (r *reading) outer(n int) []rapporteur.Source {
	a := &r.said.Attributions[n]
	out := r.links(a.Parent)
	for _, v := range a.Voices[:len(a.Voices)-len(innermost(a))] {
		if v.Name == "" || r.isText(v) || r.hollow(v) || v.Type == attribution.Outlet && sameOutlet(v.Name, r.report.Outlet) {
			continue
		}
		out = append(out, r.source(v))
	}
	return out
}

// proposes reports whether an indirect content says something that is so or not:
// it has a predicate, or the cue is one that takes such contents only.
func (r *reading) proposes(a *attribution.Attribution) bool {
	verb := false
	for _, c := range a.Cue {
		for i := c.Start; i < c.End; i++ {
			if lex().speech.Verbs[r.lemma(i)] && !lex().speech.Weak[r.lemma(i)] {
				verb = true
			}
		}
	}
	words := 0
	for _, c := range a.Content {
		words += c.Len()
	}
	return r.tellsSomething(a.Content) || verb && words >= 5
}

// tellsSomething reports whether a content has a predicate with its subject.
func (r *reading) tellsSomething(content []lang.Range) bool {
	for _, c := range content {
		for i := c.Start; i < c.End; i++ {
			if x := r.clause(i); x != nil && len(x.subj) > 0 {
				return true
			}
		}
	}
	return false
}

// refuses reports whether nothing was said because the speaker would not, which
// is news; "did not say" of something else is a statement's absence.
func (r *reading) refuses(a *attribution.Attribution) bool {
	for _, c := range a.Cue {
		for i := c.Start; i < c.End; i++ {
			switch r.lemma(i) {
			case "decline", "refuse":
				x := r.child(i, "xcomp")
				return x < 0 || withheld[r.lemma(x)] || r.upos(x) != "VERB"
			case "comment", "withhold", "respond", "specify", "elaborate", "disclose", "provide":
				return true
			}
		}
	}
	return false
}

// withheld are verbs of telling: who refuses to do so says nothing, who refuses to pay refuses that.
var withheld = words{
	"comment": true, "say": true, "answer": true, "respond": true, "reply": true, "confirm": true, "deny": true, "elaborate": true, "discuss": true, "identify": true, "name": true, "disclose": true,
	"speak": true, "draw": true, "reveal": true, "specify": true, "provide": true, "give": true, "go": true, "detail": true, "explain": true, "talk": true, "tell": true, "clarify": true, "address": true,
	"state": true, "speculate": true, "predict": true, "share": true, "offer": true, "quantify": true, "commit": true, "promise": true, "guarantee": true, "rule": true, "divulge": true, "release": true, "describe": true,
	"make": true, "take": true, "set": true, "engage": true, "issue": true, "publish": true, "quote": true, "attribute": true, "acknowledge": true, "admit": true, "characterise": true, "characterize": true,
}

// speaker is the mention of a voice.
func (r *reading) speaker(v attribution.Source) rapporteur.Mention {
	m := rapporteur.Mention{Name: tidyName(v.Name), Span: r.bytes(v.Range)}
	switch v.Type {
	case attribution.Person:
		m.Kind = rapporteur.Person
	case attribution.Outlet:
		m.Kind = rapporteur.Outlet
	case attribution.Institution:
		m.Kind = rapporteur.Organisation
		if v.Entity >= 0 && r.said.Entities[v.Entity].Type == lang.LOC {
			m.Kind = rapporteur.State
		}
	case attribution.Group, attribution.Anonymous:
		m.Kind = rapporteur.Group
	}
	return m
}

// contentWords returns the words of a content without the marks around them,
// and where they stand.
func (r *reading) contentWords(content []lang.Range) (string, rapporteur.Span) {
	var parts []string
	for _, c := range content {
		s := c
		for s.Start < s.End && isMark(r.form(s.Start)) {
			s.Start++
		}
		for s.End > s.Start && isMark(r.form(s.End-1)) {
			s.End--
		}
		if w := strings.TrimSpace(r.printed(s)); w != "" {
			parts = append(parts, w)
		}
	}
	span := r.bytes(lang.Range{Start: content[0].Start, End: content[len(content)-1].End})
	var b strings.Builder
	for i, p := range parts {
		if i > 0 {
			if first, _ := utf8.DecodeRuneInString(p); unicode.IsUpper(first) && !strings.ContainsAny(parts[i-1][len(parts[i-1])-1:], ".!?") {
				b.WriteString(".") // the comma before "she said" ended a sentence
			}
			b.WriteString(" ")
		}
		b.WriteString(p)
	}
	return balanced(b.String()), span
}

// printed returns words with the quotation marks that the report has.
func (r *reading) printed(s lang.Range) string {
	words, span := r.doc.Words(s), r.bytes(s)
	if len(words) != span.End-span.Start || span.End > len(r.report.Body) {
		return words
	}
	out := []byte(words)
	for i := range out {
		if was := r.report.Body[span.Start+i]; out[i] != ' ' && out[i] != was {
			out[i] = was
		}
	}
	return string(out)
}

// isMark reports whether a token is a quotation mark, or a comma, colon or dash beside one.
func isMark(s string) bool {
	switch s {
	case "\"", "“", "”", "«", "»", "„", "''", "``", "'", "‘", "’", ",", ":", "—", "–", "-", "that":
		return true
	}
	return false
}
