package dev.meshlint.core.value;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Certificates and keys as text (RFC 7468), read as leniently as Go's {@code encoding/pem}; indented text and lines that
 * are joined by {@code \n}, as inside JSON, are read too.
 *
 * <p>Thread-safe.
 */
public final class Pem {
  private static final String BEGIN = "-----BEGIN ";
  private static final String END = "-----END ";
  private static final String DASHES = "-----";

  /** No certificate or key is shorter: what is, stands for one. */
  private static final int SHORTEST = 48;

  /** Base64 of anything has more different characters than this; a row of the same ones stands for something. */
  private static final int FEWEST_DIFFERENT = 12;

  private Pem() {}

  /**
   * A block.
   *
   * @param label what it holds, such as {@code CERTIFICATE}
   * @param body what stands between the lines that begin and end it, without blanks and headers
   * @param complete whether the line that ends it is there
   * @param encrypted whether its headers say that a password is needed
   */
  public record Block(String label, String body, boolean complete, boolean encrypted) {
    /** Whether it holds a certificate. */
    public boolean isCertificate() {
      return label.equals("CERTIFICATE")
          || label.equals("TRUSTED CERTIFICATE")
          || label.equals("X509 CERTIFICATE");
    }

    /** Whether it holds a private key, of whatever kind. */
    public boolean isPrivateKey() {
      return label.endsWith("PRIVATE KEY");
    }

    /** Whether what it holds is written in DER, as certificates and most keys are; those of OpenSSH are not. */
    public boolean isDer() {
      return isCertificate() || (isPrivateKey() && !label.startsWith("OPENSSH"));
    }

    /** Whether the body plainly stands for something that is filled in later. */
    public boolean isPlaceholder() {
      if (body.length() < SHORTEST || Placeholders.inText(body)) {
        return true;
      }
      for (int i = 0; i < body.length(); i++) {
        char c = body.charAt(i);
        if (c == '.' || c == '<' || c == '*' || c == '[' || c == '$' || c == '{' || c > '~') {
          return true;
        }
      }
      return body.chars().distinct().count() < FEWEST_DIFFERENT;
    }

    /** What is encoded; null where it is no base64. */
    public byte @Nullable [] content() {
      try {
        return Base64.getDecoder().decode(body);
      } catch (IllegalArgumentException e) {
        return null;
      }
    }
  }

  /** Whether a text holds a block. */
  public static boolean isIn(String text) {
    return text.contains(BEGIN);
  }

  /** Whether a text is a certificate or key and not only holds one. */
  public static boolean begins(String text) {
    return text.stripLeading().startsWith(BEGIN);
  }

  /** Where a piece of text comes next, asked for places that only grow: all answers together take one pass. */
  private static final class Search {
    private final String text;
    private final String piece;
    private int next = -2;

    Search(String text, String piece) {
      this.text = text;
      this.piece = piece;
    }

    int from(int place) {
      if (next != -1 && next < place) {
        next = text.indexOf(piece, place);
      }
      return next;
    }
  }

  /** The blocks of a text, in order. Text between them does not matter. Time grows with its length. */
  public static List<Block> read(String text) {
    List<Block> blocks = new ArrayList<>();
    Search begins = new Search(text, BEGIN);
    Search ends = new Search(text, END);
    Search dashes = new Search(text, DASHES);
    Search lines = new Search(text, "\n");
    int begin = begins.from(0);
    while (begin >= 0) {
      int label = begin + BEGIN.length();
      int labelEnd = dashes.from(label);
      int line = lines.from(label);
      if (labelEnd < 0 || (line >= 0 && labelEnd > line)) {
        begin = begins.from(label);
        continue;
      }
      int body = labelEnd + DASHES.length();
      int next = begins.from(body);
      int end = ends.from(body);
      boolean complete = end >= 0 && (next < 0 || end < next);
      int bodyEnd = complete ? end : next < 0 ? text.length() : next;
      blocks.add(block(text.substring(label, labelEnd), text.substring(body, bodyEnd), complete));
      begin = next;
    }
    return blocks;
  }

  private static Block block(String label, String lines, boolean complete) {
    StringBuilder body = new StringBuilder(lines.length());
    boolean encrypted = label.startsWith("ENCRYPTED ");
    int start = 0;
    while (start < lines.length()) {
      int newline = lines.indexOf('\n', start);
      int end = newline < 0 ? lines.length() : newline;
      String line = lines.substring(start, end).strip();
      if (line.indexOf(": ") > 0) {
        encrypted |= line.endsWith("ENCRYPTED");
      } else {
        appendWithoutBlanks(line, body);
      }
      start = end + 1;
    }
    return new Block(label, body.toString(), complete, encrypted);
  }

  private static void appendWithoutBlanks(String line, StringBuilder body) {
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '\\' && i + 1 < line.length() && "nrt".indexOf(line.charAt(i + 1)) >= 0) {
        i++;
      } else if (c != ' ' && c != '\t' && c != '\r') {
        body.append(c);
      }
    }
  }
}
