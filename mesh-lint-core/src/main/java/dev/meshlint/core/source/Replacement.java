package dev.meshlint.core.source;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The new text of a file.
 *
 * @param file the file as it was read
 * @param text the new text, without byte order mark
 */
public record Replacement(SourceFile file, String text) {
  /** The name shown to people. */
  public String name() {
    return file.name();
  }

  /** Where it would be written; null for a text that was given, and for what came from a stream. */
  public @Nullable Path target() {
    Source source = file.source();
    return source != null && source.content() instanceof Source.OnDisk onDisk
        ? onDisk.path()
        : null;
  }

  /**
   * The bytes of the new text, with the encoding and the byte order mark that the old one had.
   *
   * @param before the bytes that the file has now
   * @return null if they are not what was read
   */
  public byte @Nullable [] encoded(byte[] before) {
    Decoder.Decoded decoded = Decoder.decode(before);
    byte[] mark = Arrays.copyOf(before, decoded.mark());
    return Arrays.equals(before, encode(mark, file.text(), decoded.charset()))
        ? encode(mark, text, decoded.charset())
        : null;
  }

  private static byte[] encode(byte[] mark, String text, Charset charset) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length() + 16);
    bytes.writeBytes(mark);
    bytes.writeBytes(text.getBytes(charset));
    return bytes.toByteArray();
  }
}
