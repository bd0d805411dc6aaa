package claim

import (
	"rapporteur"
	"rapporteur/lang"
	"rapporteur/timex"
)

// deadlines reads dates that somebody sets for something.
func (r *reading) deadlines() {
	for _, s := range r.doc.Sentences {
		if s.Heading {
			continue
		}
		for i := s.Start; i < s.End; i++ {
			switch r.lemma(i) {
			case "deadline", "ultimatum", "cutoff":
				if r.upos(i) == "NOUN" || r.upos(i) == "PROPN" {
					r.deadline(i)
				}
			case "give":
				if c := r.clause(i); c != nil && r.upos(i) == "VERB" {
					r.given(c)
				}
			}
		}
	}
}

func (r *reading) deadline(i int) {
	if r.rel(i) == "compound" && r.head(i) > i && r.head(i) == i+1 && r.upos(i+1) == "NOUN" {
		return // "deadline day"
	}
	d := &rapporteur.DeadlineClaim{State: "set"}
	np := r.nounPhrase(i)
	var when *timex.Time
	if when = r.timeIn(lang.Range{Start: np.Start, End: np.End}); when == nil {
		when = r.timeBelow(i)
	}
	c := r.governor(i)
	m := rapporteur.Asserted
	if c != nil {
		m = r.modality(c.head)
	}
	for _, k := range r.kids[i] {
		switch base(r.rel(k)) {
		case "nmod":
			if r.rel(k) == "nmod:poss" {
				if a := r.actorsAt(k); len(a) > 0 && a[0].Kind != rapporteur.Group {
					d.SetBy = a[0].Mention
				}
				continue
			}
			if r.caseOf(k) == "for" && r.timeAt[k] < 0 {
				if a := r.actorsAt(k); len(a) > 0 {
					d.For = mentions(a)
				} else if d.What == "" {
					d.What, _ = r.summary(r.own(k))
				}
			}
			if r.caseOf(k) == "of" && r.timeAt[k] >= 0 && when == nil {
				when = &r.times[r.timeAt[k]]
			}
		case "acl":
			x := r.clause(k)
			if x == nil {
				continue
			}
			if x.mark == "to" {
				d.What, _ = r.summary(r.own(k))
			}
			if x.verb == "set" || x.verb == "impose" || x.verb == "agree" || x.verb == "announce" {
				if a := r.actorsAt(append(append([]int(nil), x.agent...), x.subj...)...); len(a) > 0 {
					d.SetBy = a[0].Mention
				}
			}
		case "compound":
			if a, ok := r.actorAt(k); ok && a.Kind != rapporteur.Group && d.SetBy.Name == "" && r.upos(k) == "PROPN" && r.timeAt[k] < 0 {
				d.SetBy = a.Mention
			}
		}
	}
	if c != nil && !r.cue[c.head] {
		object := false
		for _, o := range c.obj {
			object = object || o == i
		}
		subject := false
		for _, s := range c.subj {
			subject = subject || s == i
		}
		passed := c.passive && subject
		switch c.verb {
		case "set", "impose", "announce", "establish", "issue", "give":
			if object || passed {
				d.State = "set"
				who := c.subj
				if passed {
					who = c.agent
				}
				if a := r.actorsAt(who...); len(a) > 0 {
					d.SetBy = a[0].Mention
				}
				if a := r.actorsAt(c.iobj...); len(a) > 0 {
					d.For = mentions(a)
				}
			}
		case "extend", "postpone", "delay", "move", "push", "shift":
			if object || passed {
				d.State = "extended"
				who := c.subj
				if passed {
					who = c.agent
				}
				if a := r.actorsAt(who...); len(a) > 0 {
					d.SetBy = a[0].Mention
				}
				// "extended to 30 April", "from 1 March to …": the new day
				for t := range r.times {
					x := &r.times[t]
					if r.sent[x.Start] == r.sent[i] && !x.Interval.IsZero() && r.prepBefore(x.Start, r.sentence(i).Start) != "from" && (r.prepBefore(x.Start, r.sentence(i).Start) == "to" || r.prepBefore(x.Start, r.sentence(i).Start) == "until") {
						when = x
					}
				}
			}
		case "miss", "pass", "lapse", "expire", "blow":
			if object || subject {
				d.State = "missed"
				if c.neg {
					d.State = "met"
				}
			}
		case "meet", "beat", "make":
			if object {
				d.State = "met"
				if c.neg || c.verb == "make" {
					d.State = "missed"
				}
				if c.modal != "" || c.mark == "to" {
					d.State = "set"
				}
			}
		case "deny", "reject":
			if object {
				d.State = "denied"
				m = rapporteur.Denied
			}
		case "run":
			if r.caseOf(i) == "past" || r.caseOf(i) == "beyond" {
				d.State = "missed"
			}
		}
		if det := r.child(i, "det"); det >= 0 && r.lower(det) == "no" || c.verb == "be" && c.neg && subject {
			d.State, m = "denied", rapporteur.Denied
		}
		if r.caseOf(i) == "past" || r.caseOf(i) == "beyond" {
			d.State = "missed"
		}
		if when == nil && (object || subject || c.head == i) {
			when = r.timeBelow(c.head)
		}
	}
	if when == nil && d.State != "denied" {
		return
	}
	claim := rapporteur.Claim{Kind: rapporteur.KindDeadline, Deadline: d, Modality: m}
	if when != nil {
		claim.When = when.Interval
	}
	switch m {
	case rapporteur.Conditional, rapporteur.Planned:
		if d.State == "met" || d.State == "missed" {
			return
		}
		if d.State == "set" && m == rapporteur.Planned {
			claim.Modality = rapporteur.Asserted
		}
	case rapporteur.Denied:
		if d.State != "denied" {
			claim.Modality = rapporteur.Asserted
		}
	}
	r.add(i, claim)
}

// given reads "gave both sides until 30 April".
func (r *reading) given(c *clause) {
	if c.neg {
		return
	}
	for t := range r.times {
		x := &r.times[t]
		if x.Interval.IsZero() || r.sent[x.Start] != r.sent[c.head] || x.Start < c.head || x.Start > c.head+10 {
			continue
		}
		p := r.prepBefore(x.Start, r.sentence(c.head).Start)
		first := r.lower(x.Start)
		if p != "until" && p != "till" && first != "until" && first != "till" {
			continue
		}
		d := &rapporteur.DeadlineClaim{State: "set"}
		who, to := c.subj, append(append([]int(nil), c.iobj...), c.obj...)
		if c.passive {
			who, to = c.agent, c.subj
		}
		if a := r.actorsAt(who...); len(a) > 0 {
			d.SetBy = a[0].Mention
		}
		d.For = mentions(r.actorsAt(to...))
		for _, k := range r.kids[c.head] {
			if x := r.clause(k); x != nil && x.mark == "to" {
				d.What, _ = r.summary(r.own(k))
			}
		}
		r.add(c.head, rapporteur.Claim{Kind: rapporteur.KindDeadline, Deadline: d, When: x.Interval, Modality: r.modality(c.head)})
		return
	}
}
