package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"rapporteur/lang"
)

func init() { stages["clusters"] = stage{train: trainClusters} }

// trainClusters learns clusters of words from all texts of the training data.
func trainClusters(data string) error {
	texts, err := plainTexts(data)
	if err != nil {
		return err
	}
	file := lang.TrainClusters(texts, []int{64, 256, 1000}, func(size, round, moved int) {
		fmt.Fprintf(os.Stderr, "%d clusters, round %d: %d words moved\n", size, round, moved)
	})
	return os.WriteFile(filepath.Join("lang", "model", "clusters.bin"), file, 0o644)
}

var markup = regexp.MustCompile(`<[^>]*>`)

// plainTexts reads the texts of all training data, without their marks.
func plainTexts(data string) ([]string, error) {
	var texts []string
	for _, folder := range []string{data, filepath.Join(filepath.Dir(data), "streams")} {
		err := filepath.WalkDir(folder, func(path string, e fs.DirEntry, err error) error {
			if err != nil || e.IsDir() || strings.Contains(path, "-dev") || strings.Contains(path, "/dev/") {
				return err
			}
			switch ext := filepath.Ext(path); ext {
			case ".txt", ".tml":
				b, err := os.ReadFile(path)
				if err != nil {
					return err
				}
				text := string(b)
				if ext == ".tml" {
					text = markup.ReplaceAllString(text, "")
				}
				texts = append(texts, text)
			case ".jsonl":
				return eachLine(path, func(line string) {
					var r struct{ Title, Body string }
					if json.Unmarshal([]byte(line), &r) == nil {
						texts = append(texts, r.Title+"\n\n"+r.Body)
					}
				})
			case ".conllu", ".iob2", ".tsv":
				if strings.Contains(path, "uner") {
					return nil // the same texts as the treebank's
				}
				var lines []string
				gap := strings.Contains(path, "gap-")
				var words []string
				err := eachLine(path, func(line string) {
					columns := strings.Split(line, "\t")
					switch {
					case strings.HasPrefix(line, "# text = "):
						lines = append(lines, strings.TrimPrefix(line, "# text = "))
					case ext == ".conllu":
					case gap && len(columns) > 1:
						lines = append(lines, columns[1])
					case gap:
					case line == "":
						lines, words = append(lines, strings.Join(words, " ")), words[:0]
					case line[0] != '#':
						words = append(words, columns[0])
					}
				})
				texts = append(texts, strings.Join(lines, "\n"))
				return err
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	return texts, nil
}

func eachLine(path string, f func(line string)) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<26)
	for lines.Scan() {
		f(lines.Text())
	}
	return lines.Err()
}
