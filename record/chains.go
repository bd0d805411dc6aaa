package record

import "iter"

// chains list numbers under keys. They take a third of the memory of a map of
// slices. Keys are shortened, so that a few numbers stand under others' keys too.
type chains struct {
	slots []slot // a power of two, never more than three quarters full
	used  int
	links [][]link // in pieces, so that none is moved when more come; the first link is none
	count int32
}

// piece is the number of links that are kept together, a power of two.
const piece = 512

type slot struct {
	key  uint32
	last int32 // link, 0 for none
}

type link struct{ n, next int32 }

func (c *chains) add(key uint64, n int32) {
	if c.used*4 >= len(c.slots)*3 {
		c.grow()
	}
	s := c.slot(uint32(key))
	if s.last == 0 {
		s.key = uint32(key)
		c.used++
	}
	c.count++
	if int(c.count/piece) == len(c.links) {
		c.links = append(c.links, make([]link, piece))
	}
	*c.link(c.count) = link{n, s.last}
	s.last = c.count
}

// link returns a link by its number.
func (c *chains) link(e int32) *link { return &c.links[uint32(e)/piece][uint32(e)%piece] }

// slot returns where a key stands, or would stand: the first free place from
// the one that its bits name (Fibonacci hashing).
func (c *chains) slot(key uint32) *slot {
	mask := uint32(len(c.slots) - 1)
	at := key * 0x9E3779B1
	for i := (at ^ at>>15) & mask; ; i = (i + 1) & mask {
		if s := &c.slots[i]; s.last == 0 || s.key == key {
			return s
		}
	}
}

func (c *chains) grow() {
	old := c.slots
	c.slots = make([]slot, max(64, 2*len(old)))
	for _, s := range old {
		if s.last != 0 {
			*c.slot(s.key) = s
		}
	}
}

// first returns the first link of a key, 0 for none.
func (c *chains) first(key uint64) int32 {
	if len(c.slots) == 0 {
		return 0
	}
	return c.slot(uint32(key)).last
}

// under returns the numbers that stand under a key, the last first.
func (c *chains) under(key uint64) iter.Seq[int32] {
	return func(yield func(int32) bool) {
		for e := c.first(key); e > 0; e = c.link(e).next {
			if !yield(c.link(e).n) {
				return
			}
		}
	}
}
