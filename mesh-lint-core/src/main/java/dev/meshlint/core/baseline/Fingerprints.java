package dev.meshlint.core.baseline;

import dev.meshlint.core.engine.Redactor;
import dev.meshlint.core.engine.SecretSpan;
import dev.meshlint.core.finding.Finding;
import dev.meshlint.core.finding.Place;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Tells findings of two runs apart from new ones: a hash that does not change when lines move or when items are put into a
 * list before others. It is made of rule, case, resource, path without numbers of items, and the value there; of file and
 * message for what lies in no resource. Secrets are no part of it. Findings may have equal ones.
 *
 * <p>Used by one thread.
 */
public final class Fingerprints {
  private static final int LENGTH = 32;
  private static final int LONGEST_VALUE = 200;

  private final Redactor redactor = new Redactor();

  /** Makes a maker of fingerprints. */
  public Fingerprints() {}

  /** The fingerprint of a finding: 32 digits in base 16. */
  public String of(Finding finding) {
    String what =
        finding.resource() == null
            ? finding.place().file().name() + '\n' + finding.message()
            : finding.resource() + "\n" + path(finding) + '\n' + value(finding.place());
    String text = finding.rule() + '\n' + finding.caseName() + '\n' + what;
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash).substring(0, LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** The path of a finding with {@code []} for {@code [3]}; empty outside of resources. */
  static String path(Finding finding) {
    String path = finding.path();
    if (path == null) {
      return "";
    }
    StringBuilder bare = new StringBuilder(path.length());
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      bare.append(c);
      if (c == '[') {
        int end = path.indexOf(']', i);
        boolean number = end > i + 1 && isNumber(path, i + 1, end);
        i = number ? end - 1 : i;
      }
    }
    return bare.toString();
  }

  private static boolean isNumber(String path, int from, int to) {
    for (int i = from; i < to; i++) {
      if (path.charAt(i) < '0' || path.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  /** The value at a place, without quotes; empty for collections, for long ones and for secrets. */
  private String value(Place place) {
    String text = place.file().text();
    int length = place.end() - place.start();
    if (length <= 0 || length > LONGEST_VALUE || "{[".indexOf(text.charAt(place.start())) >= 0) {
      return "";
    }
    String value = text.substring(place.start(), place.end());
    return value.indexOf('\n') >= 0 || isSecret(place) ? "" : withoutQuotes(value);
  }

  private boolean isSecret(Place place) {
    List<SecretSpan> spans = redactor.spansFrom(place.file(), place.start());
    return !spans.isEmpty() && spans.get(0).start() < place.end();
  }

  private static String withoutQuotes(String value) {
    char first = value.charAt(0);
    boolean quoted =
        value.length() > 1
            && (first == '"' || first == '\'')
            && value.charAt(value.length() - 1) == first;
    return quoted ? value.substring(1, value.length() - 1) : value;
  }
}
