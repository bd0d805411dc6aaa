package record

import (
	"slices"
	"strings"

	"rapporteur"
)

// independent returns the origins among facts that do not rest on each other:
// an outlet's bare word is not counted beside the voice it brought in, and of its
// unnamed voices only those that are of different sides, since nobody vouches for
// the independence of the others.
func independent(facts []*fact) []*origin {
	var list []*origin
	for _, f := range facts {
		if v := f.voice; !v.vague && !slices.Contains(list, v.origin) {
			list = append(list, v.origin)
		}
	}
	bringers := map[*origin][]string{} // sides of the unnamed voices counted
	for _, f := range facts {
		v := f.voice.origin
		if v.Type != rapporteur.AnonymousSource || f.voice.outlet == nil || f.voice.outlet == v {
			continue
		}
		sides, seen := bringers[f.voice.outlet]
		if i := slices.Index(list, v); i >= 0 && !slices.Contains(sides, v.key) {
			if seen && (v.side == "" || slices.Contains(sides, v.side) || slices.Contains(sides, "")) {
				list = slices.Delete(list, i, i+1)
				continue
			}
			bringers[f.voice.outlet] = append(sides, v.side, v.key)
		}
	}
	return slices.DeleteFunc(list, func(v *origin) bool {
		return slices.ContainsFunc(facts, func(f *fact) bool {
			return f.voice.outlet == v && f.voice.origin != v && !f.voice.vague
		})
	})
}

// standing says how well a thing is founded on its facts.
func (b *Keeper) standing(facts []*fact) rapporteur.Standing {
	var sides []string
	record, own := false, true
	for _, f := range facts {
		if f.signed() && f.Modality == rapporteur.Asserted {
			return rapporteur.Signed
		}
		if f.voice.named && f.Modality != rapporteur.Hedged {
			record = true
			if s := b.side(f.voice.origin.Actor); s != "" {
				sides = addNew(sides, s)
			}
		}
		own = own && (f.voice.own || f.voice.vague)
	}
	n := len(independent(facts))
	switch {
	case len(sides) > 1:
		return rapporteur.BothSides
	case record:
		return rapporteur.OnTheRecord
	case n > 1:
		return rapporteur.SeveralOrigins
	case n == 0 || own:
		return rapporteur.Unattributed
	}
	return rapporteur.OneOrigin
}

// signed reports whether a claim says that the thing was signed.
func (f *fact) signed() bool {
	if f.Text != nil && strings.EqualFold(f.Text.Label, "signed") {
		return true
	}
	if f.Meeting != nil && f.Meeting.State == rapporteur.MeetingHeld {
		return f.Meeting.Format == "signing" || slices.ContainsFunc(f.Meeting.Outcome, func(s string) bool { return strings.HasPrefix(strings.ToLower(s), "signed") })
	}
	return false
}

func capital(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}
