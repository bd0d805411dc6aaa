package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"rapporteur/store"
)

func TestMain(m *testing.M) {
	if os.Getenv("RAPPORTEUR_TEST_RUN") != "" { // the test program plays rapporteur, for tests that kill it
		main()
	}
	testscript.Main(m, map[string]func(){"rapporteur": main})
}

// TestScripts runs the program as a user does; see testdata.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "testdata",
		Setup: func(env *testscript.Env) error {
			examples, err := filepath.Abs("../../examples")
			env.Setenv("EXAMPLES", examples)
			return err
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			// bytes FILE TEXT writes a file in which \xNN stands for a byte and a number before * repeats: "50000000*a".
			"bytes": writeBytes,
			// status N CMD… runs the program and checks its exit status.
			"status": checkStatus,
			// newer FILE marks a dossier as written by a newer version.
			"newer": func(ts *testscript.TestScript, _ bool, args []string) {
				file := ts.MkAbs(args[0])
				data, err := os.ReadFile(file)
				ts.Check(err)
				data[63] = 99 // user_version, see https://www.sqlite.org/fileformat.html
				ts.Check(os.WriteFile(file, data, 0o666))
			},
		},
	})
}

func writeBytes(ts *testscript.TestScript, _ bool, args []string) {
	f, err := os.OpenFile(ts.MkAbs(args[0]), os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o666)
	ts.Check(err)
	defer f.Close()
	for _, arg := range args[1:] {
		n := 1
		if count, rest, ok := strings.Cut(arg, "*"); ok {
			if _, err := fmt.Sscan(count, &n); err == nil {
				arg = rest
			}
		}
		for b := range 256 {
			arg = strings.ReplaceAll(arg, fmt.Sprintf(`\x%02x`, b), string([]byte{byte(b)}))
		}
		_, err := io.WriteString(f, strings.Repeat(arg, n))
		ts.Check(err)
	}
}

func checkStatus(ts *testscript.TestScript, _ bool, args []string) {
	want := args[0]
	err := ts.Exec(args[1], args[2:]...)
	got := "0"
	if exit, ok := err.(*exec.ExitError); ok {
		got = fmt.Sprint(exit.ExitCode())
	} else {
		ts.Check(err)
	}
	if got != want {
		ts.Fatalf("exit status %s, want %s", got, want)
	}
}

// A read that is killed at any moment leaves a dossier that opens and holds
// every report that was said to be read; reading on adds the rest.
func TestKill(t *testing.T) {
	const total = 60
	dir := t.TempDir()
	folder := filepath.Join(dir, "reports")
	os.Mkdir(folder, 0o777)
	for i := range total {
		text := fmt.Sprintf("Outlet: MNA\nDate: 2025-03-%02d\nURL: https://mna.example/%d\n\nEnvoys of Norvana and Estrel met in Lund, a delegate said. ", i%28+1, i)
		os.WriteFile(filepath.Join(folder, fmt.Sprintf("%03d.txt", i)), []byte(text+strings.Repeat("The talks went on.\n\n", 20)), 0o666)
	}
	dossier := filepath.Join(dir, "d.db")
	program := func() *exec.Cmd {
		cmd := exec.Command(os.Args[0], "read", "--dossier", dossier, folder)
		cmd.Env = append(os.Environ(), "RAPPORTEUR_TEST_RUN=1")
		return cmd
	}
	said := map[string]bool{}
	for round := range 6 {
		cmd := program()
		out, err := cmd.StdoutPipe()
		if err == nil {
			err = cmd.Start()
		}
		if err != nil {
			t.Fatal(err)
		}
		if round == 0 {
			// Before anything is said: while the dossier is made, or the first report read.
			ctx, stop := context.WithTimeout(context.Background(), 10*time.Second)
			for ctx.Err() == nil {
				if found, _ := filepath.Glob(filepath.Join(dir, ".dossier-*")); len(found) > 0 {
					break
				}
				if _, err := os.Stat(dossier); err == nil {
					break
				}
			}
			stop()
			cmd.Process.Kill()
		}
		lines := bufio.NewScanner(out)
		for n := 1; lines.Scan(); n++ {
			said[strings.Fields(lines.Text())[1]] = true
			if n == 3*round {
				cmd.Process.Kill()
			}
		}
		cmd.Wait()
		holds(t, dossier, said)
	}
	if out, err := program().CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	if n := holds(t, dossier, said); n != total {
		t.Errorf("%d reports, want %d", n, total)
	}
}

// holds checks that a dossier opens and holds reports with their readings, and returns how many it has.
func holds(t *testing.T, dossier string, want map[string]bool) int {
	t.Helper()
	if _, err := os.Stat(dossier); err != nil && len(want) == 0 {
		return 0
	}
	ctx := context.Background()
	s, err := store.Open(dossier)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	reports, err := s.Reports(ctx)
	if err != nil {
		t.Fatal(err)
	}
	have := map[string]bool{}
	for _, r := range reports {
		have[r.ID] = true
	}
	for id := range want {
		if !have[id] {
			t.Errorf("%s was said to be read and is not there", id)
		}
	}
	readers, err := s.Readers(ctx)
	n := 0
	for _, count := range readers {
		n += count
	}
	if err != nil || n != len(reports) {
		t.Errorf("%d reports, %d readings, %v", len(reports), n, err)
	}
	return len(reports)
}
