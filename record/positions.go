package record

import (
	"slices"

	"rapporteur"
)

// stance is a position with its facts.
type stance struct {
	rapporteur.Position
	facts []*fact
	on    string          // as the claims have it: text, point or meeting
	day   rapporteur.Date // of its latest report
}

// positionSpan is the number of days within which an actor's like words on one issue are one position.
const positionSpan = 21

func (b *build) mergePositions() {
	byActor := map[string][]*stance{}
	var all []*stance
	for _, f := range b.of(rapporteur.KindPosition) {
		actor := b.actor(f.Position.Actor)
		if actor == "" || b.byID[actor].class == outletClass || f.Modality == rapporteur.Denied || f.Modality == rapporteur.Conditional && f.Position.Stance != rapporteur.Conditions {
			continue
		}
		f.words = without(stems(f.Position.Summary), stems(f.Position.Actor.Name))
		var to *stance
		best, why := 0.0, ""
		for _, p := range slices.Backward(byActor[actor]) {
			if !p.day.IsZero() && !f.day.IsZero() && f.day.Sub(p.day) > 4*positionSpan {
				continue
			}
			if p.Stance != f.Position.Stance || p.Issue != f.Position.Issue && p.Issue != "" && f.Position.Issue != "" {
				continue
			}
			last := p.facts[len(p.facts)-1]
			if !near(last.when(), f.when(), positionSpan) {
				continue
			}
			for _, o := range p.facts {
				c, n := containment(o.words, f.words), shared(o.words, f.words)
				if c >= 0.5 && n >= 2 || c == 1 {
					if c >= best {
						to, best, why = p, c, "same actor, same stance, like words"
					}
				} else if best == 0 && p.on == "text" && f.Position.On == "text" && near(last.when(), f.when(), soon) {
					to, best, why = p, 0.1, "same stance on the text within days"
				}
			}
		}
		if to == nil {
			to = &stance{on: f.Position.On}
			to.Actor, to.Stance, to.Issue = actor, f.Position.Stance, f.Position.Issue
			all = append(all, to)
			byActor[actor] = append(byActor[actor], to)
		} else {
			to.Merges = append(to.Merges, rapporteur.Merge{What: f.ID, Reason: why})
		}
		to.facts = append(to.facts, f)
		to.day = f.day
		if to.Issue == "" {
			to.Issue = f.Position.Issue
		}
		if to.on == "" {
			to.on = f.Position.On
		}
	}
	for _, p := range all {
		p.ID = id("s", p.facts)
		p.Claims = claimIDs(p.facts)
		p.Summary = p.facts[0].Position.Summary
		for _, f := range p.facts {
			p.Date = span(p.Date, f.when())
			if len(f.Position.Summary) > len(p.Summary) && len(f.Position.Summary) <= 160 {
				p.Summary = f.Position.Summary
			}
		}
		p.Standing = b.standing(p.facts)
		p.On = b.target(p)
		b.rec.Positions = append(b.rec.Positions, p.Position)
	}
	b.stances = all
	slices.SortStableFunc(b.rec.Positions, func(x, y rapporteur.Position) int { return x.Date.From.Compare(y.Date.From) })
}

// span is the smallest interval that holds both.
func span(i, j rapporteur.Interval) rapporteur.Interval {
	switch {
	case i.IsZero():
		return j
	case j.IsZero():
		return i
	}
	if !j.From.IsZero() && (i.From.IsZero() || j.From.Before(i.From)) {
		i.From = j.From
	}
	if !j.To.IsZero() && j.To.After(i.To) {
		i.To = j.To
	}
	return i
}

// target finds the text or point a position is on.
func (b *build) target(p *stance) string {
	switch p.on {
	case "point":
		var best *point
		most := 1
		for _, q := range b.points {
			if q.Issue != p.Issue {
				continue
			}
			for _, f := range q.facts {
				if n := shared(f.words, p.facts[0].words); n > most && containment(f.words, p.facts[0].words) >= 0.6 {
					best, most = q, n
				}
			}
		}
		if best != nil {
			return best.ID
		}
	case "text":
		if t := b.textOf("", p.facts[0]); t != nil {
			return t.ID
		}
	}
	return ""
}
