// Package eval scores every stage of reading against marked texts.
package eval

import (
	"encoding/json"
	"fmt"
	"strings"
)

// Scores is an ordered list of measures, printed one to a line.
type Scores []Score

// Score is one measure: a percentage, a speed or a count, by its name.
type Score struct {
	Name  string
	Value float64
}

// Add appends a measure.
func (s *Scores) Add(name string, value float64) { *s = append(*s, Score{name, value}) }

// String prints one measure to a line, aligned.
func (s Scores) String() string {
	width := 0
	for _, x := range s {
		width = max(width, len(x.Name))
	}
	var b strings.Builder
	for _, x := range s {
		fmt.Fprintf(&b, "%-*s %8.2f\n", width, x.Name, x.Value)
	}
	return b.String()
}

// MarshalJSON writes an object with the measures in order.
func (s Scores) MarshalJSON() ([]byte, error) {
	var b strings.Builder
	b.WriteByte('{')
	for i, x := range s {
		if i > 0 {
			b.WriteByte(',')
		}
		name, err := json.Marshal(x.Name)
		if err != nil {
			return nil, err
		}
		fmt.Fprintf(&b, "%s:%.4f", name, x.Value)
	}
	b.WriteByte('}')
	return []byte(b.String()), nil
}

// PRF counts what was found, what is right and what was to be found.
type PRF struct{ Right, Found, Gold int }

// Precision returns the percentage of what was found that is right.
func (p PRF) Precision() float64 { return percent(p.Right, p.Found) }

// Recall returns the percentage of what was to be found that was found.
func (p PRF) Recall() float64 { return percent(p.Right, p.Gold) }

// F1 returns the harmonic mean of precision and recall, in percent.
func (p PRF) F1() float64 { return percent(2*p.Right, p.Found+p.Gold) }

func percent(n, of int) float64 {
	if of == 0 {
		return 0
	}
	return 100 * float64(n) / float64(of)
}
