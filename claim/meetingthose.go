package claim

import (
	"rapporteur"
	"rapporteur/lang"
)

// counts are the words by which a report speaks again of as many as it has named.
var counts = map[string]int{"two": 2, "both": 2, "pair": 2, "duo": 2, "three": 3, "trio": 3, "four": 4, "quartet": 4, "five": 5}

// howMany returns how many the words at token i speak of again: "the two", "all
// three", "the three ministers", "both men"; 0 where they do not.
func (r *reading) howMany(i int) int {
	if n := counts[r.lower(i)]; n > 0 {
		if d := r.child(i, "det"); d >= 0 && r.lower(d) != "a" || r.lower(i) == "both" || i > 0 && r.lower(i-1) == "the" {
			return n
		}
		return 0
	}
	if l := r.lemma(i); !lex().actors.Persons[l] && l != "man" && l != "woman" || r.doc.Tokens[i].XPOS != "NNS" {
		return 0
	}
	pointed, n := false, 0
	for _, k := range r.kids[i] {
		switch base(r.rel(k)) {
		case "det", "det:predet":
			f := r.lower(k)
			pointed = pointed || f == "the" || f == "these" || f == "those" || f == "all" || f == "both"
			n = max(n, counts[f])
		case "nummod":
			n = max(n, counts[r.lower(k)])
		case "nmod", "acl":
			return 0 // "the two ministers from Norvana"
		}
	}
	if !pointed || r.typeAt(i) != "" || len(r.partiesUnder(i)) > 0 {
		return 0
	}
	return n
}

// those returns the people that "the two" or "the three ministers" at token i are: a
// row of as many that was named just before, those of the meeting told last, or all
// whom the sentences before name. It returns nil where that is not certain.
func (r *reading) those(i int) []actor {
	n := r.howMany(i)
	if n == 0 {
		return nil
	}
	at := func(row []actor) []actor {
		for k := range row {
			row[k].token = i
		}
		return row
	}
	first := r.sent[i]
	if row := r.rowOf(n, r.doc.Sentences[first].Start, i); row != nil {
		return at(row)
	}
	if here := r.persons(r.doc.Sentences[first].Start, i); len(here) == n {
		return at(here)
	}
	if r.last >= 0 && r.last < len(r.claims) && first-r.sent[r.claims[r.last].head] <= 3 && first >= r.sent[r.claims[r.last].head] {
		var out []actor
		for _, m := range r.claims[r.last].Meeting.Participants {
			if m.Kind == rapporteur.Person {
				out = append(out, actor{Mention: m})
			}
		}
		if len(out) == n {
			return at(out)
		}
	}
	for s := first - 1; s >= 0 && s >= first-2; s-- {
		if row := r.rowOf(n, r.doc.Sentences[s].Start, r.doc.Sentences[s].End); row != nil {
			return at(row)
		}
		switch all := r.persons(r.doc.Sentences[s].Start, i); {
		case len(all) == n:
			return at(all)
		case len(all) > n:
			return nil
		}
	}
	return nil
}

// rowOf returns the last row of n people that are named together between two tokens.
func (r *reading) rowOf(n, from, to int) []actor {
	for k := to - 1; k >= from; k-- {
		if r.typeAt(k) != lang.PER || base(r.rel(k)) == "conj" || len(r.kids[k]) == 0 {
			continue
		}
		row := r.actorsAt(k)
		if len(row) != n {
			continue
		}
		people := true
		for _, a := range row {
			people = people && a.Kind == rapporteur.Person
		}
		if people && !r.goesBefore(k) {
			return row
		}
	}
	return nil
}

// goesBefore reports whether the row that begins at token i is the end of a longer
// one: "Brandt, Prime Minister Okoye and Premier Silva".
func (r *reading) goesBefore(i int) bool {
	n := r.nameAt(i)
	if n == nil {
		return false
	}
	for k := n.Start - 1; k >= r.sentence(i).Start; k-- {
		switch {
		case r.typeAt(k) == lang.PER && r.form(min(k+1, len(r.kids)-1)) == ",":
			return true
		case r.form(k) == ",", r.upos(k) == "PROPN", r.upos(k) == "ADJ", r.upos(k) == "NOUN":
		default:
			return false
		}
	}
	return false
}

// persons returns the people that are named between two tokens.
func (r *reading) persons(from, to int) []actor {
	var out []actor
	for k := from; k < to; k++ {
		if n := r.nameAt(k); n != nil && n.Start == k && r.typeAt(k) == lang.PER {
			out = append(out, r.named(n))
		}
	}
	return distinct(out)
}
