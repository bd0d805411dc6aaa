package claim

import (
	"slices"
	"strings"

	"rapporteur"
)

// matterWord returns the lemma of a word that tells of a matter, or a name's own form; "" for others.
func (r *reading) matterWord(i int) string {
	w := r.lemma(i)
	switch r.upos(i) {
	case "PROPN":
		w = r.lower(i)
	case "NOUN", "VERB", "ADJ":
	default:
		return ""
	}
	if len(w) < 3 || lex().theses.Idle[r.lower(i)] || lex().rebuttals.Plain[w] {
		return ""
	}
	return w
}

// matterOf returns the words that tell what a clause is about; any where it is of
// whatever there may be: "we have signed nothing".
func (r *reading) matterOf(c *clause) (matter string, any bool) {
	var out []string
	itself, beyond := r.deedNoun(c), false // whether more is told than who does it
	add := func(i int) {
		w := r.matterWord(i)
		if w == "" || i == itself || i == c.head && !c.copula || r.timeAt[i] >= 0 || r.cue[i] && r.tellingOf(i) < 0 || len(out) >= mostWords || slices.Contains(out, w) {
			return
		}
		out = append(out, w)
		beyond = beyond || !slices.ContainsFunc(slices.Concat(c.subj, c.agent), func(k int) bool { return k != itself && r.own(k).Contains(i) })
	}
	for i := r.lo[c.head]; i < r.hi[c.head]; i++ {
		if r.sent[i] == r.sent[c.head] && r.withClause(i, c.head) {
			add(i)
		}
	}
	if next := c.head + 1; next < len(r.kids) && r.lower(next) == "that" && r.hi[c.head] <= next+1 { // the tree has what was agreed elsewhere
		for i := next + 1; i < r.sentence(c.head).End; i++ {
			add(i)
		}
	}
	for _, k := range slices.Concat(c.subj, c.obj, c.agent) { // what the tree has elsewhere
		if k < r.lo[c.head] || k >= r.hi[c.head] {
			for i := range r.own(k).Len() {
				add(r.own(k).Start + i)
			}
		}
	}
	for _, k := range c.obj {
		any = any || r.lower(k) == "it"
	}
	for _, k := range slices.Concat(c.subj, c.obj) {
		switch r.lower(k) {
		case "nothing", "none", "anything", "nobody", "this", "that", "these", "them":
			any = true
		}
		any = any || r.whatever(k) && (k != itself || !beyond)
		if w := r.standsForOne(k); w != "" {
			out = append(out, w)
		}
	}
	if !c.passive && slices.ContainsFunc(c.subj, func(k int) bool { return r.lower(k) == "it" }) {
		for _, w := range strings.Fields(strings.ToLower(r.speakerOf(c))) {
			if len(out) < mostWords && len(w) > 2 && !slices.Contains(out, w) {
				out = append(out, w)
			}
		}
	}
	if len(out) == 0 && itself >= 0 && !any {
		out = append(out, r.lemma(itself))
	}
	return strings.Join(out, " "), any
}

// whatever reports whether a nominal is of all there may be of something: "no offer", "no
// new promises", "any such paper".
func (r *reading) whatever(k int) bool {
	own := r.own(k)
	if r.child(k, "amod") >= 0 && r.lower(r.child(k, "amod")) == "such" || r.lower(own.Start) == "such" {
		return true
	}
	if r.lower(own.Start) != "no" || own.Start == k {
		return false
	}
	for i := own.Start + 1; i < own.End; i++ {
		if i != k && !lex().theses.Idle[r.lower(i)] {
			return false
		}
	}
	return true
}

// standsForOne returns the noun for which "one" stands as an object: "there was no meeting;
// he said he had refused one".
func (r *reading) standsForOne(k int) string {
	if r.lower(k) != "one" || r.own(k).Len() > 1 {
		return ""
	}
	for i := k - 1; i >= max(0, k-40) && r.sent[k]-r.sent[i] <= 1; i-- {
		if d := r.child(i, "det"); r.upos(i) == "NOUN" && d >= 0 && (r.lower(d) == "a" || r.lower(d) == "an" || r.lower(d) == "no") {
			return r.lemma(i)
		}
	}
	return ""
}

// mostWords is how many words of a matter are kept.
const mostWords = 14

// withClause reports whether a token belongs to what a predicate tells: not to what is
// told beside it, of when, why or of whom else.
func (r *reading) withClause(i, head int) bool {
	for steps := 0; i != head && i >= 0 && steps < 40; steps++ {
		switch rel := r.rel(i); {
		case rel == "acl:relcl", base(rel) == "parataxis", base(rel) == "advcl" && !(r.clause(i) != nil && r.clause(i).mark == "to"):
			return false
		case base(rel) == "conj" && r.clause(i) != nil && r.head(i) == head:
			return false
		}
		i = r.head(i)
	}
	return i == head
}

// whoOf returns who does what a predicate tells, "" where it is nobody named.
func (r *reading) whoOf(c *clause) string {
	who := c.subj
	if c.passive {
		who = c.agent
	}
	if k := r.deedNoun(c); k >= 0 && handedOver[c.verb] {
		who = nil // "received assurances from Estrel"
		for _, o := range c.obl {
			if o.prep == "from" {
				who = append(who, o.head)
			}
		}
		for _, n := range r.children(k, "nmod") {
			if r.caseOf(n) == "from" {
				who = append(who, n)
			}
		}
	}
	if slices.ContainsFunc(who, func(k int) bool { return speaksOfItself[r.lower(k)] }) {
		return r.speakerOf(c)
	}
	if len(who) == 1 && r.rel(c.head) == "acl:relcl" && (r.lower(who[0]) == "that" || r.lower(who[0]) == "who" || r.lower(who[0]) == "which") {
		who = []int{r.head(c.head)}
	}
	if list := r.actorsAt(who...); len(list) == 1 {
		return list[0].Name
	}
	return ""
}

// handedOver are verbs of having from another what he did: an offer, a promise.
var handedOver = words{"receive": true, "get": true, "obtain": true, "win": true, "secure": true}

// speaksOfItself are pronouns that in somebody's words are mostly of whoever speaks.
var speaksOfItself = words{"we": true, "i": true, "it": true, "us": true}

// speakerOf returns who says what a predicate tells, "" for nobody or several.
func (r *reading) speakerOf(c *clause) string {
	if a := r.tellingOf(c.head); a >= 0 {
		if v := innermost(&r.said.Attributions[a]); len(v) == 1 {
			return r.speaker(v[0]).Name
		}
	}
	return ""
}

// whenOf returns the time that a clause tells of, as far as it tells one.
func (r *reading) whenOf(c *clause) (out rapporteur.Interval) {
	for i := r.lo[c.head]; i < r.hi[c.head]; i++ {
		if t := r.timeAt[i]; t >= 0 && !r.cue[i] && r.tellingOf(i) == r.tellingOf(c.head) && r.withClause(i, c.head) && !r.times[t].Interval.IsZero() {
			if !out.IsZero() && out != r.times[t].Interval {
				return rapporteur.Interval{}
			}
			out = r.times[t].Interval
		}
	}
	if out.IsZero() {
		out = r.saidLongAgo(c)
	}
	return out
}

// saidLongAgo returns the time at which what a clause tells was said, where that is more
// than a week before the report.
func (r *reading) saidLongAgo(c *clause) rapporteur.Interval {
	a := r.tellingOf(c.head)
	if a < 0 || len(r.said.Attributions[a].Cue) == 0 {
		return rapporteur.Interval{}
	}
	t := r.timeBelow(r.said.Attributions[a].Cue[0].Start)
	if t == nil || r.report.Published.IsZero() || r.report.Published.Sub(t.Interval.To) <= 7 {
		return rapporteur.Interval{}
	}
	return t.Interval
}
