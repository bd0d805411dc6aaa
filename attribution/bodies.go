package attribution

import (
	_ "embed"
	"strings"
	"sync"

	"rapporteur/lang"
)

//go:embed data/bodies.txt
var bodiesText string

// bodyKind is a set of kinds of body: firms, unions, armed groups.
type bodyKind uint16

// bodies are the kinds of body that words tell of.
type bodies struct {
	means map[string]bodyKind // nouns that stand alone for one of a kind
	tells map[string]bodyKind // nouns that say of which kind one is, these among them
	names map[string]bodyKind // words of names, with their capital
}

var bodyWords = sync.OnceValue(func() *bodies {
	b := &bodies{map[string]bodyKind{}, map[string]bodyKind{}, map[string]bodyKind{}}
	bits := map[string]bodyKind{}
	for line := range strings.Lines(bodiesText) {
		head, list, ok := strings.Cut(strings.TrimSpace(line), ":")
		if !ok || strings.HasPrefix(head, "#") {
			continue
		}
		name, part, _ := strings.Cut(head, " ")
		if bits[name] == 0 {
			bits[name] = 1 << len(bits)
		}
		for w := range strings.FieldsSeq(list) {
			switch part {
			case "names":
				b.names[w] |= bits[name]
			case "":
				b.means[w] |= bits[name]
				fallthrough
			default:
				b.tells[w] |= bits[name]
			}
		}
	}
	return b
})

// bodyKindOf returns what kinds of body an entity may be, by what the text calls it, or
// else by its name; told is false where neither says so, or only the name.
func (r *cast) bodyKindOf(e *entity) (kinds bodyKind, told bool) {
	for n := range e.roles {
		words := strings.Fields(e.roles[n].Title)
		if len(words) > 0 {
			kinds |= bodyWords().tells[words[len(words)-1]]
		}
	}
	if kinds != 0 {
		return kinds, true
	}
	for n := len(e.parts) - 1; n >= 0; n-- {
		if kinds = bodyWords().names[e.parts[n]]; kinds != 0 {
			return kinds, false
		}
	}
	return 0, false
}

// kindFits scores how well a noun for a kind of body fits a body named before: not at all
// where that is told to be of another kind.
func (r *cast) kindFits(noun string, e *entity) float64 {
	want := bodyWords().means[noun]
	kinds, told := r.bodyKindOf(e)
	switch {
	case kinds&want != 0 && told:
		return 3.1
	case kinds&want != 0:
		return 3
	case kinds != 0 || want == 0 || noun == "union" || noun == "employer" || noun == "alliance" || noun == "coalition" || noun == "bloc" || noun == "militia":
		return 0 // "the union" means one that is called so
	}
	return 2.9
}

// kindBefore binds the word that tells what kind of body is named right behind it: "the rail
// union ITF", "rebel group FUL", "steelmaker Torvald".
func (r *cast) kindBefore(m mention, e int) {
	h := m.Start - 1
	if h < r.doc.Sentences[r.sent[m.Start]].Start || r.named[h] > 0 || r.doc.Tokens[h].UPOS != "NOUN" || r.doc.Tokens[h].XPOS == "NNS" || bodyWords().tells[r.lower(h)] == 0 {
		return
	}
	p, ok := r.phraseAt(h)
	if !ok || p.plural || p.class&institutionNoun == 0 || r.lower(p.Start) == "every" || r.lower(p.Start) == "each" {
		return
	}
	p.End = m.Start
	p.owner = lang.Range{}
	r.addRole(e, p)
	at := r.addMention(p.Range, h, ByRole, e)
	r.mentions[at].gram = apposition
	r.taken[h] = int32(at + 1)
}
