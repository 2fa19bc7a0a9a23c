package dev.meshlint.core.manifest;

import dev.meshlint.core.source.Locations;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Which kustomization takes in which, and which files. Kustomizations are numbered in the order given. Circles do no
 * harm.
 */
final class KustomizationGraph {
  private static final BitSet NOTHING = new BitSet();

  private final List<Kustomization> nodes;
  private final List<List<Integer>> children = new ArrayList<>();
  private final List<List<Integer>> parents = new ArrayList<>();
  private final Map<String, Integer> byLocation = new HashMap<>();
  private final Map<String, List<Integer>> files = new HashMap<>();
  private final boolean[] elsewhere;
  private final boolean[] changedElsewhere;
  private final Map<List<Integer>, BitSet> outerOf = new ConcurrentHashMap<>();
  private final Map<List<Integer>, BitSet> changing = new ConcurrentHashMap<>();
  private final List<NamespaceChoices> outerNamespaces = new ArrayList<>();

  /**
   * Builds the graph.
   *
   * @param nodes the kustomizations
   * @param known the locations of all sources, to tell what lies outside of the view
   */
  KustomizationGraph(List<Kustomization> nodes, Set<String> known) {
    this.nodes = nodes;
    this.elsewhere = new boolean[nodes.size()];
    this.changedElsewhere = new boolean[nodes.size()];
    for (int i = 0; i < nodes.size(); i++) {
      children.add(new ArrayList<>(0));
      parents.add(new ArrayList<>(0));
      byLocation.putIfAbsent(nodes.get(i).location(), i);
    }
    for (int i = 0; i < nodes.size(); i++) {
      elsewhere[i] = nodes.get(i).elsewhere();
      changedElsewhere[i] = !connect(i, nodes.get(i).components(), known);
      boolean complete = connect(i, nodes.get(i).resources(), known);
      elsewhere[i] |= !complete || changedElsewhere[i];
    }
    spreadElsewhere();
    spreadNamespaces();
  }

  /** Draws the edges; false where one leads out of the view. */
  private boolean connect(int from, List<String> paths, Set<String> known) {
    boolean complete = true;
    for (String path : paths) {
      Integer child = byLocation.get(path);
      if (child != null) {
        children.get(from).add(child);
        parents.get(child).add(from);
      } else if (known.contains(path)) {
        files.computeIfAbsent(path, unused -> new ArrayList<>(1)).add(from);
      } else {
        complete = false;
      }
    }
    return complete;
  }

  /** What one kustomization takes from elsewhere may be what any other of the same build refers to. */
  private void spreadElsewhere() {
    List<Integer> start = new ArrayList<>();
    for (int i = 0; i < elsewhere.length; i++) {
      if (elsewhere[i]) {
        start.add(i);
      }
    }
    for (int i : reachable(reachable(start, parents), children)) {
      elsewhere[i] = true;
    }
  }

  private void spreadNamespaces() {
    Deque<Integer> work = new ArrayDeque<>();
    for (int i = 0; i < nodes.size(); i++) {
      outerNamespaces.add(
          parents.get(i).isEmpty() ? NamespaceChoices.ofRoot() : new NamespaceChoices());
      if (parents.get(i).isEmpty()) {
        work.add(i);
      }
    }
    while (!work.isEmpty()) {
      int from = work.remove();
      String own = namespace(from);
      for (int child : children.get(from)) {
        if (outerNamespaces.get(child).addAll(outerNamespaces.get(from), own)) {
          work.add(child);
        }
      }
    }
  }

  /** The namespace that a kustomization sets, by itself or through a component, which changes what is around it. */
  private @Nullable String namespace(int node) {
    String own = nodes.get(node).namespace();
    if (own == null) {
      for (int child : children.get(node)) {
        if (nodes.get(child).component() && nodes.get(child).namespace() != null) {
          return nodes.get(child).namespace();
        }
      }
    }
    return own;
  }

  /** The kustomizations that take in these ones, or are taken in by them, and they themselves. */
  private static Set<Integer> reachable(Collection<Integer> start, List<List<Integer>> edges) {
    Set<Integer> found = new LinkedHashSet<>();
    Deque<Integer> work = new ArrayDeque<>(start);
    while (!work.isEmpty()) {
      int node = work.remove();
      if (found.add(node)) {
        work.addAll(edges.get(node));
      }
    }
    return found;
  }

  /** The kustomizations that take in a file, directly or through others. Not to be changed by the caller. */
  BitSet outer(String file) {
    return listing(file).isEmpty()
        ? NOTHING
        : outerOf.computeIfAbsent(listing(file), list -> bits(reachable(list, parents)));
  }

  /** What changes a file: the kustomizations that take it in and their components. Not to be changed by the caller. */
  BitSet changing(String file) {
    return listing(file).isEmpty()
        ? NOTHING
        : changing.computeIfAbsent(listing(file), list -> bits(withComponents(list)));
  }

  private Set<Integer> withComponents(List<Integer> listing) {
    Set<Integer> found = reachable(listing, parents);
    Deque<Integer> work = new ArrayDeque<>(found);
    while (!work.isEmpty()) {
      for (int child : children.get(work.remove())) {
        if (nodes.get(child).component() && found.add(child)) {
          work.add(child);
        }
      }
    }
    return found;
  }

  private static BitSet bits(Set<Integer> numbers) {
    BitSet bits = new BitSet();
    numbers.forEach(bits::set);
    return bits;
  }

  /** Whether there is a kustomization at this location. */
  boolean isNode(String location) {
    return byLocation.containsKey(location);
  }

  /** Whether there is a kustomization in the folder of a file or in one around it. */
  boolean isBelowNode(String location) {
    String folder = Locations.folder(location);
    while (!isNode(folder)) {
      if (folder.isEmpty() || folder.equals("/")) {
        return false;
      }
      folder = Locations.folder(folder);
    }
    return true;
  }

  /** The kustomizations that list a file. */
  List<Integer> listing(String file) {
    return files.getOrDefault(file, List.of());
  }

  /** The nearest kustomization that lists a file: in the same folder or the closest one around; null if none does. */
  @Nullable Kustomization nearest(String file) {
    Kustomization best = null;
    for (int i : listing(file)) {
      Kustomization next = nodes.get(i);
      if (best == null || isNearer(next, best, file)) {
        best = next;
      }
    }
    return best;
  }

  private static boolean isNearer(Kustomization next, Kustomization best, String file) {
    boolean nextAround = Locations.isBelow(file, next.location());
    boolean bestAround = Locations.isBelow(file, best.location());
    return nextAround && (!bestAround || next.location().length() > best.location().length());
  }

  /** The namespaces that a file may end up in. */
  NamespaceChoices choices(String file) {
    List<Integer> listing = listing(file);
    if (listing.isEmpty()) {
      return NamespaceChoices.ofRoot();
    }
    NamespaceChoices choices = new NamespaceChoices();
    for (int i : listing) {
      choices.addAll(outerNamespaces.get(i), namespace(i));
    }
    return choices;
  }

  /** The namespaces that what a kustomization makes may end up in. */
  NamespaceChoices choicesOf(int node) {
    return outerNamespaces.get(node).within(namespace(node));
  }

  /** Whether the build of a kustomization takes in things that are not in view. */
  boolean refersElsewhere(int node) {
    return elsewhere[node];
  }

  /** Whether a kustomization has a component that is not in view and may change anything in it. */
  boolean isChangedElsewhere(int node) {
    return changedElsewhere[node];
  }

  List<Kustomization> nodes() {
    return nodes;
  }
}
