package lang

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// splitSentences appends the sentences of one block, whose tokens are
// d.Tokens[from:], to d.Sentences.
func (d *Doc) splitSentences(from int, b block, paragraph int) {
	tokens := len(d.Tokens)
	start := from
	cut := func(end int) {
		d.Sentences = append(d.Sentences, Sentence{Range: Range{start, end}, Paragraph: paragraph, Item: b.item})
		start = end
	}
	if end := d.dateline(from); end > 0 {
		cut(end)
	}
	for i := start; i < tokens; i++ {
		if !d.mayEnd(i) || i == start && i+1 < tokens && d.Form(i) != "..." && b.item {
			continue
		}
		end := i + 1
		for end < tokens && d.closes(end, start) {
			end++
		}
		if end >= tokens || !d.ends(i, end, start) {
			continue
		}
		cut(end)
		i = end - 1
	}
	if start < tokens {
		cut(tokens)
	}
}

// mayEnd reports whether a sentence can end at token i.
func (d *Doc) mayEnd(i int) bool {
	w := d.Form(i)
	switch w[len(w)-1] {
	case '.', '!', '?':
		return true
	}
	return strings.HasSuffix(w, "…") || w == "。" || w == "！" || w == "？"
}

// closes reports whether token i is a closing quotation mark or bracket that
// belongs to what stands before it.
func (d *Doc) closes(i, start int) bool {
	if d.gap(i) {
		return (i+1 == len(d.Tokens) || d.gap(i+1)) && d.oddQuote(i, start)
	}
	switch d.Form(i) {
	case "”", "’", "''", "’’", ")", "]", "»", "›", "}":
		return true
	case "\"", "'", "“", "``", "‘’":
		return i+1 == len(d.Tokens) || d.gap(i+1) || d.Form(i+1) == ")"
	}
	return false
}

// oddQuote reports whether token i is a straight mark that closes a quotation
// although a space stands before it.
func (d *Doc) oddQuote(i, start int) bool {
	if d.Form(i) != "\"" {
		return false
	}
	open := false
	for k := start; k < i; k++ {
		if d.Form(k) == "\"" {
			open = !open
		}
	}
	return open
}

// gap reports whether white space stands before token i.
func (d *Doc) gap(i int) bool { return i == 0 || d.Tokens[i-1].End < d.Tokens[i].Start }

// ends decides whether the sentence from start ends with tokens i to end-1, of
// which i is the mark or abbreviation and the others close quotations.
func (d *Doc) ends(i, end, start int) bool {
	mark, next := d.Form(i), d.Form(end)
	after, _ := utf8.DecodeRuneInString(next)
	if strings.ContainsRune(",;:-–—/&%…)]", after) && itemMark(next+" ") == 0 || next == "--" {
		return false
	}
	if !d.gap(end) && !(unicode.IsUpper(after) && (mark == "." || mark == "!" || mark == "?") && utf8.RuneCountInString(d.Form(max(i-1, start))) > 2) &&
		!strings.ContainsRune("\"“‘(", after) {
		return false
	}
	if i == start && (mark == "..." || mark == "…") {
		return false // it goes on from before
	}
	lower := unicode.IsLower(after)
	if w := strings.TrimRight(mark, "."); w != "" && strings.HasSuffix(mark, ".") && strings.IndexByte("!?", w[len(w)-1]) < 0 {
		return d.endsAbbreviated(w, i, end, start)
	}
	if quoted := end > i+1 && d.Form(end-1) != ")" && d.Form(end-1) != "]"; quoted && mark != "." && (lower || d.reports(end)) {
		return false
	}
	if lower {
		// Lower case goes on, except after a plain stop where the writer has no capitals.
		return (mark == "." || mark[0] == '!' || mark[0] == '?') && !strings.Contains(mark, "..") && d.lowercase(start, i) && end == i+1
	}
	return true
}

// endsAbbreviated decides after an abbreviation, w without its stop.
func (d *Doc) endsAbbreviated(w string, i, end, start int) bool {
	next := d.Form(end)
	first, _ := utf8.DecodeRuneInString(next)
	low := strings.ToLower(w)
	kind := abbreviations[low]
	if kind == beforeName || kind == beforeNumber || isDigit(w[0]) && i == start {
		return false
	}
	opens := strings.ContainsRune("\"“‘'", first)
	if opens && end+1 < len(d.Tokens) {
		next = d.Form(end + 1)
		first, _ = utf8.DecodeRuneInString(next)
	}
	if !unicode.IsUpper(first) {
		return false
	}
	if opens && kind != 0 {
		return true
	}
	if end > i+1 {
		return true
	}
	if _, n := utf8.DecodeRuneInString(w); n == len(w) { // an initial
		return starters[next] && next != "I" && next != "A"
	}
	return starters[next]
}

// reports reports whether "X said" or "said X" follows at token i, as it does
// after a quotation that ends in a question mark.
func (d *Doc) reports(i int) bool {
	for k := i; k < min(i+4, len(d.Tokens)); k++ {
		if saying[d.Form(k)] {
			return k == i || !d.gapless(i, k)
		}
	}
	return false
}

func (d *Doc) gapless(i, k int) bool {
	for ; i < k; i++ {
		if w := d.Form(i); w == "," || w == "." || w == "that" {
			return true
		}
	}
	return false
}

// lowercase reports whether a sentence itself starts with a small letter.
func (d *Doc) lowercase(start, end int) bool {
	for i := start; i < end; i++ {
		if r, _ := utf8.DecodeRuneInString(d.Form(i)); unicode.IsLetter(r) {
			return unicode.IsLower(r)
		}
	}
	return false
}

// dateline returns the end of the dateline that a block opens with, or 0:
// "CALDER, March 5. /MNA/.", "ESTREL CITY (Harbour News) —".
func (d *Doc) dateline(from int) int {
	const longest = 16
	limit := min(len(d.Tokens), from+longest)
	if from >= limit || !capitals(d.Form(from)) {
		return 0
	}
	slashes, marks := 0, 0
	for i := from; i < limit; i++ {
		switch w := d.Form(i); w {
		case "/", "(", ")":
			marks++
			if w == "/" {
				slashes++
			}
			if slashes == 2 && i > from+1 {
				for i++; i < limit && (d.Form(i) == "." || isDash(d.Form(i))); i++ {
				}
				if i < len(d.Tokens) {
					return i
				}
				return 0
			}
		case "-", "–", "—", "--":
			if i+1 < len(d.Tokens) && i > from && d.gap(i+1) && (d.gap(i) || w != "-") {
				return i + 1
			}
			if !d.gap(i) && i+1 < len(d.Tokens) && !d.gap(i+1) {
				continue
			}
			return 0
		case ",", ".":
		default:
			r, _ := utf8.DecodeRuneInString(w)
			if !unicode.IsUpper(r) && !unicode.IsDigit(r) {
				return 0
			}
			if unicode.IsUpper(r) && !capitals(w) && marks%2 == 0 && !months[strings.TrimSuffix(strings.ToLower(w), ".")] {
				if i > from+5 || i+1 < limit && unicodeLower(d.Form(i+1)) {
					return 0
				}
			}
		}
	}
	return 0
}

func unicodeLower(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsLower(r)
}

func isDash(w string) bool { return w == "-" || w == "–" || w == "—" || w == "--" }

// capitals reports whether a word is written in capitals and longer than one letter.
func capitals(w string) bool {
	letters := 0
	for _, r := range w {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) {
			letters++
		}
	}
	return letters > 1
}

// starters are capitalised words that mostly open a sentence.
var starters = set(`The A An He She It They We You I In On At But And Or If When While As After Before This That These Those There
	Here His Her Its Their Our My Your What Who Why How Where Which For From With By To Of So Yet Also However Although
	Though Since Until Because Then Now Some Many Most All Both Each No Not Only Even Still Just Such One Two Three Four
	Five Several Another Other Others Under Over Between Among During According Meanwhile Moreover Nevertheless
	Earlier Later Last Next Today Yesterday Tomorrow Once Despite Instead Asked Speaking Is Are Was Were Do Does Did Have
	Has Had Can Could Will Would Should May Might Please Thanks Let Nor Nobody Nothing Everyone Everybody Everything`)

var saying = set(`said says asked asks told added adds wrote replied answered explained noted stressed cried shouted declared
	stated commented remarked joked quipped insisted warned recalled wondered tweeted posted reads read continued concluded`)

var months = set(`january february march april may june july august september october november december jan feb mar apr jun
	jul aug sep sept oct nov dec`)
