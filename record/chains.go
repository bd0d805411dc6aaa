package record

import "iter"

// chains list numbers under keys. They take a third of the memory of a map of
// slices. Keys are shortened, so that a few numbers stand under others' keys too.
type chains struct {
	head  map[uint32]int32 // key → last link
	links []link
}

type link struct{ n, next int32 }

func (c *chains) add(key uint64, n int32) {
	if c.head == nil {
		c.head, c.links = map[uint32]int32{}, make([]link, 1)
	}
	c.links = append(c.links, link{n, c.head[uint32(key)]})
	c.head[uint32(key)] = int32(len(c.links) - 1)
}

// first returns the first link of a key, 0 for none.
func (c *chains) first(key uint64) int32 { return c.head[uint32(key)] }

// under returns the numbers that stand under a key, the last first.
func (c *chains) under(key uint64) iter.Seq[int32] {
	return func(yield func(int32) bool) {
		for e := c.first(key); e > 0; e = c.links[e].next {
			if !yield(c.links[e].n) {
				return
			}
		}
	}
}
