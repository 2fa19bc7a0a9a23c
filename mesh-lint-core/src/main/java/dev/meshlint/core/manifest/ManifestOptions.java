package dev.meshlint.core.manifest;

import dev.meshlint.core.source.SourceReader;
import dev.meshlint.core.yaml.YamlLimits;
import org.jspecify.annotations.Nullable;

/**
 * How manifests are read.
 *
 * @param limits bounds on each file
 * @param largestFile the size in bytes that a file may have
 * @param jobs how many threads read; the result does not depend on it
 * @param namespace the namespace of resources that name none; null if none is given
 * @param closed whether the files hold everything there is, so that resources that name no namespace lie in {@code
 *     default}
 */
public record ManifestOptions(
    YamlLimits limits, int largestFile, int jobs, @Nullable String namespace, boolean closed) {
  /** What reading takes at worst, in bytes for each byte of a file: the parser keeps every character as a number. */
  private static final int MEMORY_FOR_BYTE = 20;

  /** What each value of a file takes, in bytes, with room for all that is made of it later. */
  private static final int MEMORY_FOR_VALUE = 256;

  private static final int SMALLEST_BOUND = 1 << 20;

  /** One thread, no namespace, files of up to 100 MiB. */
  public static final ManifestOptions DEFAULT =
      new ManifestOptions(YamlLimits.DEFAULT, SourceReader.LARGEST, 1, null, false);

  /** Checks its arguments. */
  public ManifestOptions {
    if (jobs < 1 || largestFile < 1) {
      throw new IllegalArgumentException("jobs and size are at least 1");
    }
  }

  /** The namespace of resources of which nothing else tells it. */
  NamespaceRef fallback() {
    if (namespace != null) {
      return NamespaceRef.named(namespace);
    }
    return closed ? NamespaceRef.named(NamespaceRef.ASSUMED.name()) : NamespaceRef.ASSUMED;
  }

  /** With bounds on single files for which so much memory, in bytes, suffices: one file must not end the run. */
  public ManifestOptions withMemory(long memory) {
    long file = Math.max(SMALLEST_BOUND, memory / MEMORY_FOR_BYTE);
    long values = Math.max(SMALLEST_BOUND / MEMORY_FOR_VALUE, memory / MEMORY_FOR_VALUE);
    return new ManifestOptions(
        limits.withNodes((int) Math.min(values, Integer.MAX_VALUE)),
        (int) Math.min(file, largestFile),
        jobs,
        namespace,
        closed);
  }

  /** With this many threads. */
  public ManifestOptions withJobs(int count) {
    return new ManifestOptions(limits, largestFile, count, namespace, closed);
  }

  /** With this namespace for resources that name none. */
  public ManifestOptions withNamespace(@Nullable String name) {
    return new ManifestOptions(limits, largestFile, jobs, name, closed);
  }

  /** With or without everything there is in the files. */
  public ManifestOptions withClosed(boolean complete) {
    return new ManifestOptions(limits, largestFile, jobs, namespace, complete);
  }
}
