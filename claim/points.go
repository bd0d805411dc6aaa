package claim

import (
	"slices"

	"rapporteur"
	"rapporteur/lang"
)

// pointMaker keeps what the reading of provisions needs from one sentence to the next.
type pointMaker struct {
	*reading
	provision int               // last sentence that told what a text holds, -1 for none
	text      int               // the text it spoke of
	status    rapporteur.Status // of parts left unnamed: "several provisions were left for discussion. These include …"
	statusAt  int
	done      map[int]bool // heads that made a point already
	list      opening      // of the list of provisions at hand: "The plan provides for:"
	section   bool         // the heading above names a text and what it holds
	sectionAt int
	headed    map[int]lang.Range // headings of a word or two, by paragraph
	concluded int                // sentence that tells that the sides came to terms, -1 for none
	verb      int                // of the change of status at hand
	words     []lang.Range       // of the provisions made in the sentence at hand
	laid      []laidWords        // the measures made
	taken     []takenUp          // measures of which their words do not tell whose they are
	owed      []owed             // provisions that something may be given for
}

func newPointMaker(r *reading) *pointMaker {
	return &pointMaker{reading: r, provision: -9, statusAt: -9, sectionAt: -1, text: -1, list: opening{sentence: -1}, concluded: r.conclusion(), done: map[int]bool{}}
}

func (r *reading) points() {
	p := newPointMaker(r)
	p.headed = p.labels()
	for s := range r.doc.Sentences {
		sent := r.doc.Sentences[s]
		if sent.Heading {
			p.heading(s)
			continue
		}
		p.read(s)
	}
	p.givenFor()
}

func (p *pointMaker) read(s int) {
	sent := p.doc.Sentences[s].Range
	before := len(p.claims)
	p.words = nil
	listed := p.doc.Sentences[s].Item && p.list.sentence >= 0
	if listed && !p.namesText(sent) && p.under(sent) < 0 && p.listed(sent) { // but "– The draft caps the army" tells by itself
		p.provision = s
		return
	}
	form := len(p.claims)
	told := p.openLists(sent)
	p.plainly(form)
	told = told || p.fronted(sent) || p.whatIs(sent) || p.whatGot(sent) || p.questioned(sent) || p.colon(sent)
	told = p.hasDone(sent) || told
	// What a text holds, with the text as subject.
	for i := sent.Start; i < sent.End; i++ {
		if c := p.clause(i); c != nil && !p.hasKid(i, "whether") && !p.changing(c) && p.holder(c) {
			if p.provisions(c) {
				told = true
			}
		}
	}
	told = p.saysThat(sent) || told
	if !told {
		told = p.madeUpOf(sent)
	}
	if !told {
		told = p.row(sent)
	}
	// "Under the draft, Norvana would …", and sentences that go on with it.
	told = p.underWhich(sent) || told
	if !told {
		if text := p.under(sent); text >= 0 {
			p.text = text
			if p.clauses_(sent, true) {
				told = true
			}
		} else if p.goesOn(s) && p.clauses_(sent, false) {
			told = true
		}
	}
	if !told {
		told = p.gives(sent) || p.labelled(s) || p.likewise(sent)
	}
	if listed && !told && len(p.claims) == before {
		told = p.listed(sent)
	} else if !p.doc.Sentences[s].Item {
		p.list.sentence = -1
	}
	// What became of points.
	p.turned(sent)
	form = len(p.claims)
	p.questions(sent)
	p.withTerms(sent)
	p.plainly(form)
	for i := sent.Start; i < sent.End; i++ {
		if c := p.clause(i); c != nil && !p.done[i] && !p.covered(i, before) {
			p.statusOf(c)
		}
	}
	form = len(p.claims)
	p.notSo(sent)
	if form == before {
		p.frontedRow(sent)
	}
	p.plainly(form)
	form = len(p.claims)
	p.unreached(sent)
	p.plainly(form)
	p.partLists(sent, before)
	p.including(sent)
	p.options(s)
	p.without(s)
	told = p.apposed(sent) || told
	if told {
		p.provision = s
		p.opens(sent)
		return
	}
	if p.opens(sent) {
		p.provision = s
	} else if p.laysOut(sent) {
		p.provision = s
	}
}

// subjectOf returns the subject of a predicate, the predicate itself where it has none.
func (p *pointMaker) subjectOf(i int) int {
	if c := p.clause(i); c != nil && len(c.subj) > 0 {
		return c.subj[0]
	}
	return i
}

// changing reports whether a clause belongs to a part whose change the sentence
// tells: "the provision requiring Norvana to cut its army was dropped".
func (p *pointMaker) changing(c *clause) bool {
	h := p.head(c.head)
	if up := p.clause(c.up); up != nil && base(p.rel(c.head)) == "xcomp" {
		return p.changing(up)
	}
	if base(p.rel(c.head)) != "acl" || h < 0 || !lex().points.Parts[p.lemma(h)] {
		return false
	}
	g := p.governor(h)
	return g != nil && g != c && (g.value(lex().points.Status) != "" || p.noLonger(g) || slices.Contains(p.objected(g), h))
}

// covered reports whether token i stands in the words of a point made in this sentence.
func (p *pointMaker) covered(i, before int) bool {
	for _, s := range p.words {
		if s.Contains(i) {
			return true
		}
	}
	return false
}
