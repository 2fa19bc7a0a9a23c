["shop", "till"].each { assert new File(basedir, it + "/target/mesh-lint/mesh-lint.json").exists() }
assert !new File(basedir, "target/mesh-lint").exists()
