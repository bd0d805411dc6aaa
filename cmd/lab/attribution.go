package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"rapporteur/attribution"
	"rapporteur/attribution/polnear"
	"rapporteur/eval"
	"rapporteur/lang"
)

func init() {
	stages["attribution"] = stage{train: trainAttribution, eval: evalAttribution, predict: predictAttribution}
}

// trainAttribution reads DATA/polnear/train, the primary annotator of each report.
func trainAttribution(data string) error {
	reports, err := polnear.Read(filepath.Join(data, "polnear", "train"))
	if err != nil {
		return err
	}
	var examples []attribution.Example
	for _, r := range reports {
		if r.Primary {
			examples = append(examples, attribution.Example{Report: r, Doc: lang.Analyze(r.Text)})
		}
	}
	model := attribution.Train(examples, func(line string) { fmt.Fprintln(os.Stderr, line) })
	return os.WriteFile(filepath.Join("attribution", "model.zst"), model, 0o644)
}

// evalAttribution scores against a folder of PolNeAR and prints beside the
// scores how far people agree.
func evalAttribution(path string) (eval.Scores, error) {
	reports, err := polnear.Read(path)
	if err != nil {
		return nil, err
	}
	docs := make([]*lang.Doc, len(reports))
	said := make([]*attribution.Said, len(reports))
	for i, r := range reports {
		if i > 0 && reports[i-1].Name == r.Name {
			docs[i], said[i] = docs[i-1], said[i-1]
			continue
		}
		docs[i] = lang.Analyze(r.Text)
		said[i] = attribution.Marked(docs[i], attribution.Options{})
	}
	var scores eval.Scores
	for _, s := range eval.Attribution(reports, docs, said) {
		scores = append(scores, s)
		if people, ok := eval.People[s.Name]; ok {
			scores.Add(s.Name+" (people)", people)
		}
	}
	for _, trust := range []float64{0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9} {
		for i, r := range reports {
			if i > 0 && reports[i-1].Name == r.Name {
				said[i] = said[i-1]
				continue
			}
			said[i] = attribution.Marked(docs[i], attribution.Options{Trust: trust})
		}
		for _, s := range eval.Attribution(reports, docs, said) {
			switch s.Name {
			case "primary: cue overlap precision", "primary: cue overlap recall", "primary: linked overlap":
				scores.Add(fmt.Sprintf("trust %.1f, %s", trust, s.Name), s.Value)
			}
		}
	}
	return scores, nil
}

// predictAttribution writes NAME.ann for every NAME.txt of a folder.
func predictAttribution(in, out string, _ bool) error {
	files, err := filepath.Glob(filepath.Join(in, "*.txt"))
	if err != nil {
		return fmt.Errorf("predict attribution %s: %w", in, err)
	}
	if len(files) == 0 {
		return fmt.Errorf("predict attribution %s: no *.txt; name a folder of texts", in)
	}
	if err := os.MkdirAll(out, 0o755); err != nil {
		return fmt.Errorf("predict attribution: %w", err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			return fmt.Errorf("predict attribution: %w", err)
		}
		doc := lang.Analyze(string(text))
		found := eval.Outermost(doc, attribution.Marked(doc, attribution.Options{}))
		name := strings.TrimSuffix(filepath.Base(file), ".txt") + ".ann"
		if err := os.WriteFile(filepath.Join(out, name), []byte(polnear.Format(string(text), found)), 0o644); err != nil {
			return fmt.Errorf("predict attribution: %w", err)
		}
	}
	return nil
}
