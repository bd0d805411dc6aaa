package claim

import (
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/lang"
)

// positionWords tells what a stance is about, so that it reads well behind the
// stance: "rejects: the draft", "demands: the release of all prisoners". Conditions
// and what must be done need their clause.
func (r *reading) positionWords(c *clause, s stand, words lang.Range) string {
	if t := r.figure(c, s); t >= 0 { // "could live with 15": the figure alone says nothing
		if w := r.clauseWords(c, s, words); strings.Contains(" "+w+" ", " "+r.form(t)+" ") {
			return w
		}
	}
	if s.stance == rapporteur.Demands {
		if w := r.calledOn(c); w != "" {
			return w
		}
	}
	if !s.whole && s.stance != rapporteur.Conditions {
		if w := r.matterWords(c, s); w != "" && (strings.Contains(w, " ") || len(s.targets) == 0 || r.clause(s.targets[0]) == nil) {
			return w
		}
		if len(s.targets) == 0 {
			return ""
		}
	}
	return r.clauseWords(c, s, words)
}

// figure returns the target of a stance where it is a bare number, -1 where it is not.
func (r *reading) figure(c *clause, s stand) int {
	if s.whole || len(s.targets) == 0 || s.targets[0] < 0 || r.upos(s.targets[0]) != "NUM" || r.sent[s.targets[0]] != r.sent[c.head] {
		return -1
	}
	return s.targets[0]
}

// clauseWords is the short clause that tells a position: the act with its
// object, without the telling around it.
func (r *reading) clauseWords(c *clause, s stand, words lang.Range) string {
	from := words.Start
	end := min(words.End, r.listEnd(c.head))
	for _, k := range r.kids[c.head] { // loose additions
		if k < c.head || r.lo[k] <= c.head+1 {
			continue
		}
		switch base(r.rel(k)) {
		case "parataxis":
			end = min(end, r.lo[k])
		case "advcl":
			switch m := r.child(k, "mark"); {
			case m >= 0 && (r.lower(m) == "if" || r.lower(m) == "unless" || r.lower(m) == "provided" || r.lower(m) == "until" || r.lower(m) == "once" || r.lower(m) == "to" || r.lower(m) == "before"):
			case r.form(r.lo[k]-1) == "," || m >= 0 && (r.lower(m) == "as" || r.lower(m) == "while" || r.lower(m) == "because" || r.lower(m) == "after" || r.lower(m) == "since"):
				end = min(end, r.lo[k])
			}
		}
	}
	for k := c.head + 2; k < end; k++ { // ", which …", ", saying …"
		if r.form(k-1) != "," && r.form(k-1) != "—" && r.form(k-1) != "–" {
			continue
		}
		switch f := r.lower(k); {
		case f == "which" || f == "who" || f == "where" || f == "while" || f == "as" || f == "though" || f == "although" || f == "but" || f == "because" || f == "said" || f == "says",
			r.doc.Tokens[k].XPOS == "VBG" && r.rel(k) != "amod" && r.doc.Tokens[c.head].XPOS != "VBG":
			end = k - 1
		}
	}
	for k := c.head + 2; k < end; k++ { // ", Marrow told reporters"
		if r.form(k-1) == "," && r.cue[k] && r.inner[k] != r.inner[c.head] {
			end = k - 1
		}
	}
	end = r.unheeded(c.head+1, end)
	if end <= c.head {
		end = min(words.End, c.head+1)
	}
	if end-from > 45 {
		for k := from + 45; k > c.head+4; k-- {
			if r.form(k) == "," {
				end = k
				break
			}
		}
	}
	summary, _ := r.summary(lang.Range{Start: from, End: end})
	summary = r.decapital(summary, from)
	if s.stance == rapporteur.Conditions { // "if the base stays, Norvana will veto the treaty"
		for _, k := range r.kids[c.head] {
			if m := r.child(k, "mark"); base(r.rel(k)) == "advcl" && k < from && m >= 0 && (r.lower(m) == "if" || r.lower(m) == "unless" || r.lower(m) == "until") {
				end := k + 1
				for j := k; j < c.head; j++ {
					if r.upos(j) != "PUNCT" && r.within(j, k) {
						end = j + 1
					}
				}
				summary += " " + r.decapital(r.doc.Words(lang.Range{Start: r.lo[k], End: end}), r.lo[k])
			}
		}
	}
	// "issues that Norvana wants addressed", "provisions that no government could sign": the object stands before.
	after := slices.ContainsFunc(s.targets, func(t int) bool { return t > c.head && r.clause(t) == nil })
	for _, o := range c.obj {
		if !after && o < from && r.sent[o] == r.sent[c.head] && (r.rel(c.head) == "acl:relcl" || base(r.rel(c.head)) == "conj") && from <= c.head {
			np := r.nounPhrase(o)
			if np.End <= from {
				for np.Start < np.End && r.upos(np.Start) == "ADP" {
					np.Start++
				}
				summary = r.doc.Words(lang.Range{Start: from, End: c.head + 1}) + " " + r.doc.Words(np) + " " + r.doc.Words(lang.Range{Start: c.head + 1, End: max(end, c.head+1)})
				break
			}
		}
	}
	if c.neg {
		for _, k := range c.subj { // "no government could sign": the negation goes with the subject
			if d := r.child(k, "det"); d >= 0 && (r.lower(d) == "no" || r.lower(d) == "neither") && !strings.Contains(" "+summary+" ", " no ") {
				np := r.nounPhrase(k)
				summary = r.doc.Words(np) + " " + summary
			}
		}
	}
	if s.stance == rapporteur.Conditions || s.whole {
		summary = r.subjectBefore(c, s, from) + " " + summary
	}
	summary = balanced(strings.Join(strings.Fields(summary), " "))
	if len(strings.Fields(summary)) < 2 {
		return ""
	}
	return summary
}

// saidOn returns the days that hang on a predicate of stance itself. A date in
// what it is about ("a longer extension than 30 June") does not date it.
func (r *reading) saidOn(c *clause) rapporteur.Interval {
	t := r.timeBelow(c.head)
	if t == nil {
		return rapporteur.Interval{}
	}
	top := r.top(t.Range)
	prep := r.caseOf(top)
	if prep != "" && prep != "on" && prep != "in" && prep != "during" && prep != "at" {
		return rapporteur.Interval{}
	}
	if h := r.head(top); h != c.head && prep != "on" {
		return rapporteur.Interval{}
	}
	if !r.report.Published.IsZero() && !t.Interval.From.IsZero() && r.report.Published.Before(t.Interval.From) {
		return rapporteur.Interval{} // nobody has a stance tomorrow
	}
	return t.Interval
}

// within reports whether token i stands below token h in the tree.
func (r *reading) within(i, h int) bool {
	for steps := 0; i >= 0 && steps < 60; i, steps = r.head(i), steps+1 {
		if i == h {
			return true
		}
	}
	return false
}

// balanced closes or drops the quotation marks that a cut has left single.
func balanced(s string) string {
	if open, closed := strings.LastIndexByte(s, '('), strings.LastIndexByte(s, ')'); open > closed && open > 0 {
		s = s[:open]
	} else if first := strings.IndexByte(s, ')'); first > 0 && (open < 0 || open > first && strings.IndexByte(s, '(') > first) {
		s = s[:first]
	}
	if strings.Count(s, `"`)%2 == 1 {
		if i := strings.IndexByte(s, '"'); i > 0 && s[i-1] != ' ' && s[i-1] != '(' && i < len(s)-1 {
			return s[:i] + s[i+1:] // the opening one is cut off
		}
		if i := strings.LastIndex(s, `"`); i > 0 && i < len(s)-1 {
			s += `"`
		} else {
			s = s[:i] + s[i+1:]
		}
	}
	open, closed := strings.Count(s, "“"), strings.Count(s, "”")
	for ; open > closed; closed++ {
		s += "”"
	}
	for ; closed > open; closed-- {
		i := strings.Index(s, "”")
		s = s[:i] + s[i+len("”"):]
	}
	return strings.TrimSpace(s)
}

// tail returns the words of a clause without its subject.
func (r *reading) tail(c *clause, words lang.Range) lang.Range {
	start := c.head
	for _, k := range r.kids[c.head] {
		switch base(r.rel(k)) {
		case "aux", "cop", "advmod", "mark", "case", "det", "amod", "compound":
			if k < start && k >= words.Start {
				start = k
			}
		}
	}
	for _, k := range r.kids[c.head] {
		if base(r.rel(k)) == "nsubj" && r.hi[k] <= c.head {
			start = max(start, min(r.hi[k], c.head))
		}
	}
	words.Start = max(words.Start, min(start, c.head))
	return words
}

// tellsDeed reports whether the words that tell a stand begin at the verb of the clause that
// they were read off and can follow the name of who holds it: "would not sign the draft",
// "pulled its envoy out", but not the "want" of "we want".
func (r *reading) tellsDeed(c *clause, holders []actor, summary string) bool {
	if c == nil || c.mark == "to" || r.doc.Tokens[c.head].XPOS == "VBG" && r.child(c.head, "aux") < 0 {
		return false
	}
	if c.neg && !strings.Contains(summary, "not") && !strings.Contains(summary, "n't") && !strings.Contains(summary, "n’t") && !strings.Contains(summary, "no ") && !strings.Contains(summary, "never") {
		return false // "nor | would ever sign"
	}
	if len(c.subj) > 0 {
		switch r.lower(c.subj[0]) {
		case "i", "we", "you":
			return false
		case "he", "she", "they", "it", "who", "which":
		default:
			if !slices.ContainsFunc(r.subjects(c), func(a actor) bool {
				return slices.ContainsFunc(holders, func(h actor) bool { return h.Name == a.Name })
			}) {
				return false // "talks | would have to end"
			}
		}
	}
	first, _, _ := strings.Cut(summary, " ")
	for k := r.lo[c.head]; k <= c.head; k++ {
		if r.form(k) != first {
			continue
		}
		if (r.doc.Tokens[k].XPOS == "VBP" || first == "were") && slices.ContainsFunc(holders, func(h actor) bool { return h.Kind != rapporteur.Group }) {
			return false // "they | want to sell oil", of a state
		}
		switch {
		case k == c.head:
			return r.upos(k) == "VERB"
		case r.head(k) == c.head:
			return r.upos(k) == "AUX" || base(r.rel(k)) == "advmod" && r.upos(c.head) == "VERB"
		}
	}
	return false
}
