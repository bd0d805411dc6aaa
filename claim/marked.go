package claim

import (
	"bufio"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"rapporteur"
)

var inlineMark = regexp.MustCompile(`\[\[([A-Z]:[a-z]+)\|([^|\]]*)\|([^|\]]+)\]\]`)

// ReadMarked reads reports with inline marks, as claim/training keeps them: a line
// "# Outlet | 2031-05-04 | Title" before each report, and [[label|who|word]] for
// a word that is marked. Where the heading tells no date, the text below is of
// many reports, and every twenty paragraphs are given as one.
func ReadMarked(name string, in io.Reader) ([]MarkedReport, error) {
	var out []MarkedReport
	var head string
	var paragraphs []string
	flush := func() error {
		for n, part := range slices.Collect(slices.Chunk(paragraphs, reportLength(head))) {
			m, err := parseMarked(head, strings.Join(part, "\n"))
			if err != nil {
				return fmt.Errorf("read %s, %q: %w", name, head, err)
			}
			m.Report.ID = fmt.Sprintf("%s-%d-%d", name, len(out), n)
			m.Origin = origin(head)
			out = append(out, m)
		}
		paragraphs = nil
		return nil
	}
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		switch line := strings.TrimSpace(lines.Text()); {
		case strings.HasPrefix(line, "# "):
			if err := flush(); err != nil {
				return nil, err
			}
			head = strings.TrimPrefix(line, "# ")
		case line != "":
			paragraphs = append(paragraphs, line)
		}
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("read %s: %w", name, err)
	}
	return out, flush()
}

// reportLength is how many paragraphs under a heading make one report.
func reportLength(head string) int {
	if strings.Count(head, " | ") >= 2 {
		return 1 << 20
	}
	return 20
}

func parseMarked(head, text string) (MarkedReport, error) {
	var m MarkedReport
	if f := strings.SplitN(head, " | ", 3); len(f) == 3 {
		date, err := rapporteur.ParseDate(f[1])
		if err != nil {
			return m, err
		}
		m.Report.Outlet, m.Report.Published, m.Report.Title = f[0], date, f[2]
	}
	var b strings.Builder
	at := 0
	for _, x := range inlineMark.FindAllStringSubmatchIndex(text, -1) {
		b.WriteString(text[at:x[0]])
		mark, err := parseLabel(b.Len(), text[x[2]:x[3]])
		if err != nil {
			return m, err
		}
		mark.Who = text[x[4]:x[5]]
		m.Marks = append(m.Marks, mark)
		b.WriteString(text[x[6]:x[7]])
		at = x[1]
	}
	b.WriteString(text[at:])
	m.Report.Body = b.String()
	if i := strings.Index(m.Report.Body, "[["); i >= 0 {
		return m, fmt.Errorf("parse mark %.40q: want [[label|who|word]]", m.Report.Body[i:])
	}
	return m, nil
}

// labelKinds are the kinds of line by the letters that marks call them by.
var labelKinds = map[string]rapporteur.Kind{"P": rapporteur.KindPoint, "S": rapporteur.KindPosition, "M": rapporteur.KindMeeting, "D": rapporteur.KindDeadline}

// labelClasses are the classes that labels write in another way.
var labelClasses = map[string]string{
	"principle": string(rapporteur.AgreedInPrinciple), "underway": string(rapporteur.MeetingUnderWay), "notplanned": string(rapporteur.MeetingNotPlanned),
}

// parseLabel reads a label, "P:agreed", of the word at a byte.
func parseLabel(at int, label string) (Mark, error) {
	letter, class, _ := strings.Cut(label, ":")
	kind, ok := labelKinds[letter]
	if c := labelClasses[class]; c != "" {
		class = c
	}
	n := slices.Index(predicateKinds[:], kind)
	if !ok || !slices.Contains(predicateClasses[n], class) && akin[class] == "" {
		return Mark{}, fmt.Errorf("parse label %q: want one of claim/training/README.md", label)
	}
	return Mark{At: at, Kind: kind, Class: class}, nil
}

// origin says of what kind of writing a text under a heading is.
func origin(head string) string {
	if reportLength(head) > 20 {
		return "own"
	}
	return "bank"
}

// ReadPressMarks reads marks on reports that are not at hand here: a line with a
// key and the byte up to which the report is marked, then a line for each mark,
// "tab start tab label tab who". Of a report that find does not know none are given.
func ReadPressMarks(in io.Reader, find func(key string) (rapporteur.Report, bool)) ([]MarkedReport, error) {
	var out []MarkedReport
	known := false
	lines := bufio.NewScanner(in)
	for n := 1; lines.Scan(); n++ {
		line := lines.Text()
		if line == "" || line[0] == '#' {
			continue
		}
		f := strings.Split(line, "\t")
		if f[0] != "" && len(f) == 2 {
			end, err := strconv.Atoi(f[1])
			if err != nil {
				return nil, fmt.Errorf("read marks, line %d: %w", n, err)
			}
			var r rapporteur.Report
			if r, known = find(f[0]); known {
				if len(r.Body) < end {
					return nil, fmt.Errorf("read marks, line %d: the text of %s has %d bytes, marked are %d", n, f[0], len(r.Body), end)
				}
				r.Body = r.Body[:end]
				out = append(out, MarkedReport{Report: r})
			}
			continue
		}
		if len(f) != 4 || f[0] != "" {
			return nil, fmt.Errorf("read marks, line %d: want tab, start, label, who; got %q", n, line)
		}
		if !known {
			continue
		}
		start, err := strconv.Atoi(f[1])
		if err != nil {
			return nil, fmt.Errorf("read marks, line %d: %w", n, err)
		}
		mark, err := parseLabel(start, f[2])
		if err != nil {
			return nil, fmt.Errorf("read marks, line %d: %w", n, err)
		}
		mark.Who = f[3]
		last := &out[len(out)-1]
		last.Marks = append(last.Marks, mark)
	}
	return out, lines.Err()
}
