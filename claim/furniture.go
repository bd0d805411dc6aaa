package claim

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Prose returns the text of a report with blanks, byte for byte, where a page has put
// into its words what is none of them: headlines behind a linked name, credits of
// pictures, rows of buttons, signs of shares. Read as words they glue names together and
// make people of headlines. Quotation marks are double ones throughout.
func Prose(body string) string {
	body = doubleMarks(body)
	out := []byte(nil)
	blank := func(start, end int) {
		if out == nil {
			out = []byte(body)
		}
		for i := start; i < end; i++ {
			if out[i] != '\n' {
				out[i] = ' '
			}
		}
	}
	for _, re := range datelines {
		if m := re.FindStringSubmatchIndex(body); m != nil {
			blank(m[2], m[3])
			break
		}
	}
	for _, s := range linkedNames(body) {
		blank(s[0], s[1])
	}
	at := 0
	for line := range strings.Lines(body) {
		for _, furniture := range []struct {
			sign string // of lines that may have it
			re   *regexp.Regexp
		}{{"/", pictureCredit}, {".", ticker}, {": ", readOn}, {"ARTICLE", buttons}, {"Tweet", buttons}, {"Pinterest", buttons}} {
			if strings.Contains(line, furniture.sign) && (furniture.re != pictureCredit || credited.MatchString(line)) {
				for _, s := range furniture.re.FindAllStringIndex(line, -1) {
					blank(at+s[0], at+s[1])
				}
			}
		}
		at += len(line)
	}
	if out == nil {
		return body
	}
	return string(out)
}

var (
	// pictureCredit is who took a picture: "| Ada Kerr/AP Photo", "Photograph: Ada Kerr/MNA/Getty Images".
	pictureCredit = regexp.MustCompile(`(?:\| |Photo(?:graph|grapher)?: |Picture: |Image: |Photo by )?\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]*){1,3}(?: ?/ ?(?:AP|AFP|EPA|PA|REUTERS|Reuters|Getty|Bloomberg|Shutterstock|Xinhua|TASS|Anadolu|Rex|Zuma|Pool)\b(?: (?:Photo|Images|News|Pictures|Agency)\b)?)+(?: via (?:Getty Images|REUTERS|Reuters|AP)\b)?`)
	// credited is what a line with such a credit holds.
	credited = regexp.MustCompile(`/ ?(?:AP|AFP|EPA|PA|REUTERS|Reuters|Getty|Bloomberg|Shutterstock|Xinhua|TASS|Anadolu|Rex|Zuma|Pool)\b`)
	// ticker is a share's sign at an exchange behind a firm's name: "(TKAG.DE)", "[CHMIN.UL]".
	ticker = regexp.MustCompile(` ?[(\[](?:[A-Z][A-Z0-9]{1,6}(?:_?[a-z])?|[0-9]{4,6})\.[A-Z]{1,3}[)\]]`)
	// readOn is a line that leads to another page.
	readOn = regexp.MustCompile(`(?m)^[ \t]*(?:Read [Mm]ore|READ MORE|Read also|Also read|See also|Related|RELATED|More on this|Watch|WATCH|Listen): .*$`)
	// buttons are what a page lets its readers do.
	buttons = regexp.MustCompile(`(?m)^[ \t]*(?:(?:LISTEN TO (?:THIS )?ARTICLE(?: [0-9:]+)?|SHARE THIS ARTICLE|Share|Tweet|Post|Email|Facebook|Twitter|Pinterest|WhatsApp|LinkedIn|Messenger|Print|Comments)(?:[ \t]+|$)){2,}`)
)

// datelines are the heads of reports that would run into their first sentence: "LUND, Sorval, March 30 The talks …" with
// no dash behind the day, "LUND, Sorval—Foreign Minister …" with none around the dash, and a place that is not in
// capitals before an agency, "Lund (TPA) - The talks …", of which the place alone is taken.
var datelines = func() []*regexp.Regexp {
	const (
		capitals = `\p{Lu}[\p{Lu}'’.]+(?:[ /-]\p{Lu}[\p{Lu}'’.]*){0,4}`
		name     = `\p{Lu}[\p{L}'’.]+(?:[ -]\p{Lu}[\p{L}'’.]+){0,2}`
		region   = `(?:, \p{Lu}[\p{L}.]+(?: \p{Lu}[\p{L}.]+){0,2})?`
		month    = `(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|March|Mar\.?|April|Apr\.?|May|June?|July?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)`
	)
	return []*regexp.Regexp{
		regexp.MustCompile(`^\s*(` + capitals + region + `,? ` + month + ` \d{1,2}) \p{Lu}`),
		regexp.MustCompile(`^\s*(` + capitals + region + `(?:, ` + month + ` \d{1,2})?—)[\p{Lu}“"]`),
		regexp.MustCompile(`^\s*(` + name + region + `) \(\p{Lu}[\p{L}/ ]{1,20}\) ?[-–—]`),
	}
}()

const (
	longestAside = 900 // bytes of the headlines behind a name
	longestName  = 60
)

// linkedNames finds where a page has the full name of somebody and headlines about
// him, up to "MORE", run into a sentence that has just named him: "President Varga
// Otto Jan VargaMinister denies leak Union to vote MORE said".
func linkedNames(body string) (found [][2]int) {
	from := 0
	for {
		i := strings.Index(body[from:], "MORE")
		if i < 0 {
			return found
		}
		end := from + i + len("MORE")
		if next, _ := utf8.DecodeRuneInString(body[end:]); !unicode.IsLetter(next) {
			start := max(from, end-longestAside)
			if nl := strings.LastIndexByte(body[start:end], '\n'); nl >= 0 {
				start += nl + 1
			}
			if at := gluedName(body, start, end); at >= 0 {
				found = append(found, [2]int{at, end})
			}
		}
		from = end
	}
}

// gluedName returns where behind a name it stands again with a headline glued to it, -1 for nowhere.
func gluedName(body string, start, end int) int {
	for i := start + 1; i < end; {
		r, size := utf8.DecodeRuneInString(body[i:])
		before, _ := utf8.DecodeLastRuneInString(body[:i])
		if !(unicode.IsUpper(r) || unicode.IsDigit(r)) || !unicode.IsLower(before) {
			i += size
			continue
		}
		word := body[strings.LastIndexAny(body[:i], " \n\t(")+1 : i]
		at := i - len(word)
		near := max(0, at-longestName)
		for name := strings.LastIndex(body[near:at], word); name >= 0 && len(word) > 1; name = strings.LastIndex(body[near:near+name], word) {
			stop := near + name + len(word)
			if body[stop] == ' ' && (near+name == 0 || strings.IndexByte(" \n(“\"‘’'-", body[near+name-1]) >= 0 || body[near+name-1] >= utf8.RuneSelf) && !strings.ContainsAny(body[stop:at], ",;:\n") {
				return stop
			}
		}
		i += size
	}
	return -1
}
