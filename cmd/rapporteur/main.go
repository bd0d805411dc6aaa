// Command rapporteur reads press reports on a negotiation and keeps the record.
//
// Manners, in one place: results go to standard output, everything else to
// standard error; progress is shown only where standard error is a terminal;
// colour only where standard output is one and NO_COLOR is not set. The exit
// status is 0, 1 where something failed or some input could not be read, and 2
// where the command line is wrong.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime/debug"

	"github.com/alecthomas/kong"
)

// commands is the command line; see docs/commands.md.
type commands struct {
	Brief  briefCmd  `cmd:"" help:"Read reports and print the record, keep nothing."`
	Read   readCmd   `cmd:"" help:"Add reports to a dossier."`
	Show   showCmd   `cmd:"" help:"Print a part of a dossier's record."`
	Search searchCmd `cmd:"" help:"Find words in the reports of a dossier."`
	Export exportCmd `cmd:"" help:"Write a dossier's record as a document or as data."`
}

// dossierFlag names the dossier a command works on.
type dossierFlag struct {
	Dossier string `short:"d" default:"dossier.db" env:"RAPPORTEUR_DOSSIER" placeholder:"FILE" help:"The dossier (default: dossier.db)."`
}

// memory is what the program tries to do with: rather than take more, it collects
// garbage more often. GOMEMLIMIT sets another limit.
const memory = 800 << 20

func main() {
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(memory)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	os.Exit(run(ctx, os.Args[1:], os.Stdout, os.Stderr))
}

// run is the program: it returns the exit status.
func run(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	var c commands
	status := -1
	parser, err := kong.New(&c,
		kong.Name("rapporteur"),
		kong.Description("Reads press reports on a negotiation and keeps the record: what is on the table, who stands where, who met whom, and on whose word."),
		kong.UsageOnError(),
		kong.Writers(stdout, stderr),
		kong.Exit(func(code int) { status = code }),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true, NoExpandSubcommands: true}),
		kong.BindTo(ctx, (*context.Context)(nil)),
	)
	if err != nil {
		panic(err) // the definition above is wrong
	}
	if len(args) == 0 {
		args = []string{"--help"}
	}
	parsed, err := parser.Parse(args)
	if status >= 0 {
		return status // --help was printed
	}
	t := newTerminal(stdout, stderr)
	if err != nil {
		t.fail(&hinted{err, "rapporteur --help lists the commands, rapporteur COMMAND --help their flags"})
		return 2
	}
	if err := parsed.Run(t); err != nil {
		switch {
		case errors.Is(err, errIncomplete):
		case errors.Is(err, context.Canceled):
			t.fail(hint("what was printed is done and kept; the same command does the rest", "interrupted"))
		default:
			t.fail(err)
		}
		if errors.As(err, new(usageError)) {
			return 2
		}
		return 1
	}
	return 0
}

// errIncomplete says that some input could not be read. What it was has been said already.
var errIncomplete = errors.New("some input could not be read")

// hinted is an error with what to try next.
type hinted struct {
	error
	hint string
}

func (h *hinted) Unwrap() error { return h.error }

// usageError is an error of the command line that only the command itself can see.
type usageError struct{ error }

func (u usageError) Unwrap() error { return u.error }

func hint(hint, format string, args ...any) error {
	return &hinted{fmt.Errorf(format, args...), hint}
}
