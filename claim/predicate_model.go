package claim

import (
	_ "embed"
	"fmt"
	"math"
	"sync"

	"rapporteur/internal/linear"
)

//go:embed model/predicates.bin
var storedPredicates []byte

// prediction is what the learned reader makes of one predicate.
type prediction struct {
	token int
	kind  string     // P point, S position, M meeting, D deadline: the likeliest
	class string     // status, stance or state: the likeliest of that kind
	p     float64    // how likely the kind is
	all   [4]float64 // how likely each kind is
}

var predicateKinds = []string{"P", "S", "M", "D"}

var predicateClasses = map[string][]string{
	"P": {"agreed", "proposed", "open", "contested", "rejected", "deferred", "dropped"},
	"S": {"accepts", "conditions", "reserves", "rejects", "demands", "proposes", "flexible"},
	"M": {"held", "planned", "under way", "postponed", "cancelled", "not planned", "denied"},
	"D": {"set", "extended", "met", "missed", "denied"},
}

type predicateModel struct {
	kinds *linear.Lanes
	class map[string]*linear.Lanes
}

var loadPredicates = sync.OnceValue(func() *predicateModel {
	parts, err := linear.Extract(storedPredicates, 5)
	if err != nil {
		panic(fmt.Sprintf("embedded predicates: %v", err))
	}
	m := &predicateModel{class: map[string]*linear.Lanes{}}
	for i, b := range parts {
		l, _, err := linear.ReadLanes(b)
		if err != nil {
			panic(fmt.Sprintf("embedded predicates: %v", err))
		}
		if i == 0 {
			m.kinds = l
		} else {
			m.class[predicateKinds[i-1]] = l
		}
	}
	return m
})

func (r *reading) predictions() []prediction {
	m := loadPredicates()
	var out []prediction
	var t traits
	for i := range r.doc.Tokens {
		if !r.candidate(i) {
			continue
		}
		t.keys = t.keys[:0]
		r.traitsOf(&t, i, nil, "")
		keys := t.keys[:min(len(t.keys), 250)]
		s := m.kinds.Score(keys)
		x := prediction{token: i}
		best := 0
		for k := range predicateKinds {
			x.all[k] = 1 / (1 + math.Exp(-float64(s[k])*float64(m.kinds.Unit)))
			if s[k] > s[best] {
				best = k
			}
		}
		x.kind, x.p = predicateKinds[best], x.all[best]
		classes := predicateClasses[x.kind]
		cs := m.class[x.kind].Score(keys)
		top := 0
		for c := range classes {
			if cs[c] > cs[top] {
				top = c
			}
		}
		x.class = classes[top]
		out = append(out, x)
	}
	return out
}
