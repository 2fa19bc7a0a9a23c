# Finds a Java to run on; read by the launchers. POSIX shell, and no process is started where that can be helped:
# each costs as much as reading a manifest.

# Sets java_home, java_version (17, 25, ...) and java_release (17.0.15, ...) to the first Java that is new enough: JAVA_HOME, then the PATH,
# then what a package that brings a Java for want of another names in MESH_LINT_SPARE_JAVA.
find_java() {
  java_found=
  if [ -n "${JAVA_HOME:-}" ]; then
    if [ -x "$JAVA_HOME/bin/java" ]; then
      java_home=$JAVA_HOME
      read_java_version "$java_home/bin/java" && [ "$java_version" -ge 17 ] && return 0
      java_found="JAVA_HOME ($JAVA_HOME) is Java ${java_version:-unknown}"
    else
      java_found="JAVA_HOME ($JAVA_HOME) holds no bin/java"
    fi
  fi
  java=$(command -v java) || java=
  if [ -n "$java" ]; then
    real=$(readlink -f "$java" 2>/dev/null) || real=$java
    java_home=${real%/bin/java}
    read_java_version "$real" && [ "$java_version" -ge 17 ] && return 0
    java_found="${java_found:+$java_found, }java on the PATH ($java) is Java ${java_version:-unknown}"
  else
    java_found="${java_found:+$java_found, }there is no java on the PATH"
  fi
  if [ -n "${MESH_LINT_SPARE_JAVA:-}" ] && [ -x "$MESH_LINT_SPARE_JAVA/bin/java" ]; then
    java_home=$MESH_LINT_SPARE_JAVA
    read_java_version "$java_home/bin/java" && [ "$java_version" -ge 17 ] && return 0
  fi
  echo "mesh-lint: Java 17 or newer is needed: $java_found; set JAVA_HOME to a newer one" >&2
  return 1
}

# Reads the version of the Java in java_home from its "release" file; where there is none, asks the program in $1.
read_java_version() {
  java_version=
  if [ -r "$java_home/release" ]; then
    while IFS='=' read -r name value; do
      if [ "$name" = JAVA_VERSION ]; then
        java_version=$value
        break
      fi
    done <"$java_home/release"
  fi
  if [ -z "$java_version" ]; then
    java_version=$("$1" -version 2>&1 | sed -n 's/.* version "\([^"]*\)".*/\1/p')
    java_home=$("$1" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.home = //p')
  fi
  java_version=${java_version#\"}
  java_release=${java_version%\"}
  java_version=${java_version#1.}
  java_version=${java_version%%[!0-9]*}
  [ -n "$java_version" ]
}
