package attribution

import (
	"strings"

	"rapporteur/lang"
)

// Attributions that the model of cues passes over and the syntax shows.

// assertive are verbs whose content is said or held to be so even where it is no
// clause: "fears a ruined summer", "reported losses".
var assertive = map[string]bool{
	"say": true, "tell": true, "report": true, "add": true, "claim": true, "note": true, "explain": true, "describe": true, "mention": true, "warn": true,
	"expect": true, "hope": true, "fear": true, "believe": true, "think": true, "predict": true, "forecast": true, "estimate": true, "announce": true,
	"state": true, "write": true, "confirm": true, "deny": true, "allege": true, "call": true, "quote": true, "cite": true, "indicate": true, "reveal": true,
	"speak": true, "according": true, "accord": true, "suspect": true, "doubt": true, "see": true, "view": true, "put": true, "note_that": true, "show": true, "find": true,
	"list": true, "reply": true, "answer": true, "stress": true, "emphasise": true, "emphasize": true, "underscore": true, "insist": true, "argue": true, "admit": true,
	"envisage": true, "envision": true, "provide": true, "stipulate": true, "contain": true, "include": true, "require": true, "propose": true, "suggest": true,
}

// isAct reports whether a content is what its source does or means to do: an
// infinitive or a thing, unquoted, after a verb that asserts nothing ("agreed to disarm").
func (r *cast) isAct(a *Attribution) bool {
	head := r.cueHead(a)
	if head < 0 || a.Quoted != Indirect || len(a.Content) == 0 {
		return false
	}
	t := &r.doc.Tokens[head]
	if t.UPOS != "VERB" || assertive[t.Lemma] {
		return false
	}
	for _, c := range a.Content {
		if c.Empty() || r.lower(c.Start) == "to" {
			continue
		}
		for i := c.Start; i < c.End; i++ {
			x := &r.doc.Tokens[i]
			if r.quoted[i] {
				return false
			}
			if (x.UPOS == "VERB" || x.UPOS == "AUX") && (x.XPOS == "VBD" || x.XPOS == "VBZ" || x.XPOS == "VBP" || x.XPOS == "MD") {
				if rel := x.Rel; strings.HasPrefix(rel, "acl") {
					continue
				}
				if x.UPOS == "AUX" && x.Head >= 0 && strings.HasPrefix(r.doc.Tokens[x.Head].Rel, "acl") {
					continue
				}
				return false
			}
		}
	}
	return true
}

// sayings are the verbs that stand after their content: "…, the union announced".
var sayings = map[string]bool{
	"say": true, "announce": true, "report": true, "state": true, "tell": true, "add": true, "write": true, "note": true, "warn": true, "claim": true,
	"confirm": true, "explain": true, "declare": true, "learn": true, "insist": true, "inform": true, "stress": true, "emphasise": true, "emphasize": true, "argue": true,
	"acknowledge": true, "admit": true, "reveal": true, "recall": true, "conclude": true, "believe": true, "estimate": true, "predict": true, "quote": true, "show": true, "indicate": true,
}

// addMissed adds attributions of forms that are always such: "This was reported by
// X", "In X's words, …", "…, the union announced, …".
func (r *cast) addMissed() {
	n := len(r.doc.Tokens)
	cue := make([]bool, n)
	for a := range r.said.Attributions {
		for _, c := range r.said.Attributions[a].Cue {
			for i := max(0, c.Start); i < min(n, c.End); i++ {
				cue[i] = true
			}
		}
	}
	add := func(cue, source, content lang.Range) {
		if cue.Empty() || source.Empty() || content.Empty() {
			return
		}
		r.said.Attributions = append(r.said.Attributions, Attribution{
			Cue: []lang.Range{cue}, Source: []lang.Range{source}, Content: []lang.Range{content}, Parent: -1, Confidence: 0.6,
		})
		r.said.Attributions[len(r.said.Attributions)-1].Parent = r.holder(len(r.said.Attributions) - 1)
	}
	for _, s := range r.doc.Sentences {
		end := min(s.End, n)
		if s.Len() < 4 {
			continue
		}
		// "This was reported by the Post"
		i := s.Start
		if f := r.lower(i); f == "this" || f == "it" || f == "that" {
			j := i + 1
			for j < end && r.doc.Tokens[j].UPOS == "AUX" || j < end && r.doc.Tokens[j].UPOS == "ADV" {
				j++
			}
			if j > i+1 && j+1 < end && r.lower(j+1) == "by" && sayings[r.doc.Tokens[j].Lemma] && !cue[j] {
				k := j + 2
				for k < end && r.doc.Form(k) != "," && r.doc.Form(k) != "." && !isCiting(r.doc, k) && r.lower(k) != "with" && r.lower(k) != "on" {
					k++
				}
				add(lang.Range{Start: i + 1, End: j + 1}, lang.Range{Start: j + 2, End: k}, lang.Range{Start: i, End: i + 1})
			}
		}
		// "In Peller's words, the map is a wish."
		if r.lower(i) == "in" {
			for j := i + 2; j < min(end-2, i+8); j++ {
				if f := r.lower(j); (f == "words" || f == "view" || f == "opinion" || f == "account" || f == "telling" || f == "reading") && r.doc.Form(j+1) == "," && !cue[j] &&
					(isPossessive(r.doc.Form(j-1)) || r.doc.Tokens[j-1].XPOS == "PRP$") {
					source := lang.Range{Start: i + 1, End: j}
					if isPossessive(r.doc.Form(j - 1)) {
						source.End--
					}
					content := lang.Range{Start: j + 2, End: end}
					if r.doc.Form(content.End-1) == "." {
						content.End--
					}
					add(lang.Range{Start: j, End: j + 1}, source, content)
				}
			}
		}
		// "…, the union announced, according to MNA."
		for j := s.Start + 4; j < end; j++ {
			t := &r.doc.Tokens[j]
			if t.UPOS != "VERB" || cue[j] || !sayings[t.Lemma] || t.XPOS != "VBD" && t.XPOS != "VBZ" && t.XPOS != "VBP" || r.quoted[j] {
				continue
			}
			x := r.child(j, "nsubj")
			if x < 0 || x > j || r.right[x] > j {
				continue
			}
			from := r.left[x]
			for from < x && (isPunct(r.doc.Form(from)) || isQuote(r.doc.Form(from))) {
				from++
			}
			if from < s.Start+4 || r.doc.Form(from-1) != "," && !isQuote(r.doc.Form(from-1)) {
				continue
			}
			if j+1 < end {
				switch r.doc.Tokens[j+1].UPOS {
				case "PUNCT", "ADP", "PROPN", "NOUN", "ADV":
				case "ADJ", "DET":
					if t.Lemma != "tell" {
						continue
					}
				default:
					continue
				}
				if f := r.doc.Form(j + 1); f == ":" || isQuote(f) {
					continue
				}
			}
			if r.child(j, "ccomp", "xcomp", "obj") > j && r.doc.Tokens[j].Lemma != "tell" {
				continue
			}
			content := lang.Range{Start: s.Start, End: from}
			for content.End > content.Start && r.doc.Form(content.End-1) == "," {
				content.End--
			}
			verb := false
			for i := content.Start; i < content.End; i++ {
				verb = verb || r.doc.Tokens[i].UPOS == "VERB" || r.doc.Tokens[i].UPOS == "AUX"
			}
			if verb {
				add(lang.Range{Start: j, End: j + 1}, lang.Range{Start: from, End: r.right[x]}, content)
			}
		}
	}
}
