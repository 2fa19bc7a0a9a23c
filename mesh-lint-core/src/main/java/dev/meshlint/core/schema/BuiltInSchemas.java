package dev.meshlint.core.schema;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The kinds that mesh-lint knows, with their shapes. The list of kinds is read once; the shapes of a kind when the first
 * resource of that kind is checked.
 *
 * <p>Safe for use by several threads.
 */
public final class BuiltInSchemas {
  /** The name of the compiled tables on the class path. */
  public static final String RESOURCE = "META-INF/mesh-lint/schema/built-in.bin";

  private final byte[] tables;
  private final Map<String, SchemaKind> kinds;
  private final Map<String, Removed> removed;
  private final Map<String, int[]> places;
  private final Map<String, Shape[]> shapes = new ConcurrentHashMap<>();

  /**
   * A kind that no current release has.
   *
   * @param group its group
   * @param kind its name
   * @param mesh whose kind it was
   * @param severity the severity of using it; empty for the usual one
   * @param successor what to use instead, as a part of a sentence; empty if nothing
   */
  record Removed(String group, String kind, String mesh, String severity, String successor) {}

  private BuiltInSchemas(
      byte[] tables,
      Map<String, SchemaKind> kinds,
      Map<String, Removed> removed,
      Map<String, int[]> places) {
    this.tables = tables;
    this.kinds = kinds;
    this.removed = removed;
    this.places = places;
  }

  /** The schemas of this release of mesh-lint. */
  public static BuiltInSchemas load() {
    try (InputStream in = BuiltInSchemas.class.getClassLoader().getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is not on the class path");
      }
      return of(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Schemas from compiled tables.
   *
   * @param tables what the schema compiler wrote
   * @throws UncheckedIOException if it is anything else
   */
  public static BuiltInSchemas of(byte[] tables) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(tables))) {
      Map<String, SchemaKind> kinds = new LinkedHashMap<>();
      Map<String, int[]> places = new HashMap<>();
      int count = in.readUnsignedShort();
      for (int i = 0; i < count; i++) {
        SchemaKind kind = kind(in);
        String key = key(kind.group(), kind.kind());
        kinds.put(key, kind);
        places.put(key, new int[] {in.readInt(), in.readInt()});
      }
      Map<String, Removed> removed = new HashMap<>();
      int gone = in.readUnsignedShort();
      for (int i = 0; i < gone; i++) {
        Removed kind =
            new Removed(in.readUTF(), in.readUTF(), in.readUTF(), in.readUTF(), in.readUTF());
        removed.put(key(kind.group(), kind.kind()), kind);
      }
      return new BuiltInSchemas(tables, kinds, removed, places);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SchemaKind kind(DataInputStream in) throws IOException {
    String group = in.readUTF();
    String kind = in.readUTF();
    String mesh = in.readUTF();
    boolean cluster = in.readBoolean();
    List<SchemaKind.Version> versions = new ArrayList<>();
    int count = in.readUnsignedByte();
    for (int i = 0; i < count; i++) {
      versions.add(
          new SchemaKind.Version(
              in.readUTF(),
              SchemaKind.Status.values()[in.readUnsignedByte()],
              in.readUTF(),
              in.readUTF(),
              in.readUnsignedShort()));
    }
    return new SchemaKind(group, kind, mesh, cluster, versions);
  }

  /** All kinds, ordered by group and name. */
  public Collection<SchemaKind> kinds() {
    return Collections.unmodifiableCollection(kinds.values());
  }

  /** The kind, or null if it is not known. */
  public @Nullable SchemaKind find(String group, String kind) {
    return kinds.get(key(group, kind));
  }

  @Nullable Removed removed(String group, String kind) {
    Removed exact = removed.get(key(group, kind));
    return exact != null ? exact : removed.get(key(group, "*"));
  }

  Shape shape(SchemaKind kind, SchemaKind.Version version) {
    String key = key(kind.group(), kind.kind());
    Shape[] known = shapes.get(key);
    if (known == null) {
      known = read(key);
      shapes.put(key, known);
    }
    return known[version.shape()];
  }

  /**
   * Reads the shapes of all kinds, which otherwise happens when they are needed.
   *
   * @throws IllegalArgumentException if a table has a format, check or condition that does not exist
   */
  public void readAll() {
    for (Map.Entry<String, SchemaKind> kind : kinds.entrySet()) {
      try {
        shapes.put(kind.getKey(), read(kind.getKey()));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(kind.getKey() + ": " + e.getMessage(), e);
      }
    }
  }

  private Shape[] read(String key) {
    int[] place = places.get(key);
    if (place == null) {
      throw new IllegalArgumentException("no shapes of " + key);
    }
    try (DataInputStream in =
        new DataInputStream(new ByteArrayInputStream(tables, tables.length - place[0], place[1]))) {
      return new ShapeReader(in).read();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String key(String group, String kind) {
    return group + "/" + kind;
  }
}
