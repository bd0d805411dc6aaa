package claim

import (
	"cmp"
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/lang"
)

// A contrast is what a report sets against what it has just told of another by the words that
// join the two: "…, although economists say …", "But Stamm conceded that …", "The firms, however,
// maintain that …". That two are joined so says little alone; the verbs that tell them, what
// they share and that the one says what was or is not must speak for it too.

// contrasted reports whether the words of two voices are set against each other.
func (r *reading) contrasted(a, b *utterance, far int) bool {
	if far > 1 || len(a.chain) == 0 || len(b.chain) == 0 {
		return false
	}
	though, but := r.conjoined(a, b)
	l := &lex().answers
	switch {
	case !though && !but:
		return false
	case a.denies:
		return r.chargedYet(a, b)
	case b.n-a.n < 2 && (r.cuedBy(b, l.Rebuts) || r.doubted(a, b)):
		return true
	}
	boasts, counters := r.cuedBy(a, l.Boasts) && !r.cuedBy(a, views), r.cuedBy(b, l.Counters) || r.cuedBy(b, l.Concedes)
	was, not := r.anyIn(a.Range, l.Not) >= 0, r.anyIn(b.Range, l.Not) >= 0
	common, _ := r.mattersOf(a).inCommon(r.mattersOf(b))
	if (r.wishes(b) || r.wishes(a) && !boasts) && !(was != not && common > 1) {
		return false
	}
	switch {
	case boasts && (though && a.n == b.n || common > 0):
		return true
	case r.cuedBy(a, views) && counters:
		return common > 0
	case was != not:
		return though && a.n == b.n || common > 1 && r.sameVerb(a, b) || common > 0 && counters
	case counters:
		return common > 0
	}
	return false
}

// chargedYet reports whether a turn holds against a denial what it denies: "The palace has denied that the
// prince ordered the raid. But a lawyers' group accuses him of planning it."
func (r *reading) chargedYet(a, b *utterance) bool {
	if b.denies || b.n-a.n > 1 || r.pleads(b) {
		return false
	}
	common, _ := r.mattersOf(a).inCommon(r.mattersOf(b))
	return r.cuedBy(b, lex().answers.Accuses) || common > 0 && r.asserts(b) && r.anyIn(b.Range, lex().answers.Not) < 0
}

// doubted reports whether what somebody holds is answered by those who are called for what they think of
// such things: "argues that the quota protects small boats, but critics say it hands them to three firms".
func (r *reading) doubted(a, b *utterance) bool {
	l := &lex().answers
	if !r.oneOf(b, l.Judges) || r.oneOf(a, l.Judges) || !r.asserts(a) || !r.asserts(b) || r.lower(a.Start) == "which" || r.lower(a.Start) == "to" {
		return false
	}
	if r.cuedBy(a, l.Boasts) || r.cuedBy(a, l.Claims) || r.cuedBy(a, l.Promises) || r.cuedBy(a, l.Acclaims) || r.oneOf(a, l.Backers) {
		return true
	}
	common, _ := r.mattersOf(a).inCommon(r.mattersOf(b))
	return common > 0 && (r.anyIn(a.Range, l.Not) >= 0) != (r.anyIn(b.Range, l.Not) >= 0)
}

// oneOf reports whether the voice of a turn is called by one of some nouns, and by no name.
func (r *reading) oneOf(t *utterance, list words) bool {
	v := r.saidBy(t)
	if v.Name != strings.ToLower(v.Name) && v.Type == rapporteur.PersonSource {
		return false
	}
	of := strings.Fields(strings.ToLower(cmp.Or(v.Words, v.Name)))
	for i, w := range of {
		if w == "of" || w == "in" || w == "at" || w == "from" || w == "who" {
			return false
		}
		if list[strings.TrimSuffix(strings.Trim(w, ",."), "s")] || i == 0 && len(of) == 1 && list[w] {
			return true
		}
	}
	return false
}

// asserts reports whether a turn tells what is or will be so, not what somebody wants or what ought to be.
func (r *reading) asserts(t *utterance) bool {
	if r.pleads(t) {
		return false
	}
	for i := t.Start; i < t.End; i++ {
		c := r.clause(i)
		if c == nil {
			continue
		}
		switch c.modal {
		case "should", "must", "shall", "ought":
			return false
		}
		if lex().answers.Pleads[c.verb] && !c.passive && !c.neg && r.upos(i) == "VERB" {
			return false
		}
	}
	return true
}

// sameVerb reports whether two turns tell of one deed by its verb: "would be told", "was not told".
func (r *reading) sameVerb(a, b *utterance) bool {
	told := words{}
	for i := a.Start; i < a.End; i++ {
		if c := r.clause(i); c != nil && r.upos(i) == "VERB" {
			told[c.verb] = true
		}
	}
	for i := b.Start; i < b.End; i++ {
		if c := r.clause(i); c != nil && r.upos(i) == "VERB" && c.verb != "have" && c.verb != "do" && told[c.verb] {
			return true
		}
	}
	return false
}

// views are verbs of telling a view, which another view beside it does not yet contradict.
var views = words{"argue": true, "suggest": true, "declare": true, "contend": true, "assure": true, "tout": true, "trumpet": true, "accuse": true, "deny": true}

// wishes reports whether a turn tells what somebody wants, or what ought to be.
func (r *reading) wishes(t *utterance) bool {
	l := &lex().rebuttals
	if v := r.lemma(t.at); l.Wants[v] && !lex().answers.Boasts[v] && !lex().answers.Concedes[v] {
		return true
	}
	for i := t.Start; i < t.End; i++ {
		c := r.clause(i)
		if c == nil || c.neg {
			continue
		}
		switch c.modal {
		case "should", "must", "shall", "may", "might":
			return true
		}
		if l.Wants[c.verb] && !c.passive && r.upos(i) == "VERB" || lex().modality.Hedges[r.lower(i)] {
			return true
		}
	}
	return false
}

// conjoined reports which words join a turn to the one before it: such as concede what was told,
// and such as only set it beside.
func (r *reading) conjoined(a, b *utterance) (though, but bool) {
	s := r.doc.Sentences[b.n].Range
	at := lang.Range{Start: s.Start, End: s.Start + 1}
	if a.n == b.n {
		at = lang.Range{Start: max(a.End-1, s.Start), End: b.Start}
		if b.at < b.Start && b.at > a.Start {
			at.Start = min(at.Start, max(a.Start, r.lo[b.at]))
		}
	}
	for i := at.Start; i < at.End; i++ {
		switch r.lower(i) {
		case "although", "though":
			though = a.n == b.n
		case "but", "yet":
			but = true
		}
	}
	for i := s.Start; i+1 < min(b.Start+3, s.End); i++ {
		if w := r.lower(i); (w == "however" || w == "though") && r.upos(i+1) == "PUNCT" && (a.n != b.n || i >= a.End) {
			but = true
		}
	}
	return though, but
}

// An accusation is answered by whom it is laid on where he denies it, lays it on the other or
// says whose the fault is: "accused Norvana of dumping", "Norvana said Estrel alone was to blame".

// countercharged reports whether a turn answers the accusation of another by one of its own.
func (r *reading) countercharged(a, b *utterance, far int) bool {
	if far > 2 || len(a.chain) == 0 || len(b.chain) == 0 || !r.cuedBy(a, lex().answers.Accuses) {
		return false
	}
	mine, its := r.saidBy(b), r.saidBy(a)
	first, second := r.doc.Sentences[a.n].Range, r.doc.Sentences[b.n].Range
	if a.n == b.n {
		first, second = lang.Range{Start: min(a.Start, a.at), End: a.End}, lang.Range{Start: min(b.Start, b.at), End: b.End}
	}
	if !r.speaksOf(first, mine) {
		return false
	}
	if b.denies || r.blamesIn(b.Range) || a.n == b.n && r.hadJustSaid(a, b) && r.speaksOf(second, its) {
		return true
	}
	return r.speaksOf(second, its) && (r.cuedBy(b, lex().answers.Accuses) || r.cuedBy(b, lex().answers.Boasts) && r.anyIn(b.Range, lex().answers.Not) >= 0 || a.n == b.n && r.didSo(b, its))
}

// hadJustSaid reports whether a turn tells what its voice had said shortly before another: "…, a day after
// Kessler reported very good talks with Norvana".
func (r *reading) hadJustSaid(a, b *utterance) bool {
	for i := max(a.End-1, a.Start); i < b.at; i++ {
		if r.lower(i) == "after" && r.timeAt[max(i-1, 0)] >= 0 {
			return true
		}
	}
	return false
}

// didSo reports whether what a turn tells first was done by the side of a voice: "Estrel said that
// Norvana had changed the list".
func (r *reading) didSo(b *utterance, its rapporteur.Source) bool {
	for i := b.Start; i < b.End; i++ {
		if c := r.clause(i); c != nil && r.upos(i) == "VERB" {
			return (c.past || c.perfect) && !c.passive && len(c.subj) == 1 && r.speaksOf(r.own(c.subj[0]), its)
		}
	}
	return false
}

// saidBy returns the voice of a turn.
func (r *reading) saidBy(t *utterance) rapporteur.Source { return t.chain[len(t.chain)-1] }

// blamesIn reports whether some words say whose the fault is.
func (r *reading) blamesIn(s lang.Range) bool {
	for i := s.Start; i < s.End; i++ {
		if r.brushesOff(i, s.End, lex().answers.blame) {
			return true
		}
	}
	return false
}

// mishears returns who is told to have misheard, misspoken or been misunderstood, "" for nobody:
// what he said before is then not so.
func (r *reading) mishears(b *utterance) string {
	for i := b.Start; i < b.End; i++ {
		if !r.brushesOff(i, b.End, lex().answers.mishear) {
			continue
		}
		c := r.clause(i)
		if c == nil {
			c = r.governor(i)
		}
		for k := i; c == nil && k < min(i+4, b.End); k++ {
			c = r.clause(k)
		}
		if c == nil {
			continue
		}
		of := slices.Concat(c.subj, r.children(c.head, "nsubj:pass"))
		for _, k := range slices.Clone(of) {
			of = append(of, r.children(k, "nmod:poss")...)
		}
		for _, k := range of {
			if who := r.actorsAt(k); len(who) == 1 {
				return who[0].Name
			}
		}
	}
	return ""
}

// opposes reports whether two turns are set against each other by the words that join them.
func (r *reading) opposes(a, b *utterance, far int) bool {
	if who := r.mishears(b); who != "" {
		return far <= reach && sameVoice(a.chain, []rapporteur.Source{{Name: who}})
	}
	return r.contrasted(a, b, far) || r.countercharged(a, b, far) || r.stagesDiffer(a, b, far)
}

// ownContrast denies a remark by what its sentence, or the next, sets against it in the report's own voice:
// "Brandt insists that talks go on, but no meeting is planned", "Aides claimed there was no strike even as …".
func (r *reading) ownContrast(a *remark) bool {
	from := r.contentFrom(a)
	s := r.sentence(from)
	if !r.doubtful(a) || r.cuedAsView(a) || a.at > from || r.sent[a.at] != r.sent[from] || r.wishesFor(a) {
		return false
	}
	k, own := r.turnsAt(from+3, s.End, a)
	if k < 0 {
		return false
	}
	content, rest := lang.Range{Start: from, End: k}, lang.Range{Start: k + 1, End: s.End}
	if w := r.lower(k - 1); w == "," || w == "even" {
		content.End--
	}
	if r.lower(content.End-1) == "," {
		content.End--
	}
	if rest.Len() < 5 || !r.ownFact(rest, a) || !own && !r.backshifted(a, rest) || !r.belies(content, rest, own) {
		return false
	}
	told := &r.claims[a.told]
	told.Statement.Words, told.Statement.Span = r.contentWords([]lang.Range{content})
	told.Span = r.bytes(lang.Range{Start: s.Start, End: content.End})
	r.judge(a, k, rest)
	return true
}

// turnsAt returns the word that sets the rest of a sentence against what stands before it, -1 for none, and
// whether by it whoever tells both tells it: "even as", "even though".
func (r *reading) turnsAt(i, end int, a *remark) (at int, own bool) {
	for ; i+4 < end; i++ {
		if r.direct(i) {
			return -1, false
		}
		switch w := r.lower(i); {
		case w == "even" && (r.lower(i+1) == "as" || r.lower(i+1) == "though"):
			return i + 1, true
		case (w == "though" || w == "although" || w == "but" || w == "yet") && r.form(i-1) == ",":
			return i, r.inner[i+1] != a.by
		}
	}
	return -1, false
}

// wishesFor reports whether a remark tells what its voice wants or shall not do.
func (r *reading) wishesFor(a *remark) bool {
	told, finite := whole(a), false
	for i := r.contentFrom(a); i < told.End; i++ {
		c := r.clause(i)
		if c == nil {
			continue
		}
		finite = finite || len(c.subj) > 0 || c.passive || c.copula
		if c.modal == "should" || c.modal == "must" || c.neg && (c.modal == "will" || c.modal == "would") || lex().answers.Pleads[c.verb] && r.upos(i) == "VERB" && !c.passive {
			return true
		}
	}
	return !finite
}

// ownFact reports whether some words tell what is so, on nobody's word but the report's.
func (r *reading) ownFact(s lang.Range, a *remark) bool {
	for i := s.Start; i < s.End; i++ {
		if r.cue[i] || r.inner[i] >= 0 && r.inner[i] != a.by {
			return false
		}
		if c := r.clause(i); c != nil && (c.modal != "" && c.modal != "will" || lex().rebuttals.Wants[c.verb] && r.upos(i) == "VERB" && !c.passive || lex().speech.Verbs[c.verb] && r.upos(i) == "VERB") {
			return false
		}
	}
	return true
}

// backshifted reports whether a remark is told as past, and some words behind it are not: these are the
// report's.
func (r *reading) backshifted(a *remark, rest lang.Range) bool {
	c, now := r.clause(a.at), r.mainClause(rest)
	return c != nil && c.past && now != nil && !now.past
}

// belies reports whether some words tell against others: the ones say that something is so and the others
// that it is not, or both of one matter where they are set against each other by more than a "but".
func (r *reading) belies(content, rest lang.Range, own bool) bool {
	l := &lex().answers
	lacks := r.anyIn(rest, l.Not) >= 0
	for i := rest.Start; i < rest.End; i++ {
		lacks = lacks || l.Lacks[r.lemma(i)]
	}
	return (r.anyIn(content, l.Not) >= 0) != lacks || own && r.shareMatter(content, rest) > 0
}
