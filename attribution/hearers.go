package attribution

import (
	"slices"
	"strings"

	"rapporteur/lang"
)

// Attributions whose source, as the tree or the taggers have it, is no speaker.

// dropHearers leaves out what somebody was told by one who is not named, "Brandt had been warned
// that …", and what people are said to do; an agent behind the verb is the speaker.
func (r *cast) dropHearers() {
	all := r.said.Attributions
	drop := make([]bool, len(all))
	for n := range all {
		a := &all[n]
		head := r.cueHead(a)
		if head < 0 || len(a.Source) == 0 || classOf(r.doc.Tokens[head].Lemma, "VERB") == 0 || !r.passive(head) {
			continue
		}
		switch r.doc.Tokens[head].Lemma {
		case "quote", "cite", "hear", "overhear", "record", "concern", "convince", "persuade", "prepare", "commit", "oppose", "determine":
			continue // he speaks, or is so minded
		}
		x := r.child(head, "nsubj:pass", "nsubj")
		for h := head; x < 0 && r.doc.Tokens[h].Rel == "conj" && r.doc.Tokens[h].Head >= 0; {
			h = r.doc.Tokens[h].Head
			x = r.child(h, "nsubj:pass")
		}
		if x < 0 || !a.Source[0].Contains(x) || a.Content == nil || a.Content[0].Start < head {
			continue
		}
		if by := r.child(head, "obl:agent"); by >= 0 && r.mentionAt(by) >= 0 {
			a.Source = []lang.Range{{Start: r.left[by] + boolInt(r.lower(r.left[by]) == "by"), End: r.right[by]}}
			continue
		}
		drop[n] = true
	}
	r.drop(drop)
}

// passive reports whether the participle at token i is the verb of a clause in the passive,
// or goes on one.
func (r *cast) passive(i int) bool {
	switch r.doc.Tokens[i].XPOS {
	case "VBN":
	case "VBD":
		if r.child(i, "obj", "iobj") >= 0 || r.doc.Tokens[i].Rel != "conj" {
			return false
		}
	default:
		return false
	}
	for steps := 0; steps < 4; steps++ {
		if r.child(i, "aux:pass") >= 0 {
			return true
		}
		t := &r.doc.Tokens[i]
		if t.Rel != "conj" || t.Head < 0 || r.doc.Tokens[t.Head].XPOS != "VBN" || r.child(i, "aux", "nsubj") >= 0 {
			return false
		}
		i = t.Head
	}
	return false
}

// widenIncluding gives what "a hundred deputies, including Kevin Bradd, wrote" to all of them.
func (r *cast) widenIncluding() {
	for n := range r.said.Attributions {
		a := &r.said.Attributions[n]
		head := r.cueHead(a)
		if head < 0 || len(a.Source) == 0 || a.Source[0].Start < 2 {
			continue
		}
		from := a.Source[0].Start
		switch r.lower(from - 1) {
		case "including", "notably", "among":
		default:
			continue
		}
		x := r.child(head, "nsubj")
		if x < 0 || x >= from || r.sent[x] != r.sent[from] || r.right[x] < a.Source[0].End {
			continue
		}
		a.Source = []lang.Range{{Start: r.left[x], End: from - 1}}
		var kept []lang.Range
		for _, c := range a.Content {
			if c.Start > head || c.End <= r.left[x] {
				kept = append(kept, c)
			}
		}
		if len(kept) == 0 {
			if c := r.child(head, "ccomp"); c > head {
				kept = []lang.Range{{Start: r.left[c], End: r.right[c]}}
			}
		}
		a.Content = kept
	}
}

// accordingAround sets the agency behind "…, said Marrow, according to the Lund news agency" around
// what she said, where it was taken for another speaker of a part of it.
func (r *cast) accordingAround() {
	all := r.said.Attributions
	for n := range all {
		b := &all[n]
		if len(b.Cue) == 0 || len(b.Source) == 0 || b.Cue[0].Start < 3 || r.lower(b.Cue[0].Start) != "according" || r.doc.Form(b.Cue[0].Start-1) != "," || b.Source[0].Start < b.Cue[0].Start {
			continue
		}
		list := r.sourceVoices(b.Source)
		if len(list) == 0 || list[0].Type != Outlet && r.outletWord(b.Source[0]) < 0 {
			continue
		}
		if e := r.find(list[0].Entity); list[0].Entity >= 0 && r.ents[e].kind == lang.ORG {
			r.ents[e].outlet = true
		}
		at := b.Cue[0].Start
		for p := range all {
			a := &all[p]
			if p == n || len(a.Cue) == 0 || len(a.Source) == 0 || len(a.Content) == 0 || r.sent[a.Cue[0].Start] != r.sent[at] || a.Cue[0].Start > at || a.Parent >= 0 && a.Parent != n ||
				a.Content[0].Start > a.Cue[0].Start || a.Source[0].End < at-2 || a.Source[0].Start > at {
				continue
			}
			b.Parent, a.Parent = -1, n
			b.Content = inOrder(append(slices.Clone(a.Content), lang.Range{Start: a.Content[0].Start, End: at - 1}))
			b.Quoted = Partly
			for m := range all {
				if m != p && m != n && all[m].Parent == n && len(all[m].Cue) > 0 && covers(a.Content, all[m].Cue[0].Start) {
					all[m].Parent = p
				}
			}
			break
		}
	}
}

// colonSources mends whose words follow a colon: the owner's of a noun for words that ends there
// ("another of the president's favourite phrases: “…”"), and nobody's who is only the place or the
// matter of what stands before it ("the line that caused uproar in Lund: “…”").
func (r *cast) colonSources() {
	all := r.said.Attributions
	drop := make([]bool, len(all))
	for n := range all {
		a := &all[n]
		if len(a.Cue) == 0 || len(a.Content) == 0 || a.Quoted != Direct {
			continue
		}
		at := a.Content[0].Start - 1
		if at > 0 && isQuote(r.doc.Form(at)) {
			at--
		}
		if at < 3 || r.doc.Form(at) != ":" || a.Cue[0].Start > at {
			continue
		}
		s := r.doc.Sentences[r.sent[at]]
		head := r.cueHead(a)
		said := head >= 0 && sayings[r.doc.Tokens[head].Lemma] && r.child(head, "nsubj") >= 0
		if owner := r.ownerOfWords(at-1, s); !owner.Empty() && !said {
			a.Cue, a.Source = []lang.Range{{Start: at - 1, End: at + 1}}, []lang.Range{owner}
			continue
		}
		if a.Cue[0].Start != at || len(a.Source) == 0 {
			continue
		}
		h := r.voiceHead(a.Source[0])
		if h < 0 || h < s.Start {
			continue
		}
		if c := r.child(h, "case"); c >= 0 {
			switch r.lower(c) {
			case "in", "at", "on", "to", "with", "against", "over", "about", "near", "across", "into", "toward", "towards":
				drop[n] = true
			}
		}
	}
	r.drop(drop)
}

// ownerOfWords returns the owner of a noun for words that ends at token i: "Marrow's last word".
func (r *cast) ownerOfWords(i int, s lang.Sentence) lang.Range {
	t := &r.doc.Tokens[i]
	if t.UPOS != "NOUN" || !utterances[strings.ToLower(t.Lemma)] {
		return lang.Range{}
	}
	x := r.child(i, "nmod:poss")
	if x < s.Start {
		return lang.Range{}
	}
	own := lang.Range{Start: r.left[x], End: r.right[x]}
	for own.End > own.Start && isPossessive(r.doc.Form(own.End-1)) {
		own.End--
	}
	return own
}
