package main

import (
	"os"
	"path/filepath"

	"rapporteur/eval"
	"rapporteur/lang"
)

func init() { stages["words"] = stage{eval: eval.Words, train: trainWords} }

// trainWords trains the tagger and the lemmas on the treebanks.
func trainWords(data string) error {
	docs, err := treebanks(data)
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join("lang", "model", "tags.bin"), lang.TrainTags(docs), 0o644)
}

// treebanks reads the training parts of the treebanks under DATA/ud.
func treebanks(data string) ([]*lang.Doc, error) {
	var docs []*lang.Doc
	for _, name := range []string{"en_ewt-ud-train.conllu", "en_gum-ud-train.conllu"} {
		sentences, err := eval.ReadConllu(filepath.Join(data, "ud", name))
		if err != nil {
			return nil, err
		}
		for _, s := range sentences {
			docs = append(docs, s.Doc())
		}
	}
	return docs, nil
}
