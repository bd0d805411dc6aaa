package attribution

import "rapporteur/lang"

// resolve fills in who the sources stand for.
func resolve(doc *lang.Doc, said *Said, o Options) {}
