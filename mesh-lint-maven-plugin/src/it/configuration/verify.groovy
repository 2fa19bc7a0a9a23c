def reports = new File(basedir, "target/mesh-lint").list() as Set
assert reports == ["checkstyle.xml", "passed"] as Set
assert new File(basedir, "build.log").text.contains("[WARNING]")
