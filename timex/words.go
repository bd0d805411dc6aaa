package timex

// class is a set of the roles a word can play in an expression of time.
type class uint32

const (
	cMonth class = 1 << iota
	cWeekday
	cUnit
	cNumber  // a number in letters
	cOrdinal // an ordinal in letters
	cSeason
	cPart  // part of the day
	cZone  // abbreviation of a time zone
	cStart // the word can begin an expression
	cPlural
)

// lexeme is what the grammar knows of a word.
type lexeme struct {
	word    string // in lower case
	class   class
	month   int8
	weekday int8 // Sunday is 0
	unit    grain
	season  int8 // 1 spring … 4 winter
	number  int32
	ordinal int8
	part    string // TIMEX3 code of a part of the day
}

var lexicon = buildLexicon()

func buildLexicon() map[string]*lexeme {
	m := make(map[string]*lexeme, 512)
	edit := func(f func(*lexeme), words ...string) {
		for _, w := range words {
			if m[w] == nil {
				m[w] = &lexeme{word: w}
			}
			f(m[w])
		}
	}
	for i, names := range [][]string{
		{"january", "jan"}, {"february", "feb"}, {"march", "mar"}, {"april", "apr"}, {"may"}, {"june", "jun"},
		{"july", "jul"}, {"august", "aug"}, {"september", "sept", "sep"}, {"october", "oct"}, {"november", "nov"}, {"december", "dec"},
	} {
		edit(func(l *lexeme) { l.class |= cMonth | cStart; l.month = int8(i + 1) }, names...)
	}
	for i, names := range [][]string{
		{"sunday", "sun", "sundays"}, {"monday", "mon", "mondays"}, {"tuesday", "tue", "tues", "tuesdays"},
		{"wednesday", "wed", "wednesdays"}, {"thursday", "thu", "thur", "thurs", "thursdays"},
		{"friday", "fri", "fridays"}, {"saturday", "sat", "saturdays"},
	} {
		edit(func(l *lexeme) { l.class |= cWeekday | cStart; l.weekday = int8(i) }, names...)
		edit(func(l *lexeme) { l.class |= cPlural }, names[len(names)-1])
	}
	for _, u := range []struct {
		unit     grain
		singular string
		plural   string
	}{
		{second, "second", "seconds"}, {minute, "minute", "minutes"}, {minute, "min", "mins"}, {hour, "hour", "hours"},
		{day, "day", "days"}, {weekend, "weekend", "weekends"}, {week, "week", "weeks"}, {month, "month", "months"},
		{quarter, "quarter", "quarters"}, {year, "year", "years"}, {decade, "decade", "decades"}, {century, "century", "centuries"},
		{half, "half", ""}, {day, "night", "nights"}, {day, "weekday", "weekdays"}, {week, "fortnight", "fortnights"},
	} {
		edit(func(l *lexeme) { l.class |= cUnit | cStart; l.unit = u.unit }, u.singular)
		if u.plural != "" {
			edit(func(l *lexeme) { l.class |= cUnit | cPlural | cStart; l.unit = u.unit }, u.plural)
		}
	}
	for i, w := range []string{"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
		"thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"} {
		edit(func(l *lexeme) { l.class |= cNumber | cStart; l.number = int32(i) }, w)
	}
	for i, w := range []string{"twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"} {
		edit(func(l *lexeme) { l.class |= cNumber | cStart; l.number = int32(20 + 10*i) }, w)
	}
	edit(func(l *lexeme) { l.class |= cNumber | cStart; l.number = 100 }, "hundred")
	edit(func(l *lexeme) { l.class |= cNumber | cStart; l.number = 1000 }, "thousand")
	for i, w := range []string{"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
		"twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth"} {
		edit(func(l *lexeme) { l.class |= cOrdinal | cStart; l.ordinal = int8(i + 1) }, w)
	}
	edit(func(l *lexeme) { l.class |= cOrdinal | cStart; l.ordinal = 30 }, "thirtieth")
	for i, names := range [][]string{{"spring", "springtime"}, {"summer", "summertime", "summers"}, {"fall", "autumn"}, {"winter", "wintertime", "winters"}} {
		edit(func(l *lexeme) { l.class |= cSeason | cStart; l.season = int8(i + 1) }, names...)
	}
	for part, names := range map[string][]string{
		"MO": {"morning", "mornings", "dawn"}, "AF": {"afternoon", "afternoons"}, "EV": {"evening", "evenings", "dusk"}, "NI": {"night", "nights", "overnight"},
		"MI": {"midday", "lunchtime", "midmorning"},
	} {
		edit(func(l *lexeme) { l.class |= cPart | cStart; l.part = part }, names...)
	}
	edit(func(l *lexeme) { l.class |= cZone }, "gmt", "utc", "est", "edt", "et", "cst", "cdt", "ct", "pst", "pdt", "pt", "mst", "mdt",
		"cet", "cest", "eet", "eest", "msk", "bst", "ist", "jst", "hkt", "aest", "aedt", "bt", "local")
	edit(func(l *lexeme) { l.class |= cStart }, "the", "a", "an", "this", "last", "next", "past", "that", "these", "those", "same", "previous", "following",
		"coming", "current", "recent", "early", "late", "mid", "earlier", "later", "today", "tonight", "yesterday", "tomorrow", "now", "currently",
		"recently", "nowadays", "lately", "soon", "daily", "weekly", "monthly", "yearly", "annually", "annual", "nightly", "hourly", "quarterly", "every", "each",
		"about", "around", "nearly", "almost", "approximately", "roughly", "some", "more", "less", "at", "over", "just", "up", "only", "under",
		"several", "few", "couple", "many", "dozens", "hundreds", "thousands", "noon", "midnight", "q1", "q2", "q3", "q4", "h1", "h2", "fiscal",
		"inauguration", "christmas", "thanksgiving", "easter", "election", "new", "labor", "independence", "memorial", "valentine", "halloween", "boxing",
		"end", "beginning", "start", "middle", "future", "its", "whole", "entire", "full", "all", "no", "near", "latest", "another", "half", "twice",
		"additional", "post", "pre", "corresponding", "comparable", "previously", "remaining", "ensuing", "preceding", "final", "latter", "upcoming",
		"nineties", "eighties", "seventies", "sixties", "fifties", "forties", "thirties", "twenties", "medium", "as", "well", "once", "long", "far",
		"either", "extra", "further", "prior", "year-end", "moment", "present", "nineteen", "his", "her", "their", "our", "my", "one", "upward", "upwards", "longer", "any", "more", "then", "midday", "next", "back", "close", "days", "shy", "period", "term", "midnight", "yesteryear", "other", "exactly", "virtually", "barely", "within", "turn", "close", "eve", "month", "ides", "april", "second", "third", "noontime", "hourlong", "daylong", "weeklong", "monthlong", "yearlong", "decadelong", "midyear", "midweek", "fourth")
	// Words that stand inside or beside an expression.
	edit(func(*lexeme) {}, "eastern", "central", "mountain", "pacific", "standard", "daylight", "ahead", "black", "bloody", "super", "cyber", "ash", "palm", "holy", "maundy", "resolution", "room", "section", "chapter", "flight", "route", "take", "taken", "spend", "spent", "inauguration", "afterward", "afterwards", "distant", "dozen", "foreseeable", "games", "how", "immediate", "like", "olds", "olympics", "others", "short", "single", "takes", "too", "took", "very", "lasted", "lasting", "lasts", "high", "nearby",
		"of", "to", "and", "or", "in", "on", "from", "by", "until", "till", "before", "after", "since", "through", "between", "during",
		"ago", "hence", "than", "least", "most", "so", "old", "aged", "age", "time", "o'clock", "oclock", "day", "eve", "year", "ended", "ending", "long", "am", "pm",
		"be", "is", "was", "were", "are", "been", "for", "good", "not", "times", "percent", "per", "ad", "bc", "ce", "bce", "it", "he", "she", "they", "we", "you", "i",
		"who", "which", "with", "into", "out", "there", "what", "if", "but", "when", "while", "because", "throughout", "amid", "starting", "beginning",
		"will", "would", "shall", "should", "may", "might", "can", "could", "must", "ll", "going", "has", "have", "had", "did", "does", "do", "said",
		"scheduled", "due", "planned", "set", "slated", "expected", "expire", "expires", "deadline", "effective", "upcoming", "till", "mr", "mrs", "ms", "dr",
		"school", "academic", "business", "trading", "working", "calendar", "election", "way", "round", "long-term", "ever", "much", "apart", "late", "straight", "consecutive", "running",
		"million", "billion", "points", "people", "page", "pages", "no", "number", "article", "seats", "votes", "km", "miles", "d", "s", "st", "nd", "rd", "th", "later", "sharp")
	return m
}

var fixedDays = map[string][2]int{
	"christmas": {12, 25}, "christmas day": {12, 25}, "christmas eve": {12, 24}, "boxing day": {12, 26},
	"new year's day": {1, 1}, "inauguration day": {1, 20}, "new year's eve": {12, 31}, "new year's": {1, 1}, "independence day": {7, 4}, "valentine's day": {2, 14}, "halloween": {10, 31},
}
