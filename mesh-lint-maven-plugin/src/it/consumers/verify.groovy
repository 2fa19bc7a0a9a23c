def log = new File(basedir, "build.log").text
assert log =~ /class-path .*SUCCESS/
assert log =~ /module-path .*SUCCESS/
assert log =~ /plugin .*FAILURE/

// Of the tests on the class path, those on what is wrong fail, and show it.
def tests = new groovy.xml.XmlSlurper().parse(new File(basedir, "class-path/target/surefire-reports/TEST-shop.ManifestsTest.xml"))
def failed = tests.testcase.findAll { it.failure.size() > 0 }
assert tests.testcase.size() == 4
assert failed.size() == 2
assert failed.collect { it.failure.text() }.every { it.contains("[istio-undefined-subset]") }
assert log.contains("subset: v2}")

def modules = new File(basedir, "module-path/target/surefire-reports/TEST-shop.checks.ChecksTest.xml").text
assert modules.contains('tests="2"') && modules.contains('failures="0"') && modules.contains('errors="0"')

assert log.contains("basket.yaml:[8,47] subset \"v2\"")
assert new File(basedir, "plugin/target/mesh-lint/mesh-lint.html").text.contains('data-title="basket"')
