package claim

import (
	_ "embed"
	"fmt"
	"math"
	"slices"
	"sync"

	"rapporteur"
	"rapporteur/internal/linear"
)

// The learned reader decides for each predicate whether a line of the record is
// due to it: a point, a position, a meeting or a deadline, and of which class. It
// adds up the scores of a logistic regression over hashed features and of a small
// network over embeddings, both trained on marked reports ([TrainPredicates]).

// predicateKinds are the kinds of line that may be due to a predicate.
var predicateKinds = [...]rapporteur.Kind{rapporteur.KindPoint, rapporteur.KindPosition, rapporteur.KindMeeting, rapporteur.KindDeadline}

const kindCount = len(predicateKinds)

// What the scores of the learned reader are worth, fitted on press reports that it
// had not learned from (Platt 1999): log odds of a line of each kind that no frame
// has told, and what a frame that tells it adds.
const scoreSlope = 0.65

var (
	scoreShift = [kindCount]float64{0.15, 0.2, 0.55, 0.15}
	framedGain = [kindCount]float64{1.4, 0.85, 0.85, 2.2}
)

// predicateClasses are what a line of each kind may say: status, stance or state.
var predicateClasses = [kindCount][]string{
	texts(rapporteur.Agreed, rapporteur.Proposed, rapporteur.Open, rapporteur.Contested, rapporteur.Rejected, rapporteur.Deferred, rapporteur.Dropped),
	texts(rapporteur.Accepts, rapporteur.Conditions, rapporteur.Reserves, rapporteur.Rejects, rapporteur.Demands, rapporteur.Proposes, rapporteur.Flexible),
	texts(rapporteur.MeetingHeld, rapporteur.MeetingPlanned, rapporteur.MeetingUnderWay, rapporteur.MeetingPostponed, rapporteur.MeetingCancelled, rapporteur.MeetingNotPlanned, rapporteur.MeetingDenied),
	{"set", "extended", "met", "missed", "denied"},
}

// akin are classes too rare to be learned, with the class each is taken for.
var akin = map[string]string{
	string(rapporteur.AgreedInPrinciple): string(rapporteur.Agreed),
	string(rapporteur.Retained):          string(rapporteur.Agreed),
	string(rapporteur.Added):             string(rapporteur.Agreed),
	string(rapporteur.Moved):             string(rapporteur.Deferred),
	string(rapporteur.Reworded):          string(rapporteur.Contested),
}

func texts[T ~string](values ...T) []string {
	out := make([]string, len(values))
	for i, v := range values {
		out[i] = string(v)
	}
	return out
}

// prediction is the line that is likeliest due to a predicate.
type prediction struct {
	token int
	kind  rapporteur.Kind
	class string             // status, stance or state
	p     float64            // how likely a line of this kind and class is due
	all   [kindCount]float64 // how likely one of each kind is, whatever its class; in the order of predicateKinds
}

// candidate reports whether a line of the record may be due to token i: a
// predicate, or a noun that can tell what somebody did or wants.
func (r *reading) candidate(i int) bool {
	switch r.upos(i) {
	case "VERB":
		return base(r.rel(i)) != "amod" || len(r.kids[i]) > 0
	case "AUX":
		return r.isPredicate(i)
	case "ADJ":
		return r.child(i, "cop") >= 0 || r.child(i, "ccomp", "xcomp") >= 0 || r.rel(i) == "root" || base(r.rel(i)) == "xcomp"
	case "NOUN":
		return lex().predicates.Nouns[r.lemma(i)] && base(r.rel(i)) != "compound" || r.child(i, "cop") >= 0 || r.rel(i) == "root"
	}
	return r.child(i, "cop") >= 0 || r.upos(i) == "PROPN" && r.rel(i) == "root"
}

//go:embed model/predicates.bin
var storedPredicates []byte

var loadPredicates = sync.OnceValue(func() *predicateModel {
	m, err := readPredicateModel(storedPredicates)
	if err != nil {
		panic(fmt.Sprintf("embedded predicates: %v", err)) // caught by every test
	}
	return m
})

// predictions returns what may be due to the predicates of the report, in the
// order of the text, without those to which clearly nothing is.
func (r *reading) predictions() []prediction {
	if r.predicted == nil {
		r.predicted = map[int]float64{}
		r.foreseen = loadPredicates().predict(r)
		for _, x := range r.foreseen {
			r.predicted[x.token] = x.all[0]
		}
	}
	return r.foreseen
}

// pointLikely is how likely the learned reader finds a point that is due to token i.
func (r *reading) pointLikely(i int) float64 {
	r.predictions()
	return r.predicted[i]
}

// predicateModel is the learned reader. It may be used by many goroutines at once.
type predicateModel struct {
	kinds   *linear.Lanes
	classes [kindCount]*linear.Lanes
	net     *predicateNet
}

// mostFeatures is how many features of a predicate [linear.Lanes] can add up.
const mostFeatures = 250

func (m *predicateModel) predict(r *reading) []prediction {
	var found []int
	for i := range r.doc.Tokens {
		if r.candidate(i) {
			found = append(found, i)
		}
	}
	s := r.setting()
	w := m.net.work()
	defer m.net.works.Put(w)
	var t traits
	var out []prediction
	var keys []uint32
	var ends []int
	var kinds [][linear.LaneCount]int32
	for _, i := range found {
		s.traits(&t, i)
		k := t.keys[:min(len(t.keys), mostFeatures)]
		score := m.kinds.Score(k)
		if m.hopeless(&score) {
			continue
		}
		w.add(&t)
		out, keys, kinds = append(out, prediction{token: i}), append(keys, k...), append(kinds, score)
		ends = append(ends, len(keys))
	}
	scores := w.scores()
	begin := 0
	for n := range out {
		m.decide(&out[n], &kinds[n], keys[begin:ends[n]], scores[n*netOutput:][:netOutput])
		begin = ends[n]
	}
	return out
}

// hopelessScore is the score of the linear part below which no network makes a line likely.
const hopelessScore = -6

// hopeless reports whether the linear part rules out a line of any kind, as it
// does for most predicates: these are spared the network.
func (m *predicateModel) hopeless(kinds *[linear.LaneCount]int32) bool {
	return float32(slices.Max(kinds[:kindCount]))*m.kinds.Unit < hopelessScore
}

// decide fills in a prediction from what the linear part says of kinds, from features
// and the scores of the network. The linear part and the network count alike.
func (m *predicateModel) decide(p *prediction, kinds *[linear.LaneCount]int32, keys []uint32, net []float32) {
	for k := range kindCount {
		p.all[k] = logistic(scoreSlope*mixed(kinds[k], m.kinds.Unit, net[k]) + scoreShift[k])
	}
	for k := range kindCount {
		if p.all[k] < p.p || p.all[k] < slices.Max(p.all[:])/float64(linear.LaneCount) {
			continue // no class of it can be the likeliest
		}
		classes := m.classes[k].Score(keys)
		var score [linear.LaneCount]float64
		top, sum := 0, 0.0
		for c := range predicateClasses[k] {
			score[c] = mixed(classes[c], m.classes[k].Unit, net[m.net.from[k]+c])
			if score[c] > score[top] {
				top = c
			}
		}
		for c := range predicateClasses[k] {
			sum += math.Exp(score[c] - score[top])
		}
		if likely := p.all[k] / sum; likely > p.p {
			p.kind, p.class, p.p = predicateKinds[k], predicateClasses[k][top], likely
		}
	}
}

func mixed(linear int32, unit, net float32) float64 {
	return (float64(linear)*float64(unit) + float64(net)) / 2
}

func logistic(x float64) float64 { return 1 / (1 + math.Exp(-x)) }

// framed is how likely a line of kind k is that a frame has told, where the learned reader gives it p.
func framed(k int, p float64) float64 {
	odds := math.Exp(framedGain[k]) * p / (1 - p)
	return odds / (1 + odds)
}
