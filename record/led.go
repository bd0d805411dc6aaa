package record

import (
	"slices"
	"strings"
)

// A government, cabinet or team may be called after who leads it: "the Okoro
// government", "Mrs Okoro's cabinet", "the Okoro-led coalition". It acts for whom he
// acts for.

// ledBodies are words for those who act for a party together with who leads them.
var ledBodies = set(`administration government govt cabinet coalition regime presidency premiership ministry team delegation camp side
	negotiators officials aides advisers advisors envoys ministers diplomats representatives`)

// ledBy returns the name of who leads a body by its name, read as a person's.
func ledBy(name string) (person, bool) {
	words := strings.Fields(cleanName(name, false))
	n := len(words)
	if n < 2 || n > 8 {
		return person{}, false
	}
	switch last := strings.ToLower(words[n-1]); {
	case ledBodies[last]:
		words = words[:n-1]
	case n > 2 && ledBodies[strings.ToLower(words[0])] && words[1] == "of":
		words = words[2:]
	default:
		return person{}, false
	}
	leader := words[len(words)-1]
	for _, end := range []string{"'s", "’s", "'", "’", "-led"} {
		leader = strings.TrimSuffix(leader, end)
	}
	words = append(slices.Clone(words[:len(words)-1]), leader)
	who := stripTitles(strings.Join(words, " "))
	if !capitalised(who) || strings.ToUpper(leader) == leader {
		return person{}, false
	}
	return readPerson(who), true
}

// leads notes that a body is called after somebody, who may be known or not.
func (g *registry) leads(a *actor) {
	if p, ok := ledBy(a.Name); ok && p.family != "" {
		a.leader = &p
		key := "p" + p.key()
		g.led[key] = append(g.led[key], a)
	}
}

// unled forgets a body.
func (g *registry) unled(a *actor) {
	if a.leader == nil {
		return
	}
	key := "p" + a.leader.key()
	if g.led[key] = slices.DeleteFunc(g.led[key], func(o *actor) bool { return o == a }); len(g.led[key]) == 0 {
		delete(g.led, key)
	}
}

// sideOfLeader returns the party of who leads a body; nil where nobody of that name
// has one, or people of that name have several.
func (g *registry) sideOfLeader(a *actor, depth int) *actor {
	b := g.blocks["p"+a.leader.key()]
	if b == nil || depth == 0 {
		return nil
	}
	var found *actor
	for _, o := range b.actors {
		if o.gone || !slices.ContainsFunc(o.forms, func(f *form) bool {
			return f.parts.family == a.leader.family && (!a.leader.full() || onePerson(a.leader, &f.parts) != "")
		}) {
			continue
		}
		side := g.side(o, depth-1)
		if side == nil || side == found {
			continue
		}
		if found != nil {
			return nil
		}
		found = side
	}
	return found
}

// followers returns the bodies that may be called after a person.
func (g *registry) followers(a *actor) []*actor {
	if a.class != personClass {
		return nil
	}
	return g.led["p"+a.forms[0].parts.key()]
}
