package claim

import (
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/lang"
)

// tenders are the papers and words that are worth something to whom they are made.
var tenders = words{"offer": true, "bid": true, "proposal": true, "package": true, "tender": true, "counteroffer": true, "counterproposal": true, "counterbid": true}

// worths makes points of what an offer is told to be worth, and of how much still lies between two of
// them: "their tender puts a value of …", "a bid of 7 crowns per ton", "a gulf of 3 percent between offer and demand".
func (p *pointMaker) worths() {
	for i := range p.kids {
		if p.doc.Sentences[p.sent[i]].Heading || !p.sumAt(i) {
			continue
		}
		at, offer := p.worthWord(i)
		if at < 0 {
			continue
		}
		words := lang.Range{Start: at, End: p.sumEnd(i)}
		if offer >= 0 && at-offer <= 3 && at > offer && !p.marked(offer, at) {
			words.Start = p.nounPhrase(offer).Start
		}
		if g := p.governor(at); g != nil && (g.neg || p.conditional(g)) || p.toldSum(i) {
			continue
		}
		status, by := rapporteur.Proposed, []rapporteur.Mention(nil)
		if offer < 0 {
			status = rapporteur.Open
		} else {
			by = mentions(p.sides(p.offerers(offer)))
			switch {
			case p.turnedDown(offer):
				status = rapporteur.Rejected
			case p.balkedAt(offer):
				status = rapporteur.Contested
			}
		}
		n := len(p.claims)
		p.text = -1
		if !p.makePoint(at, words, by, status, rapporteur.Asserted) || len(p.claims) == n {
			continue
		}
		f := &p.claims[n]
		f.Point.Status, f.laid, f.measure = status, false, true
	}
}

// offerers returns whose an offer is: "the shipyard's tender", "a bid by the shipyard".
func (p *pointMaker) offerers(offer int) []actor {
	for _, k := range p.kids[offer] {
		switch p.caseOf(k) {
		case "from", "by":
			if a := p.actorsAt(k); len(a) > 0 {
				return a
			}
		}
		if p.rel(k) == "nmod:poss" {
			return p.actorsOrMeant([]int{k})
		}
	}
	return nil
}

// sumAt reports whether a sum of money or a share begins at token i: "7 crowns", "£30", "2 percent".
func (p *pointMaker) sumAt(i int) bool {
	if p.timeAt[i] >= 0 {
		return false
	}
	if p.upos(i) == "SYM" || coins[p.form(i)] {
		return coins[p.form(i)] && i+1 < len(p.kids) && p.upos(i+1) == "NUM"
	}
	if p.upos(i) != "NUM" || i > 0 && (p.upos(i-1) == "SYM" || coins[p.form(i-1)] || p.upos(i-1) == "NUM") {
		return false
	}
	for k := i + 1; k < min(i+3, p.sentence(i).End); k++ {
		if p.upos(k) != "NUM" {
			return sumUnits[p.lower(k)] || coins[p.form(k)]
		}
	}
	return false
}

// coins are the signs of currencies.
var coins = words{"$": true, "€": true, "£": true, "¥": true, "₹": true, "US$": true}

// sumUnits are the words of sums and shares.
var sumUnits = words{"%": true, "percent": true, "per": true, "cent": true, "cents": true, "pence": true, "p": true, "dollars": true, "euros": true, "pounds": true, "euro": true, "francs": true, "crowns": true, "kronor": true, "yen": true, "rupees": true, "pesos": true}

// sumEnd returns where the words of a sum end: behind "7 crowns per ton", before what else is told.
func (p *pointMaker) sumEnd(i int) int {
	end := p.sentence(i).End
	for k := i + 1; k < end; k++ {
		switch f := p.lower(k); {
		case f == "," && p.upos(k+1) == "NUM":
		case p.upos(k) == "ADP" && f != "over" && f != "for" && k+1 < end && p.timeAt[k+1] >= 0:
			return k // "a bid of 7 crowns | in March"
		case p.upos(k) == "PUNCT" && f != "-", p.upos(k) == "VERB" || p.upos(k) == "AUX" || p.upos(k) == "SCONJ" || p.upos(k) == "CCONJ", f == "with", f == "between", f == "which", f == "that", f == "apart", f == "to" && p.upos(k) == "PART":
			return k
		}
	}
	return end
}

// worthWord returns where the words begin that say that the sum at token i is what an offer is worth, and the
// offer; or that it lies between two, with -1 for the offer. The first is -1 where they say neither.
func (p *pointMaker) worthWord(i int) (at, offer int) {
	k := i - 1
	for start := p.sentence(i).Start; k > start; k-- { // "worth well over 7 crowns", "represents a mere 2 percent"
		if u := p.upos(k); u != "DET" && u != "ADV" && u != "ADJ" && p.lower(k) != "than" || p.lower(k) == "worth" {
			break
		}
	}
	if k < p.sentence(i).Start {
		return -1, -1
	}
	switch p.lower(k) {
	case "worth":
		return p.ofOffer(k, k)
	case "of":
		h := k - 1
		switch lemma := p.lemma(h); {
		case h < p.sentence(i).Start || p.upos(h) != "NOUN":
		case tenders[lemma] || p.counterOffer(h):
			return h, h
		case lemma == "gap" || lemma == "gulf" || lemma == "difference" || lemma == "distance":
			for n := p.sumEnd(i); n < p.sentence(i).End; n++ {
				if tenders[p.lemma(n)] || p.counterOffer(n) || p.lemma(n) == "offer" || p.lemma(n) == "side" || p.lemma(n) == "demand" {
					return h, -1
				}
			}
		}
	case "to", "at":
		for v := k - 1; v > max(k-8, p.sentence(i).Start); v-- {
			if l := p.lemma(v); (p.upos(v) == "VERB" || v == k-1) && (p.lower(k) == "to" && (l == "amount" || l == "equate" || l == "come" || l == "add") && v >= k-2 || p.lower(k) == "at" && l == "value") {
				return p.ofOffer(v, v)
			}
		}
	default:
		if l := p.lemma(k); l == "represent" || l == "total" && p.upos(k) == "VERB" {
			return p.ofOffer(k, k)
		}
	}
	return -1, -1
}

// ofOffer returns the token at where an offer is what a predicate or an apposition there is told of, and the offer.
func (p *pointMaker) ofOffer(k, at int) (int, int) {
	start := p.sentence(k).Start
	bidding := func(h int) bool { return p.upos(h) == "NOUN" && (tenders[p.lemma(h)] || p.counterOffer(h)) }
	for h := k - 1; h >= start; h-- {
		if bidding(h) && (p.rel(h) != "compound" || h == k-1) {
			return at, h
		}
		if w := p.lower(h); w == "it" && h >= k-3 { // "the tender is low: it amounts to 7 crowns"
			for m := h - 1; m >= start; m-- {
				if bidding(m) {
					return at, m
				}
			}
			return -1, -1
		}
		if u := p.upos(h); u == "VERB" || u == "CCONJ" && h < k-1 || (u == "NOUN" || u == "PROPN") && p.form(k-1) != "," && !slices.Contains(p.kids[h], k) && p.caseOf(h) == "" && p.rel(h) != "compound" && p.timeAt[h] < 0 {
			return -1, -1
		}
	}
	return -1, -1
}

// toldSum reports whether a point of the sentence tells the sum at token i already.
func (p *pointMaker) toldSum(i int) bool {
	n := i
	if p.upos(n) != "NUM" {
		n++
	}
	return slices.ContainsFunc(p.claims, func(f found) bool {
		return f.Point != nil && p.sent[f.head] == p.sent[i] && strings.Contains(f.Point.Summary, p.form(n))
	})
}

// marked reports whether a comma, dash or the like stands between two tokens.
func (p *pointMaker) marked(from, to int) bool {
	for k := from; k < to; k++ {
		if p.upos(k) == "PUNCT" {
			return true
		}
	}
	return false
}
