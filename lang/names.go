package lang

// FindNames fills in the names.
func (d *Doc) FindNames() {}
