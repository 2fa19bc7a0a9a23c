package dev.meshlint.core.value;

import org.jspecify.annotations.Nullable;

/**
 * What a principal of an AuthorizationPolicy asks of the caller's identity, part by part: {@code
 * trust-domain/ns/NAMESPACE/sa/ACCOUNT} with {@code *} at the beginning or the end (Istio's
 * reference of AuthorizationPolicy, field {@code principals}).
 *
 * @param trustDomain what it asks of the trust domain; null for anything
 * @param namespace what it asks of the namespace; null for anything
 * @param account what it asks of the service account; null for anything
 */
public record PrincipalPattern(
    @Nullable WildcardText trustDomain,
    @Nullable WildcardText namespace,
    @Nullable WildcardText account) {
  private static final int NAMESPACE = 2;
  private static final int ACCOUNT = 4;

  /** Reads a principal; null if no identity has its form. */
  public static @Nullable PrincipalPattern parse(String text) {
    if (IstioPrincipal.problem(text) != null) {
      return null;
    }
    WildcardText whole = WildcardText.parse(text);
    if (whole.kind() == WildcardText.Kind.PRESENCE) {
      return new PrincipalPattern(null, null, null);
    }
    String[] parts = whole.text().split("/", -1);
    int skipped = whole.kind() == WildcardText.Kind.SUFFIX ? ACCOUNT + 1 - parts.length : 0;
    return new PrincipalPattern(
        part(parts, 0, skipped, whole.kind()),
        part(parts, NAMESPACE, skipped, whole.kind()),
        part(parts, ACCOUNT, skipped, whole.kind()));
  }

  private static @Nullable WildcardText part(
      String[] parts, int wanted, int skipped, WildcardText.Kind kind) {
    int index = wanted - skipped;
    if (index < 0 || index >= parts.length) {
      return null;
    }
    boolean cut =
        switch (kind) {
          case PREFIX -> index == parts.length - 1;
          case SUFFIX -> index == 0;
          default -> false;
        };
    if (cut && parts[index].isEmpty()) {
      return null;
    }
    return new WildcardText(cut ? kind : WildcardText.Kind.EXACT, parts[index]);
  }
}
