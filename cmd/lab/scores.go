package main

import (
	"fmt"
	"io"
	"path/filepath"
)

// development lists what every stage is scored on, in the order of the reading.
var development = []struct{ stage, path string }{
	{"words", "ud/en_ewt-ud-dev.conllu"},
	{"words", "ud/en_gum-ud-dev.conllu"},
	{"tree", "ud/en_ewt-ud-dev.conllu"},
	{"tree", "ud/en_gum-ud-dev.conllu"},
	{"names", "names/uner_ewt-dev.iob2"},
	{"names", "names/worldwide-dev.tsv"},
	{"timex", "timex/aquaint"},
	{"timex", "timex/timebank"},
	{"attribution", "polnear/dev"},
	{"pronouns", "pronouns/gap-validation.tsv"},
}

// scores prints the scores of every stage on the development sets under data.
func scores(w io.Writer, data string) error {
	for _, set := range development {
		s, err := stages[set.stage].eval(filepath.Join(data, filepath.FromSlash(set.path)))
		if err != nil {
			return err
		}
		if _, err := fmt.Fprintf(w, "%s, %s\n%s\n", set.stage, set.path, s); err != nil {
			return err
		}
	}
	return nil
}
