package claim

import (
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/lang"
)

// makePoint adds a point, unless it is too thin to stand on a line of its own.
func (p *pointMaker) makePoint(head int, words lang.Range, by []rapporteur.Mention, status rapporteur.Status, m rapporteur.Modality) bool {
	return p.makeMatter(head, lang.Range{}, words, by, status, m)
}

// makeMatter does, with words before the others that say what they are about:
// "the clause on" prisoners.
func (p *pointMaker) makeMatter(head int, lead, words lang.Range, by []rapporteur.Mention, status rapporteur.Status, m rapporteur.Modality) bool {
	words = p.withoutAside(p.segment(words, head), head)
	if words.Len() > 4 && p.lower(words.Start) == "in" && lex().points.Lists.Returns[p.lower(words.Start+1)] && p.lower(words.Start+2) != "for" {
		words.Start += 2 // "in return Estrel would …"
	}
	words = p.whole(words)
	words = p.withoutSubject(words)
	if p.whoTookPart(words) || lead.Empty() && p.endsInDeal(words) {
		return false
	}
	if lead.Empty() {
		if row := p.unlikeRow(head, words); len(row) > 1 {
			return p.makeRow(head, words.Start, row, by, status, m)
		}
		if items := p.unlikeItems(words); len(items) > 1 {
			return p.makeItems(items, status, m)
		}
	}
	first := words.Start
	for first+1 < words.End && (p.upos(first) == "PUNCT" || p.lower(first) == "including") {
		first++
	}
	if p.lower(first) == "barring" || first+1 < words.End && p.upos(first) == "CCONJ" && p.lower(first+1) == "barring" {
		return false // taken for a verb
	}
	if p.lower(first) == "whether" && (status == rapporteur.Proposed || status == rapporteur.Agreed || status == rapporteur.Retained) {
		status = rapporteur.Open // "including whether the duties stay"
	}
	laid := status == rapporteur.Proposed && m == rapporteur.Asserted && p.agreedText()
	if laid {
		status = rapporteur.Agreed
	}
	if status == rapporteur.Agreed && p.onlyAsked(head) {
		status = rapporteur.Proposed
	}
	if status == rapporteur.Agreed && p.staysPut(p.clause(head)) {
		status = rapporteur.Retained
	}
	if lead.Empty() && !p.names(words) {
		return false // "Still missing"
	}
	if lead.Empty() && (p.onlySize(head, words) || p.barelyAgreed(words)) {
		return false
	}
	doer := lang.Range{}
	if lead.Empty() {
		doer = p.subjectless(words, head)
	}
	if words.Empty() || lead.Empty() && p.lower(words.Start) == "whose" || status != rapporteur.Proposed && status != rapporteur.Agreed && p.amount(head) {
		return false
	}
	summary, ranges := p.summary(words)
	n := len(strings.Fields(summary))
	if n > 0 && !lead.Empty() {
		before, _ := p.summary(lang.Range{Start: lead.Start, End: lead.End})
		if p.sent[lead.Start] != p.sent[words.Start] {
			before += ":" // "Pay: 8 percent in three steps"
		}
		summary = before + " " + summary
		summary = balanced(strings.Join(strings.Fields(summary), " "))
		ranges = append(ranges, lead)
	}
	if n > 0 && !doer.Empty() { // which is no part of the matter
		before, _ := p.summary(doer)
		summary = strings.TrimSpace(before + " " + summary)
	}
	if n < 2 && lead.Empty() && len(p.known(words)) == 0 || n == 0 || n > 70 {
		return false
	}
	if n == 1 && lead.Empty() && (status == rapporteur.Proposed || status == rapporteur.Agreed) && p.doc.Tokens[head].XPOS != "NNS" && !lex().points.Acts[p.lemma(head)] {
		return false // "energy": no line says what of it
	}
	issues := p.issuesFor(words, ranges, by)
	issue := Other
	if len(issues) > 0 {
		issue = issues[0]
		issues = issues[1:]
	}
	if issue == Other && lead.Empty() && p.contentless(words) && !p.ofAnyText(words) {
		return false
	}
	if who, ok := p.granted(head, words); ok {
		by = who
	} else if len(by) == 0 {
		if by = p.whoseDuty(head, words); len(by) == 0 && (issue == "pay" || issue == "leave") && (status == rapporteur.Proposed || status == rapporteur.Agreed) && p.measured(words) {
			by = p.employer()
		}
	}
	by = p.notVoice(head, by)
	by, status = p.ofAsked(head, by, status)
	x := &rapporteur.PointClaim{Issue: issue, Issues: issues, By: by, Status: status, Summary: summary}
	if p.text >= 0 && p.text < len(p.kids) {
		if t := p.textUnder(p.text); t >= 0 {
			x.Text = p.textName(t)
		}
	}
	p.add(head, rapporteur.Claim{Kind: rapporteur.KindPoint, Point: x, Modality: m})
	p.claims[len(p.claims)-1].laid = laid
	if laid || status == rapporteur.Proposed {
		p.words = append(p.words, words)
	}
	p.owed = append(p.owed, owed{len(p.claims) - 1, head, words})
	return true
}

// segment cuts words at a semicolon between two clauses to those around their head: "prisoners go home;
// | the clause on mines was struck".
func (p *pointMaker) segment(words lang.Range, head int) lang.Range {
	for k := words.Start + 1; k+1 < words.End; k++ {
		if p.form(k) != ";" {
			continue
		}
		left, right := lang.Range{Start: words.Start, End: k}, lang.Range{Start: k + 1, End: words.End}
		if p.finite(left) < 0 || p.finite(right) < 0 {
			continue
		}
		if left.Contains(head) {
			return left
		}
		if right.Contains(head) {
			return p.segment(right, head)
		}
	}
	return words
}

// ofAnyText reports whether words name a text.
func (p *pointMaker) ofAnyText(words lang.Range) bool {
	for k := words.Start; k < words.End; k++ {
		if p.upos(k) == "NOUN" && p.isStrongText(k) {
			return true
		}
	}
	return false
}

// issuesFor returns the issues of a point's words, or of what stands near where they name none
// or say little: "the clause that was agreed years ago" of ships of war.
func (p *pointMaker) issuesFor(words lang.Range, told []lang.Range, by []rapporteur.Mention) []string {
	text := p.lightly(by, p.topicWords(told...))
	issues := p.agenda.issues(text)
	for k := words.Start + 1; k+2 < words.End; k++ { // what is given in return is another matter
		if p.lower(k) == "in" && (p.lower(k+1) == "return" || p.lower(k+1) == "exchange") && p.lower(k+2) == "for" {
			if first := p.known(lang.Range{Start: words.Start, End: k}); len(first) > 0 {
				issues = first
			}
		}
	}
	if f := p.lower(words.Start); f == "if" || f == "unless" { // what stands under a condition, not the condition
		for k := words.Start; k < words.End; k++ {
			if p.form(k) != "," {
				continue
			}
			if first := p.known(lang.Range{Start: k, End: words.End}); len(first) > 0 {
				issues = first
			}
			break
		}
	}
	if rise := p.barePercent(words); rise && (len(issues) == 0 || !slices.Contains(issues, "pay")) {
		issues = append(issues, "pay") // "had asked for 19 percent", of those who talk about wages
	}
	if len(issues) == 0 {
		return p.issuesNear(words)
	}
	if hits := p.agenda.known(text); len(hits) == 0 || hits[0].score < weakSignal {
		for _, near := range p.issuesNear(words) {
			if near != Other && !slices.Contains(issues, near) {
				issues = append(issues, near)
			}
		}
	}
	return issues
}

// barePercent reports whether words tell, in talks about work, of a share of which they do not say what
// it is a share of.
func (p *pointMaker) barePercent(words lang.Range) bool {
	if p.agenda == nil || p.agenda.Code != "labour" {
		return false
	}
	for k := words.Start + 1; k < words.End; k++ {
		if f := p.lower(k); f != "percent" && f != "%" && f != "cent" {
			continue
		}
		return p.upos(k-1) == "NUM" || p.lower(k-1) == "per"
	}
	return false
}

// whoTookPart reports whether words tell who had a part in a text, which provides nothing: "the
// plan involved Otto Varga and Ilse Marrow".
func (p *pointMaker) whoTookPart(words lang.Range) bool {
	for k := words.Start + 1; k < words.End; k++ {
		if c := p.clause(k); c != nil && c.verb == "involve" && len(c.obj) > 0 {
			return slices.ContainsFunc(p.conjuncts(c.obj[0]), func(o int) bool { return p.typeAt(o) == lang.PER })
		}
	}
	return false
}

// issuesNear returns the issues of words that name none: those of what their sentence says
// it is about ("On territory, …"), or else of what stands behind them in it, before them, or in
// the sentence before of the same paragraph. Words that tell of a thing of their own ("remain
// to be resolved" do not) are of another issue first.
func (p *pointMaker) issuesNear(words lang.Range) []string {
	sent := p.sentence(words.Start)
	near := []lang.Range{p.topicOf(sent), {Start: min(words.End, sent.End), End: sent.End}, {Start: sent.Start, End: words.Start}}
	if n := p.sent[words.Start] - 1; n >= 0 && p.doc.Sentences[n].Paragraph == p.doc.Sentences[n+1].Paragraph {
		near = append(near, p.doc.Sentences[n].Range)
	}
	for n, s := range near {
		_, told := p.summary(s)
		if hits := p.agenda.known(p.topicWords(told...)); len(hits) > 0 && hits[0].score >= weakSignal {
			list := codes(hits, 4)
			if n > 0 && p.tellsThing(words) {
				list = append([]string{Other}, list...)
			}
			return list
		}
	}
	return nil
}

// topicOf returns what a sentence begins with that says what it is about: "On territory, …",
// "With regard to property, …".
func (p *pointMaker) topicOf(sent lang.Range) lang.Range {
	switch p.lower(sent.Start) {
	case "on", "with", "as", "regarding", "concerning", "in", "under":
	default:
		return lang.Range{}
	}
	for k := sent.Start + 1; k < min(sent.End, sent.Start+10); k++ {
		if f := p.form(k); f == "," || f == ":" {
			return lang.Range{Start: sent.Start + 1, End: k}
		}
	}
	return lang.Range{}
}

// tellsThing reports whether words name a thing of their own that an issue might be made of.
func (p *pointMaker) tellsThing(words lang.Range) bool {
	l := &lex().points
	for k := words.Start; k < words.End; k++ {
		lemma := p.lemma(k)
		if p.upos(k) == "NOUN" && p.timeAt[k] < 0 && !l.Parts[lemma] && !l.Matters[lemma] && !l.Acts[lemma] && !p.isTextNoun(k) && (len(p.actorsAt(k)) == 0 || base(p.rel(k)) == "obj") {
			return true
		}
	}
	return false
}

// whole trims words that a cut left hanging at the end of a point, "expected
// to", and returns none where a clause was cut behind its subject: "issues that Norvana".
func (p *pointMaker) whole(s lang.Range) lang.Range {
	s = p.closed(s)
	for s.Len() > 1 {
		last := s.End - 1
		if p.lower(last) == "such" { // "goods such | as"
			s.End--
			continue
		}
		if tag := p.doc.Tokens[last].XPOS; tag == "TO" || tag == "IN" && p.head(last) >= s.End || p.upos(last) == "DET" && p.head(last) >= s.End {
			if s.End--; tag == "TO" && p.doc.Tokens[s.End-1].XPOS == "VBN" && s.Len() > 1 {
				s.End--
			}
			continue
		}
		if base(p.rel(last)) == "nsubj" && p.head(last) >= s.End && p.sent[p.head(last)] == p.sent[last] && p.lower(max(p.lo[last]-1, s.Start)) == "that" {
			return lang.Range{}
		}
		break
	}
	return s
}

// closed ends the words of a point behind what a cut went through: "beyond 31 | October", "between Norvana | and
// Estrel", "ensures that nothing | will change".
func (p *pointMaker) closed(s lang.Range) lang.Range {
	if s.Len() < 2 || s.End >= p.sentence(s.Start).End {
		return s
	}
	end, last := p.sentence(s.Start).End, s.End-1
	for t := range p.times {
		if x := &p.times[t]; x.Start < s.End && x.End > s.End && x.Start >= s.Start {
			s.End = min(x.End, end)
			return s
		}
	}
	if h := p.head(last); base(p.rel(last)) == "nsubj" && h >= s.End && h < end && p.upos(h) == "VERB" && (p.head(h) >= s.Start && p.head(h) < last || p.upos(last-1) == "VERB") && p.lower(max(p.lo[last]-1, s.Start)) != "that" {
		s.End = min(p.own(h).End, end)
		return s
	}
	if p.lower(s.End) == "and" && s.End+1 < end {
		for k := last - 1; k >= s.Start && k > last-6; k-- {
			switch p.lower(k) {
			case "and", ",":
				return s
			case "between":
				n := s.End + 1
				for n < end-1 && (p.upos(n) == "DET" || p.upos(n) == "ADJ" || p.upos(n) == "PRON" || p.upos(n) == "ADV") {
					n++
				}
				if p.upos(n) == "NOUN" || p.upos(n) == "PROPN" {
					s.End = max(n+1, min(p.nounPhrase(n).End, end))
				}
				return s
			}
		}
	}
	return s
}

// amount reports whether a nominal is a sum of money: no change makes a point of it.
func (p *pointMaker) amount(i int) bool {
	switch p.lemma(i) {
	case "%", "$", "€", "£", "dollar", "euro", "pound", "billion", "million":
		return true
	}
	return p.upos(i) == "SYM"
}

// withoutAside ends the words of a point before what is only told of it: "…,
// which pleased the farmers".
func (p *pointMaker) withoutAside(s lang.Range, head int) lang.Range {
	for k := s.Start + 1; k+2 < s.End; k++ { // "… on the sidelines of the summit"
		if p.lower(k) == "on" && (p.lower(k+2) == "sidelines" || p.lower(k+2) == "margins") {
			s.End = k
		}
	}
	for k := max(head, s.Start+2) + 1; k < s.End; k++ {
		f := p.lower(k)
		if p.form(k-1) == "," && (f == "under" || f == "according") && s.End-k < 6 && p.namesText(lang.Range{Start: k, End: s.End}) {
			return lang.Range{Start: s.Start, End: k - 1} // ", under the draft"
		}
		if p.form(k-1) != "," && p.form(k-1) != "—" && p.form(k-1) != "–" || f != "which" && f != "who" && f != "whom" && f != "something" && !p.remark(k, s.End) {
			continue
		}
		for j := k + 1; j < s.End; j++ {
			if p.form(j) == "," && j+1 < s.End && (p.upos(j+1) == "CCONJ" || p.upos(j+1) == "PART") {
				return s // a row that goes on behind it
			}
		}
		return lang.Range{Start: s.Start, End: k - 1}
	}
	return s
}

// remark reports whether a nominal that is told about what stands before it begins
// at token k: "…, a process that may take years".
func (p *pointMaker) remark(k, end int) bool {
	if p.upos(k) != "DET" {
		return false
	}
	for j := k + 1; j+1 < min(k+4, end); j++ {
		if p.upos(j) == "NOUN" && base(p.rel(j)) == "appos" {
			return p.lower(j+1) == "that" || p.lower(j+1) == "which"
		}
	}
	return false
}

// summary returns the words of a range without those of the telling ("…, the
// Post reported, citing an official") and without marks at its ends.
func (r *reading) summary(s lang.Range) (string, []lang.Range) {
	var ranges []lang.Range
	for i := s.Start; i < s.End; i++ {
		if r.telling(i, s) {
			continue
		}
		if n := len(ranges); n > 0 && ranges[n-1].End == i {
			ranges[n-1].End = i + 1
		} else {
			ranges = append(ranges, lang.Range{Start: i, End: i + 1})
		}
	}
	var parts []string
	for _, x := range ranges {
		for x.Start < x.End && (r.upos(x.Start) == "PUNCT" && r.form(x.Start) != "(" || r.bullet(x.Start) || r.upos(x.Start) == "CCONJ" || len(parts) == 0 && (r.upos(x.Start) == "SCONJ" && !r.saysMuch(x.Start) || r.upos(x.Start) == "ADP" && r.head(x.Start) > x.Start && r.upos(x.Start+1) != "ADP" || r.lower(x.Start) == "including")) {
			x.Start++
		}
		for x.End > x.Start && (r.upos(x.End-1) == "PUNCT" && r.form(x.End-1) != ")" || x.End == s.End && x.Len() > 1 && r.dangles(x.End-1)) {
			x.End--
		}
		if w := r.doc.Words(x); w != "" {
			if len(parts) == 0 && r.upos(x.Start) == "DET" {
				w = strings.ToLower(w[:1]) + w[1:] // no sentence any more
			}
			parts = append(parts, strings.Join(strings.Fields(w), " "))
		}
	}
	return balanced(strings.Join(parts, " ")), ranges
}

// dangles reports whether token i only leads to what was cut off behind it: "a timetable that".
func (r *reading) dangles(i int) bool {
	return r.head(i) > i && (r.upos(i) == "CCONJ" || r.upos(i) == "PRON" && isRelative(r.lower(i)))
}

// barelyAgreed reports whether words say that somebody agreed, and not to what: "Holt had agreed".
func (p *pointMaker) barelyAgreed(words lang.Range) bool {
	c := p.clause(words.End - 1)
	return c != nil && words.Len() < 5 && c.verb == "agree" && !c.passive && len(c.subj) > 0 && words.Contains(c.subj[0])
}

// saysMuch reports whether a conjunction at the head of a provision belongs to what it says.
func (r *reading) saysMuch(i int) bool {
	f := r.lower(i)
	return f == "if" || f == "unless" || f == "whether"
}

// telling reports whether token i belongs to a clause of telling inside s that
// is not the whole of it: "…, the Post reported", "…, citing an official".
func (r *reading) telling(i int, s lang.Range) bool {
	for k := i; k > s.Start && r.form(k) != ","; k-- {
		if r.lower(k) == "according" && r.form(k-1) == "," {
			return true // "…, according to a person familiar with it"
		}
	}
	for h, steps := i, 0; h >= 0 && s.Contains(h) && steps < 40; h, steps = r.head(h), steps+1 {
		if base(r.rel(h)) == "parataxis" && (r.cue[h] || speech[r.lemma(h)] && r.lemma(h) != "add") { // "a fund, added at their request"
			return true
		}
		if speech[r.lemma(h)] && r.cue[h] && r.lo[h] > s.Start && (h+1 >= len(r.kids) || r.form(h+1) == "," || r.form(h+1) == ".") {
			return true
		}
		if base(r.rel(h)) == "advcl" && r.lemma(h) == "cite" {
			return true
		}
	}
	return false
}

// speech are the plainest verbs of telling.
var speech = words{"say": true, "report": true, "write": true, "claim": true, "tell": true, "state": true, "add": true, "note": true, "quote": true, "indicate": true, "announce": true, "explain": true, "confirm": true}
