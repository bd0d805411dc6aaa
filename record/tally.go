package record

import "iter"

// tally counts keys. It is for the many things of which few keys are counted:
// up to some it takes no more memory than they do.
type tally[K comparable] struct {
	counts []count[K]
	places map[K]int32 // of the counts, where they are many
}

type count[K comparable] struct {
	key K
	n   int32
}

// few is the number of keys up to which they are sought one by one.
const few = 12

func (t *tally[K]) add(key K, n int) {
	at := t.at(key)
	if at < 0 {
		at = len(t.counts)
		t.counts = append(t.counts, count[K]{key: key})
		if t.places != nil {
			t.places[key] = int32(at)
		} else if len(t.counts) > few {
			t.places = make(map[K]int32, 2*len(t.counts))
			for i, c := range t.counts {
				t.places[c.key] = int32(i)
			}
		}
	}
	t.counts[at].n += int32(n)
}

// of returns how often a key was counted.
func (t *tally[K]) of(key K) int {
	if at := t.at(key); at >= 0 {
		return int(t.counts[at].n)
	}
	return 0
}

func (t *tally[K]) at(key K) int {
	if t.places != nil {
		if at, ok := t.places[key]; ok {
			return int(at)
		}
		return -1
	}
	for i := range t.counts {
		if t.counts[i].key == key {
			return i
		}
	}
	return -1
}

// all returns the keys with their counts, in the order in which they were first met.
func (t *tally[K]) all() iter.Seq2[K, int] {
	return func(yield func(K, int) bool) {
		for _, c := range t.counts {
			if !yield(c.key, int(c.n)) {
				return
			}
		}
	}
}

// forget forgets all keys.
func (t *tally[K]) forget() { *t = tally[K]{} }
