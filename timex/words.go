package timex

import "strings"

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
		{"january", "jan"},
		{"february", "feb"},
		{"march", "mar"},
		{"april", "apr"},
		{"may"},
		{"june", "jun"},
		{"july", "jul"},
		{"august", "aug"},
		{"september", "sept", "sep"},
		{"october", "oct"},
		{"november", "nov"},
		{"december", "dec"},
	} {
		edit(func(l *lexeme) { l.class |= cMonth | cStart; l.month = int8(i + 1) }, names...)
	}
	for i, names := range [][]string{
		{"sunday", "sun", "sundays"},
		{"monday", "mon", "mondays"},
		{"tuesday", "tue", "tues", "tuesdays"},
		{"wednesday", "wed", "wednesdays"},
		{"thursday", "thu", "thur", "thurs", "thursdays"},
		{"friday", "fri", "fridays"},
		{"saturday", "sat", "saturdays"},
	} {
		edit(func(l *lexeme) { l.class |= cWeekday | cStart; l.weekday = int8(i) }, names...)
		edit(func(l *lexeme) { l.class |= cPlural }, names[len(names)-1])
	}
	for _, u := range []struct {
		unit     grain
		singular string
		plural   string
	}{
		{second, "second", "seconds"},
		{minute, "minute", "minutes"},
		{minute, "min", "mins"},
		{hour, "hour", "hours"},
		{day, "day", "days"},
		{weekend, "weekend", "weekends"},
		{week, "week", "weeks"},
		{month, "month", "months"},
		{quarter, "quarter", "quarters"},
		{year, "year", "years"},
		{decade, "decade", "decades"},
		{century, "century", "centuries"},
		{half, "half", ""},
		{day, "night", "nights"},
		{day, "weekday", "weekdays"},
		{week, "fortnight", "fortnights"},
	} {
		edit(func(l *lexeme) { l.class |= cUnit | cStart; l.unit = u.unit }, u.singular)
		if u.plural != "" {
			edit(func(l *lexeme) { l.class |= cUnit | cPlural | cStart; l.unit = u.unit }, u.plural)
		}
	}
	for i, w := range []string{
		"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
		"thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
	} {
		edit(func(l *lexeme) { l.class |= cNumber | cStart; l.number = int32(i) }, w)
	}
	for i, w := range []string{"twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"} {
		edit(func(l *lexeme) { l.class |= cNumber | cStart; l.number = int32(20 + 10*i) }, w)
	}
	edit(func(l *lexeme) { l.class |= cNumber | cStart; l.number = 100 }, "hundred")
	edit(func(l *lexeme) { l.class |= cNumber | cStart; l.number = 1000 }, "thousand")
	for i, w := range []string{
		"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
		"twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth",
	} {
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
	edit(func(l *lexeme) { l.class |= cStart }, strings.Fields(starters)...)
	edit(func(*lexeme) {}, strings.Fields(others)...)
	return m
}

// starters can begin an expression.
const starters = "ash ascension chinese deepavali diwali eid good lunar nowruz orthodox palm passover pentecost pesach ramadan rosh tet whit whitsun yom a about additional all almost an annual annually another any approximately april around as at back barely " +
	"beginning boxing christmas close coming comparable corresponding couple current currently daily daylong days " +
	"decadelong dozens each earlier early easter eighties either election end ensuing entire eve every exactly " +
	"extra far few fifties final fiscal following forties fourth full further future h1 h2 half halloween her his " +
	"hourlong hourly hundreds ides inauguration independence its just labor last late lately later latest latter " +
	"less long longer many medium memorial mid midday middle midnight midweek midyear moment month monthlong " +
	"monthly more my near nearly new next nightly nineteen nineties no noon noontime now nowadays once one only " +
	"other our over past period post pre preceding present previous previously prior q1 q2 q3 q4 quarterly recent " +
	"recently remaining roughly same second seventies several shy sixties some soon start term thanksgiving that " +
	"the their then these third thirties this those thousands today tomorrow tonight turn twenties twice under up " +
	"upcoming upward upwards valentine virtually weeklong weekly well whole within year-end yearlong yearly " +
	"yesterday yesteryear"

// others stand inside an expression or beside it.
const others = "academic ad after afterward afterwards age aged ago ahead am amid and apart are article ash bc bce be because " +
	"been before between billion black bloody business but by calendar can ce central chapter commencing consecutive could " +
	"cyber d day daylight deadline did distant do does dozen dr due during eastern effective ended ending ever " +
	"expected expire expires flight for foreseeable from games going good had has have he hence high holy how i if " +
	"immediate in into is it km lasted lasting lasts least like ll long-term maundy may might miles million most " +
	"mountain mr mrs ms much must nd nearby not number o'clock oclock of old olds olympics on or others out pacific " +
	"page pages palm people per percent planned pm points rd resolution room round route running s said scheduled " +
	"school seats section set shall sharp she short should since single slated so spend spent st standard starting " +
	"straight super take taken takes th than there they through throughout till time times to too took trading " +
	"until very votes was way we were what when which while who will with working would year you"

// fixedDays are the holidays with a fixed date: month and day.
var fixedDays = map[string][2]int{
	"christmas": {12, 25}, "christmas day": {12, 25}, "christmas eve": {12, 24}, "boxing day": {12, 26},
	"new year's day": {1, 1}, "inauguration day": {1, 20}, "new year's eve": {12, 31}, "new year's": {1, 1}, "independence day": {7, 4}, "valentine's day": {2, 14}, "halloween": {10, 31},
}
