package attribution

import (
	"strings"

	"rapporteur/lang"
)

// post is a message of a social network that stands in a report as a paragraph
// of its own, signed beneath: "We are not far apart. — Ilse Marrow (@marrow) May 3, 2031".
// It has no quotation marks, and all of it is the signer's words.
type post struct {
	words  lang.Range
	dash   int
	signer lang.Range
}

// posts returns the messages of a text.
func posts(doc *lang.Doc) []post {
	var list []post
	start := 0
	for s := range doc.Sentences {
		if doc.Sentences[s].Paragraph != doc.Sentences[start].Paragraph {
			start = s
		}
		sent := doc.Sentences[s]
		for i := sent.Start + 2; i+1 < sent.End; i++ {
			if form := doc.Form(i); form != "(" || !strings.HasPrefix(doc.Form(i+1), "@") {
				continue
			}
			dash := -1
			for k := i - 1; k >= max(doc.Sentences[start].Start+2, i-8); k-- {
				if f := doc.Form(k); f == "—" || f == "–" || f == "--" {
					dash = k
					break
				}
			}
			if dash < 0 || dash+1 >= i {
				continue
			}
			from := doc.Sentences[start].Start
			if n := len(list); n > 0 && list[n-1].signer.End > from {
				break
			}
			list = append(list, post{words: lang.Range{Start: from, End: dash}, dash: dash, signer: lang.Range{Start: dash + 1, End: i}})
			break
		}
	}
	return list
}
