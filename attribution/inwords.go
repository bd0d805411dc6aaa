package attribution

import "rapporteur/lang"

// addInWords adds the attributions of quotations for which no cue was found, and that are what
// a thing is to somebody: "In the words of Marrow, the talks were “a slow boat”", "For Marrow, the
// text is “a cage”".
func (r *cast) addInWords() {
	for q := range r.quotations {
		if q.Len() < 2 || q.Start == 0 || q.End >= len(r.doc.Tokens) || r.sent[q.Start] != r.sent[q.End-1] {
			continue
		}
		if a, ok := r.inWordsOf(q); ok {
			r.addQuoted(q, a)
		}
	}
}

// inWordsOf returns the attribution of a quotation that a sentence says is in somebody's words, or
// that it tells for him: "in the words of one official", "For Marrow, …", "As a minister put it, …".
func (r *cast) inWordsOf(q lang.Range) (a Attribution, ok bool) {
	sent := r.doc.Sentences[r.sent[q.Start]]
	content := lang.Range{Start: q.Start - 1, End: q.End + 1}
	for i := sent.Start; i+3 < sent.End; i++ {
		if r.quoted[i] {
			continue
		}
		if cue, who := r.wording(i, sent.End); !who.Empty() {
			return r.attributed(cue, who, content)
		}
		if i == sent.Start && (r.lower(i) == "for" || r.lower(i) == "to") {
			who := r.doc.Tokens[i].Head
			if who < 0 || who > i+6 || r.mentionAt(who) < 0 || r.doc.Tokens[who].Head != r.governs(q) || r.child(r.governs(q), "cop") < 0 {
				continue
			}
			return r.attributed(lang.Range{Start: i, End: i + 1}, r.subject(who), content)
		}
		if i <= sent.Start || r.lower(i+1) != "it" && r.lower(i+1) != "them" || !puts[r.lower(i)] {
			continue
		}
		if who := r.child(i, "nsubj"); who >= 0 && (r.child(i, "mark", "advmod") >= 0 || r.lower(r.left[who]-1) == "as") {
			return r.attributed(lang.Range{Start: i, End: i + 2}, r.subject(who), content)
		}
	}
	return a, false
}

// puts are the verbs of "as Marrow put it".
var puts = wordSet("put puts called calls described describes termed terms phrased phrases framed frames dubbed expressed")

// wordings are nouns for a way of saying a thing, "in the words of Marrow".
var wordings = wordSet("words word phrase phrases expression view eyes opinion estimation language formulation parlance description book telling judgement judgment verdict terms jargon")

// wording returns the words at token i that give a quotation beside them to somebody, and
// whom they name: "in the words of Marrow", "in Marrow's phrase", "to use Marrow's word", "to quote Marrow".
func (r *cast) wording(i, end int) (cue, who lang.Range) {
	j := i + 1
	switch r.lower(i) {
	case "in":
	case "to":
		switch r.lower(i + 1) {
		case "quote", "cite":
			return lang.Range{Start: i, End: i + 2}, r.upToComma(i+2, end)
		case "use", "borrow", "adopt":
			j++
		default:
			return cue, who
		}
	default:
		return cue, who
	}
	for k := j; k < min(end, j+9); k++ {
		if r.quoted[k] || r.doc.Form(k) == "," {
			return cue, who
		}
		if !wordings[r.lower(k)] {
			continue
		}
		if r.lower(k+1) == "of" && k <= j+2 && k+2 < end {
			return lang.Range{Start: i, End: k + 2}, r.upToComma(k+2, end)
		}
		if isPossessive(r.doc.Form(k - 1)) {
			return lang.Range{Start: i, End: k + 1}, lang.Range{Start: j, End: k - 1}
		}
		if r.doc.Tokens[k-1].XPOS == "PRP$" {
			return lang.Range{Start: i, End: k + 1}, lang.Range{Start: k - 1, End: k}
		}
	}
	return cue, who
}

// governs returns the root of a quotation, -1 where there is none.
func (r *cast) governs(q lang.Range) int {
	for i := q.Start; i < q.End; i++ {
		if h := r.doc.Tokens[i].Head; !q.Contains(h) {
			return i
		}
	}
	return -1
}

// subject returns the words of a source, without the clause that tells more of it.
func (r *cast) subject(who int) lang.Range {
	s := lang.Range{Start: r.left[who], End: r.right[who]}
	for k := who + 1; k < s.End; k++ {
		if f := r.doc.Form(k); f == "," || f == "(" || f == "—" || f == "–" || r.lower(k) == "who" {
			s.End = k
		}
	}
	if r.doc.Tokens[s.Start].UPOS == "ADP" {
		s.Start++
	}
	return s
}

// attributed makes an attribution of a cue, a source and a quotation.
func (r *cast) attributed(cue, source, content lang.Range) (Attribution, bool) {
	if source.Empty() || content.Empty() {
		return Attribution{}, false
	}
	return Attribution{Cue: []lang.Range{cue}, Source: []lang.Range{source}, Content: []lang.Range{content}, Parent: -1, Quoted: Direct, Confidence: 0.6}, true
}
