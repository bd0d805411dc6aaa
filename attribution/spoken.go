package attribution

import "rapporteur/lang"

// addSpoken adds the attributions of quotations for which no cue was found, though the
// print shows who speaks: a comma, question or exclamation mark ends the quotation, and behind
// it stand a noun and a verb in either order, whatever the verb: "…,” fumed Marrow".
func (r *cast) addSpoken() {
	for q := range r.quotations {
		if a, ok := r.spoken(q); ok {
			r.addQuoted(q, a)
		}
	}
}

// quotations yields what stands in quotation marks, one after the other, without the marks.
func (r *cast) quotations(yield func(lang.Range) bool) {
	for i := 0; i < len(r.doc.Tokens); i++ {
		if !r.quoted[i] {
			continue
		}
		q := lang.Range{Start: i, End: i}
		for q.End < len(r.doc.Tokens) && r.quoted[q.End] {
			q.End++
		}
		if i = q.End; !yield(q) {
			return
		}
	}
}

// addQuoted adds the attribution of a quotation that has no speaker yet.
func (r *cast) addQuoted(q lang.Range, a Attribution) {
	for n := range r.said.Attributions {
		if b := &r.said.Attributions[n]; covers(b.Cue, a.Cue[0].Start) && common(b.Content, []lang.Range{q}) == 0 && size(b.Content) < 6 {
			b.Content, b.Source, b.Quoted = a.Content, a.Source, a.Quoted // "as Marrow put it" without what he put so
			return
		}
	}
	if !r.hasSpeaker(q, a.Cue[0]) {
		r.said.Attributions = append(r.said.Attributions, a)
		r.said.Attributions[len(r.said.Attributions)-1].Parent = r.holder(len(r.said.Attributions) - 1)
	}
}

// spoken returns the attribution that stands behind a quotation, its marks not counted.
func (r *cast) spoken(q lang.Range) (a Attribution, ok bool) {
	after := q.End + 1
	if q.Len() < 4 || after+1 >= len(r.doc.Tokens) || q.Start == 0 {
		return a, false
	}
	first, next := r.doc.Sentences[r.sent[q.Start]], r.doc.Sentences[r.sent[after]]
	if next.Paragraph != first.Paragraph || next.Heading || q.Start > first.Start+1 && !r.finiteIn(q) {
		return a, false
	}
	switch f := r.doc.Form(q.End - 1); {
	case f == "," || f == "?" || f == "!" || f == "…" || f == "...":
	case r.doc.Form(after) == ",":
		after++
	default:
		return a, false
	}
	cue, source := r.teller(after, next.End)
	if source.Empty() {
		return a, false
	}
	return Attribution{
		Cue: []lang.Range{{Start: cue, End: cue + 1}}, Source: []lang.Range{source}, Content: []lang.Range{{Start: q.Start - 1, End: q.End + 1}},
		Parent: -1, Quoted: Direct, Confidence: 0.6,
	}, true
}

// teller returns the verb and the subject that stand at token i, in either order.
func (r *cast) teller(i, end int) (cue int, source lang.Range) {
	const most = 14 // tokens of a subject
	if r.told(i) {
		x := r.child(i, "nsubj", "obj", "obl", "ccomp")
		if x < i || !r.nominal(i+1) {
			return i, source
		}
		source = lang.Range{Start: i + 1, End: min(r.right[x], end)}
		for k := source.Start; k < source.End; k++ {
			if r.quoted[k] || r.doc.Tokens[k].UPOS == "VERB" {
				source.End = k
			}
		}
		for !source.Empty() && isPunct(r.doc.Form(source.End-1)) {
			source.End--
		}
		return i, source
	}
	for j := i; j < min(end, i+most) && r.nominal(i); j++ {
		switch t := &r.doc.Tokens[j]; {
		case r.quoted[j] || t.UPOS == "AUX" || t.UPOS == "SCONJ":
			return j, source
		case j > i && r.told(j):
			return j, lang.Range{Start: i, End: j}
		}
	}
	return i, source
}

// told reports whether token i is a verb such as a narrator uses.
func (r *cast) told(i int) bool {
	t := &r.doc.Tokens[i]
	return t.UPOS == "VERB" && (t.XPOS == "VBD" || t.XPOS == "VBZ" || t.XPOS == "VBP")
}

// nominal reports whether a subject may begin at token i.
func (r *cast) nominal(i int) bool {
	if i >= len(r.doc.Tokens) {
		return false
	}
	switch r.doc.Tokens[i].UPOS {
	case "PROPN", "NOUN", "DET", "NUM", "ADJ", "PRON":
		return r.lower(i) != "which" && r.lower(i) != "that" && r.lower(i) != "who"
	}
	return false
}

// hasSpeaker reports whether a quotation is the content of an attribution, or its cue that of one.
func (r *cast) hasSpeaker(q, cue lang.Range) bool {
	for n := range r.said.Attributions {
		a := &r.said.Attributions[n]
		if covers(a.Cue, cue.Start) || 2*common(a.Content, []lang.Range{q}) > q.Len() && !(len(a.Cue) > 0 && q.Covers(a.Cue[0])) {
			return true
		}
	}
	return false
}
