package main

import (
	"fmt"
	"os"
	"path/filepath"

	"rapporteur/lang"
)

func init() { stages["kin"] = stage{train: trainKin} }

// trainKin groups the words that have vectors; it reads no other data.
func trainKin(string) error {
	file := lang.TrainKin([]int{64, 512, 2048}, func(size, round, moved int) {
		fmt.Fprintf(os.Stderr, "%d groups, round %d: %d words moved\n", size, round, moved)
	})
	return os.WriteFile(filepath.Join("lang", "model", "kin.bin"), file, 0o644)
}
