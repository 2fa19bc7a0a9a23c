package dev.meshlint.core.mesh;

import dev.meshlint.core.model.View;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Entries of policies, each kept under something that another one must ask for too where the first takes it in: a label
 * of the pods it is for, a peer, a port. So those that take in another one are found without looking at all of them.
 * Immutable.
 */
final class CiliumEntries {
  private final RequirementKeys subjects;
  private final CiliumPeerKeys peers;
  private final CiliumPortKeys ports;
  private final Map<String, Map<Object, Map<String, List<Item>>>> index = new HashMap<>();

  /**
   * An entry, or the part of it that has these ports.
   *
   * @param subject the pods that it is for
   * @param peers whom it is about
   * @param ports its ports
   * @param entry where it stands
   * @param title the title of its resource
   */
  record Item(
      CiliumSelection subject, CiliumPeers peers, CiliumPorts ports, View entry, String title) {
    static Item of(CiliumSelection subject, CiliumPeers peers, CiliumPorts ports, View entry) {
      return new Item(subject, peers, ports, entry, entry.resource().title());
    }

    /** By titles, so that the order of the files does not matter. */
    static final Comparator<Item> ORDER =
        Comparator.comparing(Item::title).thenComparingInt(item -> item.entry.node().start());
  }

  CiliumEntries(List<Item> items) {
    subjects = new RequirementKeys(items.stream().map(Item::subject).toList());
    peers = new CiliumPeerKeys(items.stream().map(Item::peers).toList());
    ports = new CiliumPortKeys();
    List<Item> sorted = new ArrayList<>(items);
    sorted.sort(Item.ORDER);
    for (Item item : sorted) {
      if (!item.subject().open()) {
        add(item);
      }
    }
  }

  private void add(Item item) {
    Map<Object, Map<String, List<Item>>> ofSubject =
        index.computeIfAbsent(subjects.rarest(item.subject()), any -> new HashMap<>());
    for (Object peer : peers.of(item.peers())) {
      Map<String, List<Item>> ofPeer = ofSubject.computeIfAbsent(peer, any -> new HashMap<>());
      for (String port : ports.of(item.ports())) {
        ofPeer.computeIfAbsent(port, any -> new ArrayList<>(1)).add(item);
      }
    }
  }

  /** Whether there are none. */
  boolean isEmpty() {
    return index.isEmpty();
  }

  /**
   * The first entry, by titles, that certainly takes in all of another one.
   *
   * @param subject the pods that the other one is for
   * @param narrow whom it is about
   * @param narrowPorts its ports; none means all
   * @param also what the entry must be besides
   * @return null where none in view does
   */
  @Nullable Item first(
      CiliumSelection subject, CiliumPeers narrow, CiliumPorts narrowPorts, Predicate<Item> also) {
    if (subject.open()) {
      return null;
    }
    Item found = null;
    for (List<Item> candidates : fewest(subject, narrow, narrowPorts)) {
      for (Item item : candidates) {
        if (found != null && Item.ORDER.compare(item, found) >= 0) {
          break;
        }
        if (item.subject().covers(subject)
            && item.peers().cover(narrow)
            && item.ports().hold(narrowPorts)
            && also.test(item)) {
          found = item;
          break;
        }
      }
    }
    return found;
  }

  /** What takes in all takes in each peer and each port: those of the rarest are enough. */
  private List<List<Item>> fewest(
      CiliumSelection subject, CiliumPeers narrow, CiliumPorts narrowPorts) {
    List<Map<Object, Map<String, List<Item>>>> ofSubject = new ArrayList<>();
    for (String key : subjects.askedBy(subject)) {
      Map<Object, Map<String, List<Item>>> some = index.get(key);
      if (some != null) {
        ofSubject.add(some);
      }
    }
    List<List<String>> portKeys = ports.askedBy(narrowPorts);
    List<List<Item>> best = List.of();
    List<Object> bestPeer = List.of();
    int fewest = Integer.MAX_VALUE;
    for (List<Object> peer : peers.askedBy(narrow)) {
      List<List<Item>> some = at(ofSubject, peer, portKeys.get(0));
      if (count(some) < fewest) {
        fewest = count(some);
        best = some;
        bestPeer = peer;
      }
    }
    for (List<String> port : portKeys.subList(1, portKeys.size())) {
      List<List<Item>> some = at(ofSubject, bestPeer, port);
      if (count(some) < fewest) {
        fewest = count(some);
        best = some;
      }
    }
    return best;
  }

  private static List<List<Item>> at(
      List<Map<Object, Map<String, List<Item>>>> ofSubject,
      List<Object> peerKeys,
      List<String> portKeys) {
    List<List<Item>> found = new ArrayList<>();
    for (Map<Object, Map<String, List<Item>>> byPeer : ofSubject) {
      for (Object peer : peerKeys) {
        Map<String, List<Item>> byPort = byPeer.getOrDefault(peer, Map.of());
        for (String port : portKeys) {
          List<Item> items = byPort.get(port);
          if (items != null) {
            found.add(items);
          }
        }
      }
    }
    return found;
  }

  private static int count(List<List<Item>> lists) {
    int count = 0;
    for (List<Item> list : lists) {
      count += list.size();
    }
    return count;
  }
}
