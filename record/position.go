package record

import (
	"cmp"
	"strconv"
	"strings"

	"rapporteur"
)

// position is the place of a claim in the order of all claims: by the day of
// its report, then by report, then by its place in the report.
type position struct {
	r   *paper
	nth int32
	id  string
}

func (f *fact) place() position { return position{f.r, f.nth, f.ID} }

// ordinal is the place of a claim in its report.
func ordinal(c *rapporteur.Claim) int32 {
	i := strings.LastIndexByte(c.ID, '.')
	nth, _ := strconv.ParseInt(c.ID[i+1:], 10, 32)
	return int32(nth)
}

// byDay orders reports. Those without a date come last, so that they never name what a dated report told.
func byDay(x, y *rapporteur.Report) int {
	if x.Published != y.Published {
		switch {
		case x.Published.IsZero():
			return 1
		case y.Published.IsZero():
			return -1
		}
		return x.Published.Compare(y.Published)
	}
	return strings.Compare(x.ID, y.ID)
}

// compare orders positions.
func (p position) compare(q position) int {
	if p.r != q.r {
		return cmp.Compare(p.r.rank, q.r.rank)
	}
	if p.nth != q.nth {
		return cmp.Compare(p.nth, q.nth)
	}
	return strings.Compare(p.id, q.id)
}

func (p position) before(q position) bool { return p.compare(q) < 0 }
