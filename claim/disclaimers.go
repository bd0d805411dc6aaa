package claim

import (
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/lang"
)

// A disclaimer says in one sentence what another has told and that it is not so: "Okoye
// rejected a report by the Lantern, citing two miners, that the shaft would close". Two
// claims come of it, each with its own part of the sentence: what the Lantern's miners
// said, and that Okoye denies it.

// disclaimed reads the disclaimers.
func (r *reading) disclaimed() {
	remarks := r.remarks()
	for i := range r.clauses {
		c := &r.clauses[i]
		if r.doc.Sentences[r.sent[c.head]].Heading || c.modal != "" {
			continue
		}
		s := r.sentence(c.head)
		content, denier, tellers := r.disclaims(c, s)
		if content.Len() >= 3 && len(tellers) == 0 && denier.Name != "" {
			if !r.deniesReport(c, content, denier, remarks) {
				r.denialOf(c, content, denier)
			}
		}
		if content.Len() < 3 || len(tellers) == 0 || denier.Name == "" || slices.ContainsFunc(tellers, func(v rapporteur.Source) bool { return v.Name == denier.Name }) {
			continue
		}
		told := remark{Range: content, by: -1, content: []lang.Range{content}}
		r.disclaim(c.head, content, denier, tellers, r.goesOnToSay(&told, s.End-1, denier.Name, remarks, false))
	}
}

// deniesReport reads a denial of what is reported by nobody who is named, where it was told
// a little before: "It called the report that they would meet again groundless".
func (r *reading) deniesReport(c *clause, content lang.Range, denier rapporteur.Source, remarks []remark) bool {
	for k := len(remarks) - 1; k >= 0; k-- {
		a := &remarks[k]
		far := r.sent[c.head] - r.sent[a.End-1]
		if a.told < 0 || far < 1 || far > reach+1 || a.voice.Name == denier.Name {
			continue
		}
		if r.shareMatter(whole(a), content) > 1 || r.shareTime(whole(a), content) {
			r.deny(a, c.head, append(r.chain(c.head), denier), "")
			return true
		}
	}
	return false
}

// denialOf adds what somebody is told to deny whom nobody here told it: "dismissed suggestions that
// the miners had walked out". Another report may tell it.
func (r *reading) denialOf(c *clause, content lang.Range, denier rapporteur.Source) {
	if content.Start <= c.head || !lex().rebuttals.Deny[c.verb] {
		return
	}
	words := lang.Range{Start: c.head, End: content.End}
	s := &rapporteur.StatementClaim{Type: denier.Type, Speaker: mentionOf(denier)}
	if s.Words, s.Span = r.contentWords([]lang.Range{words}); s.Words == "" || slices.ContainsFunc(r.claims, func(f found) bool {
		return f.Statement != nil && f.Statement.Span.Start < s.Span.End && s.Span.Start < f.Statement.Span.End
	}) {
		return
	}
	chain := r.chain(c.head)
	if chain == nil || len(chain) > 0 && chain[len(chain)-1].Name == denier.Name {
		chain = append([]rapporteur.Source{}, chain[:max(len(chain)-1, 0)]...)
	}
	r.add(c.head, rapporteur.Claim{Kind: rapporteur.KindStatement, Statement: s, Chain: chain})
}

// shareTime reports whether two ranges tell of one time in the same words.
func (r *reading) shareTime(a, b lang.Range) bool {
	for i := a.Start; i < a.End; i++ {
		for k := b.Start; k < b.End; k++ {
			if p, q := r.timeAt[i], r.timeAt[k]; p >= 0 && q >= 0 && strings.EqualFold(r.doc.Words(r.times[p].Range), r.doc.Words(r.times[q].Range)) {
				return true
			}
		}
	}
	return false
}

// disclaims reads who says of what that it is not so, and who has told it; nothing where
// a predicate says none of it.
func (r *reading) disclaims(c *clause, s lang.Range) (content lang.Range, denier rapporteur.Source, tellers []rapporteur.Source) {
	l := &lex().rebuttals
	if len(c.subj) != 1 || judges[r.lemma(c.subj[0])] {
		return content, denier, nil
	}
	if k := c.subj[0]; k < c.head && l.Tales[r.lemma(k)] && (c.passive && l.Deny[c.verb] && !c.neg || c.copula && (r.isFalse(c.head) && !c.neg || l.True[r.lower(c.head)] && c.neg)) {
		that := r.thatAfter(k, s) // "the claim by the miners that the shaft was flooded is false, said Ware"
		if that < 0 || that >= c.head {
			return content, denier, nil
		}
		tellers = r.tellersOf(k, that)
		if chain := r.chain(c.head); c.passive && len(c.agent) > 0 {
			denier, _ = r.voiceAt(c.agent)
		} else if n := len(chain); n > 0 {
			denier = chain[n-1]
			if n > 1 && slices.ContainsFunc(tellers, func(v rapporteur.Source) bool { return v.Name == denier.Name }) {
				denier = chain[n-2] // what follows the claim was taken for a part of it
			}
		}
		content = lang.Range{Start: that + 1, End: c.head}
		for _, x := range r.kids[c.head] {
			if rel := base(r.rel(x)); (rel == "aux" || rel == "cop") && x > that {
				content.End = min(content.End, x)
			}
		}
		return content, denier, tellers
	}
	if !l.Deny[c.verb] && !l.Call[c.verb] || c.neg || c.passive || c.mark == "to" || r.doc.Tokens[c.head].XPOS == "VB" {
		return content, denier, nil
	}
	denier, _ = r.voiceAt(c.subj)
	if tale := r.answeredOf(c, s); tale > c.head && l.Tales[r.lemma(tale)] {
		if that := r.thatAfter(tale, s); that >= 0 {
			content = r.toldAfter(that, s)
			if l.Call[c.verb] && !r.falseIn(c.head, tale) { // "called the report that they would meet groundless"
				if content.End = r.endsFalse(that, s); content.End < 0 {
					return lang.Range{}, denier, nil
				}
			}
			return content, denier, r.tellersOf(tale, that)
		}
		return content, denier, nil
	}
	for k := c.head + 3; l.Deny[c.verb] && k < s.End-2; k++ { // "denied that the shaft was flooded, as the miners had said"
		x := r.clause(k)
		if x == nil || x.mark != "as" || !lex().speech.Verbs[x.verb] || len(x.subj) != 1 || x.neg {
			continue
		}
		if v, ok := r.voiceAt(x.subj); ok {
			content = lang.Range{Start: c.head + 1, End: r.lo[k]}
			if r.lower(content.Start) == "that" {
				content.Start++
			}
			for content.End > content.Start && r.upos(content.End-1) == "PUNCT" {
				content.End--
			}
			return content, denier, []rapporteur.Source{v}
		}
	}
	return content, denier, nil
}

// endsFalse returns the end of what follows a "that" before it is called false, -1 where
// it is not.
func (r *reading) endsFalse(that int, s lang.Range) int {
	for k := s.End - 1; k > that+2 && k > s.End-6; k-- {
		if lex().rebuttals.False[r.lower(k)] || r.fictionAt(k, s.End) {
			for k > that+2 && (r.fictionAt(k-1, s.End) || isMark(r.form(k-1))) {
				k--
			}
			return k
		}
	}
	return -1
}

// falseIn reports whether something is called false between two tokens: "described as untrue the reports that …".
func (r *reading) falseIn(i, end int) bool {
	for k := i + 1; k < end; k++ {
		if lex().rebuttals.False[r.lower(k)] || lex().rebuttals.Early[r.lower(k)] || r.fictionAt(k, end) {
			return true
		}
	}
	return false
}

// judges are those who reject what somebody claims and do not deny it.
var judges = words{"court": true, "judge": true, "tribunal": true, "jury": true, "panel": true, "arbitrator": true, "magistrate": true}

// thatAfter returns the token that opens what a noun of telling tells, -1 for none:
// "a report in the Lantern, citing two miners, that …".
func (r *reading) thatAfter(tale int, s lang.Range) int {
	for k := tale + 1; k < min(tale+22, s.End); k++ {
		c := r.clause(k)
		switch {
		case r.lower(k) == "that" && r.upos(k) != "DET":
			return k
		case c != nil && !sourced[r.lower(k)], r.form(k) == ";", r.upos(k) == "CCONJ" && r.typeAt(k+1) == "":
			return -1
		}
	}
	return -1
}

// sourced are the forms of verbs by which a noun of telling says whose it is: "a claim, quoted in the Lantern, that".
var sourced = words{"citing": true, "quoting": true, "quoted": true, "cited": true, "published": true, "carried": true, "attributed": true, "aired": true, "printed": true}

// toldAfter returns what follows a "that": its clause, to the end of the sentence where
// nobody goes on with something else.
func (r *reading) toldAfter(that int, s lang.Range) lang.Range {
	out := lang.Range{Start: that + 1, End: s.End}
	for k := that + 1; k < s.End; k++ {
		if c := r.clause(k); c != nil && len(c.subj) > 0 {
			if end := r.hi[k]; end > k && end < s.End && (r.form(end) == "," || r.form(end-1) == ",") {
				out.End = end
			}
			break
		}
	}
	for out.End > out.Start && r.upos(out.End-1) == "PUNCT" {
		out.End--
	}
	return out
}

// tellersOf returns who is told to have told what a noun sums up, outermost first: whose
// it is, whom it is by or in, and whom that one cites.
func (r *reading) tellersOf(tale, that int) (out []rapporteur.Source) {
	add := func(heads ...int) {
		if v, ok := r.voiceAt(heads); ok && !(v.Type == rapporteur.OutletSource && sameOutlet(v.Name, r.report.Outlet)) {
			out = append(out, v)
		}
	}
	for _, k := range r.kids[tale] {
		if rel := r.rel(k); rel == "nmod:poss" && r.upos(k) != "PRON" || k < tale && (base(rel) == "amod" || base(rel) == "compound") && len(r.actorsAt(k)) == 1 {
			add(k)
		}
	}
	if own := r.lower(max(tale-1, 0)); len(out) == 0 && tale > 1 && (own == "'s" || own == "’s") {
		add(tale - 2) // whatever the tree makes of it
	}
	for k := tale + 1; k < that; k++ {
		switch w := r.lower(k); {
		case len(out) == 0 && (w == "by" || w == "of" || w == "from" || w == "in"), w == "citing", w == "quoting":
			if h := r.nominalAfter(k, that); h >= 0 {
				add(h)
			}
		}
	}
	return out
}

// nominalAfter returns the head of the noun phrase that begins behind a token.
func (r *reading) nominalAfter(k, end int) int {
	for i := k + 1; i < end; i++ {
		if u := r.upos(i); (u == "NOUN" || u == "PROPN") && (r.head(i) <= k || r.head(i) >= end || r.clause(r.head(i)) != nil) {
			return i
		}
	}
	return -1
}

// disclaim adds what tellers are told to have said, and that somebody denies it, unless
// the words are read already.
func (r *reading) disclaim(at int, content lang.Range, denier rapporteur.Source, tellers []rapporteur.Source, more *remark) {
	last := tellers[len(tellers)-1]
	s := &rapporteur.StatementClaim{Type: last.Type, Speaker: mentionOf(last)}
	s.Words, s.Span = r.contentWords([]lang.Range{content})
	sent := r.sentence(at)
	r.claims = slices.DeleteFunc(r.claims, func(f found) bool { // taken for words of whoever denies them
		if f.Statement == nil || f.Statement.Span.Start > s.Span.Start || f.Statement.Span.End < s.Span.End {
			return false
		}
		if more == nil || f.Statement.Span.End < r.bytes(more.content[0]).Start {
			return true
		}
		f.Statement.Words, f.Statement.Span = r.contentWords(more.content)
		return false
	})
	rest := r.bytes(sent)
	switch {
	case content.End+2 >= sent.End:
		rest = r.bytes(lang.Range{Start: sent.Start, End: content.Start - 1})
	case content.End <= at:
		rest = r.bytes(lang.Range{Start: content.End, End: sent.End})
	case content.Start > at && lex().rebuttals.Call[r.lemma(at)]:
		rest = r.bytes(lang.Range{Start: content.End, End: sent.End})
	case content.Start > at && content.Start-sent.Start > 3:
		rest = r.bytes(lang.Range{Start: sent.Start, End: content.Start - 1})
	}
	outer := tellers[:len(tellers)-1]
	if len(outer) == 0 {
		outer = []rapporteur.Source{}
	}
	r.add(content.Start, rapporteur.Claim{Kind: rapporteur.KindStatement, Statement: s, Span: r.bytes(content), Chain: outer})
	chain := r.chain(at)
	if k := slices.IndexFunc(chain, func(v rapporteur.Source) bool { return v.Name == denier.Name }); k >= 0 {
		chain = chain[:k+1]
	} else {
		chain = append(chain, denier)
	}
	denied := *s
	if more != nil {
		denied.Instead, _ = r.contentWords(more.content)
		r.add(more.at, rapporteur.Claim{Kind: rapporteur.KindStatement, Statement: &denied, Modality: rapporteur.Denied, Chain: more.chain})
	}
	r.add(at, rapporteur.Claim{Kind: rapporteur.KindStatement, Statement: &denied, Span: rest, Modality: rapporteur.Denied, Chain: chain})
	r.disclaimers = append(r.disclaimers, content)
}

// mentionOf makes a mention of a voice.
func mentionOf(v rapporteur.Source) rapporteur.Mention {
	m := rapporteur.Mention{Name: tidyName(v.Name), Span: v.Span, Kind: rapporteur.Group}
	switch v.Type {
	case rapporteur.PersonSource:
		m.Kind = rapporteur.Person
	case rapporteur.OutletSource:
		m.Kind = rapporteur.Outlet
	case rapporteur.InstitutionSource:
		m.Kind = rapporteur.Organisation
	}
	return m
}
