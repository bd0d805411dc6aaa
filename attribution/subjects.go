package attribution

import (
	"rapporteur/lang"
)

// Sources that are a part of who speaks, or of what he says.

// mendSubjects gives words to the subject of the verb of saying where the source is only a name
// within it ("groups representing Kelmart, Nordal and others warned"), and where it is the subject
// of the words themselves ("Brandt said Estrel and Calder could go").
func (r *cast) mendSubjects() {
	for n := range r.said.Attributions {
		a := &r.said.Attributions[n]
		head := r.cueHead(a)
		if head < 0 || len(a.Source) == 0 || r.sent[a.Source[0].Start] != r.sent[head] {
			continue
		}
		r.takeClauseBehind(a, head)
		if a.Source[0].Start > head {
			r.takeOwnSubject(a, head)
			continue
		}
		if whole := r.wholeSubject(a.Source[0], head); whole.Len() > 0 {
			a.Source = []lang.Range{whole}
		}
	}
}

// takeClauseBehind gives a speaker the clause behind the cue that "that" opens, where the words before
// him were taken for his: "It came hours after the court said in a ruling that the port could close".
func (r *cast) takeClauseBehind(a *Attribution, head int) {
	x := r.child(head, "ccomp")
	if x < head || len(a.Content) != 1 || a.Source[0].Start > head || a.Content[0].End > a.Source[0].Start || r.quoted[a.Content[0].Start] || !sayings[r.doc.Tokens[head].Lemma] {
		return
	}
	if m := r.child(x, "mark"); m < 0 || r.lower(m) != "that" || m != r.left[x] {
		return
	}
	a.Content = []lang.Range{{Start: r.left[x], End: min(r.right[x], r.doc.Sentences[r.sent[head]].End)}}
}

// takeOwnSubject turns round what was taken for "…, said Estrel": behind the cue stands a clause
// with its subject, and before it who says so.
func (r *cast) takeOwnSubject(a *Attribution, head int) {
	src, c := a.Source[0], -1
	for k := range a.Content {
		if a.Content[k].Start >= src.End && a.Content[k].Start <= src.End+14 {
			c = k
			break
		}
	}
	if c < 0 || head == 0 || !sayings[r.doc.Tokens[head].Lemma] || src.Start > head+2 || r.quoted[src.Start] {
		return
	}
	if t := &r.doc.Tokens[a.Content[c].Start]; t.UPOS != "AUX" && (t.UPOS != "VERB" || t.XPOS == "VBN" || t.XPOS == "VBG") {
		return
	}
	x := r.child(head, "nsubj")
	if x < 0 || x > head {
		x = head - 1
	}
	m := r.mentionAt(x)
	if m < 0 || x > head || r.quoted[x] || r.sent[x] != r.sent[head] || r.right[x] > head && x != head-1 {
		return
	}
	first := r.doc.Sentences[r.sent[head]].Start
	if min(r.left[x], r.mentions[m].Start) > first+12 {
		return
	}
	who := r.mentions[m].Range
	if r.right[x] <= head && r.left[x] <= x {
		who = lang.Range{Start: min(who.Start, r.left[x]), End: r.right[x]}
	}
	a.Source = []lang.Range{who}
	a.Content = []lang.Range{{Start: src.Start, End: a.Content[c].End}}
}

// wholeSubject returns the phrase of people or a body within which a source stands as a mere
// part: as one of a list that tells whose they are, or behind a participle. It is empty where
// the source is none.
func (r *cast) wholeSubject(src lang.Range, head int) lang.Range {
	s := r.doc.Sentences[r.sent[head]]
	at := src.Start - 1
	list := false
	for ; at > s.Start; at-- {
		f := r.lower(at)
		if list = list || f == "," || f == "and" || f == "&"; r.named[at] == 0 && f != "," && f != "and" && f != "&" && f != "the" && f != "(" && f != ")" {
			break
		}
	}
	if at <= s.Start {
		return lang.Range{}
	}
	link := r.lower(at)
	switch {
	case list && (link == "of" || link == "from" || link == "in" || link == "for" || link == "representing" || link == "including"):
	case (link == "by" || link == "with") && r.doc.Tokens[at-1].XPOS == "VBN" && r.doc.Tokens[at-1].Rel == "acl":
		at--
	default:
		return lang.Range{}
	}
	noun := at - 1
	if noun < s.Start {
		return lang.Range{}
	}
	p, ok := r.phraseAt(noun)
	body := r.named[noun] > 0 && r.ents[r.find(r.mentions[r.named[noun]-1].ent)].kind == lang.ORG
	if !body && (!ok || !p.plural || p.class&(personNoun|insiderNoun|bodyOfMany|institutionNoun) == 0) || r.quoted[noun] {
		return lang.Range{}
	}
	start := p.Start
	if body {
		start = r.mentions[r.named[noun]-1].Start
	}
	if start > s.Start && r.doc.Tokens[start-1].UPOS == "NUM" {
		start--
	}
	if list && link != "by" && link != "with" && r.lower(src.Start-1) != "and" && !r.joined(src) || r.governed(start, s.Start) || !r.takesVerb(noun, head, src.End) {
		return lang.Range{}
	}
	return lang.Range{Start: start, End: max(noun+1, min(p.End, src.Start))}
}

// joined reports whether an "and" stands within a range.
func (r *cast) joined(rng lang.Range) bool {
	for i := rng.Start; i < rng.End; i++ {
		if f := r.lower(i); f == "and" || f == "&" {
			return true
		}
	}
	return false
}

// governed reports whether the words that begin at token i, in a sentence from token first on, hang on a
// preposition or end a list before: "calls from workers and members of the council".
func (r *cast) governed(i, first int) bool {
	if i <= first {
		return false
	}
	if f := r.lower(i - 1); f == "the" || f == "some" || f == "several" || f == "many" {
		i--
	}
	return i > first && (r.doc.Tokens[i-1].UPOS == "ADP" || r.lower(i-1) == "and")
}

// takesVerb reports whether nothing but the verb phrases of one subject stands between a source
// and the verb of saying at head, so that whoever is meant by the noun says it.
func (r *cast) takesVerb(noun, head, end int) bool {
	for i := end; i < head; i++ {
		if t := &r.doc.Tokens[i]; t.Rel == "nsubj" && t.Head > i || r.lower(i) == "who" || r.lower(i) == "which" {
			return false
		}
	}
	return noun < head
}
