package dev.meshlint.core.model.istio;

import dev.meshlint.core.model.Reference;
import dev.meshlint.core.model.ResourceView;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.WorkloadSelecting;
import dev.meshlint.core.model.WorkloadSelector;
import java.util.List;

/** A ServiceEntry of {@code networking.istio.io}. */
public final class ServiceEntry extends ResourceView implements WorkloadSelecting {
  /** Makes the view. */
  public ServiceEntry(At at) {
    super(at);
  }

  /** The hosts. */
  public List<Text> hosts() {
    return spec().names("hosts");
  }

  /** Virtual addresses or CIDRs. */
  public List<Text> addresses() {
    return spec().names("addresses");
  }

  /** The ports. */
  public List<ServerPort> ports() {
    return spec().list("ports", ServerPort::new);
  }

  /** Whether the service is part of the mesh; absent means {@code MESH_EXTERNAL}. */
  public ServiceLocation location() {
    return ServiceLocation.of(spec(), "location");
  }

  /** How endpoints are found; absent means {@code NONE}. */
  public Resolution resolution() {
    return Resolution.of(spec(), "resolution");
  }

  /** The endpoints. */
  public List<WorkloadEndpoint> endpoints() {
    return spec().list("endpoints", WorkloadEndpoint::new);
  }

  /**
   * The namespaces that see it: {@code .}, {@code *} or names; empty means the mesh's default,
   * all.
   */
  public List<Text> exportTo() {
    return spec().names("exportTo");
  }

  /** The identities that the endpoints must have one of. */
  public List<Text> subjectAltNames() {
    return spec().names("subjectAltNames");
  }

  /** The pods and WorkloadEntries that are its endpoints ({@code workloadSelector.labels}). */
  @Override
  public WorkloadSelector selector() {
    return spec().child("workloadSelector").child("labels", WorkloadSelector::new);
  }

  @Override
  public List<Reference> targetRefs() {
    return List.of();
  }
}
