package attribution

import "rapporteur/lang"

// Find returns who is said to have said what in a text.
func Find(doc *lang.Doc, o Options) *Said {
	said := &Said{Attributions: spans(doc, o)}
	resolve(doc, said, o)
	return said
}

// spans finds cues with their sources and contents, nested.
func spans(doc *lang.Doc, o Options) []Attribution {
	if doc.Language != "" && doc.Language != "en" || len(doc.Tokens) == 0 {
		return nil
	}
	r := newReader(trained(), newPage(doc))
	return r.read(o)
}
