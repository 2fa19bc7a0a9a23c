package dev.meshlint.core.mesh;

import dev.meshlint.core.manifest.KustomizeImage;
import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.istio.Istio;
import dev.meshlint.core.model.istio.IstioOperator;
import dev.meshlint.core.model.kubernetes.ChartInstallation;
import dev.meshlint.core.model.kubernetes.Container;
import dev.meshlint.core.model.kubernetes.Namespace;
import dev.meshlint.core.model.kubernetes.PodTemplate;
import dev.meshlint.core.value.ImageName;
import dev.meshlint.core.value.Version;
import dev.meshlint.core.yaml.YamlNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The releases of meshes that files name: tags of images, versions of charts and of installer input, and revisions that are
 * named after a version, as Istio's documentation on canary upgrades does. Immutable.
 */
public final class Releases {
  private static final String PROXY_IMAGE = "sidecar.istio.io/proxyImage";
  private static final String PROXY_VERSION = "config.linkerd.io/proxy-version";

  private static final String EDGE = "edge-";
  private static final Set<String> OWN_SUFFIXES = Set.of("distroless", "debug", "latest", "x");
  private static final Version LAST_STABLE = new Version(2, 14, 0, "");

  private final List<Release> controlPlanes = new ArrayList<>();
  private final List<Release> proxies = new ArrayList<>();
  private final List<Release> revisions = new ArrayList<>();
  private final Set<String> replaced = new HashSet<>();

  /** What has releases. */
  public enum Product {
    /** Istio. */
    ISTIO("Istio", 1),
    /** Linkerd. */
    LINKERD("Linkerd", 2),
    /** Cilium. */
    CILIUM("Cilium", 1);

    private final String title;
    private final int major;

    Product(String title, int major) {
      this.title = title;
      this.major = major;
    }

    /** The major version that all its releases have today. */
    int major() {
      return major;
    }

    @Override
    public String toString() {
      return title;
    }
  }

  /**
   * A release that a file names.
   *
   * @param product the mesh
   * @param version the version
   * @param name the version as people know it
   * @param at where it is named
   */
  public record Release(Product product, Version version, String name, Text at) implements Located {
    static Release of(Product product, Version version, Text at) {
      return new Release(product, version, version.major() + "." + version.minor(), at);
    }

    /** The product and its version. */
    public String title() {
      return product + " " + name;
    }

    @Override
    public Resource resource() {
      return at.resource();
    }

    @Override
    public YamlNode node() {
      return at.node();
    }
  }

  Releases(Mesh mesh) {
    for (KustomizeImage image : mesh.kustomizations().images()) {
      replaced.add(image.name());
    }
    for (MeshWorkload workload : mesh.workloads().all()) {
      workload.template().ifPresent(this::addOf);
    }
    for (IstioOperator operator : mesh.all(IstioOperator.class)) {
      Text tag = operator.tag();
      tag = tag == null ? operator.values().child("global").text("tag") : tag;
      add(controlPlanes, Product.ISTIO, tag == null ? operator.revision() : tag);
    }
    if (!isOpenShift(mesh)) {
      mesh.all(Istio.class).forEach(istio -> add(controlPlanes, Product.ISTIO, istio.version()));
    }
    for (Namespace namespace : mesh.all(Namespace.class)) {
      addRevision(namespace.metadata().label(Injection.REVISION));
    }
    mesh.charts().forEach(this::addOf);
  }

  /** OpenShift's mesh is made of the same objects, and its versions are mended by its vendor. */
  private static boolean isOpenShift(Mesh mesh) {
    for (Resource resource : mesh.resources()) {
      String group = resource.group();
      if (group.endsWith("openshift.io") || group.equals("operators.coreos.com")) {
        return true;
      }
    }
    return false;
  }

  /** The releases of control planes. */
  public List<Release> controlPlanes() {
    return controlPlanes;
  }

  /** The releases of proxies, and those that namespaces and pods ask for by revision. */
  public List<Release> proxies() {
    return proxies;
  }

  /** The releases of control planes that namespaces and pods ask for by revision, wherever these run. */
  public List<Release> revisions() {
    return revisions;
  }

  private void addOf(PodTemplate template) {
    for (Container container : template.containers()) {
      Text image = container.image();
      if (image == null) {
        continue;
      }
      ImageName name = ImageName.of(image.value());
      switch (name.last()) {
        case "pilot" -> addImage(controlPlanes, Product.ISTIO, "istio", name, image);
        case "proxyv2" -> addImage(proxies, Product.ISTIO, "istio", name, image);
        case "controller" -> addImage(controlPlanes, Product.LINKERD, "linkerd", name, image);
        case "proxy" -> addImage(proxies, Product.LINKERD, "linkerd", name, image);
        case "cilium" -> {
          Text own = container.name();
          if (own != null && own.is("cilium-agent")) {
            addImage(controlPlanes, Product.CILIUM, "cilium", name, image);
          }
        }
        default -> {}
      }
    }
    Text image = template.annotation(PROXY_IMAGE);
    if (image != null) {
      addImage(proxies, Product.ISTIO, "istio", ImageName.of(image.value()), image);
    }
    add(proxies, Product.LINKERD, template.annotation(PROXY_VERSION));
    addRevision(template.metadata().label(Injection.REVISION));
  }

  private void addImage(
      List<Release> to, Product product, String path, ImageName name, Text image) {
    String tag = name.tag();
    if (tag != null && name.isBelow(path) && !replaced.contains(name.repository())) {
      add(to, product, tag, image);
    }
  }

  private void addRevision(@Nullable Text revision) {
    String name = revision == null ? "" : revision.value();
    if (name.indexOf('-') > 0 && name.chars().allMatch(c -> c == '-' || Character.isDigit(c))) {
      add(proxies, Product.ISTIO, revision);
      add(revisions, Product.ISTIO, revision);
    }
  }

  /** Linkerd's chart counts on its own: all of its versions 1.x are of Linkerd 2.14 and older. */
  private void addOf(ChartInstallation chart) {
    Text version = chart.version();
    switch (chart.name()) {
      case "istiod" -> addChart(Product.ISTIO, version);
      case "cilium" -> addChart(Product.CILIUM, version);
      case "linkerd-control-plane" -> {
        Version own = version == null ? null : Version.parse(version.value());
        if (version != null && own != null && own.major() == 1) {
          controlPlanes.add(Release.of(Product.LINKERD, LAST_STABLE, version));
        }
      }
      default -> {}
    }
  }

  /** A range such as {@code ~1.30.1} stays within one minor version. */
  private void addChart(Product product, @Nullable Text version) {
    if (version != null) {
      String written = version.value();
      add(
          controlPlanes,
          product,
          written.startsWith("~") ? written.substring(1) : written,
          version);
    }
  }

  private static void add(List<Release> to, Product product, @Nullable Text version) {
    if (version != null) {
      add(to, product, version.value(), version);
    }
  }

  private static void add(List<Release> to, Product product, String written, Text at) {
    Version version = at.open() ? null : Version.parse(written);
    if (product == Product.LINKERD && written.startsWith(EDGE)) {
      addEdge(to, written, at);
    } else if (version != null && !isOfVendor(version)) {
      to.add(Release.of(product, version, at));
    }
  }

  /** Edge releases count years and months; those before the last stable minor version are no newer than that. */
  private static void addEdge(List<Release> to, String written, Text at) {
    Version edge = Version.parse(written.substring(EDGE.length()));
    if (edge != null && !edge.isAtLeast(24, 2)) {
      to.add(new Release(Product.LINKERD, LAST_STABLE, written, at));
    }
  }

  /** Builds of vendors have suffixes of their own, and are mended for longer. */
  private static boolean isOfVendor(Version version) {
    return !version.suffix().isEmpty()
        && !version.isPrerelease()
        && !OWN_SUFFIXES.contains(version.suffix());
  }
}
