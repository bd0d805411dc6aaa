package claim

import (
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/lang"
)

// endings are what is done to a text as a whole, or what becomes of it, which tells of none of its provisions.
var endings = words{
	"seal": true, "reach": true, "strike": true, "close": true, "conclude": true, "clinch": true, "near": true, "approach": true, "finalise": true, "finalize": true,
	"expire": true, "lapse": true, "come": true, "hammer": true, "thrash": true, "iron": true, "wrap": true, "edge": true, "inch": true, "move": true,
}

// lapsing are those of them that tell how long a text holds, where it is named.
var lapsing = words{"expire": true, "lapse": true}

// endsInDeal reports whether words say no more than how far the sides are from a deal, or that one lapses: "the
// crews are edging towards a settlement", "to lapse at dawn".
func (p *pointMaker) endsInDeal(words lang.Range) bool {
	ends := false
	for k := words.Start; k < words.End; k++ {
		if p.timeAt[k] >= 0 || p.telling(k, words) || p.typeAt(k) == lang.LOC && p.caseOf(k) == "in" {
			continue
		}
		switch p.upos(k) {
		case "VERB":
			if !endings[p.lemma(k)] || p.doc.Tokens[k].XPOS == "VBD" {
				return false
			}
			ends = true
		case "NOUN":
			if l := lex(); lapsing[p.lemma(p.top(words))] || !p.isTextNoun(k) && !l.meetings.Nouns[p.lemma(k)] && p.lemma(k) != "side" && p.lemma(k) != "round" && !l.actors.Groups[p.lemma(k)] && !l.actors.Persons[p.lemma(k)] {
				return false
			}
		case "NUM":
			if h := p.head(k); h < 0 || !words.Contains(h) || p.timeAt[k] < 0 && p.lemma(h) != "side" {
				return false
			}
		}
	}
	return ends
}

// withoutSubject cuts from the end of a nominal the subject of a clause that says what is done with it and stands
// outside: "dues | they never" paid.
func (p *pointMaker) withoutSubject(words lang.Range) lang.Range {
	end := words.End
	for end > words.Start+1 {
		h := p.head(end - 1)
		if h < words.End || p.rel(h) != "acl:relcl" || !words.Contains(p.head(h)) {
			break
		}
		if up := p.upos(end - 1); up != "ADV" && up != "PRON" && up != "AUX" && up != "PART" {
			break
		}
		end--
	}
	words.End = end
	return words
}

// asks are nouns for what somebody asks for or offers, of which no verb makes more than that.
var asks = words{"demand": true, "request": true, "call": true, "ask": true, "wish": true, "proposal": true, "bid": true, "agenda": true, "offer": true}

// onlyAsked reports whether what is told at token head is what a demand or an offer holds, or what something hangs on,
// and so nothing agreed: "its request was a raise", "the bonus hinges on longer shifts".
func (p *pointMaker) onlyAsked(head int) bool {
	for k, steps := head, 0; k >= 0 && steps < 5; k, steps = p.head(k), steps+1 {
		if c := p.clause(k); c != nil {
			if about := c.copula || c.passive && (c.verb == "relate" || c.verb == "tie" || c.verb == "understand") || aboutVerbs[c.verb]; about && slices.ContainsFunc(c.subj, func(x int) bool { return asks[p.lemma(x)] && p.child(x, "amod") != head }) {
				return true
			}
			if h := p.head(k); p.rel(k) == "acl:relcl" && h >= 0 && p.isTextNoun(h) && c.modal == "" {
				if g := p.governor(h); g != nil && !g.neg && !g.passive && slices.Contains(g.obj, h) && g.value(lex().positions.Verbs) == string(rapporteur.Proposes) && (p.child(h, "det") >= 0 && p.lower(p.child(h, "det")) == "a" || p.child(h, "nmod:poss") >= 0) {
					return true // "tabled a draft that contains …"
				}
			}
		}
		if f := p.lower(k); (k != head || p.upos(k) == "VERB") && (f == "subject" || f == "contingent" || f == "conditional" || f == "dependent" || strings.HasPrefix(f, "hing") || p.lemma(k) == "depend") && p.upos(k) != "NOUN" {
			return true
		}
	}
	return false
}

// aboutVerbs say what a demand or an offer is about.
var aboutVerbs = words{"include": true, "involve": true, "relate": true, "cover": true, "concern": true, "range": true, "comprise": true, "contain": true}
