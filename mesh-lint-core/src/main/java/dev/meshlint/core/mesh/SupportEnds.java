package dev.meshlint.core.mesh;

import dev.meshlint.core.mesh.Releases.Product;
import dev.meshlint.core.value.Version;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Properties;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** When minor versions of meshes stopped being mended, from a table with its date and sources. Immutable. */
public final class SupportEnds {
  private static final String RESOURCE = "support-ends.properties";

  private final Properties table = new Properties();

  /** Reads the table. */
  public SupportEnds() {
    try (InputStream in = SupportEnds.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("the library lacks its file " + RESOURCE);
      }
      table.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The day on which a version's support ended or ends. Versions older than all in the table have the day of the oldest one,
   * before which theirs ended.
   *
   * @return null where the table does not know the version, as it does not know newer ones
   */
  public @Nullable LocalDate of(Product product, Version version) {
    TreeMap<Integer, LocalDate> ends = new TreeMap<>();
    String prefix = product + "." + version.major() + ".";
    for (String key : table.stringPropertyNames()) {
      if (key.startsWith(prefix)) {
        int minor = Integer.parseInt(key.substring(prefix.length()));
        ends.put(minor, LocalDate.parse(table.getProperty(key)));
      }
    }
    boolean older =
        ends.isEmpty() ? version.major() < product.major() : version.minor() < ends.firstKey();
    if (!older) {
      return ends.get(version.minor());
    }
    return ends.isEmpty()
        ? of(product, new Version(product.major(), 0, 0, ""))
        : ends.firstEntry().getValue();
  }
}
