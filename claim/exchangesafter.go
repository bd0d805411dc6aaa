package claim

import (
	"rapporteur"
	"rapporteur/lang"
)

// What a denial answers may stand behind it: "The premier's office denied that the rebels had
// agreed, after a mediator said that they had given their approval."

// answersLater returns the turn behind the jth in its sentence that it answers, and the word that opens
// it; nil for none.
func (r *reading) answersLater(turns []utterance, j int) (a *utterance, after int) {
	b := &turns[j]
	if b.by < 0 {
		return nil, -1
	}
	for k := j + 1; k < len(turns) && turns[k].n == b.n; k++ {
		a := &turns[k]
		if len(a.chain) == 0 || a.denies || sameVoice(a.chain, b.chain) || a.at < b.at || r.ofTheirs(a, b) {
			continue
		}
		for i := min(a.at, a.Start) - 1; i > max(b.at, b.Start)+1; i-- {
			if r.lower(i) != "after" {
				continue
			}
			told := *b
			if told.End > i {
				told.End, told.asked, told.tells = i, nil, nil
			}
			if told.Len() > 0 && r.deniesLater(a, &told) {
				b.Range, b.asked, b.tells = told.Range, nil, nil
				return a, i
			}
			break
		}
	}
	return nil, -1
}

// deniesLater reports whether a turn denies what is told behind it, or says the contrary.
func (r *reading) deniesLater(a, b *utterance) bool {
	x, y := r.mattersOf(a), r.mattersOf(b)
	words, deeds := x.inCommon(y)
	if b.denies {
		return words+deeds > 0 || r.pointsIn(b) || r.pointsIn(a) || r.anyIn(a.Range, lex().answers.Not) < 0 && a.Len() < 12
	}
	if r.anyIn(b.Range, lex().answers.Not) < 0 || words+deeds == 0 {
		return false
	}
	return r.opposed(x.so, y.not) > 0 || denied(y, x)
}

// partLater gives two turns of one sentence each its own part of it, the second of which is answered by the
// first, and returns the second.
func (r *reading) partLater(a *utterance, after int, told *found) rapporteur.Span {
	s := r.doc.Sentences[a.n].Range
	end := after
	for end > s.Start && r.upos(end-1) == "PUNCT" {
		end--
	}
	span, mine := r.bytes(lang.Range{Start: after, End: s.End}), r.bytes(a.Range)
	kept := false
	for i := range r.claims {
		f := &r.claims[i]
		if f != told && f.Statement != nil && f.Statement.Span.Start >= span.Start && f.Statement.Span.Start >= mine.Start-2 && f.Statement.Span.End <= mine.End+2 {
			f.Span, kept = span, true
		}
	}
	if !kept {
		return rapporteur.Span{}
	}
	told.Span = r.bytes(lang.Range{Start: s.Start, End: end})
	if t := told.Statement; t.Span.End > told.Span.End && t.Span.Start < told.Span.End {
		from := s.Start
		for from < end && r.bytes(lang.Range{Start: from, End: from + 1}).Start < t.Span.Start {
			from++
		}
		t.Words, t.Span = r.contentWords([]lang.Range{{Start: from, End: end}})
	}
	return span
}
