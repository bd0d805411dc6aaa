package attribution

import (
	"slices"
	"strings"

	"rapporteur/lang"
)

// Who brought words in: what is told by an outlet citing somebody, told to one, or
// quoted by another.

// isCiting reports whether token i opens a phrase that names a source's own source.
func isCiting(doc *lang.Doc, i int) bool {
	switch doc.Form(i) {
	case "citing", "quoting", "referencing", "Citing", "Quoting":
		return true
	case "referring":
		return i+1 < len(doc.Tokens) && doc.Form(i+1) == "to"
	case "reference":
		return i > 0 && i+1 < len(doc.Tokens) && doc.Form(i+1) == "to" && strings.EqualFold(doc.Form(i-1), "with")
	case "cited", "cites", "quotes", "quoted":
		for j := i - 1; j >= max(0, i-3); j-- {
			switch doc.Form(j) {
			case "which", "who":
				return true
			case "in", "turn", "itself":
				continue
			}
			break
		}
	}
	return false
}

// citedBy returns the voices that the source of attribution n cites in turn, link by link.
func (r *cast) citedBy(n, head int) [][]Source {
	a := &r.said.Attributions[n]
	if head < 0 {
		return nil
	}
	sentence := r.doc.Sentences[r.sent[head]]
	from := head
	if len(a.Source) > 0 && r.sent[a.Source[0].Start] == r.sent[head] {
		from = min(from, a.Source[0].Start)
	}
	var links [][]Source
	for i := from; i < sentence.End; i++ {
		if !isCiting(r.doc, i) || r.quoted[i] || r.citingOwner(i, sentence) != n {
			continue
		}
		j := i + 1
		for j < sentence.End && r.mentionAt(j) < 0 {
			if f := r.doc.Form(j); f == "," || f == ";" {
				break
			}
			j++
		}
		if j >= sentence.End || r.mentionAt(j) < 0 {
			continue
		}
		// The cited phrase goes to the next comma or citing word; its head is the mention highest in the tree.
		end := j
		for end < sentence.End && !isCiting(r.doc, end) {
			if f := r.doc.Form(end); f == "," || f == ";" || f == ":" || end > j && (f == "as" || f == "who" || f == "which") {
				break
			}
			end++
		}
		rng := lang.Range{Start: i + 1, End: end}
		h := r.voiceHead(rng)
		if h < 0 {
			continue
		}
		list := r.voice(h, rng)
		for _, k := range r.conjuncts(h, rng) {
			list = append(list, r.voice(k, rng)...)
		}
		if f := r.lower(i); (f == "referring" || f == "reference") && !r.refersToSource(a, list) {
			continue // "…, Marrow said, referring to the draft": of what she speaks
		}
		links = append(links, list)
	}
	return links
}

// refersToSource reports whether "referring to" names a source: the one who refers is an outlet,
// or those referred to are unnamed voices.
func (r *cast) refersToSource(a *Attribution, list []Source) bool {
	if slices.ContainsFunc(list, func(v Source) bool { return v.Type == Anonymous && v.Entity >= 0 }) {
		return true
	}
	for _, s := range r.sourceVoices(a.Source) {
		if s.Type == Outlet {
			return true
		}
	}
	return false
}

// citingOwner returns the attribution whose source cites by the word at token i: the nearest before it.
func (r *cast) citingOwner(i int, sentence lang.Sentence) int {
	best, bestAt := -1, -1
	for n := range r.said.Attributions {
		a := &r.said.Attributions[n]
		if len(a.Cue) == 0 || len(a.Source) == 0 || r.sent[a.Cue[0].Start] != r.sent[i] {
			continue
		}
		at := a.Source[0].Start
		for _, c := range a.Cue {
			if c.Start < i {
				at = max(at, c.Start)
			}
		}
		inside := false
		for _, c := range a.Content {
			inside = inside || c.Contains(at)
		}
		if at < i && at > bestAt {
			best, bestAt = n, at
		}
		_ = inside
	}
	return best
}

// broughtBy returns the outlet through which the words of a source came: "told the Post", "in an interview with the Post".
func (r *cast) broughtBy(a *Attribution, head int) []Source {
	if head < 0 {
		return nil
	}
	if told := r.hearer(a, head); told != nil {
		return told
	}
	s := r.doc.Sentences[r.sent[head]]
	for i := s.Start; i < s.End; i++ {
		m := r.mentionAt(i)
		if m < 0 || r.mentions[m].head != i {
			continue
		}
		ent := r.find(r.mentions[m].ent)
		e := &r.ents[ent]
		if !e.outlet || e.own || e.plural || e.kind != lang.ORG || covers(a.Source, i) || covers(a.Content, i) && !covers(a.Cue, i) && size(a.Content) > 12 {
			continue
		}
		if r.brings(r.mentions[m], head) {
			return []Source{{Range: r.mentions[m].Range, Name: e.name, Type: Outlet, Entity: ent}}
		}
	}
	return nil
}

func covers(list []lang.Range, i int) bool {
	for _, x := range list {
		if x.Contains(i) {
			return true
		}
	}
	return false
}

// brings reports whether an outlet is the one that words were told to.
func (r *cast) brings(m mention, cue int) bool {
	t := r.doc.Tokens[m.head]
	rel, _, _ := strings.Cut(t.Rel, ":")
	lemma := r.doc.Tokens[cue].Lemma
	if (rel == "obj" || rel == "iobj") && t.Head == cue || m.Start > 0 && m.Start-1 >= 0 {
		before := m.Start - 1
		for before > 0 && (r.doc.Tokens[before].UPOS == "DET" || r.doc.Tokens[before].UPOS == "ADJ") {
			before--
		}
		if before == cue || (rel == "obj" || rel == "iobj") && t.Head == cue {
			switch lemma {
			case "tell", "inform", "assure", "remind", "warn", "advise", "brief":
				return true
			}
		}
		word := r.lower(before)
		noun := ""
		if before > 0 {
			noun = r.doc.Tokens[before-1].Lemma
		}
		switch word {
		case "with", "to", "on", "by", "for", "in", "via":
			switch noun {
			case "interview", "comment", "remark", "statement", "conversation", "briefing", "speak", "talk", "appearance":
				return !r.another(before - 1)
			}
			if word == "by" && (lemma == "quote" || lemma == "cite" || noun == "quote" || noun == "cite") {
				return true
			}
			if word == "on" && t.Head == cue {
				return lemma == "say" || lemma == "tell"
			}
		}
		// "in a TPA report"
		if m.End < len(r.doc.Tokens) && r.lex.class(r.doc.Tokens[m.End].Lemma)&reportNoun != 0 && r.sent[m.End] == r.sent[m.head] {
			return word == "in" || word == "by"
		}
	}
	return false
}

// another reports whether the talk that token i names is another one than that at
// which the words fell: "despite his interview with the Post, Marrow said".
func (r *cast) another(i int) bool {
	for k := i - 1; k >= r.doc.Sentences[r.sent[i]].Start && k > i-5; k-- {
		switch r.lower(k) {
		case "despite", "after", "before", "since", "following", "notwithstanding":
			return true
		}
		if u := r.doc.Tokens[k].UPOS; u != "DET" && u != "ADJ" && u != "NOUN" && u != "PRON" && u != "PROPN" {
			return false
		}
	}
	return false
}

// quotedBy reads "State television quoted the ministry as saying", "was quoted by the Post as saying".
func (r *cast) quotedBy(a *Attribution, head int) (outer, inner []Source) {
	s := r.doc.Sentences[r.sent[head]]
	as := -1
	for i := head + 1; i < s.End; i++ {
		if r.lower(i) == "as" && i+1 < s.End && r.doc.Tokens[i+1].XPOS == "VBG" {
			as = i
			break
		}
	}
	if r.child(head, "nsubj:pass", "aux:pass") >= 0 {
		if x := r.child(head, "nsubj:pass"); x >= 0 {
			inner = r.voice(x, lang.Range{Start: r.left[x], End: r.right[x]})
		}
		if outer = r.broughtBy(a, head); outer == nil {
			outer = []Source{}
		}
		return outer, inner
	}
	if o := r.child(head, "obj", "ccomp", "obl"); o > head && r.mentionAt(o) >= 0 && (as > o || as < 0) {
		inner = r.voice(o, lang.Range{Start: r.left[o], End: r.right[o]})
		if x := r.child(head, "nsubj"); x >= 0 {
			outer = r.voice(x, lang.Range{Start: r.left[x], End: r.right[x]})
		}
		return outer, inner
	}
	return nil, nil
}
