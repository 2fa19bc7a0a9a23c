def log = new File(basedir, "build.log").text
assert log.contains("basket.yaml:[8,47] subset \"v2\"")
assert log.contains("1 error, 1 info in 1 file, 1 resource")
