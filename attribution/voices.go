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
	r.addSpoken()
	r.addInWords()
	r.addInserted()
	r.addEmbedded()
	r.dropInformed()
	r.addTurns()
	r.labelled()
	r.dropCiting()
	r.dropHearers()
	r.mendSubjects()
	r.widenIncluding()
	r.colonSources()
	r.tails()
	r.mendQuoted()
	r.mendCited()
	r.mendAnnounced()
	r.findOutlets()
	r.findHearers()
	r.clipContents()
	r.participles()
	r.mendInverted()
	r.underLink()
	r.turnBack()
	r.cutTime()
	r.cutContrast()
	r.putAround()
	r.accordingAround()
	r.relinkPronounContents()
	r.nestBeside()
	for a := range r.said.Attributions {
		r.voicesOf(a)
	}
	r.sameInterview()
	r.continueQuotes()
	r.quoteAfterColon()
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
	if again := r.speakAgain(n, main); again != nil {
		main = again
	}
	if who := r.issuers(a, main); who != nil {
		main = who
	}
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
		add(r.shownTo(a, main))
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
	case "i", "we", "us", "me", "my", "our":
		return nil // the speaker around it, or the text itself
	case "it", "this", "that", "which", "what":
		if r.mentionAt(h) < 0 {
			return nil
		}
	}
	if k := r.namedOne(h, rng); k >= 0 {
		h = k
	}
	list := r.voice(h, rng)
	// "Ilse Marrow and Joan Peller": side by side.
	if len(list) == 1 {
		for _, k := range r.conjuncts(h, rng) {
			list = append(list, r.voice(k, rng)...)
		}
	}
	if len(list) > 1 {
		all := slices.Clone(list)
		list = slices.DeleteFunc(list, func(v Source) bool {
			return slices.ContainsFunc(all, func(p Source) bool { return p.Type == Person && p.Range != v.Range && r.partOfTitle(v, p) })
		})
	}
	return list
}

// namedOne returns the person whom an apposition names to "one" or "another" at token h, "One, Per Holm, said",
// -1 for none.
func (r *cast) namedOne(h int, rng lang.Range) int {
	switch r.lower(h) {
	case "one", "another", "third", "second", "other":
	default:
		return -1
	}
	if h+2 >= rng.End || r.doc.Form(h+1) != "," {
		return -1
	}
	for k := h + 2; k < min(rng.End, h+5); k++ {
		if n := r.named[k]; n > 0 && r.ents[r.find(r.mentions[n-1].ent)].kind == lang.PER {
			return k
		}
	}
	return -1
}

// partOfTitle reports whether what looks like a voice beside a person's is an
// office of that person, "chairman and chief executive Ada Kerr", "Ada Kerr, an
// analyst and former envoy", or the body of the title before the name.
func (r *cast) partOfTitle(v, p Source) bool {
	if v.Entity < 0 || r.ents[r.find(v.Entity)].kind == lang.PER || v.Range.Overlaps(p.Range) {
		return false
	}
	e := &r.ents[r.find(v.Entity)]
	office := !e.plural && (e.class&personNoun != 0 || r.lex.class(r.doc.Tokens[v.Range.End-1].Lemma)&personNoun != 0)
	if v.Start >= p.End {
		return office && p.End < len(r.doc.Tokens) && r.doc.Form(p.End) == ","
	}
	and := false
	for i := v.End; i < p.Start; i++ {
		if r.lower(i) == "and" {
			and = true
		} else if !r.isNominal(i) {
			return false
		}
	}
	first := max(v.Start-1, 0)
	if u := r.doc.Tokens[first].UPOS; and && (u == "DET" || r.doc.Tokens[v.Start].UPOS == "DET") {
		return false
	}
	return office || !and && v.End < p.Start
}

// conjuncts returns the tokens that stand beside head h within a range.
func (r *cast) conjuncts(h int, rng lang.Range) []int {
	heads := []int{h}
	if m := r.mentionAt(h); m >= 0 {
		for i := r.mentions[m].Start; i < r.mentions[m].End; i++ {
			rel, _, _ := strings.Cut(r.doc.Tokens[i].Rel, ":")
			if n := r.named[i]; i == h || rel != "obj" && rel != "obl" && (rel != "nmod" || n == 0 || r.ents[r.find(r.mentions[n-1].ent)].kind != lang.LOC) {
				heads = append(heads, i) // not what "ministers of Norvana" are of
			}
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
			if c := r.child(k, "cc"); c >= 0 && r.lower(c) == "or" && r.doc.Tokens[k].UPOS == "NOUN" && r.child(k, "det", "nmod:poss") < 0 {
				continue // "the State Council, or cabinet": another word for the same
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
		if i > 0 && i+1 < rng.End-1 && r.doc.Form(i-1) == "(" && r.doc.Form(i+1) == ")" {
			continue // the outlet's mark at the head of a report, "(MNA) President …"
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
	if i := best + 1; best >= 0 && i < rng.End && r.mentionAt(best) < 0 && r.doc.Tokens[best].UPOS == "ADJ" && r.mentionAt(i) >= 0 {
		best = i // "the angry premier", where the tree hangs the premier on "angry"
	}
	return r.nameAfter(best, rng)
}

// nameAfter returns the head of a person's name that ends the run of nouns in
// which a voice's head stands, where that is not a person's itself: "EU Commission
// President Ada Kerr" is Kerr, whatever the tree makes of it.
func (r *cast) nameAfter(h int, rng lang.Range) int {
	if h < 0 || r.named[h] == 0 {
		return h
	}
	for i := h + 1; i < min(rng.End, h+6) && r.sent[i] == r.sent[h]; i++ {
		if t := int(r.taken[i]) - 1; t >= 0 && r.named[i] == 0 && r.mentions[t].kind == ByRole && r.mentions[t].Contains(h) && r.ents[r.find(r.mentions[t].ent)].kind == lang.PER {
			if end := r.mentions[t].End; end < rng.End && r.named[end] > 0 {
				return r.mentions[r.named[end]-1].head // "EU Commissioner for Trade Ada Kerr"
			}
			return i
		}
	}
	if e := r.find(r.mentions[r.named[h]-1].ent); r.ents[e].kind == lang.PER {
		return h
	}
	for i := max(h+1, r.mentions[r.named[h]-1].End); i < rng.End && r.sent[i] == r.sent[h]; i++ {
		if f := r.doc.Form(i); f == "(" && i+2 < rng.End && r.doc.Form(i+2) == ")" {
			i += 2 // its initials
			continue
		} else if f == "and" && i+1 < rng.End && r.lex.class(strings.ToLower(r.doc.Form(i-1)))&personNoun != 0 && r.isNominal(i+1) {
			continue // "President and Chief Executive Ada Kerr"
		}
		if !r.isNominal(i) {
			break
		}
		if r.doc.Tokens[i].UPOS == "NOUN" && (i+1 == rng.End || !r.isNominal(i+1)) && r.mentionAt(i) >= 0 && r.lex.class(r.doc.Tokens[i].Lemma)&personNoun != 0 {
			return i // "one EU diplomat"
		}
		if n := r.named[i]; n > 0 && i == r.mentions[n-1].Start && r.ents[r.find(r.mentions[n-1].ent)].kind == lang.PER && i > 0 {
			if p := r.doc.Form(i - 1); r.lex.class(p)&personNoun == 0 && r.lex.class(r.doc.Tokens[i-1].Lemma)&personNoun == 0 {
				return h // no title stands between
			}
			return r.mentions[n-1].head
		}
	}
	return h
}

// voice returns the voice that token h names; several for "they" of two.
func (r *cast) voice(h int, rng lang.Range) []Source {
	if !r.canSpeak(h) {
		return nil
	}
	m := r.mentionAt(h)
	if m < 0 {
		return []Source{r.strangeVoice(h, rng)}
	}
	ent := r.find(r.mentions[m].ent)
	at := r.mentions[m].Range
	if who := r.countryman(m); who >= 0 {
		ent = who
	}
	e := &r.ents[ent]
	if len(e.members) > 0 {
		var list []Source
		for _, x := range e.members {
			x = r.find(x)
			list = append(list, Source{Range: at, Name: r.ents[x].name, Type: typeOf(&r.ents[x]), Entity: x})
		}
		return list
	}
	v := Source{Range: at, Name: e.name, Type: typeOf(e), Entity: ent, Count: e.count, Of: r.speaksFor(ent)}
	if name := r.nameOfOutlet(h, rng); e.kind == "" && !name.Empty() {
		v.Range, v.Name, v.Type = name, r.doc.Words(name), Outlet
	}
	return []Source{v}
}

// countryman returns the person whom a mention means that tells only of which people he is, "the
// Slovak said": the last of whom the three sentences up to it were; -1 for none. Words that may
// mean the whole people ("the French") mean nobody.
func (r *cast) countryman(m int) int {
	x := &r.mentions[m]
	w := strings.ToLower(r.doc.Form(x.head))
	if x.Start == 0 || x.Len() != 1 || r.ents[r.find(x.ent)].kind != lang.NORP || r.lower(x.Start-1) != "the" || r.doc.Tokens[x.head].XPOS == "NNPS" {
		return -1
	}
	for _, end := range []string{"s", "sh", "ch", "ese", "ss"} {
		if strings.HasSuffix(w, end) {
			return -1
		}
	}
	for i := 1; i < x.head; i++ {
		if r.doc.Form(i) == r.doc.Form(x.head) {
			switch r.lower(i - 1) {
			case "a", "an", "one", "another":
				return -1 // "according to an American …": he is nobody else
			}
		}
	}
	best := -1
	for i := range r.mentions {
		y := &r.mentions[i]
		if y.head >= x.head || x.sent-y.sent > 3 || r.quoted[y.head] || r.ents[r.find(y.ent)].kind != lang.PER {
			continue
		}
		if b := best; b < 0 || boolInt(y.gram == subject) > boolInt(r.mentions[b].gram == subject) || (y.gram == subject) == (r.mentions[b].gram == subject) && y.head > r.mentions[b].head {
			best = i
		}
	}
	if best < 0 {
		return -1
	}
	return r.find(r.mentions[best].ent)
}

// canSpeak reports whether token h may name a voice: any name and pronoun, a noun
// of the lexicon, one made of what somebody does, or a number of those ("a chorus
// of economists"). Shares that added three percent said nothing.
func (r *cast) canSpeak(h int) bool {
	t := &r.doc.Tokens[h]
	figure := t.UPOS == "NUM" && r.doc.Form(h)[0] >= '0' && r.doc.Form(h)[0] <= '9'
	if isCalendar(r.doc.Form(h)) && r.named[h] == 0 && t.UPOS != "PRON" {
		return false // "the Palace – … – said Wednesday that"
	}
	if t.UPOS != "NOUN" && !figure || r.lex.class(t.Lemma) != 0 || r.lex.class(r.doc.Form(h)) != 0 {
		return true
	}
	if m := r.mentionAt(h); m >= 0 && r.mentions[m].kind != ByRole {
		return true
	} else if m >= 0 && r.ents[r.find(r.mentions[m].ent)].kind != "" {
		return true
	}
	if r.lex.things[strings.ToLower(t.Lemma)] {
		return false
	}
	return r.doer(h) || slices.ContainsFunc(r.children(h), func(k int32) bool {
		return r.doc.Tokens[k].Rel == "nmod" && r.child(int(k), "case") >= 0 && r.lower(r.child(int(k), "case")) == "of" && r.canSpeak(int(k))
	})
}

// doer reports whether the noun at token i is made of what somebody does: "conductor".
func (r *cast) doer(i int) bool {
	lemma := strings.ToLower(r.doc.Tokens[i].Lemma)
	if r.lex.things[lemma] {
		return false
	}
	for _, end := range []string{"er", "or", "ist", "ian", "eer", "ite", "ee"} {
		if strings.HasSuffix(lemma, end) && len(lemma) > len(end)+3 {
			return true
		}
	}
	return false
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
		if of := r.amongWhom(v.Range); of != "" {
			v.Name = strings.TrimSuffix(v.Name, "them") + "the " + of
		}
		return v
	}
	switch {
	case t.UPOS == "PROPN" && r.capital(h):
		v.Type = Institution
	case r.lex.class(t.Lemma)&(documentNoun|personNoun|insiderNoun|institutionNoun) == documentNoun:
		v.Type = Document
	case p.plural || t.XPOS == "NNS":
		v.Type = Group
		v.Count = p.count
	}
	return v
}

// amongWhom returns the unnamed people whom words that end in "of them" mean, "" for nobody.
func (r *cast) amongWhom(words lang.Range) string {
	last := words.End - 1
	if words.Len() < 3 || r.lower(last) != "them" || r.lower(last-1) != "of" || r.mentionAt(last) < 0 {
		return ""
	}
	e := &r.ents[r.find(r.mentions[r.mentionAt(last)].ent)]
	if e.kind != "" || !e.plural {
		return ""
	}
	if u := r.doc.Tokens[r.mentions[e.mentions[0]].Start].UPOS; u == "NUM" || u == "NOUN" {
		return strings.ToLower(e.name[:1]) + e.name[1:]
	}
	return e.name
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
