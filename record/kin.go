package record

import "slices"

// kin keeps which full names of a block may be of one person. It depends on nothing
// but the names, so that it is found once, however often the block is grouped anew.
type kin map[*form]*kinship

// kinship is the names that a name, read in one way, may be of one person with.
type kinship struct {
	as     *reading
	others []relative
}

// relative is a name that may be of one person with another.
type relative struct {
	form *form
	why  string // they are forms of one name; "" where they are not
	near bool   // they are spelt nearly alike
	sure bool   // … so nearly that nothing else need speak for them
}

// relate finds the kin of the full names of a block that are new to it, or are read
// otherwise now, and forgets those that are not among them any more.
func (b *block) relate(full []*form) {
	for f, k := range b.kin {
		if f.reading == k.as && f.block == b.key {
			continue
		}
		delete(b.kin, f)
		for _, r := range k.others {
			if o := b.kin[r.form]; o != nil {
				o.others = slices.DeleteFunc(o.others, func(r relative) bool { return r.form == f })
			}
		}
	}
	if len(b.kin) == len(full) || len(full) < 2 {
		return
	}
	if b.kin == nil {
		b.kin = make(kin, len(full))
	}
	known := make([]*form, 0, len(full))
	for _, f := range full {
		if b.kin[f] != nil {
			known = append(known, f)
		}
	}
	for _, f := range full {
		if b.kin[f] != nil {
			continue
		}
		k := &kinship{as: f.reading}
		b.kin[f] = k
		for _, o := range known {
			why, back, near, sure := related(&f.parts, &o.parts)
			if why != "" || near {
				k.others = append(k.others, relative{o, why, near, sure})
			}
			if back != "" || near {
				l := b.kin[o]
				l.others = append(l.others, relative{f, back, near, sure})
			}
		}
		known = append(known, f)
	}
}

// related says why two full names may be of one person, in either order, whether
// they are spelt nearly alike, and whether nothing else need speak for that.
func related(p, q *person) (why, back string, near, sure bool) {
	if p.family == q.family || p.hushed == q.hushed || p.given[0] == q.given[0] || p.other != nil || q.other != nil {
		why, back = onePerson(p, q), onePerson(q, p)
	}
	family, given, near := nearlyNamed(p, q)
	if calledByMiddle(p, q) || calledByMiddle(q, p) {
		return why, back, true, true
	}
	return why, back, near || mistyped(p, q), near && p.suffix == q.suffix && family <= alike && family+given <= farShort
}

// others returns the names that a name may be of one person with.
func (k kin) others(f *form) []relative {
	if k[f] == nil {
		return nil
	}
	return k[f].others
}

// of returns what a name is to another.
func (k kin) of(f, o *form) relative {
	others := k.others(f)
	if at := slices.IndexFunc(others, func(r relative) bool { return r.form == o }); at >= 0 {
		return others[at]
	}
	return relative{}
}

// toldApart reports whether a claim names both forms in one list.
func (g *registry) toldApart(x, y *form) bool {
	return g.apart[[2]string{min(x.folded, y.folded), max(x.folded, y.folded)}] > 0
}
