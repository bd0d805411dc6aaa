package timex

// kind says how an expression is resolved.
type kind uint8

const (
	noKind    kind = iota
	calendar       // fields of the calendar, some of which may be missing
	deictic        // n periods from the day of speaking: today, last week
	anaphoric      // n periods from the period last mentioned: that day, the following week
	ago            // an amount before the day of speaking
	fromNow        // an amount after it
	earlier        // an amount before the period last mentioned
	later          // an amount after it
	amount         // a bare duration
	window         // an amount that ends or begins on the day of speaking: the past few weeks
	repeated       // a set
	vague          // PAST_REF, PRESENT_REF, FUTURE_REF
)

// direction is a word that chooses among like periods.
type direction int8

const (
	anyOf direction = iota
	lastOf
	thisOf
	nextOf
)

// expr is an expression as read, before it is resolved.
type expr struct {
	from, to int // atoms
	kind     kind
	grain    grain // of the period, or the unit of an amount
	dir      direction

	year, month, day int // 0 where missing
	weekday          int // 1 Sunday … 7 Saturday, 0 where missing
	sub              int // number of the quarter, half or season
	toYear, toMonth  int // end of a range of days
	toDay            int
	yearDir          direction // "January this year", "last year's third quarter"
	both             bool      // "this or next week"

	n, n2 float64 // of an amount or an offset; n2 the higher end of a range of amounts
	many  bool    // an amount without a number: "several"

	part             string // part of the day: MO, AF, EV, NI
	clock            int    // minutes after midnight plus one, 0 where missing
	zoneFrom, zoneTo int    // atoms

	mod    mod
	approx bool
	text   string // value of a set or of a vague expression
}

func (e *expr) ok() bool { return e.kind != noKind }

func (e *expr) isDay() bool {
	switch e.kind {
	case calendar, deictic, anaphoric:
		return e.grain == day && e.toDay == 0
	}
	return false
}
