package record

import "testing"

func TestPlaces(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want fit
	}{
		{"Geneva", "Geneva, Switzerland", same},
		{"Kiev", "Kyiv", same},
		{"the Kremlin", "Moscow", same},
		{"the White House", "Washington", same},
		{"Osaka", "Japan", holds},
		{"Osaka", "Tokyo", elsewhere},
		{"Osaka, Japan", "Kyoto, Japan", elsewhere},
		{"Buenos Aires", "Argentina", holds},
		{"Anchorage", "Alaska", holds},
		{"Alaska", "Miami", elsewhere},
		{"Beijing", "Shanghai", elsewhere},
		{"Beijing", "Washington", elsewhere},
		{"Port Calder", "Lund", elsewhere},
		{"", "Lund", unknown},
		{"China", "China", same},
	} {
		if got := readPlace(c.a).compare(readPlace(c.b)); got != c.want {
			t.Errorf("%q and %q: %d, want %d", c.a, c.b, got, c.want)
		}
		if got := readPlace(c.b).compare(readPlace(c.a)); got != c.want {
			t.Errorf("%q and %q: %d, want %d", c.b, c.a, got, c.want)
		}
	}
}
