package claim

import (
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/lang"
)

// An exchange is what one voice says and another answers that it is not so, whatever of it
// the words repeat: "Brandt had been given the list by fax. The ministry said that no fax
// had come." What is answered may be told of any kind, and in the report's own voice too.
// What is read as a rebuttal or as a meeting denied is in dispute by that; the rest is
// noted with the claim that answers.

// matters is what a turn tells of, by lemmas, and deeds under "@": with the predicate that
// tells it, -1 for none.
type matters struct {
	so, not map[string]int
	all     map[string]bool // of any sense
	named   []string        // what of it, where that says anything: "call", "@meet"
	such    bool            // whatever there may be of what was just told: "no such call"
}

// exchanges notes what each voice answers of what was told before.
func (r *reading) exchanges() {
	r.chargesDenied()
	turns := r.utterances()
	for j := range turns {
		b := &turns[j]
		var a *utterance
		if len(b.chain) > 0 {
			after := -1
			if a, after = r.answersLater(turns, j); a == nil {
				a = r.quotedBack(turns, j)
			}
			if a == nil {
				a = r.answeredBy(turns, j)
			}
			if a == nil {
				a = r.answersAfar(turns, j)
			}
			switch {
			case a != nil && a.denies && !b.denies && after < 0 && r.chargedYet(a, b):
				r.exchange(b, a, -1) // what is held against a denial is what it answers
			case a != nil:
				r.exchange(a, b, after)
			}
		}
		r.framing(turns, j, a)
	}
	r.repelled(turns)
	r.talesDenied()
}

// answeredBy returns the turn before the jth that it says is not so, nil for none.
func (r *reading) answeredBy(turns []utterance, j int) (out *utterance) {
	b := &turns[j]
	best, far := -answering, 0 // sentences of others between, and the one itself
	for i := j - 1; i >= 0 && b.n-turns[i].n <= farther; i-- {
		a := &turns[i]
		if a.n < turns[i+1].n && !(i+1 < j && sameVoice(a.chain, turns[i+1].chain)) && !turns[i+1].silent {
			far++
		}
		if far > reach {
			break
		}
		if sameVoice(a.chain, b.chain) || r.ofTheirs(a, b) || a.End > b.Start && a.n == b.n || r.nested(a, b) || len(a.chain) == 0 && !r.readIn(a) {
			continue
		}
		s := r.signsOf(a, b, far)
		if b.denies && (r.deniesToo(b) && r.anyIn(a.Range, lex().answers.Not) >= 0 || r.pleads(a) && !s["words"] && !s["many"]) {
			continue // "insisted that it was no war", "also denied that there was a war"; "called for a truce"
		}
		if r.concurs(a, b) || r.ofElse(a, b) || r.nameless(a) {
			continue
		}
		w := s.weight()
		if s["rule"] && s["tale"] {
			w = max(w, answering) // "refuted Brandt's account"
		}
		set := r.opposes(a, b, far)
		if set {
			w = max(w, answering) + 1
		}
		if w > best && (w > answering || s["rule"] || set) && (set || !(s["times"] || s["two"] || s["agrees"])) {
			best, out = w, a
		}
	}
	return out
}

// deniesToo reports whether a turn is told to deny something as others do.
func (r *reading) deniesToo(b *utterance) bool {
	for i := max(r.doc.Sentences[b.n].Start, b.at-3); i <= b.at+1 && i < b.Start; i++ {
		switch r.lower(i) {
		case "also", "likewise", "too", "similarly":
			return true
		}
	}
	return false
}

// rebuffsIn reports whether the first that a turn says, or what leads to it, is that what was
// just told is not so: by a predicate that says it, or by words that brush it off.
func (r *reading) rebuffsIn(b *utterance) (rebuffs, brushes, shrugs bool) {
	s := r.doc.Sentences[b.n].Range
	if l := &lex().rebuttals; b.by >= 0 && l.Call[r.lemma(b.at)] && r.standsFor(b.Start) && r.falsely(b.Start, s) {
		return true, false, false // "called this “pure invention”"
	}
	for i := s.Start; i < b.End; i++ {
		if i >= b.Start || b.by >= 0 && !b.denies && r.inner[i] < 0 {
			rebuffs, brushes, shrugs = rebuffs || r.rebuffs(i, s) > 0, brushes || r.brushesOff(i, b.End, lex().rebuttals.brush), shrugs || r.brushesOff(i, b.End, lex().rebuttals.shrug)
		}
		if c := r.clause(i); rebuffs || brushes || i >= b.Start && c != nil && r.upos(i) == "VERB" && c.verb != "know" && c.verb != "say" {
			break
		}
	}
	return rebuffs, brushes, shrugs
}

// brushesOff reports whether words that leave nothing of what was told begin at a token.
func (r *reading) brushesOff(i, end int, phrases map[string][][]string) bool {
	for _, p := range phrases[r.lower(i)] {
		if k := i + len(p); k <= end && slices.Equal(p, r.lowers[i:k]) {
			if w := p[0]; (w == "how" || w == "what") && r.anyIn(lang.Range{Start: max(i-4, 0), End: i}, lex().answers.Not) < 0 {
				continue // "because of what happened last time"
			}
			return k == len(r.lowers) || p[len(p)-1] != "that" && p[len(p)-1] != "this" || r.upos(k) == "PUNCT" || r.upos(k) == "CCONJ" || r.upos(k) == "SCONJ" || r.doc.Tokens[k].XPOS == "VBG" || lex().rebuttals.Tales[r.lemma(k)]
		}
	}
	return false
}

// sameVoice reports whether what two voices say may be of one.
func sameVoice(a, b []rapporteur.Source) bool {
	return slices.ContainsFunc(a, func(x rapporteur.Source) bool {
		return slices.ContainsFunc(b, func(y rapporteur.Source) bool {
			return x.Name == y.Name || familyOf(x.Name, y.Name) || familyOf(y.Name, x.Name)
		})
	})
}

// familyOf reports whether one name is the last of another: "Okoye", "Jan Okoye".
func familyOf(name, of string) bool {
	return strings.HasSuffix(of, " "+name) && name != strings.ToLower(name) && !strings.Contains(name, " ")
}

// ofTheirs reports whether the voice of a turn is one of those who say another together: "two
// miners said", "one of the miners said".
func (r *reading) ofTheirs(a, b *utterance) bool {
	if sameVoice(a.besides, b.chain) || sameVoice(a.chain, b.besides) {
		return true
	}
	x, y := a.chain, b.chain
	if len(x) > 0 && len(y) > 0 && b.n-a.n < 2 && a.n != b.n && ofTheVoice(y[len(y)-1].Words) {
		return true
	}
	if len(x) == 0 || len(y) == 0 || !strings.HasPrefix(strings.ToLower(y[len(y)-1].Words), "one of th") {
		return false
	}
	return x[len(x)-1].Type == y[len(y)-1].Type
}

// nested reports whether one turn is told within the other.
func (r *reading) nested(a, b *utterance) bool {
	under := func(x, y int) bool {
		for ; x >= 0; x = r.said.Attributions[x].Parent {
			if x == y {
				return true
			}
		}
		return false
	}
	return a.by >= 0 && b.by >= 0 && !a.apart && !b.apart && (under(a.by, b.by) || under(b.by, a.by))
}

// readIn reports whether something is read in a turn that can be in dispute.
func (r *reading) readIn(a *utterance) bool {
	words := r.bytes(a.Range)
	return slices.ContainsFunc(r.claims, func(f found) bool {
		return disputable(&f) && f.Span.Start < words.End && words.Start < f.Span.End
	})
}

// disputable reports whether a claim can be in dispute.
func disputable(f *found) bool {
	return f.LeftOut == "" && f.Modality != rapporteur.Denied && f.Kind != rapporteur.KindRole && (f.Statement == nil || !f.Statement.Refusal) && !(f.Likelihood > 0 && f.Likelihood < rapporteur.Doubtful)
}

// gainsaysWith says how surely a turn says that another before it is not so, 0 for not at all.
func (r *reading) gainsaysWith(a, b *utterance, far int, rebuffs bool) float64 {
	x, y := r.mattersOf(a), r.mattersOf(b)
	if r.timesDiffer(a.Range, b.Range) {
		return 0
	}
	words, deeds := x.inCommon(y)
	both := float64(words)
	near := 1 - 0.3*float64(far)
	if whose := r.whoseTale(b.at, r.doc.Sentences[b.n].Range); whose != "" && !slices.ContainsFunc(a.chain, func(v rapporteur.Source) bool { return v.Name == whose }) {
		return 0
	}
	switch {
	case b.denies && r.lemma(b.at) == "reject" && r.yetToBe(a):
		return 0
	case b.denies:
		if both >= 2 || both+float64(deeds) >= 1 && far <= 2 || far <= 1 && (y.such || r.pointsIn(b) || b.Len() <= 6) {
			return 2 + both + near
		}
		return 0
	case rebuffs && (far <= 1 || far == 2 && b.Len() <= 8) && len(a.chain) > 0 && (!r.yetToBe(a) || r.ofFigure(b)):
		return 1 + both + near
	case y.such && (far <= 1 && len(a.chain) > 0 || len(y.named) == 0 && (far <= 1 || both > 0) || slices.ContainsFunc(y.named, func(w string) bool { return x.all[w] })):
		return 1 + both + float64(deeds)/2 + near
	case far > 2:
		return 0
	}
	if b.n-a.n == 1 && len(a.chain) > 0 && r.neverCame(b) {
		return near + both/4
	}
	if far <= 1 && len(a.chain) > 0 && r.nothingAhead(a, b) {
		return near + 1
	}
	if (r.wantsIn(a) || r.wantsIn(b)) && !slices.ContainsFunc(asked, func(w string) bool { return toldAndNot(x, y, w) || toldAndNot(y, x, w) }) {
		return 0
	}
	if n := r.opposed(x.so, y.not); n > 0 && (len(a.chain) > 0 && (both > 0 || far <= 1) || both > 1) {
		return near + float64(n) + both/4
	}
	if n := r.opposed(x.not, y.so); n > 0 && far <= 1 && len(a.chain) > 0 && both > 0 {
		return near + float64(n) + both/4
	}
	return 0
}

// opposed returns how many matters one tells are so and another not, of no two others.
func (r *reading) opposed(so, not map[string]int) (n int) {
	for w, j := range not {
		i, ok := so[w]
		if !ok {
			continue
		}
		if i >= 0 && j >= 0 && r.deedsOfTwo(r.clause(i), r.clause(j)) {
			continue
		}
		n++
	}
	return n
}

// asked are deeds by which somebody wants something, and which were done or not.
var asked = []string{"@ask", "@offer", "@promise", "@threaten", "@order", "@invite"}

// neverCame reports whether all that a turn says is that it never was, of what was just told:
// "it had never been planned".
func (r *reading) neverCame(b *utterance) bool {
	if b.Len() > 9 {
		return false
	}
	for i := b.Start; i < b.End; i++ {
		if c := r.clause(i); c != nil {
			return c.neg && c.modal == "" && len(c.subj) == 1 && r.lower(c.subj[0]) == "it" && r.anyIn(b.Range, words{"never": true}) >= 0 && (c.passive || c.verb == "happen" || c.verb == "exist")
		}
	}
	return false
}

// deedsOfTwo reports whether two predicates are of the deeds of two, or done to two.
func (r *reading) deedsOfTwo(x, y *clause) bool {
	parts := func(c *clause) (doers, done []int) {
		if c.passive {
			return c.agent, c.subj
		}
		return c.subj, c.obj
	}
	p, done := parts(x)
	q, other := parts(y)
	if a, b := r.actorsAt(p...), r.actorsAt(q...); !slices.ContainsFunc(q, func(k int) bool { return speaksOfItself[r.lower(k)] }) && len(a) > 0 && len(b) > 0 && !slices.ContainsFunc(a, func(m actor) bool {
		return m.Kind == rapporteur.Group || slices.ContainsFunc(b, func(o actor) bool { return o.Name == m.Name || o.Kind == rapporteur.Group })
	}) {
		return true
	}
	if len(done) == 0 || len(other) == 0 || !r.weighty(done[0]) || !r.weighty(other[0]) || r.isTextNoun(done[0]) && r.isTextNoun(other[0]) {
		return false
	}
	return r.shareMatter(r.own(done[0]), r.own(other[0])) == 0
}

// wantsIn reports whether a turn tells what somebody wants or what may be.
func (r *reading) wantsIn(a *utterance) bool {
	if a.by < 0 {
		return false
	}
	m := remark{Range: a.Range, by: a.by, content: []lang.Range{a.Range}}
	return r.wants(&m)
}

// pointsIn reports whether a denial points to what was just told, not only to a matter.
func (r *reading) pointsIn(b *utterance) bool {
	for i := b.Start; i < min(b.End, b.Start+4); i++ {
		switch r.lower(i) {
		case "it", "this", "that", "they", "these", "he", "she", "so":
			if r.upos(i) == "PRON" {
				return true
			}
		}
	}
	return false
}

// yetToBe reports whether a turn tells of what would or shall be: who rejects that may not
// say that it is not so.
func (r *reading) yetToBe(a *utterance) bool {
	for i := a.Start; i < a.End; i++ {
		if c := r.clause(i); c != nil && (c.modal == "would" || c.modal == "will" || c.modal == "shall" || c.modal == "should") {
			return true
		}
	}
	return false
}

// timesDiffer reports whether two ranges each tell of times, and of others.
func (r *reading) timesDiffer(a, b lang.Range) bool {
	x, y := r.daysBut(a, "since"), r.daysBut(b, "since")
	return len(x) > 0 && len(y) > 0 && !slices.ContainsFunc(x, func(i rapporteur.Interval) bool { return slices.ContainsFunc(y, i.Overlaps) })
}

// inCommon returns how many words, and how many deeds, two turns tell of both.
func (x *matters) inCommon(y *matters) (words, deeds int) {
	for w := range y.all {
		switch {
		case !x.all[w]:
		case w[0] == '@':
			deeds++
		default:
			words++
		}
	}
	return words, deeds
}

// mattersOf reads what a turn tells of. It is read once.
func (r *reading) mattersOf(t *utterance) *matters {
	if t.asked != nil {
		return t.asked
	}
	m := &matters{so: map[string]int{}, not: map[string]int{}, all: map[string]bool{}}
	t.asked = m
	l := &lex().theses
	put := func(not bool, w string, at int) {
		if not {
			m.not[w] = at
		} else {
			m.so[w] = at
		}
	}
	for i := t.Start; i < t.End; i++ {
		if r.whateverAt(i, t) {
			m.such = true
			if k := r.head(i); r.lower(i) == "such" && k > i && r.upos(k) == "NOUN" && t.Contains(k) && k < i+4 {
				m.named = append(m.named, r.keysOf(k)...)
			}
		}
		for _, w := range r.keysOf(i) {
			m.all[w] = true
		}
		if k := r.unmentioned(i, t.End); k >= 0 {
			put(true, r.lemma(k), -1)
		}
		if c := r.clause(i); c != nil && (r.upos(i) == "VERB" || r.upos(i) == "ADJ" && c.copula) {
			if c.modal != "" || r.unasserted(c) || r.doc.Tokens[i].XPOS == "VBG" && !c.ongoing || r.doc.Tokens[i].XPOS == "VB" && !c.neg {
				continue
			}
			not := r.saysNot(c) || r.nobodyDoes(c)
			if r.upos(i) == "ADJ" {
				put(not, r.lemma(i), i)
			} else if !lex().rebuttals.Plain[c.verb] {
				put(not, c.verb, i)
			}
			if u, ok := r.undone(c); ok && !not {
				put(true, "@"+u.Act, i)
			}
			if a := r.act(c); a != "" && a != "see" && a != "change" && (a == "meet" || !lex().rebuttals.Plain[c.verb]) {
				put(not, "@"+a, i)
			}
			continue
		}
		if r.upos(i) != "NOUN" && r.upos(i) != "PROPN" || r.timeAt[i] >= 0 {
			continue
		}
		none, known := r.thereIsNo(i)
		if !known {
			continue
		}
		put(none, r.lemma(i), -1)
		if a := l.noun[r.lemma(i)]; a != "" {
			put(none, "@"+a, -1)
		}
	}
	words := r.bytes(t.Range)
	for i := range r.claims {
		if f := &r.claims[i]; f.Deadline != nil && f.Deadline.State == "set" && f.LeftOut == "" && f.Modality != rapporteur.Denied && words.Start <= r.bytes(lang.Range{Start: f.head, End: f.head + 1}).Start && r.bytes(lang.Range{Start: f.head, End: f.head + 1}).End <= words.End {
			m.so["deadline"], m.all["deadline"] = -1, true // "has until Monday"
		}
	}
	for w := range m.not {
		delete(m.so, w)
	}
	return m
}

// keysOf returns what a token tells of: its lemma, its deed, that it is a text.
func (r *reading) keysOf(i int) (out []string) {
	if !r.weighty(i) || r.lemma(i) == "thing" {
		return nil
	}
	l := &lex().theses
	out = append(out, r.lemma(i))
	if a := l.noun[r.lemma(i)]; a != "" && r.upos(i) == "NOUN" {
		out = append(out, "@"+a)
	} else if a := l.act[r.lemma(i)]; a != "" && r.upos(i) == "VERB" {
		out = append(out, "@"+a)
	}
	if r.isTextNoun(i) {
		out = append(out, "@text")
	}
	return out
}

// thereIsNo reports whether the predicate of a noun says that there is none of it: "there
// was no call", "no date had been set", "had received no offer"; known is false where it
// tells nothing for sure.
func (r *reading) thereIsNo(k int) (none, known bool) {
	l := lex()
	g := r.governor(k)
	if g == nil {
		return false, true
	}
	if g.modal != "" && g.modal != "will" && g.modal != "would" {
		return false, false
	}
	d := ""
	if det := r.child(k, "det"); det >= 0 {
		d = r.lower(det)
		if r.form(det) == "No" && det > r.doc.Sentences[r.sent[k]].Start && !isMark(r.form(det-1)) && r.form(k) != r.lower(k) {
			return false, false // "to stop No Deal"
		}
	}
	if d != "no" && d != "any" {
		up := r.over(g)
		thought := up != nil && up.neg && (up.verb == "think" || up.verb == "feel" || up.verb == "believe" || up.verb == "expect")
		return false, !r.saysNot(g) && !thought && (l.theses.Within.In[g.verb] || provides[g.verb] || g.verb == "call" && len(g.subj) == 1 && r.isTextNoun(g.subj[0]) || g.past || g.perfect || g.passive || g.copula || g.ongoing || r.child(g.head, "expl") >= 0)
	}
	if k+1 < len(r.kids) && r.form(k+1) == "-" || r.rel(k) == "compound" || g.modal != "" {
		return false, false // "a no-deal exit"
	}
	if d == "any" && !g.neg && !r.saysNot(g) {
		return false, false
	}
	if g.verb == "take" && !slices.Contains(g.subj, k) {
		return false, false // "take no deal off the table"
	}
	of := slices.Concat(g.subj, g.obj)
	for _, o := range g.obl {
		if o.prep == "of" && (g.verb == "know" || g.verb == "hear") {
			of = append(of, o.head)
		}
	}
	exists := r.child(g.head, "expl") >= 0 || l.theses.Light.Verbs[g.verb] || l.rebuttals.Plain[g.verb] || r.act(g) != "" || l.theses.Light.Verbs[g.lemma]
	return exists && (slices.Contains(of, k) || g.head == k), exists
}

// provides are verbs of what a text says, told of as it stands.
var provides = words{"provide": true, "stipulate": true, "envisage": true, "foresee": true, "specify": true, "impose": true}

// unmentioned returns the noun of which words at a token say that nothing is told: "says nothing about mines",
// "makes no mention of mines", "is silent on mines"; -1 for none.
func (r *reading) unmentioned(i, end int) int {
	switch w := r.lower(i); {
	case w == "nothing" && (r.lemma(i-1) == "say" || r.lemma(i-1) == "contain"), w == "silent" && r.lemma(i-1) == "be":
	case (w == "mention" || w == "reference" || w == "word") && r.lower(i-1) == "no":
	default:
		return -1
	}
	switch r.lower(i + 1) {
	case "about", "on", "of", "to":
		if k := r.nominalAfter(i+1, min(i+8, end)); k >= 0 && r.upos(k) == "NOUN" {
			return k
		}
	}
	return -1
}

// nobodyDoes reports whether a predicate is of nobody: "nothing was gutted".
func (r *reading) nobodyDoes(c *clause) bool {
	return slices.ContainsFunc(slices.Concat(c.subj, c.obj), func(k int) bool {
		switch r.lower(k) {
		case "nothing", "nobody", "none", "neither":
			return true
		}
		return r.lower(r.own(k).Start) == "none" || r.lower(r.own(k).Start) == "no"
	})
}

// whateverAt reports whether at token i a turn says that there is nothing like what was just
// told: "no such call", "nothing of the sort", "denied that anything".
func (r *reading) whateverAt(i int, t *utterance) bool {
	switch r.lower(i) {
	case "such":
		if g := r.governor(i); g != nil && g.modal != "" && !t.denies {
			return false // "there will be no such deal"
		}
		if t.denies || r.lower(max(i-1, 0)) == "no" {
			return true
		}
		if r.lower(max(i-1, 0)) != "any" && !(i+1 < t.End && (r.lower(i+1) == "a" || r.lower(i+1) == "an")) {
			return false
		}
		for k := max(r.doc.Sentences[t.n].Start, i-9); k < i; k++ {
			switch w := r.lower(k); w {
			case "not", "n't", "never", "no", "nobody", "without":
				return true
			default:
				if lex().rebuttals.Unknown[w] {
					return true
				}
			}
		}
	case "anything":
		return t.denies
	case "sort", "kind":
		return i >= 3 && r.lower(i-1) == "the" && r.lower(i-2) == "of" && (r.lower(i-3) == "nothing" || r.lower(i-3) == "anything" || r.lower(i-3) == "none")
	}
	return false
}

// exchange notes that a turn answers another, which stands behind the word at token after where
// that is not -1.
func (r *reading) exchange(a, b *utterance, after int) {
	if slices.ContainsFunc(r.claims, func(f found) bool {
		return f.Statement != nil && f.Modality == rapporteur.Denied && r.sent[f.head] == b.n
	}) {
		return // it is in dispute by that
	}
	words := r.bytes(b.Range)
	var told *found
	for i := range r.claims {
		f := &r.claims[i]
		if f.Statement == nil || f.Statement.Words == "" || f.Statement.Refusal || f.LeftOut != "" || f.Statement.Span.Start >= words.End || words.Start >= f.Statement.Span.End {
			continue
		}
		if told == nil || f.Statement.Span.End-f.Statement.Span.Start < told.Statement.Span.End-told.Statement.Span.Start {
			told = f
		}
	}
	if told == nil {
		v := b.chain[len(b.chain)-1]
		s := &rapporteur.StatementClaim{Type: v.Type, Speaker: mentionOf(v)}
		words := b.Range
		if b.denies && b.at < words.Start {
			words.Start = b.at
		}
		if s.Words, s.Span = r.contentWords([]lang.Range{words}); s.Words == "" {
			return
		}
		r.add(b.at, rapporteur.Claim{Kind: rapporteur.KindStatement, Statement: s, Chain: b.chain[:len(b.chain)-1]})
		told = &r.claims[len(r.claims)-1]
		if len(told.Chain) == 0 {
			told.Chain = []rapporteur.Source{}
		}
	}
	r.tellFirst(a)
	for i := range r.claims { // the list may have moved
		if f := &r.claims[i]; f.Statement != nil && f.Span == told.Span && f.Statement.Span == told.Statement.Span {
			told = f
			break
		}
	}
	span := r.bytes(r.doc.Sentences[a.n].Range)
	if a.n == b.n {
		if after >= 0 {
			span = r.partLater(a, after, told)
		} else {
			span = r.partTurns(a, b, told)
		}
		if span.Empty() {
			return
		}
	}
	told.Answers = &rapporteur.Answer{Span: span, Denies: b.denies}
}

// tellFirst gives a turn that is answered the statement that tells it, where nothing is read
// there of its voice: "accused Norvana of leaving the talks".
func (r *reading) tellFirst(a *utterance) {
	words := r.bytes(a.Range)
	if len(a.chain) == 0 || slices.ContainsFunc(r.claims, func(f found) bool {
		return disputable(&f) && f.Span.Start < words.End && words.Start < f.Span.End && (f.Statement == nil || f.Statement.Span.Start < words.End && words.Start < f.Statement.Span.End)
	}) {
		return
	}
	v := a.chain[len(a.chain)-1]
	s := &rapporteur.StatementClaim{Type: v.Type, Speaker: mentionOf(v)}
	told := a.Range
	if a.at < told.Start && told.Start-a.at < 4 {
		told.Start = a.at
	}
	if s.Words, s.Span = r.contentWords([]lang.Range{told}); s.Words != "" {
		r.add(a.at, rapporteur.Claim{Kind: rapporteur.KindStatement, Statement: s, Chain: append([]rapporteur.Source{}, a.chain[:len(a.chain)-1]...)})
	}
}

// partTurns gives two turns of one sentence each its own part of it, and returns the first.
func (r *reading) partTurns(a, b *utterance, told *found) rapporteur.Span {
	at := b.Start
	if b.at > a.End && b.at < at {
		at = b.at
	}
	for at > a.End && r.upos(at-1) != "PUNCT" && r.upos(at-1) != "CCONJ" && r.upos(at-1) != "SCONJ" {
		at--
	}
	s := r.doc.Sentences[a.n].Range
	first := r.bytes(lang.Range{Start: s.Start, End: at})
	mine := r.bytes(a.Range)
	kept := false
	for i := range r.claims {
		f := &r.claims[i]
		if f != told && f.Statement != nil && f.Span.Start >= first.Start && f.Statement.Span.Start >= mine.Start && f.Statement.Span.End <= mine.End+2 {
			f.Span, kept = first, true
		}
	}
	if !kept {
		return rapporteur.Span{}
	}
	told.Span = r.bytes(lang.Range{Start: at, End: s.End})
	return first
}
