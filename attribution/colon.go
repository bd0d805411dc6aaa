package attribution

import (
	"strings"

	"rapporteur/lang"
)

// quoteAfterColon gives to whoever speaks or acts before a colon what is quoted
// behind it and has no speaker yet: in quotation marks ("Marrow looked tired: “We
// tried.”"), or as a paragraph of its own in the first person, set off without marks.
func (r *cast) quoteAfterColon() {
	doc := r.doc
	for s, sentence := range doc.Sentences {
		if sentence.Heading || sentence.Len() < 4 {
			continue
		}
		for i := sentence.Start + 2; i < sentence.End; i++ {
			if doc.Form(i) != ":" || r.quoted[i] {
				continue
			}
			if i+1 < sentence.End {
				if isQuote(doc.Form(i + 1)) {
					r.giveQuote(i, s, lang.Range{Start: i + 1, End: r.quoteEnd(i + 1)})
				}
				continue
			}
			if s+1 >= len(doc.Sentences) || doc.Sentences[s+1].Paragraph == sentence.Paragraph {
				continue
			}
			block := r.paragraphAt(s + 1)
			if r.inFirstPerson(block) {
				r.giveQuote(i, s, block)
			}
		}
	}
}

// quoteEnd returns where the quotation that opens at token i ends, within its paragraph.
func (r *cast) quoteEnd(i int) int {
	paragraph := r.doc.Sentences[r.sent[i]].Paragraph
	k := i + 1
	for k < len(r.doc.Tokens) && r.doc.Sentences[r.sent[k]].Paragraph == paragraph {
		if k++; isQuote(r.doc.Form(k - 1)) {
			break
		}
	}
	return k
}

// paragraphAt returns the tokens of the paragraph that sentence s begins.
func (r *cast) paragraphAt(s int) lang.Range {
	first := r.doc.Sentences[s]
	block := first.Range
	for ; s < len(r.doc.Sentences) && r.doc.Sentences[s].Paragraph == first.Paragraph; s++ {
		block.End = r.doc.Sentences[s].End
	}
	return block
}

// inFirstPerson reports whether a paragraph without quotation marks is somebody's own words.
func (r *cast) inFirstPerson(block lang.Range) bool {
	own := false
	if first := r.doc.Sentences[r.sent[block.Start]]; first.Heading || first.Item || block.Len() < 8 {
		return false
	}
	for i := block.Start; i < block.End; i++ {
		if f := r.doc.Form(i); isQuote(f) || strings.ContainsAny(f, "@#") || strings.Contains(f, ".com/") {
			return false // a post has its signer
		}
		switch r.lower(i) {
		case "i", "we", "my", "our":
			own = own || r.doc.Tokens[i].UPOS == "PRON"
		}
	}
	return own
}

// giveQuote adds an attribution of a quotation to the last who spoke, else to the last
// person that is a subject, in the sentence before the colon at token i.
func (r *cast) giveQuote(i, s int, q lang.Range) {
	if q.Len() < 5 {
		return
	}
	speaker := -1
	for n := range r.said.Attributions {
		a := &r.said.Attributions[n]
		if a.Quoted == Direct && len(a.Content) > 0 && overlapsAny(a.Content, q) && (len(a.Cue) == 0 || !q.Covers(a.Cue[0])) {
			return // it has a speaker
		}
		if len(a.Cue) > 0 && len(a.Voices) > 0 && a.Parent < 0 && !a.Attitude && int(r.sent[a.Cue[0].Start]) == s && a.Cue[0].Start < i {
			speaker = n
		}
	}
	a := Attribution{Cue: []lang.Range{{Start: i, End: i + 1}}, Content: []lang.Range{q}, Parent: -1, Quoted: Direct, Confidence: 0.5}
	if speaker >= 0 {
		a.Voices = append(a.Voices, r.said.Attributions[speaker].Voices...)
	} else if e := r.lastPerson(s, r.doc.Sentences[s].Paragraph); e >= 0 {
		a.Voices = []Source{{Name: r.ents[e].name, Type: typeOf(&r.ents[e]), Entity: e}}
	} else {
		return
	}
	at := len(r.said.Attributions)
	for n := range r.said.Attributions {
		x := &r.said.Attributions[n]
		for c := range x.Content { // what ran on over the colon
			if x.Content[c].Contains(i) && x.Content[c].End > i+1 && !q.Covers(x.Content[c]) {
				x.Content[c].End, x.Quoted = i, Indirect
			}
		}
		if x.Parent < 0 && len(x.Cue) > 0 && q.Covers(x.Cue[0]) {
			x.Parent = at
		}
	}
	r.said.Attributions = append(r.said.Attributions, a)
}

func overlapsAny(list []lang.Range, q lang.Range) bool {
	for _, c := range list {
		if c.Overlaps(q) {
			return true
		}
	}
	return false
}
