package dev.meshlint.rules.mesh;

import dev.meshlint.core.mesh.PemText;
import dev.meshlint.core.source.SourceFile;
import java.security.cert.X509Certificate;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/** One certificate often stands many times in a file, as in the environment of every proxy: that is one mistake. */
final class OncePerFile {
  private final Map<SourceFile, Set<X509Certificate>> seen = new IdentityHashMap<>();

  /** Whether this is the first place in its file where the certificate is asked about. */
  boolean isFirst(PemText text, X509Certificate certificate) {
    return seen.computeIfAbsent(text.resource().file(), any -> new HashSet<>()).add(certificate);
  }
}
