package dev.meshlint.core.model.kubernetes;

import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import org.jspecify.annotations.Nullable;

/** A resource from which another tool makes a Secret in the same namespace. */
public interface SecretMaking extends Located {
  @Override
  Resource resource();

  /** The name of the Secret; null where the files do not tell it. */
  @Nullable String secretName();

  /** The name that an object holds; the resource's own where it holds none. */
  static @Nullable String nameOrOwn(View target, Resource resource) {
    if (target.open() || target.has("name")) {
      return target.value("name", Text.Format.NAME);
    }
    return resource.name().isEmpty() ? null : resource.name();
  }
}
