package attribution

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"

	"rapporteur/attribution/polnear"
	"rapporteur/internal/linear"
	"rapporteur/lang"
)

// Example is one annotated report with its trees.
type Example struct {
	polnear.Report
	Doc *lang.Doc
}

// lesson is an example as the trainer sees it: attributions as ranges of tokens.
type lesson struct {
	page *page
	gold []marked
	// what was found in a run over the other folds
	margins []float32
	heads   []found
	cues    []bool
}

// marked is one annotated attribution.
type marked struct {
	head            int
	cue             lang.Range
	source, content []lang.Range
}

// Training parameters, found on the development reports.
const (
	folds        = 3
	cueBits      = 20
	cueRounds    = 5
	cueRate      = 0.07
	cueDrop      = 0.15
	secondBits   = 14
	secondRounds = 4
	secondRate   = 0.05
	secondDrop   = 0.1
	nestedBits   = 18
	extentBits   = 19
	extentRounds = 5
	extentRate   = 0.1
	extentDrop   = 0.2
	partBits     = 21
	partRounds   = 4
	partRate     = 0.1
	partDrop     = 0.3
	commonLeast  = 2
)

// Train learns the model from annotated reports and returns its stored form.
// The same examples in the same order give the same bytes. progress may be nil.
func Train(examples []Example, progress func(string)) []byte {
	say := func(format string, args ...any) {
		if progress != nil {
			progress(fmt.Sprintf(format, args...))
		}
	}
	lessons := make([]*lesson, len(examples))
	for i, e := range examples {
		lessons[i] = newLesson(e)
	}
	m := &model{}

	// cues, once per fold to know how they err on unseen text, and once on all
	m.extent = trainExtent(lessons)
	say("extents trained")
	var top, inner []outcome
	for f := range folds {
		var in, out []*lesson
		for i, l := range lessons {
			if i%folds == f {
				out = append(out, l)
			} else {
				in = append(in, l)
			}
		}
		fold := &model{cues: trainCues(in, false), nested: trainCues(in, true), extent: m.extent}
		for _, l := range out {
			l.margins = newReader(fold, l.page).firstLook(lang.Range{Start: 0, End: len(l.page.mark)}, false)
			inner = append(inner, l.tryNested(fold)...)
		}
		say("fold %d of %d trained", f+1, folds)
	}
	m.second = trainSecond(lessons)
	for _, l := range lessons {
		top = append(top, l.trySecond(m)...)
	}
	m.top, m.inner = fit(top), fit(inner)
	for _, l := range lessons {
		l.believe(m.top.marginOf(m.top.Least))
	}
	say("odds of cues: %+v; inside contents: %+v", m.top, m.inner)
	m.cues, m.nested = trainCues(lessons, false), trainCues(lessons, true)
	say("cues trained")
	m.parts, m.step = trainParts(lessons, say)
	return m.bytes()
}

func newLesson(e Example) *lesson {
	l := &lesson{page: newPage(e.Doc)}
	for _, a := range e.Attributions {
		cue := tokensOf(e.Doc, a.Cue)
		content := tokensOf(e.Doc, a.Content)
		if len(cue) == 0 || len(content) == 0 {
			continue
		}
		g := marked{cue: cue[0], source: tokensOf(e.Doc, a.Source), content: content}
		g.head = l.page.headOf(g.cue)
		l.gold = append(l.gold, g)
	}
	return l
}

// tokensOf returns the ranges of tokens that spans of bytes touch.
func tokensOf(doc *lang.Doc, spans []polnear.Span) []lang.Range {
	var list []lang.Range
	for _, s := range spans {
		start, _ := slices.BinarySearchFunc(doc.Tokens, s.Start, func(t lang.Token, at int) int {
			if t.End <= at {
				return -1
			}
			return 1
		})
		end := start
		for end < len(doc.Tokens) && doc.Tokens[end].Start < s.End {
			end++
		}
		if end > start {
			list = append(list, lang.Range{Start: start, End: end})
		}
	}
	return list
}

// sample is the features of one place, settled in a table.
type sample struct {
	places []int32
	gold   bool
}

// trainCues learns which tokens head cues; nested learns it for the inside of
// contents, from the words outside of them, as the corpus marks nothing inside.
func trainCues(lessons []*lesson, nested bool) *linear.Lanes {
	bits := cueBits
	if nested {
		bits = nestedBits
	}
	t := linear.NewLaneTrainer(bits)
	var b keys
	each := func(do func(l *lesson, i int, gold bool)) {
		for _, l := range lessons {
			heads := make([]bool, len(l.page.mark))
			inside := make([]bool, len(l.page.mark))
			for _, g := range l.gold {
				heads[g.head] = true
				for _, c := range g.content {
					for i := c.Start; i < c.End; i++ {
						inside[i] = true
					}
				}
			}
			for i := range heads {
				if l.page.candidate(i) && !(nested && inside[i] && !heads[i]) {
					do(l, i, heads[i])
				}
			}
		}
	}
	each(func(l *lesson, i int, _ bool) {
		l.page.cueFeatures(&b, i, nested)
		t.Count(b.k)
	})
	t.Settle(commonLeast)
	var samples []sample
	each(func(l *lesson, i int, gold bool) {
		l.page.cueFeatures(&b, i, nested)
		samples = append(samples, sample{t.Places(b.k, nil), gold})
	})
	logistic(t, samples, cueRounds, cueRate, cueDrop)
	return t.Lanes(clipped)
}

// logistic learns the first lane of a table as a logistic regression.
func logistic(t *linear.LaneTrainer, samples []sample, rounds int, rate float32, drop float64) {
	t.Rate = rate
	shuffle := rand.New(rand.NewPCG(1, 2))
	var some []int32
	for range rounds {
		shuffle.Shuffle(len(samples), func(i, j int) { samples[i], samples[j] = samples[j], samples[i] })
		for _, s := range samples {
			some = thin(some[:0], s.places, drop, shuffle)
			d := -float32(1 / (1 + math.Exp(-float64(t.Score(some)[0]))))
			if s.gold {
				d++
			}
			if worth(d) {
				t.Update(some, 0, d)
			}
			t.Step()
		}
	}
}

// thin leaves out a share of the features at random, so that none is relied on too much.
func thin(to, places []int32, share float64, r *rand.Rand) []int32 {
	for _, p := range places {
		if r.Float64() >= share {
			to = append(to, p)
		}
	}
	return to
}

// worth reports whether a gradient is large enough to be followed.
func worth(d float32) bool { return d > 0.01 || d < -0.01 }

// clipped is the share of weights that the table keeps without cutting.
const clipped = 0.999

// trainExtent learns how far a cue stretches from its head.
func trainExtent(lessons []*lesson) *linear.Lanes {
	type item struct {
		head   int
		window lang.Range
		cue    lang.Range
		places [][]int32
	}
	t := linear.NewLaneTrainer(extentBits)
	var b keys
	var rel relative
	each := func(do func(l *lesson, g marked, w lang.Range)) {
		for _, l := range lessons {
			for _, g := range l.gold {
				w := l.page.extentWindow(g.head)
				rel.see(l.page, g.head, lang.Range{}, nil)
				do(l, g, w)
			}
		}
	}
	each(func(l *lesson, g marked, w lang.Range) {
		for i := w.Start; i < w.End; i++ {
			l.page.extentFeatures(&b, i, g.head, &rel)
			t.Count(b.k)
		}
	})
	t.Settle(commonLeast)
	var items []item
	each(func(l *lesson, g marked, w lang.Range) {
		it := item{head: g.head, window: w, cue: lang.Range{Start: max(g.cue.Start, w.Start), End: min(g.cue.End, w.End)}}
		for i := w.Start; i < w.End; i++ {
			l.page.extentFeatures(&b, i, g.head, &rel)
			it.places = append(it.places, t.Places(b.k, nil))
		}
		items = append(items, it)
	})
	t.Rate = extentRate
	shuffle := rand.New(rand.NewPCG(3, 4))
	var scores [2*reach + 1][linear.LaneCount]float32
	var some [2*reach + 1][]int32
	for range extentRounds {
		shuffle.Shuffle(len(items), func(i, j int) { items[i], items[j] = items[j], items[i] })
		for _, it := range items {
			for i, p := range it.places {
				some[i] = thin(some[i][:0], p, extentDrop, shuffle)
				scores[i] = t.Score(some[i])
			}
			h := it.head - it.window.Start
			side := func(step, end, gold, edge int) {
				// how probable each edge is, given the head
				var odds [reach + 1]float64
				sum, all := 0.0, 0.0
				k := 0
				for i := h; ; i += step {
					if i != h {
						sum += float64(scores[i][laneIn])
					}
					odds[k] = math.Exp(sum + float64(scores[i][edge]))
					all += odds[k]
					k++
					if i == end {
						break
					}
				}
				beyond := 1.0 // that the cue reaches at least here
				for j := range k {
					i := h + j*step
					in, at := -float32(beyond), -float32(odds[j]/all)
					if (gold-i)*step >= 0 {
						in++
					}
					if i == gold {
						at++
					}
					if i != h && worth(in) {
						t.Update(some[i], laneIn, in)
					}
					if worth(at) {
						t.Update(some[i], edge, at)
					}
					beyond -= odds[j] / all
				}
			}
			side(-1, 0, it.cue.Start-it.window.Start, laneFirst)
			side(1, len(it.places)-1, it.cue.End-1-it.window.Start, laneLast)
			t.Step()
		}
	}
	return t.Lanes(clipped)
}

// trainSecond learns to look at cues again, from how the first look does on unseen text.
func trainSecond(lessons []*lesson) *linear.Lanes {
	t := linear.NewLaneTrainer(secondBits)
	var b keys
	each := func(do func(gold bool)) {
		for _, l := range lessons {
			heads := make([]bool, len(l.margins))
			for _, g := range l.gold {
				heads[g.head] = true
			}
			again := lookAgain(l.page, l.margins)
			for i, m := range l.margins {
				if m > unlikely {
					again.features(&b, i)
					do(heads[i])
				}
			}
		}
	}
	each(func(bool) { t.Count(b.k) })
	t.Settle(4)
	var samples []sample
	each(func(gold bool) { samples = append(samples, sample{t.Places(b.k, nil), gold}) })
	logistic(t, samples, secondRounds, secondRate, secondDrop)
	return t.Lanes(clipped)
}

// trySecond takes the second look at the margins of the other folds, keeps what is found and says how it did.
func (l *lesson) trySecond(m *model) []outcome {
	r := newReader(m, l.page)
	again := lookAgain(l.page, l.margins)
	l.heads = nil
	for i, margin := range l.margins {
		if margin <= unlikely {
			continue
		}
		again.features(&r.keys, i)
		if s := float64(float32(m.second.Score(r.keys.k)[0]) * m.second.Unit); s > -6 {
			l.heads = append(l.heads, found{head: i, margin: s, cue: r.extend(i, lang.Range{Start: 0, End: len(l.margins)})})
		}
	}
	l.heads = apart(l.heads)
	return l.judge(l.heads)
}

// tryNested does the same for the tagger of the inside of contents, on the words outside.
func (l *lesson) tryNested(m *model) []outcome {
	r := newReader(m, l.page)
	inside := make([]bool, len(l.page.mark))
	for _, g := range l.gold {
		for _, c := range g.content {
			for i := c.Start; i < c.End; i++ {
				inside[i] = true
			}
		}
	}
	list := r.findCues(lang.Range{Start: 0, End: len(l.page.mark)}, -20, true)
	list = slices.DeleteFunc(list, func(f found) bool { return inside[f.head] })
	return l.judge(list)
}

// outcome is one cue that was found, right or wrong; a missed one has no margin.
type outcome struct {
	margin float64
	right  bool
	missed bool
}

func (l *lesson) judge(list []found) []outcome {
	var out []outcome
	hit := make([]bool, len(l.gold))
	for _, f := range list {
		o := outcome{margin: f.margin}
		for k, g := range l.gold {
			if !hit[k] && g.cue.Overlaps(f.cue) {
				hit[k], o.right = true, true
				break
			}
		}
		out = append(out, o)
	}
	for _, h := range hit {
		if !h {
			out = append(out, outcome{missed: true})
		}
	}
	return out
}

// believe keeps the found cues of at least a margin as the cues that the tagger of contents sees.
func (l *lesson) believe(least float64) {
	l.cues = make([]bool, len(l.page.mark))
	for _, f := range l.heads {
		if f.margin >= least {
			for i := f.cue.Start; i < f.cue.End; i++ {
				l.cues[i] = true
			}
		}
	}
}

// fit finds the odds of a cue by its margin (logistic regression by Newton's
// method), and the threshold of the best F1.
func fit(list []outcome) odds {
	var o odds
	for range 30 {
		var g0, g1, h00, h01, h11 float64
		for _, x := range list {
			if x.missed {
				continue
			}
			p := o.of(x.margin)
			y := 0.0
			if x.right {
				y = 1
			}
			w := p*(1-p) + 1e-9
			g0 += y - p
			g1 += (y - p) * x.margin
			h00 += w
			h01 += w * x.margin
			h11 += w * x.margin * x.margin
		}
		det := h00*h11 - h01*h01
		if det < 1e-9 {
			break
		}
		o.Shift += (h11*g0 - h01*g1) / det
		o.Slope += (h00*g1 - h01*g0) / det
	}
	if !(o.Slope > 0) || math.IsInf(o.Slope, 0) {
		o = odds{Slope: 1}
	}
	gold, right, n := 0, 0, 0
	var margins []outcome
	for _, x := range list {
		if x.right || x.missed {
			gold++
		}
		if !x.missed {
			margins = append(margins, x)
		}
	}
	slices.SortStableFunc(margins, func(a, b outcome) int {
		switch {
		case a.margin > b.margin:
			return -1
		case a.margin < b.margin:
			return 1
		}
		return 0
	})
	best := 0.0
	for _, x := range margins {
		n++
		if x.right {
			right++
		}
		if f := 2 * float64(right) / float64(n+gold); f > best {
			best, o.Least = f, o.of(x.margin)
		}
	}
	return o
}

// trainParts learns to find the source and content of a cue.
func trainParts(lessons []*lesson, say func(string, ...any)) (*linear.Lanes, [states][states]int32) {
	type item struct {
		lesson *lesson
		places [][]int32
		final  []int32
		fixed  []bool
		gold   []state
	}
	t := linear.NewLaneTrainer(partBits)
	var b keys
	var s scene
	each := func(do func(l *lesson, g marked)) {
		for _, l := range lessons {
			all := lang.Range{Start: 0, End: len(l.page.mark)}
			for _, g := range l.gold {
				s.set(l.page, g.head, g.cue, l.cues, all)
				do(l, g)
			}
		}
	}
	each(func(l *lesson, g marked) {
		for i := s.window.Start; i < s.window.End; i++ {
			s.partFeatures(&b, i)
			t.Count(b.k)
		}
		s.endFeatures(&b)
		t.Count(b.k)
	})
	kept := t.Settle(commonLeast)
	var items []item
	each(func(l *lesson, g marked) {
		it := item{lesson: l, gold: label(s.window, g.cue, g.source, g.content)}
		for i := s.window.Start; i < s.window.End; i++ {
			s.partFeatures(&b, i)
			it.places = append(it.places, t.Places(b.k, nil))
			it.fixed = append(it.fixed, g.cue.Contains(i))
		}
		s.endFeatures(&b)
		it.final = t.Places(b.k, nil)
		items = append(items, it)
	})
	say("parts: %d attributions, %d features kept", len(items), kept)
	shuffle := rand.New(rand.NewPCG(5, 6))
	var g grid[float32]
	var total [states][states]float64
	steps := 1.0
	t.Rate = partRate
	chain := field{grid: &g}
	var d gradient
	var squares [states][states]float64
	var some [][]int32
	for round := range partRounds {
		shuffle.Shuffle(len(items), func(i, j int) { items[i], items[j] = items[j], items[i] })
		wrong := 0
		for _, it := range items {
			g.lanes, g.fixed = g.lanes[:0], it.fixed
			for len(some) < len(it.places) {
				some = append(some, nil)
			}
			for i, p := range it.places {
				some[i] = thin(some[i][:0], p, partDrop, shuffle)
				g.lanes = append(g.lanes, t.Score(some[i]))
			}
			final := t.Score(it.final)
			copy(g.final[:], final[:4])
			if chain.gradient(it.gold, &d) < 0.5 {
				wrong++
			}
			for i := range d.lanes {
				for lane, x := range d.lanes[i] {
					if worth(x) {
						t.Update(some[i], lane, x)
					}
				}
			}
			for e, x := range d.final {
				if worth(x) {
					t.Update(it.final, e, x)
				}
			}
			for a := range d.step {
				for b, x := range d.step[a] {
					if worth(x) {
						squares[a][b] += float64(x) * float64(x)
						by := partRate * float64(x) / math.Sqrt(1+squares[a][b])
						g.step[a][b] += float32(by)
						total[a][b] += steps * by
					}
				}
			}
			steps++
			t.Step()
		}
		say("parts: round %d, %d of %d unsure or wrong", round+1, wrong, len(items))
	}
	lanes := t.Lanes(clipped)
	var step [states][states]int32
	for a := range step {
		for s := range step[a] {
			step[a][s] = int32(math.Round((float64(g.step[a][s]) - total[a][s]/steps) / float64(lanes.Unit)))
		}
	}
	return lanes, step
}

// walk calls do for every lane that a path scores.
func walk(path []state, do func(i, lane int)) {
	was := outside
	for i, s := range path {
		now := partOf[s]
		switch now {
		case inSource:
			do(i, laneSource)
		case inContent:
			do(i, laneContent)
		case inGap:
			do(i, laneGap)
		}
		if now != was {
			switch now {
			case inSource:
				do(i, laneSourceFirst)
			case inContent:
				do(i, laneContentFirst)
			}
			switch was {
			case inSource:
				do(i-1, laneSourceLast)
			case inContent:
				do(i-1, laneContentLast)
			}
		}
		was = now
	}
	switch last := len(path) - 1; was {
	case inSource:
		do(last, laneSourceLast)
	case inContent:
		do(last, laneContentLast)
	}
}
