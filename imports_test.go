package rapporteur_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// imports says what of this module each package may import; docs/design.md,
// section 3. Tests may import more: what they need to make cases.
var imports = map[string][]string{
	"":                {},
	"internal/linear": {},
	"internal/neural": {},
	"lang":            {"internal/linear", "internal/neural"},
	"attribution":     {"lang", "internal/linear", "attribution/polnear"},
	// The corpus that attribution learns from.
	"attribution/polnear": {},
	"timex":               {"", "lang", "internal/linear"},
	"claim":               {"", "lang", "timex", "attribution", "internal/linear", "internal/neural"},
	"record":              {""},
	"press":               {""},
	"store":               {""},
	"brief":               {"", "record"},
	"web":                 {"", "record", "store", "brief"},
	"cmd/rapporteur":      {"", "press", "lang", "attribution", "claim", "record", "store", "brief", "web"},
	// What measures and trains may look at every stage.
	"eval":    {"", "lang", "timex", "attribution", "attribution/polnear", "claim", "record", "brief", "press", "internal/linear"},
	"cmd/lab": {"", "lang", "timex", "attribution", "attribution/polnear", "claim", "record", "brief", "press", "eval", "internal/linear"},
}

// standardOnly are the packages that import nothing but the standard library.
var standardOnly = []string{""}

// TestImports parses the sources, so that the answer never comes from a cache.
func TestImports(t *testing.T) {
	seen := map[string]bool{}
	err := filepath.WalkDir(".", func(file string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && file != "." && (strings.HasPrefix(d.Name(), ".") || d.Name() == "testdata" || d.Name() == "tools"):
			return filepath.SkipDir
		case d.IsDir() || !strings.HasSuffix(file, ".go") || strings.HasSuffix(file, "_test.go"):
			return nil
		}
		pkg := strings.TrimPrefix(filepath.ToSlash(filepath.Dir(file)), ".")
		seen[pkg] = true
		allowed, known := imports[pkg]
		if !known {
			t.Errorf("%s: package %q has no rule: add it to docs/design.md and here", file, pkg)
			return nil
		}
		f, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		for _, spec := range f.Imports {
			path, _ := strconv.Unquote(spec.Path.Value)
			ours, isOurs := strings.CutPrefix(path+"/", "rapporteur/")
			switch {
			case isOurs && !slices.Contains(allowed, strings.TrimSuffix(ours, "/")):
				t.Errorf("%s imports %s", file, path)
			case !isOurs && strings.Contains(strings.Split(path, "/")[0], ".") && slices.Contains(standardOnly, pkg):
				t.Errorf("%s imports %s, which is not of the standard library", file, path)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if !seen["press"] || !seen["cmd/rapporteur"] {
		t.Errorf("only %v were seen", seen)
	}
}
