package dev.meshlint.core.source;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A new text beside the file that it is for, under another name, ready to take its place in one step. */
final class StagedFile {
  private final Replacement replacement;
  private final Path target;
  private final Path temporary;
  private final byte[] before;

  private StagedFile(Replacement replacement, Path target, Path temporary, byte[] before) {
    this.replacement = replacement;
    this.target = target;
    this.temporary = temporary;
    this.before = before;
  }

  /**
   * Writes the text beside the file.
   *
   * @return null if the file is no longer what was read
   * @throws IOException if the file cannot be read, or nothing can be written there
   */
  static @Nullable StagedFile of(Path path, Replacement replacement) throws IOException {
    Path target = path.toRealPath();
    byte[] before = Files.readAllBytes(target);
    byte[] after = replacement.encoded(before);
    if (after == null) {
      return null;
    }
    if (!Files.isWritable(target)) {
      throw new AccessDeniedException(target.toString());
    }
    Path temporary = Files.createTempFile(target.getParent(), ".mesh-lint", ".tmp");
    try {
      Files.write(temporary, after);
      keepAttributes(target, temporary);
    } catch (IOException e) {
      Files.deleteIfExists(temporary);
      throw e;
    }
    return new StagedFile(replacement, target, temporary, before);
  }

  /** Permissions are kept, owner and group where the system lets us. */
  private static void keepAttributes(Path from, Path to) throws IOException {
    PosixFileAttributeView old = Files.getFileAttributeView(from, PosixFileAttributeView.class);
    PosixFileAttributeView made = Files.getFileAttributeView(to, PosixFileAttributeView.class);
    if (old == null || made == null) {
      return;
    }
    PosixFileAttributes attributes = old.readAttributes();
    keepOwner(attributes, made);
    made.setPermissions(attributes.permissions());
  }

  private static void keepOwner(PosixFileAttributes from, PosixFileAttributeView to)
      throws IOException {
    PosixFileAttributes made = to.readAttributes();
    try {
      if (!from.group().equals(made.group())) {
        to.setGroup(from.group());
      }
      if (!from.owner().equals(made.owner())) {
        to.setOwner(from.owner());
      }
    } catch (FileSystemException e) {
      // Only an administrator may give files away: the file is ours then, as after a copy.
      return;
    }
  }

  Replacement replacement() {
    return replacement;
  }

  /**
   * Puts it in the place of the file.
   *
   * @return false if the file has changed in the meantime
   */
  boolean commit() throws IOException {
    if (!Arrays.equals(before, Files.readAllBytes(target))) {
      return false;
    }
    try {
      Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
    }
    return true;
  }

  /** Deletes what was written, unless it has taken the place of the file. */
  void discard() {
    try {
      Files.deleteIfExists(temporary);
    } catch (IOException e) {
      temporary.toFile().deleteOnExit();
    }
  }
}
