package dev.meshlint.core.schema;

import dev.meshlint.core.source.SourceFile;
import dev.meshlint.core.yaml.YamlDocument;
import dev.meshlint.core.yaml.YamlFile;
import dev.meshlint.core.yaml.YamlLimits;
import dev.meshlint.core.yaml.YamlMapping;
import dev.meshlint.core.yaml.YamlReader;
import dev.meshlint.core.yaml.YamlScalar;
import dev.meshlint.core.yaml.YamlSequence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Inline JSON Web Keys. Messages never repeat what is in them. */
final class Jwks {
  private Jwks() {}

  static @Nullable String problem(String text) {
    if (!text.strip().startsWith("{")) {
      return "it is not a JSON object";
    }
    YamlFile file = YamlReader.read(new SourceFile("jwks", text), YamlLimits.DEFAULT, false);
    if (!file.problems().isEmpty() || file.documents().size() != 1) {
      return "it is not JSON";
    }
    YamlDocument document = file.documents().get(0);
    if (!(document.root() instanceof YamlMapping root)) {
      return "it is not a JSON object";
    }
    if (root.get("keys") instanceof YamlSequence keys) {
      for (Object key : List.copyOf(keys.items())) {
        String problem =
            key instanceof YamlMapping mapping ? keyProblem(mapping) : "a key is not an object";
        if (problem != null) {
          return problem;
        }
      }
      return null;
    }
    return keyProblem(root);
  }

  private static @Nullable String keyProblem(YamlMapping key) {
    String type = key.get("kty") instanceof YamlScalar scalar ? scalar.text() : "";
    String[] needed =
        switch (type) {
          case "RSA" -> new String[] {"n", "e"};
          case "EC" -> new String[] {"crv", "x", "y"};
          case "OKP" -> new String[] {"crv", "x"};
          case "oct" -> new String[] {"k"};
          default -> null;
        };
    if (needed == null) {
      return type.isEmpty()
          ? "a key has no \"kty\""
          : "the key type " + Values.quote(type) + " is not known";
    }
    for (String member : needed) {
      if (!(key.get(member) instanceof YamlScalar value) || value.text().isEmpty()) {
        return "a key has no \"" + member + '"';
      }
    }
    return null;
  }
}
