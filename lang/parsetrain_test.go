package lang

import (
	"bytes"
	"strings"
	"testing"
)

// TestTrainParser: the same sentences give the same bytes, from which a parser can
// be read. (What it learns is a matter of the scores of the treebanks.)
func TestTrainParser(t *testing.T) {
	const sentence = `Marrow NNP PROPN 2 nsubj
told VBD VERB 0 root
the DT DET 4 det
envoys NNS NOUN 2 iobj
that IN SCONJ 7 mark
Estrel NNP PROPN 7 nsubj
agreed VBD VERB 2 ccomp`
	var docs []*Doc
	for range 40 {
		var forms []string
		var tokens []Token
		for _, line := range strings.Split(sentence, "\n") {
			f := strings.Fields(line)
			forms = append(forms, f[0])
			tokens = append(tokens, Token{XPOS: f[1], UPOS: f[2], Lemma: strings.ToLower(f[0]), Head: int(f[3][0]-'0') - 1, Rel: f[4]})
		}
		d := someDoc(forms)
		for i, tok := range tokens {
			tok.Start, tok.End = d.Tokens[i].Start, d.Tokens[i].End
			d.Tokens[i] = tok
		}
		docs = append(docs, d)
	}
	model := TrainParser(docs, 1, nil)
	if !bytes.Equal(model, TrainParser(docs, 1, nil)) {
		t.Error("trained twice, two models")
	}
	p, err := readParser(model, loadVectors())
	if err != nil {
		t.Fatal(err)
	}
	d := someDoc(strings.Fields("Marrow told the envoys that Estrel agreed"))
	for i, tok := range docs[0].Tokens {
		d.Tokens[i].UPOS, d.Tokens[i].XPOS = tok.UPOS, tok.XPOS
	}
	p.sentence(d, d.Sentences[0].Range, newParseWork())
	checkTrees(t, d)
}
