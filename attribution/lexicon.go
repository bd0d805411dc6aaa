package attribution

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed cues.txt
var cuesText string

// class is what kind of act a cue word names; several classes may hold for one word.
type class uint8

const (
	speech class = 1 << iota
	refusal
	question
	belief
	wish
	stance
	perception
)

var classNames = map[string]class{
	"speech": speech, "refusal": refusal, "question": question, "belief": belief,
	"wish": wish, "stance": stance, "perception": perception,
}

var classes = sync.OnceValue(func() map[string]class {
	m := map[string]class{}
	for line := range strings.Lines(cuesText) {
		f := strings.Fields(line)
		if len(f) < 3 || f[0] == "#" {
			continue
		}
		for _, lemma := range f[2:] {
			m[lemma+"/"+f[1]] |= classNames[f[0]]
		}
	}
	return m
})

// classOf returns the classes of a lemma used as a part of speech.
func classOf(lemma, upos string) class {
	switch upos {
	case "VERB", "NOUN", "ADJ":
		var key [48]byte
		return classes()[string(append(append(append(key[:0], lemma...), '/'), upos...))]
	case "ADP", "SCONJ":
		if lemma == "according" || lemma == "accord" || lemma == "per" {
			return speech
		}
	}
	return 0
}
