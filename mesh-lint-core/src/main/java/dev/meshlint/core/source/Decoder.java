package dev.meshlint.core.source;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Turns bytes into text: UTF-8, or UTF-16 where a byte order mark or the pattern of zero bytes says so, as YAML 1.2 §5.2
 * has it. Bytes that are none become U+FFFD, and the first of them is told.
 */
final class Decoder {
  private static final int LOOKED_AT = 8000;
  private static final char REPLACEMENT = '\uFFFD';

  private Decoder() {}

  /** What bytes turned out to be. */
  enum Kind {
    /** Text. */
    TEXT,
    /** Text in an encoding that the API server's tools do not read. */
    UTF_32,
    /** No text. */
    BINARY
  }

  /**
   * Decoded bytes.
   *
   * @param kind what they are
   * @param text the text without byte order mark; empty unless it is text
   * @param charset the encoding
   * @param mark how many bytes the byte order mark has
   * @param firstBad the offset in the text of the first character that could not be decoded; -1 if all could
   * @param badByte the first byte that is none; meaningless if all could be decoded
   */
  record Decoded(Kind kind, String text, Charset charset, int mark, int firstBad, int badByte) {}

  static Decoded decode(byte[] bytes) {
    if (startsWith(bytes, 0xFF, 0xFE, 0, 0) || startsWith(bytes, 0, 0, 0xFE, 0xFF)) {
      return notText(Kind.UTF_32);
    }
    if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
      return text(bytes, 3, StandardCharsets.UTF_8);
    }
    if (startsWith(bytes, 0xFF, 0xFE)) {
      return text(bytes, 2, StandardCharsets.UTF_16LE);
    }
    if (startsWith(bytes, 0xFE, 0xFF)) {
      return text(bytes, 2, StandardCharsets.UTF_16BE);
    }
    return withoutMark(bytes);
  }

  private static Decoded withoutMark(byte[] bytes) {
    int length = Math.min(bytes.length, LOOKED_AT);
    int[] zeros = new int[4];
    int all = 0;
    for (int i = 0; i < length; i++) {
      if (bytes[i] == 0) {
        zeros[i % 4]++;
        all++;
      }
    }
    if (all == 0) {
      return text(bytes, 0, StandardCharsets.UTF_8);
    }
    int quarter = Math.max(1, length / 4);
    boolean nothing = most(zeros[0], quarter) && most(zeros[3], quarter);
    if (!nothing && all > length / 2 && most(zeros[2], quarter) && most(zeros[1], quarter)) {
      return notText(Kind.UTF_32);
    }
    Charset charset =
        most(zeros[1] + zeros[3], quarter * 2) && zeros[0] + zeros[2] == 0
            ? StandardCharsets.UTF_16LE
            : most(zeros[0] + zeros[2], quarter * 2) && zeros[1] + zeros[3] == 0
                ? StandardCharsets.UTF_16BE
                : null;
    return charset == null ? notText(Kind.BINARY) : text(bytes, 0, charset);
  }

  private static boolean most(int zeros, int of) {
    return zeros * 4 >= of * 3;
  }

  private static boolean startsWith(byte[] bytes, int... mark) {
    if (bytes.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  private static Decoded notText(Kind kind) {
    return new Decoded(kind, "", StandardCharsets.UTF_8, 0, -1, 0);
  }

  private static Decoded text(byte[] bytes, int from, Charset charset) {
    String text = new String(bytes, from, bytes.length - from, charset);
    int replaced = text.indexOf(REPLACEMENT);
    int[] bad = replaced < 0 ? null : firstBad(bytes, from, charset);
    return bad == null
        ? new Decoded(Kind.TEXT, text, charset, from, -1, 0)
        : new Decoded(Kind.TEXT, text, charset, from, bad[0], bad[1]);
  }

  /** The offset in the text and the byte; null where the replacement character itself was written. */
  private static int @Nullable [] firstBad(byte[] bytes, int from, Charset charset) {
    ByteBuffer in = ByteBuffer.wrap(bytes, from, bytes.length - from);
    CharBuffer out = CharBuffer.allocate(bytes.length - from + 1);
    CoderResult result =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT)
            .decode(in, out, true);
    return result.isError() ? new int[] {out.position(), bytes[in.position()] & 0xFF} : null;
  }
}
