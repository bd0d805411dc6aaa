package main

import "rapporteur/eval"

func init() {
	stages["gold"] = stage{
		eval:    eval.Gold,
		predict: func(in, out string, _ bool) error { return eval.PredictGold(in, out) },
	}
}
