package dev.meshlint.cli;

import dev.meshlint.core.MeshLint;
import dev.meshlint.core.catalog.RuleInfo;
import dev.meshlint.core.catalog.RuleText;
import java.util.List;

/**
 * What the launcher runs once, to make its archive of the classes that are loaded meanwhile: a run as others will be, and
 * every rule on its own examples, so that what only some manifests need is in the archive too.
 */
public final class Rehearsal {
  private Rehearsal() {}

  /** Runs the command line, then the rules. */
  public static void main(String[] args) {
    int status = Main.run(args);
    MeshLint linter = MeshLint.builder().jobs(1).build();
    for (RuleInfo rule : linter.rules().catalogue().rules()) {
      RuleText text = linter.rules().catalogue().text(rule.id());
      for (RuleText.Example example :
          text == null ? List.<RuleText.Example>of() : text.examples()) {
        String wrong = example.wrong();
        if (wrong != null) {
          linter.lintText(rule.id(), wrong);
        }
      }
    }
    System.exit(status);
  }
}
