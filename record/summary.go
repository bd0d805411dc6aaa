package record

import (
	"slices"
	"strings"

	"rapporteur"
)

// summary chooses the words a point is shown with, of those that tell its status or say what such
// words say and more, and fit a line or two: the fullest, or where several tell of it those that
// say most of what the others say and least besides.
func (b *Keeper) summary(p *point) string {
	best, score := "", -1
	common := commonWords(p.facts)
	var told [][]uint64 // the words that tell its status
	for _, f := range p.facts {
		if f.Point.Status == p.Status && !slices.ContainsFunc(told, func(w []uint64) bool { return slices.Equal(w, f.words) }) {
			told = append(told, f.words)
		}
	}
	for _, f := range p.facts {
		s := f.Point.Summary
		n := common.fits(s, f.words)
		if f.Point.Status == rapporteur.Proposed {
			n += 5
		}
		if len(f.Point.By) > 0 {
			n += 3
		}
		if f.Background {
			n -= 2
		}
		if f.faint() {
			n -= 60
		}
		if (n+40 > score || best == "") && (f.Point.Status == p.Status || slices.ContainsFunc(told, func(w []uint64) bool {
			return len(w) <= len(f.words) && (f.Point.Status == rapporteur.Proposed || len(f.words) <= 2*len(w)+4) && containment(w, f.words) == 1
		})) {
			n += 40
		}
		if n > score || best == "" {
			best, score = s, n
		}
	}
	return best
}

// vocabulary is how many of some facts say a word.
type vocabulary struct {
	times map[uint64]int
	facts int
}

func commonWords(facts []*fact) vocabulary {
	v := vocabulary{map[uint64]int{}, len(facts)}
	for _, f := range facts {
		for _, w := range f.words {
			v.times[w]++
		}
	}
	return v
}

// fits says how well a summary of those words tells a reader what the facts say: the fullest that
// fits a line or two, and can be read without its report.
func (v vocabulary) fits(summary string, words []uint64) (n int) {
	if len(summary) <= 160 {
		n = 20 + v.said(words)
	}
	if len(words) < 3 {
		n -= 2 // hardly a matter
	}
	told := strings.Fields(strings.ToLower(summary))
	if len(told) > 0 && ofOthers[told[0]] {
		n -= 60 // of what only the sentence before tells
	}
	if slices.ContainsFunc(told, func(w string) bool { return ofItsDay[strings.Trim(w, ".,;")] }) {
		n -= 5
	}
	return n
}

// ofOthers are words that speak of what was named before.
var ofOthers = set("each it they this these those he she we i")

// ofItsDay are words that tell a time or a thing only beside those around them.
var ofItsDay = set(`monday tuesday wednesday thursday friday saturday sunday today tonight yesterday tomorrow now just already earlier later recently
	previously last next this these those same such that's that’s it's it’s`)

// details is how many words that only one of several facts says do not put a reader off.
const details = 3

// said says how much of what the facts say some words say. What only these say counts too, where
// it is a detail; more of it is told against them, where the facts are more than two.
func (v vocabulary) said(words []uint64) (n int) {
	if v.facts < 3 {
		return len(words)
	}
	alone := 0
	for _, w := range words {
		switch times := v.times[w]; {
		case times == 1:
			alone++
		case 3*times > v.facts:
			n += 2
		default:
			n++
		}
	}
	return n + min(alone, details) - max(0, alone-details)
}
