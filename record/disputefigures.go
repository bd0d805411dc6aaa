package record

import (
	"math"
	"strconv"
	"strings"
	"unicode"

	"rapporteur"
)

// figure is a number with its unit, as a summary words it.
type figure struct {
	value float64
	unit  string // stem of the word behind it, "%", or the sign of a currency
	words string
	about []uint64 // stems of the words around it
}

// scales are words that multiply the number before them.
var scales = map[string]float64{"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "m": 1e6, "bn": 1e9}

var spelled = map[string]float64{"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "twenty": 20}

// measures are words of measure that stand behind any number.
var measures = stems("cubic square metres meters kilometres kilometers miles acres hectares tonnes tons barrels years months weeks days hours annual annually per")

var hyphens = strings.NewReplacer("-", " ", "–", " ", "‑", " ")

// cutScale cuts a multiplier off the number to which it is written: "34bn"; one letter is one only of money.
func cutScale(w string, money bool) (string, float64) {
	number := strings.TrimRight(w, "abcdefghijklmnopqrstuvwxyz")
	switch w[len(number):] {
	case "bn", "billion":
		return number, 1e9
	case "tn", "trn", "trillion":
		return number, 1e12
	case "mn", "million":
		return number, 1e6
	case "m":
		if money {
			return number, 1e6
		}
	case "b":
		if money {
			return number, 1e9
		}
	case "k":
		if money {
			return number, 1e3
		}
	}
	return w, 1
}

// figures returns the numbers in a summary that have a unit.
func figures(summary string) (out []figure) {
	words := strings.Fields(hyphens.Replace(summary))
	for i := 0; i < len(words); i++ {
		start := i
		w := strings.TrimRight(strings.ToLower(words[i]), ".,;:!?)”\"")
		currency := ""
		if sign := strings.TrimLeft(strings.TrimPrefix(w, "us"), "$€£¥"); sign != w && sign != strings.TrimPrefix(w, "us") {
			currency, w = strings.TrimPrefix(w[:len(w)-len(sign)], "us"), sign
		}
		w, percent := strings.CutSuffix(w, "%")
		scale := 1.0
		if w != "" && w[0] <= '9' {
			w, scale = cutScale(w, currency != "")
		}
		value, ok := spelled[w]
		if !ok {
			if w == "" || w[0] > '9' {
				continue // a word, as most are
			}
			var err error
			if value, err = strconv.ParseFloat(strings.ReplaceAll(w, ",", ""), 64); err != nil || math.IsInf(value, 0) || math.IsNaN(value) || value <= 0 {
				continue
			}
			if value >= 1900 && value < 2100 && value == math.Trunc(value) && !strings.Contains(w, ",") && currency == "" {
				continue // a year
			}
		}
		next := func() string {
			if i+1 == len(words) || strings.TrimRight(words[i], ".,;:!?)”\"") != words[i] {
				return ""
			}
			return strings.TrimRight(strings.ToLower(words[i+1]), ".,;:!?)”\"'’")
		}
		if s := scales[next()]; s > 0 && scale == 1 {
			scale = s
			i++
		}
		value *= scale
		unit := currency
		switch n := next(); {
		case percent:
			unit = "%"
		case currency != "":
		case n == "percent":
			unit = "%"
			i++
		case n == "per" && i+2 < len(words) && strings.HasPrefix(words[i+2], "cent"):
			unit = "%"
			i += 2
		case n == "" || stop[n] || !unicode.IsLetter([]rune(n)[0]):
			continue
		default:
			unit = stem(n)
			i++
		}
		around := strings.Join(words[max(0, start-4):start], " ") + " " + strings.Join(words[i+1:min(len(words), i+6)], " ")
		out = append(out, figure{value, unit, strings.TrimRight(strings.Join(words[start:i+1], " "), ".,;:!?)”\""), without(stems(around), measures)})
	}
	return out
}

// counted returns the figures in the summary of a provision. It is read once.
func (b *Keeper) counted(f *fact) []figure {
	if !f.counted {
		f.counted = true
		if list := figures(f.Point.Summary); len(list) > 0 {
			b.figures[f] = list
		}
	}
	return b.figures[f]
}

// sole returns the one figure of a unit, nil where there are none or several.
func sole(list []figure, unit string) *figure {
	var out *figure
	for i := range list {
		if list[i].unit != unit {
			continue
		}
		if out != nil {
			return nil
		}
		out = &list[i]
	}
	return out
}

// differ reports whether two figures say something else of one thing: they stand
// among the same words, are more than one figure differently rounded, and not of
// quite another size.
func (x *figure) differ(y *figure) bool {
	d := math.Abs(x.value - y.value)
	most := math.Max(x.value, y.value)
	return d > 0.1*most && d < 0.7*most && shared(x.about, y.about) > 0
}

// disputeFigures finds the figures that two voices give one provision within days.
func (b *Keeper) disputeFigures(p *point) []dispute {
	told := func(f *fact) bool {
		return !f.Background && !f.doubtful() && f.Modality != rapporteur.Denied && f.Modality != rapporteur.Conditional
	}
	numbers := make([][]figure, len(p.facts))
	for i, f := range p.facts {
		if told(f) {
			numbers[i] = b.counted(f)
		}
	}
	for i, f := range p.facts {
		for _, x := range numbers[i] {
			if sole(numbers[i], x.unit) == nil {
				continue
			}
			for k, g := range p.facts[i+1:] {
				y := sole(numbers[i+1+k], x.unit)
				if y == nil || !x.differ(y) || f.voice.origin == g.voice.origin || f.r == g.r && min(len(f.Chain), len(g.Chain)) == 0 || f.day().IsZero() || g.day().IsZero() || !near(rapporteur.On(f.day()), rapporteur.On(g.day()), soon) {
					continue
				}
				sides := []side{{x.words, nil}, {y.words, nil}}
				for j, o := range p.facts {
					switch z := sole(numbers[j], x.unit); {
					case z == nil:
					case z.value == x.value:
						sides[0].facts = append(sides[0].facts, o)
					case z.value == y.value:
						sides[1].facts = append(sides[1].facts, o)
					}
				}
				return b.dispute(rapporteur.KindPoint, p.ID, "figure", "Which figure holds for the point “"+p.Summary+"”?", sides...)
			}
		}
	}
	return nil
}
