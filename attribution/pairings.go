package attribution

import "rapporteur/lang"

// pairing is a pronoun with one of those for whom it may stand, while it is described for the
// ranker.
type pairing struct {
	*ranker
	*candidate
	i       int // the pronoun
	p       pronounWord
	rank    int
	ahead   bool // the mention comes after the pronoun
	e       *entity
	m       *mention
	class   int // 0 he, 1 it, 2 they
	gram    int // of the pronoun
	part    int // of the mention
	apart   int // sentences between them
	content int // 1 + the attribution whose content the pronoun is in, 0 for none
}

// describe fills in the features of a candidate.
func (k *ranker) describe(c *candidate, i int, p pronounWord, rank int, ahead bool) {
	c.features = c.features[:0]
	x := pairing{ranker: k, candidate: c, i: i, p: p, rank: rank, ahead: ahead, e: &k.ents[c.ent], m: &k.mentions[c.mention]}
	x.class = int(p.class) - 1
	x.gram = int(k.gramOf(i))
	if k.doc.Tokens[i].XPOS == "PRP$" {
		x.gram = int(possessive)
	}
	x.part = int(x.m.gram)
	if h := k.doc.Tokens[x.m.head].Head; x.m.gram == apposition && h >= 0 {
		x.part = int(k.gramOf(h)) // an apposition plays the part of what it belongs to
	}
	x.apart = int(k.sent[i] - x.m.sent)
	x.content = int(k.contentAt[i])

	x.place()
	x.agreement()
	x.renown()
	speaks := x.speaking()
	x.binding()
	x.wayThere()
	x.context(speaks)
	c.score = 0
	for _, f := range c.features {
		c.score += k.weights[f]
	}
}

// add adds a feature.
func (x *pairing) add(template, value int) {
	if value >= 0 && value < templateSize {
		x.features = append(x.features, uint16(template*templateSize+value))
	}
}

// is tells in a number whether the pronoun plays a part in its clause.
func (x *pairing) is(part gram) int { return boolInt(x.gram == int(part)) }

// place describes how far apart the two stand, and which part each plays in its clause.
func (x *pairing) place() {
	subjects := boolInt(x.part == int(subject))
	if x.ahead {
		x.add(tAhead, x.class*8+x.is(subject)*2+subjects)
		x.add(tAhead, 32+boolInt(x.rank == 0)*2+boolInt(x.sent[x.i] == 0))
		return
	}
	x.add(tDistance, x.class*8+min(x.apart, 5))
	switch x.p.class {
	case thirdPerson:
		x.add(tGramHe, x.part*8+x.gram)
	case thing:
		x.add(tGramIt, x.part*8+x.gram)
	default:
		x.add(tGramThey, x.part*8+x.gram)
	}
	x.add(tSubjectDistance, min(x.apart, 2)*16+x.gram*2+subjects)
	x.add(tRank, x.class*8+min(x.rank, 7))
	x.add(tTokens, x.class*16+logBucket(x.i-x.m.head))
	x.add(tParagraph, x.class*4+boolInt(x.doc.Sentences[x.sent[x.i]].Paragraph != x.doc.Sentences[x.m.sent].Paragraph)*2+boolInt(x.apart > 1))
}

// agreement describes whether "he" or "she" fits what is known of the other.
func (x *pairing) agreement() {
	agreement := 2 // not known
	if e := x.e; x.p.class == thirdPerson {
		switch {
		case e.byPronoun && e.gender == x.p.gender:
			agreement = 8
		case e.byPronoun:
			agreement = 9
		case e.gender == x.p.gender && e.told:
			agreement = 0
		case e.gender == x.p.gender:
			agreement = 1
		case e.gender != UnknownGender:
			agreement = 3
		}
		if e.kind != lang.PER && agreement < 4 {
			agreement += 4
		}
	}
	x.add(tGender, x.class*16+agreement)
}

// renown describes how much the text tells of the other, and by which words it did last.
func (x *pairing) renown() {
	x.add(tCount, x.class*8+min(x.counts[x.ent], 6))
	x.add(tSubjects, x.class*8+min(x.subj[x.ent], 4))
	x.add(tType, x.class*16+entityKind(x.e))
	x.add(tParts, x.class*4+min(len(x.e.parts), 3))
	kind := 0
	switch x.m.kind {
	case ByPronoun:
		kind = 1
		if x.lower(x.m.head) == x.lower(x.i) {
			kind = 2
		}
	case ByRole:
		kind = 3
	}
	x.add(tKind, x.class*16+kind*3+min(x.apart, 2))
	x.add(tFirst, x.class*16+min(x.apart, 2)*4+boolInt(x.namedFirst())*2+x.is(subject))
	if len(x.e.mentions) > 0 {
		x.add(tTopic, x.class*4+boolInt(x.mentions[x.e.mentions[0]].sent == 0)*2+boolInt(x.apart > 0))
	}
}

// namedFirst reports whether the mention is the first of its sentence.
func (x *pairing) namedFirst() bool {
	for h := len(x.history) - 1; h >= 0; h-- {
		o := &x.mentions[x.history[h]]
		if o.sent < x.m.sent {
			break
		}
		if o.sent == x.m.sent && o.head < x.m.head && o.kind != ByRole {
			return false
		}
	}
	return true
}

// speaking describes who speaks, and reports whether the other tells what the pronoun is in.
func (x *pairing) speaking() bool {
	speaks := false
	if x.content > 0 {
		for _, s := range x.said.Attributions[x.content-1].Source {
			speaks = speaks || x.m.Overlaps(s) || x.entityIn(s, x.ent)
		}
	}
	state := 0
	switch {
	case x.speakerAt[x.i] > 0:
		state = 1
	case x.content > 0 && x.quoted[x.i]:
		state = 2
	case x.content > 0:
		state = 3
	}
	x.add(tSpeaker, state*12+boolInt(speaks)*6+boolInt(x.speakerAt[x.m.head] > 0)*3+min(x.apart, 2))
	x.add(tQuoted, x.class*8+boolInt(x.quoted[x.i])*4+boolInt(x.quoted[x.m.head])*2+boolInt(x.content > 0 && int(x.contentAt[x.m.head]) == x.content))
	return speaks
}

// binding describes whether the two may be one: a pronoun and a subject of one verb are two,
// unless it is reflexive or a possessive.
func (x *pairing) binding() {
	if x.apart != 0 || x.ahead {
		return
	}
	same := clauseOf(x.doc, x.i) == clauseOf(x.doc, x.m.head)
	x.add(tClause, boolInt(same)*16+x.gram*2+boolInt(x.p.self))
	if same && x.part == int(subject) {
		x.add(tClause, 32+x.gram*2+boolInt(x.p.self))
	}
	if x.left[x.m.head] <= x.i && x.i < x.right[x.m.head] {
		x.add(tInside, x.class*4+boolInt(x.doc.Tokens[x.i].XPOS == "PRP$")*2)
	}
}

// wayThere describes the way through the tree, and who is above.
func (x *pairing) wayThere() {
	switch {
	case x.ahead:
	case x.apart == 0:
		path, above := x.path(x.i, x.m.head)
		x.add(tPath, min(path, 15)+16*boolInt(x.class > 0))
		x.add(tCommand, boolInt(above)*32+min(x.part, 3)*8+min(x.gram, 4))
	default:
		x.add(tPath, 32+min(x.depth(x.m.head), 7)+8*boolInt(x.class > 0))
	}
}

// context describes the words around the mention, the subject to come and the pronouns before.
func (x *pairing) context(speaks bool) {
	beside := x.doc.Tokens[x.m.head].Rel == "conj"
	for _, k := range x.children(x.m.head) {
		beside = beside || x.doc.Tokens[k].Rel == "conj" && x.named[k] > 0
	}
	x.add(tBeside, x.class*4+boolInt(beside)*2+boolInt(x.apart == 0))
	if x.coming >= 0 { // "After her years in the cabinet, Marrow …"
		x.add(tMain, x.class*16+boolInt(x.coming == x.ent)*8+boolInt(x.comingPhrase)*4+x.is(possessive)*2+boolInt(x.apart > 0))
	}
	if speaks {
		x.add(tContent, x.class*8+boolInt(x.quoted[x.i])*4+x.is(subject)*2+x.is(possessive))
	}
	if x.m.End < len(x.doc.Tokens) && isPossessive(x.doc.Form(x.m.End)) {
		x.add(tOwner, x.class*8+x.is(possessive)*2+boolInt(x.apart > 0))
	}
	if who, ok := x.last[x.p.gender]; ok {
		x.add(tChain, x.class*16+boolInt(x.find(who) == x.ent)*8+min(x.apart, 2)*2+x.is(subject))
	}
}
