package claim

import (
	"strings"

	"rapporteur"
	"rapporteur/lang"
)

// ownerBefore returns whose an office is whose words begin behind token k, where
// no name in them says so: "its foreign minister", "whose coordinator", "the
// committee's chair".
func (r *reading) ownerBefore(k int, sent lang.Range) rapporteur.Mention {
	if k < sent.Start {
		return rapporteur.Mention{}
	}
	here := r.bytes(lang.Range{Start: k, End: k + 1})
	switch f := r.lower(k); {
	case f == "its" || f == "their":
		if m := r.inFocus(k, 2); m.Name != "" {
			return rapporteur.Mention{Name: m.Name, Kind: m.Kind, Span: here}
		}
	case f == "his" || f == "her":
		if e := r.entity[k]; e >= 0 && r.said.Entities[e].Type == lang.PER {
			if name := tidyName(r.said.Entities[e].Name); strings.Contains(name, " ") {
				return rapporteur.Mention{Name: name, Kind: rapporteur.Person, Span: here}
			}
		}
	case f == "our" || f == "own" && k > sent.Start && r.lower(k-1) == "our":
		if r.inner[k] < 0 || !r.direct(k) {
			return r.home(here)
		}
	case f == "whose":
		for j := k - 1; j >= max(sent.Start, k-3); j-- {
			if r.upos(j) != "PUNCT" {
				return r.owner(j, here)
			}
		}
	case possessive(f) && k > sent.Start && r.typeAt(k-1) == "":
		if r.upos(k-1) == "NOUN" || r.upos(k-1) == "PROPN" {
			return r.owner(k-1, here)
		}
	}
	return rapporteur.Mention{}
}

// owner returns the state or body that token i names or means, as an owner of offices.
func (r *reading) owner(i int, here rapporteur.Span) rapporteur.Mention {
	a, ok := r.actorAt(i)
	switch {
	case realms[r.lower(i)]: // "the sultanate"
		for _, n := range r.doc.Names {
			if name := tidyName(r.doc.Words(n.Range)); n.Len() > 1 && strings.Contains(strings.ToLower(name)+" ", r.lower(i)+" ") {
				return rapporteur.Mention{Name: name, Kind: r.kindOf(n.Type, name), Span: here}
			}
		}
	case !ok && r.typeAt(i) == lang.ORG:
		if n := r.nameAt(i); n != nil {
			return rapporteur.Mention{Name: tidyName(r.doc.Words(n.Range)), Kind: rapporteur.Organisation, Span: here}
		}
	case !ok:
	case len(a.party) == 1:
		return rapporteur.Mention{Name: a.party[0].Name, Kind: a.party[0].Kind, Span: here}
	case a.Kind == rapporteur.State || a.Kind == rapporteur.Organisation:
		return rapporteur.Mention{Name: a.Name, Kind: a.Kind, Span: here}
	case a.Kind == rapporteur.Group && ownsOffices[r.lemma(i)] && r.doc.Tokens[i].XPOS != "NNS":
		return rapporteur.Mention{Name: a.Name, Kind: a.Kind, Span: here}
	}
	return rapporteur.Mention{}
}

// realms are words for states by who reigns in them.
var realms = words{"sultanate": true, "kingdom": true, "emirate": true, "republic": true, "principality": true}

// home returns the state after which the report's outlet is called, as far as the
// report tells that it is one: "our foreign minister" in the Norvana Observer.
func (r *reading) home(here rapporteur.Span) rapporteur.Mention {
	for w := range strings.FieldsSeq(r.report.Outlet) {
		for _, n := range r.doc.Names {
			if name := tidyName(r.doc.Words(n.Range)); name == w && (r.isState(name) || n.Type == lang.LOC) {
				return rapporteur.Mention{Name: name, Kind: rapporteur.State, Span: here}
			}
		}
		if len(w) > 3 && r.isState(w) {
			return rapporteur.Mention{Name: w, Kind: rapporteur.State, Span: here}
		}
	}
	return rapporteur.Mention{}
}

// ownsOffices are words for bodies that have officers and are told apart by nothing else in a report.
var ownsOffices = words{"union": true, "committee": true, "company": true, "guild": true, "federation": true, "alliance": true, "bloc": true, "coalition": true, "league": true, "employer": true, "operator": true}

// inFocus returns the state or body that "its" at token k is most likely of: the
// subject of what stands before it in the sentence, or the only one that the
// sentence before is about.
func (r *reading) inFocus(k, depth int) rapporteur.Mention {
	if depth == 0 {
		return rapporteur.Mention{}
	}
	sent := r.sentence(k)
	before := lang.Range{Start: sent.Start, End: k}
	if m := r.subjectIn(before, depth); m.Name != "" {
		return m
	}
	if named := r.ownersIn(before); len(named) > 0 { // "For the Treasury it is a trap: its head, …"
		if len(named) == 1 {
			return named[0]
		}
		return rapporteur.Mention{}
	}
	if s := r.sent[k]; s > 0 {
		last := r.doc.Sentences[s-1].Range
		m := r.subjectIn(last, depth)
		for _, o := range r.ownersIn(last) { // "Norvana wants it, and Estrel, which …, does not"
			if o.Name != m.Name && (base(r.rel(o.Span.Start)) == "conj" || r.rel(o.Span.Start) == "orphan") {
				return rapporteur.Mention{}
			}
		}
		return m
	}
	return rapporteur.Mention{}
}

// ownersIn returns the states and bodies that words name, with their tokens for spans.
func (r *reading) ownersIn(s lang.Range) (out []rapporteur.Mention) {
	for i := s.Start; i < s.End; i++ {
		if n := r.nameAt(i); n == nil || n.End-1 != i || r.typeAt(i) != lang.ORG && r.typeAt(i) != lang.LOC {
			continue
		}
		h := r.nameHead(i)
		if m := r.owner(h, rapporteur.Span{Start: h, End: h + 1}); m.Name != "" {
			out = append(out, m)
		}
	}
	return out
}

// subjectIn returns the state or body that is the subject of some words, or whose
// people are; none where several are.
func (r *reading) subjectIn(s lang.Range, depth int) rapporteur.Mention {
	var one rapporteur.Mention
	for i := s.Start; i < s.End; i++ {
		if rel := r.rel(i); rel != "nsubj" && rel != "nsubj:pass" || r.upos(i) == "PRON" {
			continue
		}
		m := r.owner(i, rapporteur.Span{})
		for _, c := range r.kids[i] {
			if m.Name != "" || r.rel(c) != "nmod:poss" {
				continue
			}
			if f := r.lower(c); f == "its" || f == "their" {
				m = r.inFocus(c, depth-1)
			} else {
				m = r.owner(c, rapporteur.Span{})
			}
		}
		if m.Name == "" {
			continue
		}
		if one.Name != "" && one.Name != m.Name {
			return rapporteur.Mention{}
		}
		one = m
	}
	return one
}

// ownerAfter returns the state or body whose office somebody holds whose name
// says so behind it: "Premier Otto Varga of Estrel".
func (r *reading) ownerAfter(name, sent lang.Range, title string) rapporteur.Mention {
	if name.End+1 >= sent.End || r.lower(name.End) != "of" {
		return rapporteur.Mention{}
	}
	for o := name.End + 1; o < min(name.End+3, sent.End); o++ {
		if r.upos(o) == "DET" {
			continue
		}
		if t := r.typeAt(o); t == lang.PER && o == name.End+1 && r.nameAt(o) != nil && r.nameAt(o).Len() == 1 && !lex().titles.Family[title] {
			return rapporteur.Mention{Name: r.doc.Words(r.nameAt(o).Range), Kind: rapporteur.Organisation, Span: r.bytes(r.nameAt(o).Range)}
		}
		if t := r.typeAt(o); t == lang.ORG || r.isState(r.form(o)) || t == lang.LOC && (r.isState(r.stateName(o)) || ofStates[title[strings.LastIndexByte(title, ' ')+1:]]) {
			if m := r.owner(r.nameHead(o), r.bytes(lang.Range{Start: o, End: o + 1})); m.Name != "" {
				return m
			}
			return rapporteur.Mention{Name: r.stateName(o), Kind: r.kindOf(orLOC(t), r.stateName(o)), Span: r.bytes(lang.Range{Start: o, End: o + 1})}
		}
		break
	}
	return rapporteur.Mention{}
}

// ofStates are offices that only states have.
var ofStates = words{"president": true, "premier": true, "minister": true, "chancellor": true, "king": true, "queen": true, "ambassador": true}

// nameHead returns the head of the name that token i belongs to.
func (r *reading) nameHead(i int) int {
	n := r.nameAt(i)
	for n != nil && n.Contains(r.head(i)) {
		i = r.head(i)
	}
	return i
}

// bearer returns whose person a name without an office is: "Estrel's Otto Varga",
// "the Estrelian strongman Otto Varga".
func (r *reading) bearer(name lang.Range) rapporteur.Mention {
	sent := r.sentence(name.Start)
	k := name.Start - 1
	if k < sent.Start {
		return rapporteur.Mention{}
	}
	if possessive(r.lower(k)) {
		if k > sent.Start && (r.typeAt(k-1) == lang.ORG || r.isState(r.form(k-1)) || r.typeAt(k-1) == lang.LOC && r.isState(r.stateName(k-1))) {
			return r.owner(r.nameHead(k-1), r.bytes(lang.Range{Start: k - 1, End: k}))
		}
		return rapporteur.Mention{}
	}
	if r.upos(k) == "NOUN" && k > sent.Start && r.doc.Tokens[k].XPOS == "NN" && (name.Contains(r.head(k)) || r.kin(k, name)) && !lex().titles.Family[r.lemma(k)] {
		if t := r.typeAt(k - 1); t == lang.NORP || t == lang.LOC && r.isState(r.form(k-1)) {
			return rapporteur.Mention{Name: r.stateName(k - 1), Kind: r.kindOf(t, r.stateName(k-1)), Span: r.bytes(lang.Range{Start: k - 1, End: k})}
		}
	}
	return rapporteur.Mention{}
}

// kin reports whether a name depends on the noun at token k before it.
func (r *reading) kin(k int, name lang.Range) bool {
	for i := name.Start; i < name.End; i++ {
		if r.head(i) == k {
			return true
		}
	}
	return false
}

// topic returns the state that a sentence says it speaks of before all else: "In
// Estrel, the Senate leader, …", "For Estrel's part, President …".
func (r *reading) topic(sent lang.Range) rapporteur.Mention {
	k := sent.Start + 1
	if k+1 >= sent.End {
		return rapporteur.Mention{}
	}
	n := r.nameAt(k)
	if n == nil || n.Start != k || !r.isState(r.doc.Words(n.Range)) || n.End >= sent.End {
		return rapporteur.Mention{}
	}
	switch r.lower(sent.Start) {
	case "in":
		if r.form(n.End) != "," {
			return rapporteur.Mention{}
		}
	case "for":
		if !possessive(r.lower(n.End)) || n.End+1 >= sent.End || r.lower(n.End+1) != "part" {
			return rapporteur.Mention{}
		}
	default:
		return rapporteur.Mention{}
	}
	return rapporteur.Mention{Name: tidyName(r.doc.Words(n.Range)), Kind: rapporteur.State, Span: r.bytes(n.Range)}
}

// leads returns whose delegation somebody is said to head whose name stands behind
// the verb: "Estrel's delegation, led by Otto Varga".
func (r *reading) leads(name lang.Range) rapporteur.RoleClaim {
	h := name.End - 1
	for name.Contains(r.head(h)) {
		h = r.head(h)
	}
	for steps := 0; steps < 3 && (base(r.rel(h)) == "appos" || r.rel(h) == "flat" || r.rel(h) == "compound") && r.head(h) >= 0 && r.head(h) < name.Start; steps++ {
		h = r.head(h)
	}
	for _, a := range append([]int{h}, r.kids[h]...) { // "Ilse Marrow, the diplomat leading the mission"
		if a != h && base(r.rel(a)) != "appos" {
			continue
		}
		for _, k := range r.kids[a] {
			if o := r.child(k, "obj"); base(r.rel(k)) == "acl" && r.doc.Tokens[k].XPOS == "VBG" && (r.lemma(k) == "lead" || r.lemma(k) == "head") && o > k && delegated[r.lemma(o)] {
				return r.headOf(o)
			}
		}
	}
	v, d := r.head(h), -1
	if title := chiefs[r.lemmaAt(v)]; title != "" && r.caseOf(h) == "by" {
		d = r.child(v, "nsubj:pass")
		if base(r.rel(v)) == "acl" {
			d = r.head(v)
		}
	} else if v = r.doing(h); v >= 0 && chiefs[r.lemma(v)] != "" {
		d = r.child(v, "obj")
	}
	if d < 0 {
		return rapporteur.RoleClaim{}
	}
	if c := r.clause(v); c != nil && (c.neg || c.modal != "") {
		return rapporteur.RoleClaim{}
	}
	if delegated[r.lemma(d)] {
		return r.headOf(d)
	}
	if a, ok := r.actorAt(d); ok && a.Kind == rapporteur.Organisation && r.typeAt(d) == lang.ORG {
		return rapporteur.RoleClaim{Title: chiefs[r.lemma(v)], Of: a.Mention}
	}
	return rapporteur.RoleClaim{}
}

// chiefs are what those are who do so with a body.
var chiefs = map[string]string{
	"lead": "leader", "head": "head", "chair": "chair", "co-chair": "co-chair", "direct": "director", "command": "commander", "coordinate": "coordinator",
	"run": "head", "helm": "head", "preside": "president", "manage": "manager", "oversee": "head",
}

// managed are verbs of heading that many do with things that are no bodies: only with those that have a name.
var managed = words{"run": true, "manage": true, "oversee": true, "helm": true, "direct": true}

// verbObject returns what a clause is done with: its object, or the first of others.
func (c *clause) verbObject(others []int) int {
	switch {
	case len(c.obj) > 0:
		return c.obj[0]
	case len(others) > 0:
		return others[0]
	}
	return -1
}

// headed returns the office of whom a clause says to head something: "who leads the team", "chairs
// the committee of the ports", "will lead the mission".
func (r *reading) headed(c *clause) rapporteur.RoleClaim {
	title := chiefs[c.verb]
	over := c.with("over")
	if title == "" || c.passive || c.neg || c.modal != "" && c.modal != "will" || len(c.obj) == 0 && (c.verb != "preside" || len(over) == 0) {
		return rapporteur.RoleClaim{}
	}
	o := -1
	if o = c.verbObject(over); o < 0 {
		return rapporteur.RoleClaim{}
	}
	switch lemma := r.lemma(o); {
	case r.typeAt(o) == lang.ORG:
		return rapporteur.RoleClaim{Title: title, Of: r.owner(o, r.bytes(lang.Range{Start: o, End: o + 1}))}
	case r.typeAt(o) != "":
	case managed[c.verb] && r.upos(o) == "PROPN":
		return rapporteur.RoleClaim{Title: title, Of: rapporteur.Mention{Name: r.form(o), Kind: rapporteur.Organisation, Span: r.bytes(lang.Range{Start: o, End: o + 1})}}
	case managed[c.verb] && !divisions[lemma]:
	case delegated[lemma] && (c.verb == "lead" || c.verb == "head"):
		return r.headOf(o)
	case delegated[lemma] || presided[lemma] || divisions[lemma] || lex().titles.Bodies[lemma]:
		x := r.headOf(o)
		for _, k := range append(r.children(o, "nmod"), c.with("at")...) {
			if m := r.owner(k, r.bytes(lang.Range{Start: k, End: k + 1})); r.caseOf(k) == "at" && m.Name != "" {
				x.Of = m
			}
		}
		x.Title = title + " of the " + strings.ToLower(r.doc.Words(lang.Range{Start: r.ownStart(o), End: o + 1}))
		return x
	}
	return rapporteur.RoleClaim{}
}

// ownStart returns where a noun's own words begin behind articles and owners: the union's | bargaining committee.
func (r *reading) ownStart(h int) int {
	k := h
	for k > r.sentence(h).Start && r.head(k-1) == h && (base(r.rel(k-1)) == "compound" || base(r.rel(k-1)) == "amod") && r.upos(k-1) != "VERB" {
		k--
	}
	return k
}

// lemmaAt returns the lemma of a token, "" for none.
func (r *reading) lemmaAt(i int) string {
	if i < 0 {
		return ""
	}
	return r.lemma(i)
}

// doing returns the verb of which the nominal at token h is the doer: "Marrow leads", "Marrow, who leads", -1 for none.
func (r *reading) doing(h int) int {
	if v := r.head(h); v >= 0 && r.rel(h) == "nsubj" && r.upos(v) == "VERB" {
		return v
	}
	if r.child(h, "conj") >= 0 {
		return -1 // "Marrow and Okoye, who leads"
	}
	for _, k := range r.kids[h] {
		if r.rel(k) == "acl:relcl" && r.upos(k) == "VERB" {
			if s := r.child(k, "nsubj"); s >= 0 && r.lower(s) == "who" {
				return k
			}
		}
	}
	return -1
}

// delegated are words for those who are sent.
var delegated = words{"delegation": true, "team": true, "mission": true, "side": true}

// presided are bodies that somebody presides over, besides those whose names begin with what they are.
var presided = words{
	"committee": true, "council": true, "commission": true, "group": true, "panel": true, "board": true, "caucus": true, "bloc": true, "faction": true,
	"secretariat": true, "agency": true, "force": true, "party": true, "union": true, "working-group": true, "subcommittee": true, "coalition": true, "operation": true, "parliament": true, "court": true, "bank": true, "congress": true, "conference": true, "assembly": true,
}

// divisions are parts of a body that somebody heads.
var divisions = words{
	"division": true, "department": true, "section": true, "unit": true, "office": true, "desk": true, "practice": true, "programme": true, "program": true, "centre": true, "center": true, "branch": true, "chapter": true, "arm": true,
	"wing": true, "task-force": true, "taskforce": true, "institute": true, "foundation": true, "laboratory": true, "directorate": true, "bureau": true, "school": true, "faculty": true, "chamber": true, "lobby": true, "federation": true, "association": true,
}

// headOf returns the office of who heads the delegation at token d.
func (r *reading) headOf(d int) rapporteur.RoleClaim {
	x := rapporteur.RoleClaim{Title: "head of the " + r.lemma(d)}
	if p := r.partiesUnder(d); len(p) > 0 {
		x.Of = p[0]
		return x
	}
	for _, c := range r.kids[d] {
		switch rel := r.rel(c); {
		case rel == "nmod:poss" && (r.lower(c) == "its" || r.lower(c) == "their"):
			x.Of = r.inFocus(c, 2)
		case rel == "nmod:poss" || rel == "nmod" && r.caseOf(c) == "of":
			x.Of = r.owner(c, r.bytes(lang.Range{Start: c, End: c + 1}))
		}
	}
	return x
}
