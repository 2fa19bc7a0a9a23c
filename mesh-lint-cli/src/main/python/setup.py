"""Puts mesh-lint-cli/target/dist, which Maven makes, into the wheel."""

import pathlib
import re
import shutil

from setuptools import setup
from setuptools.command.build_py import build_py

MODULE = pathlib.Path(__file__).resolve().parents[3]
TARGET = MODULE / "target"


def version():
    """The version of the build, as Python writes it."""
    pom = (MODULE / "pom.xml").read_text(encoding="utf-8")
    return re.search("<version>(.*)</version>", pom).group(1).replace("-SNAPSHOT", ".dev0")


class BuildWithProgram(build_py):
    """Takes the program along, without what runs leave in it."""

    def run(self):
        super().run()
        program = TARGET / "dist"
        if not (program / "lib" / "mesh-lint.jar").exists():
            raise SystemExit(f"{program} holds no program: let Maven package mesh-lint-cli first")
        shutil.copytree(
            program,
            pathlib.Path(self.build_lib) / "mesh_lint" / "dist",
            ignore=shutil.ignore_patterns("cache", "stamp"),
            dirs_exist_ok=True,
        )


TARGET.joinpath("python").mkdir(parents=True, exist_ok=True)
setup(
    version=version(),
    cmdclass={"build_py": BuildWithProgram},
    options={
        "build": {"build_base": str(TARGET / "python")},
        "egg_info": {"egg_base": str(TARGET / "python")},
    },
)
