package dev.meshlint.rules.istio.configuration;

import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.LabelSelector;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.View.Named;
import dev.meshlint.core.model.istio.InjectorConfig;
import dev.meshlint.core.model.istio.IstioValues;
import dev.meshlint.core.model.kubernetes.ConfigMap;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import dev.meshlint.core.yaml.YamlProblem;
import dev.meshlint.rules.istio.configuration.PodSelectors.Flaw;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The injector cannot read its configuration, or a part of it does not do what it was written for. */
public final class InvalidInjectorConfig extends MeshRule {
  private static final Set<String> POLICIES = Set.of("enabled", "disabled");

  public InvalidInjectorConfig() {
    super("istio-invalid-injector-config");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    for (ConfigMap map : mesh.all(ConfigMap.class)) {
      if (InjectorConfig.isInjector(map)) {
        InjectorConfig.texts(map).forEach(text -> checkReadable(text, out));
        checkPolicy(InjectorConfig.of(map).policy(), out);
        checkSelectors(InjectorConfig.of(map), out);
      }
    }
    for (IstioValues values : mesh.configuration().values()) {
      checkSelectors(values.injector(), out);
    }
  }

  private static void checkReadable(Named<Text> text, Findings out) {
    if (text.value().value().contains("${")) {
      return;
    }
    for (YamlProblem problem : text.value().yamlProblems()) {
      int line = problem.file().line(problem.start());
      if (problem.rule().equals("yaml-syntax") && !problem.file().lineText(line).contains("{{")) {
        out.report(
                text.value(),
                "the injector cannot read \"%s\", and injects nothing: line %d: %s"
                    .formatted(text.name(), line, problem.message()))
            .as("unreadable");
        return;
      }
    }
    View read = text.value().yaml(View::new);
    boolean whole = text.value().yamlProblems().isEmpty() && !text.value().open();
    if (whole && !read.present() && !text.value().value().isBlank()) {
      out.report(
              text.value(),
              "\"%s\" of the injector holds no object, so it injects nothing"
                  .formatted(text.name()))
          .as("unreadable");
    }
  }

  private static void checkPolicy(@Nullable Text policy, Findings out) {
    if (policy != null && !policy.open() && !POLICIES.contains(policy.value())) {
      out.report(
              policy,
              "policy \"%s\" is neither \"enabled\" nor \"disabled\": nothing is injected"
                  .formatted(policy))
          .as("policy");
    }
  }

  private static void checkSelectors(View holder, Findings out) {
    for (String field : InjectorConfig.SELECTORS) {
      if (holder.child(field).present()) {
        out.report(
                holder.key(field),
                "\"%s\" is an object where a list of selectors is needed: the injector cannot read it"
                    .formatted(field))
            .as("selector");
      }
      List<LabelSelector> selectors = holder.list(field, LabelSelector::new);
      for (LabelSelector selector : selectors) {
        check(selector, field, out);
      }
      if (PodSelectors.takeEverything(selectors)) {
        out.report(
                holder.key(field),
                "the selectors of \"%s\" together take every pod: %s"
                    .formatted(
                        field,
                        field.startsWith("never")
                            ? "none is injected"
                            : "the policy has no effect"))
            .as("everything");
      }
    }
  }

  private static void check(LabelSelector selector, String field, Findings out) {
    Flaw flaw = PodSelectors.flaw(selector);
    if (flaw != null) {
      out.report(
              flaw.at(),
              "the injector skips this selector of \"%s\": %s".formatted(field, flaw.problem()))
          .as("selector");
    } else if (selector.selectsAll()) {
      out.report(
              selector,
              "a selector of \"%s\" that asks for nothing would take every pod: the injector skips it"
                  .formatted(field))
          .as("empty");
    }
  }
}
