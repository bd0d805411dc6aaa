package claim

import (
	"slices"

	"rapporteur"
	"rapporteur/lang"
)

// utterance is what one voice says within a sentence, or what a sentence tells by itself.
type utterance struct {
	lang.Range
	at      int                 // token of the cue, else the first
	n       int                 // sentence
	by      int                 // attribution, -1 for none
	chain   []rapporteur.Source // with the voice; none for the report's own
	denies  bool                // told as a denial
	silent  bool                // declines to say anything
	besides []rapporteur.Source // who says it with the voice
	apart   bool                // taken for words of another, which it is set against
	asked   *matters            // once asked for
	tells   *tellings           // the same
}

// utterances returns who says what, sentence by sentence.
func (r *reading) utterances() (out []utterance) {
	in := make([][]utterance, len(r.doc.Sentences))
	for k := range r.said.Attributions {
		a := &r.said.Attributions[k]
		if a.Conditional || a.Negated || len(a.Content) == 0 || !r.tells(a) {
			continue
		}
		voices := innermost(a)
		if len(voices) == 0 || voices[0].Name == "" || r.isText(voices[0]) || r.hollow(voices[0]) {
			continue
		}
		t := utterance{by: k, at: a.Content[0].Start, chain: append(slices.Clone(r.outer(k)), r.source(voices[0]))}
		for _, v := range voices[1:] {
			t.besides = append(t.besides, r.source(v))
		}
		for _, c := range a.Cue {
			for i := c.Start; i < c.End; i++ {
				t.denies = t.denies || lex().meetings.Deny[r.lemma(i)] && r.deniesWords(i)
			}
			t.at = c.Start
		}
		for _, c := range a.Content {
			for i := c.Start; i < c.End; {
				n := r.sent[i]
				end := min(c.End, r.doc.Sentences[n].End)
				list := in[n]
				if at := slices.IndexFunc(list, func(x utterance) bool { return x.by == k }); at >= 0 {
					list[at].End = end
				} else {
					t.n, t.Range = n, lang.Range{Start: i, End: end}
					in[n] = append(list, t)
				}
				i = max(end, i+1)
			}
		}
	}
	for n, s := range r.doc.Sentences {
		if s.Heading {
			continue
		}
		list := slices.DeleteFunc(slices.Clone(in[n]), func(t utterance) bool {
			return slices.ContainsFunc(in[n], func(u utterance) bool { return r.said.Attributions[u.by].Parent == t.by && 10*u.Len() >= 6*t.Len() })
		})
		if len(list) == 0 {
			list = append(list, r.unattributed(n, s.Range))
		} else {
			list = append(list, r.uncovered(n, s.Range, list)...)
		}
		slices.SortStableFunc(list, func(x, y utterance) int { return x.Start - y.Start })
		r.partVoices(list)
		out = append(out, list...)
	}
	return out
}

// partVoices parts two turns of a sentence that were taken for one: the second has the voice
// that was taken for the end of the first ("accusing Norvana of leaving and Norvana insisting
// that …"), or is set against the first within its words ("… were ready to talk, though Holm
// said that he saw nothing to talk about").
func (r *reading) partVoices(list []utterance) {
	r.partOuter(list)
	for i := 0; i+1 < len(list); i++ {
		a, b := &list[i], &list[i+1]
		if a.Len() < 4 || r.direct(a.Start) {
			continue
		}
		if k := r.setWithin(a, b); k >= 0 {
			a.End, b.apart = k, true
			for a.End > a.Start && r.upos(a.End-1) == "PUNCT" {
				a.End--
			}
			b.chain = b.chain[len(b.chain)-1:]
			r.retell(a, b)
			continue
		}
		if a.End != b.at || r.doc.Tokens[b.at].XPOS != "VBG" || !sameVoice(a.chain, b.chain) {
			continue
		}
		k := a.End - 1
		v, ok := r.voiceAt([]int{k})
		start := k
		for start-1 > a.Start && (r.upos(start-1) == "PROPN" || r.upos(start-1) == "DET" || r.upos(start-1) == "ADJ" || r.upos(start-1) == "NOUN") {
			start--
		}
		if ok && r.upos(k) != "PRON" && start-1 > a.Start && (r.upos(start-1) == "CCONJ" || r.upos(start-1) == "PUNCT") {
			a.End = start - 1
			b.chain = append(slices.Clone(b.chain[:len(b.chain)-1]), v)
			r.retell(a, b)
		}
	}
}

// partOuter parts a turn from what another is told to have said before it in its sentence, which
// was taken for its words: "Brandt insisted that …, although economists say …".
func (r *reading) partOuter(list []utterance) {
	for i := range list {
		for j := range list {
			x, y := &list[i], &list[j]
			if x.by < 0 || y.by < 0 || r.said.Attributions[y.by].Parent != x.by || y.at >= x.at || x.at <= y.End || len(y.chain) < 2 || !x.Contains(y.Start) || r.direct(x.Start) {
				continue
			}
			k := y.End - 1
			for k < x.at && !parts[r.lower(k)] {
				k++
			}
			from := x.at + 1
			for _, c := range r.said.Attributions[x.by].Content {
				if c.Start > x.at {
					from = c.Start
					break
				}
			}
			if k == x.at || x.End-from < 3 {
				continue
			}
			x.Start, y.apart = from, true
			y.chain = y.chain[len(y.chain)-1:]
			r.retell(x, y)
			for n := range r.claims { // and its own words
				if f := &r.claims[n]; f.Statement != nil && f.Modality != rapporteur.Denied && f.Statement.Span.Start <= r.bytes(y.Range).Start && f.Statement.Span.End >= r.bytes(x.Range).End {
					f.Statement.Words, f.Statement.Span = r.contentWords([]lang.Range{x.Range})
				}
			}
			if i < j {
				list[i], list[j] = list[j], list[i]
			}
			return
		}
	}
}

// parts are words that set what follows against what stands before.
var parts = words{"though": true, "although": true, "but": true, "while": true, "whereas": true}

// setWithin returns the word by which a turn is set against another within that one's words,
// -1 for none.
func (r *reading) setWithin(a, b *utterance) int {
	if a.by < 0 || b.by < 0 || r.said.Attributions[b.by].Parent != a.by || len(b.chain) < 2 || b.at < a.Start || b.at >= a.End {
		return -1
	}
	for k := max(a.Start+3, r.lo[b.at]-1); k < b.at; k++ {
		if parts[r.lower(k)] {
			return k
		}
	}
	return -1
}

// retell gives the statements of two turns that were parted their own words and voices.
func (r *reading) retell(a, b *utterance) {
	mine, its := r.bytes(a.Range), r.bytes(b.Range)
	v := r.saidBy(b)
	for n := range r.claims {
		switch f := &r.claims[n]; {
		case f.Statement == nil || f.Modality == rapporteur.Denied:
		case f.Statement.Span.Start >= its.Start && f.Statement.Span.End <= its.End+2:
			f.Statement.Speaker, f.Statement.Type = mentionOf(v), v.Type
			f.Chain = append([]rapporteur.Source{}, b.chain[:len(b.chain)-1]...)
		case f.Statement.Span.Start >= mine.Start && f.Statement.Span.Start < mine.Start+8 && f.Statement.Span.End > mine.End:
			f.Statement.Words, f.Statement.Span = r.contentWords([]lang.Range{a.Range})
		}
	}
}

// uncovered returns what predicates of telling tell in a sentence that only those told
// beside them are known to tell of: "Brandt said …, though Okoye said …".
func (r *reading) uncovered(n int, s lang.Range, list []utterance) (out []utterance) {
	for i := s.Start; i < s.End; i++ {
		c := r.clause(i)
		if c == nil || r.upos(i) != "VERB" || c.neg || c.passive || r.cue[i] || r.inner[i] >= 0 || len(c.subj) == 0 || !lex().speech.Verbs[c.verb] {
			continue
		}
		v, ok := r.voiceAt(c.subj)
		t := utterance{Range: r.toldBy(c, s), at: i, n: n, by: -1, chain: []rapporteur.Source{v}}
		for _, o := range list {
			if from := min(o.Start, r.lo[o.at]); from > t.Start {
				t.End = min(t.End, from)
			}
		}
		for t.End > t.Start && (r.upos(t.End-1) == "PUNCT" || r.upos(t.End-1) == "SCONJ" || r.upos(t.End-1) == "CCONJ") {
			t.End--
		}
		if ok && t.Len() >= 3 {
			out = append(out, t)
		}
	}
	return out
}

// toldBy returns what a predicate of telling tells behind itself: its clause, or what follows
// a "that" which the tree hung on whoever is told.
func (r *reading) toldBy(c *clause, s lang.Range) lang.Range {
	if len(c.comp) > 0 && r.lo[c.comp[0]] > c.head {
		return r.subtree(c.comp[0])
	}
	for k := c.head + 1; k < min(c.head+5, s.End); k++ {
		if r.lower(k) != "that" {
			continue
		}
		for x := k + 1; x < s.End; x++ {
			if y := r.clause(x); y != nil && r.form(x) != "," && len(y.subj) > 0 && y.subj[0] > k {
				return lang.Range{Start: k + 1, End: r.hi[x]}
			}
		}
	}
	return lang.Range{}
}

// deniesWords reports whether a verb of denying is of words, not of what somebody is not given:
// "denying the crew a vote", "its request was denied".
func (r *reading) deniesWords(i int) bool {
	c := r.clause(i)
	return c == nil || len(c.iobj) == 0 && !c.passive && !(r.doc.Tokens[i].XPOS == "VBG" && len(c.obj) > 0 && len(r.actorsAt(c.obj...)) > 0)
}

// unattributed returns what a sentence tells in which nobody is said to say anything.
func (r *reading) unattributed(n int, s lang.Range) utterance {
	t := utterance{Range: s, at: s.Start, n: n, by: -1}
	t.silent = slices.ContainsFunc(r.claims, func(f found) bool { return f.Statement != nil && f.Statement.Refusal && r.sent[f.head] == n })
	if k := r.carries(n); k >= 0 {
		t.by, t.chain = k, r.links(k)
		return t
	}
	c := r.mainClause(s)
	if c == nil || c.modal != "" {
		return t
	}
	if v := r.versionOf(c); len(v) > 0 {
		t.chain, t.Start = v, r.subtree(c.subj[0]).End
		return t
	}
	denies := !c.neg && (lex().meetings.Deny[c.verb] && !c.passive || lex().rebuttals.Differ[c.verb] || r.otherwise(c, s))
	for i := max(s.Start, c.head-3); i < min(s.End, c.head+5) && !denies; i++ {
		denies = r.brushesOff(i, s.End, lex().rebuttals.brush) || c.copula && r.whateverAt(i, &t)
	}
	says := !c.neg && !c.passive && r.toldBy(c, s).Len() > 2 && (lex().speech.Verbs[c.verb] || c.verb == "insist")
	if v, ok := r.voiceAt(r.doers(c)); ok && (denies || says) {
		t.chain, t.denies, t.at = []rapporteur.Source{v}, denies, c.head
		t.Start = c.head + 1
		return t
	}
	r.saidAt(&t, s)
	return t
}

// saidAt gives a turn the voice that a verb of telling has in its sentence, where the rest of
// it is what is told: "The rebels broke the truce, the army charged", "Not so, countered Brandt".
func (r *reading) saidAt(t *utterance, s lang.Range) {
	for i := s.Start; i < s.End; i++ {
		c := r.clause(i)
		if c == nil || r.upos(i) != "VERB" || c.neg || c.passive || c.modal != "" || r.doc.Tokens[i].XPOS == "VB" || r.doc.Tokens[i].XPOS == "VBG" || !(lex().speech.Verbs[c.verb] || lex().answers.Counters[c.verb] || lex().answers.Claims[c.verb] && c.verb != "have") {
			continue
		}
		who := r.doers(c)
		v, ok := r.voiceAt(who)
		if !ok || len(who) == 0 {
			continue
		}
		from, to := min(i, r.own(who[0]).Start), max(i+1, r.own(who[0]).End)
		switch {
		case from-s.Start >= 2 && (r.form(from-1) == "," || isMark(r.form(from-1))):
			t.Start, t.End = s.Start, from
			if s.End-to > from-s.Start {
				t.End = s.End
			}
		case s.End-to >= 3:
			t.Start = to
		default:
			continue
		}
		t.chain, t.at, t.denies = []rapporteur.Source{v}, i, lex().meetings.Deny[c.verb]
		return
	}
}
