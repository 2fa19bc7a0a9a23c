package dev.meshlint.core.manifest;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The namespace of a resource, as far as the files tell it.
 *
 * @param name the name to show; {@code default} for an assumed one
 * @param kind how much is known about it
 */
public record NamespaceRef(String name, Kind kind) {
  /** How much is known about a namespace. */
  public enum Kind {
    /** Written in the manifest, set by its kustomization, or given on the command line. */
    NAMED,
    /** Absent: some one namespace. All such resources of a run are taken to share it. */
    ASSUMED,
    /** Cannot be known: a placeholder, or a base that overlays put into different namespaces. */
    OPEN
  }

  /** Yes, no, or: it depends on what the files do not say. */
  public enum Same {
    /** Certainly the same namespace. */
    YES,
    /** Certainly another namespace. */
    NO,
    /** May be the same. */
    MAYBE;

    /** Whether both hold. */
    public Same and(Same other) {
      return this == NO || other == NO ? NO : this == YES ? other : MAYBE;
    }

    /** Whether one of them holds. */
    public Same or(Same other) {
      return this == YES || other == YES ? YES : this == NO ? other : MAYBE;
    }
  }

  /** The namespace of resources that name none. */
  public static final NamespaceRef ASSUMED = new NamespaceRef("default", Kind.ASSUMED);

  /** A namespace that cannot be known. */
  public static final NamespaceRef OPEN = new NamespaceRef("default", Kind.OPEN);

  /** Checks its arguments. */
  public NamespaceRef {
    Objects.requireNonNull(name);
    Objects.requireNonNull(kind);
  }

  /** A namespace known by name. */
  public static NamespaceRef named(String name) {
    return new NamespaceRef(name, Kind.NAMED);
  }

  // By hand, as hashCode: what a record generates is linked at run time, which every run pays for.
  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof NamespaceRef other && name.equals(other.name) && kind == other.kind;
  }

  @Override
  public int hashCode() {
    return 31 * name.hashCode() + kind.hashCode();
  }

  /** Whether the name is known. */
  public boolean isNamed() {
    return kind == Kind.NAMED;
  }

  /** Whether both are one namespace. */
  public Same same(NamespaceRef other) {
    if (kind == Kind.OPEN || other.kind == Kind.OPEN || kind != other.kind) {
      return Same.MAYBE;
    }
    return kind == Kind.ASSUMED || name.equals(other.name) ? Same.YES : Same.NO;
  }

  @Override
  public String toString() {
    return name;
  }
}
