package claim_test

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"rapporteur"
)

// TestExchanges reads short reports; under each stands what a claim of it answers.
func TestExchanges(t *testing.T) {
	files, err := filepath.Glob("testdata/exchanges/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no files: %v", err)
	}
	for _, file := range files {
		eachReport(t, file, answered)
	}
}

// answered writes what the claims of a report answer and deny.
func answered(got *strings.Builder, words string, claims []rapporteur.Claim) {
	for _, c := range claims {
		switch {
		case c.Answers != nil:
			fmt.Fprintf(got, "%s: %s\n    answers: %s\n", speakers(c), c.Span.In(words), c.Answers.Span.In(words))
		case c.Statement != nil && c.Modality == rapporteur.Denied:
			fmt.Fprintf(got, "%s denies: %s\n", speakers(c), c.Statement.Words)
		case c.Meeting != nil && c.Meeting.State == rapporteur.MeetingDenied:
			fmt.Fprintf(got, "%s denies the meeting\n", speakers(c))
		}
	}
}

// speakers names the voices of a claim, and whose words it gives.
func speakers(c rapporteur.Claim) string {
	var out []string
	for _, s := range c.Chain {
		out = append(out, s.Name)
	}
	if c.Statement != nil && c.Modality != rapporteur.Denied {
		out = append(out, c.Statement.Speaker.Name)
	}
	return strings.Join(out, ", ")
}
