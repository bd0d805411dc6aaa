package lang

import (
	_ "embed"
	"strings"
	"sync"

	"rapporteur/internal/linear"
)

// The gazetteers are lists of names that the finder of names takes as hints.

//go:embed gazetteer/countries.tsv
var countriesFile string

//go:embed gazetteer/peoples.txt
var peoplesFile string

//go:embed gazetteer/places.txt
var placesFile string

//go:embed gazetteer/seats.txt
var seatsFile string

//go:embed gazetteer/given.txt
var givenFile string

//go:embed gazetteer/outlets.txt
var outletsFile string

//go:embed gazetteer/organizations.txt
var organizationsFile string

// What a gazetteer says of a name, as bits.
const (
	listedCountry = 1 << iota
	listedPlace
	listedPeople
	listedSeat
	listedOutlet
	listedGiven
	listedOrganization
	goesOnBit // a longer name starts with these words
)

// gazetteer maps sequences of forms to what they are listed as.
type gazetteer struct {
	names   map[uint64]uint8
	longest int
}

var loadGazetteer = sync.OnceValue(func() *gazetteer {
	g := &gazetteer{names: make(map[uint64]uint8, 8192)}
	each(countriesFile, func(line string) {
		f := strings.Split(line, "\t")
		if len(f) != 5 {
			return
		}
		g.add(f[1], listedCountry)
		g.add(f[2], listedCountry)
		for d := range strings.SplitSeq(f[3], ", ") {
			for d := range strings.SplitSeq(d, "; ") {
				g.add(d, listedPeople)
				g.add(d+"s", listedPeople)
			}
		}
		for c := range strings.SplitSeq(f[4], "; ") {
			g.add(c, listedPlace)
		}
	})
	each(peoplesFile, func(line string) {
		for p := range strings.FieldsSeq(line) {
			g.add(strings.ReplaceAll(p, "-", " "), listedPeople)
			g.add(p, listedPeople)
		}
	})
	each(givenFile, func(line string) {
		for n := range strings.FieldsSeq(line) {
			g.add(n, listedGiven)
		}
	})
	each(placesFile, func(line string) { g.add(line, listedPlace) })
	each(seatsFile, func(line string) {
		name, _, _ := strings.Cut(line, "\t")
		g.add(name, listedSeat)
	})
	each(organizationsFile, func(line string) {
		for n := range strings.SplitSeq(line, "; ") {
			g.add(n, listedOrganization)
		}
	})
	each(outletsFile, func(line string) {
		name, aliases, _ := strings.Cut(line, " = ")
		g.add(name, listedOutlet)
		for a := range strings.SplitSeq(aliases, "; ") {
			g.add(a, listedOutlet)
		}
	})
	return g
})

// each calls f with each line of a data file that is no comment.
func each(file string, f func(line string)) {
	for line := range strings.Lines(file) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			f(line)
		}
	}
}

func (g *gazetteer) add(name string, bit uint8) {
	if name == "" {
		return
	}
	for _, name := range [...]string{name, strings.ToUpper(name)} {
		tokens := tokenize(name, 0, len(name), nil)
		g.longest = max(g.longest, len(tokens))
		key := linear.New(0)
		for i, t := range tokens {
			key = key.With(linear.Value(name[t.Start:t.End]))
			if i+1 < len(tokens) {
				g.names[uint64(key)] |= goesOnBit
			} else {
				g.names[uint64(key)] |= bit
			}
		}
	}
}

// look marks in found what each of the words is listed as, and where it stands in
// the listed name: the bits, shifted by 8 if the name goes on, by 16 if it began before.
func (g *gazetteer) look(words []word, found []uint32) []uint32 {
	found = found[:0]
	for range words {
		found = append(found, 0)
	}
	for i := 0; i < len(words); {
		key, end, bits := linear.New(0), i, uint8(0)
		if words[i].kind&(isCapital|hasDigit) != 0 {
			for k := i; k < len(words) && k-i < g.longest; k++ {
				key = key.With(words[k].form)
				b, ok := g.names[uint64(key)]
				if !ok {
					break
				}
				if b&^goesOnBit != 0 {
					end, bits = k+1, b&^goesOnBit
				}
				if b&goesOnBit == 0 {
					break
				}
			}
		}
		for k := i; k < end; k++ {
			at := uint32(bits)
			if k+1 < end {
				at |= uint32(bits) << 8
			}
			if k > i {
				at |= uint32(bits) << 16
			}
			found[k] = at
		}
		i = max(end, i+1)
	}
	return found
}

// Town reports whether a word is the name of a place that the gazetteer lists.
func Town(form string) bool {
	return loadGazetteer().names[uint64(linear.New(0).With(linear.Value(form)))]&listedPlace != 0
}
