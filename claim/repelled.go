package claim

import (
	"slices"

	"rapporteur"
	"rapporteur/lang"
)

// What is alleged and repelled stands in one sentence: "hit back at allegations that it had
// stolen the designs", "refused to confirm Brandt's claim that …", "appeared to dispute his
// account". Who alleges it is named there or was told before.

// repulse is a predicate that keeps off what somebody tells.
type repulse struct {
	*clause
	by      []int // heads of who does
	tale    int   // the noun that sums up what is told, -1 for none
	bare    bool  // says only that it is not confirmed or not known
	known   []int // heads of what is not known
	unknown bool  // says that nothing is known of it
}

// repelled notes what is repelled of what was told, where nothing else is read to answer it.
func (r *reading) repelled(turns []utterance) {
	for i := range r.clauses {
		c := &r.clauses[i]
		n := r.sent[c.head]
		s := r.doc.Sentences[n]
		if s.Heading || r.settled(n) {
			continue
		}
		x, ok := r.repulses(c, s.Range)
		if !ok {
			continue
		}
		voice := r.chain(c.head)
		if v, ok := r.voiceAt(x.by); ok && !sameVoice(voice, []rapporteur.Source{v}) {
			voice = append(slices.Clone(voice), v)
		}
		if len(voice) == 0 {
			continue
		}
		if x.tale >= 0 {
			if that := r.thatAfter(x.tale, s.Range); that >= 0 {
				if tellers := r.tellersOf(x.tale, that); len(tellers) > 0 && !(x.bare && tallies[r.lemma(x.tale)]) && !sameVoice(tellers, voice[len(voice)-1:]) {
					r.repelClaim(&x, that, tellers, voice)
					continue
				}
			}
		}
		b := utterance{Range: lang.Range{Start: c.head, End: max(r.hi[c.head], c.head+1)}, at: c.head, n: n, by: -1, chain: voice, denies: true}
		if a := r.alleged(turns, &x, &b); a != nil {
			r.exchange(a, &b, -1)
		}
	}
}

// settled reports whether a sentence is read already as an answer to what was told.
func (r *reading) settled(n int) bool {
	return slices.ContainsFunc(r.claims, func(f found) bool {
		return r.sent[f.head] == n && (f.Answers != nil || f.Statement != nil && f.Modality == rapporteur.Denied)
	})
}

// repulses reads a predicate that keeps off what somebody tells.
func (r *reading) repulses(c *clause, s lang.Range) (x repulse, ok bool) {
	l := &lex().rebuttals
	x = repulse{clause: c, by: r.doers(c), tale: -1}
	if k := r.nounUnknown(c, s.End); k >= 0 && c.modal == "" {
		x.known, x.bare, x.unknown = []int{k}, true, true
		return x, true // "was unaware of the calls that Brandt mentioned"
	}
	if len(x.by) == 1 && judges[r.lemma(x.by[0])] || c.passive || lex().modality.Hedges[c.modal] || c.modal == "should" || c.modal == "must" || c.modal == "may" || c.modal == "might" {
		return x, false
	}
	neg := c.neg
	if up := r.over(c); up != nil && (c.mark == "to" || base(r.rel(c.head)) == "xcomp") {
		switch {
		case l.Declines[up.verb] && !up.neg, up.verb == "have" && r.lower(up.head+1) == "yet":
			neg = !neg
		case !l.Attempts[up.verb] || up.neg || up.passive:
			return x, false
		}
		x.by = r.doers(up)
	} else if c.mark == "to" {
		return x, false
	}
	if r.lower(max(c.head-2, 0)) == "yet" && r.lower(c.head-1) == "to" {
		neg = true
	}
	from := c.head + 1
	switch {
	case l.Confirms[c.verb]:
		if !neg {
			return x, false
		}
		x.bare = true
	case neg:
		return x, false
	case l.Deny[c.verb] || l.Repels[c.verb]:
	default:
		end := r.repelsWith(c.head, s.End)
		if end < 0 {
			return x, false
		}
		from = end
	}
	for k := from; k < min(from+9, s.End); k++ {
		if w := r.lemma(k); r.upos(k) == "NOUN" && (l.Tales[w] || l.Spite[w] || l.Airs[w]) {
			x.tale = k
			return x, true
		}
		if c := r.clause(k); r.form(k) == "," || r.form(k) == ";" || r.lower(k) == "that" && r.upos(k) == "SCONJ" || c != nil && r.upos(k) == "VERB" {
			break
		}
	}
	if x.bare && len(c.obj) == 1 {
		x.known = c.obj
	}
	return x, x.bare && len(x.known) > 0
}

// tallies are what may be borne out without anybody's having told it.
var tallies = words{"figure": true, "number": true, "count": true, "estimate": true, "quote": true, "report": true}

// charges are tales of somebody's wrong.
var charges = words{"accusation": true, "allegation": true, "charge": true}

// dreads are nouns of what many fear and nobody alleges.
var dreads = words{"fear": true, "worry": true, "concern": true, "anxiety": true, "apprehension": true}

// doers returns the heads of who does what a predicate tells: those of the one that it is joined
// to, where that tells what ought to be in somebody's words ("made it clear that the firms should
// bear it, and hit back at allegations").
func (r *reading) doers(c *clause) []int {
	up := r.over(c)
	if up == nil || base(r.rel(c.head)) != "conj" {
		return c.subj
	}
	if top := r.over(up); (up.modal == "should" || up.modal == "must") && top != nil && base(r.rel(up.head)) == "ccomp" {
		return top.subj
	}
	if len(c.subj) == 0 {
		return up.subj
	}
	return c.subj
}

// repelsWith returns the token behind a phrase that keeps off what somebody tells, -1 for none:
// "hit back at", "poured scorn on".
func (r *reading) repelsWith(i, end int) int {
	for _, p := range lex().rebuttals.repel[r.lemma(i)] {
		if r.phraseAt(i, end, p) {
			return i + len(p)
		}
	}
	return -1
}

// repelClaim adds what tellers claim and that somebody keeps it off, each with its part of the sentence.
func (r *reading) repelClaim(x *repulse, that int, tellers, voice []rapporteur.Source) {
	s := r.sentence(x.head)
	content := r.toldAfter(that, s)
	if content.Len() < 3 {
		return
	}
	from := min(r.nounPhrase(x.tale).Start, x.tale)
	if from <= x.head {
		from = x.head + 1
	}
	said := r.saidIn(content, from, tellers)
	denied := *said
	rest := lang.Range{Start: s.Start, End: from}
	denied.Instead, _ = r.contentWords([]lang.Range{{Start: x.head, End: from}})
	if denied.Instead == "" {
		return
	}
	denied.Instead = ""
	r.claims = slices.DeleteFunc(r.claims, func(f found) bool {
		return f.Statement != nil && f.Statement.Refusal && r.sent[f.head] == r.sent[x.head]
	})
	r.add(x.head, rapporteur.Claim{Kind: rapporteur.KindStatement, Statement: &denied, Span: r.bytes(rest), Modality: rapporteur.Denied, Chain: voice})
}

// alleged returns the turn that tells what is kept off, nil for none: of whom it is told, of
// what it is said, and an accusation before all.
func (r *reading) alleged(turns []utterance, x *repulse, b *utterance) *utterance {
	about := lang.Range{Start: x.head + 1, End: min(r.sentence(x.head).End, x.head+16)}
	if x.tale >= 0 {
		about.Start = x.tale + 1
	}
	same := x.tale >= 0 && r.standsFor(x.tale) || x.bare
	if x.tale >= 0 && dreads[r.lemma(x.tale)] {
		return nil
	}
	for i := len(turns) - 1; i >= 0; i-- {
		a := &turns[i]
		far := b.n - a.n
		if far < 0 || far == 0 && a.End > x.head {
			continue
		}
		if far > alleging {
			break
		}
		if r.form(r.doc.Sentences[a.n].End-1) == "?" || len(a.chain) == 0 || a.denies || sameVoice(a.chain, b.chain) || r.oneState(a, b) || !r.readIn(a) && !r.cuedBy(a, lex().answers.Accuses) {
			continue
		}
		accuses := r.cuedBy(a, lex().answers.Accuses) || x.tale >= 0 && charges[r.lemma(x.tale)] && r.cuedBy(a, lex().answers.Boasts)
		ofHim := r.speaksOf(r.doc.Sentences[a.n].Range, r.saidBy(b))
		common := r.shareMatter(a.Range, about)
		switch {
		case x.unknown:
			all := r.mattersOf(a).all
			if r.namesVoice(b, a) && slices.ContainsFunc(r.keysOf(x.known[0]), func(w string) bool { return all[w] }) {
				return a
			}
		case x.bare && (!ofHim || far > 1):
		case x.bare && x.tale < 0 && r.wishes(a):
		case same && far <= 2 && (ofHim || accuses):
			return a
		case far <= reach*2 && (accuses && ofHim && (common > 0 || same || far <= reach) || ofHim && common > 1 || common > 2):
			return a
		}
	}
	return nil
}

// alleging is how many sentences back lies what is repelled as an allegation.
const alleging = 12

// nounUnknown returns the deed of which somebody says that he knows nothing, -1 for none: "unaware
// of the calls", "was not aware of any call", "knew nothing about such talks", "has no knowledge of".
func (r *reading) nounUnknown(c *clause, end int) int {
	i := c.head
	for k := i; k < min(i+4, end-2); k++ {
		of := r.lower(k + 1)
		if of != "of" && of != "about" && of != "on" {
			continue
		}
		l, none := &lex().rebuttals, c.neg || r.lower(k-1) == "no" || r.lower(k) == "nothing"
		if !(l.Unknown[r.lower(k)] && !c.neg || none && (l.Aware[r.lemma(k)] || r.lower(k) == "nothing" && l.Aware[c.verb])) {
			continue
		}
		if d := r.lower(k + 2); d == "the" || d == "any" || d == "such" || d == "those" || d == "these" || d == "a" || d == "an" {
			return r.deedNear(k+3, end)
		}
	}
	return -1
}

// deedNear returns the first noun of a deed among some tokens, -1 for none.
func (r *reading) deedNear(from, end int) int {
	for k := from; k < min(from+5, end); k++ {
		if r.upos(k) == "NOUN" && lex().theses.noun[r.lemma(k)] != "" {
			return k
		}
	}
	return -1
}
