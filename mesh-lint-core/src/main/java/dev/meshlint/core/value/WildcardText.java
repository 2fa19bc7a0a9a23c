package dev.meshlint.core.value;

/**
 * A text of an AuthorizationPolicy with its way of matching (Istio's reference of
 * AuthorizationPolicy): {@code x} exactly, {@code x*} the beginning, {@code *x} the end, {@code *}
 * anything that is there. A {@code *} elsewhere is an ordinary character.
 *
 * @param kind the way of matching
 * @param text the text without the {@code *}
 */
public record WildcardText(Kind kind, String text) {
  /** The ways of matching. */
  public enum Kind {
    /** The whole value. */
    EXACT,
    /** The beginning of the value. */
    PREFIX,
    /** The end of the value. */
    SUFFIX,
    /** Any value that is not empty. */
    PRESENCE
  }

  /** Reads a text. */
  public static WildcardText parse(String text) {
    if (text.equals("*")) {
      return new WildcardText(Kind.PRESENCE, "");
    }
    if (text.startsWith("*")) {
      return new WildcardText(Kind.SUFFIX, text.substring(1));
    }
    return text.endsWith("*")
        ? new WildcardText(Kind.PREFIX, text.substring(0, text.length() - 1))
        : new WildcardText(Kind.EXACT, text);
  }

  /** Whether the value matches. */
  public boolean matches(String value) {
    return switch (kind) {
      case EXACT -> value.equals(text);
      case PREFIX -> value.startsWith(text);
      case SUFFIX -> value.endsWith(text);
      case PRESENCE -> !value.isEmpty();
    };
  }

  /** Whether everything that the other matches is matched by this one too. */
  public boolean covers(WildcardText other) {
    return switch (kind) {
      case EXACT -> equals(other);
      case PREFIX -> (other.kind == Kind.EXACT || other.kind == Kind.PREFIX) && matches(other.text);
      case SUFFIX -> (other.kind == Kind.EXACT || other.kind == Kind.SUFFIX) && matches(other.text);
      case PRESENCE -> other.kind != Kind.EXACT || !other.text.isEmpty();
    };
  }

  /** As it is written. */
  @Override
  public String toString() {
    return switch (kind) {
      case EXACT -> text;
      case PREFIX -> text + "*";
      case SUFFIX -> "*" + text;
      case PRESENCE -> "*";
    };
  }
}
