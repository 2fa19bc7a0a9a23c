package dev.meshlint.core.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something to read: a file, a text, or the standard input. Immutable.
 *
 * @param name the name shown to people: relative to the working directory, with forward slashes
 * @param content where the text comes from
 * @param context whether it is read for resolution only and not reported on
 * @param mesh the number of the mesh it belongs to, from 0; {@link #ALL_MESHES} for context of all of them
 * @param meshName the PATH as given, with one mesh a PATH; else null
 */
public record Source(
    String name, Content content, boolean context, int mesh, @Nullable String meshName) {
  /** The mesh number of context that every mesh sees. */
  public static final int ALL_MESHES = -1;

  /** Checks its arguments. */
  public Source {
    Objects.requireNonNull(name);
    Objects.requireNonNull(content);
  }

  // By hand: what a record generates is linked at run time, which every run pays for.
  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof Source other
        && name.equals(other.name)
        && content.equals(other.content)
        && context == other.context
        && mesh == other.mesh
        && Objects.equals(meshName, other.meshName);
  }

  @Override
  public int hashCode() {
    return 31 * name.hashCode() + content.hashCode();
  }

  /** Where a text comes from. */
  public sealed interface Content {}

  /**
   * A file, read when it is its turn.
   *
   * @param path the absolute path
   */
  public record OnDisk(Path path) implements Content {
    @Override
    public boolean equals(@Nullable Object object) {
      return object instanceof OnDisk other && path.equals(other.path);
    }

    @Override
    public int hashCode() {
      return path.hashCode();
    }
  }

  /**
   * A text that is given.
   *
   * @param text the text
   * @param path the absolute path of the file that it stands for; null if it stands for none
   */
  public record InMemory(String text, @Nullable Path path) implements Content {}

  /**
   * A stream, read when it is its turn.
   *
   * @param input what opens it
   * @param path the absolute path of the file that it stands for; null if it stands for none
   */
  public record Streamed(StandardInput input, @Nullable Path path) implements Content {}

  /**
   * A text that a program made.
   *
   * @param text the text
   * @param origin the absolute path of the file that it was made of; null if nobody knows. The text does not stand for that
   *     file: nothing in the file is as it is in the text
   * @param build a name for all that was made at once, and is applied together
   */
  public record Rendered(String text, @Nullable Path origin, String build) implements Content {}

  /** A file, shown under its path. */
  public static Source of(Path path) {
    return of(slashed(path), path);
  }

  /** A file, shown under this name. */
  public static Source of(String name, Path path) {
    return new Source(name, new OnDisk(path.toAbsolutePath().normalize()), false, 0, null);
  }

  /** A text, shown under this name. */
  public static Source ofText(String name, String text) {
    return new Source(name, new InMemory(text, null), false, 0, null);
  }

  /**
   * What a program made of a file.
   *
   * @param name the name shown to people
   * @param text the text
   * @param origin the absolute path of the file; null if nobody knows
   * @param build a name for all that was made at once
   */
  public static Source ofRendered(String name, String text, @Nullable Path origin, String build) {
    return new Source(name, new Rendered(text, origin, build), false, 0, null);
  }

  /** Bytes to be decoded as those of a file are, shown under this name. */
  public static Source ofBytes(String name, byte[] bytes) {
    byte[] copy = bytes.clone();
    StandardInput input = () -> new ByteArrayInputStream(copy);
    return new Source(name, new Streamed(input, null), false, 0, null);
  }

  /** The same source, read for resolution only. */
  public Source asContext() {
    return new Source(name, content, true, mesh, meshName);
  }

  /** The same source as part of this mesh. */
  public Source inMesh(int number, @Nullable String shownName) {
    return new Source(name, content, context, number, shownName);
  }

  /** The same source with another text, which is not written anywhere. */
  public Source withText(String text) {
    return new Source(name, new InMemory(text, path()), context, mesh, meshName);
  }

  /** The same source with other bytes, which are read when it is their turn. */
  Source withInput(StandardInput input) {
    return new Source(name, new Streamed(input, path()), context, mesh, meshName);
  }

  /**
   * The same source, to be read as often as one likes; no more of it is kept than shows that it is too large.
   *
   * @throws IOException if it is a stream and cannot be read
   */
  public Source buffered() throws IOException {
    if (!(content instanceof Streamed stream)) {
      return this;
    }
    byte[] bytes = stream.input().open().readNBytes(SourceReader.LARGEST + 1);
    StandardInput input = () -> new ByteArrayInputStream(bytes);
    return new Source(name, new Streamed(input, stream.path()), context, mesh, meshName);
  }

  /** The absolute path of the file that it is or stands for; null if there is none. */
  public @Nullable Path path() {
    if (content instanceof OnDisk file) {
      return file.path();
    }
    if (content instanceof Streamed stream) {
      return stream.path();
    }
    return content instanceof InMemory given ? given.path() : null;
  }

  /** Whether it is what a program made, and so no file that can be looked into or written. */
  public boolean isRendered() {
    return content instanceof Rendered;
  }

  /** The absolute path of the file that a program made it of; null if it made none of it, or nobody knows of what. */
  public @Nullable Path origin() {
    return content instanceof Rendered rendered ? rendered.origin() : null;
  }

  /** A name for all that a program made at once with this; null if none made it. */
  public @Nullable String build() {
    return content instanceof Rendered rendered ? rendered.build() : null;
  }

  /**
   * A path that tells where the source lies among the others, with forward slashes: the absolute path of a file, the
   * name of a text. Kustomizations refer to files by it.
   */
  public String location() {
    Path path = path();
    return path == null ? Locations.normal(name) : slashed(path);
  }

  private static String slashed(Path path) {
    String text = path.toString();
    return path.getFileSystem().getSeparator().equals("/") ? text : text.replace('\\', '/');
  }
}
