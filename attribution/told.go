package attribution

import (
	"slices"
	"strings"

	"rapporteur/lang"
)

// Who was told: "told the Harbour Post", "told the agency MNA", "told state television".

// heard returns the words for whom a verb of telling names as its hearer: the
// nouns right behind it.
func (r *cast) heard(head int) lang.Range {
	if t := &r.doc.Tokens[head]; t.Lemma != "tell" || t.XPOS == "VBN" && r.child(head, "aux:pass") >= 0 || r.quoted[head] {
		return lang.Range{}
	}
	s := r.doc.Sentences[r.sent[head]]
	h := lang.Range{Start: head + 1, End: head + 1}
	for h.End < s.End {
		t := &r.doc.Tokens[h.End]
		switch t.UPOS {
		case "DET", "ADJ", "NOUN", "PROPN":
		default:
			if !isPossessive(r.doc.Form(h.End)) {
				return h
			}
		}
		if f := r.lower(h.End); f == "that" || f == "there" || isCalendar(r.doc.Form(h.End)) && r.lower(h.End-1) != "the" {
			return h
		}
		h.End++
	}
	return h
}

// outletWord returns the token of the words that is a noun for outlets, -1 for none: "the business daily Kontur".
func (r *cast) outletWord(words lang.Range) int {
	for i := words.Start; i < words.End; i++ {
		f := r.lower(i)
		if c := r.lex.class(f); c&outletNoun != 0 && c&documentNoun == 0 && (c&institutionNoun == 0 || f == "agency") {
			return i
		}
	}
	return -1
}

// findHearers takes for outlets the organisations to whom words are told and that do
// nothing else in the text, and those that are called a newspaper or agency there.
func (r *cast) findHearers() {
	for n := range r.said.Attributions {
		a := &r.said.Attributions[n]
		head := r.cueHead(a)
		if head < 0 {
			continue
		}
		words := r.heard(head)
		m := r.organisationIn(words)
		if m < 0 {
			continue
		}
		e := &r.ents[r.find(r.mentions[m].ent)]
		if e.outlet || e.kind != lang.ORG {
			continue
		}
		for _, w := range e.parts {
			if c := r.lex.class(w); c&(institutionNoun|bodyOfMany) != 0 && c&outletNoun == 0 {
				words.End = words.Start
			}
		}
		switch {
		case words.Empty():
		case r.outletWord(words) >= 0:
			e.outlet = true
		case r.mentions[m].End == words.End && (len(e.parts) > 1 || isAcronym(e.parts[0]) || e.parts[0][1:] != strings.ToLower(e.parts[0][1:])):
			e.outlet = r.lower(words.Start) != "the" && len(e.roles) == 0 && len(e.parts) < 4 && r.onlyHears(r.find(r.mentions[m].ent))
		}
	}
}

// onlyHears reports whether a text names an organisation only where it is told something, or tells what it was told.
func (r *cast) onlyHears(ent int) bool {
	for i := range r.mentions {
		m := &r.mentions[i]
		if r.find(m.ent) != ent || m.kind != ByName {
			continue
		}
		before := m.Start - 1
		for before > 0 && r.doc.Tokens[before].UPOS == "DET" {
			before--
		}
		if before < 0 || r.doc.Tokens[before].Lemma != "tell" && r.lower(before) != "to" {
			return false
		}
		if r.lower(before) == "to" && r.lower(before-1) != "according" {
			return false
		}
	}
	return true
}

// organisationIn returns the last mention by name within words, -1 where they name nobody.
func (r *cast) organisationIn(words lang.Range) int {
	best := -1
	for i := words.Start; i < words.End; i++ {
		if n := int(r.named[i]) - 1; n >= 0 && words.Covers(r.mentions[n].Range) {
			best = n
		}
	}
	return best
}

// hearer returns the outlet that was told the words of an attribution, nil for none.
func (r *cast) hearer(a *Attribution, head int) []Source {
	words := r.heard(head)
	if words.Empty() || covers(a.Source, words.Start) {
		return nil
	}
	if m := r.organisationIn(words); m >= 0 {
		ent := r.find(r.mentions[m].ent)
		if e := &r.ents[ent]; e.outlet && !e.own && e.kind == lang.ORG {
			return []Source{{Range: r.mentions[m].Range, Name: e.name, Type: Outlet, Entity: ent}}
		} else if e.own || r.outletWord(words) < 0 || e.kind == lang.PER {
			return nil
		}
	}
	at := r.outletWord(words)
	if at < 0 {
		return nil
	}
	// "the daily Kontur": a name that is no name to the reader of names
	if rest := (lang.Range{Start: at + 1, End: words.End}); rest.Len() > 0 && r.capital(rest.Start) && r.doc.Tokens[at+1].UPOS == "PROPN" {
		return []Source{{Range: rest, Name: r.doc.Words(rest), Type: Outlet, Entity: -1}}
	}
	if at != words.End-1 || strings.HasSuffix(r.lower(at), "s") && r.lower(at) != "press" && r.lower(at) != "news" {
		return nil
	}
	v := Source{Range: words, Name: r.nameOf(words), Type: Outlet, Entity: -1}
	if m := r.mentionAt(at); m >= 0 {
		ent := r.find(r.mentions[m].ent)
		e := &r.ents[ent]
		if e.own || e.kind == lang.PER {
			return nil
		}
		if v.Entity = ent; e.kind != "" {
			v.Name = e.name
			return []Source{v}
		}
	}
	if words.Len() == 2 && r.lower(words.Start) == "the" {
		return nil // of which nothing was said before: the report's own
	}
	return []Source{v}
}

// participles gives "…, telling the Post: “…”" the subject of the clause that it goes
// on, and sets it beside what that one says.
func (r *cast) participles() {
	all := r.said.Attributions
	for n := range all {
		a := &all[n]
		head := r.cueHead(a)
		if head < 1 || len(a.Source) > 0 || len(a.Content) == 0 || a.Negated || r.quoted[head] || a.Content[0].Start < head {
			continue
		}
		t := &r.doc.Tokens[head]
		if t.XPOS != "VBG" || t.Rel != "advcl" || t.Head < 0 || t.Head > head || classOf(t.Lemma, "VERB")&speech == 0 {
			continue
		}
		if x := r.child(head, "mark"); x >= 0 && r.lower(x) == "without" {
			continue
		}
		up := t.Head
		x := r.child(up, "nsubj")
		if x < 0 || x > head {
			continue
		}
		if p := a.Parent; p >= 0 && len(all[p].Cue) > 0 && len(all[p].Source) > 0 && all[p].Quoted != Direct && r.sent[all[p].Cue[0].Start] == r.sent[head] && all[p].Cue[0].Start < head {
			b, from := &all[p], a.Cue[0].Start
			comma := r.doc.Form(from-1) == ","
			if r.cueHead(b) == up || comma && r.doc.Tokens[x].UPOS == "PRON" {
				a.Source = b.Source
				for c := range b.Content {
					if y := &b.Content[c]; y.Contains(from) && y.Start < from-1 {
						y.End, a.Parent = from-boolInt(comma), b.Parent
					}
				}
				continue
			}
		}
		if a.Parent >= 0 {
			continue
		}
		switch t.Lemma {
		case "indicate", "suggest", "show", "mean", "signal", "imply", "reveal", "confirm", "prove", "underline", "underscore", "highlight":
			continue // what happened does, not he who did it
		}
		a.Source = []lang.Range{{Start: r.left[x], End: min(r.right[x], up)}}
	}
}

// shownTo returns the outlet that saw a document or to which it was leaked, where the
// document speaks: "according to a memo seen by the Post".
func (r *cast) shownTo(a *Attribution, main []Source) []Source {
	if len(main) == 0 || main[0].Type != Document || len(a.Source) == 0 {
		return nil
	}
	s := r.doc.Sentences[r.sent[a.Source[0].Start]]
	for i := a.Source[0].Start + 1; i < min(s.End-2, a.Source[0].End+3); i++ {
		t := &r.doc.Tokens[i]
		switch t.Lemma {
		case "see", "obtain", "review", "publish", "leak", "acquire", "read", "cite", "quote", "show":
		default:
			continue
		}
		if f := r.lower(i + 1); t.XPOS != "VBN" && t.XPOS != "VBD" || f != "by" && f != "to" {
			continue
		}
		for k := i + 2; k < min(s.End, i+6) && r.doc.Form(k) != ","; k++ {
			if m := r.mentionAt(k); m >= 0 {
				ent := r.find(r.mentions[m].ent)
				if e := &r.ents[ent]; e.outlet && !e.own && e.kind == lang.ORG {
					return []Source{{Range: r.mentions[m].Range, Name: e.name, Type: Outlet, Entity: ent}}
				}
			}
		}
	}
	return nil
}

// sameInterview gives what "he" or "she" goes on to say in a paragraph the outlet that
// was told what went before: "Marrow told the Post that she would go. “It is time,” she said."
func (r *cast) sameInterview() {
	all := r.said.Attributions
	order := make([]int, len(all))
	for n := range order {
		order[n] = n
	}
	start := func(n int) int {
		if len(all[n].Cue) == 0 {
			return -1
		}
		return all[n].Cue[0].Start
	}
	slices.SortStableFunc(order, func(a, b int) int { return start(a) - start(b) })
	last := -1
	for _, n := range order {
		a := &all[n]
		head := r.cueHead(a)
		if head < 0 || a.Parent >= 0 || a.Attitude || len(a.Voices) == 0 {
			continue
		}
		b := last
		last = n
		if b < 0 || len(a.Voices) != 1 || a.Voices[0].Entity < 0 || len(all[b].Voices) != 2 || len(a.Source) == 0 || a.Source[0].Len() != 1 || !r.heard(head).Empty() {
			continue
		}
		if w := r.lower(a.Source[0].Start); w != "he" && w != "she" {
			continue
		}
		outlet, speaker := all[b].Voices[0], all[b].Voices[1]
		here, there := r.doc.Sentences[r.sent[head]], r.doc.Sentences[r.sent[start(b)]]
		if outlet.Type != Outlet || speaker.Type != Person || speaker.Entity < 0 || r.find(speaker.Entity) != r.find(a.Voices[0].Entity) || here.Paragraph != there.Paragraph || r.sent[head]-r.sent[start(b)] > 2 {
			continue
		}
		own := a.Voices[0]
		own.Level = 1
		outlet.Level = 0
		a.Voices = []Source{outlet, own}
	}
}

// speakAgain returns for "they said" the unnamed people who spoke just before, where the
// pronoun was taken for those of whom they speak: "The Liberals have agreed, they said."
func (r *cast) speakAgain(n int, main []Source) []Source {
	a := &r.said.Attributions[n]
	if len(main) != 1 || main[0].Entity < 0 || len(a.Source) != 1 || a.Source[0].Len() != 1 || r.lower(a.Source[0].Start) != "they" || len(a.Content) == 0 || len(a.Cue) == 0 || a.Cue[0].Start < a.Content[0].Start {
		return nil
	}
	inside := false
	for i := range r.mentions {
		m := &r.mentions[i]
		inside = inside || r.find(m.ent) == r.find(main[0].Entity) && covers(a.Content, m.head) && m.kind != ByPronoun
	}
	if !inside {
		return nil
	}
	best := -1
	for m := range r.said.Attributions {
		b := &r.said.Attributions[m]
		if m == n || len(b.Cue) == 0 || b.Parent >= 0 || b.Attitude || len(b.Source) == 0 || b.Cue[0].Start >= a.Content[0].Start || best >= 0 && b.Cue[0].Start < r.said.Attributions[best].Cue[0].Start {
			continue
		}
		best = m
	}
	if best < 0 {
		return nil
	}
	b := &r.said.Attributions[best]
	s, t := r.sent[b.Cue[0].Start], r.sent[a.Cue[0].Start]
	if t-s > 2 || r.doc.Sentences[s].Paragraph != r.doc.Sentences[t].Paragraph {
		return nil
	}
	list := r.sourceVoices(b.Source)
	if len(list) != 1 || list[0].Entity < 0 {
		return nil
	}
	if e := &r.ents[r.find(list[0].Entity)]; e.kind != "" || !e.plural {
		return nil
	}
	return list
}

// nameOfOutlet returns the name behind the noun for an outlet at token h, "the news site
// Delta Now", which the reader of names passed over.
func (r *cast) nameOfOutlet(h int, rng lang.Range) lang.Range {
	if r.doc.Tokens[h].UPOS != "NOUN" || r.outletWord(lang.Range{Start: h, End: h + 1}) < 0 {
		return lang.Range{}
	}
	name := lang.Range{Start: h + 1, End: h + 1}
	for name.End < rng.End && r.capital(name.End) && !r.quoted[name.End] && !isCalendar(r.doc.Form(name.End)) {
		if u := r.doc.Tokens[name.End].UPOS; u != "PROPN" && u != "NOUN" && u != "ADV" && u != "ADJ" {
			break
		}
		name.End++
	}
	if !name.Empty() && r.named[name.Start] > 0 && r.ents[r.find(r.mentions[r.named[name.Start]-1].ent)].kind == lang.PER {
		return lang.Range{}
	}
	return name
}

// underLink gives "after the VDF rejected the deal, saying it cost jobs" to him who did
// what the clause of time tells, where it tells of an act by words: not to the subject of
// the sentence around it.
func (r *cast) underLink() {
	for n := range r.said.Attributions {
		a := &r.said.Attributions[n]
		head := r.cueHead(a)
		if head < 2 || len(a.Source) != 1 || len(a.Content) == 0 || a.Content[0].Start < head || r.doc.Form(head-1) != "," {
			continue
		}
		t := &r.doc.Tokens[head]
		up := t.Head
		if t.XPOS != "VBG" || t.Rel != "advcl" || up < 0 || up > head || r.doc.Tokens[up].Rel != "advcl" || r.child(up, "mark") < 0 || classOf(r.doc.Tokens[up].Lemma, "VERB")&(speech|refusal|stance) == 0 && !verdicts[r.doc.Tokens[up].Lemma] {
			continue
		}
		x := r.child(up, "nsubj")
		if x < 0 || x > up || a.Source[0].Contains(x) || a.Source[0].Start > x {
			continue
		}
		a.Source = []lang.Range{{Start: r.left[x], End: min(r.right[x], up)}}
	}
}

// verdicts are acts by which somebody takes a stand, besides the verbs of stance.
var verdicts = wordSet("accept veto quit resign withdraw attack suspend cancel postpone boycott block abandon spurn rebuff")
