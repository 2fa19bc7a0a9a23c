package dev.meshlint.html;

import dev.meshlint.core.catalog.Catalogue;
import dev.meshlint.core.catalog.RuleInfo;
import dev.meshlint.core.finding.Finding;
import dev.meshlint.core.finding.ResourceId;

/** What findings are filtered by. */
final class Facts {
  private Facts() {}

  /** The mesh that a finding's rule is about, such as {@code istio}. */
  static String mesh(Finding finding, Catalogue catalogue) {
    RuleInfo rule = catalogue.rule(finding.rule());
    return rule == null ? "tool" : rule.mesh();
  }

  /** The namespace of a finding's resource; empty where there is none. */
  static String namespace(Finding finding) {
    ResourceId resource = finding.resource();
    String namespace = resource == null ? null : resource.namespace();
    return namespace == null ? "" : namespace;
  }

  /** The mesh of the run that a finding is in; empty where there is but one. */
  static String part(Finding finding) {
    String part = finding.mesh();
    return part == null ? "" : part;
  }

  /** The id of the text on a rule. */
  static String anchor(String rule) {
    return "rule-" + rule;
  }
}
