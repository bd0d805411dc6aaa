package attribution

import (
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
		if c := r.lex.class(f); c&outletNoun != 0 && c&(documentNoun|personNoun|insiderNoun) == 0 && (c&institutionNoun == 0 || f == "agency") {
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
		}
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
