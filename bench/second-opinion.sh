#!/bin/sh
# Lets a JSON Schema library judge manifests beside the checker of shapes, and prints where they differ.
# Usage: second-opinion.sh PATH...
set -eu
. "${0%/*}/java.sh"
run dev.meshlint.benchmarks.SecondOpinions "$root/mesh-lint-core/src/main/schemas" "$@"
