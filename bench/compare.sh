#!/bin/sh
# Times whole processes of mesh-lint and of those of istioctl, kube-linter and kubeconform that are on the PATH, by turns, on
# generated repositories, and the stages of mesh-lint against mere reading. docs/performance.md says what it printed.
# Usage: compare.sh [--rounds N] [S] [M] [L] [XL]; S, M and L unless any are named
set -eu
. "${0%/*}/java.sh"
"$root/mesh-lint" --version >&2
run dev.meshlint.benchmarks.Compare "$root" "$@"
