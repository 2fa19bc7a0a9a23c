package dev.meshlint.rules;

import dev.meshlint.core.catalog.CatalogueEntry;
import dev.meshlint.core.catalog.RuleText.Example;
import dev.meshlint.core.finding.Evidence;
import dev.meshlint.core.yaml.YamlDocument;
import dev.meshlint.core.yaml.YamlFile;
import dev.meshlint.core.yaml.YamlMapping;
import dev.meshlint.core.yaml.YamlNode;
import dev.meshlint.core.yaml.YamlScalar;
import dev.meshlint.core.yaml.YamlSequence;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** An example for {@link MetamorphicTest}: files with the linter that they are for, and what may be changed in them. */
record MetamorphicTrial(String name, RuleTester tester, Map<String, String> files) {
  static final long SEED = Long.getLong("metamorphic.seed", 1);

  private static final int COUNT = Integer.getInteger("metamorphic", 100);

  /** Namespaces that the meshes know by name. */
  private static final Pattern WELL_KNOWN =
      Pattern.compile("default|istio-.*|kube-.*|linkerd.*|cilium.*|monitoring|.{1,2}");

  static List<MetamorphicTrial> trials() throws IOException {
    String wanted = System.getProperty("example", "");
    List<MetamorphicTrial> trials = new ArrayList<>();
    for (CatalogueEntry entry : CatalogueExamplesTest.ENTRIES) {
      if (!wanted.isEmpty() && !wanted.equals(entry.info().id())) {
        continue;
      }
      for (Example example : entry.text().examples()) {
        RuleTester tester = CatalogueExamplesTest.tester(entry, example);
        String name = entry.info().id() + ": " + example.name();
        for (String text : new String[] {example.wrong(), example.correct()}) {
          if (text != null) {
            trials.add(new MetamorphicTrial(name, tester, MarkedManifests.parse(text).files()));
          }
        }
      }
    }
    if (wanted.isEmpty()) {
      DroppedFilesTest.applications()
          .forEach(
              (name, files) -> trials.add(new MetamorphicTrial(name, RuleTester.DEFAULT, files)));
    }
    Collections.shuffle(trials, new Random(SEED));
    return trials.subList(0, Math.min(COUNT, trials.size()));
  }

  private List<YamlFile> read() {
    List<YamlFile> read = new ArrayList<>();
    files.forEach((file, text) -> read.add(Rewriter.read(file, text)));
    return read;
  }

  private boolean mentions(String text) {
    return files.values().stream().anyMatch(file -> file.contains(text));
  }

  /**
   * Whether the names of files mean nothing: kustomizations name files, comments that suppress speak of
   * the file or line, charts' values have their name from the file, and a document that is no YAML may take the ones
   * behind it along.
   */
  boolean isFreeOfLayout() {
    return !mentions("# mesh-lint")
        && !mentions("kustomize.config.k8s.io")
        && read().stream().allMatch(MetamorphicTrial::isNamed)
        && files.keySet().stream().noneMatch(file -> file.endsWith("kustomization.yaml"))
        && read().stream().allMatch(file -> file.problems().isEmpty());
  }

  /**
   * Whether other YAML says the same: comments that suppress are lost, templates are text and YAML at once, what is no
   * Kubernetes object is known by how its first lines look, and copies of a resource are copies as long as they are alike.
   */
  boolean canBeRewritten() {
    return !mentions("# mesh-lint")
        && !mentions("{{")
        && !hasNamesakes()
        && read().stream().allMatch(file -> Rewriter.canWrite(file) && isNamed(file));
  }

  /** Whether namespaces can be renamed: certificates hold names as well, and slips are near to names. */
  boolean canBeRenamed() {
    return canBeRewritten()
        && !mentions("-----BEGIN")
        && !mentions("LS0tLS1")
        && tester.lint(files).findings().stream()
            .noneMatch(finding -> finding.evidence() == Evidence.NEAR_MISS);
  }

  private static boolean isNamed(YamlFile file) {
    return file.documents().stream().allMatch(document -> !text(document.root(), "kind").isEmpty());
  }

  /** Whether two documents define one resource: the first is the definition, the second the duplicate. */
  boolean hasNamesakes() {
    Set<String> known = new HashSet<>();
    for (YamlFile file : read()) {
      for (YamlDocument document : file.documents()) {
        YamlNode metadata = get(document.root(), "metadata");
        String id =
            text(document.root(), "kind")
                + " "
                + text(metadata, "namespace")
                + " "
                + text(metadata, "name");
        if (!known.add(id)) {
          return true;
        }
      }
    }
    return false;
  }

  /** The namespaces of resources, but for names that the meshes know and words that are also used as keys. */
  Set<String> namespaces() {
    Set<String> namespaces = new TreeSet<>();
    Set<String> keys = new HashSet<>();
    for (YamlFile file : read()) {
      for (YamlDocument document : file.documents()) {
        String namespace = text(get(document.root(), "metadata"), "namespace");
        if (namespace.matches("[a-z0-9-]+") && !WELL_KNOWN.matcher(namespace).matches()) {
          namespaces.add(namespace);
        }
        addKeys(document.root(), keys);
      }
    }
    namespaces.removeAll(keys);
    return namespaces;
  }

  private static void addKeys(YamlNode node, Set<String> keys) {
    if (node instanceof YamlMapping mapping) {
      for (YamlMapping.Entry entry : mapping.entries()) {
        Collections.addAll(keys, String.valueOf(entry.name()).split("[^A-Za-z0-9-]", -1));
        addKeys(entry.value(), keys);
      }
    } else if (node instanceof YamlSequence sequence) {
      sequence.items().forEach(item -> addKeys(item, keys));
    }
  }

  private static YamlNode get(YamlNode node, String key) {
    YamlNode value = node instanceof YamlMapping mapping ? mapping.get(key) : null;
    return value == null ? node : value;
  }

  private static String text(YamlNode node, String key) {
    return get(node, key) instanceof YamlScalar scalar ? scalar.text() : "";
  }
}
