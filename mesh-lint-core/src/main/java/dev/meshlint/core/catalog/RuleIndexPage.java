package dev.meshlint.core.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Lists of rules in Markdown, with links to their pages in the same folder. */
public final class RuleIndexPage {
  private RuleIndexPage() {}

  /** All rules, by the mesh that they are about. */
  public static String of(List<RuleInfo> rules) {
    Map<String, List<RuleInfo>> byMesh = new TreeMap<>();
    for (RuleInfo rule : rules) {
      byMesh.computeIfAbsent(rule.mesh(), mesh -> new ArrayList<>()).add(rule);
    }
    StringBuilder page = new StringBuilder("# Rules\n\n");
    page.append("The codes of other tools are listed in [codes](codes.md).\n");
    byMesh.forEach(
        (mesh, own) -> {
          page.append("\n## ")
              .append(mesh)
              .append("\n\n| rule | severity | mistake |\n|---|---|---|\n");
          for (RuleInfo rule : own) {
            page.append("| ").append(link(rule)).append(" | ").append(rule.level().label());
            page.append(rule.preview() ? ", preview" : "").append(" | ");
            page.append(rule.title().replace("|", "\\|")).append(" |\n");
          }
        });
    return page.toString();
  }

  /** The codes of other tools, and the rules that find the same. */
  public static String codes(List<RuleInfo> rules) {
    Map<String, List<RuleInfo>> byCode = new TreeMap<>();
    for (RuleInfo rule : rules) {
      List<String> codes = new ArrayList<>(rule.equivalents());
      rule.cases().keySet().forEach(name -> codes.addAll(rule.equivalentsOf(name)));
      codes.stream()
          .distinct()
          .forEach(code -> byCode.computeIfAbsent(code, c -> new ArrayList<>()).add(rule));
    }
    StringBuilder page =
        new StringBuilder("# Codes of other tools\n\n| code | rules |\n|---|---|\n");
    byCode.forEach(
        (code, own) -> {
          List<String> links = own.stream().map(RuleIndexPage::link).toList();
          page.append("| ").append(code).append(" | ");
          page.append(String.join(", ", links)).append(" |\n");
        });
    return page.toString();
  }

  private static String link(RuleInfo rule) {
    return "[" + rule.id() + "](" + rule.id() + ".md)";
  }
}
