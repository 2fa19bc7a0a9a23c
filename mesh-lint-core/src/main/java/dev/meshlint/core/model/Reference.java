package dev.meshlint.core.model;

import org.jspecify.annotations.Nullable;

/**
 * A reference to another object by group, kind and name, as {@code targetRefs}, {@code parentRefs}
 * and {@code backendRefs} hold them.
 */
public class Reference extends View {
  /** Makes the view. */
  public Reference(At at) {
    super(at);
  }

  /** The API group; what an absent one means depends on the field. */
  public final @Nullable Text group() {
    return name("group");
  }

  /** The kind; what an absent one means depends on the field. */
  public final @Nullable Text kind() {
    return name("kind");
  }

  /** The name. */
  public final @Nullable Text name() {
    return name("name");
  }

  /** The namespace as written; null for that of the referring resource. */
  public final @Nullable Text namespace() {
    return name("namespace");
  }

  /** The named part of the object: a listener, a port; only where the field has one. */
  public final @Nullable Text sectionName() {
    return name("sectionName");
  }

  /** The port; only where the field has one. */
  public final @Nullable Integer port() {
    return integer("port");
  }

  /** Whether group and kind are known and these, with these defaults for absent ones; compared without case. */
  public final boolean isTo(String group, String kind, String absentGroup, String absentKind) {
    return is("group", group, absentGroup) && is("kind", kind, absentKind);
  }

  private boolean is(String key, String wanted, String absent) {
    if (!has(key)) {
      return wanted.equalsIgnoreCase(absent);
    }
    String written = value(key, Text.Format.NAME);
    return written != null && written.equalsIgnoreCase(wanted);
  }
}
