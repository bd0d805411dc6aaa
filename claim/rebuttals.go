package claim

import (
	"cmp"
	"slices"

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
}

// rebuttals reads what is said against words told just before.
func (r *reading) rebuttals() {
	remarks := r.remarks()
	for j := range remarks {
		b := &remarks[j]
		for i := j - 1; i >= max(0, j-3); i-- {
			a := &remarks[i]
			if far := r.sent[b.Start] - r.sent[a.End-1]; a.told < 0 || far > 1 && (far > reach || !r.denying(b)) || !r.apart(a, b) {
				continue
			}
			if instead, ok := r.contradicts(a, b); ok {
				r.deny(a, b.at, b.chain, instead)
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
		if len(voices) != 1 || voices[0].Name == "" || r.isText(voices[0]) || voices[0].Type == attribution.Document || r.hollow(voices[0]) {
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
	slices.SortStableFunc(out, func(x, y remark) int { return cmp.Or(x.Start-y.Start, x.at-y.at) })
	return out
}

// voiceAt makes a source of the one who is named at some tokens, or of a noun for people.
func (r *reading) voiceAt(heads []int) (rapporteur.Source, bool) {
	if who := r.actorsAt(heads...); len(who) == 1 {
		return voiceOf(who[0].Mention), true
	}
	if len(heads) != 1 || r.upos(heads[0]) != "NOUN" || r.isTextNoun(heads[0]) || lex().rebuttals.Tales[r.lemma(heads[0])] || lex().points.Matters[r.lemma(heads[0])] {
		return rapporteur.Source{}, false
	}
	words := r.own(heads[0])
	s := rapporteur.Source{Name: r.plain(words), Type: rapporteur.GroupSource, Words: r.doc.Words(words), Span: r.bytes(words)}
	if e := r.entity[heads[0]]; e >= 0 && r.said.Entities[e].Name != "" {
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
			counts := func(t *rapporteur.TextClaim) bool { return t.Size.Count+t.Agreed+t.Open > 0 }
			writes := func(t *rapporteur.TextClaim) bool { return len(t.Authors)+len(t.NotAuthors) > 0 }
			return r.tellsIn(a, func(o *found) bool {
				return o.Text != nil && (counts(f.Text) && counts(o.Text) || writes(f.Text) && writes(o.Text))
			})
		case f.Meeting != nil:
			return f.Meeting.State == rapporteur.MeetingDenied || f.Modality == rapporteur.Denied
		}
		return false
	}) {
		return
	}
	s := *told.Statement
	s.Instead = instead
	r.add(at, rapporteur.Claim{Kind: rapporteur.KindStatement, Statement: &s, When: told.When, Modality: rapporteur.Denied, Chain: chain})
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

// rebuff adds what a denial at token i says against the words before it.
func (r *reading) rebuff(n, i, back int, remarks []remark) bool {
	chain := r.chain(i)
	if c := r.clause(i); c != nil && lex().rebuttals.Deny[c.verb] || len(chain) == 0 {
		if c == nil {
			c = r.governor(i)
		}
		if c == nil {
			return false
		}
		who := c.subj
		if c.passive {
			who = c.agent
		}
		if v, ok := r.voiceAt(who); ok && !slices.ContainsFunc(chain, func(s rapporteur.Source) bool { return s.Name == v.Name }) {
			chain = []rapporteur.Source{v}
		} else if c.passive {
			return false // nobody is told to deny it
		}
	}
	if len(chain) == 0 {
		return false
	}
	voice := chain[len(chain)-1].Name
	for k := len(remarks) - 1; k >= 0; k-- {
		a := &remarks[k]
		if a.told < 0 || a.Start >= i || n-r.sent[min(a.End-1, i)] > back || a.voice.Name == voice || a.at >= i || r.contentFrom(a) >= i || slices.ContainsFunc(chain, func(s rapporteur.Source) bool { return s.Name == a.voice.Name }) {
			continue
		}
		for o := k - 1; o >= 0; o-- { // "the Union said that they had promised it": the whole is denied
			if x := &remarks[o]; x.told >= 0 && x.voice.Name != voice && a.by >= 0 && r.said.Attributions[a.by].Parent == x.by && x.by >= 0 {
				a = x
			}
		}
		if !slices.ContainsFunc(r.claims, func(f found) bool {
			return f.Statement != nil && f.Modality == rapporteur.Denied && r.sent[f.head] == n && f.Statement.Span == r.claims[a.told].Statement.Span
		}) {
			r.deny(a, i, chain, "")
		}
		return true
	}
	return false
}

// here is for what lies in the same sentence.
const here = -1

// inTale reports whether a predicate tells of a noun that sums up the words before it.
func (r *reading) inTale(i int, sent lang.Range) bool {
	h := r.head(i)
	if h <= sent.Start || !lex().rebuttals.Tales[r.lemma(h)] {
		return false
	}
	before := r.nounPhrase(h).Start - 1
	return before > sent.Start && r.upos(before) == "PUNCT"
}

// rebuffs returns how many sentences back lies what a predicate at token i says is
// not so, 0 where it says nothing of the kind: "denied this", "the claim is false",
// "had promised nothing of the sort".
func (r *reading) rebuffs(i int, sent lang.Range) int {
	l := &lex().rebuttals
	if i+2 < sent.End && r.lower(i) == "nothing" && r.lower(i+1) == "of" && i+3 < sent.End && (r.lower(i+3) == "kind" || r.lower(i+3) == "sort") {
		return 1
	}
	c := r.clause(i)
	if c == nil || c.modal != "" && c.modal != "would" || c.mark == "to" || !c.copula && r.doc.Tokens[i].XPOS == "VB" {
		return 0
	}
	switch {
	case c.copula && len(c.subj) > 0 && r.standsFor(c.subj[0]) && (l.False[r.lower(i)] && !c.neg || l.True[r.lower(i)] && c.neg):
		return 1
	case c.neg:
		return 0
	case l.Deny[c.verb] && base(r.rel(i)) == "acl" && r.inTale(i, sent):
		return here // "…, a claim that the company denies"
	case len(c.obj) == 0:
		return 0
	case l.Deny[c.verb] && r.standsFor(c.obj[0]) && (c.verb != "reject" && c.verb != "dismiss" && c.verb != "contest" || r.upos(c.obj[0]) == "NOUN"):
		return 1
	case l.Call[c.verb] && r.standsFor(c.obj[0]):
		for k := c.obj[0] + 1; k < min(c.obj[0]+6, sent.End); k++ {
			if l.False[r.lower(k)] {
				return 1
			}
		}
	}
	return 0
}

// contentFrom returns the first token of what a remark says.
func (r *reading) contentFrom(a *remark) int { return a.content[0].Start }

// standsFor reports whether a noun or pronoun stands for what was just said.
func (r *reading) standsFor(i int) bool {
	switch r.lower(i) {
	case "it", "this", "that", "these", "them", "which":
		return true
	}
	own := r.own(i)
	return lex().rebuttals.Tales[r.lemma(i)] && own.Len() <= 4 && !slices.ContainsFunc(r.kids[i], func(k int) bool {
		return base(r.rel(k)) == "acl" || base(r.rel(k)) == "nmod" && r.rel(k) != "nmod:poss"
	})
}
