package claim

import (
	"slices"

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
		s := r.sentence(c.head)
		if r.doc.Sentences[r.sent[c.head]].Heading || !lex().rebuttals.Deny[c.verb] || c.neg || c.modal != "" || c.passive || c.mark == "to" ||
			r.doc.Tokens[c.head].XPOS == "VB" || len(c.subj) != 1 || judges[r.lemma(c.subj[0])] {
			continue
		}
		tale := r.answeredOf(c, s)
		if tale < c.head || !lex().rebuttals.Tales[r.lemma(tale)] {
			continue
		}
		that := r.thatAfter(tale, s)
		if that < 0 {
			continue
		}
		content := r.toldAfter(that, s)
		denier, ok := r.voiceAt(c.subj)
		if !ok || content.Len() < 3 {
			continue
		}
		tellers := r.tellersOf(tale, that)

		if len(tellers) == 0 || slices.ContainsFunc(tellers, func(v rapporteur.Source) bool { return v.Name == denier.Name }) {
			continue
		}
		told := remark{Range: content, by: -1, content: []lang.Range{content}}
		r.disclaim(c.head, content, denier, tellers, r.goesOnToSay(&told, s.End-1, denier.Name, remarks, false))
	}
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
		case c != nil && r.lower(k) != "citing" && r.lower(k) != "quoting" && r.lower(k) != "published", r.form(k) == ";", r.upos(k) == "CCONJ" && r.typeAt(k+1) == "":
			return -1
		}
	}
	return -1
}

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
	if content.End+2 >= sent.End {
		rest = r.bytes(lang.Range{Start: sent.Start, End: content.Start - 1})
	}
	outer := tellers[:len(tellers)-1]
	if len(outer) == 0 {
		outer = []rapporteur.Source{}
	}
	r.add(content.Start, rapporteur.Claim{Kind: rapporteur.KindStatement, Statement: s, Span: r.bytes(content), Chain: outer})
	chain := r.chain(at)
	if !slices.ContainsFunc(chain, func(v rapporteur.Source) bool { return v.Name == denier.Name }) {
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
