package attribution

import (
	"strings"

	"rapporteur/lang"
)

// turns are phrases of saying a thing that begin with a verb and stand before "that": lemmas,
// with "*" for a few words of who is told.
var turns = phrases(`let it be known
let be known
let it be understood
let it slip
let slip
make it know
make it known
make known
make it clear
make clear
make it plain
make plain
make it public
make no secret of the fact
make no bones about the fact
make the point
make the case
leave no doubt
leave * in no doubt
leave no one in doubt
leave nobody in doubt
leave little doubt
serve notice
give notice
give warning
give assurance
give an assurance
give * to understand
give * assurance
send word
send the message
send a message
spread the word
put it about
put on record
put it on record
put * on notice
go on record
go public
take the view
take the line
be at pains to say
be at pains to stress
have it on good authority
have word`)

// phrases splits lines into words.
func phrases(s string) (list [][]string) {
	for line := range strings.Lines(s) {
		if f := strings.Fields(line); len(f) > 0 {
			list = append(list, f)
		}
	}
	return list
}

// addTurns adds the attributions of turns of phrase before "that" for which no cue was found:
// "The Palace let it be known on Monday that the king would stay".
func (r *cast) addTurns() {
	for _, s := range r.doc.Sentences {
		for i := s.Start + 1; i < s.End; i++ {
			if u := r.doc.Tokens[i].UPOS; u != "VERB" && u != "AUX" || r.quoted[i] {
				continue
			}
			end := r.turnAt(i, s.End)
			if end == 0 {
				continue
			}
			for k := end; k+2 < min(s.End, end+7); k++ {
				if r.lower(k) == "that" && r.doc.Tokens[k].UPOS == "SCONJ" {
					r.addTurn(lang.Range{Start: i, End: end}, lang.Range{Start: k, End: s.End})
					break
				}
				if u := r.doc.Tokens[k].UPOS; u == "VERB" || u == "AUX" {
					break
				}
			}
		}
	}
}

// turnAt returns where the turn of phrase that begins at token i ends, 0 for none.
func (r *cast) turnAt(i, end int) int {
	verb := r.doc.Tokens[i].Lemma
	for _, t := range turns {
		if t[0] != verb {
			continue
		}
		k := i + 1
		for n := 1; n < len(t) && k > 0; n++ {
			for k < end && n == 1 && r.doc.Tokens[k].UPOS == "ADV" {
				k++
			}
			switch {
			case k >= end:
				k = -1
			case t[n] == "*":
				for step := 0; k < end && step < 4 && r.lower(k) != t[n+1]; step++ {
					k++
				}
			case r.lower(k) == t[n] || r.doc.Tokens[k].Lemma == t[n] && r.doc.Tokens[k].UPOS != "VERB":
				k++
			default:
				k = -1
			}
		}
		if k > 0 {
			return k
		}
	}
	return 0
}

// addTurn adds the attribution of a turn of phrase, if its verb has a subject and nobody is said to say its words.
func (r *cast) addTurn(cue, content lang.Range) {
	x := r.child(cue.Start, "nsubj")
	if x < 0 || x > cue.Start || r.lower(x) == "it" || r.child(cue.Start, "aux:pass") >= 0 {
		return
	}
	for content.End > content.Start && isPunct(r.doc.Form(content.End-1)) {
		content.End--
	}
	for n := range r.said.Attributions {
		a := &r.said.Attributions[n]
		if len(a.Content) == 1 && a.Content[0].Contains(cue.End-1) && covers(a.Cue, cue.Start) {
			a.Cue, a.Content, a.Attitude = []lang.Range{cue}, []lang.Range{content}, false // "let [it be known that …]"
			return
		}
		if common(a.Cue, []lang.Range{cue}) > 0 || common(a.Content, []lang.Range{content})*2 > content.Len() && len(a.Cue) > 0 && !content.Overlaps(a.Cue[0]) && a.Cue[0].Start > cue.Start {
			return
		}
	}
	r.said.Attributions = append(r.said.Attributions, Attribution{
		Cue: []lang.Range{cue}, Source: []lang.Range{{Start: r.left[x], End: min(r.right[x], cue.Start)}}, Content: []lang.Range{content}, Parent: -1, Confidence: 0.6,
	})
	n := len(r.said.Attributions) - 1
	r.said.Attributions[n].Parent = r.holder(n)
}

// labelled makes the whole words before a colon, where they are a name with what is told of it, the
// source of what stands behind: "Marrow, spokesman for the Council: “…”".
func (r *cast) labelled() {
	for n := range r.said.Attributions {
		a := &r.said.Attributions[n]
		if len(a.Cue) == 0 || len(a.Source) == 0 || r.doc.Form(a.Cue[0].Start) != ":" {
			continue
		}
		s := r.doc.Sentences[r.sent[a.Cue[0].Start]]
		whole := lang.Range{Start: s.Start, End: a.Cue[0].Start}
		if whole.Len() > 24 || r.finiteIn(whole) || r.sent[a.Source[0].Start] != r.sent[a.Cue[0].Start] || a.Source[0].Start == whole.Start {
			continue
		}
		if m := r.mentionAt(whole.Start); m >= 0 && r.personOf(whole.Start) && r.doc.Form(r.mentions[m].End) == "," {
			a.Source = []lang.Range{whole}
		}
	}
}
