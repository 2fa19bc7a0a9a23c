# Sourced by the scripts beside it: builds what they run, and runs a class of the benchmarks.
root=$(cd -P "$(dirname "$0")/.." && pwd -P)

# Runs a class with all libraries: run CLASS ARGUMENTS...
run() {
  (cd "$root" && mvn -B -q -Dquick -DskipTests -pl mesh-lint-benchmarks -am \
    package dependency:build-classpath -Dmdep.outputFile=target/classpath >&2)
  . "$root/mesh-lint-cli/src/main/dist/bin/java.sh"
  find_java
  exec "$java_home/bin/java" -Xmx3g \
    -cp "$root/mesh-lint-benchmarks/target/quick/classes:$(cat "$root/mesh-lint-benchmarks/target/classpath")" "$@"
}
