package dev.meshlint.core.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads files from beginning to end, as far as they have one: nobody may ever write to a pipe, and a device may never end.
 * Thread-safe.
 */
public final class WholeFile {
  /** The size in bytes that a file of settings or arguments may have. */
  public static final int LARGEST_TEXT = 16 << 20;

  private WholeFile() {}

  /**
   * The bytes of a file; null if there are more than {@code most}, of which at most one more is then read.
   *
   * @throws IOException if it cannot be read, or is a pipe or a device that was not handed over open, as a shell does with
   *     {@code <(command)}
   */
  public static byte @Nullable [] bytes(Path path, int most) throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
    if (attributes.isOther() && !isHandedOver(path)) {
      throw new FileSystemException(path.toString(), null, "it is a pipe or a device, not a file");
    }
    if (attributes.size() > most) {
      return null;
    }
    try (InputStream in = Files.newInputStream(path)) {
      byte[] bytes = new byte[(int) attributes.size()];
      int count = in.readNBytes(bytes, 0, bytes.length);
      // What has grown since, or never told its size.
      byte[] more = count < bytes.length ? new byte[0] : in.readNBytes(most - count + 1);
      if (count + more.length > most) {
        return null;
      }
      byte[] all = Arrays.copyOf(bytes, count + more.length);
      System.arraycopy(more, 0, all, count, more.length);
      return more.length == 0 && count == bytes.length ? bytes : all;
    }
  }

  /**
   * The text of a file in UTF-8.
   *
   * @throws java.nio.charset.CharacterCodingException if it is no such text
   * @throws IOException if it cannot be read, or has more than {@link #LARGEST_TEXT} bytes
   */
  public static String text(Path path) throws IOException {
    byte[] bytes = bytes(path, LARGEST_TEXT);
    if (bytes == null) {
      throw new FileSystemException(
          path.toString(), null, "it is larger than " + (LARGEST_TEXT >> 20) + " MiB");
    }
    return StandardCharsets.UTF_8
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT)
        .decode(ByteBuffer.wrap(bytes))
        .toString();
  }

  /** Whether a path stands for what is open already, and may be a pipe. */
  static boolean isHandedOver(Path path) {
    return path.startsWith("/dev/fd") || path.startsWith("/dev/stdin") || path.startsWith("/proc");
  }
}
