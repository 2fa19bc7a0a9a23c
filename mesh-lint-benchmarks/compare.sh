#!/bin/sh
# Compares the time of linting with that of mere reading, for one file, 200 and 5000, as whole processes and in a warm JVM.
# Usage: compare.sh [ROUNDS]
set -eu
rounds=${1:-12}
here=$(cd -P "$(dirname "$0")" && pwd -P)
root=${here%/*}
launcher=$root/mesh-lint-cli/target/dist/bin/mesh-lint

"$root/mesh-lint" --version >&2
(cd "$root" && mvn -B -q -Dquick -DskipTests -pl mesh-lint-benchmarks -am package >&2)

. "$root/mesh-lint-cli/src/main/dist/bin/java.sh"
find_java
# The program holds all libraries.
exec "$java_home/bin/java" -Xmx3g -cp "$here/target/quick/classes:$root/mesh-lint-cli/target/dist/lib/mesh-lint.jar" \
  dev.meshlint.benchmarks.Compare "$here/target/corpus" "$launcher" "$rounds"
