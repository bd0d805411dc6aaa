package claim

import (
	"slices"

	"rapporteur"
	"rapporteur/lang"
)

// bareParts reads numbers of parts beside which no text stands: what striking some out
// leaves, what parts have become, parts that somebody counts as agreed or lays
// before the others.
func (r *reading) bareParts(sent lang.Range, used map[int]bool) {
	for i := sent.Start; i < sent.End; i++ {
		if used[i] {
			continue
		}
		x, ok := r.extentAt(i, sent)
		if !ok || !x.loose || x.unit == "document" || x.unit == "page" {
			continue
		}
		t := r.textClaim(r.textUnderOnly(x.part))
		c := r.governor(x.part)
		who, by := r.putForward(x)
		switch {
		case r.countedAs(x):
			t.Agreed = x.count
		case len(who) == 0 && (c == nil || c.neg):
			continue
		case r.left(x, c, sent, t, used), r.become(x, c, sent, t, used), r.outOf(x, c, sent, t, used):
		case r.givenAs(x, c):
			t.Name = r.lastCounted(x.num).Text.Name
			t.Size = rapporteur.Size{Count: x.count, Unit: x.unit}
		case r.allOfIt(x, sent):
			t = r.textClaim(r.textBefore(i))
			t.Size = rapporteur.Size{Count: x.count, Unit: x.unit}
		case len(who) > 0:
			t.Size = rapporteur.Size{Count: x.count, Unit: x.unit}
			t.Sponsors = mentions(r.actorsOrMeant(who))
		default:
			continue
		}
		used[i] = true
		told := rapporteur.Claim{Kind: rapporteur.KindText, Text: t, Modality: r.modality(x.part)}
		if by != nil {
			told.When, _ = r.when(by.head)
		}
		r.add(x.num, told)
	}
}

// left reads "three points were struck out, leaving thirteen".
func (r *reading) left(x extent, c *clause, sent lang.Range, t *rapporteur.TextClaim, used map[int]bool) bool {
	l := lex()
	out := l.points.Status[c.lemma] == "dropped" || l.points.Status[c.verb] == "dropped" || c.is(l.texts.Cut) || c.verb == "strike" || c.verb == "merge" || c.verb == "fold"
	if !out {
		return false
	}
	for k := x.part + 1; k+1 < sent.End; k++ {
		if r.lower(k) != "leaving" {
			continue
		}
		n, end := r.number(k + 1)
		if n == 0 || r.percent(end) || !r.ownUnit(end, x.unit, sent) && r.lower(end) != "in" {
			return false
		}
		used[k+1] = true
		t.Size, t.CutFrom = rapporteur.Size{Count: n, Unit: x.unit}, n+x.count
		return true
	}
	return false
}

// become reads "whose nine points had become seven".
func (r *reading) become(x extent, c *clause, sent lang.Range, t *rapporteur.TextClaim, used map[int]bool) bool {
	if c.verb != "become" || !slices.Contains(c.subj, x.part) {
		return false
	}
	for k := c.head + 1; k < min(c.head+4, sent.End); k++ {
		if n, end := r.number(k); n > 0 && n != x.count && r.timeAt[k] < 0 && r.ownUnit(end, x.unit, sent) {
			used[k] = true
			t.Size, t.CutFrom = rapporteur.Size{Count: n, Unit: x.unit}, x.count
			return true
		}
	}
	return false
}

// outOf reads "have closed nine chapters out of 33".
func (r *reading) outOf(x extent, c *clause, sent lang.Range, t *rapporteur.TextClaim, used map[int]bool) bool {
	k := x.part + 1
	if k+2 >= sent.End || r.lower(k) != "out" || r.lower(k+1) != "of" {
		return false
	}
	n, end := r.number(k + 2)
	if n <= x.count || !r.ownUnit(end, x.unit, sent) {
		return false
	}
	t.Size = rapporteur.Size{Count: n, Unit: x.unit}
	switch {
	case r.saysRemain(c.head):
		t.Open = x.count
	case r.saysDone(c.head) || c.verb == "wrap" || c.verb == "have":
		t.Agreed = x.count
	default:
		switch what, _ := r.saysBehind(end-1, sent); what {
		case done:
			t.Agreed = x.count
		case open:
			t.Open = x.count
		default:
			return false
		}
	}
	used[k+2] = true
	return true
}

// countedAs reports whether somebody counts parts as agreed: "lists six points as settled".
func (r *reading) countedAs(x extent) bool {
	if x.part+1 >= len(r.sent) || r.lower(x.part+1) != "as" {
		return false
	}
	for k := x.part + 2; k < x.part+4 && k < len(r.sent) && r.sent[k] == r.sent[x.part]; k++ {
		if l := lex(); l.texts.Done[r.lemma(k)] || l.points.States[r.lower(k)] == "agreed" {
			return true
		}
	}
	return false
}

// givenAs reports whether somebody gives the number of parts of a text whose parts were
// counted before: "Marrow, too, spoke of 12 points".
func (r *reading) givenAs(x extent, c *clause) bool {
	told := r.lastSize(x.num)
	return told != nil && told.Unit == x.unit && (c.verb == "speak" || c.verb == "talk") && slices.Contains(c.with("of"), x.part) && r.personal(c.subj)
}

// allOfIt reports whether parts are told to be all of a text: "the draft, all 14 articles of it".
func (r *reading) allOfIt(x extent, sent lang.Range) bool {
	return x.num > sent.Start && r.lower(x.num-1) == "all" && x.part+2 < sent.End && r.lower(x.part+1) == "of" && r.lower(x.part+2) == "it"
}

// putForward returns who lays so many points, demands or conditions before the others, and
// the predicate that tells it, nil for none: "came with 11 points", "put twelve points on the
// table", "answered with six points of its own", "the five conditions that Estrel laid down". Of whose
// points are only named so, no predicate tells it: "Brandt's 14 points".
func (r *reading) putForward(x extent) (who []int, by *clause) {
	l := &lex().texts
	if !l.Set[r.lemma(x.part)] || x.count < 3 || r.pending(x) {
		return nil, nil
	}
	up := []int{r.head(x.part)}
	up = append(up, r.children(x.part, "acl", "acl:relcl")...)
	for _, h := range up {
		c := r.clause(h)
		switch {
		case c == nil || c.neg:
			continue
		case slices.Contains(c.with("with"), x.part) && l.Answers[c.verb]:
			who = c.subj
		case !l.Lays[c.verb]:
			continue
		case c.passive && (slices.Contains(c.subj, x.part) || slices.Contains(c.obj, x.part)):
			who = c.agent
		case slices.Contains(c.obj, x.part):
			who = c.subj
		}
		if len(who) > 0 && r.personal(who) {
			return who, c
		}
	}
	if owner := r.children(x.part, "nmod:poss"); len(owner) > 0 && owner[0] < x.num && len(r.actorsOrMeant(owner)) > 0 { // "Brandt's 14 points were rejected"
		return owner, nil
	}
	return nil, nil
}
