package claim

import (
	"strconv"
	"strings"

	"rapporteur"
)

// refigured reads the number that somebody puts in place of the one that another voice
// has just told of a provision: "the rebels must hand over 2,000 rifles, the army said.
// A rebel spokesman put the number at 1,200".
func (r *reading) refigured() {
	for n, s := range r.doc.Sentences {
		if s.Heading {
			continue
		}
		for i := s.Start; i < s.End; i++ {
			x, ok := r.counterAt(i, s.Range)
			if g := r.governor(i); !ok || x.unit != "" || len(x.chain) == 0 || g != nil && (g.neg || g.modal != "" || r.pluperfect(g)) {
				continue
			}
			count, voices := int(x.value), x.chain
			told := r.toldBefore(n, 2, func(f *found) bool {
				return f.Point != nil && f.Modality != rapporteur.Denied || f.Text != nil && f.Text.Size.Count+f.Text.Agreed > 0
			})
			if told == nil || told.Point == nil || len(told.Chain) == 0 || told.Chain[len(told.Chain)-1].Name == voices[len(voices)-1].Name {
				continue
			}
			summary, was := refigure(told.Point.Summary, r.doc.Form(i))
			if was == 0 || was == count || was > 4*count || count > 4*was {
				continue
			}
			p := *told.Point
			p.Summary = summary
			r.add(i, rapporteur.Claim{Kind: rapporteur.KindPoint, Point: &p, Modality: told.Modality, Chain: voices})
			break
		}
	}
}

// refigure puts another number in the place of the only one that a summary has, and
// returns the number that stood there, 0 where there is none or there are several.
func refigure(summary, number string) (string, int) {
	words := strings.Fields(summary)
	at, was := -1, 0
	for i, w := range words {
		if !strings.ContainsAny(w, "0123456789") {
			continue
		}
		v, err := strconv.Atoi(strings.ReplaceAll(w, ",", ""))
		if err != nil || at >= 0 {
			return "", 0
		}
		at, was = i, v
	}
	if at < 0 {
		return "", 0
	}
	words[at] = number
	return strings.Join(words, " "), was
}
