package rapporteur

import (
	"fmt"
	"strings"
)

// How the record's questions and the brief's lines put things.

// The puts an article before the name of a state or union that takes one in a sentence.
func The(name string) string {
	switch name {
	case "United States", "United Kingdom", "United Nations", "European Union", "African Union", "Netherlands", "Philippines", "United Arab Emirates":
		return "the " + name
	}
	return name
}

// String writes the extent of a text: "19 points".
func (s Size) String() string {
	unit := s.Unit
	if unit == "" {
		unit = "part"
	}
	if s.Count != 1 {
		unit = plural(unit)
	}
	return fmt.Sprint(s.Count, " ", unit)
}

// plural returns the plural of a regular noun.
func plural(noun string) string {
	last := noun[len(noun)-1]
	switch {
	case last == 'x' || last == 's' || strings.HasSuffix(noun, "ch") || strings.HasSuffix(noun, "sh"):
		return noun + "es"
	case last == 'y' && len(noun) > 1 && !strings.ContainsRune("aeiou", rune(noun[len(noun)-2])):
		return noun[:len(noun)-1] + "ies"
	}
	return noun + "s"
}

// Length writes minutes: "5 h", "1 h 30 min".
func Length(minutes int) string {
	h, m := minutes/60, minutes%60
	switch {
	case h == 0:
		return fmt.Sprintf("%d min", m)
	case m == 0:
		return fmt.Sprintf("%d h", h)
	}
	return fmt.Sprintf("%d h %d min", h, m)
}
