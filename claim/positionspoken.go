package claim

import (
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/lang"
)

// What a party says for itself is often a stand without any word for one: "Not one hectare",
// "Twelve per cent or nothing", "Why should we pay for it?", "If they open the road, we will come".
// Such words are read by how they begin and what they turn on, and are the speaker's.

// ownWords is a stand that somebody's own words take.
type ownWords struct {
	stance rapporteur.Stance
	words  lang.Range
	back   bool    // what it is on was told or asked before: "Never."
	likely float64 // how likely such words are a stand
}

// spoken reads the stands of quoted words that nothing before has found one in.
func (r *reading) spoken() {
	for n := range r.doc.Sentences {
		w := r.quotedWords(n)
		if w.Empty() {
			continue
		}
		u, ok := r.utters(w)
		if !ok {
			continue
		}
		if who := r.sides(r.speakers(w)); len(who) > 0 && !r.saidAlready(w, u) {
			r.emitOwnWords(w, u, who)
		}
	}
}

// saidAlready reports whether a stand was read in quoted words that their form does not gainsay: what is
// doubtful and another stand than their form tells is taken back.
func (r *reading) saidAlready(w lang.Range, u ownWords) bool {
	inside := func(f found) bool { return f.Position != nil && w.Contains(f.head) }
	if slices.ContainsFunc(r.claims, func(f found) bool {
		return inside(f) && (f.Position.Stance == u.stance || f.Likelihood >= u.likely)
	}) {
		return true
	}
	r.claims = slices.DeleteFunc(r.claims, inside)
	return false
}

// quotedWords returns what a sentence quotes as a whole saying, without the marks: not a phrase
// within words that are not quoted.
func (r *reading) quotedWords(n int) lang.Range {
	s := &r.doc.Sentences[n]
	if s.Heading {
		return lang.Range{}
	}
	for i := s.Start; i < s.End; i++ {
		if isMark(r.form(i)) || !r.direct(i) {
			continue
		}
		w := lang.Range{Start: i, End: i}
		for w.End < s.End && (r.direct(w.End) || r.upos(w.End) == "PUNCT" && w.End+1 < s.End && r.direct(w.End+1)) && !(w.End > i && isQuote(r.form(w.End))) {
			w.End++
		}
		for w.End > i && r.upos(w.End-1) == "PUNCT" && r.form(w.End-1) != "?" {
			w.End--
		}
		if i == s.Start || isMark(r.form(i-1)) && (i-1 == s.Start || r.form(i-2) == ":" || r.form(i-2) == "," || r.upos(i-2) == "PUNCT") {
			return w
		}
		return lang.Range{}
	}
	if s.Len() > 2 && isQuote(r.form(s.Start)) && isQuote(r.form(s.End-1)) { // whose words nothing before has found
		w := lang.Range{Start: s.Start + 1, End: s.End - 1}
		for w.End > w.Start && r.upos(w.End-1) == "PUNCT" && r.form(w.End-1) != "?" {
			w.End--
		}
		return w
	}
	return lang.Range{}
}

// isQuote reports whether a token is a mark of quotation.
func isQuote(s string) bool { return isMark(s) && strings.ContainsAny(s, "\"“”«»„‘’'`") }

// speakers returns whose quoted words are: those whom the sentence names, else, of a question, whoever asks it
// in the next one, else the person of whom the one before is.
func (r *reading) speakers(w lang.Range) []actor {
	if who := r.party(w.Start); len(who) > 0 || len(r.chain(w.Start)) > 0 {
		return who
	}
	n := r.sent[w.Start]
	if n+1 < len(r.doc.Sentences) && r.form(w.End-1) == "?" { // "Why should we?" | Marrow asked
		if who := r.whoIsIn(n+1, n); len(who) > 0 && r.asksThere(n+1) {
			return who
		}
	}
	if n == 0 {
		return nil
	}
	return r.whoIsIn(n-1, n)
}

// whoIsIn returns who sentence k, of the paragraph of sentence n, tells of: a person before all others.
func (r *reading) whoIsIn(k, n int) []actor {
	s := &r.doc.Sentences[k]
	if s.Heading || s.Paragraph != r.doc.Sentences[n].Paragraph {
		return nil
	}
	var first []actor
	for i := s.Start; i < s.End; i++ {
		if base(r.rel(i)) != "nsubj" || r.direct(i) {
			continue
		}
		who := r.sides(r.actorsOrMeant([]int{i}))
		if len(who) == 1 && who[0].Kind == rapporteur.Person {
			return who
		}
		if len(first) == 0 && len(who) == 1 {
			first = who
		}
	}
	return first
}

// asksThere reports whether the first verb of a sentence is one of asking or telling.
func (r *reading) asksThere(k int) bool {
	for i := r.doc.Sentences[k].Start; i < r.doc.Sentences[k].End; i++ {
		if r.upos(i) == "VERB" {
			return r.lemma(i) == "ask" || r.lemma(i) == "wonder" || lex().speech.Verbs[r.lemma(i)]
		}
	}
	return false
}

// utters reads the stand of quoted words by their form.
func (r *reading) utters(w lang.Range) (ownWords, bool) {
	for _, form := range []func(lang.Range) (ownWords, bool){r.briefly, r.none, r.orElse, r.bids, r.rhetorical, r.bargain, r.nobody, r.stays, r.forOurselves} {
		if u, ok := form(w); ok {
			if u.words.Empty() {
				u.words = w
			}
			return u, true
		}
	}
	return ownWords{}, false
}

// says returns quoted words in lower case, without marks.
func (r *reading) says(w lang.Range) string {
	var out []string
	for k := w.Start; k < w.End; k++ {
		if f := r.lower(k); r.upos(k) != "PUNCT" || f == "?" {
			out = append(out, strings.ReplaceAll(f, "’", "'"))
		}
	}
	return strings.Join(out, " ")
}

// tensed reports whether words hold a verb with a tense.
func (r *reading) tensed(w lang.Range) bool {
	for k := w.Start; k < w.End; k++ {
		switch r.doc.Tokens[k].XPOS {
		case "VBZ", "VBP", "VBD", "MD":
			return true
		}
	}
	return false
}

// foretold reports whether the learned reader finds a stand in the sentence of quoted words conceivable.
func (r *reading) foretold(w lang.Range) bool {
	n := r.sent[w.Start]
	return slices.ContainsFunc(r.predictions(), func(x prediction) bool { return r.sent[x.token] == n && x.all[1] >= conceivable })
}

// conceivable is how likely the learned reader must find a stand in words that take one only by their form.
const conceivable = 0.03

// briefly reads an answer that says no more than yes or no: "Never.", "In its present form, no", "Our answer is no".
func (r *reading) briefly(w lang.Range) (ownWords, bool) {
	l := &lex().spoken
	said := r.says(w)
	words := strings.Fields(said)
	u := ownWords{back: true, likely: 0.35}
	switch last := words[len(words)-1]; {
	case l.No[said] && (said != "no" || r.asks(w).Len() > 0), len(words) < 9 && last == "no" && len(words) > 1 && (r.form(w.End-2) == "," || strings.Contains(said, "answer is") || strings.Contains(said, "answer remains")), strings.HasSuffix(said, "a no from us"), strings.HasSuffix(said, "a no from me"):
		u.stance = rapporteur.Rejects
	case (l.Yes[said] || len(words) < 9 && last == "yes") && r.asks(w).Len() > 0:
		u.stance = rapporteur.Accepts
	}
	return u, u.stance != ""
}

// none reads what there shall be none of: "Not one hectare", "No guarantees, no signature", "Hands off our fish".
func (r *reading) none(w lang.Range) (ownWords, bool) {
	u := ownWords{stance: rapporteur.Rejects, likely: 0.4}
	l := &lex().spoken
	for w.Len() > 2 && (l.Openers[r.lower(w.Start)] || r.form(w.Start) == ",") { // "But not on the basis of this note"
		w.Start++
	}
	if u.words = w; w.Len() < 2 {
		return u, false
	}
	first, second := r.lower(w.Start), r.lower(w.Start+1)
	bound := r.anyIn(w, l.Until) >= 0
	switch {
	case first == "hands" && second == "off", first == "enough" && second == "of", first == "down" && second == "with":
		return u, true
	case r.tensed(w) && !bound:
		return u, false
	case first == "not" && l.Until[second]:
		u.stance = rapporteur.Conditions
		return u, true
	case first == "not" && (l.Any[second] || r.upos(w.Start+1) == "NUM"):
		u.back = !r.content(lang.Range{Start: w.Start + 2, End: w.End})
		return u, true
	case first != "no" || r.upos(w.Start+1) == "PUNCT" || l.Nothing[r.lemma(w.Start+1)] && w.Len() < 4:
		return u, false
	}
	if k := slices.Index(r.lowers[w.Start+1:w.End], "no"); bound || k > 0 && !l.Exceptions[r.lemma(min(w.Start+k+2, w.End-1))] {
		u.stance = rapporteur.Conditions
	}
	return u, r.content(lang.Range{Start: w.Start + 1, End: w.End}) || r.upos(w.Start+1) == "ADJ"
}

// orElse reads what is asked for, or else: "Twelve per cent or nothing", "A date by Friday or we walk".
func (r *reading) orElse(w lang.Range) (ownWords, bool) {
	u := ownWords{stance: rapporteur.Demands, likely: 0.4}
	for k := w.Start + 2; k+1 < w.End; k++ {
		if r.lower(k) != "or" {
			continue
		}
		switch next := r.lower(k + 1); {
		case next == "nothing" && k+2 == w.End && w.Start+1 < k, next == "else" && k+2 == w.End, next == "no" && k+2 < w.End && r.isTextNoun(k+2),
			(next == "we" || next == "i") && k+2 < w.End && w.End-k < 9:
			return u, r.content(lang.Range{Start: w.Start, End: k})
		}
	}
	return u, false
}

// bids reads what others are told to do: "Lift the siege", "Give us a date and we will sign".
func (r *reading) bids(w lang.Range) (ownWords, bool) {
	u := ownWords{stance: rapporteur.Demands, likely: 0.35}
	k := w.Start
	for k < w.End && (lex().spoken.Openers[r.lower(k)] || r.form(k) == ",") {
		k++
	}
	if k+1 >= w.End || w.Len() > 24 || !r.foretold(w) || !lex().spoken.Bids[r.lemma(k)] || r.lower(k) != r.lemma(k) || r.upos(k) != "VERB" || r.child(k, "nsubj") >= 0 || !r.content(lang.Range{Start: k + 1, End: w.End}) {
		return u, false
	}
	for j := k + 1; j+2 < w.End; j++ {
		if f := r.lower(j); (f == "and" || r.form(j) == ",") && (r.lower(j+1) == "we" || r.lower(j+1) == "i") {
			u.stance = rapporteur.Conditions
		}
	}
	return u, true
}

// rhetorical reads questions that nobody is to answer: "Why should we pay?", "Who would sign that?"
func (r *reading) rhetorical(w lang.Range) (ownWords, bool) {
	u := ownWords{stance: rapporteur.Rejects, likely: 0.3}
	if r.form(w.End-1) != "?" && !(w.End < len(r.kids) && r.form(w.End) == "?") {
		return u, false
	}
	said := r.says(w)
	for _, idle := range []string{" believe", " guess", " think", " know", " imagine", " have thought"} {
		if strings.HasPrefix(said, "who would"+idle) {
			return u, false
		}
	}
	for q := range lex().spoken.Questions {
		if strings.HasPrefix(said, q+" ") || strings.Contains(said, " and "+q+" ") || strings.Contains(said, "but "+q+" ") {
			return u, true
		}
	}
	return u, false
}

// bargain reads what the speaker would do for something: "If they match it, we can be done by Tuesday".
func (r *reading) bargain(w lang.Range) (ownWords, bool) {
	u := ownWords{stance: rapporteur.Conditions, likely: 0.4}
	ours, theirs := false, false
	if w.Len() > 32 {
		return u, false
	}
	for k := w.Start; k+1 < w.End; k++ {
		f, next := r.lower(k), r.lower(k+1)
		switch {
		case (f == "we" || f == "i") && lex().spoken.Wills[next]:
			for j := k + 2; j < min(k+5, w.End); j++ {
				if r.upos(j) == "VERB" {
					if lex().spoken.Idle[r.lemma(j)] && r.lemma(j) != "be" && r.lemma(j) != "do" && r.lemma(j) != "go" && r.lemma(j) != "come" || lex().positions.Lists.Words[r.lemma(j)] && r.lemma(j) != "be" && r.lemma(j) != "talk" && r.lemma(j) != "discuss" && r.lemma(j) != "make" && r.lemma(j) != "take" && r.lemma(j) != "give" {
						return u, false
					}
					break
				}
			}
			ours = true
		case f == "if" || f == "once" || f == "provided" || f == "when" && k == w.Start:
			if c := r.governor(k); c != nil && c.neg {
				return u, false // "if they do not stop, we will hit back"
			}
			theirs = theirs || next != "we" && next != "i" && next != "not" && next != "possible" && next != "necessary" && next != "it" && !(k > w.Start && r.upos(k-1) == "VERB" && f == "if") && !(k > w.Start && r.lower(k-1) == "even")
		}
	}
	return u, ours && theirs
}

// nobody reads what none of the speaker's will do: "Nobody in my party will vote for that".
func (r *reading) nobody(w lang.Range) (ownWords, bool) {
	u := ownWords{stance: rapporteur.Rejects, likely: 0.35}
	first := r.lower(w.Start)
	if !r.foretold(w) || first != "nobody" && first != "no" && first != "none" {
		return u, false
	}
	for k := w.Start + 1; k < w.End-1; k++ {
		c := r.clause(k)
		if c == nil || len(c.subj) == 0 || r.lo[c.subj[0]] != w.Start {
			continue
		}
		if r.personal(c.subj) || first == "nobody" || r.lower(c.subj[0]) == "none" || r.lower(c.subj[0]) == "one" {
			return u, (c.modal == "will" || c.modal == "would" || c.modal == "can" || c.lemma == "go") && !lex().spoken.Idle[c.verb] && !lex().positions.Lists.Words[c.verb]
		}
	}
	return u, false
}

// stays reads what shall remain, come first or leave: "The lagoon stays ours", "Every last soldier goes home".
func (r *reading) stays(w lang.Range) (ownWords, bool) {
	u := ownWords{stance: rapporteur.Demands, likely: 0.35}
	for k := w.Start + 1; k+1 < w.End; k++ {
		c := r.clause(k)
		if c == nil || c.past || c.modal != "" || c.neg || len(c.subj) == 0 || r.upos(c.subj[0]) == "PRON" || !isPresent(r.doc.Tokens[k].XPOS) && !c.copula {
			continue
		}
		next, verb := r.lower(k+1), c.verb
		switch {
		case (verb == "stay" || verb == "remain") && (lex().spoken.Ours[next] || next == "where" || next == "put" || next == "as" || next == "here" || next == "shut" || next == "closed" || next == "open"),
			(verb == "go" || verb == "come" || verb == "leave") && (next == "home" || next == "first" || next == "out" || next == "now" || next == "or" || next == "off" || next == "back") && r.firm(c.subj[0]),
			verb == "come" && next == "first", verb == "belong" && next == "to" && k+2 < w.End && (r.lower(k+2) == "us" || r.lower(k+2) == "our" || r.lower(k+2) == "the"):
			return u, true
		}
	}
	if last := w.End - 1; lex().spoken.Ours[r.lower(last)] && last > w.Start+1 && r.lemma(last-1) == "be" && r.upos(last-2) != "PRON" {
		return u, true
	}
	return u, false
}

// firm reports whether a nominal is meant as a whole: "every soldier", "all the troops", "the base".
func (r *reading) firm(i int) bool {
	d := r.child(i, "det", "det:predet")
	return d >= 0 && (r.lower(d) == "every" || r.lower(d) == "all" || r.lower(d) == "the" || r.lower(d) == "those")
}

// forOurselves reads what the speaker will not do or asks for in the first person: "We are not paying
// for their war", "All we want is a date".
func (r *reading) forOurselves(w lang.Range) (ownWords, bool) {
	u := ownWords{likely: 0.35}
	l := &lex().spoken
	if !r.foretold(w) {
		return u, false
	}
	for k := w.Start; k+1 < w.End; k++ {
		if f := r.lower(k); f != "we" && f != "i" || base(r.rel(k)) != "nsubj" {
			continue
		}
		c := r.clause(r.head(k))
		if c == nil || c.head < k || r.conditional(c) || r.asked(c) || l.Idle[c.verb] || lex().positions.Lists.Words[c.verb] && c.verb != "discuss" && c.verb != "give" && c.verb != "make" && c.verb != "take" {
			continue
		}
		switch {
		case c.neg && (c.modal == "will" || c.modal == "would" || c.modal == "" && r.doc.Tokens[c.head].XPOS == "VBG" && !c.perfect && !c.past && !r.hasIf(c) || c.modal == "can" && l.Grants[c.verb]) && !c.copula && r.content(lang.Range{Start: c.head + 1, End: w.End}):
			u.stance = rapporteur.Rejects
			if r.anyIn(lang.Range{Start: c.head, End: w.End}, l.Until) >= 0 {
				u.stance = rapporteur.Conditions
			}
		case !c.neg && c.modal == "" && !c.past && l.Asks[c.verb] && len(c.obj) > 0 && !r.isEncounter(c.obj[0]) && r.upos(c.obj[0]) != "PRON":
			u.stance = rapporteur.Demands
		default:
			continue
		}
		return u, true
	}
	return u, false
}

// asks returns what somebody was asked in the sentence of quoted words before them, or in the one before; empty for nothing.
func (r *reading) asks(w lang.Range) lang.Range {
	n := r.sent[w.Start]
	for s := n; s >= max(0, n-1); s-- {
		sent := r.doc.Sentences[s].Range
		if s < n && r.doc.Sentences[s].Heading {
			break
		}
		for k := sent.Start; k < sent.End && (s < n || k < w.Start); k++ {
			if r.lemma(k) != "ask" || r.upos(k) != "VERB" {
				continue
			}
			for j := k + 1; j < sent.End; j++ {
				switch r.lower(j) {
				case "whether", "if", "about", "how", "to", "what":
					end := r.listEnd(j + 1)
					for end > j+2 && (r.form(end-1) == "." || r.form(end-1) == ",") {
						end--
					}
					for q := j + 1; q < end; q++ {
						if r.form(q) == "," {
							end = q
						}
					}
					return lang.Range{Start: j + 1, End: end}
				}
			}
		}
		if s < n && r.form(sent.End-1) == "?" && !r.direct(sent.Start+1) {
			return lang.Range{Start: sent.Start, End: sent.End - 1}
		}
	}
	return lang.Range{}
}

// emitOwnWords makes positions of what quoted words say.
func (r *reading) emitOwnWords(w lang.Range, u ownWords, who []actor) {
	span := r.wordsOf(w.Start)
	words := balanced(strings.Join(strings.Fields(strings.TrimRight(r.doc.Words(u.words), ",.;: ")), " "))
	on, issue := r.onWhat(nil, &stand{stance: u.stance}, u.words)
	if u.back {
		if q := r.asks(w); q.Len() > 1 {
			words = balanced(strings.Join(strings.Fields(r.doc.Words(q)), " "))
			on, issue = r.onWhat(nil, &stand{stance: u.stance}, q)
		} else if n := r.sent[w.Start]; n > 0 {
			issue = r.issueBefore(w.Start)
		}
		if n := r.sent[w.Start]; n > 0 && !r.doc.Sentences[n-1].Heading {
			span.Start = r.wordsOf(r.doc.Sentences[n-1].Start).Start
		}
	}
	if on == "meeting" || on == "" {
		on = "point"
	}
	if issue == "" && on == "point" {
		issue = Other
	}
	for _, a := range who {
		c := r.add(w.Start, rapporteur.Claim{Kind: rapporteur.KindPosition, Span: span, Position: &rapporteur.PositionClaim{
			Actor: a.Mention, Stance: u.stance, On: on, Issue: issue, Summary: words,
		}})
		c.Likelihood = u.likely
	}
}
