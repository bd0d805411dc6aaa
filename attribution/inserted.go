package attribution

import (
	"strings"

	"rapporteur/lang"
)

// Tellings that stand in the middle of their words, "The base, Marrow conceded, was lost", and quotations
// that are part of a clause, "likened the draft to “a cage”", for which no cue was found.

// addInserted adds the tellings between two commas, or at the end of a sentence behind one, for which no cue was found.
func (r *cast) addInserted() {
	for _, s := range r.doc.Sentences {
		if s.Heading || s.Len() < 7 {
			continue
		}
		for j := s.Start + 2; j < min(s.End, len(r.doc.Tokens))-2; j++ {
			if x, ok := r.insertion(j, s); ok {
				r.putInserted(x)
				break
			}
		}
	}
}

// insertion returns the telling whose verb is token j, if it stands between commas.
func (r *cast) insertion(j int, s lang.Sentence) (x tail, ok bool) {
	t := &r.doc.Tokens[j]
	if t.UPOS != "VERB" || r.quoted[j] || t.XPOS != "VBD" && t.XPOS != "VBZ" {
		return x, false
	}
	x.cue = lang.Range{Start: j, End: j + 1}
	if plainly := t.Lemma == "make" && plainWords[r.lower(j+1)]; plainly {
		x.cue.End++
	} else if classOf(t.Lemma, "VERB")&speech == 0 {
		return x, false
	}
	from := j - 1
	for from > s.Start && j-from < 9 && r.sourceWord(from) {
		from--
	}
	if from <= s.Start || from == j-1 || r.doc.Form(from) != "," {
		return x, false
	}
	x.source = lang.Range{Start: from + 1, End: j}
	if h := r.voiceHead(x.source); h < 0 || !r.canSpeak(h) || isCalendar(r.doc.Form(h)) || r.doc.Tokens[h].UPOS == "NOUN" && r.lex.class(r.doc.Tokens[h].Lemma) == 0 {
		return x, false
	}
	end := x.cue.End
	for end < s.End && end-x.cue.End < 9 && r.doc.Form(end) != "," {
		if u := r.doc.Tokens[end].UPOS; u == "VERB" || u == "AUX" || u == "SCONJ" || u == "CCONJ" || isQuote(r.doc.Form(end)) || r.lower(end) == "that" || r.quoted[end] {
			return x, false
		}
		end++
	}
	if end >= s.End-1 || r.doc.Form(end) != "," {
		return x, false
	}
	x.words, x.more = lang.Range{Start: s.Start, End: from}, lang.Range{Start: end + 1, End: s.End}
	for x.more.End > x.more.Start && isPunct(r.doc.Form(x.more.End-1)) {
		x.more.End--
	}
	return x, x.words.Len() > 0 && x.more.Len() > 1 && r.goesOnBehind(x)
}

// plainWords are what is made of something by who leaves no doubt of it: "Marrow made plain on Monday".
var plainWords = wordSet("clear plain known")

// sourceWord reports whether token i may be a part of the subject of an insertion.
func (r *cast) sourceWord(i int) bool {
	switch r.doc.Tokens[i].UPOS {
	case "NOUN", "PROPN", "ADJ", "DET", "NUM":
		return !r.quoted[i]
	case "PRON":
		f := r.lower(i)
		return f == "he" || f == "she" || f == "they" || f == "it" || f == "his" || f == "her" || f == "its" || f == "their"
	case "ADP":
		f := r.lower(i)
		return f == "of" || f == "for" || f == "in" || f == "at" || f == "from"
	}
	return isPossessive(r.doc.Form(i))
}

// goesOnBehind reports whether the clause that an insertion interrupts goes on behind it: its verb stands behind,
// or what hangs on the verb before.
func (r *cast) goesOnBehind(x tail) bool {
	if w := r.lower(x.words.Start); opensSubordinate[w] && !r.finiteIn(x.more) {
		return false
	}
	if r.finiteIn(x.words) {
		switch r.doc.Tokens[x.more.Start].UPOS {
		case "CCONJ", "SCONJ", "PRON":
			return false
		case "VERB":
			return r.doc.Tokens[x.more.Start].XPOS != "VBG" && !r.sourceIsSubject(x)
		}
		return !r.finiteIn(x.more) && !r.sourceIsSubject(x)
	}
	return r.finiteIn(x.more) && !r.sourceIsSubject(x)
}

// sourceIsSubject reports whether what stands before an insertion only tells when or where it was told: "On Monday, Marrow said, …".
func (r *cast) sourceIsSubject(x tail) bool {
	if u := r.doc.Tokens[x.words.Start].UPOS; (u == "ADP" || u == "ADV" || u == "SCONJ" || u == "CCONJ") && !r.finiteIn(x.words) {
		return true
	}
	for i := x.words.Start; i < x.words.End; i++ {
		if u := r.doc.Tokens[i].UPOS; u == "NOUN" || u == "PROPN" || u == "PRON" || u == "VERB" {
			return false
		}
	}
	return true
}

// putInserted adds an insertion, or gives a cue that was found without them the words around it.
func (r *cast) putInserted(x tail) {
	for n := range r.said.Attributions {
		a := &r.said.Attributions[n]
		if covers(a.Content, x.cue.Start) && a.Quoted == Direct {
			return
		}
		if !covers(a.Cue, x.cue.Start) {
			continue
		}
		if common(a.Content, []lang.Range{x.words})*2 < x.words.Len() || common(a.Content, []lang.Range{x.more})*2 < x.more.Len() {
			a.Source, a.Content = []lang.Range{x.source}, []lang.Range{x.words, x.more}
			r.holdTail(n)
		}
		return
	}
	r.said.Attributions = append(r.said.Attributions, Attribution{
		Cue: []lang.Range{x.cue}, Source: []lang.Range{x.source}, Content: []lang.Range{x.words, x.more}, Parent: -1, Confidence: 0.6,
	})
	r.holdTail(len(r.said.Attributions) - 1)
}

// dropInformed takes from what is told those who are told it: "informed its leader, Otto Varga, | that …".
func (r *cast) dropInformed() {
	for n := range r.said.Attributions {
		a := &r.said.Attributions[n]
		if len(a.Content) == 0 || len(a.Cue) == 0 || a.Content[0].Start < a.Cue[0].End || !informs[r.doc.Tokens[max(r.cueHead(a), 0)].Lemma] {
			continue
		}
		if len(a.Content) > 1 && (r.lower(a.Content[1].Start-1) == "that" || r.lower(a.Content[1].Start) == "that") && !r.verbIn(a.Content[0]) {
			a.Content = a.Content[1:]
			continue
		}
		c := &a.Content[0]
		for i := c.Start; i < min(c.End-2, c.Start+12); i++ {
			if u := r.doc.Tokens[i].UPOS; u == "VERB" || u == "AUX" || r.quoted[i] {
				break
			}
			if r.lower(i) == "that" && i > c.Start && r.doc.Tokens[i].UPOS == "SCONJ" {
				c.Start = i
				break
			}
		}
	}
}

// verbIn reports whether words have a verb.
func (r *cast) verbIn(words lang.Range) bool {
	for i := words.Start; i < words.End; i++ {
		if u := r.doc.Tokens[i].UPOS; u == "VERB" || u == "AUX" {
			return true
		}
	}
	return false
}

// informs are verbs that take who is told and what.
var informs = wordSet("inform notify assure reassure advise warn remind tell persuade convince caution promise")

// addEmbedded adds the attributions of quotations that are part of what a verb of speaking takes,
// and to whom no cue gives them: "likened the draft to “a cage of rules”".
func (r *cast) addEmbedded() {
	for q := range r.quotations {
		if q.Len() < 2 || q.Start == 0 || q.End >= len(r.doc.Tokens) || r.sent[q.Start] != r.sent[q.End-1] || r.titled(q) {
			continue
		}
		if a, ok := r.embedded(q); ok {
			r.addQuoted(q, a)
		}
	}
}

// titled reports whether a quotation is a name or a title: “Made in Norvana”.
func (r *cast) titled(q lang.Range) bool {
	for i := q.Start; i < q.End; i++ {
		if f := r.doc.Form(i); len(f) > 3 && f == strings.ToLower(f) {
			return false
		}
	}
	return true
}

// embedded returns the attribution of a quotation to the subject of the verb of speaking that it hangs on.
func (r *cast) embedded(q lang.Range) (a Attribution, ok bool) {
	v := r.governs(q)
	for steps := 0; v >= 0 && steps < 6 && (q.Contains(v) || !r.speaksOf(v)); steps++ {
		if v = r.doc.Tokens[v].Head; v >= 0 && !q.Contains(v) && r.told(v) && !r.speaksOf(v) {
			return a, false
		}
	}
	if v < 0 || q.Contains(v) || !r.speaksOf(v) || v > q.Start || r.suffers(v) || q.Start > v+2 && r.doc.Form(q.Start-2) == "," {
		return a, false
	}
	up := v
	x := r.child(up, "nsubj")
	for steps := 0; x < 0 && steps < 3 && r.doc.Tokens[up].Head >= 0; steps++ {
		switch r.doc.Tokens[up].Rel {
		case "xcomp", "conj", "advcl":
			up = r.doc.Tokens[up].Head
			x = r.child(up, "nsubj")
		default:
			return a, false
		}
	}
	if x < 0 || x > v || r.lower(x) == "who" || r.lower(x) == "which" || r.lower(x) == "that" || !r.canSpeak(x) || r.doc.Tokens[x].UPOS == "NOUN" && r.lex.class(r.doc.Tokens[x].Lemma) == 0 {
		return a, false
	}
	content := lang.Range{Start: v + 1, End: min(max(r.right[v], q.End+1), r.doc.Sentences[r.sent[v]].End)}
	if k := r.child(v, "ccomp"); k > v && r.left[k] > v && r.left[k] < q.Start {
		content.Start = r.left[k] // "said during a visit | that …"
	}
	if w := r.lower(v - 1); r.lower(x-1) == "what" || r.lower(r.left[x]-1) == "what" || w == "so" {
		return a, false // "what Marrow called “a cage”" is what the report tells
	}
	for content.End > q.End+1 && isPunct(r.doc.Form(content.End-1)) {
		content.End--
	}
	a, ok = r.attributed(lang.Range{Start: v, End: v + 1}, r.subject(x), content)
	a.Quoted = Partly
	return a, ok && !a.Source[0].Contains(v)
}

// suffers reports whether a verb is passive: "has been cast as".
func (r *cast) suffers(v int) bool {
	for _, k := range r.children(v) {
		if t := &r.doc.Tokens[k]; t.Lemma == "be" && int(k) < v && r.doc.Tokens[v].XPOS == "VBN" {
			return true
		}
	}
	return false
}

// speaksOf reports whether token i is a verb of speaking outside of quotation marks, not negated.
func (r *cast) speaksOf(i int) bool {
	t := &r.doc.Tokens[i]
	if t.UPOS != "VERB" || r.quoted[i] || classOf(t.Lemma, "VERB")&speech == 0 {
		return false
	}
	for _, k := range r.children(i) {
		if w := r.lower(int(k)); w == "not" || w == "n't" || w == "never" {
			return false
		}
	}
	return true
}
