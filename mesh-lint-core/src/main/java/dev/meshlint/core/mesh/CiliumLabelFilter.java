package dev.meshlint.core.mesh;

import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.cilium.SelectorKey;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which labels of pods become part of their identities: those whose longest pattern says so. The setting {@code labels} adds
 * patterns to the default ones; as soon as it names labels to take in, all others are left out (Cilium documentation,
 * "Limiting Identity-Relevant Labels"). Immutable.
 */
public final class CiliumLabelFilter {
  /** What is taken in whatever else is left out. */
  private static final List<String> TAKEN_IN =
      List.of(
          CiliumLabels.NAMESPACE,
          CiliumLabels.NAMESPACE_LABELS,
          "io.cilium.k8s.policy.",
          "app.kubernetes.io");

  private static final List<String> LEFT_OUT =
      List.of(
          "io.kubernetes",
          "kubernetes.io",
          "k8s.io",
          "statefulset.kubernetes.io/pod-name",
          "apps.kubernetes.io/pod-index",
          "batch.kubernetes.io/job-completion-index",
          "batch.kubernetes.io/controller-uid",
          "topology.kubernetes.io",
          "pod-template-generation",
          "pod-template-hash",
          "controller-revision-hash",
          "controller-uid",
          "annotation",
          "etcd_node");

  private static final String BETA = "beta.kubernetes.io";

  private final List<Pattern> patterns = new ArrayList<>();
  private final @Nullable Text setting;
  private boolean known = true;
  private boolean onlyNamed;

  /** Labels whose keys begin like this. */
  private record Pattern(String source, String start, boolean taken) {
    boolean matches(SelectorKey key) {
      boolean any = source.isEmpty() || source.equals("k8s");
      return (any ? key.isOfPods() : source.equals(key.source())) && key.name().startsWith(start);
    }
  }

  private CiliumLabelFilter(@Nullable Text setting) {
    this.setting = setting;
    TAKEN_IN.forEach(start -> patterns.add(new Pattern("", start, true)));
    LEFT_OUT.forEach(start -> patterns.add(new Pattern("", start, false)));
    String written = setting == null ? "" : setting.value();
    for (String one : written.strip().split("\\s+")) {
      if (!one.isEmpty()) {
        add(one);
      }
    }
  }

  static CiliumLabelFilter of(CiliumSettings settings) {
    Text setting = settings.value("labels");
    CiliumLabelFilter filter = new CiliumLabelFilter(setting);
    filter.known &= setting != null || !settings.mentions("labels");
    return filter;
  }

  private void add(String written) {
    boolean taken = !written.startsWith("!");
    String rest = taken ? written : written.substring(1);
    int colon = rest.indexOf(':');
    String start = rest.substring(colon + 1).replace("\\.", ".");
    start = start.startsWith("^") ? start.substring(1) : start;
    known &= start.chars().allMatch(c -> ".*+?[](){}|$\\".indexOf(c) < 0 || c == '.');
    patterns.add(new Pattern(colon < 0 ? "" : rest.substring(0, colon), start, taken));
    onlyNamed |= taken;
  }

  /** The setting that adds to what Cilium takes in by itself; null where there is none. */
  public @Nullable Text setting() {
    return setting;
  }

  /** Whether a label of pods is certainly no part of identities; not so where two patterns are equally long. */
  public boolean leavesOut(SelectorKey key) {
    if (!known || !key.isOfPods()) {
      return false;
    }
    int in = 0;
    int out = key.name().contains(BETA) ? key.name().indexOf(BETA) + BETA.length() : 0;
    for (Pattern pattern : patterns) {
      if (pattern.matches(key)) {
        int length = Math.max(1, pattern.start().length());
        in = pattern.taken() ? Math.max(in, length) : in;
        out = pattern.taken() ? out : Math.max(out, length);
      }
    }
    return in < out || (onlyNamed && in == 0);
  }
}
