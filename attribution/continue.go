package attribution

import (
	"slices"

	"rapporteur/lang"
)

// Words that go on after their attribution: in the next quotation, sentence or
// paragraph.

// carryOn gives an unnamed voice, where it speaks again, the voices that brought
// it in: "NBC reported, citing an official. … The official said".
func (r *cast) carryOn() {
	all := r.said.Attributions
	r.impersonal()
	for n := range all {
		a := &all[n]
		if len(a.Voices) == 0 {
			continue
		}
		if first := a.Voices[0]; first.Entity >= 0 {
			e := &r.ents[r.find(first.Entity)]
			if e.kind == "" && len(e.brought) > 0 && !a.Attitude {
				above := r.said.above(n)
				var list []Source
				for _, v := range e.brought {
					if !slices.ContainsFunc(above, func(w Source) bool { return w.Name == v.Name }) {
						v.Level -= 100
						list = append(list, v)
					}
				}
				a.Voices = append(list, a.Voices...)
				continue
			}
		}
		above := r.said.above(n)
		for i := range a.Voices {
			v := a.Voices[i]
			if v.Entity < 0 {
				continue
			}
			e := &r.ents[r.find(v.Entity)]
			if e.kind != "" || e.brought != nil || len(e.members) > 0 {
				continue
			}
			var list []Source
			list = append(list, above...)
			for _, w := range a.Voices[:i] {
				if w.Level < v.Level {
					list = append(list, w)
				}
			}
			if list == nil {
				list = []Source{}
			}
			if !slices.ContainsFunc(list, func(w Source) bool { return w.Type != Outlet }) {
				e.brought = list
			} else {
				e.brought = []Source{}
			}
		}
	}
	for n := range all {
		all[n].act = r.isAct(&all[n])
		// Levels count from 0.
		level, last := -1, -1<<30
		for i := range all[n].Voices {
			v := &all[n].Voices[i]
			if v.Level != last {
				level++
				last = v.Level
			}
			v.Level = level
		}
	}
}

// firstPersons makes "I" and "we" inside a quotation mean its speaker.
func (r *cast) firstPersons() {
	inner := make([]int32, len(r.doc.Tokens))
	for n := range r.said.Attributions {
		a := &r.said.Attributions[n]
		for _, c := range a.Content {
			for i := max(0, c.Start); i < min(c.End, len(inner)); i++ {
				if was := inner[i]; was == 0 || size(r.said.Attributions[was-1].Content) >= size(a.Content) {
					inner[i] = int32(n + 1)
				}
			}
		}
	}
	for i := range r.doc.Tokens {
		if inner[i] == 0 || r.taken[i] > 0 {
			continue
		}
		if p := r.pronounAt(i); p.class != speaker {
			continue
		}
		// Words reported inside a quotation belong to the one who is quoted.
		n := int(inner[i] - 1)
		for steps := 0; n >= 0 && steps < maxDepth; n, steps = r.said.Attributions[n].Parent, steps+1 {
			a := &r.said.Attributions[n]
			if a.Quoted == Indirect && a.Parent >= 0 && r.said.Attributions[a.Parent].Quoted != Indirect {
				continue
			}
			if len(a.Voices) > 0 {
				if v := a.Voices[len(a.Voices)-1]; v.Entity >= 0 {
					m := r.addMention(lang.Range{Start: i, End: i + 1}, i, ByPronoun, r.find(v.Entity))
					r.taken[i] = int32(m + 1)
				}
			}
			break
		}
	}
}

// continueQuotes gives quotations that no content holds to who spoke last: the
// rest of a quotation of which a part is held, sentences quoted after "she said",
// paragraphs that are nothing but a quotation.
func (r *cast) continueQuotes() {
	n := len(r.doc.Tokens)
	held := make([]int32, n)
	for a := range r.said.Attributions {
		if c := r.said.Attributions[a].Cue; len(c) > 0 && r.quoted[c[0].Start] {
			continue
		}
		for _, list := range [][]lang.Range{r.said.Attributions[a].Content, r.said.Attributions[a].Cue, r.said.Attributions[a].Source} {
			for _, c := range list {
				for i := max(0, c.Start); i < min(c.End, n); i++ {
					held[i] = int32(a + 1)
				}
			}
		}
	}
	for i := 0; i < n; i++ {
		if !r.quoted[i] {
			continue
		}
		q := lang.Range{Start: i, End: i}
		for q.End < n && r.quoted[q.End] {
			q.End++
		}
		i = q.End
		count, last := 0, -1
		for j := q.Start; j < q.End; j++ {
			if held[j] > 0 {
				count++
				last = int(held[j] - 1)
			}
		}
		first := r.doc.Sentences[r.sent[q.Start]]
		opens := q.Start <= first.Start+1
		if count > 0 && opens && len(r.said.Attributions[last].Voices) == 0 && int(r.sent[r.said.Attributions[last].Cue[0].Start]) > int(r.sent[q.End-1]) {
			// "“…” The promise came from Marrow": a noun for the words, not yet whose
			r.said.Attributions[last].Voices = r.ownerBehind(q)
			continue
		}
		if q.Len() < 3 || count*10 > q.Len()*9 {
			continue
		}
		if count > 0 {
			// A part is held, by a cue outside of the quotation: the whole is.
			a := &r.said.Attributions[last]
			inside := false
			for _, c := range a.Cue {
				inside = inside || q.Overlaps(c)
			}
			if !inside && opens {
				r.extend(last, q, held)
			}
			continue
		}
		if !opens {
			continue
		}
		if a := r.nextSpeaker(q, held); a >= 0 {
			r.extend(a, q, held)
			continue
		}
		a := r.lastSpeaker(q.Start, first.Paragraph)
		if list := r.ownerBeside(q, a); list != nil {
			r.standAlone(q, list)
		} else if a >= 0 {
			r.extend(a, q, held)
		}
	}
}

// extend adds a quotation to the content of an attribution.
func (r *cast) extend(a int, q lang.Range, held []int32) {
	x := &r.said.Attributions[a]
	var kept []lang.Range
	for _, c := range x.Content {
		if q.Covers(c) {
			continue
		}
		if c.Overlaps(q) {
			q.Start, q.End = min(q.Start, c.Start), max(q.End, c.End)
			continue
		}
		kept = append(kept, c)
	}
	x.Content = append(kept, q)
	slices.SortFunc(x.Content, func(a, b lang.Range) int { return a.Start - b.Start })
	for b := range r.said.Attributions {
		if y := &r.said.Attributions[b]; b != a && y.Parent < 0 && len(y.Cue) > 0 && q.Covers(y.Cue[0]) {
			y.Parent = a
		}
	}
	for i := q.Start; i < q.End; i++ {
		held[i] = int32(a + 1)
	}
}

// nextSpeaker returns the attribution that holds the next paragraph's quotation, where quotation q
// fills its paragraph and is not closed there, and none before it was left open: whoever is
// named only behind the second one speaks both. It is -1 for none.
func (r *cast) nextSpeaker(q lang.Range, held []int32) int {
	s := r.doc.Sentences[r.sent[q.Start]]
	for n := range r.said.Attributions {
		if a := &r.said.Attributions[n]; a.Parent < 0 && len(a.Cue) > 0 && q.Covers(a.Cue[0]) {
			return -1 // „The clause is dead,“ said Brandt: it is closed by a mark that opens others
		}
	}
	if last := int(r.sent[q.Start]) - 1; last >= 0 {
		if end := r.doc.Sentences[last].End - 1; r.quoted[end] && !closing(r.doc.Form(end)) {
			return -1 // it goes on from before
		}
	}
	for at := q; ; {
		if at.End >= len(r.doc.Tokens) || closing(r.doc.Form(at.End)) || !isQuote(r.doc.Form(at.End)) || at.End+1 >= len(held) {
			return -1
		}
		next := r.doc.Sentences[r.sent[at.End]]
		if next.Start != at.End || next.Paragraph <= s.Paragraph || next.Paragraph > s.Paragraph+4 {
			return -1
		}
		if h := held[at.End+1]; h > 0 {
			if a := &r.said.Attributions[h-1]; len(a.Voices) == 0 || len(a.Cue) == 0 || a.Cue[0].Start < q.Start {
				return -1
			}
			return int(h - 1)
		}
		at = lang.Range{Start: at.End + 1, End: at.End + 1}
		for at.End < len(r.doc.Tokens) && r.quoted[at.End] {
			at.End++
		}
	}
}

// closing reports whether a mark closes a quotation for certain.
func closing(f string) bool { return f == "”" || f == "»" || f == "''" }

// lastSpeaker returns the attribution whose speaker goes on in a quotation that
// opens a sentence: the last one before it in its paragraph, or one whose quotation
// ended the paragraph before; -1 for none.
func (r *cast) lastSpeaker(at, paragraph int) int {
	best, where := -1, -1
	for n := range r.said.Attributions {
		a := &r.said.Attributions[n]
		if len(a.Cue) == 0 || len(a.Voices) == 0 || a.Cue[0].Start >= at || a.Cue[0].Start <= where || a.Attitude || a.Negated {
			continue
		}
		if v := a.Voices[len(a.Voices)-1]; v.Type == Document || v.Type == Outlet {
			continue
		}
		p := r.doc.Sentences[r.sent[a.Cue[0].Start]].Paragraph
		switch {
		case p == paragraph && a.Parent < 0 && int(r.sent[at])-int(r.sent[a.Cue[0].Start]) <= 4:
		case p == paragraph-1 && a.Quoted != Indirect && a.Parent < 0:
		default:
			continue
		}
		best, where = n, a.Cue[0].Start
	}
	return best
}

// lastPerson returns the last person who is a subject in the sentences up to s of a paragraph, -1 for none.
func (r *cast) lastPerson(s, paragraph int) int {
	best, at := -1, -1
	for i := range r.mentions {
		m := &r.mentions[i]
		if m.gram != subject || int(m.sent) > s || r.doc.Sentences[m.sent].Paragraph < paragraph || m.head <= at {
			continue
		}
		e := r.find(m.ent)
		if x := &r.ents[e]; x.kind == lang.PER || x.kind == "" && x.class&personNoun != 0 && !x.plural {
			best, at = e, m.head
		}
	}
	return best
}
