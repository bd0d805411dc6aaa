package claim

import (
	"slices"

	"rapporteur"
	"rapporteur/lang"
)

// shares reads "nine of the 11 articles are settled" and "ninety percent is done".
func (r *reading) shares(sent lang.Range, used map[int]bool) {
	for i := sent.Start; i < sent.End; i++ {
		if share, stop := r.fraction(i, sent); share > 0 && !used[i] && r.partDone(i, stop, sent) {
			used[i] = true
			t := r.textClaim(-1)
			t.AgreedShare = share
			r.add(i, rapporteur.Claim{Kind: rapporteur.KindText, Text: t, Modality: r.modality(i)})
			continue
		}
		n, end := r.number(i)
		none := r.noneAt(i, sent)
		if none && n == 0 {
			n, end = 1, i+1
		}
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
		for k < sent.End && (r.upos(k) == "DET" || r.upos(k) == "PRON" && r.rel(k) == "nmod:poss" || r.rel(k) == "nmod:poss" || r.upos(k) == "PART") {
			k++
		}
		if k >= sent.End {
			continue
		}
		t, part := r.sharedParts(n, k, sent)
		if t == nil {
			continue
		}
		what, verb := r.shareSays(i, part, sent)
		c := r.clause(max(verb, 0))
		if none {
			if t.Size.Count == 0 || verb < 0 || what == nothing || what == open && (c == nil || !c.neg) {
				continue
			}
			n, what = t.Size.Count, open
		}
		switch what {
		case open:
			t.Open = n
		case done:
			t.Agreed = n
		default:
			if !r.wholeTold(t, i, k, part) {
				continue
			}
			verb = -1 // "changes in 13 of its 22 paragraphs": that it has 22 at least is told
		}
		used[i], used[k] = true, true
		told := rapporteur.Claim{Kind: rapporteur.KindText, Text: t, Modality: rapporteur.Asserted}
		if c != nil && verb >= 0 {
			told.Modality, told.Chain = r.countsAs(verb), r.onWordOf(c, i)
		}
		r.add(i, told)
	}
}

// noneAt reports whether a share is none: "none of the 24 chapters", "not a single one of".
func (r *reading) noneAt(i int, sent lang.Range) bool {
	if r.lower(i) == "none" {
		return true
	}
	if r.lower(i) != "one" {
		return false
	}
	for k := i - 1; k >= max(sent.Start, i-3); k-- {
		if r.lower(k) == "not" {
			return true
		}
	}
	return false
}

// wholeTold reports whether a number of parts, of which nothing is said of some, is at least
// that of all parts of a text spoken of.
func (r *reading) wholeTold(t *rapporteur.TextClaim, some, whole, part int) bool {
	x := extent{unit: t.Size.Unit}
	m, _ := r.number(whole)
	return m > 0 && t.Size.Count == m && x.strong() && (r.textUnderOnly(part) >= 0 || r.lower(whole-1) == "its" && r.textBefore(some) >= 0)
}

// sharedParts begins a claim about the parts of which some are told at token k ("the
// 11 articles", "the points", "them"), nil for other things; and the token of the parts.
func (r *reading) sharedParts(n, k int, sent lang.Range) (*rapporteur.TextClaim, int) {
	l := &lex().texts
	m, stop := r.number(k)
	if m == 0 && (r.lower(k) == "them" || r.lower(k) == "these" || r.lower(k) == "those") {
		told := r.lastSize(k)
		if told == nil || told.Count < n {
			return nil, -1
		}
		return &rapporteur.TextClaim{Size: *told}, k
	}
	if m > 0 && m < n {
		return nil, -1
	}
	if m == 0 {
		stop = k
	}
	for e := stop; e < min(stop+4, sent.End); e++ {
		u := l.Parts[r.lemma(e)]
		if m > 0 && !lex().points.Matters[r.lemma(e)] {
			u = r.partAt(e)
		}
		if u == "" && (m > 0 || r.upos(e) == "ADJ") {
			continue
		}
		if u == "" || u == "document" || u == "page" {
			return nil, -1
		}
		t := r.textClaim(max(r.textUnderOnly(e), -1))
		t.Size = rapporteur.Size{Count: m, Unit: u}
		return t, e
	}
	return nil, -1
}

// shareSays returns what is told of a number of parts, and the predicate that tells it.
func (r *reading) shareSays(num, part int, sent lang.Range) (said, int) {
	verb := r.predicateOf(num, part)
	tells := func(i int) said {
		switch {
		case i < 0:
			return nothing
		case r.saysRemain(i):
			return open
		case r.saysDone(i):
			return done
		}
		return nothing
	}
	if r.prepBefore(num, sent.Start) == "with" && verb >= 0 && verb < num { // "left the hall with nine of the 12 articles agreed"
		if what, _ := r.saysBehind(part, sent); what != nothing {
			return what, verb
		}
	}
	for _, i := range []int{verb, r.predicateOf(part), r.passiveAfter(num, part)} {
		if what := tells(i); what != nothing {
			return what, i
		}
	}
	c := r.clause(max(verb, 0))
	what, at := r.saysBehind(part, sent)
	switch {
	case verb < 0 || c == nil:
		return nothing, -1
	case (r.reached(c) || r.workDone(c)) && r.prepBefore(num, sent.Start) == "on", c.verb == "meet" && c.lemma == c.verb && !c.neg && c.modal == "" && slices.Contains(c.obj, num) && lex().texts.Asked[r.lemma(part)]:
		return done, verb
	case what == nothing || at > part+1 && r.isRel(at, "acl:relcl") && c.neg:
		return nothing, -1
	case r.prepBefore(num, sent.Start) == "with" && (num < c.head || at == part+1),
		(lex().texts.Deem[c.verb] || c.verb == "have") && !c.neg && c.modal == "",
		at > part+1 && r.upos(part+1) == "AUX":
		return what, verb
	}
	return nothing, -1
}

// passiveAfter returns the predicate behind the parts of a number that has it, or
// nothing, for its subject, -1 for none: the tree may have hung the number elsewhere.
func (r *reading) passiveAfter(num, part int) int {
	for k := part + 1; k < min(part+16, r.sentence(part).End) && r.form(k) != ","; k++ {
		if c := r.clause(k); c != nil && c.passive && (len(c.subj) == 0 || slices.Contains(c.subj, num) || c.subj[0] > part && r.lower(r.lo[c.subj[0]]-1) == "and") && (r.saysDone(k) || r.saysRemain(k)) {
			return k
		}
	}
	return -1
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
	if c != nil && !c.neg && c.modal == "" && r.unbracketed(i) {
		return true
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

// countsAs returns the modality of a number of parts that a predicate says are done, or not:
// that seven "have not been agreed" is no denial.
func (r *reading) countsAs(verb int) rapporteur.Modality {
	m := r.modality(verb)
	if c := r.clause(verb); m == rapporteur.Denied && c != nil && (c.neg && r.saysRemain(verb) || r.noMore(c)) {
		return rapporteur.Asserted
	}
	return m
}

func (r *reading) noMore(c *clause) bool {
	for _, a := range c.adverbs {
		if r.lower(a) == "longer" && r.lower(min(a+1, len(r.kids)-1)) != "than" {
			return true
		}
	}
	return false
}

// partDone reports whether so great a part of a text, "a third of the draft", is said to be
// done: the tokens are the first of the part and the one behind it.
func (r *reading) partDone(i, end int, sent lang.Range) bool {
	l := lex()
	if end+1 >= sent.End || r.lower(end) != "of" {
		return false
	}
	of := end + 1
	for of < min(end+4, sent.End-1) && !r.isTextNoun(of) && (r.upos(of) == "DET" || r.upos(of) == "ADJ" || r.upos(of) == "PART" || r.rel(of) == "nmod:poss" || r.rel(of) == "compound" || r.upos(of) == "NUM") {
		of++
	}
	if u := l.texts.Parts[r.lemma(of)]; !r.isTextNoun(of) && (u == "" || u == "page" || u == "document") {
		return false
	}
	c := r.governor(end - 1)
	if c == nil || c.head < of || c.neg || c.modal != "" {
		return false
	}
	if c.copula && (r.lower(c.head) == "free" || r.lower(c.head) == "clear") {
		return slices.ContainsFunc(c.obl, func(o oblique) bool { return o.prep == "of" && l.texts.Disputed[r.lemma(o.head)] })
	}
	return (c.passive || c.copula) && r.saysDone(c.head)
}

// shareDone reports whether so many percent of a text are said to be done.
func (r *reading) shareDone(i, end int) bool {
	c := r.governor(i)
	if c == nil || c.neg || i > 0 && r.lower(i-1) == "of" { // "a share of 15 percent was settled"
		return false
	}
	switch c.verb {
	case "percent", "%", "cent":
		if there := r.child(c.head, "advmod"); there < 0 || r.lower(there) != "there" { // "we are 90 percent there"
			return false
		}
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
