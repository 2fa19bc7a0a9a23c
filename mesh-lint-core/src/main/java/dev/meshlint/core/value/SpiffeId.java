package dev.meshlint.core.value;

import org.jspecify.annotations.Nullable;

/**
 * A SPIFFE id, {@code spiffe://trust-domain/path} (SPIFFE standard, "SPIFFE Identity and Verifiable
 * Identity Document").
 *
 * @param trustDomain the trust domain
 * @param path the path with its leading slash; empty if there is none
 */
public record SpiffeId(String trustDomain, String path) {
  /** What every id begins with. */
  public static final String SCHEME = "spiffe://";

  /** The id; null if the text is none. */
  public static @Nullable SpiffeId parse(String text) {
    if (problem(text) != null) {
      return null;
    }
    int slash = text.indexOf('/', SCHEME.length());
    return slash < 0
        ? new SpiffeId(text.substring(SCHEME.length()), "")
        : new SpiffeId(text.substring(SCHEME.length(), slash), text.substring(slash));
  }

  /** What is wrong with an id, as a clause; null if nothing is. */
  public static @Nullable String problem(String text) {
    if (!text.startsWith(SCHEME)) {
      return "it does not begin with \"spiffe://\"";
    }
    String rest = text.substring(SCHEME.length());
    int slash = rest.indexOf('/');
    String domain = slash < 0 ? rest : rest.substring(0, slash);
    if (domain.isEmpty()) {
      return "the trust domain is missing";
    }
    for (int i = 0; i < domain.length(); i++) {
      char c = domain.charAt(i);
      if (!Ascii.isLower(c) && !Ascii.isDigit(c) && c != '-' && c != '.' && c != '_') {
        return Ascii.isUpper(c)
            ? "the trust domain must be lower case"
            : "in the trust domain, "
                + DnsNames.characterProblem(c, "letters, digits, \"-\", \"_\" and \".\"");
      }
    }
    return slash < 0 ? null : pathProblem(rest.substring(slash));
  }

  private static @Nullable String pathProblem(String path) {
    if (path.endsWith("/")) {
      return "it ends with \"/\"";
    }
    for (String segment : path.substring(1).split("/", -1)) {
      if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
        return "a part of the path may not be \"" + segment + "\"";
      }
      for (int i = 0; i < segment.length(); i++) {
        char c = segment.charAt(i);
        if (!Ascii.isAlphanumeric(c) && c != '-' && c != '.' && c != '_') {
          return "in the path, "
              + DnsNames.characterProblem(c, "letters, digits, \"-\", \"_\" and \".\"");
        }
      }
    }
    return null;
  }
}
