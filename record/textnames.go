package record

import (
	"cmp"
	"slices"
	"strings"
)

// textName is a name that claims give to a text, with the text that it speaks of.
type textName struct {
	name    string
	folded  []string // its words
	words   []string // what tells it from the names of other texts
	counter bool     // it answers another text
	texts   []*fact  // that tell of a text by that name
	points  []*fact  // that stand in one
	best    *text    // that it speaks of, nil for none
	sought  bool     // best is known
}

// heads are words that any text under negotiation is called by.
var heads = set(`plan plans draft drafts proposal proposals deal deals text texts document documents agreement agreements treaty accord
	pact framework initiative offer offers list paper package peace new revised initial final updated original latest first second
	point article clause page chapter so called full whole current proposed settlement interim working version truce ceasefire trade`)

// textName returns what is known of a name.
func (b *Keeper) textName(name string) *textName {
	n := b.textNames[name]
	if n != nil {
		return n
	}
	n = &textName{name: name, folded: strings.Fields(fold(name))}
	b.textNames[name] = n
	for _, w := range n.folded {
		switch {
		case strings.HasPrefix(w, "counter") || w == "alternative":
			n.counter = true
		case heads[w] || stop[w] || w[0] <= '9':
		case gazette().demonym[w] != "" || gazette().state[w] != "":
		default:
			n.words = addNew(n.words, stem(w))
		}
	}
	slices.Sort(n.words)
	return n
}

// stateNamed returns the actor of a state by its name or demonym, where the record has it.
func (b *Keeper) stateNamed(word string) string {
	if code := cmp.Or(gazette().demonym[word], gazette().state[word]); code != "" {
		if a := b.byCode[code]; a != nil {
			return a.ID
		}
		return ""
	}
	return b.names.sideOf(word)
}

// rename returns the names that may tell of other states now.
func (b *Keeper) rename(now *restated) (out []*textName) {
	if now == nil {
		return nil
	}
	for _, n := range b.textNames {
		if slices.ContainsFunc(n.folded, now.tells) {
			out = append(out, n)
		}
	}
	return out
}

// retold says for which claims of other kinds the text that they speak of may be another now.
type retold struct {
	names   map[*textName]bool // those that give it such a name
	reports map[*paper]bool    // those of reports that tell of a text
}

// listTexts takes up what changed among the texts, and the names that may tell of other states.
func (b *Keeper) listTexts(hidden, shown []*text, renamed []*textName) retold {
	b.textList.update(hidden, shown)
	b.textDisputes.update(hidden, shown)
	now := retold{map[*textName]bool{}, map[*paper]bool{}}
	for _, t := range hidden {
		for r := range t.reports {
			now.reports[r] = true
			r.texts = slices.DeleteFunc(r.texts, func(o *text) bool { return o == t })
		}
	}
	for _, t := range shown {
		for r := range t.reports {
			now.reports[r] = true
			r.texts = append(r.texts, t)
		}
	}
	for _, n := range renamed {
		now.names[n] = true
		n.sought = false
	}
	if len(hidden)+len(shown) == 0 {
		return now
	}
	grown := map[*text]*text{} // that a name speaks of, as before
	for _, n := range b.textNames {
		if was := n.best; n.sought && b.lookAgain(n, hidden, shown) {
			now.names[n] = true
		} else if n.best != was {
			grown[n.best] = was
		}
	}
	for t, was := range grown {
		least, most := min(len(was.facts), len(t.facts)), max(len(was.facts), len(t.facts))
		for _, o := range b.textList.things {
			if n := len(o.facts); o != t && least <= n && n <= most { // a report of it may speak of the other now
				for r := range o.reports {
					now.reports[r] = true
				}
			}
		}
	}
	return now
}

// lookAgain finds the text that a name speaks of now that some texts changed, and
// reports whether it is another, or is called so with other right.
func (b *Keeper) lookAgain(n *textName, hidden, shown []*text) bool {
	was, among := n.best, shown
	if was != nil && slices.Contains(hidden, was) {
		// where it only grew, it is still before all that did not change
		grown := slices.IndexFunc(shown, func(t *text) bool {
			return t.ID == was.ID && len(t.facts) >= len(was.facts) && b.called(t, n) >= b.called(was, n)
		})
		if n.best = nil; grown < 0 {
			among = b.textList.things
		} else {
			n.best = shown[grown]
		}
	}
	b.seek(n, among)
	return n.best != was && (was == nil || n.best == nil || n.best.ID != was.ID || b.called(n.best, n) != b.called(was, n))
}

// seek finds the text that a name speaks of, which may be one among some.
func (b *Keeper) seek(n *textName, among []*text) {
	most := b.called(n.best, n)
	for _, t := range among {
		if score := b.called(t, n); b.likelier(n.best, t, score, most) {
			n.best, most = t, score
		}
	}
}

// inOtherTexts returns the facts of points that may stand in another text.
func (b *Keeper) inOtherTexts(now retold) (out []*fact) {
	look := func(f *fact) {
		if m := b.points.member(f.seated); m != nil && m.part.text != b.textID(f.Point.Text, f) {
			out = append(out, f)
		}
	}
	for r := range now.reports {
		for _, f := range r.points {
			look(f)
		}
	}
	for n := range now.names {
		for _, f := range n.points {
			look(f)
		}
	}
	return out
}

// textOf returns the text that a claim of another kind speaks of: by its name,
// by the report, or the only one there is.
func (b *Keeper) textOf(name string, f *fact) *text {
	n := b.textName(name)
	if !n.sought {
		n.best, n.sought = nil, true
		b.seek(n, b.textList.things)
	}
	told := f.r.texts
	if n.best == nil || len(told) == 0 {
		return n.best
	}
	score := func(t *text) int {
		score := b.called(t, n)
		if score > 0 && slices.Contains(told, t) {
			score += 2
		}
		return score
	}
	best, most := n.best, score(n.best)
	for _, t := range told {
		if score := score(t); b.likelier(best, t, score, most) {
			best, most = t, score
		}
	}
	return best
}

// likelier reports whether a claim rather speaks of a text than of the best one so
// far: it has the higher score, or more is said of it, or it is the earlier.
func (b *Keeper) likelier(best, t *text, score, most int) bool {
	switch {
	case score == 0 || score < most || t == best:
		return false
	case best == nil || score > most || len(t.facts) > len(best.facts):
		return true
	}
	return len(t.facts) == len(best.facts) && b.textList.order(t, best) < 0
}

// called says how well a text may be called by a name, 0 for not.
func (b *Keeper) called(t *text, n *textName) int {
	if t == nil || n.name != "" && t.counter != n.counter || len(n.words) > 0 && len(t.words) > 0 && !intersects(n.words, t.words) {
		return 0
	}
	score := 1
	if intersects(n.words, t.words) {
		score += 4
	}
	for _, w := range n.folded {
		if s := b.stateNamed(w); s != "" && slices.Contains(t.sponsors, s) {
			score += 2
		}
	}
	return score
}

func (b *Keeper) textID(name string, f *fact) string {
	if t := b.textOf(name, f); t != nil {
		return t.ID
	}
	return ""
}
