package dev.meshlint.core.schema;

import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.source.SourceFile;
import dev.meshlint.core.yaml.YamlDocument;
import dev.meshlint.core.yaml.YamlLimits;
import dev.meshlint.core.yaml.YamlMapping;
import dev.meshlint.core.yaml.YamlReader;
import dev.meshlint.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;

/** Checks inline manifests. */
final class Shapes {
  static final BuiltInSchemas BUILT_IN = BuiltInSchemas.load();

  private Shapes() {}

  static Resource resource(String yaml) {
    YamlDocument document =
        YamlReader.read(new SourceFile("test.yaml", yaml), YamlLimits.DEFAULT, false)
            .documents()
            .get(0);
    YamlMapping root = (YamlMapping) document.root();
    return new Resource(
        root,
        text(root, "apiVersion"),
        text(root, "kind"),
        "",
        NamespaceRef.ASSUMED,
        Resource.Scope.NAMESPACED,
        new Resource.Origin(0, false, null, 0));
  }

  static List<SchemaProblem> check(String yaml, SchemaContext context) {
    List<SchemaProblem> problems = new ArrayList<>();
    new SchemaChecker(BUILT_IN).check(resource(yaml), context, problems::add);
    return problems;
  }

  /** One line a problem: line number, rule, message. */
  static List<String> lines(String yaml) {
    List<String> lines = new ArrayList<>();
    for (SchemaProblem problem : check(yaml, SchemaContext.DEFAULT)) {
      lines.add(problem.at().node().line() + " " + problem.rule() + " " + problem.message());
    }
    return lines;
  }

  private static String text(YamlMapping root, String key) {
    return root.get(key) instanceof YamlScalar scalar ? scalar.text() : "";
  }
}
