def log = new File(basedir, "build.log").text
assert log.contains("basket.yaml:[8,47] subset \"v2\"")
assert log.contains("1 error and 0 warnings in manifests")
