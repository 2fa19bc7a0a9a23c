package dev.meshlint.core.fix;

import dev.meshlint.core.source.SourceFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Applies fixes. A fix is applied as a whole or not at all: one that overlaps an earlier one is left out, to be offered
 * again by the next run; an edit that an earlier fix makes as well is made once.
 *
 * <p>Used by one thread.
 */
public final class FixApplier {
  private final Map<SourceFile, TreeMap<Integer, TextEdit>> edits = new IdentityHashMap<>();
  private final List<SourceFile> files = new ArrayList<>();

  /** Takes a fix, and says whether it fits the ones before. */
  public boolean add(Fix fix) {
    for (int i = 0; i < fix.edits().size(); i++) {
      TextEdit edit = fix.edits().get(i);
      if (!fits(edit) || overlapsAny(edit, fix.edits().subList(0, i))) {
        return false;
      }
    }
    for (TextEdit edit : fix.edits()) {
      TreeMap<Integer, TextEdit> ofFile = edits.get(edit.file());
      if (ofFile == null) {
        ofFile = new TreeMap<>();
        edits.put(edit.file(), ofFile);
        files.add(edit.file());
      }
      ofFile.put(edit.start(), edit);
    }
    return true;
  }

  /** Whether an edit overlaps another; an insertion counts as one character. */
  private static boolean overlapsAny(TextEdit edit, List<TextEdit> others) {
    for (TextEdit other : others) {
      if (other.file().equals(edit.file())
          && other.start() < Math.max(edit.end(), edit.start() + 1)
          && edit.start() < Math.max(other.end(), other.start() + 1)) {
        return true;
      }
    }
    return false;
  }

  private boolean fits(TextEdit edit) {
    TreeMap<Integer, TextEdit> ofFile = edits.get(edit.file());
    if (ofFile == null) {
      return true;
    }
    Map.Entry<Integer, TextEdit> before = ofFile.floorEntry(edit.start());
    if (before != null && before.getValue().equals(edit)) {
      return true;
    }
    Map.Entry<Integer, TextEdit> after = ofFile.ceilingEntry(edit.start());
    boolean clearOfBefore =
        before == null
            || (before.getKey() < edit.start() && before.getValue().end() <= edit.start());
    boolean clearOfAfter =
        after == null || (after.getKey() > edit.start() && edit.end() <= after.getKey());
    return clearOfBefore && clearOfAfter;
  }

  /** The new text of every file that a fix changes. */
  public Map<SourceFile, String> texts() {
    Map<SourceFile, String> texts = new LinkedHashMap<>();
    files.sort(Comparator.comparing(SourceFile::name));
    for (SourceFile file : files) {
      TreeMap<Integer, TextEdit> ofFile = edits.getOrDefault(file, new TreeMap<>());
      texts.put(file, EditApplier.apply(file.text(), List.copyOf(ofFile.values())));
    }
    return texts;
  }
}
