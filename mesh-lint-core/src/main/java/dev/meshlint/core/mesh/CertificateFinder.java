package dev.meshlint.core.mesh;

import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.source.SourceFile;
import dev.meshlint.core.value.Pem;
import dev.meshlint.core.yaml.YamlFile;
import dev.meshlint.core.yaml.YamlMapping;
import dev.meshlint.core.yaml.YamlNode;
import dev.meshlint.core.yaml.YamlScalar;
import dev.meshlint.core.yaml.YamlSequence;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds certificates and keys wherever they stand: in Secrets and ConfigMaps, as {@code caBundle}, in the values of charts.
 * Only files that hold some are looked through, and only then is anything loaded that can read certificates.
 */
final class CertificateFinder {
  /** How the base64 of a PEM text begins, and how it goes on where one or two bytes more stand before it. */
  private static final String[] ENCODED = {"LS0tLS1CRUdJTi", "0tLS0tQkVHSU4", "tLS0tLUJFR0lO"};

  /** What all of these hold. */
  private static final String DASHES = "LS0t";

  private static final String CA_BUNDLE = "caBundle";

  /** What controllers write, and what is there twice. */
  private static final Set<String> LEFT_OUT =
      Set.of("status", "managedFields", "kubectl.kubernetes.io/last-applied-configuration");

  private final List<PemText> found = new ArrayList<>();
  private final Set<YamlNode> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  /** One bundle often stands in many places: each certificate is read once. */
  private final Map<String, List<X509Certificate>> read = new HashMap<>();

  private @Nullable CertificateFactory factory;

  static List<PemText> find(List<Resource> resources) {
    CertificateFinder finder = new CertificateFinder();
    Map<SourceFile, Boolean> holding = new IdentityHashMap<>();
    for (Resource resource : resources) {
      if (holding.computeIfAbsent(resource.file(), CertificateFinder::mayHold)) {
        finder.walk(resource, resource.node(), "", resource.node());
      }
    }
    return List.copyOf(finder.found);
  }

  private static boolean mayHold(SourceFile file) {
    return Pem.isIn(file.text()) || isEncoded(file.text());
  }

  private static boolean isEncoded(String text) {
    if (text.contains(DASHES)) {
      for (String encoded : ENCODED) {
        if (text.contains(encoded)) {
          return true;
        }
      }
    }
    return false;
  }

  private void walk(Resource resource, YamlNode parent, String key, YamlNode node) {
    if (node instanceof YamlMapping mapping) {
      if (seen.add(mapping)) {
        for (YamlMapping.Entry entry : mapping.entries()) {
          String name = entry.key() instanceof YamlScalar scalar ? scalar.text() : "";
          if (!LEFT_OUT.contains(name) && !(name.equals(CA_BUNDLE) && isInjected(resource))) {
            walk(resource, mapping, name, entry.value());
          }
        }
      }
    } else if (node instanceof YamlSequence sequence) {
      if (seen.add(sequence)) {
        for (YamlNode item : sequence.items()) {
          walk(resource, sequence, key, item);
        }
      }
    } else if (node instanceof YamlScalar scalar && !resource.isInvalid(scalar)) {
      String text = pem(scalar.text());
      if (text != null && seen.add(scalar)) {
        YamlNode inner = Pem.begins(text) ? null : embedded(resource, scalar);
        if (inner != null) {
          walk(resource, parent, key, inner);
          return;
        }
        YamlNode holder = resource.kind().equals("Secret") ? resource.node() : parent;
        add(new Spot(resource, holder, key, scalar), text);
      }
    }
  }

  /** The object that a text holds, as the mesh configuration in a ConfigMap does; null where it is something else. */
  private static @Nullable YamlMapping embedded(Resource resource, YamlScalar scalar) {
    YamlFile file = Pem.isIn(scalar.text()) ? resource.readEmbedded(scalar) : null;
    return file != null
            && file.problems().isEmpty()
            && file.documents().size() == 1
            && file.documents().get(0).root() instanceof YamlMapping mapping
        ? mapping
        : null;
  }

  /** The injector of cert-manager replaces what is written. */
  private static boolean isInjected(Resource resource) {
    return resource.annotation("cert-manager.io/inject-ca-from") != null
        || resource.annotation("cert-manager.io/inject-ca-from-secret") != null
        || resource.annotation("cert-manager.io/inject-apiserver-ca") != null;
  }

  private static @Nullable String pem(String text) {
    if (Pem.isIn(text)) {
      return text;
    }
    if (!isEncoded(text)) {
      return null;
    }
    try {
      String decoded =
          new String(Base64.getMimeDecoder().decode(text.strip()), StandardCharsets.UTF_8);
      return Pem.isIn(decoded) ? decoded : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private record Spot(Resource resource, YamlNode parent, String key, YamlScalar at) {}

  private void add(Spot spot, String text) {
    List<Pem.Block> blocks = Pem.read(text);
    List<X509Certificate> certificates = new ArrayList<>();
    for (Pem.Block block : blocks) {
      if (block.isCertificate() && block.complete()) {
        certificates.addAll(read.computeIfAbsent(block.body(), any -> read(block)));
      }
    }
    if (!blocks.isEmpty()) {
      found.add(
          new PemText(
              spot.resource(),
              spot.at(),
              spot.parent(),
              spot.key(),
              Pem.begins(text),
              blocks,
              certificates));
    }
  }

  private List<X509Certificate> read(Pem.Block block) {
    byte[] content = block.content();
    if (content == null) {
      return List.of();
    }
    try {
      if (factory == null) {
        factory = CertificateFactory.getInstance("X.509");
      }
      return List.of(
          (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(content)));
    } catch (CertificateException e) {
      return List.of();
    }
  }
}
