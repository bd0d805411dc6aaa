package claim

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"rapporteur"
	"rapporteur/lang"
)

// Much of what the press tells of stands is told by turns of phrase whose verbs say
// nothing by themselves: "has no appetite for", "drew a line at", "is off the table".
// They are matched word by word as lexicon/stands.toml has them, the tree says whose
// they are and what follows is what they are on.

// idiom is a turn of phrase for a stand.
type idiom struct {
	words  []string
	stance rapporteur.Stance
	matter bool // its subject is what the stand is on, not who holds it
	behind bool // likewise, and who holds it follows: "got short shrift from | the union"
	no     bool // it holds a negation
}

// idioms are the turns of phrase by their first word, the longest first.
var idioms = sync.OnceValue(func() map[string][]idiom {
	out := map[string][]idiom{}
	for n, table := range []map[string]words{lex().stands.Holder, lex().stands.Matter, lex().stands.Behind} {
		for stance, list := range table {
			for w := range list {
				x := idiom{words: strings.Fields(w), stance: rapporteur.Stance(stance), matter: n > 0, behind: n == 2}
				x.no = slices.ContainsFunc(x.words, func(w string) bool { return negative[w] })
				out[x.words[0]] = append(out[x.words[0]], x)
				if k := slices.Index(x.words, "no"); k == 1 && x.stance == rapporteur.Rejects { // "has little appetite for"
					x.stance, x.words = rapporteur.Reserves, slices.Clone(x.words)
					x.words[k] = "little"
					out[x.words[0]] = append(out[x.words[0]], x)
				}
			}
		}
	}
	for _, list := range out {
		longestFirst(list, func(x idiom) []string { return x.words })
	}
	return out
})

// longestFirst sorts turns of phrase so that of two that begin alike the longer is tried first.
func longestFirst[T any](list []T, words func(T) []string) {
	slices.SortFunc(list, func(x, y T) int {
		return cmp.Or(len(words(y))-len(words(x)), slices.Compare(words(x), words(y)))
	})
}

// negative are the words of a turn of phrase by which it is its own negation.
var negative = words{"no": true, "not": true, "never": true, "nothing": true, "none": true, "zero": true, "refuse": true, "nowhere": true}

// idiomatic reads the turns of phrase of the report.
func (r *reading) idiomatic() {
	all := idioms()
	for i := 0; i < len(r.doc.Tokens); i++ {
		if r.doc.Sentences[r.sent[i]].Heading || r.phrased[i] {
			continue
		}
		list := all[r.word(i)]
		if copulas[r.lemma(i)] {
			list = all["be"]
		}
		for _, x := range list {
			if end := r.matches(i, x.words); end > 0 && r.emitIdiom(i, end, &x) {
				for k := i; k < end; k++ {
					r.phrased[k] = true
				}
				if !plain(x.words) {
					r.slight[r.idiomClause(i, end).head] = true
				}
				break
			}
		}
	}
}

// plain reports whether a turn of phrase tells a stand wherever it stands: those of few words
// may tell anything.
func plain(phrase []string) bool {
	switch phrase[0] {
	case "have", "see", "give", "draw", "pour", "throw", "lend", "leave", "keep", "dig", "show", "express", "signal":
		return true
	}
	return len(phrase) > 3
}

// copulas are verbs that stand for "be" in turns of phrase.
var copulas = words{"remain": true, "stay": true, "become": true, "seem": true, "sound": true, "appear": true, "grow": true, "feel": true, "prove": true}

// word is how a token is looked up in turns of phrase.
func (r *reading) word(i int) string {
	switch f := r.lower(i); f {
	case "n't", "n’t", "not", "cannot", "never":
		return "not"
	}
	return r.lemma(i)
}

// matches returns where a turn of phrase ends that begins at token i, 0 where none does.
func (r *reading) matches(i int, phrase []string) int {
	end := r.sentence(i).End
	k := i + 1
	for n := 1; n < len(phrase); n++ {
		w := phrase[n]
		far := 3
		if w == "~" {
			n++
			w, far = phrase[n], 9
		}
		limit := min(k+far, end-1)
		for ; k < limit && r.word(k) != w && r.lower(k) != w && (far > 3 && r.form(k) != "." && r.form(k) != ";" && r.form(k) != ":" || r.loosely(k)); k++ {
		}
		if k >= end || r.word(k) != w && r.lower(k) != w {
			return 0
		}
		k++
	}
	if r.upos(k-1) == "ADJ" && base(r.rel(k-1)) == "amod" && r.head(k-1) >= k {
		return 0 // "is a problematic | move"
	}
	return k
}

// loosely reports whether a token may stand within a turn of phrase.
func (r *reading) loosely(k int) bool {
	switch r.upos(k) {
	case "ADV", "ADJ":
		return r.word(k) != "not" && !scant[r.lower(k)]
	case "DET":
		return !negative[r.lower(k)] && r.lower(k) != "any" && r.lower(k) != "neither"
	case "PRON":
		return r.doc.Tokens[k].XPOS == "PRP$"
	case "PUNCT":
		f := r.form(k)
		return f == `"` || f == "“" || f == "”" || f == "'" || f == "‘" || f == "’" || f == "``" || f == "''"
	case "AUX":
		return r.lemma(k) == "be"
	}
	return false
}

// scant are words that make nothing of what they are said of.
var scant = words{"little": true, "scant": true, "few": true, "limited": true, "hardly": true, "scarcely": true, "barely": true}

// emitIdiom makes a position of a turn of phrase that stands from token i to end.
func (r *reading) emitIdiom(i, end int, x *idiom) bool {
	own := r.idiomClause(i, end)
	if own == nil {
		return false
	}
	mended := *own
	c := &mended
	neg := c.neg && !x.no
	if up := r.clause(c.up); up != nil && (up.verb == "doubt" || r.lower(up.head) == "unlikely" || r.lower(up.head) == "doubtful") || slices.ContainsFunc(r.kids[c.head], func(k int) bool { f := r.lower(k); return k < c.head && (f == "why" || f == "how" || f == "whether") }) {
		return false // "it is unlikely that the senate will go along"
	}
	if r.ratherThan(c) || apart(x.words) && r.rel(c.head) == "acl:relcl" {
		return false // "the unions, which do not take part in the talks, …"
	}
	if r.asked(c) || r.conditional(c) || r.dependent(c) && !(x.stance == rapporteur.Rejects && r.tries(c)) || c.modal == "should" || c.modal == "must" || c.modal == "may" || c.modal == "might" || r.obliges(c) {
		return false
	}
	s := stand{stance: x.stance, settled: true}
	if neg {
		if s.stance = contrary[s.stance]; x.stance == rapporteur.Accepts && x.words[0] == "be" {
			s.stance = rapporteur.Reserves // "is not happy with"
		}
		if s.stance == "" {
			return false
		}
	}
	follows := r.follows(end, c)
	if s.stance == rapporteur.Flexible && !neg && retreats[x.words[0]] && len(follows) > 0 && lex().positions.Lists.Pledges[r.lemma(follows[0])] {
		s.stance = rapporteur.Rejects // "backtracked on its promise"
	}
	if !x.matter && len(follows) == 0 && slices.Contains(x.words, "~") {
		follows = r.bestowed(i, end)
	}
	if x.matter {
		s = r.ofMatter(c, s, x, follows)
	} else {
		if s.actors = r.standers(c); len(s.actors) == 0 {
			s.actors = r.sides(r.actorsOrMeant(c.subj))
		}
		if len(s.actors) == 0 && len(c.subj) == 0 && c.mark == "" { // the tree lost the subject: "her cabinet, she made clear, would have no part in it"
			s.actors = r.holder(c.head, s.stance)
		}
		if s.targets = follows; len(follows) == 0 {
			return false
		}
		if s.stance == rapporteur.Conditions { // "made the release conditional on …"
			s.targets = append(slices.Clone(c.obj), follows...)
		}
		s.deed = neg && !c.copula && (x.stance == rapporteur.Flexible || x.stance == rapporteur.Accepts)
	}
	if len(s.actors) == 0 || x.matter && r.personal(c.subj) || r.idle(&s) {
		return false
	}
	if s.stance != rapporteur.Conditions && s.stance != rapporteur.Proposes && r.onlyIf(c) && (s.stance == rapporteur.Accepts || s.stance == rapporteur.Rejects && (x.no || neg)) {
		s.stance = rapporteur.Conditions
	}
	s.sure = plain(x.words) || s.stance != rapporteur.Accepts && s.stance != rapporteur.Reserves && s.stance != rapporteur.Proposes
	n := len(r.claims)
	r.emitPosition(c, s)
	return len(r.claims) > n || len(r.unsure) > 0 && r.unsure[len(r.unsure)-1].c.head == c.head
}

// apart reports whether a turn of phrase may only say who is not there: "does not take part in".
func apart(phrase []string) bool {
	return slices.Contains(phrase, "part") || slices.Contains(phrase, "party")
}

// idle reports whether a turn of phrase is on what is no matter of a negotiation: a journey that nobody
// plans, tariffs with which somebody hits back.
func (r *reading) idle(s *stand) bool {
	l := lex()
	return slices.ContainsFunc(s.targets, func(t int) bool {
		if s.stance == rapporteur.Rejects && l.positions.Lists.Moods[r.lemma(t)] {
			return true // "saw no reason for panic"
		}
		if s.stance == rapporteur.Proposes && (l.positions.Lists.Penalties[r.lemma(t)] || l.positions.Lists.Courtesies[r.lemma(t)]) {
			return true
		}
		x := r.clause(t)
		return x != nil && (x.is(l.meetings.Verbs) || x.is(l.meetings.Visits) || x.is(l.positions.Lists.Resign) || l.positions.Lists.Words[x.verb] || lightDeeds[x.verb])
	})
}

// lightDeeds say nothing of what is not intended: "has no plans to do so".
var lightDeeds = words{"do": true, "go": true, "come": true, "return": true, "travel": true, "run": true, "stand": true, "stay": true}

// contrary is what a stance is where its words are negated, "" for none.
var contrary = map[rapporteur.Stance]rapporteur.Stance{rapporteur.Accepts: rapporteur.Rejects, rapporteur.Flexible: rapporteur.Rejects}

// retreats begin turns of phrase by which one gives up what he holds: a demand, or what he has promised.
var retreats = words{"backtrack": true, "backpedal": true, "back-pedal": true, "row": true, "climb": true}

// tries reports whether a clause tells what somebody tries to do: "is trying | to back out of the deal".
func (r *reading) tries(c *clause) bool {
	up := r.clause(r.head(c.head))
	if up == nil || c.mark != "to" || up.neg || up.passive || base(r.rel(c.head)) != "xcomp" {
		return false
	}
	switch up.verb {
	case "try", "attempt", "seek", "want", "look":
		return !r.dependent(up) && !r.conditional(up)
	}
	return false
}

// idiomClause returns the clause that a turn of phrase is the predicate of.
func (r *reading) idiomClause(i, end int) *clause {
	for k := i; k < end; k++ {
		if c := r.clause(k); c != nil {
			return c
		}
	}
	if h := r.head(i); h >= end && base(r.rel(i)) == "cop" {
		return r.clause(h) // "is against | the levy"
	}
	return nil
}

// follows returns what stands behind a turn of phrase, its head.
func (r *reading) follows(end int, c *clause) []int {
	stop := r.sentence(c.head).End
	for k := end; k < stop; k++ {
		switch r.upos(k) {
		case "NOUN", "PROPN", "VERB", "NUM", "PRON":
			if h := r.head(k); (h < end || h > k+12) && r.doc.Tokens[k].XPOS != "PRP$" {
				return r.conjuncts(k)
			}
		case "PUNCT":
			if f := r.form(k); f == ";" || f == ":" || f == "," && k == end {
				return nil
			}
		}
	}
	return nil
}

// bestowed returns what stands within a turn of phrase that gives something to it: "gave | the plan | short shrift".
func (r *reading) bestowed(i, end int) []int {
	for k := i + 1; k < end-1; k++ {
		switch r.upos(k) {
		case "NOUN", "PROPN", "PRON":
			if rel := base(r.rel(k)); rel != "compound" && rel != "nmod" && r.doc.Tokens[k].XPOS != "PRP$" {
				return r.conjuncts(k)
			}
		}
	}
	return nil
}

// ofMatter completes a stand whose subject is what it is on: it is of those who follow, of those for
// whom it is so, "a red line for Estrel", else of who says it.
func (r *reading) ofMatter(c *clause, s stand, x *idiom, follows []int) stand {
	s.targets = slices.Clone(c.subj)
	if len(s.targets) == 0 {
		return s
	}
	for _, o := range c.obl {
		if !x.behind && (o.prep == "for" || o.prep == "to") {
			s.actors = append(s.actors, r.actorsAt(o.head)...)
		}
	}
	if x.behind {
		s.actors = r.sides(r.actorsOrMeant(follows))
	} else if len(s.actors) == 0 {
		s.actors = r.party(c.head)
	}
	own := r.own(c.head)
	from := own.Start
	for _, k := range c.subj {
		from = min(from, r.lo[k])
	}
	s.words, s.whole = lang.Range{Start: from, End: own.End}, s.stance == rapporteur.Conditions || s.stance == rapporteur.Reserves || r.upos(s.targets[0]) == "PRON"
	return s
}
