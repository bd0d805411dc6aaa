package attribution

import (
	"rapporteur/lang"
)

// Attributions whose source or content was taken from the wrong side.

// mendQuoted sorts out "X was quoted by the Post as saying that …": X is the source, what follows is the content.
func (r *cast) mendQuoted() {
	all := r.said.Attributions
	drop := make([]bool, len(all))
	for n := range all {
		a := &all[n]
		head := r.cueHead(a)
		if head < 0 || r.doc.Tokens[head].Lemma != "quote" && r.doc.Tokens[head].Lemma != "cite" || r.child(head, "aux:pass") < 0 {
			continue
		}
		x := r.child(head, "nsubj:pass", "nsubj")
		if x < 0 {
			continue
		}
		subject := lang.Range{Start: r.left[x], End: min(r.right[x], head)}
		a.Source = []lang.Range{subject}
		var kept []lang.Range
		for _, c := range a.Content {
			if c.Overlaps(subject) {
				continue
			}
			if r.lower(c.Start) == "as" && c.Len() > 2 {
				c.Start += 2
			}
			kept = append(kept, c)
		}
		a.Content = kept
		for m := range all {
			if b := &all[m]; m != n && len(b.Cue) > 0 && b.Cue[0].Start > head && b.Cue[0].Start <= head+8 && r.doc.Tokens[r.cueHead(b)].XPOS == "VBG" && common(a.Content, b.Content) > 0 {
				a.Content, a.Quoted = b.Content, b.Quoted
				drop[m] = true
			}
		}
	}
	r.drop(drop)
}

// mendAnnounced holds "the tariffs announced by X" to what a participle stands
// behind, where the clause around it was taken for X's words.
func (r *cast) mendAnnounced() {
	for n := range r.said.Attributions {
		a := &r.said.Attributions[n]
		head := r.cueHead(a)
		if head < 0 || r.doc.Tokens[head].XPOS != "VBN" || r.doc.Tokens[head].Rel != "acl" || r.child(head, "obl:agent", "obl") < 0 || a.Quoted != Indirect {
			continue
		}
		noun := r.doc.Tokens[head].Head
		if noun < 0 || noun > head || len(a.Content) != 1 || !a.Content[0].Contains(noun) || a.Content[0].End > head+1 {
			continue
		}
		for i := a.Content[0].Start; i < noun; i++ {
			if u := r.doc.Tokens[i].UPOS; u == "VERB" && int(r.left[noun]) > i {
				a.Content[0].Start = int(r.left[noun])
				break
			}
		}
	}
}

// mendInverted turns ", writes correspondent Alec Rafferty, …" round where the
// source was taken for the content, and lengthens a content that is only the
// subject of its clause.
func (r *cast) mendInverted() {
	for n := range r.said.Attributions {
		a := &r.said.Attributions[n]
		head := r.cueHead(a)
		if head < 1 || len(a.Content) != 1 || !sayings[r.doc.Tokens[head].Lemma] {
			continue
		}
		c := a.Content[0]
		s := r.doc.Sentences[r.sent[head]]
		verb := false
		for i := c.Start; i < c.End; i++ {
			verb = verb || r.doc.Tokens[i].UPOS == "VERB" || r.doc.Tokens[i].UPOS == "AUX" || r.quoted[i]
		}
		if verb || c.Start < head || c.Start > head+2 {
			continue
		}
		if r.doc.Form(head-1) == "," || isQuote(r.doc.Form(head-1)) {
			if h := r.voiceHead(c); h >= 0 && r.mentionAt(h) >= 0 {
				e := &r.ents[r.find(r.mentions[r.mentionAt(h)].ent)]
				if t := typeOf(e); t == Person || t == Outlet || t == Anonymous {
					content := lang.Range{Start: s.Start, End: head}
					for content.End > content.Start && r.doc.Form(content.End-1) == "," {
						content.End--
					}
					if !content.Empty() {
						a.Source, a.Content = []lang.Range{c}, []lang.Range{content}
					}
				}
			}
			continue
		}
		if c.End < s.End && (r.doc.Tokens[c.End].UPOS == "AUX" || r.doc.Tokens[c.End].UPOS == "VERB" && r.doc.Tokens[c.End].XPOS != "VBN") {
			end := s.End
			for end > c.End && isPunct(r.doc.Form(end-1)) {
				end--
			}
			a.Content[0].End = end
		}
	}
}

// mendCited gives an attribution behind its words (", MNA reports, citing an
// official") those words, where it was given the citing.
func (r *cast) mendCited() {
	for n := range r.said.Attributions {
		a := &r.said.Attributions[n]
		if len(a.Source) == 0 || len(a.Cue) == 0 || len(a.Content) == 0 || a.Parent >= 0 {
			continue
		}
		at := a.Content[0].Start
		s := r.doc.Sentences[r.sent[at]]
		start := min(a.Source[0].Start, a.Cue[0].Start)
		if !isCiting(r.doc, at) || at < a.Cue[0].End || start-4 < s.Start || r.doc.Form(start-1) != "," {
			continue
		}
		a.Content = []lang.Range{{Start: s.Start, End: start - 1}}
	}
}

// isAsked reports whether token i is what somebody was asked or told by one who is
// not named, "asked whether she would go, Marrow said": Marrow asked nothing.
func (r *cast) isAsked(i int) bool {
	t := &r.doc.Tokens[i]
	switch t.Lemma {
	case "ask", "question", "tell", "assure", "press", "query", "challenge", "quiz", "grill", "probe":
		return t.XPOS == "VBN" && r.child(i, "nsubj", "obl:agent") < 0 && (r.child(i, "aux:pass") >= 0 || r.child(i, "aux") < 0 && t.Rel == "advcl")
	}
	return false
}

// dropCiting leaves out attributions whose cue is only the citing of a source,
// or the being asked, and weak ones whose source is nobody.
func (r *cast) dropCiting() {
	all := r.said.Attributions
	drop := make([]bool, len(all))
	for n := range all {
		a := &all[n]
		head := r.cueHead(a)
		if head < 0 {
			continue
		}
		if isCiting(r.doc, head) || r.isAsked(head) {
			drop[n] = true
			continue
		}
		if a.Parent >= 0 && a.Confidence < 0.5 && !sayings[r.doc.Tokens[head].Lemma] && !assertive[r.doc.Tokens[head].Lemma] {
			drop[n] = true // a weak guess inside another content
			continue
		}
		if len(a.Source) > 0 && a.Confidence < 0.5 {
			if h := r.voiceHead(a.Source[0]); h >= 0 && r.mentionAt(h) < 0 && r.doc.Tokens[h].UPOS == "NOUN" {
				drop[n] = true
			}
		}
	}
	r.drop(drop)
}

// drop leaves out attributions of what was found.
func (r *cast) drop(drop []bool) { r.said.Attributions = keptOf(r.said.Attributions, drop) }

// keptOf leaves out attributions; what they held goes to what held them.
func keptOf(all []Attribution, drop []bool) []Attribution {
	to := make([]int, len(all))
	var kept []Attribution
	for n := range all {
		to[n] = len(kept)
		if !drop[n] {
			kept = append(kept, all[n])
		}
	}
	for k := range kept {
		p := kept[k].Parent
		for steps := 0; p >= 0 && drop[p] && steps < maxDepth; steps++ {
			p = all[p].Parent
		}
		if p >= 0 && !drop[p] {
			kept[k].Parent = to[p]
		} else {
			kept[k].Parent = -1
		}
	}
	return kept
}

// partOfNext are the relations of words that belong to the noun behind them.
var partOfNext = map[string]bool{"compound": true, "amod": true, "det": true, "nmod:poss": true, "nummod": true}

// turnBack mends the content of a source that ends its sentence, ", the ministry
// said on Monday.": it is what stands before.
func (r *cast) turnBack() {
	all := r.said.Attributions
	for n := range all {
		a := &all[n]
		head := r.cueHead(a)
		if head < 0 || len(a.Source) == 0 || len(a.Content) == 0 {
			continue
		}
		if !sayings[r.doc.Tokens[head].Lemma] {
			continue
		}
		s := r.doc.Sentences[r.sent[head]]
		from, to := a.Source[0].Start, a.Source[0].End
		for _, list := range [][]lang.Range{a.Source, a.Cue} {
			for _, x := range list {
				from, to = min(from, x.Start), max(to, x.End)
			}
		}
		// "Deputy" before "Foreign Minister Jonas Feld": the source is the whole phrase.
		if first := &a.Source[0]; first.Start == from {
			for from > s.Start && r.doc.Tokens[from-1].Head >= from && r.doc.Tokens[from-1].Head < first.End && partOfNext[r.doc.Tokens[from-1].Rel] {
				from--
			}
			first.Start = from
		}
		if from < s.Start+3 || to > s.End || r.doc.Form(from-1) != "," && !isQuote(r.doc.Form(from-1)) && r.doc.Form(from-1) != "-" && r.doc.Form(from-1) != "–" {
			continue
		}
		// Nothing that could be a content stands behind.
		free := true
		for i := to; i < s.End && free; i++ {
			if isCiting(r.doc, i) || r.lower(i) == "who" || r.lower(i) == "which" || r.lower(i) == "according" {
				break
			}
			t := &r.doc.Tokens[i]
			if t.UPOS == "VERB" && t.XPOS != "VBG" && t.XPOS != "VBN" || isQuote(r.doc.Form(i)) || r.lower(i) == "that" || r.doc.Form(i) == ":" {
				free = false
			}
		}
		before := lang.Range{Start: s.Start, End: from}
		for before.End > before.Start && isPunct(r.doc.Form(before.End-1)) && !isQuote(r.doc.Form(before.End-1)) {
			before.End--
		}
		for before.Start < before.End && (r.doc.Form(before.Start) == "-" || r.doc.Form(before.Start) == "•" || r.doc.Form(before.Start) == "–" || r.doc.Form(before.Start) == "*") {
			before.Start++
		}
		for _, c := range a.Content {
			free = free && !(c.Start >= to && c.End <= s.End)
		}
		if !free || before.Len() < 3 || common(a.Content, []lang.Range{before})*3 > before.Len()*2 {
			continue
		}
		verb := false
		for i := before.Start; i < before.End; i++ {
			verb = verb || r.doc.Tokens[i].UPOS == "VERB" || r.doc.Tokens[i].UPOS == "AUX"
		}
		if !verb {
			continue
		}
		var kept []lang.Range
		for _, c := range a.Content {
			if c.Start >= s.End && c.Start < len(r.quoted) && r.doc.Sentences[r.sent[c.Start]].Paragraph == s.Paragraph && (r.quoted[c.Start] || isQuote(r.doc.Form(c.Start))) {
				kept = append(kept, c)
			}
		}
		a.Content = append([]lang.Range{before}, kept...)
	}
	for n := range all {
		a := &all[n]
		if len(a.Cue) > 0 && (a.Parent < 0 || !covers(all[a.Parent].Content, a.Cue[0].Start)) {
			a.Parent = r.holder(n)
		}
	}
}

// cutTime begins a content behind the word for when it was said that stands between it and its cue: "said
// earlier | the talks would go on".
func (r *cast) cutTime() {
	for n := range r.said.Attributions {
		a := &r.said.Attributions[n]
		head := r.cueHead(a)
		if head < 0 || len(a.Content) == 0 || len(a.Cue) == 0 {
			continue
		}
		c := &a.Content[0]
		if c.Start == a.Cue[len(a.Cue)-1].End && c.Len() > 3 && saidWhen[r.lower(c.Start)] && r.doc.Tokens[c.Start].Head == head && r.doc.Tokens[c.Start].Rel != "nsubj" && r.doc.Tokens[c.Start].Rel != "obj" {
			c.Start++
		}
	}
}

// saidWhen are words for when something was said.
var saidWhen = map[string]bool{
	"earlier": true, "later": true, "recently": true, "yesterday": true, "today": true,
	"monday": true, "tuesday": true, "wednesday": true, "thursday": true, "friday": true, "saturday": true, "sunday": true,
}

// cutContrast ends a content before "while Okoye said", which is another speaker beside the first.
func (r *cast) cutContrast() {
	all := r.said.Attributions
	for n := range all {
		b := &all[n]
		p := b.Parent
		if p < 0 || len(b.Source) == 0 || len(b.Cue) == 0 {
			continue
		}
		from := min(b.Source[0].Start, b.Cue[0].Start)
		if r.quoted[from] || from == 0 {
			continue
		}
		// A title or an article may stand before the source's words.
		at := from - 1
		switch r.lower(at) {
		case "while", "whereas", "whilst", "but":
		default:
			continue
		}
		for c := range all[p].Content {
			if x := &all[p].Content[c]; x.Contains(at) && !r.quoted[at] && x.Start < at-1 {
				x.End = at
				for x.End > x.Start && isPunct(r.doc.Form(x.End-1)) && !isQuote(r.doc.Form(x.End-1)) {
					x.End--
				}
				b.Parent = all[p].Parent
			}
		}
	}
}

// putAround sets a voice that ends a sentence, ", the Lund Agency reported.", around what
// another says before it, where it was taken for the last of that one's words.
func (r *cast) putAround() {
	all := r.said.Attributions
	for n := range all {
		b := &all[n]
		p, head := b.Parent, r.cueHead(b)
		if p < 0 || head < 0 || len(b.Source) == 0 || len(b.Content) == 0 || classOf(r.doc.Tokens[head].Lemma, r.doc.Tokens[head].UPOS)&speech == 0 || b.Source[0].End > head || b.Source[0].Start < 2 {
			continue
		}
		a, from := &all[p], b.Source[0].Start
		switch r.lower(from) {
		case "but", "while", "whereas", "though", "although", "and":
			continue // who follows says something else
		}
		if a.Quoted == Direct || len(a.Content) != 1 || len(a.Cue) == 0 || a.Cue[0].Start >= from || r.quoted[from] || r.doc.Form(from-1) != "," ||
			!a.Content[0].Contains(from) || a.Content[0].End < b.Cue[0].End || b.Content[0].Start >= from || r.sent[a.Cue[0].Start] != r.sent[head] {
			continue
		}
		s := r.doc.Sentences[r.sent[head]]
		ends := true // nothing but when and where it was said stands behind
		for i := b.Cue[0].End; i < s.End; i++ {
			u := r.doc.Tokens[i].UPOS
			ends = ends && u != "VERB" && u != "AUX" && !r.quoted[i]
		}
		if !ends {
			continue
		}
		b.Parent, a.Parent = a.Parent, n
		a.Content[0].End = from - 1
		start := a.Cue[0].Start
		for _, x := range a.Source {
			start = min(start, x.Start)
		}
		b.Content = []lang.Range{{Start: max(start, s.Start), End: from - 1}}
	}
}
