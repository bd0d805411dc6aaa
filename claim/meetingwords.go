package claim

import (
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/lang"
	"rapporteur/timex"
)

// wordsAfter reads the phrases that stand in a row after the noun of an encounter,
// wherever the tree hung them: "talks in Port Calder with Norvanan envoys last
// week". It ends where something else begins.
func (r *reading) wordsAfter(e *encounter, i int) {
	sent := r.sentence(i)
	for k := r.pastQuote(i + 1); k < sent.End; {
		if t := r.timeAt[k]; t >= 0 && r.typeAt(k) == "" {
			if end := r.times[t].End; end < sent.End && possessive(r.lower(end)) {
				return // "Friday's ruling"
			}
			if x := &r.times[t]; !x.Interval.IsZero() && e.own.IsZero() {
				e.own = x.Interval
				if e.when.IsZero() {
					e.when = e.own
				}
			}
			k = r.times[t].End
			continue
		}
		switch f := r.lower(k); f {
		case "between", "with", "among", "involving":
			who := r.along(k + 1)
			if f == "with" && len(who) == 0 && len(e.who) == 0 {
				if a, ok := r.officeIn(k+1, r.phraseEnd(k+1)); ok {
					who = append(who, a) // "with the Norvanan prime minister"
				}
			}
			if f != "with" || len(r.ownWho(i)) == 0 {
				e.who = append(e.who, who...)
			}
			k = r.phraseEnd(k + 1)
		case "of":
			if end := r.lengthEnd(k + 1); end > k+1 { // "a meeting of about an hour | with Holt"
				k = end
				continue
			}
			row := r.rowOfThose(k + 1)
			if len(row) == 0 {
				return
			}
			e.who = append(e.who, row...)
			if n := r.nameAt(row[len(row)-1].token); n != nil {
				k = n.End
			} else {
				return
			}
		case "in", "at", "near", "outside":
			if k+1 < sent.End && isRelative(r.lower(k+1)) {
				return // "in which the president of Norvana …"
			}
			at := r.placeIn(k+1, r.phraseEnd(k+1))
			if at == "" && f == "at" {
				return // "at which", "at the start of"
			}
			if e.place == "" {
				e.place = at
			}
			k = r.phraseEnd(k + 1)
		case "by":
			row := r.along(k + 1) // "a visit by Brandt and Okoye to Lund"
			if len(row) == 0 || r.nameAt(row[len(row)-1].token) == nil {
				return
			}
			k = r.nameAt(row[len(row)-1].token).End
		case "to":
			if l := r.lemma(i); l != "visit" && l != "trip" {
				return
			}
			if e.place == "" {
				e.place = r.placeIn(k+1, r.phraseEnd(k+1))
			}
			k = r.phraseEnd(k + 1)
		case "on", "about", "over", "from", "late", "early", "earlier", "later", "for":
			k++
			if t := r.timeAt[min(k, sent.End-1)]; t < 0 {
				k = r.phraseEnd(k)
			}
		case ",":
			if k+1 >= sent.End || r.timeAt[k+1] < 0 && r.typeAt(k+1) != lang.LOC && !(r.lower(k+1) == "with" && r.timeAt[max(k-3, 0)] >= 0) {
				return
			}
			k++
		default:
			if n := r.nameAt(k); n != nil && n.Type == lang.LOC && r.form(k-1) == "," {
				k = n.End // "Lund, Norvana"
				continue
			}
			return
		}
	}
}

// lengthEnd returns where the length of time ends that stands at token i, i where none does.
func (r *reading) lengthEnd(i int) int {
	for k := i; k < min(i+4, r.sentence(i).End); k++ {
		if t := r.timeAt[k]; t >= 0 {
			if r.times[t].Minutes > 0 {
				return r.times[t].End
			}
			return i
		}
		if u := r.upos(k); u != "ADV" && u != "ADP" && u != "DET" && u != "ADJ" {
			return i
		}
	}
	return i
}

// rowOfThose returns those of whom an encounter is, named in a row from token i on: "a meeting of
// Brandt, Okoye and the envoy Per Holm"; nil where the row is of bodies, or of one alone.
func (r *reading) rowOfThose(i int) []actor {
	row := distinct(r.along(i))
	people := 0
	for _, a := range row {
		switch {
		case a.Kind == rapporteur.Person, a.Kind == rapporteur.State:
			people++
		case a.Kind != rapporteur.Organisation && len(a.party) == 0:
			return nil
		}
	}
	if people == 0 || len(row) < 2 {
		return nil
	}
	return row
}

// pastQuote returns the token after the quotation mark at token k, k where none stands
// there: “extended meeting” with Holt.
func (r *reading) pastQuote(k int) int {
	if k < len(r.kids) && (r.form(k) == "”" || r.form(k) == "\"" || r.form(k) == "''" || r.form(k) == "’’") {
		return k + 1
	}
	return k
}

// phraseEnd returns where the nominal ends that begins at token i: before the
// next preposition, verb, time or mark.
func (r *reading) phraseEnd(i int) int {
	if i >= len(r.kids) {
		return len(r.kids)
	}
	sent := r.sentence(i)
	for k := i; k < sent.End; k++ {
		if r.timeAt[k] >= 0 && r.entity[k] < 0 {
			return k
		}
		switch r.upos(k) {
		case "ADP":
			if f := r.lower(k); (f == "of" || f == "for") && k > i {
				continue // "the secretary of state"
			}
			return k
		case "VERB":
			if r.rel(k) != "amod" && r.rel(k) != "compound" {
				return k
			}
		case "AUX", "SCONJ", "ADV":
			return k
		case "PART":
			if !possessive(r.lower(k)) {
				return k
			}
		case "PUNCT":
			if f := r.form(k); f != "-" && f != "–" && !(f == "," && r.listed(k)) {
				return k
			}
		}
	}
	return sent.End
}

// listed reports whether the comma at token k stands inside a row of names.
func (r *reading) listed(k int) bool {
	if r.nameAt(k-1) == nil {
		return false
	}
	n := r.nameAt(min(k+1, len(r.kids)-1))
	return n != nil && n.Type != lang.LOC || r.lower(min(k+1, len(r.kids)-1)) == "and"
}

// placeIn returns the first place that is named from token i to token j.
func (r *reading) placeIn(i, j int) string {
	for k := i; k < j; k++ {
		n := r.nameAt(k)
		if n == nil || n.Start != k {
			continue
		}
		if n.End < j && (possessive(r.lower(n.End)) || r.upos(n.End) == "NOUN") {
			return "" // "in Norvana's second city", "at a White House event"
		}
		if name := r.doc.Words(n.Range); n.Type == lang.LOC || n.Type == lang.ORG && facility(name) {
			return tidyName(name)
		}
		return ""
	}
	return ""
}

// theirs finds who met in "their talks", "their meeting": the two that the
// sentence named before, or whoever "the two" are.
func (r *reading) theirs(e *encounter, i, top int) {
	poss := -1
	for _, t := range []int{i, top} {
		if p := r.child(t, "nmod:poss"); p >= 0 && r.lower(p) == "their" {
			poss = p
		}
	}
	if poss < 0 || len(e.who) > 0 {
		return
	}
	if c := r.governor(r.head(top)); c != nil {
		for _, s := range c.subj {
			if w := r.lower(s); w == "two" || w == "both" || w == "sides" {
				np := r.nounPhrase(s)
				e.who = append(e.who, actor{Mention: rapporteur.Mention{Name: "two sides", Kind: rapporteur.Group, Span: r.bytes(np)}, token: s})
				return
			}
			if r.doc.Tokens[s].XPOS == "NNPS" {
				return // "where the Brandts stay during their visit": a family's
			}
		}
	}
	var people, states []actor
	for k := r.sentence(i).Start; k < poss; k++ {
		n := r.nameAt(k)
		if n == nil || n.Start != k || n.End < poss && possessive(r.lower(n.End)) {
			continue
		}
		a := r.named(n)
		switch {
		case a.Kind == rapporteur.Person && !slices.ContainsFunc(people, func(x actor) bool { return x.Name == a.Name }):
			people = append(people, a)
		case a.Kind == rapporteur.State && base(r.rel(n.End-1)) == "nsubj" && !slices.ContainsFunc(states, func(x actor) bool { return x.Name == a.Name }):
			states = append(states, a)
		}
	}
	switch len(people) {
	case 2:
		e.who = people
	case 0:
		e.who = r.metBefore(poss)
	}
}

// metBefore returns the people of the meeting that was told in the sentence before token i:
// "Brandt and Okoye have met daily since Thursday. Their session on Saturday …".
func (r *reading) metBefore(i int) []actor {
	at := r.meetingBefore(r.sentence(i).Start)
	if at < 0 || r.sent[i]-r.sent[r.claims[at].head] > 1 {
		return nil
	}
	var out []actor
	for _, m := range r.claims[at].Meeting.Participants {
		if m.Kind == rapporteur.Person {
			out = append(out, actor{Mention: m, token: i})
		}
	}
	if len(out) < 2 {
		return nil
	}
	return out
}

// spans joins days that are told in a row: "on Thursday and Friday" are the days of one event.
func spans(doc *lang.Doc, times []timex.Time, published rapporteur.Date) []timex.Time {
	var out []timex.Time
	for t := range times {
		// "is scheduled to meet later in the day": the report's, whatever day was named before
		x := &times[t]
		if w := strings.ToLower(doc.Words(x.Range)); w != "later in the day" && w != "later in day" || x.Interval.From == published || published.IsZero() || !present(doc, x.Range) {
			continue
		}
		if out == nil {
			out = slices.Clone(times)
		}
		out[t].Interval = rapporteur.Interval{From: published, To: published}
	}
	for t := 0; t+1 < len(times); t++ {
		x, y := times[t], times[t+1]
		if last := strings.ToLower(doc.Form(x.End - 1)); (last == "weekend" || last == "week") && doc.Form(x.End) == "of" && y.Start == x.End+1 && y.Interval.Days() > 0 && y.Interval.Days() < 8 && !x.Interval.Overlaps(y.Interval) {
			if out == nil {
				out = slices.Clone(times)
			}
			out[t].Interval = y.Interval // "the weekend of 14-15 February"
			continue
		}
		if y.Start != x.End+1 || x.Interval.Days() != 1 || y.Interval.Days() != 1 || y.Interval.From != x.Interval.To.AddDays(1) {
			continue
		}
		if w := doc.Form(x.End); w != "and" && w != "-" && w != "–" {
			continue
		}
		if out == nil {
			out = slices.Clone(times)
		}
		both := rapporteur.Interval{From: x.Interval.From, To: y.Interval.To}
		out[t].Interval, out[t+1].Interval = both, both
	}
	if out == nil {
		return times
	}
	return out
}

// present reports whether the sentence around a range has a verb of the present
// or the future and none of the past.
func present(doc *lang.Doc, s lang.Range) bool {
	at := slices.IndexFunc(doc.Sentences, func(x lang.Sentence) bool { return x.Start <= s.Start && s.Start < x.End })
	if at < 0 {
		return false
	}
	now := false
	for i := doc.Sentences[at].Start; i < doc.Sentences[at].End; i++ {
		switch doc.Tokens[i].XPOS {
		case "VBD":
			return false
		case "VBZ", "VBP", "MD":
			now = true
		}
	}
	return now
}

// caption takes the day, and the place before it, from the end of a caption:
// "Brandt meets Okoye at the palace in Lund, May 3, 2031."
func (r *reading) caption(e *encounter, c *clause) {
	switch r.doc.Tokens[c.head].XPOS {
	case "VB", "VBP", "VBZ", "VBG":
	default:
		return
	}
	if c.modal != "" || c.mark != "" || c.ongoing || base(r.rel(c.head)) != "root" || len(c.subj) == 0 {
		return
	}
	sent := r.sentence(c.head)
	for t := range r.times {
		x := &r.times[t]
		if x.Start < c.head || x.End > sent.End || x.End < sent.End-2 || !x.Interval.Exact() || r.report.Published.IsZero() || x.Interval.To.After(r.report.Published) {
			continue
		}
		if e.when.IsZero() {
			e.when = x.Interval
		}
		if e.place != "" {
			return
		}
		for k := x.Start - 1; k > c.head && k > x.Start-8; k-- {
			if n := r.nameAt(k); n != nil && n.Type == lang.LOC && r.upos(n.End) != "NOUN" {
				e.place = tidyName(r.doc.Words(n.Range))
				if n.Start-2 > c.head && r.form(n.Start-1) == "," {
					if m := r.nameAt(n.Start - 2); m != nil && m.Type == lang.LOC {
						e.place = tidyName(r.doc.Words(m.Range)) + ", " + e.place
					}
				}
				return
			}
		}
	}
}
