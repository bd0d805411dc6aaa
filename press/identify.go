package press

import (
	"crypto/sha256"
	"encoding/base32"
	"net/url"
	"strings"

	"rapporteur"
)

var letters = base32.NewEncoding("abcdefghijklmnopqrstuvwxyz234567").WithPadding(base32.NoPadding)

// Identify returns the ID of a report: "r" and eight letters or digits of the
// hash of its address, or, where it has none, of outlet, title, day and text. So
// a text that changes under its address keeps its ID, and the same page read
// again is the same report. Forty bits keep ten thousand reports apart with a
// chance of one in twenty thousand that two share one.
//
// The fields are taken as they stand in the report itself: what is inferred from
// other reports must not change an ID.
func Identify(r rapporteur.Report) string {
	what := address(r.URL)
	if what == "" {
		what = strings.Join([]string{r.Outlet, r.Title, r.Published.String(), r.Body}, "\x00")
	}
	sum := sha256.Sum256([]byte(what))
	return "r" + letters.EncodeToString(sum[:5])
}

// address strips from a URL what does not tell pages apart: the fragment and the marks of campaigns.
func address(raw string) string {
	u, err := url.Parse(raw)
	if raw == "" || err != nil {
		return raw
	}
	u.Fragment = ""
	if q := u.Query(); len(q) > 0 {
		for k := range q {
			if strings.HasPrefix(k, "utm_") || k == "fbclid" || k == "gclid" {
				q.Del(k)
			}
		}
		u.RawQuery = q.Encode()
	}
	return u.String()
}
