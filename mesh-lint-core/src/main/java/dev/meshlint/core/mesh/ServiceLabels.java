package dev.meshlint.core.mesh;

import dev.meshlint.core.finding.Evidence;
import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.mesh.Answer.Absent;
import dev.meshlint.core.mesh.Answer.Unknown;
import dev.meshlint.core.mesh.Answer.Why;
import dev.meshlint.core.model.LabelSelector;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.kubernetes.Service;
import dev.meshlint.core.value.LabelSelector.Operator;
import dev.meshlint.core.value.LabelSelector.Requirement;
import dev.meshlint.core.value.NearMiss;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Services by their own labels, as policies of Cilium select them. Immutable. */
public final class ServiceLabels {
  private static final String EVERYWHERE = "";

  private final Mesh mesh;
  private final Map<String, List<Labelled>> byPlace = new HashMap<>();
  private final Map<String, List<Labelled>> byLabel = new HashMap<>();
  private final Map<String, Set<String>> values = new HashMap<>();
  private boolean open;

  private record Labelled(Service service, Map<String, String> labels) {}

  ServiceLabels(Mesh mesh) {
    this.mesh = mesh;
    for (Service service : mesh.all(Service.class)) {
      Map<String, String> labels = labels(service);
      boolean known = service.resource().namespace().isNamed();
      open |= !known || mesh.kustomizations().isPatched(service.resource());
      Labelled labelled = new Labelled(service, labels);
      for (String place : List.of(EVERYWHERE, service.resource().namespace().name())) {
        byPlace.computeIfAbsent(place, any -> new ArrayList<>()).add(labelled);
        labels.forEach(
            (key, value) -> {
              String label = place + '\n' + key;
              values.computeIfAbsent(label, any -> new TreeSet<>()).add(value);
              byLabel.computeIfAbsent(label + '=' + value, any -> new ArrayList<>(1)).add(labelled);
            });
      }
    }
  }

  private Map<String, String> labels(Service service) {
    Map<String, String> labels = new LinkedHashMap<>();
    for (View.Named<Text> label : service.metadata().labels()) {
      open |= label.value().open();
      labels.put(label.name(), label.value().value());
    }
    mesh.kustomizations()
        .addedLabels(service.resource())
        .forEach((key, added) -> labels.put(key, added.iterator().next()));
    return labels;
  }

  /**
   * The Services that a selector selects.
   *
   * @param selector the selector; sources before keys do not count
   * @param namespace their namespace; null for all
   * @return absent where others of that place are in view and nothing makes more of them, or where it is complete
   */
  public Answer<Service> select(LabelSelector selector, @Nullable NamespaceRef namespace) {
    dev.meshlint.core.value.LabelSelector known = selector.known();
    if (known == null || (namespace != null && !namespace.isNamed())) {
      return new Unknown<>(Why.PLACEHOLDER);
    }
    String place = namespace == null ? EVERYWHERE : namespace.name();
    List<Requirement> requirements = CiliumLabels.requirements(known);
    for (Labelled candidate : candidates(requirements, place)) {
      if (requirements.stream().allMatch(one -> one.matches(candidate.labels()))) {
        return Answer.found(candidate.service());
      }
    }
    List<Labelled> there = byPlace.getOrDefault(place, List.of());
    boolean closed = mesh.settings().world() == World.CLOSED;
    if (open || (!closed && (there.isEmpty() || mesh.objects().mayBeMade()))) {
      return new Unknown<>(open ? Why.NAMESPACE_OPEN : Why.NOT_IN_VIEW);
    }
    return new Absent<>(
        closed ? Evidence.CLOSED : Evidence.IN_VIEW, List.of(), nearest(requirements, place));
  }

  /** Those that have one of the labels that are asked for, the rarest one. */
  private List<Labelled> candidates(List<Requirement> requirements, String place) {
    List<Labelled> fewest = byPlace.getOrDefault(place, List.of());
    for (Requirement requirement : requirements) {
      if (requirement.operator() == Operator.IN) {
        List<Labelled> some = new ArrayList<>();
        for (String value : requirement.values()) {
          String label = place + '\n' + requirement.key() + '=' + value;
          some.addAll(byLabel.getOrDefault(label, List.of()));
        }
        fewest = some.size() < fewest.size() ? some : fewest;
      }
    }
    return fewest;
  }

  private @Nullable String nearest(List<Requirement> requirements, String place) {
    for (Requirement requirement : requirements) {
      Set<String> there = values.getOrDefault(place + '\n' + requirement.key(), Set.of());
      if (requirement.operator() == Operator.IN && requirement.values().size() == 1) {
        String wanted = requirement.values().get(0);
        String near = there.contains(wanted) ? null : NearMiss.nearest(wanted, there);
        if (near != null) {
          return requirement.key() + ": " + near;
        }
      }
    }
    return null;
  }
}
