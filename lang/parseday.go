package lang

import (
	"slices"
	"strings"
)

// "The board said Monday it will sell": the day stands beside two verbs, and the parser, which has read little
// of the press, gives it to the second one. It is the day on which it was said.

// weekdays are the names of the days of the week.
var weekdays = []string{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}

// saidOn gives days of the week behind a verb to it where they hang on what it governs: before
// the subject of its clause, or before the noun that it has.
func (d *Doc) saidOn() {
	for i := range d.Tokens {
		t := &d.Tokens[i]
		if t.Head <= i || !slices.Contains(weekdays, d.Form(i)) || t.Head >= len(d.Tokens) || i+1 >= len(d.Tokens) {
			continue
		}
		v := i - 1
		for v > 0 && (d.Form(v) == "on" || d.Form(v) == "late" || d.Form(v) == "early") {
			v--
		}
		if v < 0 || d.Tokens[v].UPOS != "VERB" || !tellingTag[d.Tokens[v].XPOS] || !d.under(t.Head, v) || !d.beginsPhrase(i) {
			continue
		}
		for k := v + 1; k < i; k++ {
			d.Tokens[k].Head, d.Tokens[k].Rel = i, "advmod"
			if d.Form(k) == "on" {
				d.Tokens[k].Rel = "case"
			}
		}
		t.Head, t.Rel = v, "obl:unmarked"
		if d.Form(v+1) == "on" {
			t.Rel = "obl"
		}
	}
}

// tellingTag are the tags of verbs behind which a day may stand.
var tellingTag = map[string]bool{"VBD": true, "VBZ": true, "VBP": true, "VBG": true}

// under reports whether token i hangs on token h, at whatever depth.
func (d *Doc) under(i, h int) bool {
	for n := 0; i >= 0 && n < 12; n++ {
		if i = d.Tokens[i].Head; i == h {
			return true
		}
	}
	return false
}

// beginsPhrase reports whether behind the day at token i begins the subject of the clause that the day hangs on,
// or a noun that has a word of its own before it: "Friday new tariffs", but not "Friday talks" nor "Monday's talks".
func (d *Doc) beginsPhrase(i int) bool {
	t, next := &d.Tokens[i], i+1
	if f := d.Form(next); (f == "“" || f == "\"" || f == "‘" || f == "''" || f == "``") && next+1 < len(d.Tokens) {
		next++
	}
	switch base, how, _ := strings.Cut(t.Rel, ":"); base {
	case "compound", "nmod", "amod":
		if how == "poss" {
			return false
		}
		switch d.Tokens[next].UPOS {
		case "ADJ", "NUM", "DET", "PRON":
			return true
		}
		return false
	case "obl", "advmod", "nsubj", "dislocated":
		for k := next; k < t.Head; k++ {
			if x := &d.Tokens[k]; x.Head == t.Head && (x.Rel == "nsubj" || x.Rel == "nsubj:pass" || x.Rel == "expl") {
				return d.leftmost(k) == next
			}
		}
	}
	return false
}

// leftmost returns the first token of those that hang on token k without a gap before it.
func (d *Doc) leftmost(k int) int {
	at := k
	for at > 0 && (d.Tokens[at-1].Head == k || d.under(at-1, k)) {
		at--
	}
	return at
}
