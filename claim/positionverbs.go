package claim

import (
	"cmp"
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/lang"
)

// predicateStance reads the stance that the words of a predicate tell, without its polarity.
func (r *reading) predicateStance(c *clause) (stand, bool) {
	l := &lex().positions
	if n := len(c.subj); n > 1 && r.head(c.subj[0]) == c.head && r.head(c.subj[n-1]) == c.head && base(r.rel(c.subj[n-1])) == "nsubj" {
		c.subj = c.subj[n-1:] // "told parliament she will submit …": two subjects, of which the first is who is told
	}
	s := stand{actors: r.actorsAt(c.subj...)}
	if len(s.actors) == 0 {
		s.actors = r.meant(c.subj...)
	}
	for n, a := range s.actors { // "his party" is he, whichever party was named last
		if p := r.child(a.token, "nmod:poss"); p >= 0 && r.upos(p) == "PRON" && r.lemma(a.token) == "party" && r.entity[p] >= 0 && r.said.Entities[r.entity[p]].Type == lang.PER {
			name := tidyName(r.said.Entities[r.entity[p]].Name)
			s.actors[n].Mention = rapporteur.Mention{Name: name, Kind: rapporteur.Person, Span: r.bytes(lang.Range{Start: p, End: p + 1})}
		}
	}
	if r.doc.Tokens[c.head].XPOS == "VBG" && base(r.rel(c.head)) == "acl" && r.rel(c.head) != "acl:relcl" && c.mark == "" {
		s.actors = r.handers(r.head(c.head)) // "presented a document demanding …"
	}
	if h := r.head(c.head); r.rel(c.head) == "acl:relcl" && h >= 0 && len(s.actors) == 0 && lex().positions.Lists.Motions[r.lemma(h)] && len(c.subj) == 1 && c.subj[0] == h {
		if g := r.governor(h); g != nil && !g.passive && (lex().positions.Lists.Hand[g.verb] || lex().positions.Lists.Carry[g.verb]) {
			s.actors = r.actorsAt(g.subj...) // "voted for a motion that rejects …"
		}
	}
	if len(s.actors) == 0 && len(c.subj) == 1 && r.upos(c.subj[0]) == "PRON" && r.entity[c.subj[0]] < 0 {
		switch r.lower(c.subj[0]) {
		case "it", "we", "i", "they": // "Norvana said it would sign …", where nothing else is meant
			s.actors = r.notSpeaker(c, r.party(c.head))
		}
	}
	for _, h := range c.subj {
		s.actors = append(s.actors, r.suchAs(h)...)
	}
	for _, k := range c.with("including") {
		if n := r.lo[k] + 1; n < len(r.kids) && r.upos(n) == "ADP" {
			continue // "including within the cabinet"
		}
		s.actors = append(s.actors, r.actorsAt(k)...) // "two ministers resigned, including Per Holm"
	}
	if !c.passive && !c.copula {
		s.actors = slices.DeleteFunc(s.actors, func(a actor) bool {
			return a.token > c.head && slices.Contains(c.subj, a.token) && r.rel(a.token) != "nsubj"
		})
	}
	if r.asBasis(c) {
		s.stance, s.whole = rapporteur.Conditions, true
		s.targets = append(slices.Clone(c.obj), c.subj...)
		if c.passive || len(s.actors) == 0 || slices.ContainsFunc(c.subj, func(k int) bool { return r.textUnder(k) >= 0 || r.lower(k) == "it" }) {
			s.actors = r.voice(c.head)
			if r.textOf(s.targets) < 0 {
				s.targets = nil
			}
		}
		return s, true
	}
	if direct := slices.DeleteFunc(slices.Clone(s.actors), func(a actor) bool {
		h := a.token
		for base(r.rel(h)) == "conj" && r.head(h) >= 0 {
			h = r.head(h)
		}
		return r.head(h) != c.head || base(r.rel(h)) != "nsubj"
	}); len(direct) > 0 && !c.passive && len(direct) < len(s.actors) && len(c.with("including")) == 0 {
		s.actors = direct // "told parliament she will submit …"
	}
	if x := r.latent(c); x >= 0 {
		if found := r.actorsAt(x); len(found) > 0 {
			s.actors = found
		}
	}
	if x, ok := r.preferred(c, s); ok {
		return x, true
	}
	if x, ok := r.noneWithout(c, s); ok {
		return x, true
	}
	if x, ok := r.conditionStance(c, s); ok {
		return x, true
	}
	if x, ok := r.refusal(c, s); ok {
		return x, true
	}
	if x, ok := r.bargained(c, s); ok {
		return x, true
	}
	if c.copula {
		return r.copulaStance(c, s)
	}
	if c.passive {
		if len(c.agent) == 0 {
			if (c.modal == "will" || c.modal == "would") && !c.neg && l.Lists.Refused[c.verb] && len(c.subj) > 0 && (r.textOf(c.subj) >= 0 || r.anything(c.subj[0])) {
				s.stance, s.settled, s.whole = rapporteur.Rejects, true, true
				s.actors, s.targets, s.sure = r.party(c.head), slices.Clone(c.subj), true // "anything below six would be voted down, she said"
				return s, len(s.actors) > 0
			}
			if c.verb == "rule" || c.modal != "" && c.modal != "will" {
				return s, false
			}
			return r.adjectiveStance(c, s, l.Participles)
		}
		v := c.lexical(l.Verbs)
		if v == "" || broad[c.verb] && c.verb != "accept" && c.verb != "approve" && c.verb != "back" {
			return s, false
		}
		s.stance, s.targets, s.actors = rapporteur.Stance(v), c.subj, r.actorsAt(c.agent...)
		from := c.head
		for _, k := range c.subj {
			from = min(from, r.lo[k])
		}
		s.words = lang.Range{Start: from, End: r.own(c.head).End}
		return s, true
	}
	for _, read := range []func(*clause, stand) (stand, bool){r.noRoom, r.called, r.resigns} {
		if x, ok := read(c, s); ok {
			return x, true
		}
	}
	if (c.verb == "ban" || c.verb == "exclude") && !c.passive && !c.neg && slices.ContainsFunc(c.obj, func(o int) bool { return lex().meetings.Nouns[r.lemma(o)] }) {
		s.stance, s.targets, s.settled = rapporteur.Rejects, slices.Clone(c.obj), true // "banned any informal negotiations"
		return s, c.modal == ""
	}
	if c.verb == "live" && len(c.with("with")) > 0 && (c.modal == "could" || c.modal == "can" || c.modal == "would") {
		s.stance, s.targets = rapporteur.Flexible, c.with("with")
		return s, true
	}
	if l.Lists.Imagine[c.verb] && (c.modal == "could" || c.modal == "can") && len(s.actors) > 0 && !c.neg && len(c.comp)+len(c.obj) > 0 {
		s.stance, s.targets, s.settled = rapporteur.Flexible, append(slices.Clone(c.comp), c.obj...), true // "could imagine phasing in the rise"
		for _, k := range c.comp {
			s.targets = append(s.targets, r.children(k, "obj", "obl")...)
		}
		return s, true
	}
	if c.verb == "vote" && len(c.obj) == 0 && !c.neg {
		if x, ok := r.voted(c, s); ok {
			return x, true
		}
	}
	if (c.verb == "recommend" || c.verb == "advise") && !c.neg && len(c.obj) > 0 && len(r.children(c.obj[0], "nmod")) == 0 {
		if v := l.Nouns[r.lemma(c.obj[0])]; v == "accepts" || v == "rejects" { // "recommends acceptance"
			s.stance, s.targets, s.sure, s.whole = rapporteur.Stance(v), []int{c.obj[0]}, true, true
			return s, true
		}
	}
	if l.Lists.Express[c.verb] {
		for _, o := range c.obj {
			v := l.Nouns[r.lemma(o)]
			if d := r.child(o, "det"); c.verb == "have" && r.lemma(o) == "objection" && d >= 0 && r.lower(d) == "no" { // "has no objection to …"
				s.stance, s.settled = rapporteur.Flexible, true
				s.targets = append(r.children(o, "nmod"), append(r.adjoined(o), c.with("to")...)...)
				return s, len(s.targets) > 0
			}
			if v == "" || l.Nominal[r.lemma(o)] == v && r.child(o, "nmod:poss") >= 0 || c.neg || len(c.obj) > 1 && o != c.obj[len(c.obj)-1] || r.theOpposition(o) || r.lemma(o) == "demand" && c.verb == "show" || r.lemma(o) == "agreement" && (r.child(o, "det") >= 0 || c.verb == "announce" || c.verb == "have") {
				continue
			}
			s.stance = rapporteur.Stance(v)
			for _, k := range r.children(o, "nmod", "acl") {
				if k == c.head {
					continue
				}
				s.targets = append(s.targets, r.conjuncts(k)...)
			}
			for _, ob := range c.obl {
				if ob.prep == "about" || ob.prep == "over" || ob.prep == "with" || ob.prep == "to" || ob.prep == "on" {
					s.targets = append(s.targets, ob.head)
				}
			}
			s.targets = append(s.targets, o)
			return s, true
		}
	}
	if (c.verb == "make" || c.verb == "offer" || c.verb == "give" || c.verb == "rule") && r.rel(c.head) != "acl:relcl" {
		if slices.ContainsFunc(c.obj, func(o int) bool { return l.Lists.Concede[r.lemma(o)] }) {
			s.stance, s.targets, s.sure = rapporteur.Flexible, append(slices.Clone(c.obj), c.comp...), true
			if c.neg || c.verb == "rule" {
				s.stance = rapporteur.Rejects
			}
			for _, o := range c.obl {
				s.targets = append(s.targets, o.head)
			}
			return s, true
		}
	}
	if c.verb == "announce" {
		for _, o := range c.obj {
			if r.lemma(o) != "development" && r.lemma(o) != "preparation" {
				continue
			}
			for _, k := range r.children(o, "nmod") {
				if strings.HasPrefix(r.lemma(k), "counter") {
					s.stance, s.targets = rapporteur.Proposes, []int{k}
					return s, true
				}
			}
		}
	}
	return r.verbStance(c, s)
}

// voted reads a vote whose matter was told before: "two members voted against".
func (r *reading) voted(c *clause, s stand) (stand, bool) {
	for k := c.head + 1; k < min(c.head+3, len(r.kids)) && r.sent[k] == r.sent[c.head]; k++ {
		if f := r.lower(k); f != "against" && f != "for" && f != "favour" && f != "favor" {
			continue
		} else if end := k + 1; end < r.sentence(k).End && r.upos(end) != "PUNCT" && r.upos(end) != "CCONJ" && r.upos(end) != "ADP" {
			return s, false
		} else if s.stance = rapporteur.Accepts; f == "against" {
			s.stance = rapporteur.Rejects
		}
		s.sure, s.settled, s.whole, s.voted = true, true, true, true
		for _, subj := range c.subj { // "two members, among them the chair, Per Holm, voted against"
			for _, n := range r.doc.Names {
				if np := r.subtree(subj); n.Type == lang.PER && np.Covers(n.Range) && n.End > subj+1 {
					s.actors = append(s.actors, r.actorsAt(n.End-1)...)
				}
			}
		}
		s.targets = []int{k}
		return s, true
	}
	return s, false
}

// anything reports whether a subject is any of its kind: "any deal that …", "anything below six".
func (r *reading) anything(k int) bool {
	d := r.child(k, "det")
	return r.lower(k) == "anything" || d >= 0 && r.lower(d) == "any"
}

// handers returns who gives a text to others, where a participle says what it asks for.
func (r *reading) handers(text int) []actor {
	if text < 0 || r.textUnder(text) < 0 && r.lemma(text) != "list" && r.lemma(text) != "letter" && r.lemma(text) != "document" {
		return nil
	}
	g := r.governor(text)
	if g == nil || g.passive || !lex().positions.Lists.Hand[g.verb] {
		return nil
	}
	return r.actorsAt(g.subj...)
}

// latent returns the subject of a verb that the tree joined to the clause before, so that
// it took the subject for an object there ("met Marrow, but the opposition leader, Per
// Holm, refused …"), -1 for none.
func (r *reading) latent(c *clause) int {
	if base(r.rel(c.head)) != "conj" || r.child(c.head, "nsubj") >= 0 || r.child(c.head, "aux") >= 0 {
		return -1
	}
	cc := r.child(c.head, "cc")
	if cc < 0 {
		return -1
	}
	for k := cc + 1; k < c.head; k++ {
		if r.lo[k] == cc+1 && r.hi[k] >= c.head-1 && r.hi[k] <= c.head && base(r.rel(k)) == "conj" && (r.upos(k) == "NOUN" || r.upos(k) == "PROPN") {
			return k
		}
	}
	return -1
}

// theOpposition reports whether a noun of stance rather names people: "gives the opposition time".
func (r *reading) theOpposition(o int) bool {
	d := r.child(o, "det")
	return r.lemma(o) == "opposition" && d >= 0 && r.lower(d) == "the" && r.child(o, "nmod", "acl") < 0
}

// doneBy returns the infinitive right behind a nominal whose deed it is, though the
// tree hung both on the predicate: "calls for | Norvana | to leave"; -1 for none.
func (r *reading) doneBy(c *clause, t int) int {
	for _, k := range r.kids[c.head] {
		if m := r.child(k, "mark"); k > t && m >= 0 && r.lower(m) == "to" && r.lo[k] == r.hi[t] && r.clause(k) != nil && base(r.rel(k)) != "conj" {
			return k
		}
	}
	return -1
}

// lexical looks a predicate up, also where its lemma has lost an e ("ruled": "rul").
func (c *clause) lexical(table map[string]string) string {
	if v := c.value(table); v != "" {
		return v
	}
	whole := *c
	whole.verb += "e"
	whole.lemma = whole.verb + strings.TrimPrefix(c.lemma, c.verb)
	return whole.value(table)
}

// verbStance reads the verbs of the lexicon with what they govern.
func (r *reading) verbStance(c *clause, s stand) (stand, bool) {
	l := &lex().positions
	v := ""
	if len(c.comp) == 0 && len(c.obj) > 0 && objectControl[c.verb] {
		for _, k := range r.children(c.head, "advcl") {
			if m := r.child(k, "mark"); k > c.obj[0] && m >= 0 && r.lower(m) == "to" && r.lo[k] == r.hi[c.obj[0]] {
				c.comp = append(c.comp, k) // "pressed Norvana to cut …", read as a purpose
			}
		}
	}
	if len(c.obj) == 0 && strings.Contains(c.lemma, " ") { // "voted down the accord"
		for _, o := range c.obl {
			if o.prep == "" && r.timeAt[o.head] < 0 {
				s.targets = append(s.targets, o.head)
			}
		}
	}
	for _, k := range r.kids[c.head] { // "insists on lifting …", "objects to …"
		if m := r.child(k, "mark"); base(r.rel(k)) == "advcl" && m >= 0 && k > c.head && r.doc.Tokens[k].XPOS == "VBG" && v == "" {
			if w := l.Prepositions[c.verb+" "+r.lower(m)]; w != "" {
				v, s.targets = w, append(s.targets, k)
			}
		}
	}
	if c.verb == "hold" || c.verb == "stand" {
		for k := c.head + 1; k < min(c.head+3, len(r.kids)); k++ {
			if r.lower(k) == "firm" && r.sent[k] == r.sent[c.head] {
				c.lemma = c.verb + " firm"
				for _, x := range r.children(k, "obl", "nmod") { // what the tree hung on "firm"
					c.obl = append(slices.Clone(c.obl), oblique{r.caseOf(x), x})
				}
			}
		}
	}
	for _, o := range c.obl {
		if r.circumstance(o.head) || o.prep == "for" && o.head < c.head && r.head(o.head) == c.head && !isRelative(r.lower(o.head)) {
			continue // "for its part", "for that reason"
		}
		for n, key := range []string{c.lemma + " " + o.prep, c.verb + " " + o.prep} {
			if n > 0 && c.lemma != c.verb {
				break // "called out Norvana for dumping"
			}
			if w := l.Prepositions[key]; w != "" {
				v, s.targets = w, append(s.targets, o.head)
				if k := r.doneBy(c, o.head); o.prep == "for" && k >= 0 { // "is pushing for Norvana to cut …"
					s.targets = append(s.targets, append([]int{k}, r.clause(k).obj...)...)
					s.words, s.whole = lang.Range{Start: r.lo[o.head] + 1, End: r.extent(k)}, true
				}
				break
			}
		}
		if w := cmp.Or(l.Verbs[c.verb+" "+o.prep], l.Verbs[c.verb+"e "+o.prep]); w != "" && o.prep != "" && strings.HasPrefix(c.lemma, c.verb) && v == "" {
			v, s.targets = w, append(s.targets, o.head) // "ruled out any base", its particle taken for a preposition
		}
	}
	if v == "" {
		switch c.verb {
		case "insist", "maintain", "stress", "reiterate":
			// "insisted that the talks had gone well" demands nothing
			if len(c.comp) > 0 {
				return r.insisted(c, s)
			}
		case "urge", "press", "pressure", "implore", "ask", "push", "exhort", "beg":
			if x := append(slices.Clone(c.comp), -1)[0]; x >= 0 && (r.clause(x) == nil || r.clause(x).mark == "to") && (len(c.obj) > 0 || len(c.iobj) > 0) || c.verb == "urge" && len(c.obj) > 0 {
				v = "demands"
			}
		case "agree":
			// "agreed on the plan with": the points tell what was agreed
			if r.onlyIf(c) && len(s.actors) == 1 && len(c.comp) > 0 {
				v, s.settled, s.whole = "conditions", true, true // "agreed to lift the ban only after …"
				break
			}
			if len(c.with("on")) > 0 || len(c.comp) > 0 || len(s.actors) > 1 || len(c.obj) == 0 {
				return s, false
			}
			v = "accepts"
		default:
			v = c.lexical(l.Verbs)
		}
		if v == "" {
			return s, false
		}
		s.targets = append(s.targets, c.obj...)
		s.targets = append(s.targets, c.comp...)
	}
	if (c.verb == "want" || c.verb == "seek") && r.rel(c.head) == "acl:relcl" && len(c.comp) == 0 && slices.ContainsFunc(c.subj, func(k int) bool { return r.upos(k) == "PRON" }) {
		return s, false // "the future we want"
	}
	if c.verb == "agree" && len(s.actors) > 1 {
		return s, false
	}
	s.stance = rapporteur.Stance(v)
	if v == "flexible" && c.verb == "settle" && slices.ContainsFunc(s.targets, func(t int) bool { return r.lemma(t) == "nothing" || r.lemma(t) == "less" }) {
		s.stance = rapporteur.Demands // "will settle for nothing less than a full deal"
		for _, t := range slices.Clone(s.targets) {
			s.targets = append(r.children(t, "nmod", "obl"), s.targets...)
		}
	}
	if (c.verb == "back" || c.verb == "support") && len(c.obj) == 0 && !c.passive && v != "flexible" {
		return s, false // "backed out of the deal"
	}
	if c.verb == "suggest" && len(c.comp) > 0 && len(c.obj) == 0 {
		// "suggested the real reason was …" is an opinion
		if x := r.clause(c.comp[0]); x != nil && (x.perfect || x.modal != "should" && r.doc.Tokens[x.head].XPOS != "VB" && r.doc.Tokens[x.head].XPOS != "VBG") {
			return s, false
		}
	}
	if slices.ContainsFunc(c.obj, func(o int) bool {
		return strings.HasSuffix(r.lower(o), "self") || strings.HasSuffix(r.lower(o), "selves")
	}) {
		return s, false
	}
	if l.Lists.Felt[c.verb] && !slices.ContainsFunc(s.targets, func(t int) bool { return r.textUnder(t) >= 0 || r.upos(t) == "PRON" && r.textMeant(t) >= 0 }) {
		return s, false
	}
	if v == "flexible" && slices.ContainsFunc(s.targets, func(t int) bool { return l.Nominal[r.lemma(t)] != "" && r.child(t, "nmod:poss") >= 0 }) {
		return s, false // "backed away from its demand" is told at the demand
	}
	if v == "proposes" && slices.ContainsFunc(c.obj, func(o int) bool { return l.Lists.Courtesies[r.lemma(o)] }) {
		return s, false // "offered no clarity"
	}
	if c.is(l.Lists.Vote) {
		if !slices.ContainsFunc(s.targets, func(t int) bool { return r.textUnder(t) >= 0 }) || slices.ContainsFunc(s.actors, func(a actor) bool { return a.Kind == rapporteur.State }) {
			return s, false
		}
	}
	if c.verb == "refuse" || c.verb == "decline" {
		for k := c.head + 1; k+1 < len(r.kids) && k < c.head+4; k++ {
			if r.lower(k) == "to" && l.Lists.Words[r.lemma(k+1)] && r.lemma(k+1) != "discuss" && r.lemma(k+1) != "make" && r.lemma(k+1) != "give" {
				return s, false // "declined to comment on …"
			}
		}
	}
	if len(c.comp) > 0 {
		k := c.comp[0]
		x := r.clause(k)
		if x != nil && x.mark == "to" && (c.verb == "want" || c.verb == "seek") && len(c.obj) == 0 && !l.Lists.Ends[x.verb] && !l.Lists.Ends[x.lemma] {
			return s, false // what somebody would like to do is no demand
		}
		if x != nil && x.mark == "to" && l.Lists.Words[r.lemma(k)] && !x.copula && (s.stance == rapporteur.Rejects || len(x.subj) == 0 || c.verb != "urge") && c.verb != "urge" && c.verb != "press" {
			return s, false
		}
		// "urged her not to accept": what it comes to
		if x != nil && (c.verb == "urge" || c.verb == "press" || c.verb == "pressure" || c.verb == "implore") && x.neg && x.value(l.Verbs) == "accepts" {
			s.stance = rapporteur.Rejects
			s.targets = append(s.targets, x.obj...)
		}
		// "refuse to rule out", "decline to back"
		if x != nil && s.stance == rapporteur.Rejects {
			if inner := x.value(l.Verbs); inner == "rejects" {
				s.stance = rapporteur.Flexible
			}
			s.targets = append(s.targets, x.obj...)
			for _, o := range x.obl {
				s.targets = append(s.targets, o.head)
			}
		}
	}
	return s, true
}
