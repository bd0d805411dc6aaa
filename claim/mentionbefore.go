package claim

import (
	"strings"

	"rapporteur"
	"rapporteur/lang"
)

// namedBefore returns the body or state that a bare word for it means, where the
// text has named it: "the Norvanan government … the government", "the Liberation
// Front … the movement".
func (r *reading) namedBefore(i int) (actor, bool) {
	for _, k := range r.kids[i] {
		if r.rel(k) != "punct" && base(r.rel(k)) != "case" && (r.upos(k) != "DET" || r.lower(k) != "the") && base(r.rel(k)) != "conj" && base(r.rel(k)) != "cc" {
			return actor{}, false
		}
	}
	if d := r.child(i, "det"); d < 0 || r.doc.Tokens[i].XPOS == "NNS" {
		return actor{}, false
	}
	lemma := r.lemma(i)
	if e := r.entity[i]; e >= 0 && r.said.Entities[e].Type == "" && bodies[lemma] {
		for _, m := range r.said.Entities[e].Mentions {
			if m.Head < i && r.lemma(m.Head) == lemma && r.upos(m.Head) != "PRON" && len(r.kids[m.Head]) > 1 {
				if a, ok := r.actorAt(m.Head); ok && strings.ToLower(a.Name) != a.Name && (a.Kind == rapporteur.State || strings.Contains(a.Name, " ")) {
					a.token = i
					return a, true
				}
			}
		}
	}
	if !bodies[lemma] {
		return actor{}, false
	}
	for k := i - 1; k >= 0; k-- { // the last one of the kind that was told apart
		if r.lemma(k) != lemma || r.entity[k] < 0 && r.child(k, "nmod:poss", "amod", "compound", "nmod") < 0 {
			continue
		}
		if p := r.partiesUnder(k); len(p) == 1 {
			return actor{Mention: rapporteur.Mention{Name: p[0].Name, Kind: p[0].Kind, Span: r.bytes(lang.Range{Start: i, End: i + 1})}, token: i}, true
		}
	}
	if name := r.onlyState(); name != "" && lemma == "government" {
		return actor{Mention: rapporteur.Mention{Name: name, Kind: rapporteur.State, Span: r.bytes(lang.Range{Start: i, End: i + 1})}, token: i}, true
	}
	return actor{}, false
}

// onlyState returns the state that a report is about where it is about one: it is named three times, and six times as
// often as all other states and peoples together; "" for none.
func (r *reading) onlyState() string {
	if r.sole == nil {
		named, most := map[string]int{}, ""
		for _, e := range r.said.Entities {
			name := tidyName(e.Name)
			if of := lex().actors.Seats[name]; of != "" {
				name = of
			}
			if e.Type == lang.NORP || e.Type != "" && r.isState(name) {
				if named[name] += len(e.Mentions); r.isState(name) && (named[name] > named[most] || named[name] == named[most] && name < most) {
					most = name
				}
			}
		}
		others := 0
		for name, n := range named {
			if !strings.HasPrefix(name, most[:min(4, len(most))]) { // "Norvanan" is of Norvana
				others += n
			}
		}
		if named[most] < 3 || others*6 > named[most] {
			most = ""
		}
		r.sole = &most
	}
	return *r.sole
}
