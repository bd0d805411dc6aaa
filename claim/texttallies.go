package claim

import (
	"slices"

	"rapporteur"
	"rapporteur/lang"
)

// said is what is told of parts: that they are done, or that they are open.
type said int

const (
	nothing said = iota
	done
	open
)

// saysOf returns what a word says of the parts it stands with: "settled",
// "in brackets", "remaining".
func (r *reading) saysOf(k int) said {
	l := lex()
	switch f := r.lower(k); {
	case l.texts.Pending[f], l.points.States[f] == "open", l.points.States[f] == "contested":
		return open
	case l.points.States[f] == "agreed":
		return done
	case r.doc.Tokens[k].XPOS == "VBN" || r.doc.Tokens[k].XPOS == "VBD":
		switch {
		case l.texts.Done[r.lemma(k)] || k+1 < len(r.sent) && l.texts.Done[r.lemma(k)+" "+r.lower(k+1)]:
			return done
		case l.texts.Remain[r.lemma(k)]:
			return open
		}
	}
	return nothing
}

// saysBehind returns what is told right behind parts, with no verb of which they
// are part, and the token that tells it: "12 of 16 articles closed", "nine of the
// points as settled", "still in brackets".
func (r *reading) saysBehind(part int, sent lang.Range) (what said, at int) {
	for k := part + 1; k < min(part+6, sent.End); k++ {
		if r.lower(k) == "no" && k+2 < sent.End && r.lower(k+1) == "longer" {
			if what, at = r.saysBehind(k+1, sent); what == open {
				return done, at
			}
			return nothing, k
		}
		if r.lower(k) == "of" && k == part+1 { // "67 articles of the convention agreed"
			at := k + 1
			for at < min(k+5, sent.End) && !r.isTextNoun(at) && r.upos(at) != "VERB" && r.upos(at) != "PUNCT" {
				at++
			}
			if at < sent.End && r.isTextNoun(at) {
				return r.saysBehind(at, sent)
			}
		}
		switch f := r.lower(k); f {
		case "as", "to", "be", "are", "were", "is", "have", "has", "been", "being", "that", "which", "now", "already", "still", "fully", "finally", "provisionally", "largely":
			continue
		case "remain", "remained":
			return open, k
		case "in", "under", "without", "free", "clear":
			at := k + 1
			for at < sent.End && (r.lower(at) == "of" || r.lower(at) == "square" || r.lower(at) == "any" || r.lower(at) == "open") {
				at++
			}
			switch {
			case at >= sent.End || !lex().texts.Disputed[r.lemma(at)]:
				return nothing, k
			case f == "in" || f == "under":
				return open, at
			}
			return done, at
		}
		return r.saysOf(k), k
	}
	return nothing, part
}

// reached reports whether a predicate tells that agreement was reached, and on what
// lies at one of the tokens.
func (r *reading) reached(c *clause) bool {
	if c == nil || c.neg || c.modal != "" || !lex().texts.Reach[c.verb] {
		return false
	}
	of := c.obj
	if c.passive || len(of) == 0 {
		of = c.subj
	}
	for _, k := range of {
		if lex().texts.Accord[r.lemma(k)] {
			return true
		}
	}
	return false
}

// workDone reports whether a predicate tells that work was finished: "have finished work on".
func (r *reading) workDone(c *clause) bool {
	return c != nil && !c.neg && c.modal == "" && c.is(lex().texts.Done) && slices.ContainsFunc(c.obj, func(k int) bool {
		return r.lemma(k) == "work" || r.lemma(k) == "drafting" || r.lemma(k) == "negotiation" || r.lemma(k) == "talk"
	})
}

// unbracketed reports whether a predicate tells that nothing is in dispute any more: "are free
// of brackets", "is without brackets".
func (r *reading) unbracketed(i int) bool {
	for k := i; k < min(i+4, r.sentence(i).End); k++ {
		switch r.lower(k) {
		case "free", "clear", "without":
			what, _ := r.saysBehind(k-1, r.sentence(i))
			return what == done
		}
	}
	return lex().texts.Disputed[r.lemma(i)] && r.caseOf(i) == "without"
}

// tallies reads what somebody makes the number of the parts that are done, or open:
// "put the number of agreed articles at nine", "brings to 16 the number that are
// done out of 18", "the tally of open points fell to three".
func (r *reading) tallies(sent lang.Range, used map[int]bool) {
	l := &lex().texts
	for i := sent.Start; i < sent.End; i++ {
		if !l.Figures[r.lemma(i)] || r.upos(i) != "NOUN" {
			continue
		}
		what, unit, end := r.tallied(i, sent)
		if what == nothing {
			r.numbered(i, sent, used)
			continue
		}
		if unit == "" {
			if unit = r.countedBefore(i); unit == "" {
				continue
			}
		}
		at := r.tally(i, end, unit, sent)
		if at < 0 {
			continue
		}
		n, stop := r.number(at)
		whole := 0
		for _, k := range []int{stop, end} { // "at 12 of 19", "that are done out of 18"
			if m, mark := r.wholeAt(k, unit, sent); m >= n {
				whole, used[mark] = m, true
				break
			}
		}
		for k := sent.Start; k < sent.End; k++ { // "from nine to 11"
			if m, _ := r.number(k); m > 0 && r.timeAt[k] < 0 && r.prepBefore(k, sent.Start) == "from" {
				used[k] = true
			}
		}
		used[at] = true
		t := &rapporteur.TextClaim{Size: rapporteur.Size{Count: whole, Unit: unit}}
		if what == done {
			t.Agreed = n
		} else {
			t.Open = n
		}
		c := rapporteur.Claim{Kind: rapporteur.KindText, Text: t, Modality: rapporteur.Asserted}
		if g := r.governor(i); g != nil {
			c.Modality, c.Chain = r.modality(g.head), r.onWordOf(g, at)
		}
		r.add(at, c)
	}
}

// numbered reads what the number of the parts of a text is: "the number of articles stands
// at 17", "some put the number of chapters at 18".
func (r *reading) numbered(i int, sent lang.Range, used map[int]bool) {
	part, unit := r.numberOf(i)
	x := extent{unit: unit}
	if part < 0 || !x.strong() || unit != "chapter" && unit != "clause" && r.textBefore(sent.End-1) < 0 && r.lastCounted(i) == nil {
		return
	}
	at := r.tally(i, part+1, unit, sent)
	if at < 0 {
		return
	}
	for k := sent.Start; k < sent.End; k++ { // "reduced the number of articles from 24 to 20" is read as a change
		if m, _ := r.number(k); m > 0 && r.prepBefore(k, sent.Start) == "from" {
			return
		}
	}
	used[at] = true
	n, _ := r.number(at)
	t := r.textClaim(r.textUnderOnly(part))
	t.Size = rapporteur.Size{Count: n, Unit: unit}
	c := rapporteur.Claim{Kind: rapporteur.KindText, Text: t, Modality: rapporteur.Asserted}
	if g := r.governor(i); g != nil {
		c.Modality, c.Chain = r.modality(g.head), r.onWordOf(g, at)
	}
	r.add(at, c)
}

// onWordOf returns the subject of a verb of judging or counting as the voice of what
// is counted, where the attributions tell none: "the minister put it at nine".
func (r *reading) onWordOf(g *clause, at int) []rapporteur.Source {
	l := &lex().texts
	if !l.Deem[g.verb] && !l.Counting[g.verb] && g.verb != "put" && g.verb != "place" && g.verb != "estimate" || len(r.chain(at)) > 0 {
		return nil
	}
	who := r.actorsAt(g.subj...)
	if len(who) != 1 {
		return nil
	}
	return []rapporteur.Source{voiceOf(who[0].Mention)}
}

// byCountOf returns whose count a number is, where the attributions tell none: "by the union's
// tally, 55 changes", "he put it at 63 articles"; nil for nobody's.
func (r *reading) byCountOf(at int, sent lang.Range) []rapporteur.Source {
	for k := sent.Start; k < at; k++ {
		if r.lower(k) == "by" && (k == sent.Start || r.form(k-1) == ",") {
			if who, ok := r.reckonedBy(k, sent); ok {
				return r.withVoice(nil, who)
			}
		}
	}
	g := r.governor(at)
	if g == nil {
		return nil
	}
	return r.onWordOf(g, at)
}

// tallied returns what is told of the parts whose number a noun is, their unit where
// it is told, and the token behind.
func (r *reading) tallied(i int, sent lang.Range) (what said, unit string, end int) {
	for k := i + 1; k < min(i+7, sent.End); k++ {
		switch u := r.partAt(k); {
		case k == i+1 && (r.lower(k) == "that" || r.lower(k) == "which"):
			what, end = r.saysBehind(k, sent)
			return what, "", end + 1
		case r.lower(k) == "of", r.upos(k) == "DET", r.upos(k) == "PRON", r.upos(k) == "ADV":
		case u == "document" || u == "page":
			return nothing, "", 0
		case u != "" && r.upos(k) == "NOUN":
			if what != nothing {
				return what, u, k + 1
			}
			what, end = r.saysBehind(k, sent)
			return what, u, end + 1
		case r.saysOf(k) != nothing:
			what = r.saysOf(k)
		case r.upos(k) != "ADJ" && r.rel(k) != "compound":
			return nothing, "", 0
		}
	}
	return nothing, "", 0
}

// tally returns the token of the number that a figure is put at, -1 for none.
func (r *reading) tally(i, end int, unit string, sent lang.Range) int {
	g := r.governor(i)
	if g == nil || g.neg {
		return -1
	}
	for k := sent.Start; k < sent.End; k++ {
		n, stop := r.number(k)
		if n == 0 || r.timeAt[k] >= 0 || r.percent(stop) || !r.ownUnit(stop, unit, sent) {
			continue
		}
		switch p := r.prepBefore(k, sent.Start); {
		case (p == "to" || p == "at") && lex().texts.Tally[g.verb] && (k > end-1 || k < i):
			return k
		case g.copula && k == g.head && k >= end && p == "":
			return k
		}
	}
	return -1
}

// wholeAt returns the number of all parts that is told at token k ("of 19", "out
// of the 24") with its token, 0 for none.
func (r *reading) wholeAt(k int, unit string, sent lang.Range) (n, at int) {
	if k+1 < sent.End && r.lower(k) == "out" {
		k++
	}
	if k+1 >= sent.End || r.lower(k) != "of" {
		return 0, -1
	}
	if k++; k+1 < sent.End && (r.upos(k) == "DET" || r.upos(k) == "PRON") {
		k++
	}
	n, end := r.number(k)
	if n == 0 || !r.ownUnit(end, unit, sent) {
		return 0, -1
	}
	return n, k
}

// countedBefore returns the unit of the parts of a text that were spoken of last, in
// the sentence of token i before it or in those just before, "" for none.
func (r *reading) countedBefore(i int) string {
	for k := i - 1; k >= 0 && r.sent[k] >= r.sent[i]-reach; k-- {
		if u := lex().texts.Parts[r.lemma(k)]; u != "" && u != "document" && u != "page" && r.doc.Tokens[k].XPOS == "NNS" {
			return u
		}
	}
	return ""
}

// lastCounted returns the claim of the text whose parts were counted last before a token, in
// its sentence or those just before, nil for none.
func (r *reading) lastCounted(i int) *found {
	return r.toldBefore(r.sent[i]+1, reach, func(f *found) bool {
		return f.Text != nil && f.Text.Size.Unit != "" && f.Text.Size.Unit != "document" && f.Text.Size.Unit != "page" && f.Modality != rapporteur.Denied
	})
}

// lastSize returns the size of the text whose parts were counted last before a token, nil for none.
func (r *reading) lastSize(i int) *rapporteur.Size {
	if f := r.lastCounted(i); f != nil {
		return &f.Text.Size
	}
	return nil
}
