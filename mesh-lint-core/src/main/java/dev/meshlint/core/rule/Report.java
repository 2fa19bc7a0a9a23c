package dev.meshlint.core.rule;

import dev.meshlint.core.fix.Fix;
import dev.meshlint.core.manifest.Located;
import org.jspecify.annotations.Nullable;

/** A finding in the making. Every method gives the same object back. */
public interface Report {
  /** Says which case of the rule this is; the catalogue gives each its severity and equivalents. */
  Report as(String caseName);

  /** Adds another place worth reading. */
  Report related(Located place, String message);

  /** Says what to do. */
  Report help(String help);

  /** Offers an edit; null offers none. Dropped where the edit would touch a node that aliases share. */
  Report fix(@Nullable Fix fix);
}
