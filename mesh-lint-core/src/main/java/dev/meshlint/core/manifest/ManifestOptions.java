package dev.meshlint.core.manifest;

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
  /** One thread, no namespace, files of up to 100 MiB. */
  public static final ManifestOptions DEFAULT =
      new ManifestOptions(YamlLimits.DEFAULT, 100 << 20, 1, null, false);

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
