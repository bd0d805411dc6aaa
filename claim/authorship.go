package claim

import (
	"slices"

	"rapporteur"
	"rapporteur/lang"
)

// authorship reads who wrote a text, who had no part in it, and who has seen it.
func (r *reading) authorship() {
	l := &lex().texts
	for n := range r.clauses {
		c := &r.clauses[n]
		if r.doc.Sentences[r.sent[c.head]].Heading {
			continue
		}
		if c.is(l.Leaked) || c.is(l.Published) || l.Seen[c.verb] {
			r.access(c)
		}
		text := -1
		var authors []actor
		if r.cue[c.head] && c.verb != "draft" && c.verb != "develop" && !(c.passive && len(c.agent) > 0 && l.Write[c.verb]) {
			continue
		}
		switch {
		case l.Write[c.verb]:
			text = r.written(c)
			if text < 0 || r.unwritten(c, text) {
				continue
			}
			if c.passive {
				authors = r.actorsAt(c.agent...)
				if len(authors) == 0 && r.governedByTakingPart(c) {
					continue // told where the taking part is
				}
			} else {
				authors = r.actorsAt(c.subj...)
			}
			authors = append(authors, r.helpers(c)...)
		case c.verb == "consult" && c.passive: // "was not consulted on the draft"
			for _, h := range c.with("on", "about", "over") {
				if t := r.textUnder(h); t >= 0 && r.isStrongText(t) {
					text, authors = t, r.actorsAt(c.subj...)
				}
			}
		case l.TakePart[c.verb]:
			text, authors = r.partTaken(c)
		}
		if text < 0 || len(authors) == 0 {
			continue
		}
		if c.modal == "must" || c.modal == "should" || c.modal == "can" || c.modal == "would" || c.modal == "may" || c.modal == "might" || c.modal == "could" || c.modal == "will" {
			continue
		}
		t := r.textClaim(text)
		if x, ok := r.sizeOf(text); ok {
			t.Size = rapporteur.Size{Count: x.count, Unit: x.unit}
		}
		claim := rapporteur.Claim{Kind: rapporteur.KindText, Text: t, Modality: rapporteur.Asserted}
		if r.negated(c) {
			t.NotAuthors = mentions(distinct(authors))
			claim.Modality = rapporteur.Denied
		} else {
			t.Authors = mentions(distinct(authors))
			if m := r.modality(c.head); m == rapporteur.Hedged {
				claim.Modality = m
			}
		}
		r.add(c.head, claim)
	}
}

// unwritten reports whether a verb of writing tells of no text that is there: a
// deal that is worked out, plans to do something, what somebody was asked to
// write or tries to.
func (r *reading) unwritten(c *clause, text int) bool {
	l := &lex().texts
	if l.Joint[r.lemma(text)] && l.Making[c.verb] && !c.passive && r.child(text, "amod", "nummod") < 0 {
		return true
	}
	if r.lower(text) == "plans" {
		if text+1 < len(r.kids) && r.lower(text+1) == "to" {
			return true // "drew up plans to raise them"
		}
		if k := r.child(text, "compound"); k >= 0 && (r.lemma(k) == "contingency" || r.lemma(k) == "emergency") {
			return true
		}
	}
	if c.mark == "to" && base(r.rel(c.head)) == "xcomp" {
		switch up := r.clause(r.head(c.head)); {
		case up == nil:
		case up.verb == "start" || up.verb == "begin" || up.verb == "continue" || up.verb == "help" || up.verb == "finish":
		default:
			return true
		}
	}
	return false
}

func (r *reading) negated(c *clause) bool {
	if c.neg {
		return true
	}
	for _, o := range c.obj { // "had no part in"
		if d := r.child(o, "det"); d >= 0 && r.lower(d) == "no" {
			return true
		}
	}
	return false
}

// written returns the text that a verb of writing has as its object.
func (r *reading) written(c *clause) int {
	heads := c.obj
	if c.passive {
		heads = c.subj
	}
	for _, h := range heads {
		if r.upos(h) == "PRON" && (r.lower(h) == "it" || r.lower(h) == "which" || r.lower(h) == "that") {
			if t := r.textBefore(h); t >= 0 && r.isStrongText(t) {
				return t
			}
		}
		if t := r.textUnder(h); t >= 0 && (r.isStrongText(t) || r.isStrongText(h)) {
			return t
		}
		if lex().texts.Lists[r.lemma(h)] {
			for _, k := range r.kids[h] {
				if r.caseOf(k) == "of" && lex().texts.Parts[r.lemma(k)] != "" {
					return h
				}
			}
		}
	}
	if c.verb == "work" {
		for _, h := range c.with("on") {
			if t := r.textUnder(h); t >= 0 && r.isStrongText(t) {
				return t
			}
		}
	}
	return -1
}

// helpers returns those with whom or with whose help a text was written.
func (r *reading) helpers(c *clause) []actor {
	var out []actor
	for _, o := range c.obl {
		switch o.prep {
		case "with", "together with", "alongside":
			out = append(out, r.actorsAt(o.head)...)
		}
		switch r.lemma(o.head) {
		case "consultation", "coordination", "cooperation", "collaboration", "help", "assistance", "input", "participation", "support":
			for _, k := range r.kids[o.head] {
				if base(r.rel(k)) == "nmod" {
					out = append(out, r.actorsAt(k)...)
					out = append(out, r.rowAfter(k)...)
				}
			}
		}
	}
	return out
}

// partTaken reads "took part in drafting the plan", "was involved in developing
// the plan", "the work on the plan involved A and B", "had no part in drafting it".
func (r *reading) partTaken(c *clause) (int, []actor) {
	l := &lex().texts
	find := func(h int) int {
		// below the predicate: a verb or noun of writing with a text
		if x := r.clause(h); x != nil && l.Write[x.verb] {
			if t := r.written(x); t >= 0 {
				return t
			}
		}
		if l.Writing[r.lemma(h)] {
			for _, k := range r.kids[h] {
				if base(r.rel(k)) == "nmod" || r.rel(k) == "compound" {
					if t := r.textUnder(k); t >= 0 && r.isStrongText(t) {
						return t
					}
					if r.upos(k) == "PRON" {
						if t := r.textBefore(k); t >= 0 {
							return t
						}
					}
				}
			}
		}
		return -1
	}
	if c.verb == "involve" && len(c.obj) > 0 && base(r.rel(c.head)) == "acl" {
		// "the work on the plan involved A and B", where the tree has "a plan involving"
		if t := r.head(c.head); t >= 0 && r.isStrongText(t) && base(r.rel(t)) == "nmod" && r.head(t) >= 0 && l.Writing[r.lemma(r.head(t))] {
			return t, r.actorsAt(c.obj...)
		}
	}
	if c.verb == "involve" && !c.passive {
		for _, s := range c.subj {
			if t := find(s); t >= 0 {
				return t, r.actorsAt(c.obj...)
			}
		}
		return -1, nil
	}
	var below []int
	for _, o := range c.obl {
		below = append(below, o.head)
	}
	for _, k := range r.kids[c.head] {
		if base(r.rel(k)) == "advcl" || base(r.rel(k)) == "xcomp" || base(r.rel(k)) == "ccomp" {
			below = append(below, k)
		}
	}
	for _, o := range c.obj { // "had no part in drafting it", "played a role in the drafting"
		if r.lemma(o) != "part" && r.lemma(o) != "role" && r.lemma(o) != "hand" && r.lemma(o) != "say" {
			continue
		}
		below = append(below, r.kids[o]...)
	}
	if c.verb == "have" && len(c.obj) > 0 && !slices.ContainsFunc(c.obj, func(o int) bool {
		return r.lemma(o) == "part" || r.lemma(o) == "role" || r.lemma(o) == "hand" || r.lemma(o) == "say"
	}) {
		return -1, nil
	}
	for _, b := range below {
		if t := find(b); t >= 0 {
			return t, r.actorsAt(c.subj...)
		}
	}
	return -1, nil
}

func (r *reading) governedByTakingPart(c *clause) bool {
	for h := r.head(c.head); h >= 0; h = r.head(h) {
		if x := r.clause(h); x != nil {
			return lex().texts.TakePart[x.verb]
		}
	}
	return false
}

// sizeOf returns the attributive size of a text: "the 28-point plan".
func (r *reading) sizeOf(text int) (extent, bool) {
	sent := r.sentence(text)
	for i := max(sent.Start, text-9); i < text; i++ {
		if x, ok := r.extentAt(i, sent); ok && !x.loose && x.text == text && x.unit != "document" {
			return x, true
		}
	}
	return extent{}, false
}

// access reads that a text was leaked, published or seen.
func (r *reading) access(c *clause) {
	if c.mark == "to" || c.mark == "before" || c.mark == "until" {
		return // "is yet to publish it", "before it was published"
	}
	l := &lex().texts
	heads := c.obj
	if c.passive || c.verb == "leak" && len(c.obj) == 0 {
		heads = c.subj
	}
	for _, h := range heads {
		t := r.textUnder(h)
		if t < 0 || !r.isStrongText(t) && r.lemma(h) != "copy" || c.neg || r.isIntention(t) {
			continue
		}
		x := r.textClaim(t)
		if e, ok := r.sizeOf(t); ok {
			x.Size = rapporteur.Size{Count: e.count, Unit: e.unit}
		} else if r.doc.Tokens[t].XPOS == "NNS" {
			continue // leaked documents, unveiled plans
		}
		switch {
		case c.is(l.Leaked):
			x.Access = "leaked"
		case l.Seen[c.verb]:
			if len(c.agent) == 0 && (c.passive || !r.outlets(c.subj)) {
				continue
			}
			x.Access = "leaked"
		case c.is(l.Published):
			x.Access = "published"
		}
		m := r.modality(c.head)
		if m == rapporteur.Planned || m == rapporteur.Conditional {
			continue
		}
		when, _ := r.when(c.head)
		r.add(c.head, rapporteur.Claim{Kind: rapporteur.KindText, Text: x, Modality: m, When: when})
		return
	}
}

// isIntention reports whether a text noun is what somebody means to do: "plans to
// impose levies".
func (r *reading) isIntention(t int) bool {
	return slices.ContainsFunc(r.children(t, "acl"), func(k int) bool {
		m := r.child(k, "mark")
		return m >= 0 && r.lower(m) == "to"
	})
}

func (r *reading) outlets(heads []int) bool {
	for _, h := range heads {
		if r.typeAt(h) == lang.ORG {
			return true
		}
	}
	return false
}
