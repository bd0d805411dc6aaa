package claim

import (
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/lang"
)

// What is denied is often told only in the words that sum it up: "claims the union denies" behind
// a dash, "dismissed suggestions that the talks had failed", "the allegation that it hid the audit
// is groundless". Who tells it need not be named: then it is told by allegations, suggestions or reports.

// deniedTale is a noun that sums up what is told, with who denies it and the words it sums up.
type deniedTale struct {
	tale, at int        // the noun, and the predicate that denies it
	content  lang.Range // the words
	denier   rapporteur.Source
	chain    []rapporteur.Source // who tells of the denial
}

// talesDenied notes what is denied of what a noun sums up, where nothing else is read to deny it.
func (r *reading) talesDenied() {
	for n, s := range r.doc.Sentences {
		if s.Heading || r.settled(n) {
			continue
		}
		x, ok := r.deniedBehind(s.Range)
		if !ok {
			x, ok = r.saidFalse(s.Range)
		}
		if !ok {
			x, ok = r.deniedOfLast(n, s.Range)
		}
		if !ok {
			x, ok = r.deniedWithin(s.Range)
		}
		if ok && x.content.Len() >= 2 && x.denier.Name != "" {
			r.noteDenied(&x)
		}
	}
}

// chargesDenied notes, before anything else is taken for what is answered, the denials of what the sentence
// before lays on somebody: "The six suspect Estrel of building a base. Estrel denies the allegation."
func (r *reading) chargesDenied() {
	for n, s := range r.doc.Sentences {
		if n == 0 || s.Heading || r.settled(n) {
			continue
		}
		last := r.doc.Sentences[n-1].Range
		if r.anyIn(last, lex().answers.Accuses) < 0 && r.anyIn(last, lex().answers.Suspects) < 0 {
			continue
		}
		if x, ok := r.deniedOfLast(n, s.Range); ok && x.content.Len() >= 2 && x.denier.Name != "" {
			r.noteDenied(&x)
		}
	}
}

// noteDenied adds what is told and that it is denied, each with its part of the text.
func (r *reading) noteDenied(x *deniedTale) {
	tellers := r.tellersIn(x)
	if sameVoice(tellers, []rapporteur.Source{x.denier}) {
		return
	}
	if r.sent[x.content.Start] == r.sent[x.at] {
		r.claims = slices.DeleteFunc(r.claims, func(f found) bool { // "claims the union denies" taken for words
			return f.Statement != nil && x.content.End <= x.tale && r.sent[f.head] == r.sent[x.at] && f.Statement.Span.Start >= r.bytes(lang.Range{Start: x.content.End, End: x.tale + 1}).Start
		})
		words := r.bytes(x.content)
		var theses []rapporteur.Thesis
		for i := range r.claims {
			if f := &r.claims[i]; f.Statement != nil && f.Statement.Span.Start <= words.Start && words.End <= f.Statement.Span.End {
				theses = append(theses, f.Theses...)
			}
		}
		r.disclaim(x.at, x.content, x.denier, tellers, nil)
		r.claims[len(r.claims)-1].Theses = theses                // what another report may tell
		if x.content.Start < x.tale && x.content.End <= x.tale { // whoever tells it tells not of the denial
			r.claims[len(r.claims)-1].Chain = append(slices.Clone(x.chain), x.denier)
		}
		return
	}
	said := r.saidIn(x.content, x.content.Start, tellers)
	denied := *said
	r.add(x.at, rapporteur.Claim{Kind: rapporteur.KindStatement, Statement: &denied, Modality: rapporteur.Denied, Chain: append(slices.Clone(x.chain), x.denier)})
}

// tellersIn returns who tells what is denied: whoever is told to say it, else what it is called.
func (r *reading) tellersIn(x *deniedTale) []rapporteur.Source {
	if that := r.thatAfter(x.tale, r.sentence(x.tale)); that >= 0 && x.content.Start > x.tale {
		if list := r.tellersOf(x.tale, that); len(list) > 0 {
			return list
		}
	}
	if x.content.Start < x.tale {
		for k := x.content.Start; k < x.content.End; k++ {
			if chain := r.chain(k); len(chain) > 0 && !sameVoice(chain, []rapporteur.Source{x.denier}) {
				return chain
			}
		}
		if v, ok := r.suspects(x.content); ok {
			return []rapporteur.Source{v}
		}
	}
	words := lang.Range{Start: r.own(x.tale).Start, End: x.tale + 1}
	if r.upos(x.tale) != "NOUN" {
		words.Start = x.tale
	}
	for u := r.upos(words.Start); words.Start < x.tale && (u == "DET" || u == "PRON" || u == "ADP" || u == "ADV" || r.lower(words.Start) == "such"); u = r.upos(words.Start) {
		words.Start++
	}
	return []rapporteur.Source{{Name: r.plain(words), Type: rapporteur.AnonymousSource, Words: r.doc.Words(words), Span: r.bytes(words)}}
}

// suspects returns whoever suspects or accuses somebody in some words.
func (r *reading) suspects(s lang.Range) (v rapporteur.Source, ok bool) {
	l := &lex().answers
	for i := s.Start; i < s.End; i++ {
		if c := r.clause(i); c != nil && r.upos(i) == "VERB" && !c.neg && !c.passive && len(c.subj) > 0 && (l.Suspects[c.verb] || l.Accuses[c.verb]) {
			return r.voiceAt(c.subj)
		}
	}
	return v, false
}

// deniedBehind reads a noun set behind what it sums up, with who denies it: "… — allegations that
// the ministry denies", "…, a claim rejected by the guild".
func (r *reading) deniedBehind(s lang.Range) (x deniedTale, ok bool) {
	for k := s.Start + 4; k < s.End-1; k++ {
		if w := r.lemma(k); !r.sumsUp(k) && w != "something" && w != "conclusion" && w != "finding" {
			continue
		}
		from := k
		for from > s.Start && (r.upos(from-1) == "DET" || r.upos(from-1) == "ADJ") {
			from--
		}
		if p := r.form(from - 1); p != "," && p != "--" && p != "—" && p != "–" && p != "-" {
			continue
		}
		at := r.deniedAfter(k+1, s.End)
		if at < 0 {
			continue
		}
		x = deniedTale{tale: k, at: at, content: lang.Range{Start: s.Start, End: from - 1}}
		x.denier, ok = r.denierBy(k+1, at, s.End)
		for i := s.Start; i < from-1; i++ { // whoever tells it is left out of it
			if a := r.inner[i]; a >= 0 && len(r.said.Attributions[a].Content) > 0 && r.said.Attributions[a].Content[0].Start == i && i > s.Start {
				x.content.Start = i
				break
			}
		}
		return x, ok
	}
	return x, false
}

// sumsUp reports whether a token is a noun that sums up what was told.
func (r *reading) sumsUp(k int) bool {
	l := &lex().rebuttals
	return l.Tales[r.lemma(k)] || l.Airs[r.lemma(k)] && r.lower(k) != "talks" || (r.upos(k) == "VERB" && l.Tales[r.lower(k)[:max(len(r.lower(k))-1, 0)]])
}

// deniedAfter returns the verb of denying that ends what is said of a noun behind it, -1 for none:
// "the union denies", "that it strongly rejects", "flatly denied by both".
func (r *reading) deniedAfter(i, end int) int {
	for k := i; k < min(i+12, end); k++ {
		switch {
		case lex().rebuttals.Deny[r.lemma(k)] && r.upos(k) == "VERB":
			if k+1 >= end || r.upos(k+1) == "PUNCT" || r.upos(k+1) == "CCONJ" || r.upos(k+1) == "ADP" || r.upos(k+1) == "ADV" {
				return k
			}
			return -1
		case r.upos(k) == "PUNCT", r.upos(k) == "VERB", r.lower(k) == "not", r.lower(k) == "n't":
			return -1
		}
	}
	return -1
}

// denierBy returns who denies by a verb, between the noun and it or behind a "by" or "in".
func (r *reading) denierBy(from, at, end int) (rapporteur.Source, bool) {
	head := -1
	if at+1 < end && (r.lower(at+1) == "by" || r.lower(at+1) == "in") {
		head = r.nominalAfter(at+1, min(at+9, end))
	} else {
		for k := at - 1; k >= from; k-- {
			if u := r.upos(k); u == "NOUN" || u == "PROPN" || u == "PRON" && r.lower(k) != "that" && r.lower(k) != "which" {
				head = k
				if base(r.rel(k)) == "nsubj" {
					break
				}
			}
		}
	}
	if head < 0 {
		return rapporteur.Source{}, false
	}
	if c := r.clause(at); c != nil && r.lower(at+1) != "by" && r.lower(at+1) != "in" && len(c.subj) == 1 && c.subj[0] >= from && r.lower(c.subj[0]) != "that" && r.lower(c.subj[0]) != "which" {
		head = c.subj[0]
	}
	v, ok := r.voiceAt([]int{head})
	if w := r.lower(head + 1); ok && r.upos(head) == "NOUN" && (w == "in" || w == "from" || w == "at" || w == "of") && r.upos(head+2) == "PROPN" && head+2 < end { // "officials in Tavel"
		words := lang.Range{Start: r.own(head).Start, End: head + 3}
		for words.End < end && r.upos(words.End) == "PROPN" {
			words.End++
		}
		v.Name, v.Words, v.Span = r.plain(words), r.doc.Words(words), r.bytes(words)
	}
	return v, ok
}

// deniedWithin reads a predicate that keeps off what a noun sums up, with the words it sums up behind
// it: "dismissed suggestions that the talks had failed", "rejected the idea the office could bar him".
func (r *reading) deniedWithin(s lang.Range) (x deniedTale, ok bool) {
	for i := s.Start; i < s.End; i++ {
		c := r.clause(i)
		if c == nil || c.modal != "" {
			continue
		}
		x = deniedTale{at: i, tale: -1, chain: r.outerThan(i)}
		if content, denier, tellers := r.disclaims(c, s); content.Len() >= 3 && denier.Name != "" && len(tellers) == 0 {
			x.content, x.denier = r.untilSet(content), denier
			if x.tale = content.Start - 2; c.copula {
				x.tale = c.subj[0]
			}
			for x.tale > s.Start && !r.sumsUp(x.tale) {
				x.tale--
			}
		} else if y, keeps := r.repulses(c, s); keeps && y.tale >= 0 && !y.bare {
			x.tale, x.content = y.tale, r.summedUp(y.tale, s)
			x.denier = r.whoever(y.by)
		}
		if x.tale > s.Start && x.content.Len() >= 2 && !r.proposed(&x) {
			return x, true
		}
	}
	return x, false
}

// outerThan returns the voices by which a predicate is told, without the last: who denies.
func (r *reading) outerThan(i int) []rapporteur.Source {
	chain := r.chain(i)
	return chain[:max(len(chain)-1, 0)]
}

// whoever makes a source of whoever stands at some tokens, by his words where nothing is known of him.
func (r *reading) whoever(heads []int) rapporteur.Source {
	if v, ok := r.voiceAt(heads); ok || len(heads) == 0 {
		return v
	}
	if v, ok := r.voiceAt(heads[:1]); ok {
		return v
	}
	words := r.nounPhrase(heads[0])
	return rapporteur.Source{Name: r.plain(words), Type: rapporteur.GroupSource, Words: r.doc.Words(words), Span: r.bytes(words)}
}

// summedUp returns the words that a noun sums up behind it: a clause, with or without its "that",
// or a deed for which somebody is blamed ("allegations of meddling in the vote").
func (r *reading) summedUp(tale int, s lang.Range) lang.Range {
	if r.lower(tale) == "talks" && r.lower(tale+1) != "of" {
		return lang.Range{}
	}
	if that := r.thatAfter(tale, s); that >= 0 {
		return r.untilSet(r.toldAfter(that, s))
	}
	for k := tale + 1; k < min(tale+9, s.End); k++ {
		if c := r.clause(k); c != nil && r.upos(k) != "PUNCT" && len(c.subj) == 1 && c.subj[0] > tale && r.doc.Tokens[k].XPOS != "VBG" {
			return r.untilSet(r.toldAfter(tale, s))
		}
		if r.upos(k) == "PUNCT" || r.upos(k) == "CCONJ" {
			break
		}
	}
	if tale+2 < s.End && r.lower(tale+1) == "of" && (charges[r.lemma(tale)] || ofDeeds[r.lemma(tale)]) {
		if h := r.nominalAfter(tale+1, min(tale+9, s.End)); h >= 0 && (charges[r.lemma(tale)] || len(r.actorsAt(h)) == 0) {
			return lang.Range{Start: tale + 2, End: max(r.nounPhrase(h).End, h+1)}
		}
	}
	return lang.Range{}
}

// untilSet cuts words before what is set behind them by a dash, or by what else is said ("…, arguing
// that …").
func (r *reading) untilSet(words lang.Range) lang.Range {
	for k := words.Start + 3; k+1 < words.End; k++ {
		switch p := r.form(k); {
		case r.lower(k) == "while" && r.doc.Tokens[k+1].XPOS == "VBG", r.upos(k) == "CCONJ" && r.upos(k+1) == "VERB" && r.doc.Tokens[k+1].XPOS == "VBD" && lex().speech.Verbs[r.lemma(k+1)]:
			words.End = k
		case p == "-" || p == "--" || p == "—" || p == "–", p == "," && r.doc.Tokens[k+1].XPOS == "VBG" && lex().speech.Verbs[r.lemma(k+1)]:
			words.End = k
		}
	}
	return words
}

// ofDeeds are nouns that sum up what is or was done in a noun behind them: "talk of a rift".
var ofDeeds = words{"claim": true, "suggestion": true, "report": true, "rumour": true, "rumor": true, "speculation": true, "talk": true, "fear": true, "whisper": true, "hint": true, "insinuation": true, "impression": true, "perception": true, "warning": true, "prediction": true, "forecast": true, "gossip": true, "concern": true}

// asserted are nouns of what somebody says for sure: they sum up what will be, too.
var asserted = words{
	"claim": true, "assertion": true, "contention": true, "allegation": true, "accusation": true, "charge": true, "insinuation": true, "argument": true,
	"fear": true, "worry": true, "concern": true, "warning": true, "prediction": true, "forecast": true, "criticism": true, "complaint": true, "speculation": true, "rumour": true, "rumor": true,
}

// proposed reports whether what is denied is rather something that somebody wants or expects.
func (r *reading) proposed(x *deniedTale) bool {
	for i := x.content.Start; i < x.content.End; i++ {
		switch r.lower(i) {
		case "should", "must", "ought", "shall":
			return true
		case "would", "will", "’ll", "'ll", "might", "may":
			if !asserted[r.lemma(x.tale)] {
				return true
			}
		}
	}
	return false
}

// deniedOfLast reads a denial of what the sentence before tells, whoever tells it there: "The firm
// has been accused of dumping. It denies those claims."
func (r *reading) deniedOfLast(n int, s lang.Range) (x deniedTale, ok bool) {
	if n == 0 || r.doc.Sentences[n-1].Heading {
		return x, false
	}
	last := r.doc.Sentences[n-1].Range
	for i := s.Start; i < s.End; i++ {
		c := r.clause(i)
		if c == nil || c.modal != "" {
			continue
		}
		y, keeps := r.repulses(c, s)
		if !keeps || y.bare || y.tale < 0 || !asserted[r.lemma(y.tale)] || !r.standsFor(y.tale) && r.lower(y.tale-1) != "such" || len(r.children(y.tale, "nmod:poss")) > 0 || r.form(last.End-1) == "?" {
			continue
		}
		if of := r.summedUp(y.tale, s); of.Len() > 0 && r.shareMatter(of, last) == 0 && r.anyIn(last, lex().answers.Accuses) < 0 {
			continue
		}
		x = deniedTale{at: i, tale: y.tale, content: last, denier: r.whoever(y.by), chain: r.outerThan(i)}
		for x.content.Len() > 0 && r.upos(x.content.End-1) == "PUNCT" {
			x.content.End--
		}
		return x, !r.proposed(&x) && !slices.ContainsFunc(r.claims, func(f found) bool { // his own words, or a denial
			return r.sent[f.head] == n-1 && f.Statement != nil && (f.Modality == rapporteur.Denied || f.Statement.Speaker.Name == mentionOf(x.denier).Name)
		})
	}
	return x, false
}

// saidFalse reads what a noun sums up that is said to be false behind it, wherever the tree hung
// it: "the ambassador said allegations that the firm hid the audit are groundless".
func (r *reading) saidFalse(s lang.Range) (x deniedTale, ok bool) {
	for k := s.Start; k < s.End; k++ {
		if r.upos(k) != "NOUN" && !(k > s.Start && r.cue[k-1] && strings.HasSuffix(r.lower(k), "s")) || !r.sumsUp(k) {
			continue // "said reports that": taken for a verb
		}
		words, chain := r.toldFalse(k, s), r.chain(k)
		if words.Len() > 0 && len(chain) > 0 {
			return deniedTale{tale: k, at: words.End, content: words, denier: chain[len(chain)-1], chain: chain[:len(chain)-1]}, true
		}
	}
	return x, false
}
