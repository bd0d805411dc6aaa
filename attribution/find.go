package attribution

import "rapporteur/lang"

// Find returns who is said to have said what in a text.
func Find(doc *lang.Doc, o Options) *Said { return &Said{} }
