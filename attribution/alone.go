package attribution

import (
	"strings"

	"rapporteur/lang"
)

// Quotations that stand alone as a sentence, with no verb of saying beside them: the
// sentence before or behind them tells whose they are.

// utterances are nouns for what somebody says, by which the sentence beside it names a quotation.
var utterances = wordSet(`words word assessment verdict message warning reaction response reply answer retort comment remark observation complaint
	lament plea appeal view opinion judgement judgment conclusion advice line refrain mantra question quip joke outburst threat promise pledge call
	accusation charge claim denial admission confession statement declaration announcement prediction forecast explanation summary take testimony cry
	rejoinder riposte sentiment phrase quote quotation diagnosis prognosis criticism rebuke salvo argument point reasoning motto credo stance position
	tone language description reminder request demand speech challenge objection concern fear hope suggestion proposal characterisation characterization`)

// manners are what a body does in a sentence that leads up to its words.
var manners = wordSet(`strike hit fire weigh respond react mince disagree agree beg differ demur shrug bristle bridle push sound counter answer`)

// wordSet makes a set of the words of a text.
func wordSet(s string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(s) {
		set[w] = true
	}
	return set
}

// ownerBeside returns whose a quotation is by the sentences beside it, nil where attribution
// last, of who spoke last, goes on in it or nobody is told.
func (r *cast) ownerBeside(q lang.Range, last int) []Source {
	if r.doc.Form(q.End-1) == "," {
		return nil // the sentence goes on
	}
	if list := r.ownerBehind(q); list != nil {
		return list
	}
	here := int(r.sent[q.Start])
	if here == 0 {
		return nil
	}
	s, first := r.doc.Sentences[here-1], r.doc.Sentences[here]
	if s.Paragraph < first.Paragraph-1 || last >= 0 && (s.Paragraph < first.Paragraph || int(r.sent[r.said.Attributions[last].Cue[0].Start]) >= here-1) {
		return nil
	}
	if s.Paragraph == first.Paragraph {
		return r.ownerBefore(s)
	}
	// a paragraph of quotation after one about somebody
	if q.Len() < 6 {
		return nil
	}
	if list := r.ownerBefore(s); list != nil {
		return list
	}
	if e := r.lastPerson(here-1, s.Paragraph); e >= 0 && !s.Heading && r.finiteIn(s.Range) {
		return []Source{{Name: r.ents[e].name, Type: typeOf(&r.ents[e]), Entity: e}}
	}
	return nil
}

// ownerBehind returns whose a quotation is by the sentence behind it in its paragraph:
// "The verdict came from Marrow", "Thus Marrow, …", "That is how Marrow sees it".
func (r *cast) ownerBehind(q lang.Range) []Source {
	at := int(r.sent[q.End-1]) + 1
	if at < len(r.doc.Sentences) && r.doc.Sentences[at].Len() < 2 && isPunct(r.doc.Form(r.doc.Sentences[at].Start)) {
		at++
	}
	if at >= len(r.doc.Sentences) || r.doc.Sentences[at].Paragraph != r.doc.Sentences[r.sent[q.Start]].Paragraph {
		return nil
	}
	s := r.doc.Sentences[at]
	first := s.Start
	for first < s.End && isQuote(r.doc.Form(first)) {
		first++
	}
	if first+1 >= s.End || r.quoted[first] {
		return nil
	}
	switch r.lower(first) {
	case "thus", "so":
		i := first + 1
		if r.doc.Tokens[i].UPOS == "VERB" || r.doc.Tokens[i].UPOS == "AUX" {
			i++
		}
		if who := r.named[min(i+3, s.End-1)]; r.lower(first) == "so" && i == first+1 || who == 0 && !r.nominal(i) {
			return nil
		}
		return r.sourceVoices([]lang.Range{r.upToComma(i, s.End)})
	case "the", "this", "these", "those", "that", "such", "it":
	default:
		return nil
	}
	for i := first; i < min(s.End, first+6); i++ {
		t := &r.doc.Tokens[i]
		if t.UPOS == "NOUN" && utterances[strings.ToLower(t.Lemma)] || i > first+1 && (r.lower(i) == "how" || r.lower(i) == "what") {
			return r.ownerFrom(i, s.End)
		}
	}
	return nil
}

// ownerFrom returns who is named behind a noun for words: behind "from", "by", "of", as the
// owner of the noun, or as subject behind "how".
func (r *cast) ownerFrom(i, end int) []Source {
	if w := r.lower(i); w == "how" || w == "what" {
		if !r.nominal(i + 1) {
			return nil
		}
		for k := i + 1; k < end; k++ {
			if u := r.doc.Tokens[k].UPOS; u == "VERB" || u == "AUX" {
				return r.speakers(lang.Range{Start: i + 1, End: k})
			}
		}
		return nil
	}
	if who := r.child(i, "nmod:poss"); who >= 0 {
		return r.speakers(lang.Range{Start: r.left[who], End: r.right[who]})
	}
	for k := i + 1; k+1 < end && !r.quoted[k]; k++ {
		switch r.lower(k) {
		case "from", "by", "of":
			if r.lower(k+1) == "the" || r.capital(k+1) || r.nominal(k+1) {
				if list := r.speakers(r.upToComma(k+1, end)); list != nil {
					return list
				}
			}
		}
	}
	return nil
}

// upToComma returns the words from token i up to a clause that tells more.
func (r *cast) upToComma(i, end int) lang.Range {
	s := lang.Range{Start: i, End: i}
	for s.End < end {
		f, t := r.doc.Form(s.End), &r.doc.Tokens[s.End]
		if s.End > i && (f == "." || f == ":" || f == ";" || f == "—" || f == "–" || r.lower(s.End) == "who" || t.UPOS == "SCONJ" || t.UPOS == "VERB" && t.XPOS != "VBN") {
			break
		}
		if f == "," && r.voiceHead(s) >= 0 && r.personOf(r.voiceHead(s)) {
			break
		}
		s.End++
	}
	return s
}

// speakers returns the voices of words that name people or bodies, nil where they name a paper or an outlet.
func (r *cast) speakers(words lang.Range) []Source {
	list := r.sourceVoices([]lang.Range{words})
	for _, v := range list {
		if v.Type == Document || v.Type == Outlet {
			return nil
		}
	}
	return list
}

// personOf reports whether token i stands for one person.
func (r *cast) personOf(i int) bool {
	m := r.mentionAt(i)
	if m < 0 {
		return false
	}
	e := &r.ents[r.find(r.mentions[m].ent)]
	return e.kind == lang.PER || e.kind == "" && e.class&personNoun != 0 && !e.plural
}

// ownerBefore returns whose a quotation is by sentence s before it: a person of whom the
// sentence is, or the owner of words that it names.
func (r *cast) ownerBefore(s lang.Sentence) []Source {
	if s.Heading || s.Item || s.Len() < 2 {
		return nil
	}
	for i := s.Start; i < s.End; i++ {
		if r.quoted[i] {
			return nil
		}
	}
	root := s.Start
	for i := s.Start; i < s.End; i++ {
		if h := r.doc.Tokens[i].Head; h < s.Start || h >= s.End {
			root = i
			break
		}
	}
	if r.saysNothing(root) {
		return nil
	}
	if first := r.lower(s.Start); first == "for" || first == "to" {
		if who := r.doc.Tokens[s.Start].Head; who > s.Start && r.doc.Form(r.right[who]) == "," && r.personOf(who) {
			return r.speakers(r.subject(who))
		}
	}
	x := r.child(root, "nsubj", "nsubj:pass")
	if x < 0 {
		return nil
	}
	if t := &r.doc.Tokens[x]; t.UPOS == "NOUN" && utterances[strings.ToLower(t.Lemma)] && r.mentionAt(x) < 0 {
		return r.ownerFrom(x, min(r.right[x], s.End))
	}
	if r.personOf(x) {
		return r.voice(x, r.subject(x))
	}
	if m := r.mentionAt(x); m >= 0 && r.ents[r.find(r.mentions[m].ent)].kind == lang.ORG && (r.child(root, "cop") >= 0 && r.doc.Tokens[root].UPOS == "ADJ" || manners[r.doc.Tokens[root].Lemma]) {
		return r.speakers(r.subject(x))
	}
	return nil
}

// saysNothing reports whether the clause of token i tells that nothing was said, or that somebody listened or read.
func (r *cast) saysNothing(i int) bool {
	switch r.doc.Tokens[i].Lemma {
	case "decline", "refuse", "fail", "listen", "read":
		return true
	}
	for n := range r.said.Attributions {
		if a := &r.said.Attributions[n]; a.Negated && covers(a.Cue, i) {
			return true
		}
	}
	return false
}

// standAlone gives a quotation that is a sentence of its own to whom the sentences beside it give it.
func (r *cast) standAlone(q lang.Range, list []Source) {
	end := min(q.End+1, len(r.doc.Tokens))
	r.said.Attributions = append(r.said.Attributions, Attribution{
		Cue: []lang.Range{{Start: max(q.Start-1, 0), End: q.Start}}, Content: []lang.Range{{Start: q.Start, End: end}},
		Parent: -1, Quoted: Direct, Confidence: 0.5, Voices: list,
	})
}
