package claim

import (
	"rapporteur"
	"rapporteur/lang"
	"rapporteur/timex"
)

// toBeDone returns the words for what a day is set, without "to" and the day itself.
func (r *reading) toBeDone(words lang.Range) string {
	for words.Start < words.End && (r.lower(words.Start) == "to" || r.lower(words.Start) == "the" || r.lemma(words.Start) == "be" && words.Start+1 < words.End && r.lower(words.Start+1) == "to" || r.lower(words.Start) == "only") {
		words.Start++
	}
	if words.Start+1 < words.End && (r.lower(words.Start) == "if" || r.lower(words.Start) == "unless") {
		words.Start++
	}
	end := words.End
	for end > words.Start && (r.timeAt[end-1] >= 0 || r.upos(end-1) == "PUNCT" || end == words.End && r.upos(end-1) == "ADP") {
		end--
	}
	for end < words.End && end > words.Start && r.upos(end-1) == "ADP" {
		end--
	}
	for end > words.Start+2 && r.lower(end-1) == "least" && r.lower(end-2) == "at" { // "until at least"
		for end -= 2; end > words.Start && r.upos(end-1) == "ADP"; {
			end--
		}
	}
	if end > words.Start+2 && r.lower(end-1) == "later" && (r.lower(end-2) == "no" || r.lower(end-2) == "not") {
		end -= 2
	}
	if end > words.Start {
		words.End = end
	}
	if f := r.lower(min(words.Start, len(r.kids)-1)); f == "until" || f == "till" {
		return "" // the day alone
	}
	what, _ := r.summary(words)
	return what
}

// untilDay returns of the words of a clause those before the day that they are to be
// done by, without its auxiliaries: "publish the names | by Saturday so that …".
func (r *reading) untilDay(x *timex.Time, c *clause, words lang.Range) lang.Range {
	for words.Start < c.head && base(r.rel(words.Start)) == "aux" && !c.neg && !c.passive {
		words.Start++
	}
	end := x.Start
	for end > words.Start && (r.upos(end-1) == "ADP" || r.upos(end-1) == "DET" || r.upos(end-1) == "PUNCT") && r.rel(end-1) != "compound:prt" {
		end--
	}
	if end > c.head && end >= words.Start+2 && end < words.End {
		words.End = end
	}
	return words
}

// askedFor reports whether a date is one that somebody only asked for: "her request
// for a 30 June deadline", "the date she had sought".
func (r *reading) askedFor(i int) bool {
	if h := r.head(i); h >= 0 && base(r.rel(i)) == "nmod" {
		switch r.lemma(h) {
		case "request", "call", "bid", "appeal", "plea", "proposal", "demand":
			return true
		}
	}
	for _, k := range r.kids[i] {
		if x := r.clause(k); x != nil && base(r.rel(k)) == "acl" {
			switch x.verb {
			case "seek", "want", "request", "ask", "propose", "suggest", "favour", "favor", "prefer":
				return true
			}
		}
	}
	return false
}

// boundFor returns the nouns before a deadline that tell for what it is: "the transition period deadline".
func (r *reading) boundFor(i int, setBy rapporteur.Mention) string {
	start := i
	for start > r.sentence(i).Start && (r.upos(start-1) == "NOUN" || r.upos(start-1) == "PROPN") && r.timeAt[start-1] < 0 {
		start--
	}
	words := r.doc.Words(lang.Range{Start: start, End: i})
	if words == setBy.Name {
		return ""
	}
	return words
}

// near returns the day that stands closest to a token in its sentence, and not
// with the telling ("said on Thursday").
func (r *reading) dayNear(i, reach int) *timex.Time {
	best, far := -1, reach+1
	for t := range r.times {
		x := &r.times[t]
		if x.Interval.IsZero() || x.Interval.Days() > 31 || r.sent[x.Start] != r.sent[i] {
			continue
		}
		if c := r.governor(x.Start); c != nil && r.cue[c.head] && c.head > i || r.whenSet(x) {
			continue
		}
		d := abs(x.Start - i)
		if x.Start < i {
			d = i - x.End
		}
		if d < far {
			best, far = t, d
		}
	}
	if best < 0 {
		return nil
	}
	return &r.times[best]
}
