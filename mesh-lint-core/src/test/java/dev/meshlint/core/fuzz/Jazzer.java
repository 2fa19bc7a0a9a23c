package dev.meshlint.core.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Where Jazzer comes in: it watches which code a text reaches, and goes on from those that reach more. */
public final class Jazzer {
  private static final Target TARGET =
      Target.valueOf(System.getProperty("fuzz.target", "yaml").toUpperCase(Locale.ROOT));

  private Jazzer() {}

  /** Called by Jazzer once: what is loaded then counts for no text. */
  public static void fuzzerInitialize() {
    TARGET.run("");
  }

  /** Called by Jazzer for each text. */
  public static void fuzzerTestOneInput(byte[] text) {
    TARGET.run(new String(text, StandardCharsets.UTF_8));
  }
}
