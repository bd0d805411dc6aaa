package rapporteur

import "fmt"

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
		unit += "s"
	}
	return fmt.Sprint(s.Count, " ", unit)
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
