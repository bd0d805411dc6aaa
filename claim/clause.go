package claim

import (
	"slices"
	"strings"
)

// clause is a predicate with its arguments, as far as the tree tells them.
// Coordination is spread out, and the subject of an infinitive, a participle or
// a relative clause is the one it is controlled by.
type clause struct {
	head    int    // the predicate
	lemma   string // with its particle: "call off"
	verb    string // without it
	subj    []int  // heads of the subjects
	passive bool
	agent   []int // the by-phrase of a passive
	obj     []int
	iobj    []int
	obl     []oblique
	comp    []int // complement clauses: ccomp, xcomp, with their conjuncts
	neg     bool
	modal   string // "will", "would", "may", …; "" for none
	past    bool
	perfect bool
	ongoing bool   // progressive
	mark    string // "that", "if", "to", …
	adverbs []int
	copula  bool
	up      int // the predicate that governs it, -1 for none
}

// oblique is a prepositional argument.
type oblique struct {
	prep string
	head int
}

func (r *reading) isPredicate(i int) bool {
	switch base(r.rel(i)) {
	case "aux", "cop", "case", "mark", "amod", "compound", "det", "fixed", "flat", "cc", "punct", "nummod":
		return false
	}
	switch r.upos(i) {
	case "VERB":
		return true
	case "AUX":
		return base(r.rel(i)) == "root" || base(r.rel(i)) == "ccomp"
	}
	return r.child(i, "cop") >= 0
}

func (r *reading) findClauses() {
	for i := range r.doc.Tokens {
		if r.isPredicate(i) {
			r.at[i] = len(r.clauses) + 1
			r.clauses = append(r.clauses, r.clauseOf(i))
		}
	}
	// Controlled subjects need the clauses above, which may stand later in the text.
	done := make([]bool, len(r.clauses))
	for c := range r.clauses {
		r.control(c, done, 0)
	}
}

func (r *reading) clauseOf(i int) clause {
	c := clause{head: i, verb: r.lemma(i), up: -1, copula: r.child(i, "cop") >= 0}
	c.lemma = c.verb
	tag := r.doc.Tokens[i].XPOS
	switch tag {
	case "VBD":
		c.past = true
	case "VBG":
		c.ongoing = r.child(i, "aux") >= 0
	}
	// A dependent auxiliary goes with the predicate it stands before: in a
	// coordination the first conjunct's serve the others (see control).
	for _, k := range r.kids[i] {
		switch base(r.rel(k)) {
		case "nsubj", "csubj":
			if base(r.rel(k)) == "nsubj" {
				c.subj = append(c.subj, r.conjuncts(k)...)
			}
			if strings.HasSuffix(r.rel(k), ":pass") {
				c.passive = true
			}
		case "obj":
			if r.timeAt[k] >= 0 && r.entity[k] < 0 {
				continue // "will meet Tuesday"
			}
			c.obj = append(c.obj, r.conjuncts(k)...)
		case "iobj":
			c.iobj = append(c.iobj, r.conjuncts(k)...)
		case "ccomp", "xcomp":
			c.comp = append(c.comp, r.conjuncts(k)...)
		case "advcl":
			if r.behindPrinciple(i, k) || r.ruledOut(i, k) {
				c.comp = append(c.comp, r.conjuncts(k)...)
			}
		case "obl":
			if r.timeAt[k] >= 0 && r.caseOf(k) == "" {
				continue
			}
			prep := r.caseOf(k)
			for _, h := range r.conjuncts(k) {
				p := prep
				if own := r.caseOf(h); own != "" {
					p = own
				}
				if p == "by" && (c.passive || strings.HasSuffix(r.rel(k), ":agent") || r.doc.Tokens[i].XPOS == "VBN") && r.timeAt[h] < 0 {
					c.agent = append(c.agent, h)
					continue
				}
				c.obl = append(c.obl, oblique{p, h})
			}
		case "compound":
			if r.rel(k) == "compound:prt" {
				c.lemma = c.verb + " " + r.lower(k)
			}
		case "aux", "cop":
			l := r.lemma(k)
			x := r.doc.Tokens[k].XPOS
			if x == "MD" {
				c.modal = l
				if l == "wo" || l == "'ll" || l == "’ll" {
					c.modal = "will"
				}
				if r.lower(k) == "would" || r.lower(k) == "'d" {
					c.modal = "would"
				}
				if r.lower(k) == "could" || r.lower(k) == "might" || r.lower(k) == "should" {
					c.modal = r.lower(k)
				}
			}
			if strings.HasSuffix(r.rel(k), ":pass") {
				c.passive = true
			}
			if l == "have" {
				c.perfect = true
				c.past = c.past || x == "VBD"
			}
			if x == "VBD" {
				c.past = true
			}
		case "advmod":
			c.adverbs = append(c.adverbs, k)
			if lex().modality.Negations[r.lower(k)] {
				c.neg = true
			}
			if particles[r.lower(k)] && k > i && k <= i+4 {
				c.lemma = c.verb + " " + r.lower(k)
			}
		case "det":
			if c.copula && r.lower(k) == "no" {
				c.neg = true
			}
		case "cc":
			if r.lower(k) == "nor" && k < i {
				c.neg = true // "nor is the cabinet happy"
			}
		case "mark":
			if c.mark == "" {
				c.mark = r.lower(k)
			}
		}
	}
	for _, list := range [][]int{c.subj, c.obj} {
		for _, a := range list {
			if d := r.child(a, "det"); d >= 0 && (r.lower(d) == "no" && !r.noDeal(a) || r.lower(d) == "neither") {
				c.neg = true
			}
			if r.lower(r.lo[a]) == "neither" {
				c.neg = true // "neither Norvana nor Estrel"
			}
			if k := r.lo[a]; k+1 < a && r.lower(k) == "no" && (r.lower(k+1) == "further" || r.lower(k+1) == "other" || r.lower(k+1) == "more") {
				c.neg = true // "no further dates", whatever the tree hung the "no" on
			}
			if l := r.lower(a); l == "nobody" || l == "none" || l == "nothing" || l == "neither" {
				c.neg = true
			}
		}
	}
	if tag == "VBN" && !c.perfect && len(c.subj) == 0 && base(r.rel(i)) == "acl" {
		c.passive = true
	}
	if c.passive && tag == "VBN" && len(c.obj) > 0 && c.obj[0] > i && len(c.agent) == 0 && r.contracted(i) && !twice[c.verb] {
		c.passive, c.perfect = false, true // "he's threatened duties": has, not is
	}
	if tag == "VBN" && len(c.subj) > 0 && !c.passive && r.child(i, "aux") < 0 {
		c.past = true // "the accord that both reached": a past tense that was tagged a participle
	}
	if h := r.head(i); tag == "VBN" && base(r.rel(i)) == "xcomp" && h >= 0 && r.lemma(h) == "have" {
		c.perfect, c.past = true, r.doc.Tokens[h].XPOS == "VBD" // "had met" read as two verbs
	}
	for h := r.head(i); h >= 0; h = r.head(h) {
		if r.isPredicate(h) {
			c.up = h
			break
		}
	}
	return c
}

// noDeal reports whether "no" and noun i are the name of what happens if nothing is agreed: "to rule out |
// no deal", "voted against No Deal".
func (r *reading) noDeal(i int) bool {
	d, h := r.child(i, "det"), r.head(i)
	if d < 0 || r.lower(d) != "no" || r.lemma(i) != "deal" && !coinedExit(r.lemma(i)) && r.lemma(i) != "agreement" {
		return false
	}
	if r.form(d) == "No" && d > r.sentence(i).Start && strings.ToUpper(r.form(i)[:1]) == r.form(i)[:1] {
		return true
	}
	if h < 0 || h > d {
		return false
	}
	switch r.lemma(h) {
	case "rule", "block", "stop", "prevent", "avoid", "avert", "oppose", "fight", "resist", "exclude", "risk", "threaten", "fear", "forestall", "outlaw":
		return true
	}
	return false
}

// elsewhere reports whether a relative clause tells what is done where or when its noun says: "the
// summit, | where the two asked for a longer term".
func (r *reading) elsewhere(i int) bool {
	return slices.ContainsFunc(r.children(i, "advmod"), func(k int) bool {
		f := r.lower(k)
		return k < i && (f == "where" || f == "when" || f == "why")
	})
}

// particles are adverbs that change what a verb means.
var particles = words{"off": true, "out": true, "back": true, "down": true, "up": true, "away": true, "aside": true, "in": true, "over": true, "on": true, "forward": true}

// objectControl are verbs whose object does what their complement says: "allow Norvana to keep".
var objectControl = words{
	"allow": true, "ask": true, "urge": true, "require": true, "oblige": true, "force": true, "tell": true, "permit": true, "want": true,
	"expect": true, "call": true, "commit": true, "order": true, "let": true, "make": true, "invite": true, "persuade": true, "press": true, "forbid": true,
	"compel": true, "enable": true, "lobby": true, "beg": true, "exhort": true, "encourage": true, "instruct": true, "beseech": true, "entreat": true, "petition": true, "prod": true, "nudge": true, "coax": true, "advise": true, "pressurise": true, "pressurize": true, "help": true, "warn": true, "see": true, "get": true, "push": true, "pressure": true, "bar": true, "ban": true, "prohibit": true,
}

// ruledOut reports whether a gerund that the tree took for a circumstance is what a predicate with a
// particle is on: "did not rule out | halving the quota", "put off | signing the pact".
func (r *reading) ruledOut(i, k int) bool {
	if k != i+2 || r.doc.Tokens[k].XPOS != "VBG" || r.child(k, "mark") >= 0 {
		return false
	}
	switch r.lemma(i) + " " + r.lower(i+1) {
	case "rule out", "put off", "give up", "hold off", "call off", "swear off", "leave off", "insist on", "balk at", "keep on", "insist upon":
		return true
	}
	return false
}

// behindPrinciple reports whether an infinitive that the tree took for a purpose is what a
// predicate says is to be done in principle: "is willing in principle | to buy grain".
func (r *reading) behindPrinciple(i, k int) bool {
	to := r.child(k, "mark")
	return to > i+1 && r.lower(to) == "to" && r.lower(to-1) == "principle" && r.doc.Tokens[k].XPOS == "VB"
}

// control fills the subject of clause c from the clause or noun above it.
func (r *reading) control(c int, done []bool, depth int) {
	if done[c] || depth > 30 {
		return
	}
	done[c] = true
	x := &r.clauses[c]
	i := x.head
	h := r.head(i)
	if h < 0 {
		return
	}
	rel := r.rel(i)
	if base(rel) == "conj" {
		if u, ok := r.indexOf(h); ok {
			r.control(u, done, depth+1)
			up := &r.clauses[u]
			if len(x.subj) == 0 {
				x.subj = up.subj
				if g := r.demandsBeside(x, up); g != nil {
					r.control(r.at[g.head]-1, done, depth+1)
					x.subj, x.mark, x.up = g.subj, g.mark, g.up
					return
				}
				switch or := r.child(i, "cc"); {
				case up.passive && r.doc.Tokens[i].XPOS == "VBN":
					x.passive = true
				case up.passive && up.neg && r.doc.Tokens[i].XPOS == "VBD" && or >= 0 && r.lower(or) == "or": // "was not told or asked for its view"
					x.passive, x.neg, x.past = true, true, up.past
				}
				if aux := r.child(i, "aux"); x.modal == "" && !x.past && (aux < 0 || r.doc.Tokens[aux].XPOS == "VB" && r.finiteTag(i) == "VB") { // "must begin in May and be completed in June"
					x.modal = up.modal
					x.perfect = x.perfect || up.perfect && r.doc.Tokens[i].XPOS == "VBN"
					x.ongoing = x.ongoing || up.ongoing && r.doc.Tokens[i].XPOS == "VBG"
				}
			}
			if x.mark == "" {
				x.mark = up.mark
			}
			x.up = up.up
			r.joinedRelative(x)
			r.goesOnAfterTelling(x, up)
			r.goesOnInTelling(x, up)
		}
		return
	}
	if base(rel) == "acl" || rel == "acl:relcl" {
		pronoun := slices.IndexFunc(x.subj, func(s int) bool { return isRelative(r.lower(s)) })
		switch {
		case pronoun >= 0 && len(x.subj) > 1 && !isRelative(r.lower(x.subj[len(x.subj)-1])):
			// "which officials have been writing": two subjects, of which the pronoun is the object
			x.subj = slices.DeleteFunc(slices.Clone(x.subj), func(s int) bool { return isRelative(r.lower(s)) })
			if len(x.obj) == 0 {
				x.obj = []int{h}
			}
		case pronoun >= 0:
			x.subj = append(slices.Clone(x.subj[:pronoun]), r.antecedents(h)...)
		case len(x.subj) > 0 && rel == "acl:relcl":
			if at := slices.IndexFunc(x.obj, func(s int) bool { return isRelative(r.lower(s)) }); at >= 0 {
				x.obj[at] = h
			} else if len(x.obj) == 0 && !x.copula && !r.pied(i) && !(x.mark == "that" && len(x.comp) > 0) && !r.elsewhere(i) {
				x.obj = []int{h}
			}
		case len(x.subj) == 0 && x.mark == "to":
			if p := r.child(h, "nmod:poss"); p >= 0 {
				x.subj = r.conjuncts(p)
			} else if u, ok := r.indexOf(r.head(h)); ok && base(r.rel(h)) == "obj" {
				x.subj = r.clauses[u].subj // "Norvana made a pledge to leave"
			}
		case len(x.subj) == 0:
			x.subj = r.antecedents(h)
		}
		return
	}
	if u, ok := r.indexOf(h); ok && base(rel) == "ccomp" && len(x.subj) == 0 && x.mark == "" && isFinite(r.finiteTag(i)) {
		// "the areas "would be handed over", the paper wrote": both subjects hang on the telling
		if up := &r.clauses[u]; len(up.subj) > 1 && up.subj[0] < i && up.subj[len(up.subj)-1] > i && h > i {
			x.subj = up.subj[:1]
			up.subj = up.subj[1:]
			return
		}
	}
	if len(x.subj) > 0 || rel != "xcomp" && base(rel) != "advcl" && base(rel) != "ccomp" {
		return
	}
	if u, ok := r.indexOf(h); ok {
		r.control(u, done, depth+1)
		up := &r.clauses[u]
		switch {
		case objectControl[up.verb] && len(up.obj) > 0 && base(rel) != "advcl":
			x.subj = up.obj
		case objectControl[up.verb] && len(up.iobj) > 0 && base(rel) != "advcl":
			x.subj = up.iobj
		case base(rel) == "advcl" && x.mark != "" && x.mark != "to" && x.mark != "by" && x.mark != "without" && x.mark != "while" && x.mark != "after" && x.mark != "before" && x.mark != "when":
		default:
			x.subj = up.subj
		}
	}
}

// demandsBeside returns the telling beside which a clause stands that the tree joined
// to what is told, though nothing there can demand: "said there was no money and
// demanded that …". It is nil for others.
func (r *reading) demandsBeside(x, up *clause) *clause {
	g := r.clause(up.up)
	if g == nil || base(r.rel(up.head)) != "ccomp" || !r.cue[g.head] || r.head(up.head) != g.head || !lex().points.Lists.Wish[x.verb] && lex().positions.Verbs[x.lemma] == "" || len(r.actorsAt(g.subj...)) == 0 {
		return nil
	}
	if r.finiteTag(x.head) != r.finiteTag(g.head) && !(g.past || g.perfect) || !x.past && r.doc.Tokens[x.head].XPOS != "VBD" || up.past || up.modal != "" {
		return nil
	}
	if r.child(up.head, "expl") >= 0 || len(up.subj) > 0 && len(r.actorsAt(up.subj...)) == 0 && !slices.ContainsFunc(up.subj, func(s int) bool { return r.upos(s) == "PRON" || r.isTextNoun(s) }) {
		return g
	}
	return nil
}

// joinedRelative gives a relative clause that is joined to another what both are
// about: "a cap that was added late and that Marrow opposes".
func (r *reading) joinedRelative(x *clause) {
	top := x.head
	for base(r.rel(top)) == "conj" && r.head(top) >= 0 {
		top = r.head(top)
	}
	h := r.head(top)
	if r.rel(top) != "acl:relcl" || h < 0 {
		return
	}
	for _, list := range []*[]int{&x.subj, &x.obj} {
		if at := slices.IndexFunc(*list, func(k int) bool { return isRelative(r.lower(k)) && k > top }); at >= 0 {
			*list = slices.Clone(*list)
			(*list)[at] = h
		}
	}
}

// goesOnAfterTelling gives a predicate that the tree joined to the telling of its
// sentence the subject of what is told: "Norvana insists on the cap, Marrow said,
// but is open to inspections".
func (r *reading) goesOnAfterTelling(x, up *clause) {
	if !r.cue[up.head] || r.child(x.head, "nsubj") >= 0 || len(up.comp) == 0 || up.comp[0] > up.head || r.inner[x.head] < 0 || r.inner[up.head] == r.inner[x.head] {
		return
	}
	if told, ok := r.indexOf(up.comp[0]); ok && r.inner[up.comp[0]] == r.inner[x.head] && len(r.clauses[told].subj) > 0 {
		x.subj = r.clauses[told].subj
	}
}

// goesOnInTelling gives a predicate with a modal that the tree joined to the telling
// before it the text that the telling is about: "said the draft was lopsided but
// could serve as a basis".
func (r *reading) goesOnInTelling(x, up *clause) {
	if x.modal == "" || up.modal != "" || !r.cue[up.head] || r.child(x.head, "nsubj") >= 0 || len(up.comp) == 0 || up.comp[0] < up.head || up.comp[0] > x.head {
		return
	}
	if told, ok := r.indexOf(up.comp[0]); ok && len(r.clauses[told].subj) == 1 && r.isTextNoun(r.clauses[told].subj[0]) {
		x.subj = r.clauses[told].subj
	}
}

// finiteTag returns the tag of the finite word of a predicate: its first auxiliary's, or its own.
func (r *reading) finiteTag(i int) string {
	for _, k := range r.kids[i] {
		if b := base(r.rel(k)); b == "aux" || b == "cop" {
			return r.doc.Tokens[k].XPOS
		}
	}
	return r.doc.Tokens[i].XPOS
}

// pied reports whether the relative pronoun of a clause has a preposition ("from which").
func (r *reading) pied(i int) bool {
	for _, k := range r.kids[i] {
		if isRelative(r.lower(k)) && r.caseOf(k) != "" {
			return true
		}
	}
	return false
}

// noLonger reports whether a predicate holds no more: "no longer rejects it", "is no longer on the cards".
func (r *reading) noLonger(c *clause) bool {
	return slices.ContainsFunc(c.adverbs, func(k int) bool {
		return r.lower(k) == "longer" && k > 0 && (r.lower(k-1) == "no" || r.lower(k-1) == "any")
	})
}

func isRelative(s string) bool {
	return s == "who" || s == "which" || s == "that" || s == "whom" || s == "whose"
}

// antecedents returns the nouns that a relative or participial clause on h may speak of.
func (r *reading) antecedents(h int) []int {
	if n, ok := r.indexOf(h); ok && r.clauses[n].copula {
		return []int{h}
	}
	return []int{h}
}

// clause returns the clause whose predicate is i, nil for none.
func (r *reading) clause(i int) *clause {
	if n, ok := r.indexOf(i); ok {
		return &r.clauses[n]
	}
	return nil
}

// indexOf returns the index in r.clauses of the clause of a predicate, if token i is one.
func (r *reading) indexOf(i int) (n int, ok bool) {
	if i < 0 || i >= len(r.at) || r.at[i] == 0 {
		return 0, false
	}
	return r.at[i] - 1, true
}

// governor returns the nearest predicate above token i, or i itself, nil for none.
func (r *reading) governor(i int) *clause {
	for steps := 0; i >= 0 && i < len(r.kids) && steps < 200; i, steps = r.head(i), steps+1 {
		if c := r.clause(i); c != nil {
			return c
		}
	}
	return nil
}

// twice are verbs whose passive keeps an object: "he's given a chance".
var twice = words{
	"give": true, "grant": true, "offer": true, "tell": true, "show": true, "award": true, "ask": true, "pay": true, "teach": true, "send": true, "promise": true, "deny": true, "call": true, "name": true, "elect": true, "appoint": true,
	"make": true, "consider": true, "deem": true, "owe": true, "allow": true, "hand": true, "charge": true, "fine": true, "assign": true, "cost": true, "crown": true, "declare": true, "dub": true, "allot": true, "spare": true, "refuse": true, "set": true, "put": true,
}

// contracted reports whether the auxiliary of a predicate is "'s".
func (r *reading) contracted(i int) bool {
	for _, k := range r.kids[i] {
		if f := r.lower(k); base(r.rel(k)) == "aux" && (f == "'s" || f == "’s") {
			return true
		}
	}
	return false
}

// first returns the first subject, -1 for none.
func (c *clause) first() int {
	if len(c.subj) == 0 {
		return -1
	}
	return c.subj[0]
}

// is reports whether the predicate, with or without its particle, is in the set.
func (c *clause) is(set words) bool { return set[c.lemma] || set[c.verb] }

// may reports whether the clause tells what is only possible.
func (c *clause) may() bool { return c.modal == "may" || c.modal == "might" || c.modal == "could" }

// value looks the predicate up, first with its particle.
func (c *clause) value(table map[string]string) string {
	if v, ok := table[c.lemma]; ok {
		return v
	}
	if c.lemma != c.verb && strings.Contains(c.lemma, " ") {
		// "pull out" is not "pull"; but "lift up" may be "lift".
		return ""
	}
	return table[c.verb]
}

// with returns the heads of the obliques with one of the prepositions.
func (c *clause) with(preps ...string) []int {
	var out []int
	for _, o := range c.obl {
		if slices.Contains(preps, o.prep) {
			out = append(out, o.head)
		}
	}
	return out
}
