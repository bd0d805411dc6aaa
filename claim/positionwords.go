package claim

import (
	"strings"

	"rapporteur"
	"rapporteur/lang"
)

// positionWords says what a stance is about, so that a reader can say it after the
// stance: of "Norvana insists on a vote in the islands" "a vote in the islands".
// A condition keeps its clause.
func (r *reading) positionWords(c *clause, s stand, words lang.Range, on string) string {
	end := r.positionEnd(c, words)
	if s.stance != rapporteur.Conditions {
		if w := r.aim(s.stance, s.targets, end); w != "" {
			return w
		}
		for _, t := range s.targets {
			if r.upos(t) == "PRON" && on == "text" {
				if x := r.textBefore(t); x >= 0 {
					return "the " + r.textName(x)
				}
			}
		}
		if !s.sure {
			// the object may stand before: "issues that Norvana wants addressed"
			for _, o := range c.obj {
				if np := r.nounPhrase(o); o < c.head && r.upos(o) != "PRON" && r.sent[o] == r.sent[c.head] {
					for np.Start < np.End && r.upos(np.Start) == "ADP" {
						np.Start++
					}
					return r.doc.Words(np)
				}
			}
		}
	}
	from := words.Start
	if s.stance == rapporteur.Conditions && !s.words.Empty() {
		from = s.words.Start
	}
	summary, _ := r.summary(lang.Range{Start: from, End: end})
	if s.stance == rapporteur.Conditions && len(c.subj) > 0 && len(s.targets) == 0 { // "it can be used as the basis"
		k := c.subj[0]
		if name := ""; r.upos(k) == "PRON" {
			if x := r.textBefore(k); x >= 0 {
				name = "the " + r.textName(x)
			}
			if name != "" {
				summary = name + " " + summary
			}
		} else if np := r.nounPhrase(k); np.End <= from {
			summary = r.doc.Words(np) + " " + summary
		}
	}
	summary = balanced(strings.Join(strings.Fields(summary), " "))
	if len(strings.Fields(summary)) < 2 {
		return ""
	}
	return summary
}

// aim returns the words for the first of the targets that has some, up to end.
func (r *reading) aim(st rapporteur.Stance, targets []int, end int) string {
	for _, t := range targets {
		if t < 0 || r.upos(t) == "PRON" && r.doc.Tokens[t].XPOS != "PRP$" || r.upos(t) == "ADV" || r.timeAt[t] >= 0 && r.upos(t) != "NOUN" {
			continue
		}
		x := r.clause(t)
		s := r.subtree(t)
		if x == nil || r.upos(t) == "NOUN" || r.upos(t) == "PROPN" {
			if (st == rapporteur.Reserves || st == rapporteur.Flexible) && lex().positions.Nouns[r.lemma(t)] != "" && t != targets[0] {
				continue
			}
			s = r.phrase(t)
		} else {
			switch {
			case x.mark == "to" && (st == rapporteur.Rejects || st == rapporteur.Flexible || st == rapporteur.Accepts) && r.doc.Tokens[t].XPOS == "VB" && !x.neg && !x.copula:
				if len(x.obj) > 0 && r.upos(x.obj[0]) != "PRON" && x.lexical(lex().positions.Verbs) == "accepts" {
					s = r.phrase(x.obj[0]) // "refuses to back the draft"
					break
				}
				rest, _ := r.summary(lang.Range{Start: t + 1, End: max(t+1, min(s.End, end))})
				return balanced(strings.TrimSpace(gerund(r.lower(t)) + " " + rest))
			case x.copula && len(x.obl) > 0 && lex().positions.Adjectives[r.lemma(t)] != "": // "ready to be flexible on the prisoners"
				s = r.phrase(x.obl[0].head)
				if w, _ := r.summary(lang.Range{Start: s.Start, End: min(s.End, max(end, s.Start))}); w != "" {
					return w
				}
			case len(x.subj) > 0 && r.sent[x.subj[0]] == r.sent[t] && x.subj[0] < t && x.subj[0] > r.head(t) && x.mark == "to" || r.doc.Tokens[t].XPOS == "VBN" && len(x.subj) > 0 && x.subj[0] < t:
				s.Start = min(s.Start, r.lo[x.subj[0]])
			}
			s = r.clip(s, t)
		}
		if t < end {
			s.End = min(s.End, end)
		}
		if s.Start < s.End && r.upos(s.Start) == "ADP" {
			s.Start++
		}
		if w, _ := r.summary(s); w != "" {
			return w
		}
	}
	return ""
}

// phrase returns a nominal with what belongs to it, wherever the tree hung it:
// up to a mark, a date, or the clause that follows.
func (r *reading) phrase(t int) lang.Range {
	s := lang.Range{Start: min(r.nounPhrase(t).Start, t), End: r.subtree(t).End}
	for s.Start < t && (r.upos(s.Start) == "ADP" || r.upos(s.Start) == "ADV" && r.lower(s.Start) != "not") {
		s.Start++
	}
	if h := r.head(t); h >= 0 && h < t {
		for _, k := range r.kids[h] {
			if k > t && r.lo[k] == s.End && r.timeAt[k] < 0 && r.caseOf(k) != "by" && r.rel(k) != "punct" && base(r.rel(k)) != "conj" && base(r.rel(k)) != "parataxis" && (r.clause(k) == nil || base(r.rel(k)) == "xcomp" || base(r.rel(k)) == "acl" || r.clause(k).mark == "to") {
				s.End = r.own(k).End
			}
		}
	}
	return r.clip(s, t)
}

// clip ends the words of a target before loose additions: ", which …", "triggering …", dates.
func (r *reading) clip(s lang.Range, t int) lang.Range {
	for k := t + 1; k < s.End; k++ {
		f, before := r.lower(k), r.form(k-1)
		loose := before == "," || before == "—" || before == "–" || before == "-" && r.upos(k) == "DET"
		switch {
		case r.form(k) == ";" || r.form(k) == "—" || r.form(k) == "–":
			s.End = k
		case loose && (isRelative(f) || r.upos(k) == "SCONJ" || r.upos(k) == "ADP" && f != "including" || r.doc.Tokens[k].XPOS == "VBG" || r.doc.Tokens[k].XPOS == "VBN" || f == "but" || r.upos(k) == "ADV"):
			s.End = k - 1
		case loose && (r.upos(k) == "DET" || r.upos(k) == "NUM") && !r.listGoesOn(k, s.End):
			s.End = k - 1 // an apposition
		case k > t+1 && (f == "after" || f == "because" || f == "although" || f == "while" || f == "since" || f == "when" || f == "as" && r.upos(k) == "SCONJ" && r.clause(r.head(k)) != nil) && r.upos(k) == "SCONJ":
			s.End = k
		case f == "by" && k+2 < s.End && r.upos(k+1) == "NUM" && (r.lower(k+2) == "percent" || r.lower(k+2) == "per" || r.lower(k+2) == "votes" || r.lower(k+2) == "to"):
			s.End = k // "by 64 percent"
		case k-t > 14 && isRelative(f) && r.upos(k) == "PRON":
			s.End = k
		case f == "on" && k+1 < s.End && r.timeAt[k+1] >= 0 && k+3 >= s.End:
			s.End = k // "on Monday"
		case r.timeAt[k] >= 0 && k == s.End-1 && (r.rel(k) == "nmod:unmarked" || r.rel(k) == "obl:unmarked" || r.upos(k) == "PROPN" && r.caseOf(k) == ""):
			s.End = k
		}
	}
	return s
}

// listGoesOn reports whether a row of nominals goes on at token k: "…, the islands and the strait".
func (r *reading) listGoesOn(k, end int) bool {
	for j := k; j < end; j++ {
		if r.lower(j) == "and" || r.lower(j) == "or" {
			return true
		}
		if r.upos(j) == "VERB" && r.rel(j) != "amod" {
			return false
		}
	}
	return false
}

// gerund returns the -ing form of a verb.
func gerund(v string) string {
	n := len(v)
	vowel := func(i int) bool { return i >= 0 && strings.IndexByte("aeiou", v[i]) >= 0 }
	switch {
	case strings.HasSuffix(v, "ie"):
		return v[:n-2] + "ying"
	case strings.HasSuffix(v, "e") && !strings.HasSuffix(v, "ee") && n > 2:
		return v[:n-1] + "ing"
	case n == 3 && !vowel(0) && vowel(1) && !vowel(2) && strings.IndexByte("wxy", v[2]) < 0, n == 4 && !vowel(0) && !vowel(1) && vowel(2) && !vowel(3) && strings.IndexByte("wxy", v[3]) < 0:
		return v + v[n-1:] + "ing"
	}
	return v + "ing"
}

// positionEnd returns where the words of a position end: at loose additions to its clause.
func (r *reading) positionEnd(c *clause, words lang.Range) int {
	end := min(words.End, r.listEnd(c.head))
	for _, k := range r.kids[c.head] {
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
	if end <= c.head {
		end = min(words.End, c.head+1)
	}
	if from := words.Start; end-from > 45 {
		for k := from + 45; k > c.head+4; k-- {
			if r.form(k) == "," {
				end = k
				break
			}
		}
	}
	return end
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

// balanced closes or drops the quotation marks that a cut has left single.
func balanced(s string) string {
	if strings.Count(s, `"`)%2 == 1 {
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
