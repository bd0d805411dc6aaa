package attribution

import (
	"unicode"
	"unicode/utf8"
)

// quotation is what stands between two quotation marks, marks included. One
// that runs on in the next paragraph has no closing mark.
type quotation struct {
	start, end int32
	closed     bool
}

// findQuotes pairs the quotation marks. It works paragraph by paragraph, so that
// an odd mark spoils its own paragraph at most, and there only the rest of its
// sentence. Single marks count where no double ones stand around them.
func (p *page) findQuotes() {
	doc := p.doc
	signed := posts(doc)
	for s := 0; s < len(doc.Sentences); {
		if len(signed) > 0 && signed[0].words.Start == doc.Sentences[s].Start {
			x := signed[0]
			for i := x.words.Start; i < x.words.End; i++ {
				p.quote[i] = int32(len(p.quotes))
			}
			p.quotes = append(p.quotes, quotation{int32(x.words.Start), int32(x.words.End), true})
			for paragraph := doc.Sentences[s].Paragraph; s < len(doc.Sentences) && doc.Sentences[s].Paragraph == paragraph; {
				s++
			}
			signed = signed[1:]
			continue
		}
		e := s
		for e < len(doc.Sentences) && doc.Sentences[e].Paragraph == doc.Sentences[s].Paragraph {
			e++
		}
		start, end := doc.Sentences[s].Start, doc.Sentences[e-1].End
		reopened := e < len(doc.Sentences) && doc.Sentences[e].Len() > 0 && p.side(doc.Sentences[e].Start) > 0
		p.findQuotesIn(start, end, reopened)
		s = e
	}
}

func (p *page) findQuotesIn(start, end int, reopened bool) {
	open, single := -1, false
	finish := func(last int, closed bool) {
		if last-open >= 1 {
			for i := open; i <= last; i++ {
				p.quote[i] = int32(len(p.quotes))
			}
			p.quotes = append(p.quotes, quotation{int32(open), int32(last + 1), closed})
		}
		open = -1
	}
	// lost gives up an opening that never closed: it holds to the end of its sentence.
	lost := func() {
		if single {
			open = -1
			return
		}
		finish(p.doc.Sentences[p.sentence[open]].End-1, false)
	}
	for i := start; i < end; i++ {
		side := p.side(i)
		if side == 0 {
			continue
		}
		one := p.isSingle(i)
		switch {
		case open < 0 && side > 0:
			if !one || p.hasClosingSingle(i, end) {
				open, single = i, one
				p.mark[i] = openQuote
			}
		case open < 0: // closes nothing
		case one != single && !single: // a quotation inside the quotation
		case side < 0:
			p.mark[i] = closeQuote
			finish(i, true)
		case side > 0 && !one:
			from := open
			lost()
			if from >= 0 && len(p.quotes) > 0 && int(p.quotes[len(p.quotes)-1].end) > i {
				// both opened in one sentence: the second one counts, the first holds up to it
				q := &p.quotes[len(p.quotes)-1]
				for j := i; j < int(q.end); j++ {
					p.quote[j] = -1
				}
				q.end = int32(i)
			}
			open, single = i, false
			p.mark[i] = openQuote
		}
	}
	if open >= 0 {
		if reopened && !single {
			finish(end-1, false)
		} else {
			lost()
		}
	}
}

// side says whether token i opens (1) or closes (-1) a quotation, or is no quotation mark (0).
func (p *page) side(i int) int {
	t := &p.doc.Tokens[i]
	form := p.doc.Text[t.Start:t.End]
	switch form {
	case "“", "«", "„", "``", "‟", "‹":
		if form == "“" && !p.spaceBefore(i) && p.spaceAfter(i) && !p.startsLine(i) {
			return -1 // German style, or a slip of the keyboard
		}
		return 1
	case "”", "»", "›":
		if p.spaceBefore(i) && !p.spaceAfter(i) {
			return 1
		}
		return -1
	case "''":
		return -1
	case "‘", "‚":
		return 1
	case "\"", "'", "’", "＂":
		if form != "\"" && t.XPOS == "POS" {
			return 0
		}
		before, after := p.spaceBefore(i), p.spaceAfter(i)
		switch {
		case before && !after:
			if form == "’" {
				return 0 // ’90s, ’em
			}
			return 1
		case after && !before:
			return -1
		case before: // free on both sides
			return 0
		}
		// tight on both sides: ("x") and x",
		r, _ := utf8.DecodeLastRuneInString(p.doc.Text[:t.Start])
		next, _ := utf8.DecodeRuneInString(p.doc.Text[t.End:])
		if unicode.IsLetter(next) || unicode.IsDigit(next) {
			if unicode.IsLetter(r) {
				return 0
			}
			return 1
		}
		return -1
	}
	return 0
}

func (p *page) isSingle(i int) bool {
	switch p.doc.Form(i) {
	case "‘", "’", "'", "‚", "‹", "›":
		return true
	}
	return false
}

// hasClosingSingle reports whether a single mark that opens at i closes before end: most single marks are apostrophes.
func (p *page) hasClosingSingle(i, end int) bool {
	for j := i + 1; j < min(end, i+120); j++ {
		if p.isSingle(j) && p.side(j) < 0 {
			return true
		}
	}
	return false
}

func (p *page) startsLine(i int) bool {
	r, _ := utf8.DecodeLastRuneInString(p.doc.Text[:p.doc.Tokens[i].Start])
	return r == utf8.RuneError || r == '\n'
}

func (p *page) spaceBefore(i int) bool {
	start := p.doc.Tokens[i].Start
	if start == 0 {
		return true
	}
	r, _ := utf8.DecodeLastRuneInString(p.doc.Text[:start])
	return unicode.IsSpace(r) || r == '—' || r == '–' || r == '(' || r == '['
}

func (p *page) spaceAfter(i int) bool {
	end := p.doc.Tokens[i].End
	if end == len(p.doc.Text) {
		return true
	}
	r, _ := utf8.DecodeRuneInString(p.doc.Text[end:])
	return unicode.IsSpace(r)
}
