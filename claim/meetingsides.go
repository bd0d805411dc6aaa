package claim

import (
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/lang"
)

// namedSides gives the meetings of "both sides" and those told by their noun alone
// the two parties whose dispute the report is about.
func (r *reading) namedSides() {
	var two []rapporteur.Mention
	done := false
	name := func() []rapporteur.Mention {
		if !done {
			two, done = r.twoSides(), true
		}
		return two
	}
	fill := func(people, parties *[]rapporteur.Mention) {
		if len(*parties) > 0 || count(*people) > 0 || !slices.ContainsFunc(*people, bothOf) {
			return
		}
		if pair := name(); len(pair) == 2 {
			*people = slices.DeleteFunc(slices.Clone(*people), bothOf)
			*parties = slices.Clone(pair)
		}
	}
	for n := range r.claims {
		f := &r.claims[n]
		if f.Meeting == nil {
			continue
		}
		m := *f.Meeting
		if m.Sides && len(m.Parties)+len(m.Participants) == 0 {
			pair := name()
			if len(pair) != 2 && f.met != nil && f.met.talks {
				pair = r.sidesNear(f.head)
			}
			if len(pair) == 2 {
				if voice, others := r.statesBeside(f.head, pair); !others {
					m.Parties, m.Sides = slices.Clone(pair), false
				} else if m.Sides = voice.Name != ""; m.Sides { // "Estrel said that talks would resume": its own
					m.Parties = []rapporteur.Mention{voice}
				}
			}
		}
		fill(&m.Participants, &m.Parties)
		if slices.ContainsFunc(m.Participants, ofGovernment) {
			r.fromAcross(&m, name())
		}
		f.Meeting = &m
		if len(m.Participants)+len(m.Parties) == 1 {
			r.counterpart(f, name())
			r.tellersSide(f)
		}
	}
	for _, e := range r.hinted {
		fill(&e.people, &e.parties)
	}
	r.claims = slices.DeleteFunc(r.claims, func(f found) bool { // whose none are planned nobody knows
		return f.Meeting != nil && f.Meeting.State == rapporteur.MeetingNotPlanned && len(f.Meeting.Parties)+len(f.Meeting.Participants) == 0
	})
}

// sidesNear returns the two parties of which the sentence of token i, or the one behind or before it in the paragraph, tells that they
// do anything or that their delegations do: "the talks broke up at dawn, with both the Guild and Norline claiming progress".
func (r *reading) sidesNear(i int) []rapporteur.Mention {
	n := r.sent[i]
	for _, at := range []int{n, n + 1, n - 1} {
		if at < 0 || at >= len(r.doc.Sentences) || r.doc.Sentences[at].Heading || r.doc.Sentences[at].Paragraph != r.doc.Sentences[n].Paragraph {
			continue
		}
		s := r.doc.Sentences[at]
		var out []rapporteur.Mention
		for k := s.Start; k < s.End; k++ {
			c := r.clause(k)
			if c == nil {
				continue
			}
			for _, a := range r.actorsAt(c.subj...) {
				list := a.party
				if a.Kind == rapporteur.State || a.Kind == rapporteur.Organisation && !r.cue[c.head] && !lex().speech.Verbs[c.verb] { // "Estrel Radio reported" tells of others
					list = append(list, a.Mention)
				}
				for _, m := range list {
					if !office(m.Name) && !sameOutlet(m.Name, r.report.Outlet) && !slices.ContainsFunc(out, func(x rapporteur.Mention) bool { return samePart(x.Name, m.Name) }) {
						out = append(out, m)
					}
				}
			}
		}
		if len(out) == 2 {
			return out
		}
		if len(out) > 0 {
			return nil // one alone, or more
		}
	}
	return nil
}

// statesBeside reports whether the sentence of token i names states, and neither of two:
// whatever it tells is not of those two. It returns the one that tells it, if one does.
func (r *reading) statesBeside(i int, two []rapporteur.Mention) (voice rapporteur.Mention, others bool) {
	s := r.sentence(i)
	for n := range r.doc.Names {
		x := &r.doc.Names[n]
		if x.Start < s.Start || x.End > s.End || !r.acts(x) {
			continue
		}
		m := r.named(x).Mention
		if samePart(m.Name, two[0].Name) || samePart(m.Name, two[1].Name) {
			return voice, false
		}
		if m.Kind != rapporteur.State {
			continue
		}
		others = true
		if c := r.governor(x.Start); voice.Name == "" && c != nil && c.head < i && r.cue[c.head] && slices.ContainsFunc(c.subj, func(h int) bool { return x.Start <= h && h < x.End }) {
			voice = m
		}
	}
	return voice, others
}

// ofGovernment reports whether a mention is of people of a government that is called after
// a person: "Brandt administration officials".
func ofGovernment(m rapporteur.Mention) bool {
	return m.Kind == rapporteur.Group && slices.Contains(strings.Fields(strings.ToLower(m.Name)), "administration")
}

// fromAcross gives the people of a government, of which the report does not say whose it
// is, to the one of its two parties that whom they met is not of.
func (r *reading) fromAcross(m *rapporteur.MeetingClaim, two []rapporteur.Mention) {
	if len(two) != 2 {
		return
	}
	met := slices.Clone(m.Parties)
	for _, p := range m.Participants {
		if p.Kind != rapporteur.Person {
			continue
		}
		for _, f := range r.claims {
			if f.Role != nil && !f.Role.Former && f.Role.Person.Name == p.Name && party(f.Role.Of) {
				met = append(met, f.Role.Of)
			}
		}
	}
	for n := range two {
		of := func(x rapporteur.Mention) bool { return samePart(x.Name, two[n].Name) }
		if len(met) > 0 && !slices.ContainsFunc(met, func(x rapporteur.Mention) bool { return !of(x) }) {
			m.Participants = slices.DeleteFunc(slices.Clone(m.Participants), ofGovernment)
			m.Parties = addMention(slices.Clone(m.Parties), two[1-n])
			return
		}
	}
}

// bothOf reports whether a mention is one of the two that negotiate, unnamed.
func bothOf(m rapporteur.Mention) bool {
	if m.Kind != rapporteur.Group {
		return false
	}
	f := strings.Fields(strings.ToLower(strings.TrimPrefix(strings.ToLower(m.Name), "the ")))
	if len(f) != 2 || f[0] != "both" && f[0] != "two" {
		return false
	}
	switch f[1] {
	case "sides", "parties", "delegations", "teams", "camps", "negotiators", "parts":
		return true
	}
	return false
}

// onlyDelegates reports whether nobody is told of but those who negotiate: "negotiators",
// "the delegations".
func (r *reading) onlyDelegates(e *encounter) bool {
	if len(e.who) != 1 || len(e.parties) > 0 || e.who[0].Kind != rapporteur.Group || len(e.who[0].party) > 0 || e.when.Days() < 1 || e.when.Days() > 14 {
		return false
	}
	f := strings.Fields(strings.ToLower(e.who[0].Name))
	for _, k := range r.kids[e.who[0].token] { // "top trade negotiators", but not "rebel negotiators"
		if rel := base(r.rel(k)); rel == "compound" && r.lemma(k) != "chief" && r.lemma(k) != "trade" || rel == "nmod" || rel == "nummod" || r.typeAt(k) != "" || lex().actors.Groups[r.lemma(k)] && r.lemma(k) != "chief" {
			return false
		}
	}
	switch f[len(f)-1] {
	case "negotiators", "delegations", "delegates", "bargainers", "envoys", "teams":
		e.talks, e.definite = true, true
		return true
	}
	return false
}

// twoSides returns the two parties whose dispute the report is about: they are
// named together, one is at talks with the other, and they are those whose wishes,
// offers and words it tells most. Where another couple does nearly as well there is none.
func (r *reading) twoSides() []rapporteur.Mention {
	acts := map[string]rapporteur.Mention{} // whom a person acts for
	for _, f := range r.claims {
		if f.Role != nil && !f.Role.Former && party(f.Role.Of) {
			acts[f.Role.Person.Name] = f.Role.Of
		}
	}
	var told []rapporteur.Mention
	var times []int
	index := func(m rapporteur.Mention) int {
		if m.Kind == rapporteur.Person {
			m = acts[m.Name]
		}
		if !party(m) || office(m.Name) || sameOutlet(m.Name, r.report.Outlet) {
			return -1
		}
		for i := range told {
			if samePart(told[i].Name, m.Name) {
				switch { // a state is not called after a paper of its
				case told[i].Kind == rapporteur.State && m.Kind != rapporteur.State:
					return -1
				case told[i].Kind != rapporteur.State && m.Kind == rapporteur.State, len(m.Name) > len(told[i].Name):
					told[i] = m
				}
				return i
			}
		}
		told, times = append(told, m), append(times, 0)
		return len(told) - 1
	}
	add := func(m rapporteur.Mention) {
		if i := index(m); i >= 0 {
			times[i]++
		}
	}
	for _, f := range r.claims {
		switch {
		case f.Position != nil:
			add(f.Position.Actor)
		}
	}
	couples := map[[2]int]int{}
	couple := func(x, y rapporteur.Mention, n int) {
		if a, b := index(x), index(y); a >= 0 && b >= 0 && a != b {
			couples[[2]int{min(a, b), max(a, b)}] += n
		}
	}
	for n := range r.doc.Names {
		x := &r.doc.Names[n]
		if k := x.End; k+1 < len(r.kids) && possessive(r.lower(k)) && lex().actors.Delegations[r.lemma(k+1)] && r.acts(x) {
			add(r.named(x).Mention) // "the Guild's delegation"
		}
		for k := n + 1; k < len(r.doc.Names); k++ {
			y := &r.doc.Names[k]
			if r.sent[y.Start] != r.sent[x.Start] {
				break
			}
			near := 0
			if y.Start-x.End <= 3 && r.acts(x) && r.acts(y) && (r.lower(x.End) == "and" || r.form(x.End) == "-" || r.form(x.End) == "–") {
				if r.form(x.End) != "and" || r.mutual(r.sentence(x.Start)) {
					near = 2 // "the Guild and Norline are at odds", "Norvana-Estrel talks"
				}
				if f := r.lower(max(x.Start-1, 0)); f == "between" || x.Start > 1 && f == "the" && r.lower(x.Start-2) == "between" {
					near = 4
				}
				if w := r.lower(max(x.Start-1, 0)); w == "," || y.End < len(r.kids) && r.form(y.End) == "," && y.End+1 < len(r.kids) && r.lower(y.End+1) == "and" {
					near = 0 // of a longer row
				}
			}
			couple(r.named(x).Mention, r.named(y).Mention, near)
		}
	}
	for _, s := range r.doc.Sentences { // "the Guild walked out of talks with Norline"
		for i := s.Start; i < s.End; i++ {
			if !r.isEncounter(i) || i+1 >= s.End || r.lower(i+1) != "with" {
				continue
			}
			with := r.along(i + 2)
			if len(with) != 1 {
				continue
			}
			add(with[0].Mention)
			add(with[0].Mention)
			for n := range r.doc.Names {
				if x := &r.doc.Names[n]; x.Start >= s.Start && x.End <= i {
					couple(r.named(x).Mention, with[0].Mention, 2)
				}
			}
		}
	}
	for c := range couples {
		if couples[c] == 0 {
			delete(couples, c)
		}
	}
	for _, f := range r.claims { // and what they say, but not what others say of them
		if f.Statement != nil {
			if i := index(f.Statement.Speaker); i >= 0 && times[i] > 0 {
				times[i]++
			}
		}
	}
	for c := range couples { // those who say and want most
		couples[c] += min(times[c[0]], times[c[1]])
	}
	for c := range couples { // states rather than their offices
		if told[c[0]].Kind == rapporteur.State && told[c[1]].Kind == rapporteur.State {
			couples[c] *= 2
		}
	}
	best, most, next := [2]int{}, 0, 0
	for a := range told {
		for b := range a {
			switch n := couples[[2]int{b, a}]; {
			case n > most:
				best, most, next = [2]int{b, a}, n, most
			case n > next:
				next = n
			}
		}
	}
	if most == 0 { // nobody is told of together: those who are told of most
		order := make([]int, len(told))
		for i := range order {
			order[i] = i
		}
		slices.SortStableFunc(order, func(a, b int) int { return times[b] - times[a] })
		if len(order) > 1 && times[order[1]] > 2 {
			best, most = [2]int{order[0], order[1]}, times[order[1]]
		}
		if len(order) > 2 {
			next = times[order[2]]
		}
	}
	if most < 2 || next*7 > most*5 {
		return nil
	}
	for i := range told { // firms named together in a report on what states do
		if a, b := best[0], best[1]; told[i].Kind == rapporteur.State && told[a].Kind != rapporteur.State && told[b].Kind != rapporteur.State && times[i] > times[a]+times[b] {
			return nil
		}
	}
	return []rapporteur.Mention{told[best[0]], told[best[1]]}
}

// acts reports whether a name is of one who acts, not of a place.
func (r *reading) acts(n *lang.Name) bool {
	return n.Type != lang.LOC || r.actsAsState(n.End-1, tidyName(r.doc.Words(n.Range)))
}

// mutual reports whether a sentence tells of what two parties have between them.
func (r *reading) mutual(s lang.Range) bool {
	for i := s.Start; i < s.End; i++ {
		if r.isEncounter(i) || lex().meetings.Between[r.lemma(i)] || lex().meetings.Between[r.lower(i)] {
			return true
		}
	}
	return false
}

func party(m rapporteur.Mention) bool {
	return m.Name != "" && (m.Kind == rapporteur.State || m.Kind == rapporteur.Organisation)
}

// office reports whether a body is one of those by which a state acts, or a
// lobby: no party of its own.
func office(name string) bool {
	return slices.ContainsFunc(strings.Fields(strings.ToLower(name)), func(w string) bool { return lex().meetings.Offices[w] })
}

// samePart reports whether one name is the other's short form: "the Guild", "the Guild of Drivers".
func samePart(a, b string) bool {
	x, y := strings.Fields(strings.ToLower(a)), strings.Fields(strings.ToLower(b))
	if len(x) > len(y) {
		x, y = y, x
	}
	return derives(a, b) || derives(b, a) || !slices.ContainsFunc(x, func(w string) bool { return !slices.Contains(y, w) })
}
