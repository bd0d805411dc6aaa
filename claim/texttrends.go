package claim

import (
	"slices"

	"rapporteur"
	"rapporteur/lang"
)

// trends reads how many parts were done before, behind how many are now: "closed 17 of the 24
// chapters, the minister said on Friday, up from 14 in June".
func (r *reading) trends(sent lang.Range, used map[int]bool) {
	for k := sent.Start + 1; k+2 < sent.End; k++ {
		if r.lower(k) != "from" && r.lower(k) != "against" && r.lower(k) != "with" {
			continue
		}
		switch f := r.lower(k - 1); {
		case r.lower(k) == "from" && (f == "up" || f == "down"), r.lower(k) == "against" && f == ",", r.lower(k) == "with" && f == "compared":
		default:
			continue
		}
		n, end := r.number(k + 1)
		told := r.toldBefore(r.sent[k]+1, 1, func(f *found) bool {
			return f.Text != nil && f.Text.Agreed+f.Text.Open > 0 && f.head < k && f.Text.CutFrom == 0
		})
		if n == 0 || used[k+1] || told == nil || r.percent(end) || r.timeAt[k+1] >= 0 || !r.ownUnit(end, told.Text.Size.Unit, sent) || !r.earlierSize(end) {
			continue
		}
		was := &rapporteur.TextClaim{Name: told.Text.Name, Size: told.Text.Size}
		switch {
		case told.Text.Agreed > 0 && n != told.Text.Agreed:
			was.Agreed = n
		case told.Text.Open > 0 && n != told.Text.Open && told.Text.Agreed == 0:
			was.Open = n
		default:
			continue
		}
		used[k+1] = true
		c := rapporteur.Claim{Kind: rapporteur.KindText, Text: was, Background: true}
		for i := end; i < min(end+4, sent.End); i++ {
			if t := r.timeAt[i]; t >= 0 && c.When.IsZero() {
				c.When = r.times[t].Interval
			}
		}
		r.add(k+1, c)
	}
}

// paperAbout returns the paper that the sentence before that of token i is about, -1 for none.
func (r *reading) paperAbout(i int) int {
	if r.sent[i] == 0 {
		return -1
	}
	before := r.doc.Sentences[r.sent[i]-1]
	for k := before.Start; k < before.End; k++ {
		c := r.clause(k)
		if c == nil || base(r.rel(k)) != "root" {
			continue
		}
		if at := slices.IndexFunc(c.subj, func(s int) bool { return r.paperUnder(s) >= 0 }); at >= 0 {
			return r.paperUnder(c.subj[at])
		}
	}
	return -1
}

// apposedSize returns the text behind whose comma its parts stand: "the text, 31 chapters and nine annexes in all,
// will be initialled"; -1 for none.
func (r *reading) apposedSize(x *extent) int {
	k := x.num - 1
	if k < 1 || r.form(k) != "," || !x.strong() || !r.isPaper(k-1) || !r.definite(k-1) {
		return -1
	}
	for e := x.part + 1; e < min(x.part+12, r.sentence(x.part).End); e++ {
		switch {
		case r.form(e) == ",":
			return k - 1
		case r.upos(e) == "VERB" || r.upos(e) == "AUX":
			return -1
		}
	}
	return -1
}
