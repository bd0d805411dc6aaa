package main

import (
	"context"
	"encoding/json"
	"testing"

	"rapporteur"
	"rapporteur/claim"
	"rapporteur/press"
	"rapporteur/record"
)

// The samples, added one by one, the last first, make the record that is built of all of them.
func TestSamplesOneByOne(t *testing.T) {
	batch := press.Read([]string{"../../examples/senn"}, nil)
	var readings []read
	var all []rapporteur.Claim
	err := readAll(context.Background(), batch.Reports, claim.ChooseAgenda(batch.Reports), func(r read) error {
		readings, all = append(readings, r), append(all, r.claims...)
		return r.err
	})
	if err != nil || len(readings) == 0 {
		t.Fatal(len(readings), err)
	}
	k := record.NewKeeper(rapporteur.Date{})
	for i := len(readings) - 1; i >= 0; i-- {
		k.Add([]rapporteur.Report{readings[i].report}, readings[i].claims)
	}
	got, err := json.Marshal(k.Record())
	if err != nil {
		t.Fatal(err)
	}
	want, err := json.Marshal(record.Build(batch.Reports, all, rapporteur.Date{}))
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != string(want) {
		t.Errorf("one by one:\n%s\nwant\n%s", got, want)
	}
}
