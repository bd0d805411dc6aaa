package main

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/alecthomas/kong"

	"rapporteur/brief"
)

// TestDocs compares the command line with docs/commands.md: what is there and not
// written fails, and so does what is written and gone. In README.md every
// command and flag shown must exist.
func TestDocs(t *testing.T) {
	var c commands
	parser, err := kong.New(&c)
	if err != nil {
		t.Fatal(err)
	}
	flags := map[string][]string{}
	for _, command := range parser.Model.Leaves(true) {
		for _, f := range command.Flags {
			if f.Name == "help" {
				continue
			}
			flags[command.Name] = append(flags[command.Name], "--"+f.Name)
			if f.Short != 0 {
				flags[command.Name] = append(flags[command.Name], "-"+string(f.Short))
			}
		}
	}
	doc, err := os.ReadFile("../../docs/commands.md")
	if err != nil {
		t.Fatal(err)
	}
	var sections []string
	for _, section := range regexp.MustCompile(`(?m)^## `).Split(string(doc), -1)[1:] {
		title, text, _ := strings.Cut(section, "\n")
		name, ok := strings.CutPrefix(title, "rapporteur ")
		if !ok {
			continue
		}
		sections = append(sections, name)
		var rows []string
		for _, m := range regexp.MustCompile("(?m)^\\| `(--[a-z-]+)[^`]*`(?:, `(-[a-z])`)?").FindAllStringSubmatch(text, -1) {
			rows = append(rows, m[1])
			if m[2] != "" {
				rows = append(rows, m[2])
			}
		}
		for _, f := range flags[name] {
			if !slices.Contains(rows, f) {
				t.Errorf("docs/commands.md: rapporteur %s: %s is not described", name, f)
			}
		}
		for _, f := range rows {
			if !slices.Contains(flags[name], f) {
				t.Errorf("docs/commands.md: rapporteur %s has no %s", name, f)
			}
		}
		if name == "show" {
			for _, part := range append([]string{"brief", "changes", "actor NAME", "claim ID", "said REPORT"}, brief.Parts...) {
				if !strings.Contains(text, "| `"+part+"` |") {
					t.Errorf("docs/commands.md: rapporteur show %s is not described", part)
				}
			}
		}
	}
	for name := range flags {
		if !slices.Contains(sections, name) {
			t.Errorf("docs/commands.md: rapporteur %s is not described", name)
		}
	}
	for _, name := range sections {
		if _, ok := flags[name]; !ok {
			t.Errorf("docs/commands.md: there is no rapporteur %s", name)
		}
	}
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range regexp.MustCompile(`(?m)(?:^|[\s\x60/])rapporteur +([a-z]+)((?: +[^\s\x60]+)*)`).FindAllStringSubmatch(codeOf(string(readme)), -1) {
		known, ok := flags[m[1]]
		if !ok {
			t.Errorf("README.md: there is no rapporteur %s", m[1])
			continue
		}
		for _, f := range regexp.MustCompile(` (--?[a-z][a-z-]*)`).FindAllStringSubmatch(m[2], -1) {
			if !slices.Contains(known, f[1]) {
				t.Errorf("README.md: rapporteur %s has no %s", m[1], f[1])
			}
		}
	}
}

// codeOf returns the lines of code blocks of a Markdown text that run the program.
func codeOf(md string) string {
	var out []string
	code := false
	for _, line := range strings.Split(md, "\n") {
		if strings.HasPrefix(line, "```") {
			code = !code
			continue
		}
		line = strings.TrimPrefix(strings.TrimSpace(line), "$ ")
		if code && (strings.HasPrefix(line, "rapporteur ") || strings.HasPrefix(line, "./rapporteur ") || strings.Contains(line, "cmd/rapporteur ")) {
			out = append(out, line)
		}
	}
	return strings.Join(out, "\n")
}
