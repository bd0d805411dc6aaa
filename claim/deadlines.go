package claim

import (
	"strconv"

	"rapporteur"
	"rapporteur/lang"
	"rapporteur/timex"
)

// deadlines reads dates that somebody sets for something.
func (r *reading) deadlines() {
	for _, s := range r.doc.Sentences {
		if s.Heading {
			continue
		}
		for i := s.Start; i < s.End; i++ {
			switch r.lemma(i) {
			case "deadline", "ultimatum", "cutoff":
				if r.upos(i) == "NOUN" || r.upos(i) == "PROPN" {
					r.deadline(i)
				}
			case "date":
				for _, k := range r.kids[i] { // "29 March, the date set in law for …"
					if x := r.clause(k); x != nil && base(r.rel(k)) == "acl" && x.verb == "set" {
						r.deadline(i)
						break
					}
				}
			case "give":
				if c := r.clause(i); c != nil && r.upos(i) == "VERB" {
					r.given(c)
				}
			}
		}
	}
	told := map[int]bool{}
	for _, c := range r.claims {
		if c.Deadline != nil {
			told[r.sent[c.head]] = true
		}
	}
	for t := range r.times {
		if x := r.times[t]; x.Start < len(r.sent) && !told[r.sent[x.Start]] && !r.doc.Sentences[r.sent[x.Start]].Heading {
			n := len(r.claims)
			if r.bound(t); len(r.claims) == n {
				r.falling(t)
			}
		}
	}
}

// falling reads a day on which something is set to happen, along the line: "due
// to expire on 10 June", "set to take effect 15 June", "29 March, the date set
// for …", "will leave without a deal on 1 June", "a 90-day truce on 1 May".
func (r *reading) falling(t int) {
	x := &r.times[t]
	if x.Interval.IsZero() || x.Interval.Days() > 3 {
		return
	}
	sent := r.sentence(x.Start)
	d := &rapporteur.DeadlineClaim{State: "set"}
	if k := x.End; k+3 < sent.End && r.form(k) == "," {
		if r.upos(k+1) == "DET" {
			k++
		}
		if l := r.lemma(k + 1); (l == "date" || l == "day" || l == "deadline") && r.lower(k+2) == "set" {
			end := min(r.listEnd(k+2), k+14)
			for j := k + 3; j < end; j++ {
				if r.form(j) == "," {
					end = j
				}
			}
			d.What = r.toBeDone(lang.Range{Start: k + 1, End: end})
			r.add(x.Start, rapporteur.Claim{Kind: rapporteur.KindDeadline, Deadline: d, When: x.Interval, Modality: rapporteur.Asserted})
			return
		}
	}
	// a truce of so many days from this one
	for u := range r.times {
		y := &r.times[u]
		if y.Type != timex.DurationType || r.sent[y.Start] != r.sent[x.Start] {
			continue
		}
		days := durationDays(y.Value)
		if days == 0 {
			continue
		}
		follows := y.End < x.Start && (r.lower(y.End) == "from" || r.lower(y.End) == "after" || r.lower(y.End) == "starting") && x.Start-y.End <= 2
		pause := false
		for k := y.End; k < min(y.End+3, sent.End); k++ {
			pause = pause || lex().deadlines.Pauses[r.lemma(k)]
		}
		for k := max(y.Start-3, sent.Start); k < y.Start; k++ {
			pause = pause || lex().deadlines.Pauses[r.lemma(k)] && (r.lower(y.Start-1) == "of" || r.lower(y.Start-1) == "for")
		}
		c := r.governor(x.Start)
		if !follows && (!pause || abs(x.Start-y.Start) > 12 || c == nil || r.cue[c.head] && c.verb != "declare" && c.verb != "announce" || c.neg || c.modal != "" || r.prepBefore(x.Start, sent.Start) != "on") {
			continue
		}
		d.What = r.doc.Words(y.Range)
		if y.End < sent.End && lex().deadlines.Pauses[r.lemma(y.End)] {
			d.What += " " + r.form(y.End)
		}
		day := x.Interval.From.AddDays(days)
		r.add(x.Start, rapporteur.Claim{Kind: rapporteur.KindDeadline, Deadline: d, When: rapporteur.Interval{From: day, To: day}, Modality: rapporteur.Asserted})
		return
	}
	if !r.report.Published.IsZero() && x.Interval.To.Before(r.report.Published.AddDays(-60)) {
		return
	}
	// "its scheduled 31 October departure"
	if n := x.End; n < sent.End && lex().deadlines.Departures[r.lemma(n)] && r.upos(n) == "NOUN" && x.Start > sent.Start {
		if w := r.lower(x.Start - 1); w == "scheduled" || w == "planned" || w == "due" {
			d.What = r.form(n)
			for k := x.Start - 2; k >= sent.Start && k > x.Start-5; k-- {
				if a, ok := r.actorAt(k); ok && a.Kind != rapporteur.Group && (r.rel(k) == "nmod:poss" || r.rel(k) == "compound") {
					d.For = append(d.For, a.Mention)
					d.What = a.Name + "'s " + d.What
					break
				}
			}
			r.add(x.Start, rapporteur.Claim{Kind: rapporteur.KindDeadline, Deadline: d, When: x.Interval, Modality: rapporteur.Asserted})
			return
		}
	}
	prep := r.prepBefore(x.Start, sent.Start)
	threat := r.threatens(sent)
	if prep != "on" && prep != "from" && prep != "" && prep != "for" && !(prep == "at" && threat) {
		return
	}
	otherwise := r.anyIn(sent, lex().deadlines.Otherwise) >= 0
	for k := x.Start - 1; k >= sent.Start && k > x.Start-12; k-- {
		if f := r.form(k); f == ";" || f == "—" || f == "," && prep == "" {
			return
		}
		if r.upos(k) != "VERB" || r.cue[k] || !lex().deadlines.Effective[r.lemma(k)] && !lex().deadlines.Effective[r.lemma(k)+"e"] {
			continue
		}
		if l := r.lemma(k); l == "take" && (k+1 >= sent.End || r.lower(k+1) != "effect" && r.lower(k+1) != "hold") || l == "go" && r.lower(k+1) != "into" || l == "come" && r.lower(k+1) != "into" {
			return
		}
		c := r.clause(k)
		if c != nil && c.neg {
			return
		}
		from, ok := k, false
		for j := k - 1; j >= sent.Start && j > k-6; j-- {
			switch f := r.lower(j); {
			case (f == "due" || f == "set" || f == "scheduled" || f == "slated" || f == "supposed" || f == "poised") && r.lower(k-1) == "to",
				(f == "will" || f == "would" || f == "could") && r.head(j) == k && otherwise && (threat || r.lemma(k) != "end" && r.lemma(k) != "strike" && r.lemma(k) != "walk" && r.lemma(k) != "come" && r.lemma(k) != "go"):
				from, ok = j, true
			case f == "risk" && otherwise:
				from, ok = j, true
			case f == "not" || f == "n't" || f == "never":
				return
			}
		}
		if !ok {
			return
		}
		if c != nil {
			d.For = mentions(r.actorsAt(c.subj...))
		}
		if threat && c != nil { // who threatens sets the day
			switch up := r.clause(c.up); {
			case len(d.For) > 0 && lex().deadlines.Strikes[c.verb]:
				d.SetBy, d.For = d.For[0], nil
			case len(d.For) == 0 && up != nil:
				if a := r.actorsAt(up.subj...); len(a) > 0 {
					d.SetBy = a[0].Mention
				}
			}
		}
		d.What = r.event(k, from, x)
		r.add(x.Start, rapporteur.Claim{Kind: rapporteur.KindDeadline, Deadline: d, When: x.Interval, Modality: rapporteur.Asserted})
		return
	}
}

// threatens reports whether a sentence says what will happen if something is not
// done: "will walk out unless …", "will rise if Norvana does not sign".
func (r *reading) threatens(s lang.Range) bool {
	for k := s.Start; k < s.End; k++ {
		switch r.lower(k) {
		case "unless":
			return true
		case "if":
			for j := k + 1; j < min(k+9, s.End) && r.form(j) != ","; j++ {
				if f := r.lower(j); f == "not" || f == "n't" || f == "n’t" || f == "no" || f == "fail" || f == "fails" {
					return true
				}
			}
		}
	}
	return false
}

// durationDays returns the days of a TIMEX3 duration in days, weeks or nothing else: "P90D"; 0 for others.
func durationDays(value string) int {
	if len(value) < 3 || value[0] != 'P' {
		return 0
	}
	n, err := strconv.Atoi(value[1 : len(value)-1])
	if err != nil {
		return 0
	}
	switch value[len(value)-1] {
	case 'D':
		return n
	case 'W':
		return 7 * n
	}
	return 0
}

func (r *reading) deadline(i int) {
	if r.rel(i) == "compound" && r.head(i) > i && r.head(i) == i+1 && r.upos(i+1) == "NOUN" {
		return // "deadline day"
	}
	d := &rapporteur.DeadlineClaim{State: "set"}
	np := r.nounPhrase(i)
	var when *timex.Time
	if when = r.timeIn(lang.Range{Start: np.Start, End: np.End}); when == nil {
		when = r.timeBelow(i)
	}
	c := r.governor(i)
	m := rapporteur.Asserted
	if c != nil {
		m = r.modality(c.head)
	}
	for _, k := range r.kids[i] {
		switch base(r.rel(k)) {
		case "nmod":
			if r.rel(k) == "nmod:poss" {
				if a := r.actorsAt(k); len(a) > 0 && a[0].Kind != rapporteur.Group {
					d.SetBy = a[0].Mention
				}
				continue
			}
			if r.caseOf(k) == "for" && r.timeAt[k] < 0 {
				if a := r.actorsAt(k); len(a) > 0 {
					d.For = mentions(a)
				} else if d.What == "" {
					d.What = r.toBeDone(r.own(k))
				}
			}
			if r.caseOf(k) == "of" && r.timeAt[k] >= 0 && when == nil {
				when = &r.times[r.timeAt[k]]
			}
		case "acl":
			x := r.clause(k)
			if x == nil {
				continue
			}
			if x.mark == "to" || x.mark == "for" {
				if a := r.actorsAt(x.subj...); len(a) > 0 && len(d.For) == 0 {
					d.For = mentions(a)
				}
				d.What = r.toBeDone(r.tail(x, r.own(k)))
			}
			if x.verb == "set" || x.verb == "impose" || x.verb == "agree" || x.verb == "announce" {
				if a := r.actorsAt(append(append([]int(nil), x.agent...), x.subj...)...); len(a) > 0 {
					d.SetBy = a[0].Mention
				}
			}
		case "compound":
			if a, ok := r.actorAt(k); ok && a.Kind != rapporteur.Group && d.SetBy.Name == "" && r.upos(k) == "PROPN" && r.timeAt[k] < 0 {
				d.SetBy = a.Mention
			}
		}
	}
	if c != nil && !r.cue[c.head] {
		object := false
		for _, o := range c.obj {
			object = object || o == i
		}
		subject := false
		for _, s := range c.subj {
			subject = subject || s == i
		}
		passed := c.passive && subject
		switch c.verb {
		case "set", "impose", "announce", "establish", "issue", "give":
			if object || passed {
				d.State = "set"
				who := c.subj
				if passed {
					who = c.agent
				}
				if a := r.actorsAt(who...); len(a) > 0 {
					d.SetBy = a[0].Mention
				}
				if a := r.actorsAt(c.iobj...); len(a) > 0 {
					d.For = mentions(a)
				}
			}
		case "extend", "postpone", "delay", "move", "push", "shift":
			if object || passed {
				d.State = "extended"
				who := c.subj
				if passed {
					who = c.agent
				}
				if a := r.actorsAt(who...); len(a) > 0 {
					d.SetBy = a[0].Mention
				}
				// "extended to 30 April", "from 1 March to …": the new day
				for t := range r.times {
					x := &r.times[t]
					if r.sent[x.Start] == r.sent[i] && !x.Interval.IsZero() && r.prepBefore(x.Start, r.sentence(i).Start) != "from" && (r.prepBefore(x.Start, r.sentence(i).Start) == "to" || r.prepBefore(x.Start, r.sentence(i).Start) == "until") {
						when = x
					}
				}
			}
		case "miss", "pass", "lapse", "expire", "blow":
			if object || subject {
				d.State = "missed"
				if c.neg {
					d.State = "met"
				}
			}
		case "meet", "beat", "make":
			if object {
				d.State = "met"
				if c.neg || c.verb == "make" {
					d.State = "missed"
				}
				if c.modal != "" || c.mark == "to" {
					d.State = "set"
				}
			}
		case "deny", "reject":
			if object {
				d.State = "denied"
				m = rapporteur.Denied
			}
		case "run":
			if r.caseOf(i) == "past" || r.caseOf(i) == "beyond" {
				d.State = "missed"
			}
		}
		if det := r.child(i, "det"); det >= 0 && r.lower(det) == "no" || c.verb == "be" && c.neg && subject {
			d.State, m = "denied", rapporteur.Denied
		}
		if r.caseOf(i) == "past" || r.caseOf(i) == "beyond" {
			d.State = "missed"
		}
		if when == nil && (object || subject || c.head == i) {
			when = r.timeBelow(c.head)
		}
	}
	if when == nil && r.lemma(i) != "date" && !r.measured(i) {
		when = r.dayNear(i, 9)
	}
	if when != nil && when.Interval.Days() > 31 && !r.endOf(when.Range) {
		when = nil // "the deadline for the 2031 pact"
	}
	if when == nil && d.State != "denied" || r.askedFor(i) || r.compared(i) {
		return
	}
	if c != nil && d.What == "" && len(c.obj) > 0 && c.obj[0] == i {
		for _, k := range r.kids[c.head] { // "set a deadline of Friday for Estrel to accept the plan"
			if x := r.clause(k); x != nil && k > i && (x.mark == "to" || x.mark == "for") && base(r.rel(k)) == "advcl" {
				if a := r.actorsAt(x.subj...); len(a) > 0 && len(d.For) == 0 {
					d.For = mentions(a)
				}
				d.What = r.toBeDone(r.tail(x, r.own(k)))
			}
		}
	}
	if d.What == "" {
		d.What = r.boundFor(i, d.SetBy)
	}
	if when != nil && d.State != "set" && (m == rapporteur.Conditional || m == rapporteur.Hedged) && r.timeIn(np) != nil {
		// "if the 1 March deadline is moved": it stands for now
		d.State, m = "set", rapporteur.Asserted
		d.SetBy = rapporteur.Mention{}
	}
	claim := rapporteur.Claim{Kind: rapporteur.KindDeadline, Deadline: d, Modality: m}
	if when != nil {
		claim.When = when.Interval
	}
	switch m {
	case rapporteur.Conditional, rapporteur.Planned:
		if d.State == "met" || d.State == "missed" {
			return
		}
		if d.State == "set" && m == rapporteur.Planned {
			claim.Modality = rapporteur.Asserted
		}
	case rapporteur.Denied:
		if d.State != "denied" {
			claim.Modality = rapporteur.Asserted
		}
	}
	r.add(i, claim)
}

// measured reports whether a deadline is what another day is reckoned from:
// "on 21 March, eight days before the deadline".
func (r *reading) measured(i int) bool {
	switch r.caseOf(i) {
	case "before", "after", "ahead", "since", "from":
		return true
	}
	return false
}

// compared reports whether a deadline is told only by comparing it with another:
// "a much longer deadline than 30 June".
func (r *reading) compared(i int) bool {
	some, more := false, false
	for _, k := range r.kids[i] {
		some = some || r.rel(k) == "det" && (r.lower(k) == "a" || r.lower(k) == "an" || r.lower(k) == "another")
		switch r.lower(k) {
		case "longer", "shorter", "later", "earlier", "tighter", "different":
			more = true
		}
	}
	return some && more
}

// event tells what a day brings about: who or what, and the predicate at token k,
// whose words begin at from, without the day: "the truce to expire".
func (r *reading) event(k, from int, x *timex.Time) string {
	switch r.lower(from) {
	case "due", "set", "scheduled", "slated", "supposed", "poised":
		from++
	}
	end := x.Start
	for end > from && r.upos(end-1) == "ADP" {
		end--
	}
	if end <= from {
		end = r.own(k).End // the day comes first
	}
	what, _ := r.summary(lang.Range{Start: from, End: end})
	for h, steps := k, 0; h >= 0 && steps < 4; h, steps = r.head(h), steps+1 {
		if steps > 0 && base(r.rel(h)) == "conj" {
			break
		}
		who := -1
		if c := r.clause(h); c != nil && len(c.subj) > 0 {
			who = c.subj[0]
			if w := r.lower(who); (w == "that" || w == "which" || w == "who") && base(r.rel(h)) == "acl" {
				who = r.head(h)
			}
		} else if base(r.rel(h)) == "acl" {
			who = r.head(h)
		}
		if who < 0 {
			continue
		}
		np := r.nounPhrase(who)
		for np.Start < np.End && r.upos(np.Start) == "DET" {
			np.Start++
		}
		ok := r.upos(who) != "PRON" && np.End <= from && np.Len() <= 12
		for j := np.End; j < from; j++ {
			ok = ok && r.upos(j) != "NOUN" && r.upos(j) != "PROPN" && (r.upos(j) != "PRON" || j == np.End)
		}
		if ok {
			name, _ := r.summary(np)
			return name + " " + what
		}
		break
	}
	return what
}

// toBeDone returns the words for what a day is set, without "to" and the day itself.
func (r *reading) toBeDone(words lang.Range) string {
	for words.Start < words.End && (r.lower(words.Start) == "to" || r.lower(words.Start) == "the") {
		words.Start++
	}
	end := words.End
	for end > words.Start && (r.timeAt[end-1] >= 0 || r.upos(end-1) == "PUNCT") {
		end--
	}
	for end < words.End && end > words.Start && r.upos(end-1) == "ADP" {
		end--
	}
	if end > words.Start {
		words.End = end
	}
	what, _ := r.summary(words)
	return what
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

// given reads "gave both sides until 30 April".
func (r *reading) given(c *clause) {
	if c.neg {
		return
	}
	for t := range r.times {
		x := &r.times[t]
		if x.Interval.IsZero() || r.sent[x.Start] != r.sent[c.head] || x.Start < c.head || x.Start > c.head+10 {
			continue
		}
		p := r.prepBefore(x.Start, r.sentence(c.head).Start)
		first := r.lower(x.Start)
		if p != "until" && p != "till" && first != "until" && first != "till" || len(c.obj)+len(c.iobj)+len(c.subj) == 0 {
			continue
		}
		d := &rapporteur.DeadlineClaim{State: "set"}
		who, to := c.subj, append(append([]int(nil), c.iobj...), c.obj...)
		if c.passive {
			who, to = c.agent, c.subj
		}
		if a := r.actorsAt(who...); len(a) > 0 {
			d.SetBy = a[0].Mention
		}
		d.For = mentions(r.actorsAt(to...))
		for _, k := range r.kids[c.head] {
			if x := r.clause(k); x != nil && x.mark == "to" {
				d.What = r.toBeDone(r.own(k))
			}
		}
		r.add(c.head, rapporteur.Claim{Kind: rapporteur.KindDeadline, Deadline: d, When: x.Interval, Modality: r.modality(c.head)})
		return
	}
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
		if c := r.governor(x.Start); c != nil && r.cue[c.head] && c.head > i {
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
