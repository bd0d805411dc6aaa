package claim_test

import (
	"fmt"
	"strings"
	"testing"

	"rapporteur"
)

// TestExchanges reads short reports; under each stands what a claim of it answers.
func TestExchanges(t *testing.T) {
	eachReport(t, "testdata/exchanges/answers.txt", func(got *strings.Builder, words string, claims []rapporteur.Claim) {
		for _, c := range claims {
			if c.Answers != nil {
				fmt.Fprintf(got, "%s: %s\n    answers: %s\n", speakers(c), c.Span.In(words), c.Answers.Span.In(words))
			} else if c.Statement != nil && c.Modality == rapporteur.Denied {
				fmt.Fprintf(got, "%s denies: %s\n", speakers(c), c.Statement.Words)
			} else if c.Meeting != nil && c.Meeting.State == rapporteur.MeetingDenied {
				fmt.Fprintf(got, "%s denies the meeting\n", speakers(c))
			}
		}
	})
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
