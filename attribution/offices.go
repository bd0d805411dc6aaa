package attribution

import (
	"cmp"
	"slices"
	"strings"

	"rapporteur/lang"
)

// headings are verbs of who holds an office for the time, and the office.
var headings = map[string]string{
	"chair": "chair", "lead": "leader", "head": "head", "mediate": "mediator", "command": "commander", "preside": "president", "coordinate": "coordinator",
	"co-chair": "co-chair", "moderate": "moderator", "facilitate": "facilitator", "negotiate": "negotiator", "govern": "governor", "represent": "representative", "direct": "director", "run": "head",
}

// successions are verbs by which somebody comes into another's office; the value tells the
// preposition before the other, "" where he is the object.
var successions = map[string]string{"replace": "", "succeed": "", "take": "from", "inherit": "from"}

// heads gives the office of who is told to hold it by a verb: "Ada Kerr, who chairs the talks".
func (r *cast) heads() {
	for i := range r.doc.Tokens {
		t := &r.doc.Tokens[i]
		title := cmp.Or(headings[t.Lemma], headings[strings.TrimSuffix(r.lower(i), "ed")])
		if title == "" || t.UPOS != "VERB" || r.quoted[i] || r.child(i, "aux:pass", "nsubj:pass") >= 0 {
			continue
		}
		if m := r.child(i, "aux"); m >= 0 && r.doc.Tokens[m].XPOS == "MD" && r.doc.Tokens[m].Lemma != "will" {
			continue
		}
		who := r.relatesTo(i)
		thing := r.child(i, "obj", "obl")
		if who < 0 || thing < 0 && title != "mediator" || r.ents[who].kind != lang.PER {
			continue
		}
		role := Role{Range: lang.Range{Start: i, End: i + 1}, Title: title, OfEntity: -1}
		role.Inferred = title == "chair" || title == "co-chair" || title == "mediator" || title == "coordinator" || title == "moderator"
		for k := thing; thing >= 0 && k >= r.left[thing] && title != "negotiator"; k-- {
			if n := r.named[k]; n > 0 && r.ents[r.find(r.mentions[n-1].ent)].kind != lang.PER {
				m := r.mentions[n-1]
				role.Of, role.OfEntity = r.doc.Words(m.Range), r.find(m.ent)
			}
		}
		r.ents[who].roles = append(r.ents[who].roles, role)
	}
}

// relatesTo returns the person about whom the relative clause of the verb at token i is, -1 for none.
func (r *cast) relatesTo(i int) int {
	who := r.child(i, "nsubj")
	if who < 0 || r.lower(who) != "who" {
		return -1
	}
	return r.relativeHead(who)
}

// follow notes who came into whose office: "Otto Varga, who took over from Ada Kerr", "Ada Kerr's
// successor, Otto Varga". The office of the one is the other's.
func (r *cast) follow() {
	for i := range r.doc.Tokens {
		t := &r.doc.Tokens[i]
		from, ok := successions[t.Lemma]
		if !ok || t.UPOS != "VERB" || r.quoted[i] || t.Lemma == "take" && r.lower(i+1) != "over" {
			continue
		}
		if m := r.child(i, "aux"); m >= 0 && r.doc.Tokens[m].XPOS == "MD" {
			continue
		}
		who := r.relatesTo(i)
		if s := r.child(i, "nsubj"); who < 0 && s >= 0 {
			who = r.personAt(s)
		}
		was := -1
		switch {
		case r.child(i, "nsubj:pass") >= 0: // "Ada Kerr was replaced by Otto Varga"
			was = r.personAt(r.child(i, "nsubj:pass"))
			if by := r.child(i, "obl", "obl:agent"); by >= 0 && r.child(by, "case") >= 0 && r.lower(r.child(by, "case")) == "by" {
				who = r.personAt(by)
			}
		case from == "":
			was = r.personAt(r.child(i, "obj"))
		default:
			for _, k := range r.children(i) {
				if c := r.child(int(k), "case"); c >= 0 && r.lower(c) == from {
					was = r.personAt(int(k))
				}
			}
		}
		for k := i + 1; k+1 < r.doc.Sentences[r.sent[i]].End && who >= 0; k++ { // "succeeded Ada Kerr as envoy"
			if p, ok := r.phraseAt(k + 1); r.lower(k) == "as" && ok && p.class&personNoun != 0 {
				p.Range = lang.Range{Start: k + 1, End: k + 2}
				r.addRole(who, p)
			}
		}
		r.succeeds(who, was, i)
	}
	for e := range r.ents {
		for _, role := range r.ents[e].roles {
			if role.OfEntity >= 0 && r.ents[e].merged < 0 {
				r.comingAs(e, &role)
			}
			switch {
			case role.OfEntity < 0 || r.ents[e].merged >= 0 || r.elsewhere(&role):
			case strings.HasSuffix(role.Title, "successor"):
				r.succeeds(e, r.find(role.OfEntity), role.Start)
			case strings.HasSuffix(role.Title, "predecessor"):
				r.succeeds(r.find(role.OfEntity), e, role.Start)
			}
		}
	}
}

// elsewhere reports whether an office is told with its place: "his predecessor in Port Calder".
func (r *cast) elsewhere(o *Role) bool {
	for i := o.Start; i < o.End; i++ {
		if w := r.lower(i); w == "in" || w == "at" {
			return true
		}
	}
	return false
}

// comingAs gives somebody the office that "predecessor as spokesman" tells.
func (r *cast) comingAs(e int, role *Role) {
	if w := lastWord(role.Title); w != "predecessor" && w != "successor" {
		return
	}
	for k := role.Start; k+1 < role.End; k++ {
		if r.lower(k) != "as" {
			continue
		}
		if p, ok := r.phraseAt(k + 1); ok && p.class&personNoun != 0 {
			p.Range = lang.Range{Start: k + 1, End: k + 2}
			p.owner = lang.Range{}
			r.addRole(e, p)
		}
	}
}

// personAt returns the person named with token i, -1 for none.
func (r *cast) personAt(i int) int {
	if i < 0 {
		return -1
	}
	m := r.mentionAt(i)
	if m < 0 {
		for _, k := range r.children(i) { // "the diplomat Ada Kerr"
			if rel := r.doc.Tokens[k].Rel; m < 0 && (rel == "flat" || rel == "appos") {
				m = r.mentionAt(int(k))
			}
		}
	}
	if m < 0 {
		return -1
	}
	if e := r.find(r.mentions[m].ent); r.ents[e].kind == lang.PER {
		return e
	}
	return -1
}

// succeeds gives who came after was the office of which the text tells of the one alone.
func (r *cast) succeeds(who, was, at int) {
	if who < 0 || was < 0 || who == was {
		return
	}
	if r.before == nil {
		r.before = map[int]int{}
	}
	r.before[who] = was
	share := func(from, to int, former bool) {
		for _, o := range r.ents[from].roles {
			if o.Former && !former && to != who || former && o.Former || r.atPresent(&o) || isRank(o.Title) || r.lex.kin[lastWord(o.Title)] {
				continue
			}
			if !slices.ContainsFunc(r.ents[to].roles, func(x Role) bool { return x.Title == o.Title }) {
				o.Range, o.Former, o.Inferred = lang.Range{Start: at, End: at + 1}, former, true
				r.ents[to].roles = append(r.ents[to].roles, o)
			}
			return
		}
	}
	for n := range r.ents[was].roles {
		if o := &r.ents[was].roles[n]; !r.atPresent(o) {
			o.Former = true
		}
	}
	share(who, was, true)
	share(was, who, false)
	for n := range r.ents[who].roles {
		if r.ents[who].roles[n].Start == at {
			r.ents[who].roles[n].Former = false
		}
	}
}

// atPresent reports whether an office is one that somebody came to later: "now the health minister".
func (r *cast) atPresent(o *Role) bool {
	w := r.lower(o.Start - 1)
	return w == "now" || w == "currently" || w == "today"
}

// succeeded reports whether somebody else is told to have come into a person's office.
func (r *cast) succeeded(e int) bool {
	for _, was := range r.before {
		if r.find(was) == e {
			return true
		}
	}
	return false
}

// isRank reports whether a title is a rank or what somebody is, which nobody takes over.
func isRank(title string) bool {
	switch lastWord(title) {
	case "general", "colonel", "major", "captain", "admiral", "lieutenant", "diplomat", "lawyer", "lawmaker", "economist", "professor", "politician", "king", "prince", "officer", "predecessor", "successor", "counterpart", "colleague", "rival", "opponent", "ally", "friend", "partner":
		return true
	}
	return false
}

func lastWord(s string) string { return s[strings.LastIndexByte(s, ' ')+1:] }

// owned notes whose the offices are that are told with "its", "his" or "their" at token i.
func (k *ranker) owned(i, ent int) {
	r := k.cast
	if r.doc.Tokens[i].XPOS != "PRP$" {
		return
	}
	for e := range r.ents {
		x := &r.ents[e]
		for n := range x.roles {
			if o := &x.roles[n]; o.Start == i && o.OfEntity < 0 {
				if o.OfEntity = ent; r.elsewhere(o) {
					continue
				}
				switch lastWord(o.Title) {
				case "counterpart":
					r.counterpart(e, n)
				case "successor":
					r.succeeds(e, ent, i)
				case "predecessor":
					r.succeeds(ent, e, i)
				}
			}
		}
	}
}

// counterpart gives who is somebody's counterpart the same office, of the state that is told
// before the word: "his Norvanan counterpart, Ada Kerr".
func (r *cast) counterpart(e, n int) {
	o := r.ents[e].roles[n]
	other := r.find(o.OfEntity)
	if other < 0 || r.ents[other].kind != lang.PER {
		return
	}
	of, ofEnt := "", -1
	for i := o.Start; i < o.End; i++ {
		switch {
		case r.named[i] > 0 && r.ofPlace(i):
			of, ofEnt = r.doc.Form(i), r.mentions[r.named[i]-1].ent
		case r.folk[i] || i > o.Start && r.capital(i) && isDemonym(r.lower(i)):
			of = r.doc.Form(i)
		}
	}
	for _, x := range r.ents[other].roles {
		if !x.Former && of != "" && ofState[lastWord(x.Title)] {
			x.Range, x.Of, x.OfEntity, x.Inferred = o.Range, of, ofEnt, true
			r.ents[e].roles = append(r.ents[e].roles, x)
			return
		}
	}
}

// ofState are the last words of offices that every state has.
var ofState = map[string]bool{"minister": true, "president": true, "premier": true, "chancellor": true, "secretary": true, "state": true}
