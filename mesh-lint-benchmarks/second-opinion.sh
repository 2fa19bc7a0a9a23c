#!/bin/sh
# Lets a JSON Schema library judge manifests beside the checker of shapes, and prints where they differ.
# Usage: second-opinion.sh PATH...
set -eu
here=$(cd -P "$(dirname "$0")" && pwd -P)
root=${here%/*}

"$root/mesh-lint" --version >&2
(cd "$root" && mvn -B -q -Dquick -DskipTests -pl mesh-lint-benchmarks -am package >&2)

. "$root/mesh-lint-cli/src/main/dist/bin/java.sh"
find_java
# The program holds all libraries.
exec "$java_home/bin/java" -Xmx3g -cp "$here/target/quick/classes:$root/mesh-lint-cli/target/dist/lib/mesh-lint.jar" \
  dev.meshlint.benchmarks.SecondOpinions "$root/mesh-lint-core/src/main/schemas" "$@"
