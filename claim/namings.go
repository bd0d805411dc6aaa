package claim

import (
	"slices"
	"strings"
	"unicode"

	"rapporteur"
	"rapporteur/attribution"
	"rapporteur/lang"
)

// namings returns the claim of the people whom the report names by their full name
// and of whom no other claim speaks, and of the names by which it calls those of whom
// one does: an actor has all the names that the press gives him.
func (r *reading) namings() rapporteur.Claim {
	known := map[string]bool{} // names and words of other claims
	for i := range r.claims {
		c := &r.claims[i].Claim
		for _, ms := range c.Named() {
			for _, m := range ms {
				known[m.Name], known[m.Span.In(r.report.Body)], known[rapporteur.Styled(r.report.Body, m.Span)] = true, true, true
			}
		}
		for _, s := range c.Chain {
			known[s.Name], known[s.Words] = true, true
		}
	}
	given := map[string]bool{}
	var who []rapporteur.Mention
	for e := range r.said.Entities {
		ent := &r.said.Entities[e]
		if ent.Type != lang.PER && ent.Type != lang.ORG {
			continue
		}
		name := tidyName(ent.Name)
		kind, spoken := r.kindOf(ent.Type, name), known[name]
		if ent.Type == lang.ORG && !spoken && !inFull(name) {
			continue // a company, a paper, a building: only who acts is an actor
		}
		for _, m := range ent.Mentions {
			if m.Kind != attribution.ByName || m.End > len(r.kids) || r.typeOfMention(m.Range) != ent.Type {
				continue
			}
			words := tidyName(r.doc.Words(m.Range))
			is := rapporteur.Mention{Name: name, Kind: kind, Span: r.bytes(m.Range)}
			style := rapporteur.Styled(r.report.Body, is.Span)
			if known[words] && (given[words] || !otherName(words, name)) && (style == "" || known[style]) {
				continue
			}
			if !spoken && !otherName(words, name) && ent.Type == lang.PER {
				switch full := r.fullName(m.Range, words); {
				case full:
					is.Name = words
				case !given[name] && !r.namedAlone(m.Range, name): // of whom the text never gives the full name
					continue
				}
			}
			known[words], known[style], given[words] = true, true, true
			who = append(who, is)
		}
	}
	if len(who) == 0 {
		return rapporteur.Claim{}
	}
	return rapporteur.Claim{Kind: rapporteur.KindNaming, Span: who[0].Span, Modality: rapporteur.Asserted, Naming: &rapporteur.NamingClaim{Who: who}}
}

// namedAlone reports whether a person's one name stands in a sentence of a report that has no other
// for him: that of somebody whom others name in full.
func (r *reading) namedAlone(at lang.Range, name string) bool {
	return at.Len() == 1 && len(name) > 2 && !strings.Contains(name, " ") && capital(name) && name != strings.ToUpper(name) && r.saysSomething(r.sentence(at.Start))
}

// inFull reports whether the name of a body is one that other reports may give by its
// initials, "Organisation for Security in the Straits", "Norvanan Central Bank", or the initials.
func inFull(name string) bool {
	if len(name) > 2 && len(name) < 7 && name == strings.ToUpper(name) && capital(name) {
		return true
	}
	capitals := 0
	for w := range strings.FieldsSeq(name) {
		if capital(w) {
			capitals++
		}
	}
	return capitals > 2
}

// otherName reports whether somebody's name is another than a known one: it has no word of it.
func otherName(words, name string) bool {
	of := strings.Fields(name)
	return strings.Contains(name, " ") && !slices.ContainsFunc(strings.Fields(words), func(w string) bool { return slices.Contains(of, w) })
}

// fullName reports whether a range is a person's full name that stands in a sentence:
// no byline, no list of contributors.
func (r *reading) fullName(name lang.Range, words string) bool {
	if !strings.Contains(words, " ") || name.Len() > 6 || words == strings.ToUpper(words) || !r.saysSomething(r.sentence(name.Start)) {
		return false
	}
	for i := name.Start; i < name.End; i++ {
		for _, c := range r.form(i) {
			if unicode.IsDigit(c) || c == '/' || c == '|' || c == '@' {
				return false
			}
		}
		if r.doc.Tokens[i].UPOS == "VERB" {
			return false
		}
	}
	return true
}

// saysSomething reports whether a sentence says something of somebody.
func (r *reading) saysSomething(s lang.Range) bool {
	for i := s.Start; i < s.End; i++ {
		if c := r.clause(i); c != nil && len(c.subj) > 0 {
			return true
		}
	}
	return false
}
