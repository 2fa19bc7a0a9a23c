package dev.meshlint.core.engine;

import dev.meshlint.core.yaml.YamlDocument;
import dev.meshlint.core.yaml.YamlLimits;
import dev.meshlint.core.yaml.YamlMapping;
import dev.meshlint.core.yaml.YamlNode;
import dev.meshlint.core.yaml.YamlReader;
import dev.meshlint.core.yaml.YamlScalar;
import dev.meshlint.core.yaml.YamlScalar.Style;
import dev.meshlint.core.yaml.YamlSequence;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds the scalars of a document that hold secrets: what a Secret holds, inline JSON web key sets, and values under names
 * such as {@code password} or {@code clientSecret}, also where name and value are two fields of one object.
 */
final class SecretNodes {
  /** What holds the values of a Secret, and of one that Kustomize makes. */
  private static final Set<String> HOLDERS = Set.of("data", "stringData", "literals");

  private static final Set<String> INLINE =
      Set.of("inline_string", "inline_bytes", "inlineString", "inlineBytes");

  /** What holds the values of a variable, a header, or a condition on one. */
  private static final Set<String> VALUES = Set.of("value", "values", "notValues");

  /** What makes Secrets in a kustomization. */
  private static final String GENERATOR = "secretGenerator";

  /** The copy that kubectl keeps of a whole object: of a Secret, of variables with passwords. */
  private static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

  private final Consumer<YamlScalar> found;
  private final Set<YamlNode> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Deque<Visit> open = new ArrayDeque<>();

  private record Visit(YamlNode node, boolean secret, boolean inSecret) {}

  private SecretNodes(Consumer<YamlScalar> found) {
    this.found = found;
  }

  static void find(YamlNode root, Consumer<YamlScalar> found) {
    SecretNodes search = new SecretNodes(found);
    search.open.push(new Visit(root, false, false));
    while (!search.open.isEmpty()) {
      search.visit(search.open.pop());
    }
  }

  private void visit(Visit visit) {
    YamlNode node = visit.node();
    if (!visit.secret() && !seen.add(node)) {
      return;
    }
    if (node instanceof YamlScalar scalar) {
      if (visit.secret() && !scalar.isNull()) {
        found.accept(scalar);
      } else if (scalar.style() == Style.LITERAL && SecretSpans.mayHoldSecrets(scalar.text())) {
        openText(scalar, visit.inSecret());
      }
    } else if (node instanceof YamlSequence sequence) {
      for (YamlNode item : sequence.items()) {
        open.push(new Visit(item, visit.secret(), visit.inSecret()));
      }
    } else if (node instanceof YamlMapping mapping) {
      boolean inSecret = visit.inSecret() || isSecret(mapping) || mapping.entry(GENERATOR) != null;
      boolean namesSecret = namesSecret(mapping);
      for (YamlMapping.Entry entry : mapping.entries()) {
        boolean secret =
            visit.secret()
                || isSecretEntry(entry, inSecret)
                || holdsInlineSecret(entry)
                || (namesSecret && entry.name() != null && VALUES.contains(entry.name()));
        open.push(new Visit(entry.value(), secret, inSecret));
      }
    }
  }

  /** A text may be YAML itself, such as a mesh configuration in a ConfigMap. */
  private void openText(YamlScalar scalar, boolean inSecret) {
    for (YamlDocument document : YamlReader.readEmbedded(scalar, YamlLimits.DEFAULT).documents()) {
      if (!(document.root() instanceof YamlScalar)) {
        open.push(new Visit(document.root(), false, inSecret));
      }
    }
  }

  private static boolean isSecretEntry(YamlMapping.Entry entry, boolean inSecret) {
    String name = entry.name();
    if (name == null) {
      return false;
    }
    return (inSecret && HOLDERS.contains(name))
        || name.equals(LAST_APPLIED)
        || (entry.value() instanceof YamlScalar && isSecretName(name));
  }

  /**
   * Whether this is a secret in the configuration of Envoy, such as {@code hmac_secret: {inline_string: …}}, or a header
   * that must hold one, such as {@code x-api-key: {exact: …}}.
   */
  private static boolean holdsInlineSecret(YamlMapping.Entry entry) {
    String name = entry.name();
    if (name == null || !(entry.value() instanceof YamlMapping source)) {
      return false;
    }
    String plain = plain(name);
    boolean inline = INLINE.stream().anyMatch(key -> source.entry(key) != null);
    return (inline && plain.endsWith("secret"))
        || ((inline || source.entry("exact") != null) && isSecretName(name))
        || plain.endsWith("sessionticketkeys");
  }

  /** Whether one of its kinds is Secret: it may say two, by mistake. */
  private static boolean isSecret(YamlMapping mapping) {
    if (mapping.entry("apiVersion") == null) {
      return false;
    }
    for (YamlMapping.Entry entry : mapping.entries()) {
      if ("kind".equals(entry.name())
          && entry.value() instanceof YamlScalar kind
          && kind.text().equals("Secret")) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether this is a variable such as {@code {name: DB_PASSWORD, value: …}}, a header, or a condition such as {@code {key:
   * request.headers[x-api-key], values: …}}.
   */
  private static boolean namesSecret(YamlMapping mapping) {
    return namesSecret(mapping.get("name")) || namesSecret(mapping.get("key"));
  }

  private static boolean namesSecret(@Nullable YamlNode name) {
    if (!(name instanceof YamlScalar scalar)) {
      return false;
    }
    String plain = plain(scalar.text());
    return isSecretName(scalar.text())
        || plain.endsWith("secret")
        || plain.endsWith("authorization");
  }

  /** Whether values of this name are secret by themselves. References to Secrets are not. */
  private static boolean isSecretName(String name) {
    String plain = plain(name);
    return plain.equals("jwks")
        || plain.equals("token")
        || plain.equals("authorization")
        || plain.endsWith("password")
        || plain.endsWith("passwd")
        || plain.endsWith("privatekey")
        || plain.endsWith("secretkey")
        || plain.endsWith("secretaccesskey")
        || plain.endsWith("apikey")
        || plain.endsWith("accesstoken")
        || plain.endsWith("authtoken")
        || plain.endsWith("bearertoken")
        || plain.endsWith("clientsecret")
        || plain.equals("credentials");
  }

  private static String plain(String name) {
    StringBuilder letters = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      if (Character.isLetterOrDigit(name.charAt(i))) {
        letters.append(name.charAt(i));
      }
    }
    return letters.toString().toLowerCase(Locale.ROOT);
  }
}
