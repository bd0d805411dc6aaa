package main

import "rapporteur/eval"

func init() {
	stages["timex"] = stage{
		eval:    eval.Timex,
		predict: func(in, out string, _ bool) error { return eval.PredictTimex(in, out) },
	}
}
