package dev.meshlint.core.report;

import dev.meshlint.core.finding.Finding;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Tells findings of two runs apart from new ones: a hash that does not change when lines move. It is made of rule, case, resource
 * and path, of the file for what lies in no resource.
 */
final class Fingerprints {
  private static final int LENGTH = 32;

  private Fingerprints() {}

  static String of(Finding finding) {
    String what =
        finding.resource() == null
            ? finding.place().file().name() + '\n' + finding.message()
            : finding.resource() + "\n" + finding.path();
    String text = finding.rule() + '\n' + finding.caseName() + '\n' + what;
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash).substring(0, LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
