package claim

import (
	"slices"

	"rapporteur"
	"rapporteur/timex"
)

// course is what the words of an encounter tell of its days: how many they are,
// and which of them a day that is told with it is.
type course struct {
	days int // "two days of talks", "a three-day summit", 0 where nothing is told
	nth  int // "the second day of talks", "the first of two days", 0 where nothing is told
}

// courseOf reads how many days the encounter at noun i takes, from the words
// before it: adjectives, and what it is said to be of.
func (r *reading) courseOf(i int) course {
	var c course
	start := r.sentence(i).Start
	for k := i - 1; k >= start && k > i-10; k-- {
		switch f := r.lower(k); {
		case f == "day" || f == "days":
			if k-1 >= start && r.form(k-1) == "-" {
				k--
			}
			if k > start {
				if n, _ := r.number(k - 1); n > 1 && n < 15 {
					c.days = n
					k--
				} else if n := ordinalNumber[r.lower(k-1)]; n > 0 {
					c.nth = n
					k--
				}
			}
		case ordinalNumber[f] > 0 && k+1 < i && r.lower(k+1) == "of" && c.days > 0:
			c.nth = ordinalNumber[f]
		case f == "of", f == "the", f == "a", f == "their", r.upos(k) == "ADJ", r.upos(k) == "NOUN", r.form(k) == "-", f == "round", r.upos(k) == "PROPN" && base(r.rel(k)) == "compound", r.rel(k) == "amod":
		default:
			return c
		}
	}
	return c
}

// over returns the days of an encounter of which one day is told with a verb:
// its first where something begins, its last where something ends.
func (c course) over(day rapporteur.Interval, verb string) rapporteur.Interval {
	if !day.Exact() || c.days == 0 && c.nth == 0 {
		return day
	}
	switch {
	case c.nth > 0:
		day.From = day.From.AddDays(1 - c.nth)
		if c.days >= c.nth {
			day.To = day.From.AddDays(c.days - 1)
		}
	case lex().meetings.End[verb]:
		day.From = day.To.AddDays(1 - c.days)
	case begins(verb):
		day.To = day.From.AddDays(c.days - 1)
	}
	return day
}

// spread widens the one day that is told of an encounter to all its days, where
// the words of its noun tell how many there are: "two days of talks began on
// Monday", "the talks lasted two days and ended on Friday".
func (r *reading) spread(e *encounter, noun int) {
	if !e.when.Exact() {
		return
	}
	c, verb := r.courseOf(noun), ""
	for t := range r.times {
		x := &r.times[t]
		if r.sent[min(x.Start, len(r.sent)-1)] != r.sent[noun] {
			continue
		}
		g := r.governor(r.top(x.Range))
		switch {
		case g == nil:
		case x.Type == timex.DurationType && g.verb == "last" && c.days == 0:
			if n, unit := r.number(x.Start); n > 1 && n < 15 && unit < x.End && r.lemma(unit) == "day" {
				c.days = n
			}
		case x.Type == timex.DurationType && lex().meetings.End[g.verb] && c.days == 0 && r.lower(max(x.Start-1, 0)) == "after":
			if n, unit := r.number(x.Start); n > 1 && n < 15 && unit < x.End && r.lemma(unit) == "day" {
				c.days = n // "ended on Friday after four days"
			}
		case x.Interval == e.when, x.Interval.Exact() && x.Interval.From.AddDays(7) == e.when.From && r.ofWeekday(x):
			verb = g.verb
			if f := r.lower(max(x.Start-1, 0)); c.nth == 0 && (f == "from" || f == "starting" || f == "beginning") {
				verb = "begin" // "the two-day summit from Wednesday"
			}
		}
	}
	if p := r.caseOf(noun); c.days > 0 && c.nth == 0 && (p == "after" || p == "following" || r.afterLength(noun)) && e.when.Exact() && !lex().meetings.End[verb] && !r.toCome(e.when) {
		verb = "end" // "the deal came on Saturday, after six days of talks"
	}
	day := e.when
	e.when = c.over(day, verb)
	if c.days > 0 && lex().meetings.End[verb] && r.smallHours(noun) {
		e.when.From = e.when.From.AddDays(-1) // the night is none of the days
	}
	if pub := r.report.Published; e.state == rapporteur.MeetingHeld && e.when.To.After(day.To) && !pub.IsZero() && !e.when.To.Before(pub) {
		e.state = rapporteur.MeetingUnderWay // its last day is today, or to come
	} else if e.state == rapporteur.MeetingPlanned && c.nth > 1 && !pub.IsZero() && e.when.From.Before(pub) && e.when.To == pub {
		e.state, e.modality = rapporteur.MeetingUnderWay, rapporteur.Asserted // back for its second day
	}
}

// smallHours reports whether the encounter at a noun is told to have ended at night,
// after its last day.
func (r *reading) smallHours(noun int) bool {
	for t := range r.times {
		x := &r.times[t]
		if x.Clock == "" || x.Clock >= "06:00" || r.sent[min(x.Start, len(r.sent)-1)] != r.sent[noun] {
			continue
		}
		if g := r.governor(r.top(x.Range)); g != nil && lex().meetings.End[g.verb] {
			return true
		}
	}
	return false
}

// ordinalNumber are the ordinals that count the days of an encounter.
var ordinalNumber = map[string]int{"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5}

// begins reports whether a day told with a verb is the first of an encounter.
func begins(verb string) bool {
	l := &lex().meetings
	return l.Begin[verb] || l.Journey[verb] || l.Plan[verb] || l.Verbs[verb] || verb == "sit"
}

// encounterNouns returns the nouns of encounter that the nominal at i tells of:
// both of "a second round of talks", the last of "the first of two days of talks".
func (r *reading) encounterNouns(i int) []int {
	var out []int
	for k := r.lo[i]; k < r.hi[i]; k++ {
		if !r.isEncounter(k) || r.upos(k) != "NOUN" && r.upos(k) != "PROPN" {
			continue
		}
		for h := k; ; h = r.head(h) {
			if h == i {
				out = append(out, k)
				break
			}
			if base(r.rel(h)) == "nmod" && r.caseOf(h) != "of" || r.head(h) < 0 || r.clause(r.head(h)) != nil && r.head(h) != i {
				break
			}
		}
	}
	return out
}

// isEncounter reports whether a token is a noun of encounter.
func (r *reading) isEncounter(i int) bool {
	return lex().meetings.Nouns[r.lemma(i)] || r.lower(i) == "talks"
}

// ownDays returns the days that stand behind the purpose of a journey, and are
// those of the talks: "will travel to Lund on Monday for talks on Tuesday".
func (r *reading) ownDays(purpose []int) rapporteur.Interval {
	if len(purpose) == 0 {
		return rapporteur.Interval{}
	}
	from := slices.Max(purpose)
	for t := range r.times {
		x := &r.times[t]
		if x.Interval.IsZero() || x.Start <= from || r.sent[min(x.Start, len(r.sent)-1)] != r.sent[from] {
			continue
		}
		for k := from + 1; k < x.Start; k++ {
			if c := r.clause(k); c != nil && !begins(c.verb) && c.verb != "take" && c.verb != "hold" || r.form(k) == ";" {
				return rapporteur.Interval{}
			}
		}
		return x.Interval
	}
	return rapporteur.Interval{}
}

// atEnd judges how far the encounter is that a journey leads to: whoever came days
// ago has met, whoever is there meets, whoever is on the way will.
func (r *reading) atEnd(c *clause, day rapporteur.Interval) (rapporteur.MeetingState, rapporteur.Modality) {
	s, m := r.verbState(c, day)
	if s != rapporteur.MeetingHeld {
		return s, m
	}
	pub := r.report.Published
	switch {
	case !day.IsZero() && !pub.IsZero() && day.To.Before(pub.AddDays(-1)):
		return s, m
	case c.verb == "arrive" || c.verb == "come" || !day.IsZero() && !pub.IsZero() && day.To.Before(pub):
		return rapporteur.MeetingUnderWay, m
	}
	return rapporteur.MeetingPlanned, orPlanned(m)
}
