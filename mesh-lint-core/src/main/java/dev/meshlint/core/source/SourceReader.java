package dev.meshlint.core.source;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads and decodes sources. Thread-safe. */
public final class SourceReader {
  /** The size in bytes that no file may exceed, however much memory there is. */
  public static final int LARGEST = 100 << 20;

  private final int largest;

  /**
   * Makes a reader.
   *
   * @param largest the size in bytes that a file may have
   */
  public SourceReader(int largest) {
    this.largest = largest;
  }

  /**
   * What came of reading a source. At least one of the parts is there.
   *
   * @param file the text; null if there is none to go on with
   * @param problem what is wrong with it; a file may have a text all the same
   * @param skipped why there is no text, where that is no mistake
   * @param error why the source could not be read at all
   */
  public record Reading(
      @Nullable SourceFile file,
      @Nullable SourceProblem problem,
      @Nullable SkipReason skipped,
      @Nullable SourceError error) {}

  /** Reads a source to its end. Never throws on account of what it reads. */
  public Reading read(Source source) {
    if (source.content() instanceof Source.InMemory given) {
      return new Reading(new SourceFile(source, given.text()), null, null, null);
    }
    if (source.content() instanceof Source.Rendered made) {
      return new Reading(new SourceFile(source, made.text()), null, null, null);
    }
    byte[] bytes;
    try {
      bytes = bytes(source);
    } catch (IOException e) {
      String message = "\"" + source.name() + "\" cannot be read: " + IoMessages.of(e);
      return new Reading(null, null, null, new SourceError(source.name(), message));
    }
    return bytes == null ? tooLarge(source) : decode(source, bytes);
  }

  /** The bytes of a source; null if there are too many. */
  private byte @Nullable [] bytes(Source source) throws IOException {
    if (source.content() instanceof Source.OnDisk file) {
      return WholeFile.bytes(file.path(), largest);
    }
    if (source.content() instanceof Source.Streamed stream) {
      byte[] bytes = stream.input().open().readNBytes(largest + 1);
      return bytes.length > largest ? null : bytes;
    }
    return new byte[0];
  }

  private Reading tooLarge(Source source) {
    String size = largest < 1 << 20 ? largest + " bytes" : (largest >> 20) + " MiB";
    String help =
        largest < LARGEST
            ? "split it, exclude it, or give the JVM more memory"
            : "split it, or exclude it";
    return problem(
        source, SourceProblem.TOO_LARGE, "file is larger than " + size + " and is not read", help);
  }

  private static Reading decode(Source source, byte[] bytes) {
    Decoder.Decoded decoded = Decoder.decode(bytes);
    return switch (decoded.kind()) {
      case BINARY -> new Reading(null, null, SkipReason.BINARY, null);
      case UTF_32 ->
          problem(
              source,
              SourceProblem.UNREADABLE,
              "file is encoded as UTF-32, which Kubernetes tools do not read",
              "save it as UTF-8");
      case TEXT -> text(source, decoded);
    };
  }

  private static Reading problem(Source source, String rule, String message, String help) {
    SourceFile nothing = new SourceFile(source, "");
    return new Reading(null, new SourceProblem(rule, message, nothing, 0, 0, help), null, null);
  }

  private static Reading text(Source source, Decoder.Decoded decoded) {
    SourceFile file = new SourceFile(source, decoded.text());
    if (decoded.firstBad() < 0) {
      return new Reading(file, null, null, null);
    }
    String hex = Integer.toHexString(0x100 | decoded.badByte()).substring(1);
    SourceProblem problem =
        new SourceProblem(
            SourceProblem.UNREADABLE,
            "byte 0x"
                + hex
                + " is no valid "
                + decoded.charset().name()
                + ": the text cannot be read",
            file,
            decoded.firstBad(),
            Math.min(decoded.firstBad() + 1, decoded.text().length()),
            "save the file as UTF-8");
    return new Reading(file, problem, null, null);
  }
}
