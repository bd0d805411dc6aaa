package main

import (
	"fmt"
	"os"
	"path/filepath"

	"rapporteur/eval"
	"rapporteur/lang"
)

func init() {
	stages["tree"] = stage{train: trainTree, eval: evalTree, predict: predictTree}
}

// trainTree trains the tagger and then the parser on the treebanks under DATA/ud.
func trainTree(data string) error {
	if err := trainWords(data); err != nil {
		return err
	}
	docs, err := treebanks(data)
	if err != nil {
		return err
	}
	model := lang.TrainParser(docs, 18, func(pass int, loss float64) {
		fmt.Fprintf(os.Stderr, "pass %d: loss %.4f\n", pass, loss)
	})
	return os.WriteFile(filepath.Join("lang", "model", "tree.bin"), model, 0o644)
}

// evalTree scores on the tokens of the file, then from its plain text.
func evalTree(path string) (eval.Scores, error) {
	sentences, err := eval.ReadConllu(path)
	if err != nil {
		return nil, err
	}
	scores := eval.Trees(sentences)
	for _, s := range eval.RawTrees(sentences) {
		scores.Add("raw text: "+s.Name, s.Value)
	}
	return scores, nil
}

func predictTree(in, out string, raw bool) error {
	sentences, err := eval.ReadConllu(in)
	if err != nil {
		return err
	}
	if raw {
		sentences = eval.Predict(eval.RawText(sentences))
	} else {
		sentences = eval.Annotated(sentences)
	}
	f, err := os.Create(out)
	if err != nil {
		return err
	}
	if err := eval.WriteConllu(f, sentences); err != nil {
		f.Close()
		return err
	}
	return f.Close()
}
