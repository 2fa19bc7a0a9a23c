package dev.meshlint.core.fix;

import dev.meshlint.core.source.Source;
import dev.meshlint.core.source.SourceFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Applies fixes. A fix is applied as a whole or not at all: one that overlaps an earlier one is left out, to be offered
 * again by the next run; an edit that an earlier fix makes as well is made once. Edits that add or remove lines overlap
 * also if nothing but blank lines and comments lies between them: of two entries that can each be removed alone, both
 * may not.
 *
 * <p>Used by one thread.
 */
public final class FixApplier {
  private final Map<Object, TreeMap<Integer, Claim>> claims = new LinkedHashMap<>();
  private final Map<Object, SourceFile> files = new LinkedHashMap<>();

  /** An edit and the piece of the file that no other edit may touch. */
  private record Claim(TextEdit edit, int start, int end) {
    static Claim of(TextEdit edit) {
      return new Claim(edit, Surroundings.start(edit), Surroundings.end(edit));
    }

    /** An insertion counts as one character. */
    boolean overlaps(Claim other) {
      return other.start < Math.max(end, start + 1) && start < Math.max(other.end, other.start + 1);
    }
  }

  /** Takes a fix, and says whether it fits the ones before. */
  public boolean add(Fix fix) {
    List<Claim> wanted = new ArrayList<>(fix.edits().size());
    for (TextEdit edit : fix.edits()) {
      Claim claim = Claim.of(edit);
      if (!fits(claim) || overlapsOwn(claim, wanted)) {
        return false;
      }
      wanted.add(claim);
    }
    for (Claim claim : wanted) {
      SourceFile file = claim.edit().file();
      files.putIfAbsent(key(file), file);
      claims.computeIfAbsent(key(file), one -> new TreeMap<>()).put(claim.edit().start(), claim);
    }
    return true;
  }

  /** Edits of one fix know of each other: only what they replace may not overlap. */
  private static boolean overlapsOwn(Claim claim, List<Claim> others) {
    Claim bare = new Claim(claim.edit(), claim.edit().start(), claim.edit().end());
    for (Claim other : others) {
      TextEdit edit = other.edit();
      if (key(edit.file()).equals(key(claim.edit().file()))
          && bare.overlaps(new Claim(edit, edit.start(), edit.end()))) {
        return true;
      }
    }
    return false;
  }

  private boolean fits(Claim claim) {
    TreeMap<Integer, Claim> ofFile = claims.get(key(claim.edit().file()));
    if (ofFile == null) {
      return true;
    }
    Map.Entry<Integer, Claim> before = ofFile.floorEntry(claim.edit().start());
    if (before != null && isSame(before.getValue().edit(), claim.edit())) {
      return true;
    }
    Map.Entry<Integer, Claim> after = ofFile.higherEntry(claim.edit().start());
    return (before == null || !before.getValue().overlaps(claim))
        && (after == null || !after.getValue().overlaps(claim));
  }

  private static boolean isSame(TextEdit one, TextEdit other) {
    return one.start() == other.start()
        && one.end() == other.end()
        && one.text().equals(other.text());
  }

  /** A file on a disk may have been read several times, for several meshes. */
  private static Object key(SourceFile file) {
    Source source = file.source();
    @Nullable Object path = source == null ? null : source.path();
    return path == null ? file : path;
  }

  /** The new text of every file that a fix changes. */
  public Map<SourceFile, String> texts() {
    List<Map.Entry<Object, SourceFile>> sorted = new ArrayList<>(files.entrySet());
    sorted.sort(Comparator.comparing(entry -> entry.getValue().name()));
    Map<SourceFile, String> texts = new LinkedHashMap<>();
    for (Map.Entry<Object, SourceFile> entry : sorted) {
      List<TextEdit> edits = new ArrayList<>();
      for (Claim claim : claims.getOrDefault(entry.getKey(), new TreeMap<>()).values()) {
        edits.add(claim.edit());
      }
      texts.put(entry.getValue(), EditApplier.apply(entry.getValue().text(), edits));
    }
    return texts;
  }
}
