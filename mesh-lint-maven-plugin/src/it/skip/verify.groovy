assert new File(basedir, "build.log").text.contains("mesh-lint is skipped")
