package claim

import (
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/attribution"
	"rapporteur/lang"
)

// inferred reads the offices of a person that the words around the name do not give: that of whom
// he took over from, "her Norvanan counterpart", "the mediator, the former judge Otto Varga". Titles are
// those that were read.
func (r *reading) inferred(ent *attribution.Entity, titles []string) bool {
	at := slices.IndexFunc(ent.Mentions, func(m attribution.Mention) bool { return m.Kind == attribution.ByName && m.End <= len(r.kids) })
	if at < 0 {
		return false
	}
	name, held := ent.Mentions[at].Range, false
	for i := range ent.Roles {
		o := &ent.Roles[i]
		last := lastWord(o.Title)
		if !o.Inferred && !r.beforeTitle(o, name) && !r.headsNamed(o) || !lex().titles.Heads[last] || hollowOffice[last] || o.End > len(r.kids) || r.direct(o.Start) ||
			slices.ContainsFunc(titles, func(t string) bool {
				return strings.Contains(t, last) || strings.Contains(t, "head of the ") && headsTeam[last]
			}) {
			continue
		}
		titles = append(titles, o.Title)
		x := rapporteur.RoleClaim{Title: o.Title, Former: o.Former, Of: r.roleOwner(o)}
		x.Person = rapporteur.Mention{Name: tidyName(ent.Name), Kind: rapporteur.Person, Span: r.bytes(name)}
		r.add(o.Start, rapporteur.Claim{Kind: rapporteur.KindRole, Role: &x, Modality: rapporteur.Asserted})
		held = true
	}
	return held
}

// hollowOffice are words of offices that say nothing alone.
var hollowOffice = words{"official": true, "member": true, "representative": true, "brother": true, "sister": true, "son-in-law": true, "expert": true, "diplomat": true, "candidate": true, "reporter": true, "author": true, "general": true, "speaker": true}

// headsTeam are words for who heads a delegation.
var headsTeam = words{"leader": true, "head": true, "chief": true, "negotiator": true}

// headsNamed reports whether an office is that of who is told to head a body by its name: "who leads the Harrow Fund".
func (r *reading) headsNamed(o *attribution.Role) bool {
	of := r.roleOwner(o)
	return o.Len() == 1 && r.upos(o.Start) == "VERB" && of.Kind == rapporteur.Organisation
}

// beforeTitle reports whether an office stands before another title of the same name: "its mediator, former
// president |".
func (r *reading) beforeTitle(o *attribution.Role, name lang.Range) bool {
	const most = 6 // tokens from the office to the name
	if o.End >= name.Start || name.Start-o.End > most || r.form(o.End) != "," {
		return false
	}
	for k := o.End + 1; k < name.Start; k++ {
		if f := r.lower(k); f == "," || r.upos(k) == "VERB" || r.upos(k) == "CCONJ" {
			return false
		}
	}
	return true
}

// ownersOf fills in whose the offices are of which only a pronoun says so: "their leader, Otto Varga".
func (r *reading) ownersOf(ent *attribution.Entity, told []rapporteur.RoleClaim) {
	for i := range told {
		x := &told[i]
		if x.Title == "" || x.Of.Name != "" {
			continue
		}
		for k := range ent.Roles {
			if o := &ent.Roles[k]; (o.Of == "their" || o.Of == "its" || o.Of == "Its" || o.Of == "Their") && lastWord(o.Title) == lastWord(x.Title) {
				if x.Of = r.roleOwner(o); x.Of.Name != "" {
					break
				}
			}
		}
	}
}

// roleOwner returns the state or body that an office is told to be of, none where that is not known.
func (r *reading) roleOwner(o *attribution.Role) rapporteur.Mention {
	if o.OfEntity < 0 || o.OfEntity >= len(r.said.Entities) || o.End > len(r.kids) {
		return rapporteur.Mention{}
	}
	of := &r.said.Entities[o.OfEntity]
	if of.Name == "" || of.Type == "" || of.Type == lang.PER {
		return rapporteur.Mention{}
	}
	name := tidyName(of.Name)
	return rapporteur.Mention{Name: name, Kind: r.kindOf(of.Type, name), Span: r.bytes(lang.Range{Start: o.Start, End: o.Start + 1})}
}

// voiceOf returns for whom a spokesman speaks of whom nothing more is told: the body for which one was told to speak right
// before, "a spokesman for the Ports Ministry said …. Spokesman Otto Varga", or else the one body that spoke right before.
func (r *reading) voiceOf(name lang.Range, title string) rapporteur.Mention {
	const near = 2 // sentences
	if !strings.HasPrefix(lastWord(title), "spokes") || !strings.HasPrefix(title, "spokes") && !strings.HasPrefix(title, "chief spokes") {
		return rapporteur.Mention{}
	}
	first := r.doc.Sentences[max(0, int(r.sent[name.Start])-near)].Start
	for k := name.Start - 1; k >= first; k-- {
		if !strings.HasPrefix(r.lower(k), "spokes") {
			continue
		}
		if x := r.role(r.shortPhrase(k), k); x.Of.Name != "" {
			return x.Of
		}
	}
	if s := r.sent[name.Start]; s > 0 {
		for k := name.Start - 1; k >= r.doc.Sentences[s-1].Start; k-- {
			if c := r.clause(k); c != nil && r.cue[k] && len(c.subj) == 1 && r.upos(c.subj[0]) != "PRON" {
				if m := r.owner(c.subj[0], r.bytes(lang.Range{Start: c.subj[0], End: c.subj[0] + 1})); m.Kind == rapporteur.Organisation {
					return m
				}
				break
			}
		}
	}
	return rapporteur.Mention{}
}

// executives are offices of firms that are told without the firm's name where it is what is spoken of.
var executives = words{"chief executive": true, "chief executive officer": true, "ceo": true, "cfo": true, "coo": true, "chief financial officer": true, "chief operating officer": true, "finance chief": true, "company president": true, "company spokesman": true, "company spokeswoman": true, "company chairman": true, "company chief": true}

// firmOf returns the firm whose executive is told without its name: that of which the sentence before is, "Norgaz will close two
// plants. Chief Executive Ada Kerr said …".
func (r *reading) firmOf(name lang.Range, title string) rapporteur.Mention {
	s := int(r.sent[name.Start])
	if !executives[title] || s == 0 {
		return rapporteur.Mention{}
	}
	if m := r.subjectIn(r.doc.Sentences[s-1].Range, 1); m.Kind == rapporteur.Organisation {
		return m
	}
	return rapporteur.Mention{}
}
