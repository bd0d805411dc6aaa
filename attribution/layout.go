package attribution

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"rapporteur/lang"
)

// Some attributions are a matter of layout rather than of words: the speaker's
// label in a transcript, a name with a colon before a quotation, a name after a
// dash. PolNeAR has few of them, so that rules take up what the taggers leave.

// byLayout adds the attributions that the layout shows and no other one covers.
func (r *reader) byLayout(all []Attribution) []Attribution {
	p := r.p
	covered := make([]bool, len(p.mark))
	cover := func(a *Attribution) {
		for _, list := range [][]lang.Range{a.Cue, a.Content} {
			for _, c := range list {
				for i := c.Start; i < c.End; i++ {
					covered[i] = true
				}
			}
		}
	}
	signed := posts(p.doc)
	for _, x := range signed {
		all = slices.DeleteFunc(all, func(a Attribution) bool { return x.words.Start <= a.Cue[0].Start && a.Cue[0].Start < x.signer.End })
		for i := range all {
			all[i].Content = without(all[i].Content, lang.Range{Start: x.words.Start, End: x.signer.End})
		}
		all = slices.DeleteFunc(all, func(a Attribution) bool { return len(a.Content) == 0 })
	}
	for i := range all {
		cover(&all[i])
	}
	add := func(a Attribution) {
		a.Parent = -1
		cover(&a)
		all = append(all, a)
	}
	for _, x := range signed {
		add(Attribution{
			Cue: []lang.Range{{Start: x.dash, End: x.dash + 1}}, Source: []lang.Range{x.signer},
			Content: []lang.Range{x.words}, Confidence: 0.9,
		})
	}
	for s := 0; s < len(p.sentences); s++ {
		if last, ok := p.transcript(s); ok {
			if a, ok := p.turn(s, last, covered); ok {
				add(a)
			}
			continue
		}
		if a, ok := p.introduction(s, covered); ok {
			add(a)
		}
		if a, ok := p.signature(s, covered); ok {
			add(a)
		}
	}
	slices.SortStableFunc(all, func(a, b Attribution) int { return a.Cue[0].Start - b.Cue[0].Start })
	return all
}

// without cuts a range out of others.
func without(list []lang.Range, cut lang.Range) []lang.Range {
	var kept []lang.Range
	for _, c := range list {
		if !c.Overlaps(cut) {
			kept = append(kept, c)
			continue
		}
		for _, piece := range []lang.Range{{Start: c.Start, End: min(c.End, cut.Start)}, {Start: max(c.Start, cut.End), End: c.End}} {
			if piece.Len() > 0 {
				kept = append(kept, piece)
			}
		}
	}
	return kept
}

// label returns the colon after a speaker's label at the start of sentence s:
// up to eight words that begin with a capital, set off by a colon, as in "MARROW:"
// and "Q:" and "Foreign Minister Ilse Marrow:". shout tells labels all in capitals.
func (p *page) labelOf(s int) (at int, shout bool) {
	sent := p.doc.Sentences[s]
	if !p.sentences[s].paragraphs {
		return -1, false
	}
	shout = true
	for i := sent.Start; i < min(sent.End, sent.Start+9); i++ {
		form := p.doc.Form(i)
		if form == ":" {
			if i == sent.Start {
				return -1, false
			}
			return i, shout
		}
		first, _ := utf8.DecodeRuneInString(form)
		if !unicode.IsUpper(first) && !unicode.IsPunct(first) && !slices.Contains([]string{"of", "the", "for", "and", "de", "van", "von", "al"}, form) {
			return -1, false
		}
		for _, c := range form {
			if unicode.IsLower(c) {
				shout = false
			}
		}
	}
	return -1, false
}

// transcript reports whether sentence s opens a turn of a transcript, and the last sentence of that turn.
func (p *page) transcript(s int) (last int, ok bool) {
	colonAt, shout := p.labelOf(s)
	if colonAt < 0 {
		return 0, false
	}
	if !shout && !p.namedAs(lang.Range{Start: p.doc.Sentences[s].Start, End: colonAt}, lang.PER) {
		return 0, false
	}
	// a turn needs words after the colon on its own line
	if colonAt+2 >= p.doc.Sentences[s].End && (s+1 == len(p.sentences) || p.sentences[s+1].paragraph != p.sentences[s].paragraph) {
		return 0, false
	}
	if shout && !p.otherTurns(s) && !p.namedAs(lang.Range{Start: p.doc.Sentences[s].Start, End: colonAt}, lang.PER) {
		return 0, false
	}
	last = s
	for last+1 < len(p.sentences) && p.sentences[last+1].paragraph == p.sentences[s].paragraph {
		last++
	}
	return last, true
}

// inLabel reports whether a cue belongs to a speaker's label in a transcript, which is for the rules.
func (p *page) inLabel(c found) bool {
	s := int(p.sentence[c.head])
	if !p.sentences[s].paragraphs || c.head-p.doc.Sentences[s].Start > 8 || p.mark[c.head] == colon {
		return false
	}
	at, _ := p.labelOf(s)
	if at <= c.head {
		return false
	}
	_, ok := p.transcript(s)
	return ok
}

// otherTurns reports whether another paragraph near sentence s opens with a label in capitals too.
func (p *page) otherTurns(s int) bool {
	for k := max(0, s-12); k < min(len(p.sentences), s+13); k++ {
		if k != s {
			if at, shout := p.labelOf(k); at >= 0 && shout {
				return true
			}
		}
	}
	return false
}

func (p *page) namedAs(in lang.Range, t lang.NameType) bool {
	for _, n := range p.doc.Names {
		if n.Type == t && in.Overlaps(n.Range) {
			return true
		}
	}
	return false
}

// turn returns the attribution of a turn of a transcript.
func (p *page) turn(s, last int, covered []bool) (Attribution, bool) {
	at, _ := p.labelOf(s)
	source := lang.Range{Start: p.doc.Sentences[s].Start, End: at}
	content := lang.Range{Start: at + 1, End: p.doc.Sentences[last].End}
	if content.Empty() || covered[source.Start] || covered[at] || covered[content.Start] {
		return Attribution{}, false
	}
	return Attribution{
		Cue: []lang.Range{{Start: at, End: at + 1}}, Source: []lang.Range{source}, Content: []lang.Range{content}, Confidence: 0.8,
	}, true
}

// introduction finds a source with a colon before a quotation: "And from Chairwoman X: “…”", "Her answer: “…”".
func (p *page) introduction(s int, covered []bool) (Attribution, bool) {
	sent := p.doc.Sentences[s]
	for i := sent.Start + 1; i < sent.End; i++ {
		if p.mark[i] != colon || p.quote[i] >= 0 || covered[i] || i+1 >= len(p.quote) {
			continue
		}
		q := p.quote[i+1]
		if q < 0 || p.quotes[q].end-p.quotes[q].start < 4 || int(p.quotes[q].start) != i+1 || covered[i+1] {
			return Attribution{}, false
		}
		end := int(p.quotes[q].end)
		source := p.nameBefore(sent.Start, i)
		if source.Empty() {
			return Attribution{}, false
		}
		for j := sent.Start; j < i; j++ {
			if covered[j] {
				return Attribution{}, false
			}
		}
		return Attribution{
			Cue: []lang.Range{{Start: i, End: i + 1}}, Source: []lang.Range{source},
			Content: p.byParagraph(nil, lang.Range{Start: i + 1, End: end}), Confidence: 0.7,
		}, true
	}
	return Attribution{}, false
}

// nameBefore returns the last name of a person or organisation, with its titles, between two tokens.
func (p *page) nameBefore(start, end int) lang.Range {
	var best lang.Range
	for _, n := range p.doc.Names {
		if n.Start >= start && n.End <= end && (n.Type == lang.PER || n.Type == lang.ORG) {
			best = n.Range
			best.Start = p.withTitles(best.Start, start)
		}
	}
	return best
}

// withTitles moves the start of a name to the left over titles, as far as least.
func (p *page) withTitles(start, least int) int {
	for start > least {
		first, _ := utf8.DecodeRuneInString(p.doc.Form(start - 1))
		if !unicode.IsUpper(first) || p.doc.Tokens[start-1].UPOS != "PROPN" && start-1 == p.doc.Sentences[p.sentence[start]].Start {
			break
		}
		start--
	}
	return start
}

// signature finds a name after a dash that closes a quotation: "“We are not far apart.” — Ilse Marrow, foreign minister".
func (p *page) signature(s int, covered []bool) (Attribution, bool) {
	sent := p.doc.Sentences[s]
	for i := sent.Start; i < min(sent.End, sent.Start+200); i++ {
		if p.mark[i] != dash || covered[i] || p.quote[i] >= 0 || i == 0 || i+1 >= sent.End {
			continue
		}
		q := p.quote[i-1]
		if q < 0 || int(p.quotes[q].end) != i || p.quotes[q].end-p.quotes[q].start < 5 || covered[i-1] {
			continue
		}
		rest := lang.Range{Start: i + 1, End: sent.End}
		for !rest.Empty() && p.mark[rest.End-1] == stop {
			rest.End--
		}
		if rest.Len() == 0 || rest.Len() > 14 || p.doc.Tokens[rest.Start].UPOS != "PROPN" && !p.namedAs(lang.Range{Start: rest.Start, End: rest.Start + 3}, lang.PER) {
			continue
		}
		verbs := false
		for j := rest.Start; j < rest.End; j++ {
			verbs = verbs || p.doc.Tokens[j].UPOS == "VERB" && p.head[j] < 0
		}
		if verbs {
			continue
		}
		return Attribution{
			Cue: []lang.Range{{Start: i, End: i + 1}}, Source: []lang.Range{rest},
			Content: p.byParagraph(nil, lang.Range{Start: int(p.quotes[q].start), End: int(p.quotes[q].end)}), Confidence: 0.7,
		}, true
	}
	return Attribution{}, false
}

// runOn lengthens contents whose quotation runs on in the next paragraph: it has
// no closing mark, and the next paragraph opens with a mark again.
func (r *reader) runOn(all []Attribution) {
	p := r.p
	covered := make([]int, len(p.mark))
	for n := range all {
		for _, list := range [][]lang.Range{all[n].Cue, all[n].Content, all[n].Source} {
			for _, c := range list {
				for i := c.Start; i < c.End; i++ {
					covered[i] = n + 1
				}
			}
		}
	}
	for n := range all {
		a := &all[n]
		if a.Parent >= 0 {
			continue
		}
		for step := 0; step < 40; step++ {
			last := a.Content[len(a.Content)-1]
			q := p.quote[last.End-1]
			if q < 0 || p.quotes[q].closed || int(p.quotes[q].end) > last.End+1 || int(q)+1 >= len(p.quotes) {
				break
			}
			next := p.quotes[q+1]
			s := p.sentence[next.start]
			if int(next.start) != p.doc.Sentences[s].Start || p.sentences[s].paragraph != p.sentences[p.sentence[last.End-1]].paragraph+1 {
				break
			}
			piece := lang.Range{Start: int(next.start), End: int(next.end)}
			free := true
			for i := piece.Start; i < piece.End; i++ {
				free = free && (covered[i] == 0 || covered[i] == n+1)
			}
			if !free {
				break
			}
			for i := piece.Start; i < piece.End; i++ {
				covered[i] = n + 1
			}
			a.Content = append(a.Content, piece)
		}
	}
}
