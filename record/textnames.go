package record

import (
	"cmp"
	"math/bits"
	"slices"
	"strings"
)

// textName is a name that claims give to a text.
type textName struct {
	name    string
	folded  []string // its words
	words   []string // what tells it from the names of other texts
	counter bool     // it answers another text
	texts   []*fact  // that tell of a text by that name
	times   map[uint64]*usage
}

// usage is a name as it is used at a time, with the text that it speaks of: "the deal" of one
// year is not that of the next.
type usage struct {
	*textName
	at     uint64  // period of textSpan days, 0 for any time
	points []*fact // that stand in a text of that name
	best   *text   // of those that are spoken of around then, nil for none that may be called so
	sought bool    // best is known
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
	n = &textName{name: name, folded: strings.Fields(fold(name)), times: map[uint64]*usage{}}
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

// usage returns what is known of a name at the time of a fact.
func (b *Keeper) usage(name string, f *fact) *usage {
	return b.usageAt(b.textName(name), period(f.day(), textSpan))
}

func (b *Keeper) usageAt(n *textName, at uint64) *usage {
	c := n.times[at]
	if c == nil {
		c = &usage{textName: n, at: at}
		n.times[at] = c
		b.usages[at] = append(b.usages[at], c)
	}
	return c
}

// around calls f with the times around which a text is spoken of.
func (t *text) around(f func(at uint64)) {
	f(0)
	if first := t.facts[0].day(); !first.IsZero() {
		for at := period(first, textSpan) - 1; at <= period(t.last, textSpan)+1; at++ {
			f(at)
		}
	}
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
	usages  map[*usage]bool // those that give it such a name then
	reports map[*paper]bool // those of reports that tell of a text
}

// listTexts takes up what changed among the texts, and the names that may tell of other states.
func (b *Keeper) listTexts(hidden, shown []*text, renamed []*textName) retold {
	b.textList.update(hidden, shown)
	b.textDisputes.update(hidden, shown)
	now := retold{map[*usage]bool{}, map[*paper]bool{}}
	at := map[uint64]*change{}
	changed := func(n uint64) *change {
		if at[n] == nil {
			at[n] = &change{}
		}
		return at[n]
	}
	for _, t := range hidden {
		for r := range t.reports {
			now.reports[r] = true
			r.texts = slices.DeleteFunc(r.texts, func(o *text) bool { return o == t })
		}
		t.around(func(n uint64) {
			changed(n).hidden = append(changed(n).hidden, t)
			b.textsAt[n] = slices.DeleteFunc(b.textsAt[n], func(o *text) bool { return o == t })
		})
	}
	for _, t := range shown {
		for r := range t.reports {
			now.reports[r] = true
			r.texts = append(r.texts, t)
		}
		t.around(func(n uint64) {
			changed(n).shown = append(changed(n).shown, t)
			b.textsAt[n] = append(b.textsAt[n], t)
		})
	}
	for _, n := range renamed {
		for _, c := range n.times {
			now.usages[c] = true
			c.sought = false
		}
	}
	grown := map[*text]*text{} // that a name speaks of, as before
	for n, x := range at {
		for _, c := range b.usages[n] {
			if was := c.best; c.sought && b.lookAgain(c, x) {
				now.usages[c] = true
			} else if c.best != was {
				grown[c.best] = was
			}
		}
	}
	for c := range now.usages {
		if c.at != 0 {
			continue
		}
		for _, o := range c.times {
			if o.sought && o.elsewhere() {
				now.usages[o] = true
			}
		}
	}
	for t, was := range grown {
		least, most := min(was.weight(), t.weight()), max(was.weight(), t.weight())
		for _, o := range b.textList.things {
			if n := o.weight(); least != most && o != t && least <= n && n <= most { // a report of it may speak of the other now
				for r := range o.reports {
					now.reports[r] = true
				}
			}
		}
	}
	return now
}

// change is what was shown of texts at a time and what is shown in its place.
type change struct{ hidden, shown []*text }

// lookAgain finds the text that a name speaks of now that some texts of its time changed, and
// reports whether it is another, or is called so with other right.
func (b *Keeper) lookAgain(c *usage, x *change) bool {
	was, among := c.best, x.shown
	if was != nil && slices.Contains(x.hidden, was) {
		// where it only grew, it is still before all that did not change
		grown := slices.IndexFunc(x.shown, func(t *text) bool {
			return t.ID == was.ID && len(t.facts) >= len(was.facts) && b.called(t, c.textName) >= b.called(was, c.textName)
		})
		if c.best = nil; grown < 0 {
			among = b.textsAt[c.at]
		} else {
			c.best = x.shown[grown]
		}
	}
	b.seek(c, among)
	return c.best != was && (was == nil || c.best == nil || c.best.ID != was.ID || b.called(c.best, c.textName) != b.called(was, c.textName))
}

// seek finds the text that a name speaks of, which may be one among some.
func (b *Keeper) seek(c *usage, among []*text) {
	most := b.called(c.best, c.textName)
	for _, t := range among {
		if score := b.called(t, c.textName); b.likelier(c.best, t, score, most) {
			c.best, most = t, score
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
	for c := range now.usages {
		for _, f := range c.points {
			look(f)
		}
	}
	return out
}

// textOf returns the text that a claim of another kind speaks of: by its name, its time
// and the report, or the only one there is.
func (b *Keeper) textOf(name string, f *fact) *text {
	c := b.usage(name, f)
	best := b.meant(c)
	told := f.r.texts
	if best == nil || len(told) == 0 {
		return best
	}
	score := func(t *text) int {
		score := b.called(t, c.textName)
		if score > 0 && slices.Contains(told, t) {
			score += 2
		}
		return score
	}
	most := score(best)
	for _, t := range told {
		if score := score(t); b.likelier(best, t, score, most) {
			best, most = t, score
		}
	}
	return best
}

// meant returns the text that a name speaks of: one of its time, or else one of any time that is
// told by that name.
func (b *Keeper) meant(c *usage) *text {
	if !c.sought {
		c.best, c.sought = nil, true
		b.seek(c, b.textsAt[c.at])
	}
	if c.at == 0 || !c.elsewhere() {
		return c.best
	}
	if far := b.meant(b.usageAt(c.textName, 0)); far != nil && intersects(c.words, far.words) {
		return far
	}
	return c.best
}

// elsewhere reports whether no text of the time has the name, though it may be called so.
func (c *usage) elsewhere() bool {
	return len(c.words) > 0 && (c.best == nil || !intersects(c.words, c.best.words))
}

// weight is how much is said of a text, each step twice as much as the one before: of two of which
// about as much is said the one does not take what the other was with every report.
func (t *text) weight() int { return bits.Len(uint(len(t.facts))) }

// likelier reports whether a claim rather speaks of a text than of the best one so
// far: it has the higher score, or much more is said of it, or it is the earlier.
func (b *Keeper) likelier(best, t *text, score, most int) bool {
	switch {
	case score == 0 || score < most || t == best:
		return false
	case best == nil || score > most || t.weight() > best.weight():
		return true
	}
	return t.weight() == best.weight() && b.textList.order(t, best) < 0
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
