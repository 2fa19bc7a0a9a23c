package dev.meshlint.core.engine;

import dev.meshlint.core.yaml.YamlMapping;
import dev.meshlint.core.yaml.YamlNode;
import dev.meshlint.core.yaml.YamlScalar;
import dev.meshlint.core.yaml.YamlSequence;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Finds the scalars of a document that hold secrets: what a Secret holds, inline JSON web key sets, and values under names
 * such as {@code password} or {@code clientSecret}, also where name and value are two fields of one object.
 */
final class SecretNodes {
  private static final Set<String> HOLDERS = Set.of("data", "stringData");

  private static final Set<String> INLINE =
      Set.of("inline_string", "inline_bytes", "inlineString", "inlineBytes");

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
      }
    } else if (node instanceof YamlSequence sequence) {
      for (YamlNode item : sequence.items()) {
        open.push(new Visit(item, visit.secret(), visit.inSecret()));
      }
    } else if (node instanceof YamlMapping mapping) {
      boolean inSecret = visit.inSecret() || isSecret(mapping);
      boolean namesSecret = namesSecret(mapping);
      for (YamlMapping.Entry entry : mapping.entries()) {
        boolean secret =
            visit.secret()
                || isSecretEntry(entry, inSecret)
                || holdsInlineSecret(entry)
                || (namesSecret && "value".equals(entry.name()));
        open.push(new Visit(entry.value(), secret, inSecret));
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

  /** Whether this is a secret in the configuration of Envoy, such as {@code hmac_secret: {inline_string: …}}. */
  private static boolean holdsInlineSecret(YamlMapping.Entry entry) {
    String name = entry.name();
    return name != null
        && entry.value() instanceof YamlMapping source
        && plain(name).endsWith("secret")
        && INLINE.stream().anyMatch(key -> source.entry(key) != null);
  }

  private static boolean isSecret(YamlMapping mapping) {
    return mapping.get("kind") instanceof YamlScalar kind
        && kind.text().equals("Secret")
        && mapping.entry("apiVersion") != null;
  }

  /** Whether this is a variable such as {@code {name: DB_PASSWORD, value: …}}. */
  private static boolean namesSecret(YamlMapping mapping) {
    return mapping.get("name") instanceof YamlScalar name
        && mapping.get("value") instanceof YamlScalar
        && isSecretName(name.text());
  }

  /** Whether values of this name are secret by themselves. References to Secrets are not. */
  private static boolean isSecretName(String name) {
    String plain = plain(name);
    return plain.equals("jwks")
        || plain.equals("token")
        || plain.endsWith("password")
        || plain.endsWith("passwd")
        || plain.endsWith("privatekey")
        || plain.endsWith("secretkey")
        || plain.endsWith("apikey")
        || plain.endsWith("accesstoken")
        || plain.endsWith("authtoken")
        || plain.endsWith("bearertoken")
        || plain.endsWith("clientsecret");
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
