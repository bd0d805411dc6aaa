package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

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
	news, err := eval.ReadNames(filepath.Join(data, "names", "worldwide-train.tsv"))
	if err != nil {
		return err
	}
	bank, err := eval.ReadNames(filepath.Join(data, "names", "uner_ewt-train.iob2"))
	if err != nil {
		return err
	}
	for _, d := range news.Docs {
		d.Tag()
	}
	if err := unseenTags(bank.Docs, data); err != nil {
		return err
	}
	// UNER has one type for all others; of those, nationalities are told by the gazetteer.
	for _, d := range bank.Docs {
		for i, n := range d.Names {
			if n.Type == "MISC" && d.ListedPeople(n.Range) {
				d.Names[i].Type = lang.NORP
			}
		}
	}
	texts := []lang.NameTexts{
		{Docs: bank.Docs, Style: lang.Treebank},
		{Docs: news.Docs, Style: lang.Newswire},
		// Some sentences again as headlines in capitals, and as people type who do without.
		{Docs: recased(bank.Docs, 15, strings.ToUpper), Style: lang.Treebank},
		{Docs: recased(news.Docs, 15, strings.ToUpper), Style: lang.Newswire},
		{Docs: recased(bank.Docs, 12, strings.ToLower), Style: lang.Treebank},
	}
	model := lang.TrainNames(6, func(pass int, loss float64) {
		fmt.Fprintf(os.Stderr, "pass %d: loss %.4f\n", pass, loss)
	}, texts...)
	return os.WriteFile(filepath.Join("lang", "model", "names.bin"), model, 0o644)
}

// recased returns every nth sentence as a text of its own in other letters.
func recased(docs []*lang.Doc, nth int, change func(string) string) []*lang.Doc {
	var out []*lang.Doc
	n := 0
	for _, d := range docs {
		name := 0
		for _, s := range d.Sentences {
			c := &lang.Doc{Language: d.Language}
			for i := s.Start; i < s.End; i++ {
				form := change(d.Form(i))
				c.Tokens = append(c.Tokens, lang.Token{Start: len(c.Text), End: len(c.Text) + len(form), Head: -1})
				c.Text += form + " "
			}
			for ; name < len(d.Names) && d.Names[name].End <= s.End; name++ {
				r := d.Names[name].Range
				c.Names = append(c.Names, lang.Name{Range: lang.Range{Start: r.Start - s.Start, End: r.End - s.Start}, Type: d.Names[name].Type})
			}
			if n++; n%nth == 0 {
				c.Sentences = []lang.Sentence{{Range: lang.Range{End: len(c.Tokens)}}}
				c.Tag()
				out = append(out, c)
			}
		}
	}
	return out
}

// unseenTags gives those texts that the tagger has learned from the tags that it would
// give to new ones. They are known by their words.
func unseenTags(docs []*lang.Doc, data string) error {
	banks, err := treebanks(data)
	if err != nil {
		return err
	}
	lang.JackknifeTags(banks, 3)
	words := func(d *lang.Doc, r lang.Range) string {
		var b strings.Builder
		for i := r.Start; i < r.End; i++ {
			b.WriteString(d.Form(i))
			b.WriteByte(' ')
		}
		return b.String()
	}
	known := map[string][]lang.Token{}
	for _, d := range banks {
		known[words(d, lang.Range{End: len(d.Tokens)})] = d.Tokens
	}
	for _, d := range docs {
		for _, s := range d.Sentences {
			for i, t := range known[words(d, s.Range)] {
				d.Tokens[s.Start+i].UPOS, d.Tokens[s.Start+i].XPOS = t.UPOS, t.XPOS
			}
		}
	}
	return nil
}
