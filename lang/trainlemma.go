package lang

import (
	"cmp"
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"rapporteur/internal/linear"
)

// trainLemmas learns the rules of lemmas: for each tag the best rule of every
// ending where it is not that of the next shorter one, and exceptions.
func trainLemmas(docs []*Doc) []byte {
	type item struct {
		xpos, low string
		rule      lemmaRule
	}
	counts := map[item]int{}
	for _, d := range docs {
		for i, t := range d.Tokens {
			if t.Lemma == "" || t.Lemma == "_" && d.Form(i) != "_" {
				continue
			}
			lower := t.UPOS != "PROPN" && t.UPOS != "X"
			counts[item{t.XPOS, strings.ToLower(d.Form(i)), ruleFor(d.Form(i), t.Lemma, lower)}]++
		}
	}
	items := make([]item, 0, len(counts))
	for k := range counts {
		items = append(items, k)
	}
	slices.SortFunc(items, func(a, b item) int {
		return cmp.Or(cmp.Compare(a.xpos, b.xpos), cmp.Compare(a.low, b.low), cmp.Compare(counts[b], counts[a]), compareRules(a.rule, b.rule))
	})
	votes := map[uint32]map[lemmaRule]int{}
	vote := func(key uint32, r lemmaRule, n int) {
		if votes[key] == nil {
			votes[key] = map[lemmaRule]int{}
		}
		votes[key][r] += n
	}
	for _, it := range items {
		// Types count, not tokens: an ending must not follow one frequent word.
		for n := 0; n <= min(len(it.low), longestEnding); n++ {
			vote(lemmaKey(it.xpos, it.low[len(it.low)-n:], false), it.rule, 1)
		}
	}
	best := func(key uint32) (lemmaRule, int) {
		var top lemmaRule
		n := 0
		for r, c := range votes[key] {
			if c > n || c == n && compareRules(r, top) < 0 {
				top, n = r, c
			}
		}
		return top, n
	}
	chosen := map[uint32]lemmaRule{}
	for _, it := range items {
		var before lemmaRule
		for n := 0; n <= min(len(it.low), longestEnding); n++ {
			key := lemmaKey(it.xpos, it.low[len(it.low)-n:], false)
			r, c := best(key)
			if n == 0 || r != before && c >= 2 {
				chosen[key] = r
			}
			if _, ok := chosen[key]; ok {
				before = chosen[key]
			}
		}
	}
	l := &lemmas{byKey: map[uint32]uint16{}}
	index := map[lemmaRule]uint16{}
	number := func(r lemmaRule) uint16 {
		if _, ok := index[r]; !ok {
			index[r] = uint16(len(l.rules))
			l.rules = append(l.rules, r)
		}
		return index[r]
	}
	keys := make([]uint32, 0, len(chosen))
	for k := range chosen {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	for _, k := range keys {
		l.byKey[k] = number(chosen[k])
	}
	// Exceptions: the commonest rule of a word, where the endings say another.
	for i, it := range items {
		if i > 0 && items[i-1].xpos == it.xpos && items[i-1].low == it.low {
			continue
		}
		form := it.low
		if l.of(form, "X", it.xpos) != it.rule.apply(form, form) || !sameCase(l, it.low, it.xpos, it.rule) {
			l.byKey[lemmaKey(it.xpos, it.low, true)] = number(it.rule)
		}
	}
	return l.bytes()
}

// sameCase reports whether the rule that a word has by now treats capitals as r does.
func sameCase(l *lemmas, low, xpos string, r lemmaRule) bool {
	title := strings.ToUpper(low[:1]) + low[1:]
	return l.of(title, "X", xpos) == r.apply(title, low)
}

func compareRules(a, b lemmaRule) int {
	if a.lower != b.lower {
		if a.lower {
			return -1
		}
		return 1
	}
	return cmp.Or(cmp.Compare(a.cut, b.cut), strings.Compare(a.add, b.add))
}

// bytes is the stored form: the rules as lines of text, then pairs of key and
// rule ordered by key.
func (l *lemmas) bytes() []byte {
	var rules strings.Builder
	for _, r := range l.rules {
		fmt.Fprintf(&rules, "%t\t%d\t%s\n", r.lower, r.cut, r.add)
	}
	keys := make([]uint32, 0, len(l.byKey))
	for k := range l.byKey {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	var table, values []byte
	before := uint32(0)
	for _, k := range keys {
		table = binary.AppendUvarint(table, uint64(k-before))
		values = binary.AppendUvarint(values, uint64(l.byKey[k]))
		before = k
	}
	return linear.Archive([]byte(rules.String()), table, values)
}

var errLemmas = errors.New("read lemmas: the data are damaged; train the model again")

func readLemmas(stored []byte) (*lemmas, error) {
	parts, err := linear.Extract(stored, 3)
	if err != nil {
		return nil, err
	}
	l := &lemmas{}
	for line := range strings.Lines(string(parts[0])) {
		f := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if len(f) != 3 {
			return nil, errLemmas
		}
		cut, err := strconv.Atoi(f[1])
		if err != nil {
			return nil, errLemmas
		}
		l.rules = append(l.rules, lemmaRule{f[0] == "true", cut, f[2]})
	}
	table, values := parts[1], parts[2]
	l.byKey = make(map[uint32]uint16, len(values))
	key := uint32(0)
	for len(table) > 0 {
		k, n := binary.Uvarint(table)
		v, m := binary.Uvarint(values)
		if n <= 0 || m <= 0 || v >= uint64(len(l.rules)) {
			return nil, errLemmas
		}
		key += uint32(k)
		l.byKey[key] = uint16(v)
		table, values = table[n:], values[m:]
	}
	return l, nil
}
