package dev.meshlint.core.model;

import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.manifest.Resource.Origin;
import dev.meshlint.core.manifest.Resource.Scope;
import dev.meshlint.core.source.SourceFile;
import dev.meshlint.core.yaml.YamlFile;
import dev.meshlint.core.yaml.YamlLimits;
import dev.meshlint.core.yaml.YamlMapping;
import dev.meshlint.core.yaml.YamlReader;
import dev.meshlint.core.yaml.YamlScalar;
import java.util.List;

/** Makes resources from manifests in tests. */
public final class Manifests {
  private Manifests() {}

  /** The resource of a text with one document. What identity the text leaves out is filled in. */
  public static Resource resource(String yaml) {
    YamlFile file = YamlReader.read(new SourceFile("test.yaml", yaml), YamlLimits.DEFAULT, false);
    if (!file.problems().isEmpty() || file.documents().size() != 1) {
      throw new AssertionError(file.problems());
    }
    YamlMapping root = (YamlMapping) file.documents().get(0).root();
    String name = root.get("metadata") instanceof YamlMapping data ? text(data, "name") : "";
    return new Resource(
        root,
        text(root, "apiVersion"),
        text(root, "kind"),
        name,
        NamespaceRef.ASSUMED,
        Scope.NAMESPACED,
        new Origin(0, false, null, 0));
  }

  /** The place of a resource, to make a view at. */
  public static View.At root(String yaml) {
    return View.root(resource(yaml));
  }

  /** The values of texts, for comparisons. */
  public static List<String> values(List<Text> texts) {
    return texts.stream().map(Text::value).toList();
  }

  private static String text(YamlMapping mapping, String key) {
    return mapping.get(key) instanceof YamlScalar scalar ? scalar.text() : "";
  }
}
