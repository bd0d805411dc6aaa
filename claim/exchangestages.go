package claim

// How far talks are is told in few words, which two voices seldom deny word by word: "a deal is within reach",
// "they are still far apart"; "a deal has been struck", "we are nearly there".

// outlook is how far talks are told to be.
type outlook int

const (
	noOutlook outlook = iota
	dealFar
	dealNear
	dealMade
)

// stagesDiffer reports whether two voices tell that talks are at two stages.
func (r *reading) stagesDiffer(a, b *utterance, far int) bool {
	if far > 2 || len(a.chain) == 0 || len(b.chain) == 0 || a.denies || b.denies || r.timesDiffer(a.Range, b.Range) {
		return false
	}
	x := r.stageOf(a)
	if x == noOutlook {
		return false
	}
	y := r.stageOf(b)
	return y != noOutlook && x != y && (x == dealFar || y == dealFar || far < 2)
}

// stageOf returns how far talks are as a turn tells it for sure.
func (r *reading) stageOf(t *utterance) outlook {
	if r.anyIn(t.Range, unsure) >= 0 || r.pleads(t) {
		return noOutlook
	}
	told := r.tellingsOf(t)
	switch near, off := told.so["near"] || r.dealIs(t, true), told.not["near"] || r.dealIs(t, false); {
	case near && !off:
		return dealNear
	case off && !near:
		return dealFar
	case near || off:
		return noOutlook
	case r.dealDone(t):
		return dealMade
	}
	return noOutlook
}

// unsure are words by which a stage is not told as one that is reached.
var unsure = words{"if": true, "unless": true, "could": true, "may": true, "might": true, "would": true, "whether": true, "until": true, "perhaps": true, "maybe": true, "principle": true, "can": true}

// closeBy are what a deal is that is all but made.
var closeBy = words{"close": true, "near": true, "imminent": true, "nigh": true}

// dealIs reports whether a turn says that a deal is close, or that it is not.
func (r *reading) dealIs(t *utterance, so bool) bool {
	for i := t.Start; i < t.End; i++ {
		c := r.clause(i)
		if c == nil || !closeBy[r.lower(i)] || !c.copula || len(c.subj) != 1 {
			continue
		}
		if n := r.lemma(c.subj[0]); (n == "deal" || n == "agreement" || n == "accord" || n == "settlement") && c.neg != so {
			return true
		}
	}
	return false
}

// dealDone reports whether a turn says that a deal was struck.
func (r *reading) dealDone(t *utterance) bool {
	for i := t.Start; i < t.End; i++ {
		c := r.clause(i)
		if c == nil || c.neg || c.modal != "" || !(c.perfect || c.past || c.passive) || r.unasserted(c) {
			continue
		}
		switch c.verb {
		case "strike", "reach", "clinch", "seal", "conclude", "finalise", "finalize", "sign":
		default:
			continue
		}
		of := c.obj
		if c.passive {
			of = c.subj
		}
		for _, k := range of {
			switch r.lemma(k) {
			case "deal", "agreement", "accord", "settlement", "pact", "compromise":
				if det := r.child(k, "det"); r.lower(k+1) != "to" && (det < 0 || r.lower(det) == "a" || r.lower(det) == "an" || r.lower(det) == "the") {
					return true
				}
			}
		}
	}
	return false
}
