package claim

import (
	"slices"

	"rapporteur"
	"rapporteur/lang"
)

// A verdict is what a report says, in its own voice, of the words that it gives somebody:
// "… which isn't true", "falsely claimed that …", "In fact, …", "Despite his insistence that
// …, it is the firms that pay". It denies those words as another voice would.

// verdicts reads what the report says of the words of others.
func (r *reading) verdicts() {
	for _, a := range r.remarks() {
		if a.told < 0 || a.by < 0 || len(r.said.Attributions[a.by].Source) == 0 {
			continue
		}
		first := r.contentFrom(&a)
		if r.doc.Sentences[r.sent[first]].Heading {
			continue
		}
		switch at := r.verdictBehind(&a); {
		case at >= 0:
			r.judgeBehind(&a, at)
		case r.belied(&a):
			r.judgeBefore(&a)
		case r.grants(&a), r.ownContrast(&a):
		default:
			r.judgeNext(&a)
		}
	}
}

// verdictBehind returns where in the sentence of a remark stands that it is not so, -1 for
// nowhere: "…, which is just not true", "… — a claim for which there is no evidence".
func (r *reading) verdictBehind(a *remark) int {
	from := r.contentFrom(a)
	s := r.sentence(from)
	for k := from + 2; k+3 < s.End; k++ {
		if r.upos(k-1) != "PUNCT" || opens(r.form(k-1)) || r.direct(k) {
			continue
		}
		i := k
		switch w := r.lower(i); {
		case w == "but", w == "though", w == "although", w == "yet", w == "and", w == "even":
			for i++; i < s.End && (r.lower(i) == "though" || r.lower(i) == "if"); i++ {
			}
			if w = r.lower(i); w != "that" && w != "this" && w != "it" && w != "which" || w == "it" && r.lower(k) == "and" {
				continue
			}
		case w == "which":
		case (w == "a" || w == "an") && (lex().rebuttals.Tales[r.lemma(i+1)] || lex().rebuttals.Tales[r.lemma(i+2)]):
			for i++; i < s.End && r.lower(i) != "that" && r.lower(i) != "which"; i++ {
			}
			if i+1 < s.End && r.lower(i) == "which" && r.lower(i+1) == "there" && r.lower(i-1) == "for" && r.noEvidence(i+1, s.End) {
				return k
			}
		default:
			continue
		}
		if r.saysFalse(i+1, s.End) {
			return k
		}
	}
	return -1
}

// saysFalse reports whether from a token on stands no more than that something is not so:
// "is false", "just isn't true", "was simply not the case".
func (r *reading) saysFalse(i, end int) bool {
	l := &lex().rebuttals
	be, not := false, false
	for k := i; k < min(i+7, end); k++ {
		w := r.lower(k)
		switch {
		case r.lemma(k) == "be" || w == "'s" || w == "’s":
			be = true
		case w == "not" || w == "n't" || w == "n’t":
			not = true
		case w == "just", w == "simply", w == "plainly", w == "flatly", w == "clearly", w == "patently", w == "demonstrably", w == "quite", w == "at", w == "best", w == "entirely", w == "completely", w == "really", w == "strictly", w == "actually", w == "of", w == "course", w == "both", w == "a", w == "the":
		case be && not && (w == "how" || w == "what"):
			return true
		case be && not && l.True[w], be && !not && (l.False[w] && r.upos(k) != "VERB"):
			return k+1 >= end || r.upos(k+1) == "PUNCT" || r.upos(k+1) == "CCONJ" || r.upos(k+1) == "SCONJ" || r.upos(k+1) == "ADP" || r.upos(k+1) == "NOUN"
		default:
			return false
		}
	}
	return false
}

// noEvidence reports whether a token opens that there is nothing to found something on:
// "there is no evidence for it".
func (r *reading) noEvidence(i, end int) bool {
	if i+3 >= end || r.lower(i) != "there" || r.lemma(i+1) != "be" {
		return false
	}
	for k := i + 2; k < min(i+6, end); k++ {
		if w := r.lemma(k); w == "evidence" || w == "proof" || w == "basis" {
			return r.lower(i+2) == "no" || r.lower(i+2) == "little" || r.lower(k-1) == "any"
		}
	}
	return false
}

// grants denies a remark by the rest of the sentence that grants it: "Although Brandt has maintained
// that the toll will help the yards, some fear that it will ruin them".
func (r *reading) grants(a *remark) bool {
	from := r.contentFrom(a)
	s := r.sentence(from)
	i := s.Start
	if r.lower(i) == "even" {
		i++
	}
	switch r.lower(i) {
	case "although", "though", "while":
	default:
		return false
	}
	if r.upos(i) != "SCONJ" && r.upos(i) != "ADP" || a.at > i+10 || a.at > from || !r.doubtful(a) || r.lower(i) == "while" && r.cuedAsView(a) {
		return false
	}
	end := r.endOfFirst(from-1, s)
	if end < 0 {
		return false
	}
	content, rest := lang.Range{Start: from, End: end}, lang.Range{Start: end + 1, End: s.End}
	if content.Len() < 3 || rest.Len() < 5 || r.shareMatter(content, rest) == 0 && r.anyIn(rest, lex().answers.Not) < 0 {
		return false
	}
	voice := r.voicesIn(rest)
	if sameVoice(voice, a.chain) {
		return false
	}
	told := &r.claims[a.told]
	told.Statement.Words, told.Statement.Span = r.contentWords([]lang.Range{content})
	told.Span = r.bytes(lang.Range{Start: s.Start, End: end})
	denied := *told.Statement
	denied.Instead, _ = r.contentWords([]lang.Range{rest})
	r.add(rest.Start, rapporteur.Claim{Kind: rapporteur.KindStatement, Statement: &denied, Span: r.bytes(rest), Modality: rapporteur.Denied, Chain: append([]rapporteur.Source{}, voice...)})
	return true
}

// cuedAsView reports whether a remark is told as a view that another may stand beside.
func (r *reading) cuedAsView(a *remark) bool {
	return slices.ContainsFunc(r.said.Attributions[a.by].Cue, func(c lang.Range) bool {
		for i := c.Start; i < c.End; i++ {
			if views[r.lemma(i)] {
				return true
			}
		}
		return false
	})
}

// voicesIn returns the voices that tell what stands in some words, none for the report's own.
func (r *reading) voicesIn(words lang.Range) (voice []rapporteur.Source) {
	voice = r.chain(words.Start + words.Len()/2)
	for k := words.Start; len(voice) == 0 && k < words.End; k++ {
		voice = r.chain(k)
	}
	return voice
}

// judgeBehind denies a remark by what stands behind it in its sentence.
func (r *reading) judgeBehind(a *remark, at int) {
	s := r.sentence(at)
	told := r.claims[a.told].Statement
	if told.Span.End > r.bytes(lang.Range{Start: at, End: at + 1}).Start { // taken for words of whoever is judged
		told.Words, told.Span = r.contentWords([]lang.Range{{Start: r.contentFrom(a), End: at - 1}})
	}
	if told.Words == "" {
		return
	}
	r.claims[a.told].Span = r.bytes(lang.Range{Start: s.Start, End: at - 1})
	r.judge(a, at, lang.Range{Start: at, End: s.End})
}

// belied reports whether the words that lead to a remark say that it is not so: "falsely
// claimed", "claimed, without offering evidence, that".
func (r *reading) belied(a *remark) bool {
	for i := max(r.sentence(a.at).Start, a.at-2); i < min(a.at+6, r.contentFrom(a)); i++ {
		if lex().rebuttals.Falsely[r.lower(i)] {
			return true
		}
		if r.lower(i) == "without" && i > a.at {
			for k := i + 1; k < r.contentFrom(a); k++ {
				if r.lemma(k) == "evidence" || r.lemma(k) == "proof" {
					return true
				}
			}
		}
	}
	return false
}

// judgeBefore denies a remark by the words that lead to it.
func (r *reading) judgeBefore(a *remark) {
	from := r.contentFrom(a)
	s := r.sentence(from)
	if a.at >= from || r.sent[a.at] != r.sent[from] {
		return
	}
	r.claims[a.told].Span = r.bytes(lang.Range{Start: from, End: s.End})
	r.judge(a, a.at, lang.Range{Start: s.Start, End: from})
}

// judgeNext denies a remark by the sentence behind it: "That is false", "In fact, …".
func (r *reading) judgeNext(a *remark) {
	n := r.sent[whole(a).End-1] + 1
	if n >= len(r.doc.Sentences) || r.doc.Sentences[n].Heading {
		return
	}
	s := r.doc.Sentences[n].Range
	if s.Len() < 6 && n+1 < len(r.doc.Sentences) && r.labelEnd(r.doc.Sentences[n+1].Range) > 0 {
		s = r.doc.Sentences[n+1].Range // "— tweet on Monday."
	}
	i, labelled := s.Start, false
	if i+4 < s.End && (r.lower(i) == "but" || r.lower(i) == "yet") {
		i++
	} else if k := r.labelEnd(s); k > 0 {
		i, labelled = k, true
	}
	if s.Len() < 3 || r.direct(i) || len(r.chain(i)) > 0 || r.inner[i] >= 0 || opens(r.form(i)) {
		return
	}
	switch w := r.lower(i); {
	case (w == "that" || w == "this" || w == "it") && r.saysFalse(i+1, s.End):
	case (w == "the" || w == "that" || w == "this") && lex().rebuttals.Tales[r.lemma(i+1)] && r.saysFalse(i+2, s.End):
	case r.clashesWith(i, s):
	case labelled && r.lower(i) == "it" && r.saysFalse(i+1, s.End) && r.shareMatter(whole(a), s) > 0:
	case r.noEvidence(i, s.End) && r.shareMatter(whole(a), s) > 0:
	case r.brushesOff(i, s.End, lex().rebuttals.truly) && r.doubtful(a) && r.shareMatter(whole(a), s) > 0:
	default:
		return
	}
	if c := r.mainClause(s); c != nil && r.cue[c.head] && lex().speech.Verbs[c.verb] {
		return // somebody says so
	}
	r.judge(a, i, s)
}

// clashesWith reports whether a sentence opens with what was just said and says that it does not go with
// what is known: "That claim is at odds with …", "His account contradicted …".
func (r *reading) clashesWith(i int, s lang.Range) bool {
	switch r.lower(i) {
	case "that", "this", "those", "these", "his", "her", "their", "its":
	default:
		return false
	}
	for k := i + 1; k < min(i+4, s.End-3); k++ {
		if w := r.lemma(k); r.upos(k) != "NOUN" || !lex().rebuttals.Spite[w] && !lex().rebuttals.Tales[w] && !lex().rebuttals.Recall[w] {
			continue
		}
		for j := k + 1; j < min(k+5, s.End-2); j++ {
			if r.brushesOff(j, s.End, lex().rebuttals.clash) {
				return !r.negatedAt(j, k)
			}
		}
	}
	return false
}

// labelEnd returns the token behind the words that open the findings of those who look after what
// somebody said ("The facts:", "Fact check:"), 0 where none do.
func (r *reading) labelEnd(s lang.Range) int {
	for k := s.Start + 1; k < min(s.Start+6, s.End-2); k++ {
		if r.form(k) == ":" {
			for i := s.Start; i < k; i++ {
				if w := r.lemma(i); w == "fact" || w == "reality" || w == "verdict" || w == "truth" || w == "fact-check" {
					return k + 1
				}
			}
			return 0
		}
	}
	return 0
}

// doubtful reports whether a remark is told with a verb that leaves it to whoever says it.
func (r *reading) doubtful(a *remark) bool {
	return slices.ContainsFunc(r.said.Attributions[a.by].Cue, func(c lang.Range) bool {
		for i := c.Start; i < c.End; i++ {
			if lex().answers.Boasts[r.lemma(i)] {
				return true
			}
		}
		return false
	})
}

// judge adds that a remark is not so in the report's own voice.
func (r *reading) judge(a *remark, at int, words lang.Range) {
	s := *r.claims[a.told].Statement
	s.Instead, _ = r.contentWords([]lang.Range{words})
	r.add(at, rapporteur.Claim{Kind: rapporteur.KindStatement, Statement: &s, Span: r.bytes(words), Modality: rapporteur.Denied, Chain: []rapporteur.Source{}})
}

// discounted reads what a sentence tells in spite of what somebody says: "Despite her claims
// that the port was open, no ship has left it", "contrary to what Brandt says, …".
func (r *reading) discounted() {
	for n, s := range r.doc.Sentences {
		if s.Heading {
			continue
		}
		if r.atOdds(n) {
			continue
		}
		for i := s.Start; i+4 < s.End; i++ {
			k := r.inSpite(i)
			if k < 0 || r.direct(i) {
				continue
			}
			tale := -1
			for t := k; t < min(k+8, s.End); t++ {
				if l := &lex().rebuttals; r.upos(t) == "NOUN" && (l.Spite[r.lemma(t)] || r.lower(i) == "contrary" && r.sumsUp(t)) {
					tale = t
					break
				}
			}
			if tale < 0 {
				continue
			}
			if that := r.openedBy(tale, s.Range); that >= 0 {
				r.discount(n, i, tale, that)
				break
			}
		}
	}
}

// atOdds reads what is told to contradict what somebody says: "Brandt's claim that the port was
// open is at odds with the harbour's log".
func (r *reading) atOdds(n int) bool {
	s := r.doc.Sentences[n].Range
	for i := s.Start + 5; i+2 < s.End; i++ {
		if !r.brushesOff(i, s.End, lex().rebuttals.clash) || r.direct(i) || r.negatedAt(i, s.Start) {
			continue
		}
		for t := i - 4; t > s.Start; t-- {
			if r.upos(t) != "NOUN" || !lex().rebuttals.Spite[r.lemma(t)] && !lex().rebuttals.Tales[r.lemma(t)] {
				continue
			}
			that := r.thatAfter(t, s)
			tellers := r.tellersOf(t, that)
			if that < 0 || that > t+3 || that > i-3 || len(tellers) == 0 {
				continue
			}
			content := lang.Range{Start: that + 1, End: i}
			for content.End > content.Start && (r.upos(content.End-1) == "AUX" || r.upos(content.End-1) == "PUNCT" || r.upos(content.End-1) == "ADV") {
				content.End--
			}
			said := *r.saidIn(content, s.Start, tellers)
			said.Instead, _ = r.contentWords([]lang.Range{{Start: i, End: s.End}})
			voice := append([]rapporteur.Source{}, r.chain(i)...)
			if n := len(voice); n > 0 && sameVoice(voice[n-1:], tellers) {
				voice = voice[:n-1] // the whole was taken for his words
			}
			r.add(i, rapporteur.Claim{Kind: rapporteur.KindStatement, Statement: &said, Span: r.bytes(lang.Range{Start: content.End, End: s.End}), Modality: rapporteur.Denied, Chain: voice})
			r.disclaimers = append(r.disclaimers, content)
			return true
		}
	}
	return false
}

// openedBy returns the token before what a noun of telling tells, -1 for none: its "that", or what
// stands before a clause without one ("despite her insistence today the two must wait").
func (r *reading) openedBy(tale int, s lang.Range) int {
	if that := r.thatAfter(tale, s); that >= 0 && that <= tale+3 {
		return that
	}
	k := tale + 1
	for k < s.End && r.timeAt[k] >= 0 {
		k++
	}
	for x := k; x < min(k+8, s.End); x++ {
		if c := r.clause(x); c != nil && len(c.subj) > 0 && r.subtree(c.subj[0]).Start == k && (r.upos(k) == "DET" || r.upos(k) == "PRON" || r.upos(k) == "PROPN") {
			return k - 1
		}
	}
	return -1
}

// inSpite returns the token behind words that set what follows aside, -1 for none.
func (r *reading) inSpite(i int) int {
	switch w := r.lower(i); {
	case w == "despite", w == "notwithstanding":
		return i + 1
	case w == "contrary" && r.lower(i+1) == "to":
		return i + 2
	case w == "in" && r.lower(i+1) == "spite" && r.lower(i+2) == "of":
		return i + 3
	case w == "for" && r.lower(i+1) == "all" && i == r.sentence(i).Start:
		return i + 2
	}
	return -1
}

// discount adds what is told in spite of what, where it is told whose words these are.
func (r *reading) discount(n, i, tale, that int) {
	s := r.doc.Sentences[n].Range
	tellers := r.tellersOf(tale, that)
	if len(tellers) == 0 {
		for _, k := range r.kids[tale] {
			if who := r.actorsAt(k); r.rel(k) == "nmod:poss" && len(who) == 1 {
				tellers = append(tellers, voiceOf(who[0].Mention))
			}
		}
	}
	if x := (deniedTale{tale: tale, at: tale}); len(tellers) == 0 && r.lower(i) == "contrary" { // "contrary to reports that"
		tellers = r.tellersIn(&x)
	}
	content, rest := lang.Range{Start: that + 1, End: s.End - 1}, lang.Range{Start: s.Start, End: i}
	if i <= s.Start+1 {
		end := r.endOfFirst(that, s)
		if end < 0 {
			return
		}
		content.End, rest = end, lang.Range{Start: end + 1, End: s.End}
	}
	for rest.End > rest.Start && r.upos(rest.End-1) == "PUNCT" {
		rest.End--
	}
	if len(tellers) == 0 || content.Len() < 3 || rest.Len() < 4 {
		return
	}
	at := rest.Start
	if c := r.mainClause(s); c != nil && rest.Contains(c.head) {
		at = c.head
	}
	voice := slices.DeleteFunc(slices.Clone(r.voicesIn(rest)), func(v rapporteur.Source) bool { return v.Name == tellers[len(tellers)-1].Name })
	if slices.ContainsFunc(r.claims, func(f found) bool {
		return f.Statement != nil && f.Modality == rapporteur.Denied && r.sent[f.head] == n
	}) {
		return
	}
	said := r.saidIn(content, i, tellers)
	denied := *said
	denied.Instead, _ = r.contentWords([]lang.Range{rest})
	r.add(at, rapporteur.Claim{Kind: rapporteur.KindStatement, Statement: &denied, Span: r.bytes(rest), Modality: rapporteur.Denied, Chain: append([]rapporteur.Source{}, voice...)})
	r.disclaimers = append(r.disclaimers, content)
}

// saidIn returns the statement of what tellers are told to have said, with its part of the
// sentence from a token on; it adds it where it is not read.
func (r *reading) saidIn(content lang.Range, from int, tellers []rapporteur.Source) *rapporteur.StatementClaim {
	words, part := r.bytes(content), r.bytes(lang.Range{Start: from, End: content.End})
	last := tellers[len(tellers)-1]
	for i := range r.claims {
		f := &r.claims[i]
		if f.Statement != nil && f.Modality != rapporteur.Denied && f.Statement.Speaker.Name == mentionOf(last).Name && f.Statement.Span.Start >= words.Start-6 && f.Statement.Span.End <= words.End+6 {
			f.Span, f.Chain = part, append([]rapporteur.Source{}, tellers[:len(tellers)-1]...)
			return f.Statement
		}
	}
	s := &rapporteur.StatementClaim{Type: last.Type, Speaker: mentionOf(last)}
	s.Words, s.Span = r.contentWords([]lang.Range{content})
	r.add(content.Start, rapporteur.Claim{Kind: rapporteur.KindStatement, Statement: s, Span: part, Chain: append([]rapporteur.Source{}, tellers[:len(tellers)-1]...)})
	return s
}

// endOfFirst returns the comma that ends what opens a sentence behind a "that", -1 where none does.
func (r *reading) endOfFirst(that int, s lang.Range) int {
	for k := that + 3; k+3 < s.End; k++ {
		if r.form(k) != "," {
			continue
		}
		switch r.lower(k + 1) {
		case "which", "who", "whom", "whose", "where", "when", "and", "or", "as", "including", "such", "said":
			continue
		}
		for i := k + 1; i < s.End; i++ {
			if c := r.clause(i); c != nil && len(c.subj) > 0 && c.subj[0] > k && !(r.cue[i] && lex().speech.Verbs[c.verb] && i-k < 8) {
				return k
			}
		}
	}
	return -1
}
