package attribution

import "strings"

// papers are short texts in which somebody speaks; issuing are the verbs of bringing them out.
var (
	papers = map[string]bool{
		"statement": true, "letter": true, "post": true, "tweet": true, "message": true, "note": true, "email": true, "e-mail": true, "memo": true,
		"communique": true, "communiqué": true, "declaration": true, "circular": true, "telegram": true, "cable": true,
	}
	issuing = map[string]bool{
		"issue": true, "release": true, "publish": true, "put": true, "post": true, "send": true, "write": true, "make": true, "share": true, "sign": true,
		"distribute": true, "circulate": true, "deliver": true, "record": true,
	}
)

// issuers returns those who brought out the paper that tells the words of an attribution, where
// the paragraph has told of it: "Ilse Marrow put out a statement. “…,” it read" is Marrow's word.
func (r *cast) issuers(a *Attribution, main []Source) []Source {
	if len(a.Source) == 0 || len(a.Cue) == 0 || len(main) > 1 || len(main) == 1 && main[0].Type != Document && r.lower(a.Source[0].Start) != "it" {
		return nil
	}
	h := r.voiceHead(a.Source[0])
	if h < 0 || a.Source[0].Len() > 2 {
		return nil
	}
	paper := strings.ToLower(r.doc.Tokens[h].Lemma)
	if paper != "it" && !papers[paper] || paper == "it" && !reads[strings.ToLower(r.doc.Tokens[r.cueHead(a)].Lemma)] {
		return nil
	}
	const back = 2 // sentences
	here := r.sent[h]
	first := here
	for first > 0 && here-first < back && r.doc.Sentences[first-1].Paragraph == r.doc.Sentences[here].Paragraph {
		first--
	}
	for i := r.doc.Sentences[here].Start - 1; first < here && i >= r.doc.Sentences[first].Start; i-- {
		if l := strings.ToLower(r.doc.Tokens[i].Lemma); r.doc.Tokens[i].UPOS == "NOUN" && papers[l] && (paper == "it" || l == paper) {
			return r.issuersOf(i)
		}
	}
	return r.writers(first, r.doc.Sentences[here].Start, paper)
}

// writers returns those who wrote words in the sentences from first up to token end, of which a
// paper told of next is the rest: "Marrow wrote to members. The letter went on: …".
func (r *cast) writers(first int32, end int, paper string) []Source {
	if paper == "it" {
		return nil
	}
	for n := len(r.said.Attributions) - 1; n >= 0; n-- {
		b := &r.said.Attributions[n]
		head := r.cueHead(b)
		if head < 0 || head >= end || r.sent[head] < first || b.Parent >= 0 || b.Negated || len(b.Source) == 0 {
			continue
		}
		switch r.doc.Tokens[head].Lemma {
		case "write", "tweet", "post", "email", "e-mail", "cable":
			list := r.sourceVoices(b.Source)
			if len(list) > 0 && list[0].Type != Document && list[0].Type != Outlet {
				return list
			}
		}
	}
	return nil
}

// reads are verbs of which a paper is the subject.
var reads = map[string]bool{"read": true, "say": true, "run": true, "go": true, "state": true, "add": true, "conclude": true}

// issuersOf returns those whom the words around a paper at token i name as its issuers.
func (r *cast) issuersOf(i int) []Source {
	who := r.child(i, "nmod:poss")
	if k := r.child(i, "nmod"); who < 0 && k > i {
		if c := r.child(k, "case"); c >= 0 && (r.lower(c) == "from" || r.lower(c) == "by") {
			who = k
		}
	}
	if t := &r.doc.Tokens[i]; who < 0 && t.Head >= 0 && (t.Rel == "obj" || t.Rel == "dobj" || t.Rel == "nsubj:pass") && issuing[r.doc.Tokens[t.Head].Lemma] {
		if who = r.child(t.Head, "nsubj"); t.Rel == "nsubj:pass" {
			who = r.child(t.Head, "obl:agent", "obl")
		}
	}
	if who < 0 || r.mentionAt(who) < 0 {
		return nil
	}
	list := r.voice(who, r.mentions[r.mentionAt(who)].Range)
	for _, v := range list {
		if v.Type != Person && v.Type != Institution && v.Type != Group {
			return nil
		}
	}
	return list
}
