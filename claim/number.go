package claim

import (
	"strconv"
	"strings"
)

var small = map[string]int{
	"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
	"eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
	"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "dozen": 12, "hundred": 100,
}

// number is a whole number of one or more tokens, 0 for none.
type number struct{ value, tokens int }

// number returns the whole number that starts at token i and the token after
// it, 0 where there is none: "28", "twenty-eight" (in pieces), "1,200".
func (r *reading) number(i int) (n, end int) {
	return r.numbers[i].value, i + r.numbers[i].tokens
}

// numbersOf returns the numbers that start at words in lower case.
func numbersOf(words []string) []number {
	all := make([]number, len(words))
	for i := range words {
		n, end := numberAt(words, i)
		all[i] = number{n, end - i}
	}
	return all
}

func numberAt(words []string, i int) (n, end int) {
	f := words[i]
	if f == "" {
		return 0, i
	}
	if f[0] >= '0' && f[0] <= '9' {
		v, err := strconv.Atoi(strings.ReplaceAll(f, ",", ""))
		if err != nil || v <= 0 || v > 100000 {
			return 0, i
		}
		return v, i + 1
	}
	v, ok := small[f]
	if !ok {
		if tens, unit, cut := strings.Cut(f, "-"); cut && small[tens] >= 20 && small[unit] > 0 && small[unit] < 10 {
			return small[tens] + small[unit], i + 1
		}
		return 0, i
	}
	if v >= 20 && v < 100 && i+2 < len(words) && words[i+1] == "-" {
		if u := small[words[i+2]]; u > 0 && u < 10 {
			return v + u, i + 3
		}
	}
	return v, i + 1
}

// percent reports whether the number that ends before token i is a share.
func (r *reading) percent(i int) bool {
	if i >= len(r.kids) {
		return false
	}
	f := r.lower(i)
	return f == "%" || f == "percent" || f == "per" && i+1 < len(r.kids) && r.lower(i+1) == "cent"
}
