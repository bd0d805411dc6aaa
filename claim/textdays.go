package claim

import (
	"slices"

	"rapporteur"
	"rapporteur/lang"
)

// textDay returns the day of a text of which a sentence tells: that on which it is told to have
// been signed, sent or brought out, or that it bears.
func (r *reading) textDay(text int, sent lang.Range) (when rapporteur.Interval) {
	if text >= 0 {
		for _, read := range []func(int) rapporteur.Interval{r.broughtOut, r.bears, r.handledOn} {
			if when = read(text); !when.IsZero() {
				return when
			}
		}
	}
	for k := sent.Start; k < sent.End; k++ { // "a version dated Friday", whatever it is a version of
		if r.lower(k) == "dated" && k+1 < sent.End {
			if when = r.exactAt(k + 1); !when.IsZero() {
				return when
			}
		}
	}
	return when
}

// exactAt returns the day that a time at token i, or right behind it, names, if it is over.
func (r *reading) exactAt(i int) (when rapporteur.Interval) {
	for k := i; k < min(i+2, len(r.timeAt)); k++ {
		if t := r.timeAt[k]; t >= 0 {
			if d := r.times[t].Interval; d.Exact() && !d.From.After(r.report.Published) {
				return d
			}
			return when
		}
	}
	return when
}

// made reports whether a predicate tells of what makes a day that of a text.
func (r *reading) made(c *clause) bool {
	l := &lex().texts
	return c != nil && !c.neg && c.modal == "" && (l.Issued[c.verb] || l.Hand[c.verb] || l.Published[c.verb] || l.Leaked[c.verb] || c.verb == "date" || c.verb == "sign" || c.verb == "initial" || c.verb == "adopt" || c.verb == "finalise" || c.verb == "finalize" || c.verb == "complete")
}

// broughtOut returns the day on which a text is told to have been brought out beside its name:
// "the new text, announced on Saturday", "an outline dated 29 April".
func (r *reading) broughtOut(text int) (when rapporteur.Interval) {
	for _, k := range r.children(text, "acl", "acl:relcl", "amod") {
		if c := r.clause(k); r.made(c) {
			if t := r.timeBelow(k); t != nil && t.Interval.Exact() && !t.Interval.From.After(r.report.Published) {
				return t.Interval
			}
		}
	}
	return when
}

// bears returns the day that stands in the name of a text: "a draft of August 13".
func (r *reading) bears(text int) (when rapporteur.Interval) {
	if text+1 < len(r.sent) && r.lower(text+1) == "of" {
		return r.exactAt(text + 2)
	}
	return when
}

// handledOn returns the day on which a text was signed, sent or brought out by the clause that
// tells of it: "the ten-point document was signed on Tuesday".
func (r *reading) handledOn(text int) (when rapporteur.Interval) {
	c := r.governor(text)
	if !r.made(c) || !slices.Contains(c.obj, text) && !(c.passive && slices.Contains(c.subj, text)) {
		return when
	}
	if d, _ := r.when(c.head); d.Exact() && !d.From.After(r.report.Published) {
		return d
	}
	return when
}
