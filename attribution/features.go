package attribution

// keys collects the features of one token as keys of linear.Lanes. Each feature
// is a template number and up to three values.
type keys struct{ k []uint32 }

const (
	mix1 = 0x9e3779b97f4a7c15
	mix2 = 0xd6e8feb86659fd93
)

func finish(x uint64) uint32 {
	x ^= x >> 32
	x *= mix2
	return uint32(x >> 32)
}

func (b *keys) add(template uint32, a symbol) {
	b.k = append(b.k, finish((uint64(template)<<32|uint64(a))*mix1))
}

func (b *keys) add2(template uint32, a, c symbol) {
	b.k = append(b.k, finish((uint64(a)<<32|uint64(c))*mix1+uint64(template)*mix2))
}

func (b *keys) add3(template uint32, a, c, d symbol) {
	x := (uint64(a)<<32 | uint64(c)) * mix1
	x ^= x >> 29
	b.k = append(b.k, finish((x^uint64(d)<<7)*mix1+uint64(template)*mix2))
}

// join makes one symbol of two.
func join(a, b symbol) symbol { return finish((uint64(a)<<32 | uint64(b)) * mix1) }
