package record

import (
	"math"
	"slices"
	"strings"

	"rapporteur"
)

// Two who give another figure for one thing: of one unit, told within days, in words that
// have enough of their matter in common, and neither report knowing of both but as what it answers.

// counts reports whether two figures say something else of one thing.
func (t *thesis) counts(o *thesis) bool {
	if t.Unit != o.Unit || t.f.r != o.f.r && (otherwise[t.Bound] || otherwise[o.Bound]) && t.Bound != o.Bound && !(lengths[t.Unit] && (t.Bound == "by" || o.Bound == "by")) {
		return false
	}
	if days := t.f.day().Sub(o.f.day()); t.Act != "" && (days > 1 || days < -1) {
		return false // bids are raised
	}
	if t.Act == "due" {
		return t.dueOtherwise(o)
	}
	low, high := t, o
	if low.Count > high.Count {
		low, high = high, low
	}
	if high.Count > 4*low.Count && !t.lasts() || high.Count > 10*low.Count || low.Bound == "least" && !(t.lasts() && high.Count > 1.4*low.Count) || high.Bound == "most" {
		return false
	}
	rough := 0.04
	if t.Bound == "rough" || o.Bound == "rough" {
		rough = 0.12
	}
	if high.Count-low.Count <= rough*high.Count {
		return false
	}
	if t.f.r == o.f.r {
		return t.besides(o)
	}
	if shared(t.matter, o.matter)+shared(t.who, o.matter)+shared(o.who, t.matter) == 0 {
		return false
	}
	own, answered := t.f.r.tellsFigure(o)
	if back, again := o.f.r.tellsFigure(t); own || back {
		return false // who knows of both tells of two things
	} else if answered || again {
		return shared(t.matter, o.matter) > 0
	}
	return t.ofOneMatter(o)
}

// besides reports whether two figures stand next to each other in a report of which the
// second tells of nothing else: "it was forty minutes, the board said".
func (t *thesis) besides(o *thesis) bool {
	first, second := t, o
	if o.f.Span.Start < t.f.Span.Start {
		first, second = o, t
	}
	if gap := first.f.apartFrom(second.f); gap < 0 || gap > 200 || !first.When.IsZero() && !second.When.IsZero() && first.When != second.When {
		return false
	}
	if first.f != second.f && first.Words != "" && (strings.Contains(second.f.quote(), first.Words) || strings.Contains(first.f.quote(), second.Words)) {
		return false // who tells the one beside the other tells of two things
	}
	rest := without(slices.Clone(second.matter), second.who)
	if s := second.f.Statement; s != nil {
		rest = without(rest, stems(s.Speaker.Name))
	}
	rest = without(rest, stems(second.Words))
	switch {
	case t.lasts() && o.lasts():
		return weigh(rest) <= 1.5 || weigh(inCommon(rest, first.matter)) >= 1
	case shared(stems(second.Near), ofFigures) > 0:
		return weigh(rest) <= 2 // "the figure agreed on was four percent"
	}
	return weigh(rest) < 0.8 || !measured[t.Unit] && weigh(inCommon(rest, first.matter)) >= 1
}

// ofFigures are stems of words for what a number is, by which one is put in the place of another.
var ofFigures = stems("figure number sum total amount count tally estimate")

// ofOneMatter reports whether two figures are told with enough of the same words.
func (t *thesis) ofOneMatter(o *thesis) bool {
	both := weigh(inCommon(t.matter, o.matter))
	least, most := math.Min(weigh(t.matter), weigh(o.matter)), math.Max(weigh(t.matter), weigh(o.matter))
	switch {
	case t.lasts() && o.lasts():
		days := t.f.day().Sub(o.f.day())
		if t.When.Exact() && o.When.Exact() && t.When != o.When {
			return false
		}
		both += weigh(inCommon(t.who, o.matter)) + weigh(inCommon(o.who, t.matter))
		return days >= -2 && days <= 2 && (both >= 2 && both >= 0.3*least || both >= 1 && t.When.Exact() && t.When == o.When || both >= 1 && both >= 0.95*least)
	case t.Act != "":
		return both >= 1.3 && both >= 0.4*least
	case !measured[t.Unit]:
		return both >= 2 && both >= 0.4*least || both >= 1.3 && both >= 0.6*least && t.Issue != "" && t.Issue == o.Issue
	case shared(without(stems(t.Near), general), o.matter) == 0 && shared(without(stems(o.Near), general), t.matter) == 0:
		return false
	}
	return both >= 2 && both >= 0.5*least && both >= 0.4*most || both >= 1 && (both >= 0.95*least || both >= 0.5*least && both >= 0.35*most && t.Issue != "" && t.Issue == o.Issue)
}

// lasts reports whether a figure is a length of some hours: mostly that of an encounter.
func (t *thesis) lasts() bool { return t.Unit == "minute" && t.Count < 24*60 }

// clocked reports whether two outlets give the hours of one day's encounter.
func (t *thesis) clocked(o *thesis) bool {
	return t.figure() && t.lasts() && o.lasts() && t.f.r.outlet != o.f.r.outlet && t.When.Exact() && t.When == o.When && weigh(inCommon(t.matter, o.matter)) >= 2
}

// dueOtherwise reports whether two deadlines for one thing are set for two days.
func (t *thesis) dueOtherwise(o *thesis) bool {
	days := t.f.day().Sub(o.f.day())
	if days < -2 || days > 2 || t.f.r == o.f.r || t.Count == o.Count || math.Abs(t.Count-o.Count) > 60 {
		return false
	}
	if own, answered := t.f.r.tellsFigure(o); own && !answered {
		return false
	}
	if own, answered := o.f.r.tellsFigure(t); own && !answered {
		return false
	}
	both := weigh(inCommon(t.matter, o.matter))
	return both >= 1 && both >= 0.5*math.Min(weigh(t.matter), weigh(o.matter)) && both >= 0.25*math.Max(weigh(t.matter), weigh(o.matter))
}

// otherwise are bounds that make a number one of another measure.
var otherwise = set("by to another first")

// lengths are units of which "by" tells no change: "pull back by 30 kilometres".
var lengths = set("kilometre kilometer mile metre meter")

// tellsFigure reports whether a report has the number of a thesis anywhere: as its own,
// or as one that it answers ("not the 900 million that", "the figure of 4,000").
func (p *paper) tellsFigure(t *thesis) (own, answered bool) {
	number, unit, _ := strings.Cut(hyphens.Replace(t.Words), " ")
	small := t.Count < 1000 && !strings.ContainsAny(number, ".") || number[0] > '9' // "two", "10"
	body := p.Body
	for at := 0; ; {
		i := indexFold(body, number, at)
		if i < 0 {
			return false, answered
		}
		at = i + len(number)
		part := func(k int) bool {
			return k >= 0 && k < len(body) && (body[k] >= '0' && body[k] <= '9' || small && body[k]|0x20 >= 'a' && body[k]|0x20 <= 'z')
		}
		if part(i-1) || part(at) || at+1 < len(body) && (body[at] == ',' || body[at] == '.') && part(at+1) && body[at+1] <= '9' {
			continue
		}
		if rest := strings.TrimLeft(hyphens.Replace(strings.ToLower(body[at:min(len(body), at+16)])), " "); small && unit != "" && !strings.HasPrefix(rest, strings.ToLower(unit[:min(len(unit), 3)])) && !(t.Unit == "%" && (rest != "" && rest[0] == '%' || strings.HasPrefix(rest, "per"))) {
			continue
		}
		before := strings.TrimRight(strings.ToLower(body[max(0, i-24):i]), "$€£¥ ")
		if !slices.ContainsFunc(answers, func(w string) bool { return strings.HasSuffix(before, w) }) {
			return true, answered
		}
		answered = true
	}
}

// indexFold returns where a word stands in a text from a byte on, its ASCII letters large or small; -1 for nowhere.
func indexFold(text, word string, from int) int {
	first := word[0]
	if first|0x20 >= 'a' && first|0x20 <= 'z' {
		first |= 0x20
	}
	for i := from; i+len(word) <= len(text); i++ {
		if first <= '9' {
			next := strings.IndexByte(text[i:], first)
			if next < 0 {
				break
			}
			i += next
		} else if text[i]|0x20 != first {
			continue
		}
		if i+len(word) <= len(text) && strings.EqualFold(text[i:i+len(word)], word) {
			return i
		}
	}
	return -1
}

// answers are words before a number that somebody else has told.
var answers = strings.Split("not|not the|instead of|instead of the|rather than|rather than the|the figure of|the number of|the reported|the alleged|the announced|the claimed", "|")

// measured are units of many things.
var measured = set("% minute dollar euro pound yen rupee year tonne ton kilometre kilometer mile metre meter hectare acre person")

// ofOneThing reports whether two figures of two voices may be of what one does.
func (b *Keeper) ofOneThing(t, o *thesis) bool {
	if sums[t.Unit] && (t.f.voice.own || o.f.voice.own) {
		return false
	}
	p, q := b.doer(t.Who), b.doer(o.Who)
	switch {
	case t.lasts() && o.lasts():
		return true
	case shared(t.who, o.who) > 0, p == nil && q == nil && t.Act == "due":
		return true
	case p == nil || q == nil:
		return (t.Act == "" || t.Act == "due") && t.ofOneDoer(o) || t.Act != "" && shared(t.who, o.who) > 0
	case p == q:
		return true
	}
	if i, j := b.side(p.ID), b.side(q.ID); i != "" && j != "" {
		return i == j
	}
	return t.Act == "" && p.Kind != q.Kind
}

// sums are units of which a paper tells many by itself.
var sums = set("% dollar euro pound yen rupee")

// ofOneDoer reports whether two figures may be of what one does: the same, or one who is told
// beside the other ("A may sell 300 tonnes to B", "B lets in 240 tonnes of A's").
func (t *thesis) ofOneDoer(o *thesis) bool {
	return len(t.who) == 0 || len(o.who) == 0 || shared(t.who, o.matter) > 0 || shared(o.who, t.matter) > 0
}

// figure reports whether a thesis gives a number, not a deed.
func (t *thesis) figure() bool { return t.Count > 0 }

// besidesFigures returns the contradictions but for those that give a figure of a thing of which
// a figure is in dispute already.
func besidesFigures(disputes []rapporteur.Dispute, contrary []contradiction) []contradiction {
	known := map[string]bool{}
	for _, d := range disputes {
		if d.About.Slot == "figure" || d.About.Slot == "minutes" {
			known[d.About.ID] = true
		}
	}
	return slices.DeleteFunc(contrary, func(d contradiction) bool {
		return (d.About.Slot == "figure" || d.About.Slot == "minutes") && known[d.About.ID]
	})
}
