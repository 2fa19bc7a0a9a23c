package dev.meshlint.core.value;

import org.jspecify.annotations.Nullable;

/**
 * The name of a container's image: {@code registry/path/name:tag@digest}.
 *
 * @param repository what comes before the tag
 * @param tag the tag; null where there is none
 */
public record ImageName(String repository, @Nullable String tag) {
  private static final int MAX_TAG = 128;

  /** Reads a name; whether the image exists is another question. */
  public static ImageName of(String text) {
    int digest = text.indexOf('@');
    String name = digest < 0 ? text : text.substring(0, digest);
    int colon = name.lastIndexOf(':');
    return colon > name.lastIndexOf('/')
        ? new ImageName(name.substring(0, colon), name.substring(colon + 1))
        : new ImageName(name, null);
  }

  /** What is wrong with a repository such as {@code registry.example.com:5000/istio}; null if nothing is. */
  public static @Nullable String repositoryProblem(String text) {
    String[] parts = text.split("/", -1);
    boolean registry = parts.length > 1 && isRegistry(parts[0]);
    for (int i = registry ? 1 : 0; i < parts.length; i++) {
      String part = parts[i];
      if (part.isEmpty()) {
        return "a part of the path is empty";
      }
      for (int at = 0; at < part.length(); at++) {
        char c = part.charAt(at);
        if (!Ascii.isLower(c) && !Ascii.isDigit(c) && "._-".indexOf(c) < 0) {
          return "the path takes lower-case letters, digits, \".\", \"_\" and \"-\" only";
        }
      }
    }
    return null;
  }

  private static boolean isRegistry(String part) {
    int colon = part.indexOf(':');
    String host = colon < 0 ? part : part.substring(0, colon);
    return (colon >= 0 || host.indexOf('.') >= 0 || host.equals("localhost"))
        && !host.isEmpty()
        && host.indexOf(' ') < 0;
  }

  /** What is wrong with a tag such as {@code 1.28.0-distroless}; null if nothing is. */
  public static @Nullable String tagProblem(String text) {
    if (text.isEmpty() || text.length() > MAX_TAG) {
      return text.isEmpty() ? "it is empty" : "it is longer than " + MAX_TAG + " characters";
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Ascii.isAlphanumeric(c) && c != '_' && (i == 0 || c != '.' && c != '-')) {
        return "only letters, digits, \"_\", \".\" and \"-\" are allowed, the last two not at its beginning";
      }
    }
    return null;
  }

  /** The last part of the path. */
  public String last() {
    return repository.substring(repository.lastIndexOf('/') + 1);
  }

  /** Whether the path before the last part holds a word, such as {@code istio} in {@code gcr.io/istio-release/pilot}. */
  public boolean isBelow(String word) {
    return repository.lastIndexOf('/') > 0
        && repository.substring(0, repository.lastIndexOf('/')).contains(word);
  }
}
