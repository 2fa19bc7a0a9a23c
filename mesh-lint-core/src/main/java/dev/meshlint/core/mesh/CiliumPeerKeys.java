package dev.meshlint.core.mesh;

import dev.meshlint.core.value.Cidr;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Keys for peers: those that are about all of another entry's peers share one with each of them. Immutable. */
final class CiliumPeerKeys {
  private static final String EVERYBODY = "everybody";

  private final RequirementKeys pods;
  private final Set<Integer> lengths = new TreeSet<>();

  CiliumPeerKeys(List<CiliumPeers> all) {
    List<CiliumSelection> selections = new ArrayList<>();
    for (CiliumPeers peers : all) {
      selections.addAll(peers.pods());
      peers.ranges().forEach(range -> lengths.add(range.length()));
    }
    pods = new RequirementKeys(selections);
  }

  /** The keys to keep an entry under. */
  Set<Object> of(CiliumPeers peers) {
    Set<Object> keys = new LinkedHashSet<>();
    if (peers.everybody()) {
      keys.add(EVERYBODY);
    }
    peers.pods().forEach(selection -> keys.add("pods " + pods.rarest(selection)));
    peers.entities().forEach(entity -> keys.add("entity " + entity));
    peers.ranges().forEach(range -> keys.add(range.canonical()));
    peers.names().forEach(name -> keys.add("name " + name));
    return keys;
  }

  /** For each of an entry's peers the keys under which all are found that may be about it. */
  List<List<Object>> askedBy(CiliumPeers peers) {
    List<List<Object>> all = new ArrayList<>();
    if (peers.everybody() || peers.other()) {
      return List.of(List.of(EVERYBODY));
    }
    for (CiliumSelection selection : peers.pods()) {
      List<Object> keys = keys("entity cluster");
      pods.askedBy(selection).forEach(key -> keys.add("pods " + key));
      all.add(keys);
    }
    for (String entity : peers.entities()) {
      all.add(keys("entity " + entity));
    }
    for (String name : peers.names()) {
      List<Object> keys = keys("entity world");
      keys.add("name " + name);
      all.add(keys);
    }
    for (Cidr range : new HashSet<>(peers.ranges())) {
      all.add(keys(range));
    }
    return all.isEmpty() ? List.of(List.of(EVERYBODY)) : all;
  }

  private List<Object> keys(Cidr range) {
    List<Object> keys = keys("entity world");
    for (int length : lengths) {
      if (length <= range.length()) {
        keys.add(new Cidr(range.address(), length).canonical());
      }
    }
    return keys;
  }

  private static List<Object> keys(String other) {
    List<Object> keys = new ArrayList<>();
    keys.add(EVERYBODY);
    keys.add(other);
    return keys;
  }
}
