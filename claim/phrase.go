package claim

import "rapporteur/lang"

// phrase returns a nominal with what belongs to it, wherever the tree hung it:
// up to a mark, a date, or the clause that follows.
func (r *reading) phrase(t int) lang.Range {
	s := lang.Range{Start: min(r.nounPhrase(t).Start, t), End: r.subtree(t).End}
	for s.Start < t && (r.upos(s.Start) == "ADP" || r.upos(s.Start) == "ADV" && r.lower(s.Start) != "not") {
		s.Start++
	}
	if h := r.head(t); h >= 0 && h < t {
		for _, k := range r.kids[h] {
			if k > t && r.lo[k] == s.End && r.timeAt[k] < 0 && r.caseOf(k) != "by" && r.rel(k) != "punct" && base(r.rel(k)) != "conj" && base(r.rel(k)) != "parataxis" && (r.clause(k) == nil || base(r.rel(k)) == "xcomp" || base(r.rel(k)) == "acl" || r.clause(k).mark == "to") {
				s.End = r.own(k).End
			}
		}
	}
	return r.clip(s, t)
}

// clip ends the words of a target before loose additions: ", which …", "triggering …", dates.
func (r *reading) clip(s lang.Range, t int) lang.Range {
	for k := t + 1; k < s.End; k++ {
		f, before := r.lower(k), r.form(k-1)
		loose := before == "," || before == "—" || before == "–" || before == "-" && r.upos(k) == "DET"
		switch {
		case r.form(k) == ";" || r.form(k) == "—" || r.form(k) == "–":
			s.End = k
		case loose && (isRelative(f) || r.upos(k) == "SCONJ" || r.upos(k) == "ADP" && f != "including" || r.doc.Tokens[k].XPOS == "VBG" || r.doc.Tokens[k].XPOS == "VBN" || f == "but" || r.upos(k) == "ADV"):
			s.End = k - 1
		case loose && (r.upos(k) == "DET" || r.upos(k) == "NUM" && r.timeAt[k] < 0) && !r.listGoesOn(k, s.End):
			s.End = k - 1 // an apposition
		case k > t+1 && (f == "after" || f == "because" || f == "although" || f == "while" || f == "since" || f == "when" || f == "as" && r.upos(k) == "SCONJ" && r.clause(r.head(k)) != nil) && r.upos(k) == "SCONJ":
			s.End = k
		case f == "by" && k+2 < s.End && r.upos(k+1) == "NUM" && (r.lower(k+2) == "percent" || r.lower(k+2) == "per" || r.lower(k+2) == "votes" || r.lower(k+2) == "to"):
			s.End = k // "by 64 percent"
		case k-t > 14 && isRelative(f) && r.upos(k) == "PRON":
			s.End = k
		case f == "on" && k+1 < s.End && r.timeAt[k+1] >= 0 && k+3 >= s.End:
			s.End = k // "on Monday"
		case r.timeAt[k] >= 0 && k == s.End-1 && (r.rel(k) == "nmod:unmarked" || r.rel(k) == "obl:unmarked" || r.upos(k) == "PROPN" && r.caseOf(k) == ""):
			s.End = k
		}
	}
	return s
}

// listGoesOn reports whether a row of nominals goes on at token k: "…, the islands and the strait".
func (r *reading) listGoesOn(k, end int) bool {
	for j := k; j < end; j++ {
		if r.lower(j) == "and" || r.lower(j) == "or" {
			return true
		}
		if r.upos(j) == "VERB" && r.rel(j) != "amod" {
			return false
		}
	}
	return false
}
