package claim

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"rapporteur"
	"rapporteur/lang"
)

// opening is what a list of items is opened with: "The plan provides for:",
// "Still unresolved:", "In it, Norvana would:".
type opening struct {
	sentence int                  // -1 for none
	status   rapporteur.Status    // of the items that tell none of their own; "" where no others are points
	stem     []rapporteur.Mention // who does what the items say
	chain    []rapporteur.Source  // on whose word
	plain    bool                 // a name alone, which may be that of the news: "Key points:"
}

// opens looks whether a sentence opens a list of provisions, and keeps how.
func (p *pointMaker) opens(sent lang.Range) bool {
	o, s := opening{sentence: -1}, p.sent[sent.Start]
	if p.doc.Sentences[s].Item {
		return false
	}
	defer func() { p.list = o }()
	x := p.doc.Sentences[s]
	if s+1 >= len(p.doc.Sentences) || p.form(sent.End-1) != ":" && !p.doc.Sentences[s+1].Item {
		return false
	}
	tries := []func(lang.Range) (opening, bool){p.opensState, p.opensContents}
	if p.form(sent.End-1) == ":" && !x.Heading {
		tries = []func(lang.Range) (opening, bool){p.opensStem, p.opensAgreed, p.opensState, p.opensText, p.opensContents}
	}
	var ok bool
	for _, try := range tries {
		if o, ok = try(sent); ok {
			p.asItem[s] = p.asItem[s] || o.status != "" && p.form(sent.End-1) == ":"
			o.sentence = s
			for k := sent.Start; k < sent.End && o.chain == nil; k++ {
				o.chain = p.chain(k)
			}
			return true
		}
	}
	o.sentence = -1
	return false
}

// opensStem reads "In it, Norvana would:", "Under the plan, both sides are to:".
func (p *pointMaker) opensStem(sent lang.Range) (o opening, ok bool) {
	k := sent.End - 2
	if k <= sent.Start || p.doc.Tokens[k].XPOS != "MD" && p.lower(k) != "to" {
		return o, false
	}
	for k > sent.Start && (p.upos(k) == "AUX" || p.upos(k) == "PART") {
		k--
	}
	row := p.nominalEnding(max(sent.Start, p.lo[k]), k+1)
	if len(row) == 0 || p.text < 0 && !p.namesText(lang.Range{Start: max(0, sent.Start-40), End: sent.End}) {
		return o, false
	}
	return opening{status: rapporteur.Proposed, stem: mentions(row)}, true
}

// opensAgreed reads "The two sides agreed that:", "Both committed to the following:".
func (p *pointMaker) opensAgreed(sent lang.Range) (o opening, ok bool) {
	for k := sent.End - 2; k > max(sent.Start, sent.End-8); k-- {
		c := p.clause(k)
		if c == nil || !lex().points.Lists.Consent[c.verb] {
			if u := p.upos(k); u == "VERB" || u == "NOUN" && !lex().points.Parts[p.lemma(k)] {
				return o, false
			}
			continue
		}
		if c.neg || c.modal != "" || c.mark == "if" || len(c.subj) == 0 || p.modality(k) != rapporteur.Asserted {
			return o, false
		}
		o.status = rapporteur.Agreed
		if p.inPrinciple(c) || p.principled(k) {
			o.status = rapporteur.AgreedInPrinciple
		}
		if p.lower(sent.End-2) == "to" {
			o.stem = mentions(p.actorsAt(c.subj...))
		}
		return o, true
	}
	return o, false
}

// opensState reads "Still unresolved:", "The following points remain open:", "Gone
// from the draft:", and "Where it stands:", whose items tell their own.
func (p *pointMaker) opensState(sent lang.Range) (o opening, ok bool) {
	l := &lex().points
	for k := sent.Start + 1; p.lower(sent.Start) == "where" && k < min(sent.Start+7, sent.End); k++ {
		if p.lemma(k) == "stand" && (k+1 == sent.End || p.form(k+1) == ":") {
			return opening{}, true
		}
	}
	if sent.Len() > 16 || p.form(sent.End-1) != ":" && !p.doc.Sentences[p.sent[sent.Start]].Heading {
		return o, false
	}
	for k := sent.Start; k < sent.End; k++ {
		if p.upos(k) == "VERB" && l.Status[p.lemma(k)] == "" && l.Intransitive[p.lemma(k)] == "" && l.States[p.lemma(k)] == "" && !l.Lists.Settles[p.lemma(k)] && !l.Lists.Quarrels[p.lemma(k)] && p.lemma(k) != "follow" {
			return o, false
		}
	}
	nominal := sent.Len() < 8 && p.finite(sent) < 0
	for k := sent.Start; k < sent.End-1; k++ {
		f, status := p.lower(k), rapporteur.Status("")
		switch c := p.clause(k); {
		case l.States[f] == string(rapporteur.Open) || l.States[p.lemma(k)] == string(rapporteur.Open) || f == "sticking" || f == "stumbling":
			status = rapporteur.Open
		case nominal && (l.Lists.Gone[f] && k < sent.Start+3 || p.doc.Tokens[k].XPOS == "VBN" && l.Status[p.lemma(k)] == string(rapporteur.Dropped)):
			status = rapporteur.Dropped
		case nominal && k < sent.Start+3 && (f == "agreed" || f == "settled" || f == "closed"):
			if status = rapporteur.Agreed; k > sent.Start && p.lower(k-1) == "not" {
				status = rapporteur.Open
			}
		case c != nil && l.Lists.Settles[c.verb] && (c.neg || c.mark == "to" && p.still(c) || p.lower(max(k-2, sent.Start)) == "yet" || p.lower(max(k-2, sent.Start)) == "still"):
			status = rapporteur.Open
		case c != nil && l.Lists.Quarrels[c.verb] && c.modal == "" && !c.neg && k > sent.End-5:
			status = rapporteur.Open
		}
		if status != "" {
			return opening{status: status}, true
		}
	}
	return o, false
}

// opensText reads "The plan provides for:", "The 14 articles, written by Calder,
// also contain:", "Under the proposal:".
func (p *pointMaker) opensText(sent lang.Range) (o opening, ok bool) {
	o.status = rapporteur.Proposed
	l := &lex().texts
	for i := sent.Start; i < sent.End; i++ {
		if p.isStrongText(i) && p.anyIn(sent, l.Provide) >= 0 {
			p.text = i
			return o, true
		}
	}
	for k := sent.End - 2; k > max(sent.Start, sent.End-6); k-- { // the parts of a text hold it
		if !l.Hold[p.lemma(k)] || p.upos(k) != "VERB" {
			continue
		}
		for i := sent.Start; i < k; i++ {
			if lex().points.Lists.Written[p.lemma(i)] || (p.lower(i) == "it" || p.lower(i) == "they") && i < sent.Start+3 && p.textBefore(i) >= 0 {
				if p.text = p.textUnder(i); p.text < 0 {
					p.text = p.textBefore(i)
				}
				return o, true
			}
		}
	}
	if t := p.under(sent); t >= 0 && sent.Len() < 9 {
		p.text = t
		return o, true
	}
	return o, false
}

// opensContents reads "Its main elements:", "The key points of the draft,
// according to a diplomat:", "What is in it:", "The deal at a glance:".
func (p *pointMaker) opensContents(sent lang.Range) (o opening, ok bool) {
	l := &lex().points.Lists
	o.status = rapporteur.Proposed
	text := -1
	for i := sent.Start; i < sent.End; i++ {
		if p.isStrongText(i) {
			text = i
		}
	}
	near := text
	if near < 0 {
		near = p.textNear(sent.Start)
	}
	first := min(sent.Start+2, sent.End-1)
	switch question, glance := p.lower(sent.Start) == "what" || p.lower(first) == "what" || p.lower(min(first+1, sent.End-1)) == "what", p.anyIn(sent, l.Glances) >= 0; {
	case question && near >= 0 && sent.Len() < 12:
		for k := sent.Start; k < sent.End; k++ { // "what is in it", "what the accord says"
			if f := p.lower(k); (f == "in" || f == "inside") && (k+2 >= sent.End || p.lower(k+1) == "it" || p.lower(k+1) == "there" || text > k) || text >= 0 && lex().texts.Provide[p.lemma(k)] && k > text {
				p.text = near
				return o, true
			}
		}
	case glance && near >= 0 && sent.Len() < 9:
		p.text = near
		return o, true
	}
	h := p.finite(sent)
	if h >= 0 && !p.clause(h).copula && !lex().texts.Have[p.lemma(h)] && p.lemma(h) != "follow" && !p.cue[h] {
		return o, false
	}
	for i := sent.Start; i < sent.Start+10 && i < sent.End; i++ {
		if lemma := p.lemma(i); p.upos(i) != "NOUN" || !l.Written[lemma] && !l.Contents[lemma] && !(p.isTextNoun(i) && p.anyIn(lang.Range{Start: sent.Start, End: i + 1}, l.Headings) >= 0) {
			continue
		}
		if own := p.child(i, "nmod:poss"); text >= 0 || near >= 0 && (own >= 0 && p.lower(own) == "its" || p.child(i, "det") >= 0) {
			p.text = near
			return o, true
		}
		if sent.Len() < 14 && p.anyIn(lang.Range{Start: sent.Start, End: i + 1}, l.Headings) >= 0 { // "Key points, from our first reading:"
			o.plain = true
			return o, true
		}
	}
	return o, false
}

// textNear returns the text named last within two sentences before token i, -1 for none.
func (p *pointMaker) textNear(i int) int {
	for k := i - 1; k >= p.doc.Sentences[max(p.sent[i]-2, 0)].Start; k-- {
		if p.isStrongText(k) {
			return k
		}
	}
	return -1
}

// bullet reports whether token i is the mark of an item.
func (r *reading) bullet(i int) bool {
	first, _ := utf8.DecodeRuneInString(r.form(i))
	return first > unicode.MaxLatin1 && !unicode.IsLetter(first) && !unicode.IsDigit(first) && !unicode.Is(unicode.Sc, first)
}

// listed makes the point of an item of a list, by what opened the list or by what the item tells of itself.
func (p *pointMaker) listed(s lang.Range) bool {
	for s.Start < s.End && (p.upos(s.Start) == "PUNCT" || p.upos(s.Start) == "NUM" && s.Start+1 < s.End && p.upos(s.Start+1) == "PUNCT" && p.form(s.Start+1) != "%" || p.bullet(s.Start) || p.upos(s.Start) == "X") {
		s.Start++
	}
	whole := s.End
	if s.End = p.listEnd2(s.Start); s.Len() < 3 {
		s.End = whole // "New: a fund, added at the union's request"
	}
	for s.End > s.Start && (p.upos(s.End-1) == "PUNCT" && p.form(s.End-1) != ")" || p.upos(s.End-1) == "CCONJ") {
		s.End--
	}
	if s.Len() == 0 || p.direct(s.Start) || p.form(s.End-1) == "?" {
		return false
	}
	words, status := p.ownStatus(s)
	if status == "" {
		if status = p.list.status; status == "" {
			return false
		}
		if p.list.plain && !p.plainItem(s) {
			return false
		}
		if h := p.predicateOf(s); h >= 0 && status == rapporteur.Proposed && p.clause(h).modal == "" && (p.clause(h).past && !p.clause(h).passive || p.someone(p.clause(h))) {
			return false // what happened, what somebody thinks
		}
	}
	before := len(p.claims)
	if words == s && status == rapporteur.Proposed && p.under(s) >= 0 {
		return p.item(s, rapporteur.Asserted)
	}
	if h := p.predicateOf(s); h >= 0 && words == s && len(p.list.stem) == 0 && !p.saysMuch(s.Start) && (!s.Contains(p.head(h)) || p.lo[p.clause(h).subj[0]] <= s.Start+2) {
		for _, x := range p.sentences(s) {
			p.actIn(x, rapporteur.Asserted)
		}
		for n := range p.claims[before:] {
			if x := p.claims[before+n].Point; x != nil && status != rapporteur.Proposed {
				x.Status = status
			}
		}
		return p.toldItem(s, before)
	}
	by := p.list.stem
	if len(by) == 0 || p.upos(s.Start) == "DET" || p.upos(s.Start) == "PRON" {
		by = p.itemOwners(words)
	}
	head := p.top(words)
	if p.upos(head) == "PUNCT" {
		head = words.Start
	}
	p.makePoint(head, words, by, status, rapporteur.Asserted)
	return p.toldItem(s, before)
}

// someone reports whether a clause tells what a person by name does not do or thinks.
func (p *pointMaker) someone(c *clause) bool {
	return len(c.subj) > 0 && p.typeAt(c.subj[0]) == lang.PER && (c.neg || lex().points.Lists.Unbinding[c.verb]) && !p.isState(p.form(c.subj[0]))
}

// toldItem marks an item as told and gives its points the voices of what opened the list.
func (p *pointMaker) toldItem(s lang.Range, before int) bool {
	if len(p.claims) == before {
		return false
	}
	for k := s.Start; k < s.End; k++ {
		p.done[k] = true
	}
	for n := before; n < len(p.claims); n++ {
		if len(p.claims[n].Chain) == 0 {
			p.claims[n].Chain = p.list.chain
		}
	}
	p.asItem[p.sent[s.Start]] = true
	return true
}

// plainItem reports whether an item tells a provision though nothing but a name stands above the list.
func (p *pointMaker) plainItem(s lang.Range) bool {
	h := p.finite(s)
	if h < 0 {
		return len(p.known(s)) > 0
	}
	c := p.clause(h)
	return p.present(c) && !p.meetingWord(c) && !lex().speech.Verbs[c.verb]
}

// ownStatus reads what an item tells of itself: "Still open: pay", "The fence: eight years,
// agreed", "The status of the strait remains open". It returns the words of the point, and no
// status where the item tells none.
func (p *pointMaker) ownStatus(s lang.Range) (lang.Range, rapporteur.Status) {
	l := &lex().points
	colon := -1
	for k := s.Start; k < min(s.Start+7, s.End-1); k++ {
		if p.form(k) == ":" {
			colon = k
			break
		}
		if p.upos(k) == "VERB" && isFinite(p.doc.Tokens[k].XPOS) {
			break
		}
	}
	if colon > s.Start && colon-s.Start < 4 { // "Still open: pay"
		if status := p.statusWord(colon - 1); status != "" {
			return p.beforeStatus(lang.Range{Start: colon + 1, End: s.End}), status
		}
	}
	if colon >= 0 && p.doc.Tokens[colon+1].XPOS == "VBN" { // "Digital services: left to a later accord"
		if status := rapporteur.Status(l.Status[p.lemma(colon+1)]); status != "" && !l.Lists.Worldly[p.lemma(colon+1)] {
			return s, status
		}
	}
	if words := p.beforeStatus(s); words.End < s.End {
		for k := words.End; k < s.End; k++ {
			if status := p.statusWord(k); status != "" {
				return words, status
			}
		}
	}
	h := p.predicateOf(s)
	if h < 0 {
		return s, ""
	}
	c := p.clause(h)
	if h != p.top(s) && p.rel(h) == "acl:relcl" || len(c.subj) == 0 || c.modal != "" && c.modal != "will" {
		if !(c.modal == "would" && len(p.onlyParts(c.subj)) > 0) {
			return s, ""
		}
	}
	subject := p.phrase(c.subj[0])
	if subject.Start < s.Start || subject.End > h {
		subject = p.subtree(c.subj[0])
	}
	subject = p.clip(lang.Range{Start: max(subject.Start, s.Start), End: min(subject.End, h)}, c.subj[0])
	switch {
	case subject.Empty():
		return s, ""
	case p.offTable(c):
		return subject, rapporteur.Dropped
	case c.copula || c.verb == "remain" || c.verb == "stay":
		word := c.head
		for _, k := range p.kids[c.head] {
			if !c.copula && (base(p.rel(k)) == "xcomp" || base(p.rel(k)) == "obj") {
				word = k
			}
		}
		if status := p.statusWord(word); status != "" && word >= c.head {
			if c.neg {
				status = rapporteur.Open
			}
			if p.upos(c.subj[0]) == "PRON" || status == rapporteur.Open && p.onlyParts(c.subj) == nil && word > 0 && p.lower(word) == "open" && p.hi[word] > word+1 {
				return s, "" // "the plan stays open to new drivers"
			}
			return subject, status
		}
	case len(p.onlyParts(c.subj)) > 0:
		status := rapporteur.Status(c.value(l.Status))
		if status != "" && c.passive && !c.neg && !(l.Lists.Entrust[c.verb] && !p.definite(c)) {
			return subject, status
		}
	}
	return s, ""
}

// definite reports whether what a clause is said of is one part or matter, "the question of
// uniforms", and not whatever may come up: "disputes are referred to a court".
func (p *pointMaker) definite(c *clause) bool {
	return slices.ContainsFunc(c.subj, func(h int) bool { return p.child(h, "det") >= 0 || p.doc.Tokens[h].XPOS != "NNS" })
}

// predicateOf returns the predicate of an item that is a clause, -1 for none.
func (p *pointMaker) predicateOf(s lang.Range) int {
	top := p.top(s)
	if c := p.clause(top); c != nil && len(c.subj) > 0 && s.Contains(c.subj[0]) && c.subj[0] < top && isFinite(p.finiteTag(top)) {
		return top
	}
	return p.finite(s)
}

// offTable reports whether a clause says that its subject is not, or no longer, in
// the text or talked about: "is not on the table", "is off the table", "is gone".
func (p *pointMaker) offTable(c *clause) bool {
	if lex().points.Lists.Gone[p.lower(c.head)] && c.copula && !c.neg {
		return true
	}
	own := p.own(c.head)
	for k := max(own.Start, 2); k < own.End; k++ {
		if p.lemma(k) == "table" && p.lower(k-1) == "the" {
			return p.lower(k-2) == "off" && !c.neg || p.lower(k-2) == "on" && (c.neg || p.noLonger(c))
		}
	}
	return false
}

// statusWord is the status that an adjective or participle tells by itself of what it stands beside.
func (p *pointMaker) statusWord(i int) rapporteur.Status {
	l := &lex().points
	f := p.lower(i)
	switch {
	case f == "new":
		return rapporteur.Added
	case l.Lists.Gone[f]:
		return rapporteur.Dropped
	case l.States[f] != "" && p.upos(i) != "VERB" || l.States[f] != "" && p.doc.Tokens[i].XPOS == "VBN":
		return rapporteur.Status(l.States[f])
	case p.doc.Tokens[i].XPOS == "VBN" || p.doc.Tokens[i].XPOS == "VBD":
		if lemma := p.lemma(i); !l.Lists.Worldly[lemma] {
			switch status := rapporteur.Status(l.Status[lemma]); status {
			case rapporteur.Agreed, rapporteur.Dropped, rapporteur.Added, rapporteur.Rejected, rapporteur.Reworded, rapporteur.Retained, rapporteur.Deferred, rapporteur.Contested:
				return status
			}
		}
	}
	return ""
}

// beforeStatus ends the words of an item before a last part that tells its status: "…, added
// at the union's request", "… (agreed)".
func (p *pointMaker) beforeStatus(s lang.Range) lang.Range {
	for k := s.Start + 1; k+1 < s.End; k++ {
		if f := p.form(k); f != "," && f != "(" && f != "—" && f != "–" || p.statusWord(k+1) == "" || p.lower(k+1) == "new" {
			continue
		}
		next := k + 2
		if next >= s.End || p.form(next) == ")" {
			return lang.Range{Start: s.Start, End: k}
		}
		switch p.lower(next) {
		case "at", "on", "after", "by", "last", "this", "in":
			for next < s.End && p.form(next) != "," && !isFinite(p.doc.Tokens[next].XPOS) {
				next++
			}
			if next == s.End {
				return lang.Range{Start: s.Start, End: k}
			}
		}
	}
	return s
}

// itemOwners returns who must do what an item says.
func (p *pointMaker) itemOwners(s lang.Range) []rapporteur.Mention {
	if h := p.finite(s); h >= 0 && (p.rel(h) != "acl:relcl" || p.clause(h).subj[0] < p.top(s)) {
		if c := p.clause(h); c.subj[0] == s.Start || p.lo[c.subj[0]] <= s.Start+1 {
			return mentions(p.obligors(c))
		}
	}
	start := s.Start
	for k := s.Start; k < min(s.Start+7, s.End); k++ {
		if p.form(k) == ":" {
			start = k + 1
		}
		if p.lower(k) == "to" && k > start && k+1 < s.End && p.doc.Tokens[k+1].XPOS == "VB" {
			if p.lemma(k+1) == "be" {
				break
			}
			if a := p.nominalEnding(start, k); len(a) > 0 && !p.actBeforeTo(lang.Range{Start: start, End: k + 1}) {
				return mentions(a)
			}
		}
		if u := p.upos(k); u == "VERB" || u == "ADP" && p.lower(k) != "for" {
			break
		}
	}
	return p.ownersIn(lang.Range{Start: start, End: s.End})
}
