package claim

import "slices"

// isPaper reports whether a noun names something written that parts may be counted of: a text
// on the table, a version or list of it, or a paper beside it.
func (r *reading) isPaper(i int) bool {
	l := &lex().texts
	if i < 0 || r.upos(i) != "NOUN" && r.upos(i) != "PROPN" {
		return false
	}
	lemma := r.lemma(i)
	if r.isTextNoun(i) || l.Versions[lemma] || lemma == "copy" || l.Lists[lemma] && r.upos(i) == "NOUN" && !r.ofGoods(i) {
		return true
	}
	if r.rel(i) == "compound" && r.head(i) > i && !l.Letters[r.lemma(r.head(i))] && !l.Nouns[r.lemma(r.head(i))] {
		return false // "law makers", "statement of the bill sponsor"
	}
	return l.Letters[lemma] && r.timeAt[i] < 0
}

// paperUnder returns the text or other paper that a nominal speaks of, -1 for none.
func (r *reading) paperUnder(i int) int {
	if t := r.textUnder(i); t >= 0 {
		return t
	}
	if r.isPaper(i) {
		return i
	}
	return -1
}

// paperBefore returns the paper named last in the sentence of token i before it or, where it
// may be there, in the two sentences before; -1 for none.
func (r *reading) paperBefore(i int, here bool) int {
	for k := i - 1; k >= 0 && (r.sent[k] == r.sent[i] || !here && r.sent[k] >= r.sent[i]-2); k-- {
		if r.isPaper(k) && (r.sent[k] == r.sent[i] || r.rel(k) != "compound") {
			return k
		}
	}
	return -1
}

// strong reports whether parts are such as papers alone have, in no other count.
func (x *extent) strong() bool {
	switch x.unit {
	case "page", "article", "clause", "chapter", "annex", "paragraph", "sentence":
		return !x.vague || x.unit == "sentence"
	}
	return false
}

// subjectText returns the text that a subject of so many parts is, -1 for none: "the draft",
// "a copy", "it" of a paper told of before.
func (r *reading) subjectText(s int, x *extent) int {
	if t := r.paperUnder(s); t >= 0 {
		return t
	}
	if x.unit == "page" && r.lemma(s) == "demand" {
		return s // "the demands fill three pages"
	}
	if r.upos(s) != "PRON" || r.lower(s) != "it" && r.lower(s) != "which" && r.lower(s) != "that" && r.lower(s) != "this" {
		return -1
	}
	if r.lower(s) == "which" || r.lower(s) == "that" {
		if t := r.paperBefore(s, true); t >= 0 && x.strong() {
			return t
		}
	}
	if t := r.paperAbout(s); t >= 0 && s < r.sentence(s).Start+2 {
		return t
	}
	if t := r.textBefore(s); t >= 0 {
		return t
	}
	if !x.strong() {
		return r.listBefore(s)
	}
	return r.paperBefore(s, false)
}

// listBefore returns the list of demands or the like that the sentence before that of token i
// tells of: "presented the list. It holds nine demands"; -1 for none.
func (r *reading) listBefore(i int) int {
	if r.sent[i] == 0 {
		return -1
	}
	before := r.doc.Sentences[r.sent[i]-1]
	for k := before.End - 1; k >= before.Start; k-- {
		if r.upos(k) == "NOUN" && lex().texts.Lists[r.lemma(k)] && !r.ofGoods(k) {
			return k
		}
	}
	return -1
}

// behindPaper returns the paper right behind which its parts stand, whatever the tree makes
// of them: "the text, with its 16 articles, is"; -1 for none.
func (r *reading) behindPaper(x *extent) int {
	k := x.num - 1
	for k > 0 && (r.upos(k) == "ADV" || r.upos(k) == "DET" || r.upos(k) == "PRON" || r.rel(k) == "nmod:poss") && r.sent[k] == r.sent[x.num] {
		k--
	}
	if k < 1 || r.lower(k) != "with" || r.sent[k] != r.sent[x.num] {
		return -1
	}
	if k--; r.form(k) == "," {
		k--
		if t := r.paperBefore(k+1, true); x.strong() && x.unit != "page" && t >= 0 { // "put out a draft, he said, with 70 articles"
			return t
		}
	}
	if k >= 0 && r.sent[k] == r.sent[x.num] && r.isPaper(k) {
		return r.orUnder(k)
	}
	return -1
}

// reckonedAt returns the text whose parts somebody puts at a number: "he put it at 63 articles";
// -1 for none.
func (r *reading) reckonedAt(x *extent, c *clause) int {
	l := &lex().texts
	if c.neg || c.verb != "put" && c.verb != "place" && c.verb != "estimate" && c.verb != "reckon" && c.verb != "set" || !slices.Contains(c.with("at"), x.part) && r.prepBefore(x.num, r.sentence(x.num).Start) != "at" {
		return -1
	}
	of := c.obj
	if c.passive {
		of = c.subj
	}
	for _, o := range of {
		if t := r.paperUnder(o); t >= 0 {
			return t
		}
		if r.lower(o) == "it" && x.strong() {
			return r.paperBefore(o, false)
		}
		if r.lemma(o) == "length" || l.Figures[r.lemma(o)] {
			return r.paperBefore(x.num, false)
		}
	}
	return -1
}

// thereAre returns the text before, of which a sentence tells that there are so many articles
// or the like; -1 for others.
func (r *reading) thereAre(x *extent, c *clause) int {
	if !x.strong() || x.unit == "page" || c.neg || c.verb != "be" && !c.copula || !slices.ContainsFunc(r.children(c.head, "expl"), func(k int) bool { return r.lower(k) == "there" }) || r.further(*x) {
		return -1
	}
	return r.textBefore(x.num)
}

// besideExtent reports whether parts are told beside others of the same text, which it then
// is: "64 articles in ten parts and nearly 50 pages", "27 articles over 19 pages".
func (r *reading) besideExtent(x *extent, before extent) bool {
	if before.unit == "" || before.unit == x.unit || before.text < 0 || r.sent[before.num] != r.sent[x.num] {
		return false
	}
	link := x.num - 1
	for link > before.part && (r.upos(link) == "ADV" || approximate[r.lower(link)] || r.upos(link) == "DET") {
		link--
	}
	switch r.lower(link) {
	case "with":
		if r.form(link-1) == "," && x.num < before.part+16 {
			x.text = before.text
			return true
		}
	case "and", "on", "over", "across", "in", "plus", "filling", "covering":
	default:
		return false
	}
	for k := before.part + 1; k < link; k++ {
		switch r.upos(k) {
		case "ADP", "ADV", "ADJ", "DET", "NUM", "NOUN", "PROPN", "CCONJ":
		case "VERB":
			if r.doc.Tokens[k].XPOS != "VBN" && r.doc.Tokens[k].XPOS != "VBG" && r.lower(k) != "spread" {
				return false
			}
		case "PUNCT":
			if r.form(k) != "," {
				return false
			}
		default:
			return false
		}
	}
	x.text = before.text
	return true
}

// lesser reports whether parts are told before more of another sort, which the text is
// counted by: "four goals and 23 targets".
func (r *reading) lesser(x extent) bool {
	return x.vague && slices.ContainsFunc(r.children(x.part, "conj"), func(k int) bool {
		num := r.child(k, "nummod")
		if num < 0 || r.partAt(k) != x.unit {
			return false
		}
		n, _ := r.number(num)
		return n > x.count
	})
}

// pieces reports whether so many papers are those that a package is put together of, and finds
// it: "the package consists of eight separate agreements".
func (r *reading) pieces(x *extent, before extent) bool {
	if !x.loose || r.lower(x.num+1) == "more" || r.lower(x.num+1) == "further" || r.lower(x.num+1) == "additional" {
		return false
	}
	c := r.governor(x.part)
	if c == nil || c.neg || c.modal == "could" || c.modal == "might" {
		return false
	}
	switch c.verb {
	case "consist", "comprise", "contain", "include", "have":
	case "make": // "made up of"
		if !c.passive {
			return false
		}
	default:
		return false
	}
	if !slices.Contains(c.obj, x.part) && !slices.Contains(c.with("of"), x.part) && base(r.rel(x.part)) != "conj" {
		return false
	}
	for _, s := range c.subj {
		if x.text = r.subjectText(s, x); x.text >= 0 && x.text != x.part {
			return true
		}
	}
	return r.plainly(x, before)
}

// plainly finds the text of so many parts by the words before their number alone, where the
// tree has lost it: "The full agreement with changes marked runs to 188 pages", "a "non-paper" of 17 pages".
func (r *reading) plainly(x *extent, before extent) bool {
	l := &lex().texts
	start := r.sentence(x.num).Start
	k := x.num - 1
	for k > start && (r.upos(k) == "ADV" || r.upos(k) == "ADJ" || approximate[r.lower(k)] || r.lower(k) == "over" || r.lower(k) == "than") {
		k--
	}
	if k <= start {
		return false
	}
	prep := ""
	switch f := r.lower(k); f {
	case "of", "to", "at":
		prep = f
		k--
	}
	if prep == "of" && x.unit == "page" {
		for k > start && r.upos(k) == "PUNCT" {
			k--
		}
		if r.isPaper(k) {
			x.text = r.orUnder(k)
			return true
		}
	}
	v := r.lemma(k)
	long := x.part+1 < len(r.sent) && r.lower(x.part+1) == "long"
	switch {
	case prep == "of" && (v == "consist" || v == "comprise" || v == "compose"):
	case prep == "to" && (v == "run" || v == "stretch" || v == "extend" || v == "amount" || v == "come"):
	case prep == "" && (l.Have[v] && v != "be" && v != "set" && v != "run" || v == "run" && x.unit == "page"):
	case prep == "" && v == "be" && long:
	case prep == "" && long && (r.lower(k) == "and" || r.form(k) == ","):
		k++ // "the draft, dated Thursday and seven pages long"
	default:
		return false
	}
	x.text = r.plainSubject(k, start, x, before)
	return x.text >= 0
}

// plainSubject returns the text that stands as the subject before the verb at token v, -1 for none.
func (r *reading) plainSubject(v, start int, x *extent, before extent) int {
	k := v - 1
	for k > start && (r.upos(k) == "ADV" || r.upos(k) == "AUX") {
		k--
	}
	if k < start {
		return -1
	}
	if f := r.lower(k); f == "and" || f == "," {
		if before.text >= 0 && before.unit != "" && r.sent[before.num] == r.sent[v] && v-before.part < 6 {
			return before.text
		}
	}
	if !x.strong() && x.unit != "document" && x.unit != "point" || x.vague {
		return -1
	}
	if r.upos(k) == "PRON" {
		return r.subjectText(k, x)
	}
	found := -1
	for ; k >= start; k-- {
		switch r.doc.Tokens[k].XPOS {
		case "VBZ", "VBP", "VBD", "MD", ":":
			return found
		}
		if r.form(k) == ";" {
			return found
		}
		if x.strong() && r.isPaper(k) && r.opensClause(k, start) {
			found = r.orUnder(k)
		}
	}
	return found
}

// opensClause reports whether nothing but what belongs to a noun stands between it and the
// beginning of its clause.
func (r *reading) opensClause(i, start int) bool {
	for k := i - 1; k >= start; k-- {
		switch r.upos(k) {
		case "DET", "ADJ", "NOUN", "PROPN", "PART", "NUM":
			continue
		case "PUNCT":
			if f := r.form(k); f == "“" || f == "\"" || f == "‘" || f == "”" || f == "'" {
				continue
			}
			return true
		}
		return r.lower(k) == "and" || r.lower(k) == "but" || r.lower(k) == "that"
	}
	return true
}

// pieceAt reports whether a noun names a paper that is counted as a piece of a package:
// behind "separate" and its like, "nine separate agreements".
func (r *reading) pieceAt(i int) bool {
	l := &lex().texts
	return i > 0 && l.Pieces[r.lemma(i)] && r.doc.Tokens[i].XPOS == "NNS" && l.Separate[r.lower(i-1)]
}
