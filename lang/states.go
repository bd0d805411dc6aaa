package lang

import (
	"strings"
	"sync"
)

// shortStates are short forms of the names of states, and of their unions.
var shortStates = map[string]string{
	"us": "US", "u.s.": "US", "u.s": "US", "usa": "US", "america": "US", "american": "US", "washington": "US",
	"uk": "GB", "u.k.": "GB", "britain": "GB", "great britain": "GB", "british": "GB", "london": "GB",
	"eu": "EU", "e.u.": "EU", "european union": "EU", "brussels": "EU", "european commission": "EU", "european": "EU",
}

var loadStates = sync.OnceValue(func() map[string]string {
	states := map[string]string{}
	put := func(name, code string) {
		if name = strings.ToLower(strings.TrimSpace(name)); name != "" && states[name] == "" {
			states[name] = code
		}
	}
	each(countriesFile, func(line string) {
		f := strings.Split(line, "\t")
		if len(f) != 5 {
			return
		}
		put(f[1], f[0])
		put(f[2], f[0])
		for d := range strings.FieldsFuncSeq(f[3]+";"+f[4], func(r rune) bool { return r == ',' || r == ';' }) {
			put(d, f[0])
		}
	})
	each(seatsFile, func(line string) {
		if name, code, ok := strings.Cut(line, "\t"); ok {
			put(name, code)
		}
	})
	for name, code := range shortStates {
		states[name] = code
	}
	return states
})

// State returns the code of the state that a name, a nationality word, a capital or a seat of
// government stands for, "" for none.
func State(name string) string { return loadStates()[strings.ToLower(name)] }
