package dev.meshlint.core.mesh;

import dev.meshlint.core.manifest.Kustomizations;
import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.source.SourceFile;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What {@link Nearness#nearest} answers for one list of definitions, for many references: each answer is made once.
 *
 * @param <T> the definitions
 * @param <G> what is made of those that are nearest
 */
final class NearestOf<T extends Located, G> {
  private final Kustomizations kustomizations;
  private final Function<List<T>, G> make;
  private final List<T> all;
  private final Map<SourceFile, List<Integer>> byFile = new IdentityHashMap<>();
  private final Map<Integer, List<Integer>> byKustomization = new HashMap<>();
  private final Map<String, List<Integer>> byFolder = new HashMap<>();
  private final Map<Object, G> made = new ConcurrentHashMap<>();

  NearestOf(List<T> all, Kustomizations kustomizations, Function<List<T>, G> make) {
    this.all = all;
    this.kustomizations = kustomizations;
    this.make = make;
    for (int i = 0; i < all.size() && all.size() > 1; i++) {
      Resource resource = all.get(i).resource();
      if (resource != null) {
        int number = i;
        add(byFile, resource.file(), i);
        add(byFolder, resource.file().folder(), i);
        kustomizations.takenInBy(resource).stream().forEach(k -> add(byKustomization, k, number));
      }
    }
  }

  private static <K> void add(Map<K, List<Integer>> lists, K key, int number) {
    lists.computeIfAbsent(key, any -> new ArrayList<>(1)).add(number);
  }

  /** What is made of the definitions nearest to a reference. */
  G of(Resource from) {
    if (all.size() > 1) {
      if (byFile.containsKey(from.file())) {
        return made(from.file(), () -> byFile.getOrDefault(from.file(), List.of()));
      }
      BitSet takenInBy = kustomizations.takenInBy(from);
      if (takenInBy.stream().anyMatch(byKustomization::containsKey)) {
        return made(takenInBy, () -> together(takenInBy));
      }
      String folder = from.file().folder();
      if (byFolder.containsKey(folder)) {
        return made("folder " + folder, () -> byFolder.getOrDefault(folder, List.of()));
      }
    }
    return made.computeIfAbsent("", any -> make.apply(all));
  }

  private Collection<Integer> together(BitSet takenInBy) {
    Collection<Integer> together = new TreeSet<>();
    takenInBy.stream().forEach(k -> together.addAll(byKustomization.getOrDefault(k, List.of())));
    return together;
  }

  private G made(Object key, Supplier<Collection<Integer>> numbers) {
    return made.computeIfAbsent(
        key,
        any -> {
          List<T> nearest = new ArrayList<>();
          numbers.get().forEach(number -> nearest.add(all.get(number)));
          return make.apply(nearest);
        });
  }
}
