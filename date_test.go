package rapporteur

import (
	"testing"
	"time"

	"pgregory.net/rapid"
)

// Counting days agrees with package time.
func TestDays(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := DateOf(time.Date(rapid.IntRange(-800, 3000).Draw(t, "year"), 1, rapid.IntRange(1, 366).Draw(t, "day"), 0, 0, 0, 0, time.UTC))
		n := rapid.IntRange(-300_000, 300_000).Draw(t, "days")
		want := DateOf(d.Time().AddDate(0, 0, n))
		if got := d.AddDays(n); got != want {
			t.Fatalf("%v and %d days: %v, want %v", d, n, got, want)
		}
		if got := want.Sub(d); got != n {
			t.Fatalf("from %v to %v: %d days, want %d", d, want, got, n)
		}
	})
}
