package claim

import (
	"rapporteur"
	"rapporteur/lang"
)

// A number that stands alone answers the one that was just told of a text, with the
// voice beside it: "Ten, says the ministry's handout", "or twelve, if you believe the
// shipowners", "the mediators make it 27".

// counter returns the token of whoever gives the bare number between i and end, -1 for
// somebody who is found as the source of any words; ok is false where nobody gives it.
func (r *reading) counter(i, end int, sent lang.Range) (who int, ok bool) {
	l := lex()
	stop := func(k int) bool { return k >= sent.End || r.upos(k) == "PUNCT" }
	name := func(k int) int { // of a noun phrase that ends before token k
		for k > sent.Start && r.form(k-1) == "," {
			k--
		}
		if k <= sent.Start || r.upos(k-1) != "NOUN" && r.upos(k-1) != "PROPN" {
			return -1
		}
		return r.nameHead(k - 1)
	}
	if who := r.reckoner(end, sent); who >= 0 && i > sent.Start && (r.upos(i-1) == "PUNCT" || r.upos(i-1) == "SYM" || r.upos(i-1) == "CCONJ") {
		return who, true
	}
	if !stop(end) && !(end+1 < sent.End && r.lower(end) == "of" && r.lower(end+1) == "them") {
		return 0, false
	}
	switch {
	case i >= sent.Start+3 && r.lower(i-1) == "it" && (r.lemma(i-2) == "make" || r.lemma(i-2) == "put") || i >= sent.Start+2 && (r.lemma(i-1) == "say" || r.lemma(i-1) == "find") && end+1 >= sent.End:
		at := i - 1
		if r.lower(at) == "it" {
			at--
		}
		if who = name(at); who >= 0 {
			return who, true
		}
		return -1, r.upos(at-1) == "PRON" && len(r.chain(i)) > 0
	case i >= sent.Start+2 && r.lower(i-2) == "there" && (r.lower(i-1) == "are" || r.lower(i-1) == "were" && len(r.chain(i)) > 0):
		return -1, true
	case i == sent.Start || r.form(i-1) == "“" || r.form(i-1) == "\"" || r.lower(i-1) == "or" && i-1 > sent.Start && r.form(i-2) == ",":
		if end+1 >= sent.End || r.form(end) != "," {
			return 0, false
		}
		for k := end + 1; k < min(end+4, sent.End); k++ {
			if l.speech.Verbs[r.lemma(k)] || r.lemma(k) == "believe" || r.lower(k) == "to" && r.lower(k-1) == "according" {
				for h := k + 1; h < sent.End; h++ {
					if r.upos(h) == "NOUN" || r.upos(h) == "PROPN" {
						return r.nameHead(h), r.rest(h, sent)
					}
				}
			}
		}
	}
	return 0, false
}

// reckoner returns whoever counts in the words from token i on: "by the reckoning of Brandt",
// "by the ministry's count"; -1 for nobody.
func (r *reading) reckoner(i int, sent lang.Range) int {
	if i >= sent.End || r.lower(i) != "by" {
		return -1
	}
	for k := i + 1; k < min(i+7, sent.End); k++ {
		switch r.lemma(k) {
		case "count", "reckoning", "account", "estimate", "calculation", "tally":
			for h := k + 2; h < sent.End && r.lower(k+1) == "of"; h++ {
				if r.upos(h) == "NOUN" || r.upos(h) == "PROPN" {
					return r.nameHead(h)
				}
			}
			if p := r.child(k, "nmod:poss", "amod", "compound"); p >= 0 {
				return p
			}
			return -1
		}
	}
	return -1
}

// rest reports whether nothing is told behind a voice but what belongs to its name.
func (r *reading) rest(h int, sent lang.Range) bool {
	for k := r.hi[r.nameHead(h)]; k < sent.End; k++ {
		if r.isPredicate(k) && r.rel(k) != "acl:relcl" {
			return false
		}
	}
	return true
}

// voiceOfCount makes the chain of the voice that gives a number at token i.
func (r *reading) voiceOfCount(who, i int) []rapporteur.Source {
	if who < 0 {
		return nil
	}
	v, ok := r.voiceAt([]int{who})
	if !ok {
		return nil
	}
	for _, s := range r.chain(i) {
		if s.Name == v.Name {
			return nil
		}
	}
	return []rapporteur.Source{v}
}
