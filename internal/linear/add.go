package linear

// Add adds the numbers of one row to those of another.
func Add(to, from []int32) {
	from = from[:len(to)]
	i := 0
	if haveVectors && len(to) >= 8 {
		addLongBlocks(&to[0], &from[0], len(to)/8)
		i = len(to) &^ 7
	}
	for ; i < len(to); i++ {
		to[i] += from[i]
	}
}

// AddShorts adds a row of short numbers to the front of another.
func AddShorts(to []int32, from []int16) {
	to = to[:len(from)]
	i := 0
	if haveVectors && len(to) >= 8 {
		addShortBlocks(&to[0], &from[0], len(to)/8)
		i = len(to) &^ 7
	}
	for ; i < len(to); i++ {
		to[i] += int32(from[i])
	}
}
