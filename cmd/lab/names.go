package main

import (
	"os"
	"path/filepath"

	"rapporteur/eval"
	"rapporteur/lang"
)

func init() {
	stages["names"] = stage{
		train:   trainNames,
		eval:    eval.Names,
		predict: func(in, out string, _ bool) error { return eval.PredictNames(in, out) },
	}
}

// trainNames trains the finder of names on the texts under DATA/names.
func trainNames(data string) error {
	var docs []*lang.Doc
	for _, name := range []string{"uner_ewt-train.iob2", "worldwide-train.tsv"} {
		m, err := eval.ReadNames(filepath.Join(data, "names", name))
		if err != nil {
			return err
		}
		for _, d := range m.Docs {
			d.Tag()
			docs = append(docs, d)
		}
	}
	// UNER has one type for all others; of those, nationalities are told by the gazetteer.
	for _, d := range docs {
		for i, n := range d.Names {
			if n.Type == "MISC" && d.ListedPeople(n.Range) {
				d.Names[i].Type = lang.NORP
			}
		}
	}
	return os.WriteFile(filepath.Join("lang", "model", "names.bin"), lang.TrainNames(docs), 0o644)
}
