package press

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// binary reports whether bytes are no text in any character set: text in an
// 8-bit set or UTF-8 holds no NUL and hardly a control character.
func binary(data []byte) bool {
	head := data[:min(len(data), 8192)]
	if utf16(head) {
		return false
	}
	control := 0
	for _, c := range head {
		if c == 0 {
			return true
		}
		if c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != 0x1b {
			control++
		}
	}
	return control*20 > len(head)
}

// utf16 reports whether text begins with a byte order mark of UTF-16.
func utf16(data []byte) bool {
	return bytes.HasPrefix(data, []byte{0xff, 0xfe}) || bytes.HasPrefix(data, []byte{0xfe, 0xff})
}

// decode turns the bytes of a text file into a string. A file that holds no
// UTF-8 at all beyond ASCII is taken for Windows-1252, the set of older English
// texts; single bad bytes in UTF-8 become U+FFFD, and bad is true.
func decode(data []byte) (text string, bad bool) {
	if utf16(data) {
		out, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder().Bytes(data)
		return normalise(string(out)), err != nil
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	if utf8.Valid(data) {
		return normalise(string(data)), false
	}
	if !hasMultibyte(data) && printable1252(data) {
		if out, err := charmap.Windows1252.NewDecoder().Bytes(data); err == nil {
			return normalise(string(out)), false
		}
	}
	return normalise(strings.ToValidUTF8(string(data), "\ufffd")), true
}

func hasMultibyte(data []byte) bool {
	for len(data) > 0 {
		r, n := utf8.DecodeRune(data)
		if n > 1 && r != utf8.RuneError {
			return true
		}
		data = data[n:]
	}
	return false
}

// printable1252 reports whether every byte beyond ASCII is a letter or a mark of
// punctuation that English prose in Windows-1252 uses.
func printable1252(data []byte) bool {
	for _, c := range data {
		switch {
		case c < 0x80, c >= 0xc0, c >= 0x91 && c <= 0x97, c == 0x80, c == 0x85, c == 0xa0, c == 0xa3, c == 0xab, c == 0xbb, c == 0xb0, c == 0xbd:
		default:
			return false
		}
	}
	return true
}

// normalise makes line ends "\n". Nothing else of a text is touched, since every
// claim quotes it to the letter.
func normalise(s string) string {
	if !strings.Contains(s, "\r") {
		return s
	}
	return strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
}
