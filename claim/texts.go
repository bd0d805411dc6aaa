package claim

import (
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/lang"
)

// isTextNoun reports whether the noun at token i names a text on the table.
func (r *reading) isTextNoun(i int) bool {
	l := &lex().texts
	if r.upos(i) != "NOUN" && r.upos(i) != "PROPN" || !l.Nouns[r.lemma(i)] || r.timeAt[i] >= 0 {
		return false
	}
	if r.rel(i) == "compound" && r.head(i) > i && !l.Nouns[r.lemma(r.head(i))] && !l.Versions[r.lemma(r.head(i))] && r.upos(r.head(i)) != "PROPN" {
		return false // "deal maker", "treaty change"
	}
	return true
}

// isStrongText leaves out the nouns that are often no written text.
func (r *reading) isStrongText(i int) bool {
	return r.isTextNoun(i) && !lex().texts.Weak[r.lemma(i)]
}

// textUnder returns the text that a nominal speaks of: itself, or what it is a
// part or version of ("the plan's points", "points of the plan", "the first
// version of the plan"); -1 for none.
func (r *reading) textUnder(i int) int {
	if i < 0 {
		return -1
	}
	if r.isTextNoun(i) && !lex().texts.Versions[r.lemma(i)] {
		return i
	}
	for _, k := range r.kids[i] {
		if base(r.rel(k)) == "nmod" || r.rel(k) == "compound" {
			if p := r.caseOf(k); p == "" || p == "of" || p == "in" || p == "to" || r.rel(k) == "nmod:poss" {
				if r.isTextNoun(k) {
					return k
				}
				if deep := r.textUnder(k); deep >= 0 && p == "of" {
					return deep
				}
			}
		}
	}
	if r.isTextNoun(i) {
		return i
	}
	return -1
}

// textClaim begins a claim about the text that the nominal at token i names.
func (r *reading) textClaim(i int) *rapporteur.TextClaim {
	l := &lex().texts
	t := &rapporteur.TextClaim{}
	if i < 0 {
		return t
	}
	t.Name = r.textName(i)
	noun := i
	for _, at := range []int{i, r.head(i)} { // "the initial version of the plan"
		if at < 0 || at != i && !l.Versions[r.lemma(at)] {
			continue
		}
		for _, k := range r.kids[at] {
			if base(r.rel(k)) == "amod" && (l.First[r.lower(k)] || l.Later[r.lower(k)]) && t.Label == "" {
				t.Label = r.lower(k)
			}
			if base(r.rel(k)) == "amod" && l.Leaked[r.lower(k)] {
				t.Access = "leaked"
			}
		}
	}
	for _, k := range r.kids[noun] {
		switch {
		case r.rel(k) == "nmod:poss", (r.rel(k) == "compound" || base(r.rel(k)) == "amod") && !l.Joint[r.lemma(i)] && !r.hyphened(k):
			if ty := r.typeAt(k); ty == lang.NORP || ty == lang.ORG || ty == lang.PER || ty == lang.LOC && (r.rel(k) == "nmod:poss" || r.isState(r.form(k)) || r.isState(r.stateName(k))) || r.isState(r.form(k)) {
				if ty == lang.PER || ty == lang.ORG {
					if a, ok := r.actorAt(k); ok {
						t.Sponsors = append(t.Sponsors, a.Mention)
						continue
					}
				}
				name := r.stateName(k)
				t.Sponsors = append(t.Sponsors, rapporteur.Mention{Name: name, Kind: r.kindOf(orLOC(ty), name), Span: r.bytes(lang.Range{Start: k, End: k + 1})})
			}
		case base(r.rel(k)) == "acl":
			if c := r.clause(k); c != nil && len(c.agent) > 0 && (c.verb == "propose" || c.verb == "table" || c.verb == "present" || c.verb == "offer" || c.verb == "put" || c.verb == "back") {
				t.Sponsors = append(t.Sponsors, mentions(r.actorsAt(c.agent...))...)
			}
		}
	}
	return t
}

// hyphened reports whether a word is one of a pair: "the Norvanan-Estrelian plan".
func (r *reading) hyphened(k int) bool {
	dash := func(i int) bool {
		return i >= 0 && i < len(r.kids) && (r.form(i) == "-" || r.form(i) == "–" || r.form(i) == "/")
	}
	return dash(k-1) || dash(k+1) || strings.ContainsAny(r.form(k), "-–/")
}

func orLOC(t lang.NameType) lang.NameType {
	if t == "" {
		return lang.LOC
	}
	return t
}

// textName is what the text is called, without its number, owner and quotation marks.
func (r *reading) textName(i int) string {
	l := &lex().texts
	start := i
	for start > 0 && r.sent[start-1] == r.sent[i] {
		k := start - 1
		if r.head(k) != i || r.rel(k) != "compound" && base(r.rel(k)) != "amod" {
			break
		}
		if l.First[r.lower(k)] || l.Later[r.lower(k)] || r.typeAt(k) != "" || r.isState(r.form(k)) || l.Parts[r.lemma(k)] != "" || l.Leaked[r.lower(k)] || r.upos(k) == "NUM" || r.upos(k) == "VERB" {
			break
		}
		start--
	}
	return strings.ToLower(strings.Join(strings.Fields(r.doc.Words(lang.Range{Start: start, End: i + 1})), " "))
}

// extent is a number of parts as a sentence tells it.
type extent struct {
	count int
	unit  string
	num   int // token of the number
	part  int // token of the part, -1 where only the number stands
	text  int // token of the text, -1 for none
	loose bool
}

func (r *reading) texts() {
	for s := range r.doc.Sentences {
		if r.doc.Sentences[s].Heading {
			continue
		}
		r.sizes(s)
	}
	r.authorship()
	r.joinTexts()
}

// sizes reads the numbers of parts in a sentence.
func (r *reading) sizes(s int) {
	l := &lex().texts
	sent := r.doc.Sentences[s].Range
	used := map[int]bool{}
	r.changes(sent, used)
	r.shares(sent, used)
	for i := sent.Start; i < sent.End; i++ {
		if used[i] {
			continue
		}
		x, ok := r.extentAt(i, sent)
		if !ok {
			continue
		}
		if x.unit == "document" {
			r.documents(x)
			continue
		}
		if x.loose {
			if r.standing(x) {
				continue
			}
			if !r.holds(&x) {
				continue
			}
		}
		t := r.textClaim(x.text)
		t.Size = rapporteur.Size{Count: x.count, Unit: x.unit}
		c := rapporteur.Claim{Kind: rapporteur.KindText, Text: t}
		if l.First[t.Label] {
			c.Background = true
		}
		if g := r.governor(x.num); g != nil {
			for _, a := range g.adverbs {
				if l.FirstAdverbs[r.lower(a)] {
					c.Background = true
					if t.Label == "" {
						t.Label = "initial"
					}
				}
			}
			if r.sponsorVerb(g, x.text) {
				t.Sponsors = append(t.Sponsors, mentions(r.actorsAt(g.subj...))...)
			}
			if m := r.modality(g.head); m == rapporteur.Hedged && x.loose {
				c.Modality = m
			}
		}
		if x.num > 0 && l.FirstAdverbs[r.lower(x.num-1)] {
			c.Background = true
		}
		r.add(x.num, c)
	}
}

func (r *reading) sponsorVerb(c *clause, text int) bool {
	return text >= 0 && !c.neg && !c.passive && slices.Contains(c.obj, text) && (c.verb == "propose" || c.verb == "table" || c.verb == "present" || c.verb == "unveil" || c.verb == "submit")
}

// extentAt reads "28-point … plan", "28 points", "17 draft articles" at a number.
func (r *reading) extentAt(i int, sent lang.Range) (extent, bool) {
	l := &lex().texts
	x := extent{num: i, part: -1, text: -1}
	form := r.lower(i)
	at := i
	if n, part, ok := strings.Cut(form, "-"); ok && l.Parts[part] != "" {
		// The tokeniser kept "28-point" whole.
		if v := atoi(n); v > 0 {
			x.count, x.unit, x.part = v, l.Parts[part], i
			x.text = r.textAfter(i+1, sent)
			return x, x.text >= 0
		}
	}
	n, end := r.number(i)
	if n == 0 || r.timeAt[i] >= 0 || r.percent(end) || i > sent.Start && (r.form(i-1) == "$" || r.form(i-1) == "-" || r.form(i-1) == "–" || r.lemma(i-1) == "article" || r.lemma(i-1) == "point" || r.lemma(i-1) == "chapter") {
		return x, false
	}
	x.count = n
	at = end
	hyphen := at < sent.End && (r.form(at) == "-" || r.form(at) == "‑" || r.form(at) == "–")
	if hyphen {
		at++
	}
	for skip := 0; at < sent.End && skip < 3 && !hyphen; skip++ {
		if l.Parts[r.lemma(at)] != "" && (r.upos(at) == "NOUN" || r.upos(at) == "PROPN") {
			break
		}
		if r.upos(at) != "ADJ" && !(r.upos(at) == "NOUN" && r.rel(at) == "compound") && r.upos(at) != "VERB" {
			return x, false
		}
		at++
	}
	if at >= sent.End || l.Parts[r.lemma(at)] == "" {
		return x, false
	}
	x.unit, x.part = l.Parts[r.lemma(at)], at
	if next := at + 1; next < sent.End && (r.lower(next) == "percentage" || r.lemma(at) == "point" && r.lower(at-1) == "percentage") {
		return x, false
	}
	if hyphen {
		if r.lemma(at) == "page" || l.Parts[r.lemma(at)] != "" {
			x.text = r.textAfter(at+1, sent)
		}
		return x, x.text >= 0
	}
	x.loose = true
	return x, true
}

func atoi(s string) int {
	n := 0
	for _, c := range s {
		if c < '0' || c > '9' {
			return small[s]
		}
		n = n*10 + int(c-'0')
	}
	return n
}

// textAfter returns the text noun that an attributive size goes with: the last
// noun of the nominal after it.
func (r *reading) textAfter(from int, sent lang.Range) int {
	best := -1
	for i := from; i < sent.End && i < from+9; i++ {
		switch r.upos(i) {
		case "NOUN", "PROPN":
			if r.isTextNoun(i) || lex().texts.Lists[r.lemma(i)] && !r.ofGoods(i) || lex().texts.Letters[r.lemma(i)] {
				best = i
			}
		case "ADJ", "PART", "DET", "NUM":
		case "PUNCT":
			if f := r.form(i); f == "," || f == ";" || f == ":" || f == "(" {
				return best
			}
		case "VERB":
			if base(r.rel(i)) != "amod" && r.doc.Tokens[i].XPOS != "VBN" && r.doc.Tokens[i].XPOS != "VBG" {
				return best
			}
		default:
			return best
		}
		if best >= 0 && i == best && (i+1 >= sent.End || r.upos(i+1) != "NOUN" && r.upos(i+1) != "PROPN") {
			return best
		}
	}
	return best
}

// ofGoods reports whether a list is of other things than demands, points or the
// like: "a list of products".
func (r *reading) ofGoods(i int) bool {
	l := &lex().texts
	for _, k := range r.kids[i] {
		if base(r.rel(k)) == "nmod" && r.caseOf(k) == "of" {
			return l.Parts[r.lemma(k)] == "" && !l.Nouns[r.lemma(k)]
		}
	}
	return false
}

// holds reports whether loose parts ("28 points") are those of a text, and finds it.
func (r *reading) holds(x *extent) bool {
	l := &lex().texts
	part := x.part
	// "a plan of 28 points", "a list of 12 demands", "28 points of the plan"
	if base(r.rel(part)) == "nmod" {
		h := r.head(part)
		if p := r.caseOf(part); (p == "of" || p == "with" || p == "in") && (r.isTextNoun(h) || l.Lists[r.lemma(h)]) {
			x.text = r.orUnder(h)
			return true
		}
	}
	if t := r.textUnder(part); t >= 0 && t != part {
		x.text = t
		return true
	}
	if h := r.head(part); h >= 0 && (r.lower(h) == "consists" || r.lower(h) == "comprises") && r.upos(h) != "VERB" {
		if t := r.textBefore(h); t >= 0 && r.sent[t] == r.sent[h] {
			x.text = t
			return true
		}
	}
	c := r.governor(part)
	if c == nil || !(c.is(l.Have) || c.verb == "run" || c.copula) {
		return false
	}
	if x.unit == "point" && c.verb == "be" {
		return false
	}
	inside := slices.Contains(c.obj, part) || c.head == part
	for _, o := range c.obl {
		if o.head == part && (o.prep == "of" || o.prep == "to" || o.prep == "into" || o.prep == "in") {
			inside = true
		}
	}
	if !inside {
		return false
	}
	for _, s := range c.subj {
		if t := r.textUnder(s); t >= 0 && t != part {
			x.text = t
			return true
		}
		if l.Versions[r.lemma(s)] || r.lemma(s) == "copy" {
			x.text = s
			return true
		}
		if r.upos(s) == "PRON" && (r.lower(s) == "it" || r.lower(s) == "which" || r.lower(s) == "that") {
			if t := r.textBefore(s); t >= 0 {
				x.text = t
				return true
			}
		}
	}
	// "the plan, originally consisting of 28 points": the text before it
	if c.verb == "consist" || c.verb == "comprise" || c.verb == "number" || c.verb == "contain" && r.doc.Tokens[c.head].XPOS == "VBG" {
		if t := r.textBefore(c.head); t >= 0 && r.sent[t] == r.sent[c.head] {
			x.text = t
			return true
		}
	}
	return false
}

func (r *reading) orUnder(i int) int {
	if t := r.textUnder(i); t >= 0 {
		return t
	}
	return i
}

// textBefore returns the text named last in the sentence of token i before it, or in the one before.
func (r *reading) textBefore(i int) int {
	s := r.sent[i]
	from := r.doc.Sentences[s].Start
	if s > 0 {
		from = r.doc.Sentences[s-1].Start
	}
	for k := i - 1; k >= from; k-- {
		if r.isStrongText(k) {
			return k
		}
	}
	return -1
}

// changes reads "cut from 28 points to 19".
func (r *reading) changes(sent lang.Range, used map[int]bool) {
	l := &lex().texts
	for i := sent.Start; i < sent.End; i++ {
		c := r.clause(i)
		if c == nil || !c.is(l.Cut) && !l.Cut[c.verb] && !c.is(l.Grow) {
			continue
		}
		targets := c.obj
		if c.passive || len(c.obj) == 0 || r.doc.Tokens[i].XPOS == "VBN" && len(c.obj) == 0 {
			targets = append(slices.Clone(c.obj), c.subj...)
		}
		target, unit := -1, ""
		for _, t := range targets {
			if r.lemma(t) == "number" {
				for _, k := range r.kids[t] {
					if u := l.Parts[r.lemma(k)]; u != "" && r.caseOf(k) == "of" {
						unit = u
					}
				}
			}
			if at := r.textUnder(t); at >= 0 {
				target = at
				if u := l.Parts[r.lemma(t)]; u != "" && t != at && u != "document" {
					unit = u
				}
				break
			}
			if u := l.Parts[r.lemma(t)]; u != "" && u != "document" {
				target, unit = t, u
				break
			}
			if r.lemma(t) == "number" {
				for _, k := range r.kids[t] {
					if u := l.Parts[r.lemma(k)]; u != "" && r.caseOf(k) == "of" {
						target, unit = k, u
					}
				}
			}
			if target < 0 { // the tree lost "the number of points" before the verb
				for k := i - 1; k > sent.Start+1 && k > i-9; k-- {
					if u := l.Parts[r.lemma(k)]; u != "" && r.lower(k-1) == "of" && r.lower(k-2) == "number" {
						target, unit = k, u
					}
				}
			}
			if r.upos(t) == "PRON" && (r.lower(t) == "it" || r.lower(t) == "which") {
				target = r.textBefore(t)
			}
		}
		// A light verb of these ("bring", "go", "fall", "drop") tells nothing without a
		// text, and points are those of an index where no text is spoken of.
		if target < 0 || unit == "point" && !r.isTextNoun(target) && r.child(target, "nummod") >= 0 && r.textBefore(sent.End-1) < 0 {
			continue
		}
		from, to := 0, 0
		toAt := -1
		for k := i + 1; k < sent.End; k++ {
			n, end := r.number(k)
			if n == 0 || r.percent(end) || r.timeAt[k] >= 0 || end+1 < sent.End && r.form(end) == "-" && r.textAfter(end+2, sent) < 0 {
				continue // "to a 3,000-point drop"
			}
			p := r.prepBefore(k, sent.Start)
			u := ""
			for e := end; e < min(end+3, sent.End); e++ {
				if v := l.Parts[r.lemma(e)]; v != "" {
					u = v
					break
				}
				if r.upos(e) != "ADJ" && r.form(e) != "-" {
					break
				}
			}
			switch p {
			case "from":
				if from == 0 {
					from = n
					used[k] = true
				}
			case "to":
				if to == 0 {
					to, toAt = n, k
					used[k] = true
				}
			default:
				continue
			}
			if u != "" && u != "document" {
				unit = u
			}
		}
		if to == 0 {
			continue
		}
		var fromText *extent
		for k := r.lo[target]; k < r.hi[target]; k++ { // "the 14-article draft was trimmed to 11"
			if x, ok := r.extentAt(k, sent); ok && !x.loose && k < i {
				fromText = &x
				used[k] = true
				if from == 0 {
					from = x.count
				}
				if unit == "" {
					unit = x.unit
				}
			}
		}
		if unit == "" {
			unit = r.unitElsewhere(to)
		}
		if unit == "" {
			continue
		}
		t := r.textClaim(textOr(r, target))
		for k := toAt + 1; k+2 < sent.End; k++ { // "…, of which 11 have been agreed"
			if r.lower(k) == "of" && r.lower(k+1) == "which" {
				if n, _ := r.number(k + 2); n > 0 && n <= to {
					if g := r.governor(k + 2); g != nil && r.saysDone(g.head) {
						t.Agreed = n
						used[k+2] = true
					}
				}
			}
		}
		label := t.Label
		if l.First[t.Label] {
			t.Label = ""
		}
		t.Size = rapporteur.Size{Count: to, Unit: unit}
		t.CutFrom = from
		when, _ := r.when(i)
		m := r.modality(i)
		r.add(toAt, rapporteur.Claim{Kind: rapporteur.KindText, Modality: m, When: when, Text: t})
		if from > 0 {
			old := *t
			old.Size.Count, old.CutFrom, old.Label, old.Agreed = from, 0, label, 0
			at := toAt
			if fromText != nil {
				at = fromText.num
			}
			r.add(at, rapporteur.Claim{Kind: rapporteur.KindText, Background: true, Text: &old})
		}
	}
}

func textOr(r *reading, i int) int {
	if t := r.textUnder(i); t >= 0 {
		return t
	}
	return -1
}

// prepBefore returns the preposition that a number stands under: "from 28", "to just 19".
func (r *reading) prepBefore(i, from int) string {
	for k := i - 1; k >= from && k >= i-3; k-- {
		switch r.upos(k) {
		case "ADP", "PART", "SCONJ":
			return r.lower(k)
		case "ADV", "DET", "ADJ", "PRON":
			continue
		}
		return ""
	}
	return ""
}

// unitElsewhere returns the unit of the sizes that the report tells besides, where it is one.
func (r *reading) unitElsewhere(not int) string {
	unit := ""
	for _, s := range r.doc.Sentences {
		for i := s.Start; i < s.End; i++ {
			x, ok := r.extentAt(i, s.Range)
			if !ok || x.unit == "document" || x.unit == "page" || x.loose {
				continue
			}
			if unit != "" && unit != x.unit {
				return ""
			}
			unit = x.unit
		}
	}
	return unit
}

// shares reads "nine of the 11 articles are settled" and "ninety percent is done".
func (r *reading) shares(sent lang.Range, used map[int]bool) {
	l := &lex().texts
	for i := sent.Start; i < sent.End; i++ {
		n, end := r.number(i)
		if n == 0 || used[i] {
			continue
		}
		if r.percent(end) && n <= 100 {
			if r.shareDone(i, end) {
				used[i] = true
				t := r.textClaim(-1)
				t.AgreedShare = float64(n) / 100
				r.add(i, rapporteur.Claim{Kind: rapporteur.KindText, Text: t, Modality: r.modality(i)})
			}
			continue
		}
		if end >= sent.End || r.lower(end) != "of" && !(r.lower(end) == "out" && end+1 < sent.End && r.lower(end+1) == "of") {
			continue
		}
		k := end + 1
		if r.lower(end) == "out" {
			k++
		}
		for k < sent.End && (r.upos(k) == "DET" || r.upos(k) == "PRON" || r.rel(k) == "nmod:poss" || r.upos(k) == "PART") {
			k++
		}
		if k >= sent.End {
			continue
		}
		m, stop := r.number(k)
		if m < n || m == 0 {
			continue
		}
		unit := ""
		part := -1
		for e := stop; e < min(stop+4, sent.End); e++ {
			if u := l.Parts[r.lemma(e)]; u != "" {
				unit, part = u, e
				break
			}
		}
		if unit == "" || unit == "document" {
			continue
		}
		verb := r.predicateOf(i, part)
		if part >= 0 && verb >= 0 && !r.saysDone(verb) && !r.saysRemain(verb) {
			verb = r.predicateOf(part)
		}
		if verb < 0 {
			continue
		}
		t := r.textClaim(max(r.textUnderOnly(part), -1))
		t.Size = rapporteur.Size{Count: m, Unit: unit}
		switch {
		case r.saysRemain(verb):
			t.Open = n
		case r.saysDone(verb):
			t.Agreed = n
		default:
			continue
		}
		used[i], used[k] = true, true
		r.add(i, rapporteur.Claim{Kind: rapporteur.KindText, Text: t, Modality: r.modality(verb)})
	}
}

func (r *reading) textUnderOnly(part int) int {
	if part < 0 {
		return -1
	}
	if t := r.textUnder(part); t != part {
		return t
	}
	return -1
}

// predicateOf returns the predicate of which the number or its part is subject or object.
func (r *reading) predicateOf(tokens ...int) int {
	for _, i := range tokens {
		if i < 0 {
			continue
		}
		if c := r.governor(i); c != nil {
			return c.head
		}
	}
	return -1
}

func (r *reading) saysDone(i int) bool {
	c := r.clause(i)
	if c != nil && r.noMore(c) && (lex().points.States[r.lemma(i)] == "contested" || lex().points.States[r.lemma(i)] == "open" || r.lemma(i) == "dispute" || r.lemma(i) == "question") {
		return true // "no longer in dispute"
	}
	return c != nil && !c.neg && (c.is(lex().texts.Done) || lex().points.States[r.lemma(i)] == "agreed") && c.modal == ""
}

func (r *reading) saysRemain(i int) bool {
	c := r.clause(i)
	if c == nil {
		return false
	}
	if r.noMore(c) {
		return false
	}
	l := lex()
	return l.texts.Remain[c.verb] || l.points.States[r.lemma(i)] == "open" || c.neg && c.is(l.texts.Done)
}

func (r *reading) noMore(c *clause) bool {
	for _, a := range c.adverbs {
		if r.lower(a) == "longer" {
			return true
		}
	}
	return false
}

// shareDone reports whether so many percent of a text are said to be done.
func (r *reading) shareDone(i, end int) bool {
	c := r.governor(i)
	if c == nil || c.neg {
		return false
	}
	switch c.verb {
	case "do", "agree", "settle", "complete", "finish", "resolve", "ready", "finalise", "finalize", "there", "done":
	case "close":
		if !c.passive {
			return false // a market closes so many percent higher
		}
	default:
		return false
	}
	for k := end; k < min(end+6, r.sentence(i).End); k++ {
		if r.lower(k) == "of" {
			return r.anyIn(lang.Range{Start: k, End: min(k+7, r.sentence(i).End)}, lex().texts.Nouns) >= 0 || r.anyIn(lang.Range{Start: k, End: min(k+6, r.sentence(i).End)}, lex().points.Parts) >= 0 || r.anyIn(lang.Range{Start: k, End: min(k+6, r.sentence(i).End)}, lex().points.Matters) >= 0 || k+1 < len(r.kids) && r.upos(k+1) == "PRON"
		}
	}
	for _, s := range c.subj {
		if r.textUnder(s) >= 0 || r.upos(s) == "PRON" || s == i || r.percent(s) {
			return true
		}
	}
	return len(c.subj) == 0
}

// standing reads loose parts whose state is told: "two points remain", "nine
// articles have been agreed".
func (r *reading) standing(x extent) bool {
	c := r.governor(x.part)
	if c == nil || x.unit == "page" || x.unit == "document" {
		return false
	}
	subject := slices.Contains(c.subj, x.part)
	object := slices.Contains(c.obj, x.part)
	for _, o := range c.obl {
		object = object || o.head == x.part && o.prep == "on"
	}
	if !subject && !object {
		return false
	}
	t := r.textClaim(r.textUnderOnly(x.part))
	t.Size.Unit = x.unit
	switch {
	case subject && r.saysRemain(c.head) && slices.ContainsFunc(c.with("in"), r.isStrongText):
		t.Size.Count = x.count // "18 points remain in the draft"
		t.Name = r.textName(c.with("in")[0])
	case subject && r.saysRemain(c.head):
		t.Open = x.count
	case (subject && (c.passive || c.copula) || object && c.verb == "agree") && r.saysDone(c.head):
		t.Agreed = x.count
	default:
		return false
	}
	if all := r.child(x.part, "det"); all >= 0 && r.lower(all) == "all" {
		t.Size.Count = x.count
	}
	r.add(x.num, rapporteur.Claim{Kind: rapporteur.KindText, Text: t, Modality: r.modality(c.head)})
	return true
}

// documents reads further documents: "handed over three further papers".
func (r *reading) documents(x extent) {
	l := &lex().texts
	c := r.governor(x.part)
	if c == nil || !x.loose {
		return
	}
	further := false
	for k := x.num + 1; k < x.part; k++ {
		further = further || l.Further[r.lower(k)]
	}
	object := slices.Contains(c.obj, x.part) || c.passive && slices.Contains(c.subj, x.part)
	if !object || !l.Hand[c.verb] || c.neg || !further && r.lemma(x.part) == "text" {
		return
	}
	t := &rapporteur.TextClaim{Size: rapporteur.Size{Count: x.count, Unit: "document"}, Further: true, Name: r.lemma(x.part)}
	switch c.verb {
	case "receive", "get", "obtain":
	default:
		if c.passive {
			t.Sponsors = mentions(r.actorsAt(c.agent...))
		} else {
			t.Sponsors = mentions(r.actorsAt(c.subj...))
		}
	}
	when, _ := r.when(c.head)
	r.add(x.num, rapporteur.Claim{Kind: rapporteur.KindText, Text: t, When: when, Modality: r.modality(c.head)})
}

// joinTexts completes the claims of one report from each other, and drops
// repetitions that say no more on no other word.
func (r *reading) joinTexts() {
	for a := range r.claims {
		t := r.claims[a].Text
		if t == nil || t.CutFrom != 0 || t.Size.Count == 0 {
			continue
		}
		if !r.changed(r.claims[a]) {
			continue
		}
		// "was shortened to 22 points" after "originally consisting of 28 points"
		from := 0
		for b := range r.claims {
			u := r.claims[b].Text
			if u == nil || u.Size.Unit != t.Size.Unit || u.Size.Count == t.Size.Count || u.Size.Count == 0 {
				continue
			}
			if from != 0 && from != u.Size.Count {
				from = -1
			} else {
				from = u.Size.Count
			}
		}
		if from > t.Size.Count {
			t.CutFrom = from
		}
	}
	var kept []found
	for _, c := range r.claims {
		if c.Text != nil && slices.ContainsFunc(kept, func(k found) bool { return k.Text != nil && saysNoMore(c.Claim, k.Claim) }) {
			continue
		}
		kept = append(kept, c)
	}
	r.claims = kept
}

// changed reports whether a size was read from a verb of change.
func (r *reading) changed(c found) bool {
	g := r.governor(c.head)
	if g == nil {
		return false
	}
	for h := g.head; h >= 0; h = r.head(h) {
		if x := r.clause(h); x != nil && (x.is(lex().texts.Cut) || x.is(lex().texts.Grow)) {
			return r.prepBefore(c.head, r.sentence(c.head).Start) == "to"
		}
	}
	return false
}

// saysNoMore reports whether text claim a repeats what b said, on the same word.
func saysNoMore(a, b rapporteur.Claim) bool {
	x, y := a.Text, b.Text
	if x.Size != y.Size || x.Agreed != y.Agreed || x.Open != y.Open || x.AgreedShare != y.AgreedShare ||
		x.CutFrom != 0 && x.CutFrom != y.CutFrom || len(x.Authors) > 0 || len(x.NotAuthors) > 0 || x.Access != "" && x.Access != y.Access || x.Further != y.Further {
		return false
	}
	if len(a.Chain) != len(b.Chain) {
		return false
	}
	for i := range a.Chain {
		if a.Chain[i].Name != b.Chain[i].Name {
			return false
		}
	}
	return true
}
