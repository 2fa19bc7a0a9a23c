assert new File(basedir, "deploy/basket.yaml").text.contains('tested: "true"')
assert new File(basedir, ".mesh-lint-baseline.yaml").text.contains("istio-undefined-subset")
def log = new File(basedir, "build.log").text
assert log.contains("## Repair")
assert log.contains("mesh-lint:check")
