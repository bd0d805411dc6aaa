#!/usr/bin/env bash
# The one door for authors: format, vet, lint, tests with the race detector, documentation.
# --quick leaves the race detector out.
set -euo pipefail
cd "$(dirname "$0")"

step() { printf '== %s\n' "$*" >&2; }

step format
unformatted=$(git ls-files -z --cached --others --exclude-standard '*.go' | xargs -0 go tool -modfile=tools/go.mod gofumpt -l)
if [ -n "$unformatted" ]; then
	printf 'all.bash: not formatted; run: go tool -modfile=tools/go.mod gofumpt -w %s\n' $unformatted >&2
	exit 1
fi

step vet
go vet ./...

step staticcheck
go tool -modfile=tools/go.mod staticcheck ./...

step documentation
go test -count=1 -run 'TestDocs|TestImports' . ./cmd/rapporteur

if [ "${1:-}" = --quick ]; then
	step tests
	go test ./...
else
	step tests with the race detector
	CGO_ENABLED=1 go test -race ./...
fi
