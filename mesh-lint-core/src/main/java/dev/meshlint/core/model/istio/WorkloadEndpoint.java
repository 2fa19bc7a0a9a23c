package dev.meshlint.core.model.istio;

import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint: of a ServiceEntry, the spec of a WorkloadEntry, or the template of a
 * WorkloadGroup.
 */
public final class WorkloadEndpoint extends View {
  /** Makes the view. */
  public WorkloadEndpoint(At at) {
    super(at);
  }

  /** The address, a host name or {@code unix://} and a path. */
  public @Nullable Text address() {
    return name("address");
  }

  /** The port's number by the name of the service's port. */
  public List<Named<Text>> ports() {
    return entries("ports");
  }

  /** Its labels. */
  public List<Named<Text>> labels() {
    return entries("labels");
  }

  /** Its network. */
  public @Nullable Text network() {
    return name("network");
  }

  /** Its locality, {@code region/zone/subzone}. */
  public @Nullable Text locality() {
    return name("locality");
  }

  /** Its weight. */
  public @Nullable Integer weight() {
    return integer("weight");
  }

  /** Its service account. */
  public @Nullable Text serviceAccount() {
    return name("serviceAccount");
  }
}
