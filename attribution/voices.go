package attribution

import (
	"slices"
	"strings"

	"rapporteur/lang"
)

// voices fills in whom the sources of all attributions stand for, mends how the
// attributions nest, and gives what is inside quotations in the first person to
// its speaker.
func (r *cast) voices() {
	r.addMissed()
	r.dropCiting()
	r.mendQuoted()
	r.findOutlets()
	r.clipContents()
	r.mendInverted()
	r.turnBack()
	r.cutContrast()
	r.relinkPronounContents()
	r.nestBeside()
	for a := range r.said.Attributions {
		r.voicesOf(a)
	}
	r.continueQuotes()
	r.carryOn()
	r.firstPersons()
}

// cueHead returns the token of a cue that depends on none of the others.
func (r *cast) cueHead(a *Attribution) int {
	if len(a.Cue) == 0 {
		return -1
	}
	for _, c := range a.Cue {
		for i := c.Start; i < c.End; i++ {
			in := false
			for _, d := range a.Cue {
				in = in || d.Contains(r.doc.Tokens[i].Head)
			}
			if u := r.doc.Tokens[i].UPOS; !in && u != "PUNCT" {
				return i
			}
		}
	}
	return a.Cue[0].Start
}

// voicesOf fills in the voices of one attribution.
func (r *cast) voicesOf(n int) {
	a := &r.said.Attributions[n]
	a.Voices = nil
	level := 0
	add := func(list []Source) {
		for _, v := range list {
			if v.Entity >= 0 && r.ents[r.find(v.Entity)].own {
				continue
			}
			if v.Entity >= 0 && slices.ContainsFunc(a.Voices, func(w Source) bool { return w.Entity >= 0 && r.find(w.Entity) == r.find(v.Entity) }) {
				continue
			}
			v.Level = level
			a.Voices = append(a.Voices, v)
		}
		level++
	}
	head := r.cueHead(a)
	cue := strings.ToLower(r.doc.Tokens[max(head, 0)].Lemma)
	main := r.sourceVoices(a.Source)
	switch {
	case cue == "quote" || cue == "cite":
		outer, inner := r.quotedBy(a, head)
		if outer != nil || inner != nil {
			if inner == nil {
				inner = main
			}
			if outer == nil {
				outer = main
			}
			add(outer)
			add(inner)
			break
		}
		add(main)
	default:
		add(r.broughtBy(a, head))
		add(main)
	}
	for _, list := range r.citedBy(n, head) {
		add(list)
	}
}

// sourceVoices returns the voices that source words name, those side by side together.
func (r *cast) sourceVoices(source []lang.Range) []Source {
	if len(source) == 0 {
		return nil
	}
	rng := source[0]
	for i := rng.Start; i < rng.End; i++ {
		if i > rng.Start && (isCiting(r.doc, i) || r.lower(i) == "who" || r.lower(i) == "which") {
			rng.End = i
		}
	}
	h := r.voiceHead(rng)
	if h < 0 && len(source) > 1 {
		rng = source[len(source)-1]
		h = r.voiceHead(rng)
	}
	if h < 0 {
		return nil
	}
	switch r.lower(h) {
	case "nobody", "none", "no-one", "nothing", "there":
		return nil
	case "one":
		if h > 0 && r.lower(h-1) == "no" {
			return nil
		}
	case "i", "we", "us", "me":
		return nil // the speaker around it, or the text itself
	case "it", "this", "that", "which", "what":
		if r.mentionAt(h) < 0 {
			return nil
		}
	}
	list := r.voice(h, rng)
	// "Ilse Marrow and Joan Peller": side by side.
	if len(list) == 1 {
		for _, k := range r.conjuncts(h, rng) {
			list = append(list, r.voice(k, rng)...)
		}
	}
	return list
}

// conjuncts returns the tokens that stand beside head h within a range.
func (r *cast) conjuncts(h int, rng lang.Range) []int {
	heads := []int{h}
	if m := r.mentionAt(h); m >= 0 {
		for i := r.mentions[m].Start; i < r.mentions[m].End; i++ {
			heads = append(heads, i)
		}
	}
	var list []int
	seen := map[int]bool{}
	if m := r.mentionAt(h); m >= 0 {
		seen[r.find(r.mentions[m].ent)] = true
	}
	for q := 0; q < len(heads) && q < 12; q++ {
		for _, k := range r.children(heads[q]) {
			k := int(k)
			if r.doc.Tokens[k].Rel != "conj" || !rng.Contains(k) {
				continue
			}
			switch r.doc.Tokens[k].UPOS {
			case "NOUN", "PROPN", "PRON":
			default:
				continue
			}
			heads = append(heads, k)
			if m := r.mentionAt(k); m >= 0 {
				if e := r.find(r.mentions[m].ent); !seen[e] {
					seen[e] = true
					list = append(list, k)
				}
			}
		}
	}
	if len(list) > 0 {
		return list
	}
	// The tree may have missed it: "Ilse Marrow and the mediator, Anselm Roke" with nothing else between.
	m := r.mentionAt(h)
	if m < 0 || r.mentions[m].End >= rng.End {
		return nil
	}
	i := r.mentions[m].End
	for i < rng.End && r.named[i] > 0 && r.find(r.mentions[r.named[i]-1].ent) == r.find(r.mentions[m].ent) {
		i = r.mentions[r.named[i]-1].End // the name after its title
	}
	and := false
	for i < rng.End && (r.lower(i) == "and" || r.doc.Form(i) == ",") {
		and = and || r.lower(i) == "and"
		i++
	}
	if !and {
		return nil
	}
	for ; i < rng.End; i++ {
		if k := r.mentionAt(i); k >= 0 && r.mentions[k].head == i {
			if e := r.find(r.mentions[k].ent); !seen[e] {
				return []int{i}
			}
			return nil
		}
		if !r.isNominal(i) && r.doc.Tokens[i].UPOS != "DET" && r.named[i] == 0 {
			return nil
		}
	}
	return nil
}

// voiceHead returns the token of a source that names the voice: that with a
// mention which is highest in the tree.
func (r *cast) voiceHead(rng lang.Range) int {
	best, bestDepth := -1, 1<<10
	for i := rng.Start; i < rng.End; i++ {
		u := r.doc.Tokens[i].UPOS
		if r.mentionAt(i) < 0 && u != "NOUN" && u != "PROPN" && u != "PRON" && u != "NUM" && u != "ADJ" && u != "DET" {
			continue
		}
		if u == "DET" && r.doc.Tokens[i].Rel == "det" || u == "ADJ" && r.doc.Tokens[i].Rel == "amod" || u == "NUM" && r.doc.Tokens[i].Rel == "nummod" {
			continue
		}
		depth := 0
		for j := i; rng.Contains(j) && depth < 20; j = r.doc.Tokens[j].Head {
			depth++
		}
		if r.mentionAt(i) < 0 {
			depth = depth*2 + 1
		} else {
			depth *= 2
		}
		if depth < bestDepth {
			best, bestDepth = i, depth
		}
	}
	return best
}

// voice returns the voice that token h names; several for "they" of two.
func (r *cast) voice(h int, rng lang.Range) []Source {
	m := r.mentionAt(h)
	if m < 0 {
		return []Source{r.strangeVoice(h, rng)}
	}
	ent := r.find(r.mentions[m].ent)
	e := &r.ents[ent]
	at := r.mentions[m].Range
	if len(e.members) > 0 {
		var list []Source
		for _, x := range e.members {
			x = r.find(x)
			list = append(list, Source{Range: at, Name: r.ents[x].name, Type: typeOf(&r.ents[x]), Entity: x})
		}
		return list
	}
	return []Source{{Range: at, Name: e.name, Type: typeOf(e), Entity: ent, Count: e.count, Of: r.speaksFor(ent)}}
}

// speaksFor returns for whom an entity speaks, as named.
func (r *cast) speaksFor(ent int) string {
	e := &r.ents[ent]
	if e.kind == "" && e.ofEnt >= 0 {
		return r.ents[r.find(e.ofEnt)].name
	}
	return e.of
}

// strangeVoice returns the voice of words that are no mention: "another", "a third", nouns that the lexicon does not know.
func (r *cast) strangeVoice(h int, rng lang.Range) Source {
	t := r.doc.Tokens[h]
	p, _ := r.phraseAt(h)
	words := lang.Range{Start: max(p.Start, rng.Start), End: min(p.End, rng.End)}
	if words.Empty() {
		words = lang.Range{Start: h, End: h + 1}
	}
	// "One of the sources", "two of them".
	v := Source{Range: words, Name: r.nameOf(words), Type: Anonymous, Entity: -1}
	if t.UPOS == "NUM" || t.UPOS == "DET" || t.UPOS == "PRON" {
		v.Count = smallNumber(r.lower(h))
		if v.Count == 1 {
			v.Count = 0
		}
		v.Range = lang.Range{Start: max(rng.Start, p.Start), End: r.phraseEnd(h)}
		v.Name = r.nameOf(v.Range)
		return v
	}
	switch {
	case t.UPOS == "PROPN" && r.capital(h):
		v.Type = Institution
	case p.plural || t.XPOS == "NNS":
		v.Type = Group
		v.Count = p.count
	}
	return v
}

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
		links = append(links, list)
	}
	return links
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
			case "interview", "comment", "remark", "statement", "conversation", "briefing", "speak", "talk", "appearance", "write":
				return noun != "write"
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

// assertive are verbs whose content is said or held to be so even where it is no
// clause: "fears a ruined summer", "reported losses".
var assertive = map[string]bool{
	"say": true, "tell": true, "report": true, "add": true, "claim": true, "note": true, "explain": true, "describe": true, "mention": true, "warn": true,
	"expect": true, "hope": true, "fear": true, "believe": true, "think": true, "predict": true, "forecast": true, "estimate": true, "announce": true,
	"state": true, "write": true, "confirm": true, "deny": true, "allege": true, "call": true, "quote": true, "cite": true, "indicate": true, "reveal": true,
	"speak": true, "according": true, "accord": true, "suspect": true, "doubt": true, "see": true, "view": true, "put": true, "note_that": true, "show": true, "find": true,
	"list": true, "reply": true, "answer": true, "stress": true, "emphasise": true, "emphasize": true, "underscore": true, "insist": true, "argue": true, "admit": true,
	"envisage": true, "envision": true, "provide": true, "stipulate": true, "contain": true, "include": true, "require": true, "propose": true, "suggest": true,
}

// isAct reports whether a content is what its source does or means to do: an
// infinitive or a thing, unquoted, after a verb that asserts nothing ("agreed to disarm").
func (r *cast) isAct(a *Attribution) bool {
	head := r.cueHead(a)
	if head < 0 || a.Quoted != Indirect || len(a.Content) == 0 {
		return false
	}
	t := &r.doc.Tokens[head]
	if t.UPOS != "VERB" || assertive[t.Lemma] {
		return false
	}
	for _, c := range a.Content {
		if c.Empty() || r.lower(c.Start) == "to" {
			continue
		}
		for i := c.Start; i < c.End; i++ {
			x := &r.doc.Tokens[i]
			if r.quoted[i] {
				return false
			}
			if (x.UPOS == "VERB" || x.UPOS == "AUX") && (x.XPOS == "VBD" || x.XPOS == "VBZ" || x.XPOS == "VBP" || x.XPOS == "MD") {
				if rel := x.Rel; strings.HasPrefix(rel, "acl") {
					continue
				}
				if x.UPOS == "AUX" && x.Head >= 0 && strings.HasPrefix(r.doc.Tokens[x.Head].Rel, "acl") {
					continue
				}
				return false
			}
		}
	}
	return true
}

// sayings are the verbs that stand after their content: "…, the union announced".
var sayings = map[string]bool{
	"say": true, "announce": true, "report": true, "state": true, "tell": true, "add": true, "write": true, "note": true, "warn": true, "claim": true,
	"confirm": true, "explain": true, "declare": true, "learn": true, "insist": true, "inform": true, "stress": true, "emphasise": true, "emphasize": true, "argue": true,
	"acknowledge": true, "admit": true, "reveal": true, "recall": true, "conclude": true, "believe": true, "estimate": true, "predict": true, "quote": true, "show": true, "indicate": true,
}

// addMissed adds attributions of forms that are always such: "This was reported by
// X", "In X's words, …", "…, the union announced, …".
func (r *cast) addMissed() {
	n := len(r.doc.Tokens)
	cue := make([]bool, n)
	for a := range r.said.Attributions {
		for _, c := range r.said.Attributions[a].Cue {
			for i := max(0, c.Start); i < min(n, c.End); i++ {
				cue[i] = true
			}
		}
	}
	add := func(cue, source, content lang.Range) {
		if cue.Empty() || source.Empty() || content.Empty() {
			return
		}
		r.said.Attributions = append(r.said.Attributions, Attribution{
			Cue: []lang.Range{cue}, Source: []lang.Range{source}, Content: []lang.Range{content}, Parent: -1, Confidence: 0.6,
		})
		r.said.Attributions[len(r.said.Attributions)-1].Parent = r.holder(len(r.said.Attributions) - 1)
	}
	for _, s := range r.doc.Sentences {
		end := min(s.End, n)
		if s.Len() < 4 {
			continue
		}
		// "This was reported by the Post"
		i := s.Start
		if f := r.lower(i); f == "this" || f == "it" || f == "that" {
			j := i + 1
			for j < end && r.doc.Tokens[j].UPOS == "AUX" || j < end && r.doc.Tokens[j].UPOS == "ADV" {
				j++
			}
			if j > i+1 && j+1 < end && r.lower(j+1) == "by" && sayings[r.doc.Tokens[j].Lemma] && !cue[j] {
				k := j + 2
				for k < end && r.doc.Form(k) != "," && r.doc.Form(k) != "." && !isCiting(r.doc, k) && r.lower(k) != "with" && r.lower(k) != "on" {
					k++
				}
				add(lang.Range{Start: i + 1, End: j + 1}, lang.Range{Start: j + 2, End: k}, lang.Range{Start: i, End: i + 1})
			}
		}
		// "In Peller's words, the map is a wish."
		if r.lower(i) == "in" {
			for j := i + 2; j < min(end-2, i+8); j++ {
				if f := r.lower(j); (f == "words" || f == "view" || f == "opinion" || f == "account" || f == "telling" || f == "reading") && r.doc.Form(j+1) == "," && !cue[j] &&
					(isPossessive(r.doc.Form(j-1)) || r.doc.Tokens[j-1].XPOS == "PRP$") {
					source := lang.Range{Start: i + 1, End: j}
					if isPossessive(r.doc.Form(j - 1)) {
						source.End--
					}
					content := lang.Range{Start: j + 2, End: end}
					if r.doc.Form(content.End-1) == "." {
						content.End--
					}
					add(lang.Range{Start: j, End: j + 1}, source, content)
				}
			}
		}
		// "…, the union announced, according to MNA."
		for j := s.Start + 4; j < end; j++ {
			t := &r.doc.Tokens[j]
			if t.UPOS != "VERB" || cue[j] || !sayings[t.Lemma] || t.XPOS != "VBD" && t.XPOS != "VBZ" && t.XPOS != "VBP" || r.quoted[j] {
				continue
			}
			x := r.child(j, "nsubj")
			if x < 0 || x > j || r.right[x] > j {
				continue
			}
			from := r.left[x]
			for from < x && (isPunct(r.doc.Form(from)) || isQuote(r.doc.Form(from))) {
				from++
			}
			if from < s.Start+4 || r.doc.Form(from-1) != "," && !isQuote(r.doc.Form(from-1)) {
				continue
			}
			if j+1 < end {
				switch r.doc.Tokens[j+1].UPOS {
				case "PUNCT", "ADP", "PROPN", "NOUN", "ADV":
				case "ADJ", "DET":
					if t.Lemma != "tell" {
						continue
					}
				default:
					continue
				}
				if f := r.doc.Form(j + 1); f == ":" || isQuote(f) {
					continue
				}
			}
			if r.child(j, "ccomp", "xcomp", "obj") > j && r.doc.Tokens[j].Lemma != "tell" {
				continue
			}
			content := lang.Range{Start: s.Start, End: from}
			for content.End > content.Start && r.doc.Form(content.End-1) == "," {
				content.End--
			}
			verb := false
			for i := content.Start; i < content.End; i++ {
				verb = verb || r.doc.Tokens[i].UPOS == "VERB" || r.doc.Tokens[i].UPOS == "AUX"
			}
			if verb {
				add(lang.Range{Start: j, End: j + 1}, lang.Range{Start: from, End: r.right[x]}, content)
			}
		}
	}
}

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
					a.Source = []lang.Range{c}
					content := lang.Range{Start: s.Start, End: head}
					for content.End > content.Start && r.doc.Form(content.End-1) == "," {
						content.End--
					}
					a.Content = []lang.Range{content}
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

// dropCiting leaves out attributions whose cue is only the citing of a source,
// and weak ones whose source is nobody.
func (r *cast) dropCiting() {
	all := r.said.Attributions
	drop := make([]bool, len(all))
	for n := range all {
		a := &all[n]
		head := r.cueHead(a)
		if head < 0 {
			continue
		}
		if isCiting(r.doc, head) {
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

// drop leaves out attributions; what they held goes to what held them.
func (r *cast) drop(drop []bool) {
	all := r.said.Attributions
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
	r.said.Attributions = kept
}

// clipContents ends an indirect content with its sentence where the next one has a source of its own.
func (r *cast) clipContents() {
	all := r.said.Attributions
	speaks := make([]bool, len(r.doc.Sentences))
	for n := range all {
		if a := &all[n]; len(a.Cue) > 0 && len(a.Source) > 0 && !a.Attitude && a.Confidence > 0.5 {
			speaks[r.sent[a.Cue[0].Start]] = true
		}
	}
	for n := range all {
		a := &all[n]
		head := r.cueHead(a)
		if head < 0 {
			continue
		}
		if at := r.doc.Sentences[r.sent[head]]; at.Item && len(a.Content) > 1 {
			// Each item of a list has its own source or none.
			var kept []lang.Range
			for _, c := range a.Content {
				if r.doc.Sentences[r.sent[c.Start]].Paragraph == at.Paragraph || r.quoted[c.Start] {
					kept = append(kept, c)
				}
			}
			if len(kept) > 0 {
				a.Content = kept
			}
		}
		for c := range a.Content {
			x := &a.Content[c]
			if x.Empty() || r.quoted[min(x.End-1, len(r.quoted)-1)] && r.quoted[x.Start] {
				continue
			}
			first := r.doc.Sentences[r.sent[x.Start]]
			if x.End <= first.End || r.doc.Form(a.Cue[0].Start) == ":" || r.lower(x.Start-boolInt(x.Start > 0)) == ":" {
				continue
			}
			if r.sent[head] > r.sent[x.Start] {
				continue
			}
			for next := int(r.sent[x.Start]) + 1; next < len(r.doc.Sentences) && r.doc.Sentences[next].Start < x.End; next++ {
				if r.doc.Sentences[next].Paragraph != first.Paragraph || speaks[next] {
					x.End = r.doc.Sentences[next].Start
					for x.End > x.Start && r.doc.Form(x.End-1) == "." {
						x.End--
					}
				}
			}
		}
	}
	// What no longer lies within its holder is on its own.
	for n := range all {
		a := &all[n]
		if a.Parent >= 0 && len(a.Cue) > 0 && !covers(all[a.Parent].Content, a.Cue[0].Start) {
			a.Parent = r.holder(n)
		}
	}
}

// holder returns the smallest attribution whose content holds the cue of attribution n, -1 for none.
func (r *cast) holder(n int) int {
	all := r.said.Attributions
	best, bestSize := -1, 1<<30
	for p := range all {
		if p != n && covers(all[p].Content, all[n].Cue[0].Start) && !covers(all[n].Content, all[p].Cue[0].Start) {
			if s := size(all[p].Content); s < bestSize {
				best, bestSize = p, s
			}
		}
	}
	return best
}

// relinkPronounContents gives "This was reported by X" the sentence before as its content.
func (r *cast) relinkPronounContents() {
	all := r.said.Attributions
	for n := range all {
		a := &all[n]
		if len(a.Content) == 0 || size(a.Content) > 2 {
			continue
		}
		c := a.Content[0]
		switch r.lower(c.Start) {
		case "this", "it", "that", "so":
		default:
			continue
		}
		s := int(r.sent[c.Start])
		if s == 0 || c.Start > r.doc.Sentences[s].Start+1 {
			continue
		}
		before := r.doc.Sentences[s-1]
		if before.Heading {
			continue
		}
		a.Content = append([]lang.Range{before.Range}, a.Content...)
		// The tail of the sentence, "MNA reports", brings the sentence before as well.
		for p := a.Parent; p >= 0; p = all[p].Parent {
			all[p].Content = append([]lang.Range{before.Range}, all[p].Content...)
		}
		for b := range all {
			if b != n && all[b].Parent < 0 && len(all[b].Cue) > 0 && before.Contains(all[b].Cue[0].Start) {
				all[b].Parent = n
			}
		}
	}
}

// nestBeside nests two attributions of one sentence that have one content: the
// outlet, the tail, or "according to" at the head is the outer one.
func (r *cast) nestBeside() {
	all := r.said.Attributions
	for n := range all {
		a := &all[n]
		if len(a.Content) == 0 || len(a.Cue) == 0 || len(a.Source) == 0 {
			continue
		}
		for m := range all {
			b := &all[m]
			if m == n || len(b.Content) == 0 || len(b.Cue) == 0 || r.sent[a.Cue[0].Start] != r.sent[b.Cue[0].Start] || r.holds(n, m) || r.holds(m, n) {
				continue
			}
			if b.Parent != a.Parent || !r.outer(a, b) {
				continue
			}
			if common(a.Content, b.Content)*2 < min(size(a.Content), size(b.Content)) {
				continue
			}
			b.Parent = n
			for _, c := range b.Content {
				if !a.Content[0].Covers(c) {
					a.Content = append(a.Content, c)
				}
			}
		}
	}
}

// holds reports whether attribution n is above attribution m.
func (r *cast) holds(n, m int) bool {
	for p, steps := r.said.Attributions[m].Parent, 0; p >= 0 && steps < maxDepth; p, steps = r.said.Attributions[p].Parent, steps+1 {
		if p == n {
			return true
		}
	}
	return false
}

func common(a, b []lang.Range) int {
	n := 0
	for _, x := range a {
		for _, y := range b {
			n += lang.Range{Start: max(x.Start, y.Start), End: min(x.End, y.End)}.Len()
		}
	}
	return n
}

// outer reports whether attribution a brings in what attribution b says.
func (r *cast) outer(a, b *Attribution) bool {
	isOutlet := func(x *Attribution) bool {
		if len(x.Source) == 0 {
			return false
		}
		h := r.voiceHead(x.Source[0])
		if h < 0 {
			return false
		}
		m := r.mentionAt(h)
		return m >= 0 && r.ents[r.find(r.mentions[m].ent)].outlet
	}
	ao, bo := isOutlet(a), isOutlet(b)
	if ao != bo {
		return ao
	}
	aAccording, bAccording := r.lower(a.Cue[0].Start) == "according", r.lower(b.Cue[0].Start) == "according"
	if aAccording != bAccording {
		return aAccording
	}
	return a.Cue[0].Start > b.Cue[0].Start
}

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

// impersonal gives "It is noted that …" to the outlet whose report the section goes on with.
func (r *cast) impersonal() {
	all := r.said.Attributions
	for n := range all {
		a := &all[n]
		head := r.cueHead(a)
		if head < 0 || len(a.Voices) > 0 || a.Parent >= 0 || r.child(head, "aux:pass") < 0 {
			continue
		}
		if x := r.child(head, "nsubj:pass", "expl", "nsubj"); x < 0 || r.lower(x) != "it" {
			continue
		}
		switch r.doc.Tokens[head].Lemma {
		case "note", "indicate", "emphasize", "emphasise", "specify", "add", "stress", "clarify", "state", "mention":
		default:
			continue
		}
		best := -1
		for m := range all {
			if b := &all[m]; len(b.Cue) > 0 && b.Cue[0].Start < head && len(b.Voices) > 0 && b.Voices[0].Type == Outlet && (best < 0 || b.Cue[0].Start > all[best].Cue[0].Start) {
				best = m
			}
		}
		if best < 0 {
			continue
		}
		headings := 0
		for s := r.sent[all[best].Cue[0].Start]; s <= r.sent[head]; s++ {
			headings += boolInt(r.doc.Sentences[s].Heading)
		}
		if headings <= 1 {
			v := all[best].Voices[0]
			v.Level = 0
			a.Voices = []Source{v}
		}
	}
}

// above returns the voices of the attributions that hold attribution n, outermost first.
func (s *Said) above(n int) []Source {
	var chain []Source
	for p, steps := s.Attributions[n].Parent, 0; p >= 0 && steps < maxDepth; p, steps = s.Attributions[p].Parent, steps+1 {
		chain = append(slices.Clone(s.Attributions[p].Voices), chain...)
	}
	return chain
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

// findOutlets takes for outlets the organisations that report, write and publish, and are no ministry, army or union.
func (r *cast) findOutlets() {
	for n := range r.said.Attributions {
		a := &r.said.Attributions[n]
		head := r.cueHead(a)
		if head < 0 || len(a.Source) == 0 {
			continue
		}
		switch r.doc.Tokens[head].Lemma {
		case "report", "reports", "write", "publish", "broadcast":
		default:
			continue
		}
		h := r.voiceHead(a.Source[0])
		if h < 0 {
			continue
		}
		m := r.mentionAt(h)
		if m < 0 {
			continue
		}
		e := &r.ents[r.find(r.mentions[m].ent)]
		if e.kind != lang.ORG && !(e.kind == "" && len(e.parts) > 0) || e.outlet || len(e.parts) > 3 {
			continue
		}
		body := false
		for _, w := range e.parts {
			body = body || r.lex.class(strings.ToLower(w))&institutionNoun != 0 && r.lex.class(strings.ToLower(w))&outletNoun == 0
		}
		for _, role := range e.roles {
			words := strings.Fields(role.Title)
			body = body || len(words) > 0 && r.lex.class(words[len(words)-1])&outletNoun == 0
		}
		e.outlet = !body
	}
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
		for i := to; i < s.End; i++ {
			t := &r.doc.Tokens[i]
			citing := false
			for j := to; j <= i; j++ {
				citing = citing || isCiting(r.doc, j) || r.lower(j) == "who" || r.lower(j) == "which" || r.lower(j) == "according"
			}
			if !citing && (t.UPOS == "VERB" && t.XPOS != "VBG" && t.XPOS != "VBN" || isQuote(r.doc.Form(i)) || r.lower(i) == "that" || r.doc.Form(i) == ":") {
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
		if q.Len() < 3 || count*10 > q.Len()*9 {
			continue
		}
		first := r.doc.Sentences[r.sent[q.Start]]
		opens := q.Start <= first.Start+1
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
		if a := r.lastSpeaker(q.Start, first.Paragraph); a >= 0 {
			r.extend(a, q, held)
			continue
		}
		// Nobody was quoted: a paragraph of quotation after one about somebody who speaks.
		if r.sent[q.Start] == 0 || q.Len() < 6 || q.Start-1 > first.Start {
			continue
		}
		if e := r.lastPerson(int(r.sent[q.Start])-1, first.Paragraph-1); e >= 0 {
			end := min(q.End+1, n)
			a := Attribution{Cue: []lang.Range{{Start: max(q.Start-1, 0), End: q.Start}}, Content: []lang.Range{{Start: q.Start, End: end}}, Parent: -1, Quoted: Direct, Confidence: 0.5}
			a.Voices = []Source{{Name: r.ents[e].name, Type: typeOf(&r.ents[e]), Entity: e}}
			r.said.Attributions = append(r.said.Attributions, a)
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
