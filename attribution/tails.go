package attribution

import (
	"rapporteur/lang"
)

// tails mends or adds the tellings that stand behind their words at the end of a
// sentence, "…, two negotiators confirmed.", where the tree took them for something else.
func (r *cast) tails() {
	for _, s := range r.doc.Sentences {
		if s.Heading || s.Len() < 7 {
			continue
		}
		for j := min(s.End, len(r.doc.Tokens)) - 1; j > s.Start+4; j-- {
			if x, ok := r.tailAt(j, s); ok {
				r.putTail(x, s)
				break
			}
		}
	}
}

// tail is a telling at the end of its sentence.
type tail struct {
	cue, source, words lang.Range
	more               lang.Range // what is told behind the telling: ", leaving pay and pensions"
}

// tailAt returns the telling whose verb is token j, if it stands behind its words.
func (r *cast) tailAt(j int, s lang.Sentence) (x tail, ok bool) {
	t := &r.doc.Tokens[j]
	plainly := t.Lemma == "make" && j+1 < s.End && plainWords[r.lower(j+1)]
	if t.UPOS != "VERB" || r.quoted[j] || classOf(t.Lemma, "VERB")&speech == 0 && !plainly {
		return x, false
	}
	switch t.XPOS {
	case "VBD", "VBZ", "VBP", "VBN":
	default:
		return x, false
	}
	x.cue = lang.Range{Start: j, End: j + 1 + boolInt(plainly)}
	for k := x.cue.Start - 1; k > s.Start && r.doc.Tokens[k].Lemma == "have" && r.doc.Tokens[k].UPOS == "AUX"; k-- {
		x.cue.Start = k
	}
	from := r.sourceBefore(x.cue.Start, s)
	if from < s.Start+4 {
		return x, false
	}
	if n := r.named[from-2]; n > 0 && r.ents[r.find(r.mentions[n-1].ent)].kind == lang.PER && r.mentions[n-1].End == from-1 {
		// "…,” Ilse Marrow, head of the delegation, said": the name is of the source
		start := r.mentions[n-1].Start
		for start > s.Start && r.doc.Tokens[start-1].Head >= start && r.doc.Tokens[start-1].Head < from && partOfNext[r.doc.Tokens[start-1].Rel] {
			start--
		}
		if f := r.doc.Form(max(start-1, 0)); start < s.Start+4 || f != "," && !isQuote(f) {
			return x, false
		}
		from = start
	}
	x.source = lang.Range{Start: from, End: x.cue.Start}
	x.words = lang.Range{Start: s.Start, End: from}
	if !isQuote(r.doc.Form(from - 1)) {
		x.words.End--
	}
	if f := r.doc.Form(x.words.Start); f == "-" || f == "–" || f == "•" || f == "*" {
		x.words.Start++
	}
	if !r.finiteIn(x.words) || opensSubordinate[r.lower(x.words.Start)] {
		return x, false
	}
	if x.more, ok = r.tailEnd(x.cue.End, s, t.Lemma == "tell"); !ok && r.swallowed(x) {
		// "The parties accept the draft, the chair, Ruth Amsel, said in Lund, and the others will reply"
		for k := x.cue.End; k+1 < s.End && !ok; k++ {
			if r.doc.Form(k) == "," && (r.lower(k+1) == "and" || r.lower(k+1) == "but") {
				x.more, ok = lang.Range{Start: k + 1, End: s.End}, true
			}
		}
		for x.more.End > x.more.Start && isPunct(r.doc.Form(x.more.End-1)) {
			x.more.End--
		}
	}
	return x, ok
}

// swallowed reports whether the words before a tail were taken for words of its source.
func (r *cast) swallowed(x tail) bool {
	for n := range r.said.Attributions {
		a := &r.said.Attributions[n]
		if covers(a.Cue, x.cue.End-1) && len(a.Source) > 0 && common(a.Source, []lang.Range{x.words})*2 > x.words.Len() {
			return true
		}
	}
	return false
}

// opensSubordinate are the words with which a clause opens that is told by nobody:
// "After the talks failed, the union said …".
var opensSubordinate = map[string]bool{
	"after": true, "before": true, "when": true, "while": true, "as": true, "if": true, "although": true, "though": true, "since": true, "because": true,
	"once": true, "until": true, "whereas": true, "whenever": true, "unless": true, "where": true, "asked": true, "who": true, "which": true,
}

// sourceBefore returns the token at which a source that ends before token end begins:
// nouns behind a comma, with an apposition or without; -1 where there is none.
func (r *cast) sourceBefore(end int, s lang.Sentence) int {
	commas, i := 0, end-1
	if i > s.Start && r.doc.Form(i) == "," {
		commas, i = 1, i-1
	}
	nouns := 0
	for ; i > s.Start; i-- {
		if r.quoted[i] {
			return -1
		}
		if r.doc.Form(i) == "," {
			if nouns == 0 {
				return -1
			}
			if commas == 0 {
				break
			}
			commas--
			continue
		}
		if who := r.relativeBefore(i, s.Start); who > 0 {
			i = who // "three pilots who have read it"
			continue
		}
		switch t := &r.doc.Tokens[i]; t.UPOS {
		case "NOUN", "PROPN":
			nouns++
		case "PRON":
			switch r.lower(i) {
			case "he", "she", "they", "it", "others", "both", "some", "another", "one":
				nouns++
			case "his", "her", "their", "its", "them":
			default:
				return -1
			}
		case "DET", "ADJ", "NUM", "PART":
			if r.lower(i) == "to" || r.lower(i) == "not" {
				return -1
			}
			if t.UPOS == "NUM" || t.UPOS == "DET" && i == end-1 {
				nouns++
			}
		case "ADP":
			if isCiting(r.doc, i) || r.lower(i) == "according" {
				return -1
			}
		case "CCONJ":
			if r.lower(i) != "and" {
				return -1
			}
		default:
			if !isPossessive(r.doc.Form(i)) {
				return -1
			}
		}
	}
	if i <= s.Start {
		return -1
	}
	switch r.doc.Tokens[i+1].UPOS {
	case "ADP", "CCONJ", "PART":
		return -1
	}
	source := lang.Range{Start: i + 1, End: end}
	h := r.voiceHead(source)
	if h < 0 || !r.canSpeak(h) || isCalendar(r.doc.Form(h)) {
		return -1
	}
	// A noun must name a voice: "prices" told nothing.
	if t := &r.doc.Tokens[h]; t.UPOS == "NOUN" && r.lex.class(t.Lemma) == 0 {
		return -1
	}
	return i + 1
}

// relativeBefore returns the "who" of a relative clause that ends at token i, 0 for none.
func (r *cast) relativeBefore(i, start int) int {
	verb := false
	for k := i; k > start && i-k < 9 && r.doc.Form(k) != ","; k-- {
		switch u := r.doc.Tokens[k].UPOS; {
		case r.lower(k) == "who":
			if verb {
				return k
			}
			return 0
		case u == "VERB", u == "AUX":
			verb = true
		}
	}
	return 0
}

// finiteIn reports whether words have a finite verb outside of quotation marks, or a quotation.
func (r *cast) finiteIn(words lang.Range) bool {
	for i := words.Start; i < words.End; i++ {
		switch r.doc.Tokens[i].XPOS {
		case "VBD", "VBZ", "VBP", "MD":
			return true
		}
	}
	return false
}

// tailEnd reports whether nothing stands between token i and the end of a sentence
// but when, where and to whom it was told, and whom the source cites; it returns the
// words with which the telling's content goes on there, ", leaving …".
func (r *cast) tailEnd(i int, s lang.Sentence, hearer bool) (more lang.Range, ok bool) {
	if i < s.End && !hearer {
		switch t := &r.doc.Tokens[i]; t.UPOS {
		case "PUNCT", "ADP", "ADV", "SCONJ":
		case "PROPN", "NOUN", "ADJ", "DET":
			if k := i + boolInt(t.UPOS != "PROPN"); !isCalendar(r.doc.Form(i)) && (k >= s.End || !timeWords[r.lower(k)]) && !timeWords[r.lower(i)] {
				return more, false
			}
		default:
			return more, false
		}
	}
	for ; i < s.End; i++ {
		if isCiting(r.doc, i) || r.lower(i) == "according" || r.lower(i) == "who" || r.lower(i) == "which" {
			return more, true
		}
		f, t := r.doc.Form(i), &r.doc.Tokens[i]
		switch {
		case isQuote(f), f == ":", f == ";", f == "that", r.quoted[i]:
			return more, false
		case t.UPOS == "VERB" && t.XPOS == "VBG" && r.lower(i-1) == "without":
			return more, true
		case t.UPOS == "VERB" && t.XPOS == "VBG" && r.doc.Form(i-1) == "," && classOf(t.Lemma, "VERB")&speech == 0:
			more = lang.Range{Start: i, End: s.End}
			for more.End > more.Start && isPunct(r.doc.Form(more.End-1)) {
				more.End--
			}
			for k := more.Start; k < more.End; k++ {
				if r.quoted[k] {
					return lang.Range{}, false
				}
			}
			return more, true
		case t.UPOS == "VERB" && t.XPOS != "VBN", t.UPOS == "AUX":
			return more, false
		}
	}
	return more, true
}

// timeWords are nouns and adjectives that tell when, right behind a verb of telling.
var timeWords = map[string]bool{
	"last": true, "this": true, "yesterday": true, "today": true, "earlier": true, "late": true, "early": true, "night": true, "week": true, "month": true,
	"year": true, "morning": true, "evening": true, "afternoon": true, "weekend": true, "hours": true, "days": true, "tonight": true,
}

// putTail mends the attribution of a tail, or adds it.
func (r *cast) putTail(x tail, s lang.Sentence) {
	if m := r.mentionAt(r.voiceHead(x.source)); m >= 0 && r.mentions[m].End > x.source.End {
		// the tree took the telling for a part of its source
		at := &r.mentions[m].Range
		at.End = x.source.End
		if e := &r.ents[r.find(r.mentions[m].ent)]; e.kind == "" && len(e.mentions) == 1 {
			e.name = r.nameOf(*at)
		}
	}
	all := r.said.Attributions
	for n := range all {
		a := &all[n]
		if !covers(a.Cue, x.cue.End-1) {
			continue
		}
		if common(a.Content, []lang.Range{x.words})*3 > x.words.Len()*2 && (len(a.Source) > 0 && a.Source[0].Start >= x.source.Start) {
			return // it has its words
		}
		for _, c := range a.Content {
			if c.Start >= x.cue.End && s.Covers(c) && r.finiteIn(c) && !x.more.Covers(c) {
				return
			}
		}
		kept := []lang.Range{x.words}
		if !x.more.Empty() {
			kept = append(kept, x.more)
		}
		for _, c := range a.Content {
			if c.Start >= s.End && (r.quoted[c.Start] || isQuote(r.doc.Form(c.Start))) {
				kept = append(kept, c)
			}
		}
		if len(a.Source) == 0 || !x.source.Overlaps(a.Source[0]) || r.finiteIn(a.Source[0]) && !x.source.Covers(a.Source[0]) {
			a.Source = []lang.Range{x.source}
		}
		a.Content = kept
		r.holdTail(n)
		return
	}
	content := []lang.Range{x.words}
	if !x.more.Empty() {
		content = append(content, x.more)
	}
	r.said.Attributions = append(r.said.Attributions, Attribution{
		Cue: []lang.Range{x.cue}, Source: []lang.Range{x.source}, Content: content, Parent: -1, Confidence: 0.6,
	})
	r.holdTail(len(r.said.Attributions) - 1)
}

// holdTail sets a telling at the end of its sentence around all that is told before it.
func (r *cast) holdTail(n int) {
	all := r.said.Attributions
	all[n].Parent = r.holder(n)
	for m := range all {
		b := &all[m]
		if m == n || len(b.Cue) == 0 || !covers(all[n].Content, b.Cue[0].Start) || r.holds(m, n) {
			continue
		}
		if b.Parent < 0 || b.Parent == all[n].Parent {
			b.Parent = n
		}
	}
}
