package lang

import (
	_ "embed"
	"fmt"
	"sync"
)

// Kin are words whose vectors are near each other. Clusters know what stands
// beside words in the training texts; kin, what the vectors were learned from,
// which is far more text.

//go:embed model/kin.bin
var storedKin []byte

var loadKin = sync.OnceValue(func() *clusterTable {
	t, err := readClusters(storedKin)
	if err != nil {
		panic(fmt.Sprintf("embedded kin of words: %v", err)) // caught by every test
	}
	return t
})
