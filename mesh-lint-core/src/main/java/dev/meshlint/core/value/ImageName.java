package dev.meshlint.core.value;

import org.jspecify.annotations.Nullable;

/**
 * The name of a container's image: {@code registry/path/name:tag@digest}.
 *
 * @param repository what comes before the tag
 * @param tag the tag; null where there is none
 */
public record ImageName(String repository, @Nullable String tag) {
  /** Reads a name; whether the image exists is another question. */
  public static ImageName of(String text) {
    int digest = text.indexOf('@');
    String name = digest < 0 ? text : text.substring(0, digest);
    int colon = name.lastIndexOf(':');
    return colon > name.lastIndexOf('/')
        ? new ImageName(name.substring(0, colon), name.substring(colon + 1))
        : new ImageName(name, null);
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
