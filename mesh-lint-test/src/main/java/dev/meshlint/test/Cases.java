package dev.meshlint.test;

import dev.meshlint.core.catalog.RuleInfo;
import dev.meshlint.core.finding.Finding;
import dev.meshlint.core.finding.LintReport;
import dev.meshlint.core.finding.ResourceId;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.report.ReportedMesh;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tests that a run becomes, each with what was found in it. */
final class Cases {
  private final TestPer per;
  private final Map<String, List<Finding>> cases = new LinkedHashMap<>();

  private Cases(TestPer per) {
    this.per = per;
  }

  /**
   * Names of tests, in the order in which they run; at least one.
   *
   * @param rules all rules
   * @param meshes what was linted
   */
  static Map<String, List<Finding>> of(
      TestPer per, List<RuleInfo> rules, List<ReportedMesh> meshes, LintReport report) {
    Cases cases = new Cases(per);
    if (per == TestPer.RULE) {
      rules.forEach(rule -> cases.at(rule.id()));
    } else {
      meshes.forEach(mesh -> mesh.mesh().resources().forEach(cases::add));
    }
    for (Finding finding : report.findings()) {
      String file = finding.place().file().name();
      cases.at(cases.name(finding.rule(), file, finding.resource())).add(finding);
    }
    if (cases.cases.isEmpty()) {
      cases.at("manifests");
    }
    return cases.cases;
  }

  private void add(Resource resource) {
    if (!resource.origin().context()) {
      at(name("", resource.file().name(), resource.id()));
    }
  }

  private String name(String rule, String file, @Nullable ResourceId resource) {
    return switch (per) {
      case RULE -> rule;
      case FILE -> file;
      // One resource may stand in several files.
      case RESOURCE -> resource == null ? file : resource + " (" + file + ")";
    };
  }

  private List<Finding> at(String name) {
    return cases.computeIfAbsent(name, any -> new ArrayList<>());
  }
}
