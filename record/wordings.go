package record

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"sync"

	"rapporteur"
)

// pointSpan is the number of days after which like words, but not the same, tell of
// another provision, unless they are said of one text: what was promised two years
// ago is not what is promised now.
const pointSpan = 150

// long reports whether more than pointSpan days lie between two days.
func long(x, y rapporteur.Date) bool {
	return !x.IsZero() && !y.IsZero() && (x.Sub(y) > pointSpan || y.Sub(x) > pointSpan)
}

// measuring returns the stems that say how much in money or parts of a hundred,
// which provisions of any kind have in common.
var measuring = sync.OnceValue(func() []uint64 {
	return stems("percent per cent billion million trillion thousand hundred dollar dollars euro euros pounds")
})

// sense says whether a provision forbids what it speaks of, or gives it up.
type sense uint8

const (
	forbids sense = 1 << iota // "not to", "never", "refrain from"
	gives                     // "abandon", "ban", "without", which may say the same in other words
)

var senses = map[string]sense{
	"not": forbids, "never": forbids, "no": forbids, "neither": forbids, "refrain": forbids, "cannot": forbids,
	"abandon": gives, "renounce": gives, "renunciation": gives, "drop": gives, "ban": gives, "bans": gives, "bar": gives, "bars": gives, "prohibit": gives, "prohibits": gives, "prohibition": gives,
	"forbid": gives, "forbids": gives, "refuse": gives, "refusal": gives, "without": gives, "stop": gives, "end": gives, "halt": gives, "give": gives,
	"rule": gives, "avoid": gives, "exclude": gives, "lift": gives, "lifting": gives, "remove": gives, "removal": gives, "suspend": gives, "hold": gives, "freeze": gives, "cap": gives,
}

// senseOf reads the sense of what a provision lays down; of one that was dropped or is
// open the words may tell that ("does not appear").
func senseOf(c *rapporteur.PointClaim) (s sense) {
	if c.Status != rapporteur.Proposed && c.Status != rapporteur.Agreed && c.Status != rapporteur.AgreedInPrinciple {
		return gives
	}
	for w := range strings.FieldsSeq(strings.ToLower(c.Summary)) {
		s |= senses[strings.Trim(w, ".,;:!?()\"“”'’")]
		if strings.HasSuffix(w, "n't") || strings.HasSuffix(w, "n’t") {
			s |= forbids
		}
	}
	return s
}

// against reports whether one provision forbids what the other lays down.
func (s sense) against(o sense) bool {
	return s&forbids != 0 && o == 0 || o&forbids != 0 && s == 0
}

// amounts returns the hashes of the numbers of a summary that tell it from others, sorted: not
// those of one digit, nor years.
func amounts(summary string) []uint64 {
	var out []uint64
	for w := range strings.FieldsSeq(fold(summary)) {
		n, err := strconv.Atoi(number(w))
		if err != nil || n < 10 || n > 1900 && n < 2100 {
			continue
		}
		out = append(out, readStem(w).hash)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// rareAmounts returns those of the amounts that hardly any other provision has: 99,000, but not 1,000 or 12.
func rareAmounts(summary string) []uint64 {
	var out []uint64
	for w := range strings.FieldsSeq(fold(summary)) {
		n, err := strconv.Atoi(number(w))
		if err != nil || n < 1000 || n >= 1900 && n < 2100 {
			continue
		}
		for n%10 == 0 {
			n /= 10
		}
		if n > 1 {
			out = append(out, readStem(w).hash)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// deferring begin words for more time, and months are the names that a day is told with.
var (
	deferring = []string{"exten", "delay", "postpon", "prolong", "defer"}
	months    = strings.Fields("january february march april may june july august september october november december")
)

// again is the number of days after which more time is another extension, where no day tells which.
const again = 60

// deferredAgain reports whether a provision gives or asks for other time than the wording does.
func (o *wording) deferredAgain(f *provision) bool {
	if !o.defers || !f.defers {
		return false
	}
	if o.until != 0 && f.until != 0 {
		return o.until != f.until
	}
	days := o.report.Published.Sub(f.day())
	return !o.report.Published.IsZero() && !f.day().IsZero() && (days > again || days < -again)
}

// defers reports whether a summary tells of more time.
func defers(summary string) bool {
	for w := range strings.FieldsSeq(fold(summary)) {
		if slices.ContainsFunc(deferring, func(p string) bool { return strings.HasPrefix(w, p) }) {
			return true
		}
	}
	return false
}

// deferral returns the hash of the day to which a summary says that something is put off, 0 for
// none: "an extension until 12 April" is not the one until 31 October.
func deferral(summary string) uint64 {
	if !defers(summary) {
		return 0
	}
	words := strings.Fields(fold(summary))
	month := func(w string) string {
		w = strings.Trim(w, ".,")
		at := slices.IndexFunc(months, func(m string) bool { return len(w) > 2 && strings.HasPrefix(m, w) || w == "sept" && m == "september" })
		if at < 0 {
			return ""
		}
		return months[at]
	}
	for i, w := range words {
		if w != "until" && w != "till" && w != "to" || i+2 >= len(words) {
			continue
		}
		x, y := words[i+1], words[i+2]
		if x == "at" && y == "least" && i+4 < len(words) {
			x, y = words[i+3], words[i+4]
		}
		if month(x) == "" {
			x, y = y, x
		}
		if n, err := strconv.Atoi(number(strings.Trim(y, ".,"))); err == nil && month(x) != "" {
			return hash(month(x), strconv.Itoa(n))
		}
	}
	return 0
}

// bare returns the stems of a summary that tell a matter from others of the same negotiation: not
// those of states, nor those that any matter is told with.
func bare(words []uint64, summary string) []uint64 {
	return without(without(without(without(slices.Clone(words), general), trading()), acting()), statesIn(summary))
}

// statesIn returns the stems of the names of states and peoples in a summary.
func statesIn(summary string) []uint64 {
	var states []uint64
	for w := range strings.FieldsSeq(fold(summary)) {
		if cmp.Or(gazette().demonym[w], gazette().state[w]) != "" {
			states = append(states, readStem(w).hash)
		}
	}
	slices.Sort(states)
	return states
}

// trading returns stems of what most provisions of a field are about.
var trading = sync.OnceValue(func() []uint64 {
	return stems("trade tariff duty import export goods market peace war force troop nuclear climate emission debt pay wage contract union strike")
})

// acting returns stems of what is done to a matter, and of how much of it, which say nothing of
// which matter it is.
var acting = sync.OnceValue(func() []uint64 {
	return stems(`reduce raise abolish extend expand suspend permit introduce strengthen create begin stop keep return open close cap restrict ban hand
		halve delay speed double free withdraw deliver enter pay buy sell provide make take give put set get hold cover bring come go work use apply plan force boost
		stand turn change help need seek want lead leave face ask join share follow remain become large significant great massive further additional extra
		full partial big small main many long short high low first second last next early late immediate existing current total whole world number amount level
		program policy practice product measure step right way term rule value period end billion million`)
})

// burdens returns the stems of what may be taken off again.
var burdens = sync.OnceValue(func() []uint64 {
	return stems("tariff duty levy surcharge sanction embargo blockade restriction curb ban penalty")
})

// relieving returns the stems of taking a burden off or making it lighter, in part or wholly: what one report
// calls a rollback of tariffs, another calls their removal or reduction.
var relieving = sync.OnceValue(func() []uint64 {
	return stems("reduce remove rollback roll rolling rolled scale scaled scaling withdraw drop rescind ease easing relief relieve relax loosen unwind cancel cancellation phase phaseout back away off")
})

// relieved puts one stem for all ways to take a burden off, where the stems of a summary name one.
func relieved(words []uint64) []uint64 {
	if shared(words, burdens()) == 0 || shared(words, relieving()) == 0 {
		return words
	}
	out := append(without(words, relieving()), lightening())
	slices.Sort(out)
	return out
}

// lightening is the stem that stands for all of relieving.
func lightening() uint64 { return readStem("reduce").hash }
