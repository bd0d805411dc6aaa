//go:build !amd64

package linear

// haveVectors says that there are no vector instructions written for this machine.
const haveVectors = false

func addLongBlocks(to, from *int32, blocks int) { panic(noVectors) }

func addShortBlocks(to *int32, from *int16, blocks int) { panic(noVectors) }

const noVectors = "linear: no vector instructions"
