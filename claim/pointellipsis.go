package claim

import (
	"rapporteur"
	"rapporteur/lang"
)

// notSo reads what is said of a second matter by no more than that it is not so: "Car duties are
// settled. Dairy is not.", "the chapter on services is closed, that on fish has not been".
func (p *pointMaker) notSo(sent lang.Range) bool {
	end := sent.End
	for end > sent.Start && p.upos(end-1) == "PUNCT" {
		end--
	}
	made := false
	for k := sent.Start + 1; k < end; k++ {
		n := p.bareDenial(k, end)
		if n < 0 {
			continue
		}
		words := lang.Range{Start: k, End: k}
		for words.Start > sent.Start && k-words.Start < 12 && p.upos(words.Start-1) != "PUNCT" && p.upos(words.Start-1) != "CCONJ" && p.upos(words.Start-1) != "SCONJ" && p.lower(words.Start-1) != "but" {
			words.Start--
		}
		if words.Empty() || p.upos(words.Start) == "PRON" && p.upos(words.Start+1) != "ADP" || !p.nouns(words) || p.finite(words) >= 0 {
			continue
		}
		before := p.clauseBefore(words.Start)
		status := p.plainStatus(before)
		no := notStatus[status]
		if no == "" || len(p.known(words)) == 0 && len(p.known(p.own(before.head))) == 0 {
			continue
		}
		lead := lang.Range{}
		if f := p.lower(words.Start); (f == "that" || f == "those" || f == "the") && words.Len() > 2 && p.upos(words.Start+1) == "ADP" {
			words.Start += 2
			lead = lang.Range{Start: p.lo[before.subj[0]], End: before.subj[0] + 1}
		}
		head := p.top(words)
		if p.timeAt[head] >= 0 || p.typeAt(head) == lang.PER {
			continue
		}
		p.done[head] = true
		made = p.makeMatter(head, lead, words, p.ownersIn(words), no, rapporteur.Asserted) || made
	}
	return made
}

// notStatus is what a matter is of which only is said that it is not as another.
var notStatus = map[rapporteur.Status]rapporteur.Status{
	rapporteur.Agreed: rapporteur.Open, rapporteur.AgreedInPrinciple: rapporteur.Open,
	rapporteur.Open: rapporteur.Agreed, rapporteur.Contested: rapporteur.Agreed,
	rapporteur.Dropped: rapporteur.Retained, rapporteur.Retained: rapporteur.Dropped, rapporteur.Added: rapporteur.Dropped,
}

// bareDenial returns the end of "is not", "has not yet been" or "does not" at token k, behind which the
// sentence or its part ends; -1 for others.
func (p *pointMaker) bareDenial(k, end int) int {
	switch p.lemma(k) {
	case "be", "have", "do":
	default:
		return -1
	}
	if k+1 >= end || p.lower(k+1) != "not" && p.lower(k+1) != "n't" && p.lower(k+1) != "n’t" {
		return -1
	}
	n := k + 2
	for n < end && (p.lower(n) == "yet" || p.lower(n) == "been" || p.lower(n) == "so" || p.lower(n) == "far" || p.lower(n) == "either") {
		n++
	}
	if n < end && p.form(n) != "," && p.form(n) != ";" && p.upos(n) != "PUNCT" {
		return -1
	}
	return n
}

// clauseBefore returns the clause that ends before token k, in its sentence or the one before.
func (p *pointMaker) clauseBefore(k int) *clause {
	var best *clause
	for n := range p.clauses {
		c := &p.clauses[n]
		if c.head >= k {
			break
		}
		if p.sent[k]-p.sent[c.head] <= 1 && len(c.subj) > 0 && p.plainStatus(c) != "" {
			best = c
		}
	}
	return best
}

// plainStatus is the status that a clause says its subject has, "" for none.
func (p *pointMaker) plainStatus(c *clause) rapporteur.Status {
	l := &lex().points
	switch {
	case c == nil || c.neg || c.modal != "" || len(c.subj) == 0 || p.upos(c.subj[0]) == "PRON" || len(p.actorsAt(c.subj[0])) > 0:
		return ""
	case c.copula && l.Lists.Gone[p.lower(c.head)]:
		return rapporteur.Dropped
	case c.copula && p.isTextNoun(c.head) && (p.caseOf(c.head) == "in" || p.caseOf(c.head) == "inside"):
		return rapporteur.Retained
	case c.copula && p.lower(c.head) == "in":
		return rapporteur.Retained
	case c.copula:
		return rapporteur.Status(l.States[p.lower(c.head)])
	case c.passive && !l.Lists.Entrust[c.verb]:
		return rapporteur.Status(c.value(l.Status))
	}
	return ""
}
