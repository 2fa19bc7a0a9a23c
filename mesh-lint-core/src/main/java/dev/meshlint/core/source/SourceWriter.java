package dev.meshlint.core.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes new texts of files, all or none: if one of the files is no longer what was read, or cannot be written, all stay as
 * they are. Encoding and byte order mark are kept, permissions too, and a symbolic link goes on leading to its file.
 */
public final class SourceWriter {
  private SourceWriter() {}

  /**
   * Writes them. Texts that belong to no file on a disk are left out.
   *
   * @return why nothing was written, a sentence each; empty if all is written
   */
  public static List<SourceError> write(List<Replacement> replacements) {
    List<StagedFile> staged = new ArrayList<>(replacements.size());
    List<SourceError> errors = new ArrayList<>(0);
    for (Replacement replacement : replacements) {
      Path target = replacement.target();
      if (target != null) {
        stage(replacement, target, staged, errors);
      }
    }
    for (int i = 0; i < staged.size() && errors.isEmpty(); i++) {
      commit(staged.get(i), errors);
    }
    staged.forEach(StagedFile::discard);
    return errors;
  }

  private static void stage(
      Replacement replacement, Path target, List<StagedFile> staged, List<SourceError> errors) {
    try {
      @Nullable StagedFile file = StagedFile.of(target, replacement);
      if (file == null) {
        errors.add(error(replacement, "has changed since it was read: nothing is written"));
      } else {
        staged.add(file);
      }
    } catch (IOException e) {
      errors.add(error(replacement, "cannot be written: " + IoMessages.of(e)));
    }
  }

  private static void commit(StagedFile file, List<SourceError> errors) {
    try {
      if (!file.commit()) {
        errors.add(error(file.replacement(), "has changed since it was read: it is not written"));
      }
    } catch (IOException e) {
      errors.add(error(file.replacement(), "cannot be written: " + IoMessages.of(e)));
    }
  }

  private static SourceError error(Replacement replacement, String what) {
    return new SourceError(replacement.name(), "\"" + replacement.name() + "\" " + what);
  }
}
