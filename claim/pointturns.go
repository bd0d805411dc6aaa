package claim

import (
	"slices"
	"strings"
	"sync"

	"rapporteur"
	"rapporteur/lang"
)

// What became of a point is often told by turns of phrase whose verbs say nothing by
// themselves: "shook hands on", "is anyone's guess", "fell by the wayside". They are
// matched word by word as lexicon/changes.toml has them.

// shift is a turn of phrase for what became of a point.
type shift struct {
	words  []string
	status rapporteur.Status
	matter bool // its subject is the point, not who came to it
	no     bool // it holds a negation
}

// turns are the turns of phrase by their first word, the longest first.
var turns = sync.OnceValue(func() map[string][]shift {
	out := map[string][]shift{}
	for n, table := range []map[string]words{lex().changes.Holder, lex().changes.Matter} {
		for status, list := range table {
			for w := range list {
				x := shift{words: strings.Fields(w), status: rapporteur.Status(status), matter: n == 1}
				x.no = slices.ContainsFunc(x.words, func(w string) bool { return negative[w] })
				out[x.words[0]] = append(out[x.words[0]], x)
			}
		}
	}
	for _, list := range out {
		longestFirst(list, func(x shift) []string { return x.words })
	}
	return out
})

// turned makes the points of the turns of phrase of a sentence.
func (p *pointMaker) turned(sent lang.Range) bool {
	made := false
	for i := sent.Start; i < sent.End; i++ {
		list := turns()[p.word(i)]
		if copulas[p.lemma(i)] {
			list = turns()["be"]
		}
		for _, x := range list {
			if end := p.matches(i, x.words); end > 0 {
				made = p.turnedAt(i, end, &x) || made
				break
			}
		}
	}
	return made
}

// turnedAt makes the points of a turn of phrase that stands from token i to end.
func (p *pointMaker) turnedAt(i, end int, x *shift) bool {
	c := p.idiomClause(i, end)
	if c == nil || p.done[c.head] || p.asked(c) || p.conditional(c) || c.modal == "should" || c.modal == "may" || c.modal == "might" || c.modal == "would" || c.mark == "to" && p.onlyPurpose(c) {
		return false
	}
	if slices.ContainsFunc(c.subj, func(k int) bool { return lex().positions.Lists.Bystanders[p.lemma(k)] }) || p.deniedThat(c) || p.disclaimed(c) || p.wanted(c) != nil && lex().points.Lists.Wish[p.wanted(c).verb] {
		return false
	}
	if base(p.rel(c.head)) == "acl" && p.rel(c.head) != "acl:relcl" || c.mark == "of" || c.mark == "without" || c.mark == "from" {
		return false // "no sign of relenting on"
	}
	status := x.status
	if (c.neg || p.word(max(i-1, 0)) == "not") && !x.no {
		switch status {
		case rapporteur.Agreed, rapporteur.AgreedInPrinciple:
			status = rapporteur.Open
		case rapporteur.Dropped:
			status = rapporteur.Retained
		default:
			return false
		}
	}
	matters := p.behind(end)
	if x.words[len(x.words)-1] == "that" {
		matters = []lang.Range{p.clip(lang.Range{Start: end, End: p.listEnd(end)}, end)}
	}
	if x.matter {
		matters = p.before(i, c)
	}
	made := false
	for _, s := range p.wholeBetween(matters) {
		made = p.turnedInto(c, s, status, (status == rapporteur.Rejected || status == rapporteur.Dropped) && slices.ContainsFunc(x.words, func(w string) bool { return givenUp[w] })) || made
	}
	if made {
		p.done[c.head] = true
	}
	return made
}

// wholeBetween joins again what was split behind "between": "the gaps between the islands | and the coast".
func (p *pointMaker) wholeBetween(rows []lang.Range) []lang.Range {
	var out []lang.Range
	for _, s := range rows {
		if n := len(out) - 1; n >= 0 && p.anyIn(out[n], words{"between": true}) >= 0 && p.anyIn(out[n], words{"and": true}) < 0 {
			out[n].End = s.End
			continue
		}
		out = append(out, s)
	}
	return out
}

// givenUp are words for what is asked for, which no more than a negotiation gives up.
var givenUp = words{"insist": true, "insistence": true, "demand": true, "claim": true, "press": true, "call": true, "negotiation": true, "negotiable": true, "non-negotiable": true, "nonnegotiable": true, "negotiate": true, "discuss": true, "discussion": true, "talk": true, "talks": true, "debate": true, "off-limits": true, "bargain": true}

// turnedInto makes the point of words that a turn of phrase says something of.
// With sure, it need not be told near a text.
func (p *pointMaker) turnedInto(c *clause, s lang.Range, status rapporteur.Status, sure bool) bool {
	head := p.top(s)
	if p.done[head] || p.timeAt[head] >= 0 || p.contentless(s) || p.isTextNoun(head) && p.anyIn(s, lex().points.Parts) < 0 || p.upos(head) == "PRON" || p.typeAt(head) == lang.PER {
		return false
	}
	known, likely := len(p.known(s)) > 0, p.pointLikely(c.head)
	if p.anyIn(s, lex().points.Parts) < 0 && (likely < least && (!known || p.alone(c.head) && !sure) || likely < likelyVague && !known) {
		return false
	}
	if slices.ContainsFunc(p.claims, func(f found) bool {
		return f.Point != nil && f.Point.Status == status && f.head != head && p.sent[f.head] == p.sent[head] && p.own(f.head).Contains(head) && p.upos(f.head) == "NOUN"
	}) {
		return false // "patents for medicines, which have divided the two"
	}
	p.done[head] = true
	if !p.makePoint(head, s, p.ownersIn(s), status, rapporteur.Asserted) {
		return false
	}
	p.claims[len(p.claims)-1].measure = known && sure
	return true
}

// behind returns the matters that stand behind token end, up to the end of their list.
func (p *pointMaker) behind(end int) []lang.Range {
	stop := p.listEnd(end)
	for k := end + 1; k < stop; k++ {
		switch f := p.lower(k); {
		case f == ";" || f == "—" || f == "–" || f == ":", p.upos(k-1) == "PUNCT" && isRelative(f), f == "but" || f == "while" || f == "whereas" || f == "though" || f == "although" || f == "after" || f == "before" || f == "because":
			stop = k
		case f == "in" && k+1 < stop && lex().points.Lists.Returns[p.lower(k+1)]:
			stop = k
		}
	}
	for stop > end && p.upos(stop-1) == "PUNCT" {
		stop--
	}
	if stop <= end {
		return nil
	}
	if isQuestion(p.lower(end)) {
		return []lang.Range{{Start: end, End: stop}}
	}
	for k := end; k < stop; k++ { // what comes after another predicate is not in the row
		bare := p.doc.Tokens[k].XPOS == "VB" && (p.form(k-1) == "," || p.upos(k-1) == "CCONJ")
		if k > end+1 && (bare || isFinite(p.doc.Tokens[k].XPOS)) && (p.upos(k) == "VERB" || p.upos(k) == "AUX") {
			for stop = k; stop > end && p.form(stop) != ","; stop-- {
			}
		}
	}
	if stop <= end {
		return nil
	}
	return p.itemsOf(end, stop, true)
}

// before returns the matters that stand before token i as the subject of its clause.
func (p *pointMaker) before(i int, c *clause) []lang.Range {
	start := p.sentence(i).Start
	for k := i - 1; k >= start; k-- {
		if f := p.form(k); f == ";" || f == ":" || f == "—" || f == "–" || p.upos(k) == "SCONJ" && k > start && !isQuestion(p.lower(k)) || p.upos(k) == "CCONJ" && p.finite(lang.Range{Start: start, End: k}) >= 0 {
			start = k + 1
		}
	}
	if len(c.subj) > 0 && c.subj[0] < i && p.lo[c.subj[0]] >= start {
		start = p.lo[c.subj[0]]
	}
	end := i
	for end > start && (p.upos(end-1) == "AUX" || p.upos(end-1) == "ADV" || p.upos(end-1) == "PUNCT" || p.upos(end-1) == "PART" || p.lower(end-1) == "not") {
		end--
	}
	for start < end && (p.upos(start) == "PUNCT" || p.upos(start) == "CCONJ" || p.upos(start) == "ADV" && !isQuestion(p.lower(start))) {
		start++
	}
	if end <= start {
		return nil
	}
	if s := (lang.Range{Start: start, End: end}); isQuestion(p.lower(start)) || p.finite(s) >= 0 {
		if !isQuestion(p.lower(start)) {
			return nil
		}
		return []lang.Range{s}
	}
	return p.itemsOf(start, end, true)
}
