package dev.meshlint.maven;

import dev.meshlint.core.catalog.Catalogue;
import dev.meshlint.core.catalog.RuleInfo;
import dev.meshlint.core.catalog.RulePage;
import dev.meshlint.core.value.NearMiss;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Says what a rule finds, why it matters and how to repair it. */
@Mojo(name = "explain", requiresProject = false, threadSafe = true)
public final class ExplainMojo extends AbstractMojo {
  /** The id of the rule. */
  @Parameter(property = "meshlint.rule", required = true)
  private String rule = "";

  @Override
  public void execute() throws MojoExecutionException {
    Catalogue catalogue = Catalogue.load(ExplainMojo.class.getClassLoader());
    RuleInfo info = catalogue.rule(rule);
    if (info == null) {
      String near = NearMiss.suggestion(rule, catalogue.ids());
      throw new MojoExecutionException(
          "no rule is called \""
              + rule
              + "\""
              + (near == null ? "" : ": did you mean \"" + near + "\"?"));
    }
    RulePage.of(info, catalogue.text(info.id())).lines().forEach(getLog()::info);
  }
}
