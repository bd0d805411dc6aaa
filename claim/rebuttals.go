package claim

import (
	"cmp"
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/attribution"
	"rapporteur/lang"
)

// A rebuttal is what one voice says against the words that a report has just given
// another: "That is not true, said Brandt"; "the union speaks of 45,000"; "he said it
// was the company that left". It becomes a claim that denies those words, so that the
// two meet in a dispute. What texts, meetings and points say against one another is
// read with them; see rejoinders.go.

// remark is what one voice is told to say.
type remark struct {
	lang.Range     // from its first word or cue to its last
	at         int // token of the cue
	told       int // index in claims of the statement that gives its words, -1 for none
	by         int // attribution, -1 for a verb of counting
	voice      rapporteur.Source
	chain      []rapporteur.Source // with the voice
	content    []lang.Range
	counter    *counterValue // that it puts in the place of another, nil for none
}

// rebuttals reads what is said against words told just before.
func (r *reading) rebuttals() {
	remarks := r.remarks()
	for j := range remarks {
		b := &remarks[j]
		for i := j - 1; i >= max(0, j-3); i-- {
			a := &remarks[i]
			if far := r.sent[b.Start] - r.sent[a.End-1]; a.told < 0 || far > 1 && (far > reach || !r.denying(b) && !r.reportsInstead(b)) || !r.apart(a, b) {
				continue
			}
			if instead, ok := r.contradicts(a, b); ok {
				r.deny(a, b.at, b.chain, instead)
				if instead == "" && r.sent[a.Start] == r.sent[b.at] {
					r.part(a, b.at)
				}
				break
			}
		}
	}
	for n, s := range r.doc.Sentences {
		if s.Heading {
			continue
		}
		for i := s.Start; i < s.End; i++ {
			if back := r.rebuffs(i, s.Range); back != 0 && r.rebuff(n, i, max(back, 0), remarks) {
				break
			}
		}
	}
}

// remarks returns what voices are told to say, in order.
func (r *reading) remarks() (out []remark) {
	for n := range r.said.Attributions {
		a := &r.said.Attributions[n]
		if a.Conditional || a.Negated || len(a.Content) == 0 || len(a.Cue) == 0 || !r.tells(a) {
			continue
		}
		voices := innermost(a)
		if len(voices) == 0 || voices[0].Name == "" || r.isText(voices[0]) || voices[0].Type == attribution.Document || r.hollow(voices[0]) {
			continue
		}
		v := r.source(voices[0])
		m := remark{at: a.Cue[0].Start, told: -1, by: n, voice: v, chain: append(slices.Clone(r.outer(n)), v), content: a.Content}
		if k, ok := r.worded[n]; ok {
			m.told = k
		}
		m.Range = a.Content[0]
		for _, s := range slices.Concat(a.Content, a.Cue) {
			m.Start, m.End = min(m.Start, s.Start), max(m.End, s.End)
		}
		out = append(out, m)
	}
	for i := range r.clauses {
		c := &r.clauses[i]
		if !lex().rebuttals.Counting[c.verb] || c.neg || c.modal != "" || len(c.subj) != 1 || r.inner[c.head] >= 0 || r.cue[c.head] {
			continue
		}
		v, ok := r.voiceAt(c.subj)
		if !ok {
			continue
		}
		s := r.sentence(c.head)
		out = append(out, remark{
			Range: lang.Range{Start: r.lo[c.head], End: r.hi[c.head]}, at: c.head, told: -1, by: -1, voice: v, chain: []rapporteur.Source{v},
			content: []lang.Range{{Start: c.head + 1, End: min(s.End, r.hi[c.head])}},
		})
	}
	for _, s := range r.doc.Sentences {
		for i := s.Start; i < s.End && !s.Heading; i++ {
			x, ok := r.counterAt(i, s.Range)
			if v := r.lasting(r.lengthAt(i), s.Range); (!ok || !x.put) && v >= 0 && r.clause(v) != nil {
				x.amount, ok = r.valueAt(i, s.Range)
				h := r.lastingSubject(r.clause(v), s.Range)
				x.chain, ok = r.chain(i), ok && h >= 0 && r.justTold(h)
			}
			if ok && len(x.chain) > 0 {
				out = append(out, remark{Range: x.Range, at: i, told: -1, by: -1, voice: x.chain[len(x.chain)-1], chain: x.chain, content: []lang.Range{x.Range}, counter: &x})
			}
		}
	}
	slices.SortStableFunc(out, func(x, y remark) int { return cmp.Or(x.Start-y.Start, x.at-y.at) })
	return out
}

// voiceAt makes a source of the one who is named at some tokens, or of a noun for people.
func (r *reading) voiceAt(heads []int) (rapporteur.Source, bool) {
	if who := r.actorsAt(heads...); len(who) == 1 {
		return voiceOf(who[0].Mention), true
	}
	if len(heads) != 1 || r.upos(heads[0]) != "NOUN" && r.lower(heads[0]) != "official" || r.isTextNoun(heads[0]) || lex().rebuttals.Tales[r.lemma(heads[0])] || lex().points.Matters[r.lemma(heads[0])] {
		return rapporteur.Source{}, false
	}
	words, whole := r.own(heads[0]), true
	if slices.ContainsFunc(r.kids[heads[0]], func(k int) bool { return base(r.rel(k)) == "acl" }) {
		words, whole = r.nounPhrase(heads[0]), false // "two miners who were there"
	}
	s := rapporteur.Source{Name: r.plain(words), Type: rapporteur.GroupSource, Words: r.doc.Words(words), Span: r.bytes(words)}
	if e := r.entity[heads[0]]; whole && e >= 0 && r.said.Entities[e].Name != "" {
		s.Name = r.said.Entities[e].Name
	}
	return s, true
}

// apart reports whether two remarks are of two voices, neither within the other.
func (r *reading) apart(a, b *remark) bool {
	if a.voice.Name == b.voice.Name || slices.ContainsFunc(b.chain, func(s rapporteur.Source) bool { return s.Name == a.voice.Name }) {
		return false
	}
	for n := b.by; n >= 0; n = r.said.Attributions[n].Parent {
		if n == a.by {
			return false
		}
	}
	for n := a.by; n >= 0; n = r.said.Attributions[n].Parent {
		if n == b.by {
			return false
		}
	}
	return a.by != b.by
}

// deny adds a claim that words told before are not so.
func (r *reading) deny(a *remark, at int, chain []rapporteur.Source, instead string) {
	n := r.sent[at]
	told := r.claims[a.told]
	if slices.ContainsFunc(r.claims, func(f found) bool { // the two meet as texts, meetings or points
		if r.sent[f.head] != n || f.Background {
			return false
		}
		switch {
		case f.Text != nil:
			counts := func(t *rapporteur.TextClaim) bool { return t.Size.Count+t.Agreed+t.Open > 0 || t.AgreedShare > 0 }
			writes := func(t *rapporteur.TextClaim) bool { return len(t.Authors)+len(t.NotAuthors) > 0 }
			return r.tellsIn(a, func(o *found) bool {
				return o.Text != nil && (counts(f.Text) && counts(o.Text) || writes(f.Text) && writes(o.Text))
			})
		case f.Meeting != nil:
			return f.Meeting.State == rapporteur.MeetingDenied || f.Modality == rapporteur.Denied
		case f.Statement != nil:
			return f.Modality == rapporteur.Denied && f.Statement.Span == told.Statement.Span
		}
		return false
	}) {
		return
	}
	s := *told.Statement
	s.Instead = instead
	span := rapporteur.Span{}
	if instead != "" {
		span = r.parted(&r.claims[a.told], at)
	}
	r.add(at, rapporteur.Claim{Span: span, Kind: rapporteur.KindStatement, Statement: &s, When: told.When, Modality: rapporteur.Denied, Chain: chain})
}

// tellsIn reports whether a claim of some kind is read in a remark.
func (r *reading) tellsIn(a *remark, is func(*found) bool) bool {
	for i := range r.claims {
		if f := &r.claims[i]; f.head >= a.Start && f.head < a.End && is(f) {
			return true
		}
	}
	return false
}

// rebuffer returns the voices that say a denial at token i, whoever is told to deny it last;
// none where nobody is.
func (r *reading) rebuffer(n, i, back int) []rapporteur.Source {
	chain, c := r.chain(i), r.clause(i)
	if len(chain) > 0 && back != 0 && (c == nil || !lex().rebuttals.Deny[c.verb]) {
		return chain
	}
	if c == nil {
		c = r.governor(i)
	}
	if c == nil {
		return nil
	}
	who := c.subj
	if c.passive {
		who = c.agent
		for _, o := range c.obl { // "denied in Norvana"
			if len(who) == 0 && o.prep == "in" && len(r.actorsAt(o.head)) == 1 {
				who = []int{o.head}
			}
		}
	} else if r.notRecalled(c) {
		who = slices.Concat(r.children(c.head, "nmod"), r.children(c.head, "nmod:poss"))
	}
	if sent := r.doc.Sentences[n].Range; r.curtly(i, sent) {
		who = r.retorter(i+1, sent)
	}
	v, ok := r.voiceAt(who)
	if !ok && len(who) > 1 { // "miners and shippers"
		v = r.whoever(who)
		ok = v.Name != ""
	}
	if ok && (back == 0 || !slices.ContainsFunc(chain, func(s rapporteur.Source) bool { return s.Name == v.Name })) {
		return []rapporteur.Source{v}
	} else if c.passive {
		return nil // nobody is told to deny it
	}
	return chain
}

// rebuff adds what a denial at token i says against the words before it.
func (r *reading) rebuff(n, i, back int, remarks []remark) bool {
	chain := r.rebuffer(n, i, back)
	if len(chain) == 0 {
		return false
	}
	voice := chain[len(chain)-1].Name
	if back > 0 && slices.ContainsFunc(remarks, func(b remark) bool { return b.told < 0 && b.by >= 0 && r.sent[b.Start] == n-1 && len(b.chain) > 1 }) {
		back++ // "The Journal cites two officials"
	}
	whose := r.whoseTale(i, r.doc.Sentences[n].Range)
	if whose != "" {
		back = max(back, farther)
	}
	for k := len(remarks) - 1; k >= 0; k-- {
		a := &remarks[k]
		if whose != "" && a.voice.Name != whose || back == 0 && r.sent[r.contentFrom(a)] != n || a.told < 0 || a.Start >= i || n-r.sent[min(a.End-1, i)] > back || a.voice.Name == voice || a.at >= i || r.contentFrom(a) >= i || slices.ContainsFunc(chain, func(s rapporteur.Source) bool { return s.Name == a.voice.Name }) {
			continue
		}
		for o := k - 1; o >= 0; o-- { // "the Union said that they had promised it": the whole is denied
			if x := &remarks[o]; x.told >= 0 && x.voice.Name != voice && a.by >= 0 && r.said.Attributions[a.by].Parent == x.by && x.by >= 0 {
				a = x
			}
		}
		if slices.ContainsFunc(r.claims, func(f found) bool {
			return f.Statement != nil && f.Modality == rapporteur.Denied && r.sent[f.head] == n && f.Statement.Span == r.claims[a.told].Statement.Span
		}) {
			return true
		}
		c := r.clause(i)
		instead, more := "", r.goesOnToSay(a, i, voice, remarks, c != nil && !c.neg && r.otherwise(c, r.doc.Sentences[n].Range))
		if more != nil {
			instead, _ = r.contentWords(more.content)
		}
		r.deny(a, i, chain, instead)
		if back == 0 || r.sent[a.Start] == n {
			r.part(a, i)
		}
		if more != nil && r.sent[more.at] != n {
			r.deny(a, more.at, more.chain, instead)
		}
		return true
	}
	return false
}

// part gives the words that are denied within their sentence, and the denial, each its own
// part of it: "JTBC said that both were there, which an official denied".
func (r *reading) part(a *remark, i int) {
	told, last := &r.claims[a.told], &r.claims[len(r.claims)-1]
	at := r.lo[i]
	if last.Modality != rapporteur.Denied || last.Statement == nil || r.sent[a.Start] != r.sent[i] || told.Span != r.wordsOf(i) {
		return
	}
	for at > a.Start && r.form(at-1) != "," && r.form(at-1) != ";" && !parts[r.lower(at-1)] {
		at--
	}
	if at-1 <= a.Start {
		return
	}
	s := r.sentence(i)
	told.Span = r.bytes(lang.Range{Start: s.Start, End: at - 1})
	last.Span = r.bytes(lang.Range{Start: at, End: s.End})
	r.cutWords(told, last.Span, lang.Range{Start: s.Start, End: at - 1})
}

// cutWords cuts the words of a statement that went on into their denial, in it and in all that deny it: they
// end with its part of the sentence, or before whoever says them.
func (r *reading) cutWords(told *found, denial rapporteur.Span, part lang.Range) {
	was := told.Statement.Span
	starts := func(k int) int { return r.bytes(lang.Range{Start: k, End: k + 1}).Start }
	if was.End <= denial.Start || was.Start >= told.Span.End {
		return
	}
	for part.Start < part.End && starts(part.Start) < was.Start {
		part.Start++
	}
	for k := part.Start; k < part.End; k++ {
		if r.cue[k] { // "…, the board warned"
			for part.End = k; part.End > part.Start && r.form(part.End) != ","; part.End-- {
			}
		}
	}
	words, span := r.contentWords([]lang.Range{part})
	if words == "" || part.Len() < 2 {
		return
	}
	for k := range r.claims {
		if x := r.claims[k].Statement; x != nil && x.Span == was {
			x.Words, x.Span = words, span
		}
	}
}

// farther is how many sentences back lie the words of somebody whom a denial names.
const farther = 6

// whoseTale returns whose words a predicate denies where they are named, or he is: "disputed
// the mayor's account", "contradicted Brandt"; "" for nobody.
func (r *reading) whoseTale(i int, sent lang.Range) string {
	c := r.clause(i)
	if c == nil || !lex().rebuttals.Deny[c.verb] {
		return ""
	}
	k := r.answeredOf(c, sent)
	if k < 0 {
		return ""
	}
	heads := r.children(k, "nmod:poss")
	if len(heads) == 0 && c.verb == "contradict" {
		heads = []int{k}
	}
	if who := r.actorsAt(heads...); len(who) == 1 {
		return who[0].Name
	}
	return ""
}

// goesOnToSay returns what whoever denies a remark at token i says against it in the same
// sentence or the next, nil for nothing: "The ministry rejected that account. “Estrel had
// no objection,” said its spokeswoman". Who tells it otherwise goes on with how.
func (r *reading) goesOnToSay(a *remark, i int, voice string, remarks []remark, otherwise bool) *remark {
	for _, b := range remarks {
		b.content = slices.DeleteFunc(slices.Clone(b.content), func(s lang.Range) bool { return s.Start <= i })
		if b.told < 0 || b.by == a.by || len(b.content) == 0 || r.sent[r.contentFrom(&b)]-r.sent[i] > 1 {
			continue
		}
		if b.voice.Name != voice && !(b.voice.Type == rapporteur.AnonymousSource && (strings.Contains(voice, b.voice.Name) || strings.Contains(b.voice.Name, voice))) || r.wants(&b) {
			return nil
		}
		if otherwise || r.shareMatter(whole(a), whole(&b)) > 0 || slices.ContainsFunc(r.predicatesOf(&b), func(c *clause) bool { return c.neg }) {
			return &b
		}
		return nil
	}
	return nil
}

// whole returns the words of a remark from its first to its last.
func whole(m *remark) lang.Range {
	return lang.Range{Start: m.content[0].Start, End: m.content[len(m.content)-1].End}
}
