package main

import (
	"context"
	"errors"
	"maps"
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/claim"
	"rapporteur/record"
	"rapporteur/store"
)

// open opens the dossier, and makes it where asked to and there is none.
func (f *dossierFlag) open(ctx context.Context, make bool) (*store.Store, error) {
	open := store.Open
	if make {
		open = store.Create
	}
	d, err := open(f.Dossier)
	switch {
	case err == nil:
		return d, nil
	case errors.Is(err, store.ErrMissing):
		return nil, &hinted{err, "make one with: rapporteur read --dossier " + f.Dossier + " PATH"}
	case errors.Is(err, store.ErrNoDossier):
		return nil, &hinted{err, "it was left as it is; name another file with --dossier"}
	case errors.Is(err, store.ErrNewer):
		return nil, &hinted{err, "install that version, or read the reports into a new dossier"}
	case errors.Is(err, store.ErrUnreadable):
		return nil, &hinted{err, "keep the file, and read the reports into a new dossier"}
	}
	return nil, &hinted{err, "check the folder and who may write to it"}
}

// record builds the record of the dossier as of a day, zero for all that is known.
func (f *dossierFlag) record(ctx context.Context, t *terminal, asOf rapporteur.Date) (*rapporteur.Record, error) {
	reports, claims, err := f.load(ctx, t)
	if err != nil {
		return nil, err
	}
	return record.Build(reports, claims, asOf), nil
}

// load returns what the dossier holds.
func (f *dossierFlag) load(ctx context.Context, t *terminal) ([]rapporteur.Report, []rapporteur.Claim, error) {
	d, err := f.open(ctx, false)
	if err != nil {
		return nil, nil, err
	}
	defer d.Close()
	reports, err := d.Reports(ctx)
	if err != nil {
		return nil, nil, err
	}
	claims, err := d.Claims(ctx)
	if err != nil {
		return nil, nil, err
	}
	readers, err := d.Readers(ctx)
	if err != nil {
		return nil, nil, err
	}
	if n := otherReaders(readers); n > 0 {
		t.say("%s: %s read by another version of the reader\n  bring them up to date with: rapporteur read --dossier %s", f.Dossier, plural(n, "report"), f.Dossier)
	}
	return reports, claims, nil
}

// chooseAgenda returns the list of issues of a name, or the one that fits the reports.
func chooseAgenda(name string, reports []rapporteur.Report) (*claim.Agenda, error) {
	if name == "" {
		return claim.ChooseAgenda(reports), nil
	}
	if a := claim.AgendaByName(name); a != nil {
		return a, nil
	}
	var known []string
	for _, a := range claim.Agendas() {
		known = append(known, a.Code)
	}
	return nil, usageError{hint("it is one of: "+strings.Join(known, ", "), "agenda %s: there is no such list of issues", name)}
}

// settledAgenda is how many reports a dossier must hold for its agenda to stay
// what it is: changing it means to read them all again.
const settledAgenda = 50

// agenda returns the agenda of a dossier: the one the user named, now or before;
// or the one that fits the reports it will hold.
func agenda(ctx context.Context, d *store.Store, name string, stored, coming []rapporteur.Report) (*claim.Agenda, error) {
	if name != "" {
		a, err := chooseAgenda(name, nil)
		if err != nil {
			return nil, err
		}
		return a, d.Settle(ctx, "agenda", name)
	}
	name, err := d.Setting(ctx, "agenda")
	if err != nil {
		return nil, err
	}
	if name == "" && len(stored) >= settledAgenda {
		readers, err := d.Readers(ctx)
		if err != nil {
			return nil, err
		}
		most := 0
		for _, reader := range slices.Sorted(maps.Keys(readers)) {
			if _, code, _ := strings.Cut(reader, " "); readers[reader] > most && claim.AgendaByName(code) != nil {
				name, most = code, readers[reader]
			}
		}
	}
	return chooseAgenda(name, append(stored[:len(stored):len(stored)], coming...))
}

// readerVersion names what claims depend on beside the report: the reader and the agenda.
func readerVersion(a *claim.Agenda) string {
	if a == nil {
		return claim.Reader
	}
	return claim.Reader + " " + a.Code
}

// otherReaders counts the reports that were not read by the reader of this program.
func otherReaders(readers map[string]int) int {
	n := 0
	for reader, count := range readers {
		if version, _, _ := strings.Cut(reader, " "); version != claim.Reader {
			n += count
		}
	}
	return n
}
