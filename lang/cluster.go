package lang

import (
	"cmp"
	_ "embed"
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"

	"rapporteur/internal/linear"
)

// Clusters put words that stand in like places together, so that the models know
// something of words that their marked texts do not have.

//go:embed model/clusters.bin
var storedClusters []byte

// clusterLevels is the number of sizes in which words are clustered.
const clusterLevels = 3

// clusters are those of one word, coarse to fine, from 1; 0 for a word without.
type clusters [clusterLevels]uint16

type clusterTable struct {
	shift uint
	keys  []uint32
	found []clusters
}

var loadClusters = sync.OnceValue(func() *clusterTable {
	t, err := readClusters(storedClusters)
	if err != nil {
		panic(fmt.Sprintf("embedded clusters: %v", err)) // caught by every test
	}
	return t
})

// of returns the clusters of a word: as it is printed or, where it opens a
// sentence or is not known so, in lower case.
func (t *clusterTable) of(w *word) clusters {
	if w.kind&(isSentence|hasDigit) == 0 {
		if c, ok := t.look(w.form); ok {
			return c
		}
	}
	c, ok := t.look(w.lower)
	if !ok && w.kind&isSentence != 0 {
		c, _ = t.look(w.form)
	}
	return c
}

func (t *clusterTable) look(key uint64) (clusters, bool) {
	k := clusterKey(key)
	for i := k >> t.shift; ; i++ {
		if t.keys[i] == k {
			return t.found[i], true
		}
		if t.keys[i] == 0 {
			return clusters{}, false
		}
	}
}

func clusterKey(hash uint64) uint32 { return max(1, uint32(hash>>32)) }

// clusterForm is the form under which a word is clustered: with digits as 0.
func clusterForm(form string) string {
	for i := range len(form) {
		if isDigit(form[i]) {
			b := []byte(form)
			for i := range b {
				if isDigit(b[i]) {
					b[i] = '0'
				}
			}
			return string(b)
		}
	}
	return form
}

// storeClusters writes the hashes of the forms in ascending order as differences,
// and a column of classes for each level.
func storeClusters(forms []string, classes [][]uint16) []byte {
	order := make([]int, len(forms))
	keys := make([]uint32, len(forms))
	for i, f := range forms {
		order[i] = i
		keys[i] = clusterKey(linear.Value(f))
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(keys[a], keys[b]) })
	columns := make([][]byte, 1+len(classes))
	before := uint32(0)
	for n, i := range order {
		if n > 0 && keys[i] == before {
			continue // two words with one hash: the commoner one counts
		}
		columns[0] = binary.AppendUvarint(columns[0], uint64(keys[i]-before))
		before = keys[i]
		for l := range classes {
			columns[1+l] = binary.AppendUvarint(columns[1+l], uint64(classes[l][i])+1)
		}
	}
	return linear.Archive(columns...)
}

var errClusters = errors.New("read clusters: the data are damaged; train them again")

func readClusters(stored []byte) (*clusterTable, error) {
	columns, err := linear.Extract(stored, 1+clusterLevels)
	if err != nil {
		return nil, err
	}
	n := 0
	for _, c := range columns[0] {
		if c < 0x80 {
			n++
		}
	}
	bits := uint(1)
	for 1<<bits < 2*n {
		bits++
	}
	t := &clusterTable{shift: 32 - bits, keys: make([]uint32, 1<<bits+64), found: make([]clusters, 1<<bits+64)}
	key := uint32(0)
	for range n {
		d, k := binary.Uvarint(columns[0])
		if k <= 0 {
			return nil, errClusters
		}
		columns[0] = columns[0][k:]
		key += uint32(d)
		at := key >> t.shift
		for int(at) < len(t.keys) && t.keys[at] != 0 {
			at++
		}
		if int(at)+1 >= len(t.keys) {
			return nil, errClusters
		}
		t.keys[at] = key
		for l := range clusterLevels {
			c, k := binary.Uvarint(columns[1+l])
			if k <= 0 {
				return nil, errClusters
			}
			columns[1+l] = columns[1+l][k:]
			t.found[at][l] = uint16(c)
		}
	}
	return t, nil
}

// Clusters returns the classes of a word among 64, 256 and 1,000, coarse to fine, from 1:
// words that stand in like places have the same. They are 0 for a word that is not known.
func Clusters(form string) [3]uint16 {
	t := loadClusters()
	c, ok := t.look(linear.Value(clusterForm(form)))
	if !ok {
		c, _ = t.look(linear.Value(clusterForm(strings.ToLower(form))))
	}
	return c
}
