def reports = new File(basedir, "target/mesh-lint").list() as Set
assert reports == ["checkstyle.xml", "mesh-lint.html", "passed"] as Set
assert new File(basedir, "build.log").text.contains("[WARNING]")
assert new File(basedir, "target/mesh-lint/mesh-lint.html").text.contains('data-title="basket"')
