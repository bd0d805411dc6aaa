package claim

import (
	"strings"

	"rapporteur"
	"rapporteur/lang"
)

// Whose side a voice is on tells whether it may answer what is said of that side: a ministry
// and its capital, a delegate and his state, a person and the body of his office.

// sideOf returns the names, in small letters, and states that a voice speaks for.
func (r *reading) sideOf(v rapporteur.Source) words {
	if r.voiceSides == nil {
		r.voiceSides = map[string]words{}
	}
	if s, ok := r.voiceSides[v.Name]; ok {
		return s
	}
	s := words{}
	r.voiceSides[v.Name] = s
	r.addSide(s, v.Name)
	r.addSide(s, v.Words)
	for i := range r.claims {
		if f := &r.claims[i]; f.Role != nil && f.Role.Person.Name == v.Name {
			r.addSide(s, f.Role.Of.Name)
			r.addSide(s, f.Role.Title)
		}
	}
	return s
}

// addSide adds what some words name of states and bodies.
func (r *reading) addSide(s words, name string) {
	fields := strings.Fields(name)
	for i, w := range fields {
		w = trimName(w)
		if w == strings.ToLower(w) || len(w) < 2 {
			continue
		}
		s[strings.ToLower(w)] = true
		if code := lang.State(w); code != "" {
			s["@"+code] = true
		}
		if i+1 < len(fields) {
			if code := lang.State(w + " " + trimName(fields[i+1])); code != "" {
				s["@"+code] = true
			}
		}
		for _, state := range r.names {
			if derives(w, state) {
				s[strings.ToLower(state)] = true
			}
		}
	}
}

func trimName(w string) string {
	w = strings.Trim(w, ",'’\"“”()")
	return strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "’s")
}

// oneState reports whether two turns are told for one state: who speaks for the accused does not accuse.
func (r *reading) oneState(a, b *utterance) bool {
	other := r.sideOf(r.saidBy(b))
	for name := range r.sideOf(r.saidBy(a)) {
		if name[0] == '@' && other[name] {
			return true
		}
	}
	return false
}

// speaksOf reports whether some words name the side of a voice, or the voice itself.
func (r *reading) speaksOf(words lang.Range, v rapporteur.Source) bool {
	side := r.sideOf(v)
	for i := words.Start; i < words.End; i++ {
		if u := r.upos(i); u != "PROPN" && u != "ADJ" && u != "NOUN" || r.form(i) == r.lower(i) {
			continue
		}
		w := r.lower(i)
		if side[w] && !lex().answers.Anybody[w] {
			return true
		}
		if code := lang.State(r.form(i)); code != "" && side["@"+code] {
			return true
		}
		for _, state := range r.names {
			if side[strings.ToLower(state)] && derives(r.form(i), state) {
				return true
			}
		}
	}
	return false
}
