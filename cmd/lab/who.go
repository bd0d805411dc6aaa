package main

import (
	"fmt"
	"os"
	"path/filepath"

	"rapporteur/eval"
)

func init() {
	stages["gold"] = stage{
		eval:    eval.Gold,
		predict: func(in, out string, _ bool) error { return eval.PredictGold(in, out) },
	}
	stages["pronouns"] = stage{
		train: func(data string) error {
			weights, err := eval.TrainPronouns(data, func(s string) { fmt.Fprintln(os.Stderr, s) })
			if err != nil {
				return err
			}
			return os.WriteFile(filepath.Join("attribution", "data", "pronouns.txt"), weights, 0o666)
		},
		eval: eval.Pronouns,
	}
}
