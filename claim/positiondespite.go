package claim

import (
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/lang"
)

// despite reads the stand of those over whose word something is done: "pushed for a cap over the objections
// of the governors" (they reject the cap), "despite the offer of a pause from the airline" (it proposes a
// pause). It reports whether noun i names such a stand, which then is nobody else's.
func (r *reading) despite(i int) bool {
	l := lex().positions.Nominal
	if r.lemma(i) != "protest" && r.lemma(i) != "protestation" && l[r.lemma(i)] == "" || !overruling[r.caseOf(i)] && r.lower(r.lo[i]) != "despite" {
		return false
	}
	switch v := rapporteur.Stance(l[r.lemma(i)]); v {
	case rapporteur.Proposes:
		return r.offeredBy(i)
	case "", rapporteur.Rejects, rapporteur.Reserves:
		if slices.ContainsFunc(r.children(i, "nmod"), func(k int) bool { p := r.caseOf(k); return p == "to" || p == "on" || p == "about" || p == "over" }) {
			return false // "despite its opposition to the levy" tells the matter itself
		}
	default:
		return false
	}
	c := r.governor(i)
	owners := r.owners(i)
	if c == nil || len(owners) == 0 {
		return len(owners) > 0
	}
	for _, f := range r.claims {
		if q := f.Position; q != nil && f.head == c.head && (q.Stance == rapporteur.Demands || q.Stance == rapporteur.Accepts || q.Stance == rapporteur.Proposes) {
			owners = slices.DeleteFunc(owners, func(a actor) bool { return a.Name == q.Actor.Name })
			p := *q
			p.Stance, p.Deed = rapporteur.Rejects, false
			r.keepPositions(i, owners, rapporteur.Claim{Kind: rapporteur.KindPosition}, p)
			break
		}
	}
	return true
}

// overruling are the prepositions before a word that is not heeded.
var overruling = words{"despite": true, "over": true, "against": true, "notwithstanding": true, "in spite of": true, "in the face of": true}

// offeredBy reads "the offer of a pause from the airline", whose giver the tree may have hung on what is
// offered or on the verb before.
func (r *reading) offeredBy(i int) bool {
	if i+2 >= len(r.kids) || r.lower(i+1) != "of" || r.child(i, "nmod:poss") >= 0 {
		return false
	}
	for k := i + 3; k < min(i+12, r.sentence(i).End-1) && r.upos(k) != "VERB" && r.upos(k) != "PUNCT"; k++ {
		if r.lower(k) != "from" && r.lower(k) != "by" {
			continue
		}
		h := r.phraseHead(k+1, min(k+8, r.sentence(i).End))
		if h < 0 {
			return false
		}
		who := r.sides(r.actorsOrMeant([]int{h}))
		if len(who) == 0 {
			return true // of whoever that is
		}
		matter := lang.Range{Start: i + 2, End: k}
		s := stand{stance: rapporteur.Proposes, actors: who}
		issue := Other
		if all := r.known(matter); len(all) > 0 && r.agendaKnows(all[0]) {
			issue = all[0]
		}
		summary, _ := r.summary(matter)
		r.keepPositions(i, who, rapporteur.Claim{Kind: rapporteur.KindPosition}, rapporteur.PositionClaim{Stance: s.stance, On: "point", Issue: issue, Summary: balanced(summary)})
		return true
	}
	return false
}

// unheeded returns where, from a token on, words tell against whose word something is done, or end:
// "a later date | over the objections of …".
func (r *reading) unheeded(from, end int) int {
	for k := from; k < end; k++ {
		switch r.lower(k) {
		case "despite", "notwithstanding":
			return k
		case "over", "against":
			for h := k + 1; h < min(k+4, r.sentence(k).End); h++ {
				if l := r.lemma(h); l == "protest" || l == "objection" || l == "opposition" || l == "resistance" || l == "misgiving" {
					return k
				}
			}
		case "and", "but":
			if r.tellsAnew(k + 1) {
				return k
			}
		}
	}
	return end
}

// tellsAnew reports whether at token k begins what another one said: "needed to speed up planning and |
// Chancellor Holt said …".
func (r *reading) tellsAnew(k int) bool {
	if k >= len(r.kids) || r.upos(k) == "VERB" || r.upos(k) == "AUX" {
		return false
	}
	for j := k; j < min(k+9, r.sentence(k).End); j++ {
		switch r.upos(j) {
		case "VERB":
			return r.cue[j] && r.doc.Tokens[j].XPOS != "VBG" && r.doc.Tokens[j].XPOS != "VB" && (r.upos(j-1) == "PROPN" || r.upos(j-1) == "PRON" || r.child(j, "nsubj") == j-1)
		case "AUX", "PUNCT", "SCONJ":
			return false
		}
	}
	return false
}

// behindFirst puts what stands behind an active predicate before what stands in front of it, and leaves out
// what is told between its subject and itself: "the secretary, clutching a copy of the paper, called for …".
func (r *reading) behindFirst(c *clause, targets []int) []int {
	if c == nil || c.passive || c.copula || r.rel(c.head) == "acl:relcl" || base(r.rel(c.head)) == "acl" {
		return targets
	}
	out := slices.DeleteFunc(slices.Clone(targets), func(t int) bool {
		return len(c.subj) > 0 && c.subj[0] < t && t < c.head && r.upos(t) != "PRON" && r.sent[t] == r.sent[c.head] && !slices.Contains(c.subj, t)
	})
	if len(out) == 0 && len(targets) > 0 && c.head+1 >= r.own(c.head).End {
		return targets
	}
	slices.SortStableFunc(out, func(a, b int) int { return r.circumstantial(c, a) - r.circumstantial(c, b) })
	return out
}

// circumstantial is 1 for a phrase in front of predicate c that only says where, when or on what something was done.
func (r *reading) circumstantial(c *clause, t int) int {
	return flag(t >= 0 && t < c.head && slices.ContainsFunc(c.obl, func(o oblique) bool { return o.head == t }))
}

// onHimself reports whether the words for a matter are no more than the name of who takes a stand on it.
func onHimself(summary, name string) bool {
	s, n := strings.ToLower(summary), strings.ToLower(name)
	if own, ok := strings.CutPrefix(strings.ReplaceAll(s, "’", "'"), n+"'s "); ok && lex().positions.Nominal[own] != "" {
		return true // "Norvana's offer" as what Norvana offers
	}
	return s == n || strings.HasSuffix(s, " "+n) && len(strings.Fields(s))-len(strings.Fields(n)) < 2
}

// namedApart reports whether the words for a matter name as another the one for whom the pronoun that takes the stand at
// token i was taken: "they want a slice of the bank's profits", said of the bank.
func (r *reading) namedApart(i int, summary, name string) bool {
	return r.pronominal(i) && strings.Contains(strings.ToLower(strings.ReplaceAll(summary, "’", "'")), strings.ToLower(name)+"'s ")
}

// insertion reports whether what hangs on a noun is thrown in between dashes: "the offer — drafted by his
// own officials — to cut …".
func (r *reading) insertion(k int) bool {
	dash := func(i int) bool { return i >= 0 && (r.form(i) == "—" || r.form(i) == "–" || r.form(i) == "--") }
	return dash(r.lo[k]) || dash(r.lo[k]-1)
}
