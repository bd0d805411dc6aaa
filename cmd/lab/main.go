// Command lab is for the authors of rapporteur: it trains the models on marked
// texts, measures every stage, and writes predictions in the standard formats,
// so that anybody's scorer can be run on them. See docs/lab.md.
package main

import (
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/alecthomas/kong"

	"rapporteur/eval"
)

// stage is what the lab can do with one stage of reading; nil where it cannot.
type stage struct {
	train   func(data string) error                // reads DIR of marked texts, writes the stage's model into the source tree
	eval    func(path string) (eval.Scores, error) // scores the stage on marked texts
	predict func(in, out string, raw bool) error   // reads IN, writes OUT in the stage's standard format
}

var stages = map[string]stage{}

type cli struct {
	Train struct {
		Stage string `arg:"" help:"Stage to train."`
		Data  string `help:"Folder of the training data." default:"../shared/data" type:"existingdir"`
	} `cmd:"" help:"Train the model of a stage and write it into the source tree."`
	Eval struct {
		Stage string `arg:"" help:"Stage to score."`
		Path  string `arg:"" help:"Marked file or folder."`
		JSON  bool   `help:"Print JSON."`
	} `cmd:"" help:"Score a stage against marked texts."`
	Predict struct {
		Stage string `arg:"" help:"Stage to run."`
		In    string `arg:"" help:"Input file or folder."`
		Out   string `arg:"" help:"Output file or folder."`
		Raw   bool   `help:"Read the plain text of IN only, not its tokens (tree)."`
	} `cmd:"" help:"Write a stage's predictions in its standard format."`
	Speed struct {
		Path string `arg:"" help:"Text file, folder of text files, or .jsonl of reports."`
		JSON bool   `help:"Print JSON."`
	} `cmd:"" help:"Measure words per second of every stage on one core."`
	Growth struct {
		Paths []string `arg:"" help:"Streams of reports (.jsonl), or folders of them."`
		Most  int      `help:"Reports of the largest dossier." default:"10000"`
		JSON  bool     `help:"Print JSON."`
	} `cmd:"" help:"Measure what the record of 100 to 10,000 reports costs, made of these by shifting days and names."`
	Scores struct {
		Data string `help:"Folder of the marked texts." default:"../shared/data" type:"existingdir"`
	} `cmd:"" help:"Print the scores of every stage on the development sets, as docs/scores.txt keeps them."`
}

func main() {
	var c cli
	ctx := kong.Parse(&c, kong.Name("lab"), kong.Description("Train and measure the stages of rapporteur."))
	if err := run(ctx.Command(), &c); err != nil {
		fmt.Fprintln(os.Stderr, "lab:", err)
		os.Exit(1)
	}
}

func run(command string, c *cli) error {
	switch verb, _, _ := strings.Cut(command, " "); verb {
	case "train":
		s, err := find(c.Train.Stage, func(s stage) bool { return s.train != nil })
		if err != nil {
			return err
		}
		return s.train(c.Train.Data)
	case "eval":
		s, err := find(c.Eval.Stage, func(s stage) bool { return s.eval != nil })
		if err != nil {
			return err
		}
		scores, err := s.eval(c.Eval.Path)
		if err != nil {
			return err
		}
		return print(scores, c.Eval.JSON)
	case "predict":
		s, err := find(c.Predict.Stage, func(s stage) bool { return s.predict != nil })
		if err != nil {
			return err
		}
		return s.predict(c.Predict.In, c.Predict.Out, c.Predict.Raw)
	case "growth":
		scores, err := growth(c.Growth.Paths, c.Growth.Most)
		if err != nil {
			return err
		}
		return print(scores, c.Growth.JSON)
	case "scores":
		return scores(os.Stdout, c.Scores.Data)
	default:
		scores, err := speed(c.Speed.Path)
		if err != nil {
			return err
		}
		return print(scores, c.Speed.JSON)
	}
}

// find returns the stage of that name, or an error that lists the stages that can do it.
func find(name string, can func(stage) bool) (stage, error) {
	if s, ok := stages[name]; ok && can(s) {
		return s, nil
	}
	var names []string
	for n, s := range stages {
		if can(s) {
			names = append(names, n)
		}
	}
	slices.Sort(names)
	return stage{}, fmt.Errorf("find stage %q: there is none for this command; try one of: %s", name, strings.Join(names, ", "))
}

func print(scores eval.Scores, asJSON bool) error {
	if asJSON {
		return json.NewEncoder(os.Stdout).Encode(scores)
	}
	_, err := fmt.Print(scores)
	return err
}
