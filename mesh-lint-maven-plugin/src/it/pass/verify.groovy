assert new File(basedir, "target/mesh-lint/mesh-lint.sarif").text.contains('"version":"2.1.0"')
assert new File(basedir, "target/mesh-lint/TEST-mesh-lint.xml").exists()
