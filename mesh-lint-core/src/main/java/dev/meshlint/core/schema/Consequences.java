package dev.meshlint.core.schema;

import dev.meshlint.core.fix.Fix;
import dev.meshlint.core.yaml.YamlMapping;
import dev.meshlint.core.yaml.YamlNode;
import dev.meshlint.core.yaml.YamlScalar;
import java.util.List;

/** The consequences that checks can have. */
final class Consequences {
  private Consequences() {}

  /** One of the paths must lead to a value. */
  record Require(List<ValuePath> anyOf) implements Check.Consequence {
    @Override
    public void apply(YamlNode node, Scope scope, Check.Wording wording, Problems problems) {
      for (ValuePath path : anyOf) {
        if (path.isHidden(node, scope)) {
          return;
        }
        for (ValuePath.Target target : path.find(node, scope)) {
          if (ValueTest.hasContent(target.node()) || target.node() instanceof YamlMapping) {
            return;
          }
        }
      }
      ValuePath first = anyOf.get(0);
      StringBuilder names = new StringBuilder();
      for (ValuePath path : anyOf) {
        names.append(names.isEmpty() ? "" : " or ").append(Values.quote(path.name()));
      }
      YamlNode nearest = first.nearest(node, scope);
      problems.missing(
          wording.id(Rules.MISSING_FIELD),
          wording.severity(),
          scope.placeOf(nearest),
          anyOf.size() == 1 ? first.absentStep(node, scope) : null,
          wording.sentence(names + " is missing", null),
          wording.help());
    }
  }

  /** None of the paths may lead to a value. */
  record Forbid(List<ValuePath> paths, boolean harmless) implements Check.Consequence {
    @Override
    public void apply(YamlNode node, Scope scope, Check.Wording wording, Problems problems) {
      for (ValuePath path : paths) {
        for (ValuePath.Target target : path.find(node, scope)) {
          if (scope.resource().isInvalid(target.node())) {
            continue;
          }
          String usual =
              Values.quote(path.name())
                  + (harmless ? " has no effect here" : " is not allowed here");
          problems.report(
              wording.id(harmless ? Rules.IGNORED_FIELD : Rules.CONFLICTING_FIELDS),
              wording.severity(),
              target.key(),
              wording.sentence(usual, ValuePath.text(target.node())),
              wording.help(),
              harmless ? Problems.remove(target.around(), target.node()) : List.of());
          if (!harmless) {
            scope.resource().markInvalid(target.node());
          }
        }
      }
    }
  }

  /** The values are wrong. */
  record Reject(List<ValuePath> paths) implements Check.Consequence {
    @Override
    public void apply(YamlNode node, Scope scope, Check.Wording wording, Problems problems) {
      for (ValuePath path : paths) {
        for (ValuePath.Target target : path.find(node, scope)) {
          wrong(path, target, scope, wording, problems);
        }
      }
    }
  }

  /** The values must pass a test. */
  record Expect(ValuePath path, ValueTest test) implements Check.Consequence {
    @Override
    public void apply(YamlNode node, Scope scope, Check.Wording wording, Problems problems) {
      for (ValuePath.Target target : path.find(node, scope)) {
        if (test.passes(List.of(target), node, scope) == Tri.NO) {
          if (test.kind() == ValueTest.Kind.FORMAT && !wording.speaks()) {
            malformed(path, test, target, scope, wording, problems);
          } else {
            wrong(path, target, scope, wording, problems);
          }
        }
      }
    }
  }

  private static void malformed(
      ValuePath path,
      ValueTest test,
      ValuePath.Target target,
      Scope scope,
      Check.Wording wording,
      Problems problems) {
    if (target.node() instanceof YamlScalar scalar && !scope.isOpen(scalar)) {
      Format format = Formats.named(String.valueOf(test.texts().get(0)));
      String problem = Formats.problem(format, scalar.text());
      if (problem != null && !ScalarCheck.isOpen(format, scalar.text())) {
        ScalarCheck.malformed(
            problems,
            wording.id(Rules.INVALID_VALUE),
            wording.severity(),
            format.says(),
            format,
            scalar,
            path.name(),
            problem);
      }
    }
  }

  private static void wrong(
      ValuePath path,
      ValuePath.Target target,
      Scope scope,
      Check.Wording wording,
      Problems problems) {
    if (scope.isOpen(target.node())) {
      return;
    }
    String value = ValuePath.text(target.node());
    String usual = Values.quote(value == null ? path.name() : value) + " is not allowed here";
    String id = wording.id(Rules.INVALID_VALUE);
    String sentence = wording.sentence(usual, value);
    List<Fix> fixes =
        id.equals(Rules.IGNORED_FIELD)
            ? Problems.remove(target.around(), target.node())
            : List.of();
    problems.report(id, wording.severity(), target.node(), sentence, wording.help(), fixes);
    if (id.equals(Rules.INVALID_VALUE)) {
      // A value that only does not go with others is still what the reader sees.
      scope.resource().markInvalid(target.node());
    }
  }
}
