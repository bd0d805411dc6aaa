package claim

import (
	"slices"

	"rapporteur"
)

// standing reads loose parts whose state is told: "two points remain", "nine
// articles have been agreed".
func (r *reading) standing(x extent) bool {
	c := r.governor(x.part)
	if c == nil || x.unit == "page" || x.unit == "document" {
		return false
	}
	subject := slices.Contains(c.subj, x.part)
	object := slices.Contains(c.obj, x.part)
	for _, o := range c.obl {
		object = object || o.head == x.part && o.prep == "on"
	}
	if !subject && !object || r.further(x) || subject && c.verb == "leave" && !c.passive { // "the 23 chapters leave out fish"
		return false
	}
	t := r.textClaim(r.textUnderOnly(x.part))
	t.Size.Unit = x.unit
	switch {
	case subject && r.saysRemain(c.head) && slices.ContainsFunc(c.with("in"), r.isStrongText):
		t.Size.Count = x.count // "18 points remain in the draft"
		t.Name = r.textName(c.with("in")[0])
	case subject && r.saysRemain(c.head):
		t.Open = x.count
	case object && (c.verb == "have" || lex().texts.Deem[c.verb]) && !c.neg && c.modal == "" && r.behindDone(x):
		t.Agreed = x.count
	case (subject && (c.passive || c.copula) || object && c.verb == "agree") && r.saysDone(c.head):
		t.Agreed = x.count
	default:
		return false
	}
	if all := r.child(x.part, "det"); all >= 0 && r.lower(all) == "all" {
		t.Size.Count = x.count
		if t.Agreed > 0 {
			t.Agreed -= r.excepted(x)
		}
	}
	for k := x.part + 1; k < min(x.part+6, r.sentence(x.part).End) && t.Size.Count == 0; k++ { // "three chapters remain open out of 19"
		if whole, _ := r.wholeAt(k, x.unit, r.sentence(x.part)); r.lower(k) == "out" && whole > x.count {
			t.Size.Count = whole
		}
	}
	r.add(x.num, rapporteur.Claim{Kind: rapporteur.KindText, Text: t, Modality: r.countsAs(c.head)})
	return true
}

// excepted returns how many parts are left out of all: "all 20 chapters are agreed except
// one", "except a paragraph on investment"; 0 for none.
func (r *reading) excepted(x extent) int {
	sent := r.sentence(x.part)
	for k := x.part + 1; k+1 < min(x.part+8, sent.End); k++ {
		switch r.lower(k) {
		case "except", "but", "bar", "save", "barring":
			if n, _ := r.number(k + 1); n > 0 && n < x.count {
				return n
			}
			if r.lower(k+1) == "a" || r.lower(k+1) == "the" || r.lower(k+1) == "for" {
				return 1
			}
		}
	}
	return 0
}

// further reports whether parts come to those told before: "two more articles were closed".
func (r *reading) further(x extent) bool {
	for k := x.num + 1; k < x.part; k++ {
		if lex().texts.Further[r.lower(k)] {
			return true
		}
	}
	return x.num > 0 && r.lower(x.num-1) == "another"
}

// behindDone reports whether parts are told to be done right behind them.
func (r *reading) behindDone(x extent) bool {
	what, _ := r.saysBehind(x.part, r.sentence(x.part))
	return what == done
}

// documents reads further documents: "handed over three further papers".
func (r *reading) documents(x extent) {
	l := &lex().texts
	c := r.governor(x.part)
	if c == nil || !x.loose {
		return
	}
	further := r.further(x)
	object := slices.Contains(c.obj, x.part) || c.passive && slices.Contains(c.subj, x.part) || l.Answers[c.verb] && slices.Contains(c.with("with"), x.part)
	signed := c.verb == "sign" || c.verb == "initial"
	laid := l.Answers[c.verb] || l.Issued[c.verb] || c.verb == "put" && slices.ContainsFunc(c.obl, func(o oblique) bool { return r.lemma(o.head) == "table" })
	if !object || !l.Hand[c.verb] && !signed && !laid || c.neg || !further && r.lemma(x.part) == "text" {
		return
	}
	t := &rapporteur.TextClaim{Size: rapporteur.Size{Count: x.count, Unit: x.unit}, Further: !signed, Name: r.lemma(x.part)}
	switch c.verb {
	case "receive", "get", "obtain":
	default:
		if c.passive {
			t.Sponsors = mentions(r.actorsAt(c.agent...))
		} else {
			t.Sponsors = mentions(r.actorsAt(c.subj...))
		}
	}
	when, _ := r.when(c.head)
	r.add(x.num, rapporteur.Claim{Kind: rapporteur.KindText, Text: t, When: when, Modality: r.countsAs(c.head)})
}

// joinTexts completes the claims of one report from each other, and drops
// repetitions that say no more on no other word.
func (r *reading) joinTexts() {
	for a := range r.claims {
		t := r.claims[a].Text
		if t == nil || t.CutFrom != 0 || t.Size.Count == 0 || r.claims[a].Background {
			continue
		}
		if !r.changed(r.claims[a]) {
			continue
		}
		// "was shortened to 22 points" after "originally consisting of 28 points"
		from := 0
		for b := range r.claims {
			u := r.claims[b].Text
			if u == nil || u.Size.Unit != t.Size.Unit || u.Size.Count == t.Size.Count || u.Size.Count == 0 {
				continue
			}
			if from != 0 && from != u.Size.Count {
				from = -1
			} else {
				from = u.Size.Count
			}
		}
		if from > t.Size.Count {
			t.CutFrom = from
		}
	}
	var kept []found
	for _, c := range r.claims {
		if c.Text != nil && slices.ContainsFunc(kept, func(k found) bool { return k.Text != nil && saysNoMore(c.Claim, k.Claim) }) {
			continue
		}
		kept = append(kept, c)
	}
	r.claims = kept
}

// changed reports whether a size was read from a verb of change.
func (r *reading) changed(c found) bool {
	g := r.governor(c.head)
	if g == nil {
		return false
	}
	for h := g.head; h >= 0; h = r.head(h) {
		if x := r.clause(h); x != nil && (x.is(lex().texts.Cut) || x.is(lex().texts.Grow)) {
			return r.prepBefore(c.head, r.sentence(c.head).Start) == "to"
		}
	}
	return false
}

// saysNoMore reports whether text claim a repeats what b said, on the same word.
func saysNoMore(a, b rapporteur.Claim) bool {
	x, y := a.Text, b.Text
	if x.Size != y.Size || x.Agreed != y.Agreed || x.Open != y.Open || x.AgreedShare != y.AgreedShare ||
		x.CutFrom != 0 && x.CutFrom != y.CutFrom || len(x.Authors) > 0 || len(x.NotAuthors) > 0 || x.Access != "" && x.Access != y.Access || x.Further != y.Further {
		return false
	}
	if len(a.Chain) != len(b.Chain) {
		return false
	}
	for i := range a.Chain {
		if a.Chain[i].Name != b.Chain[i].Name {
			return false
		}
	}
	return true
}
