package dev.meshlint.html.picture;

import dev.meshlint.core.finding.Finding;
import dev.meshlint.core.report.ReportedMesh;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is drawn of a mesh: boxes in areas, and wires between them. Immutable.
 *
 * @param name the PATH as given, with one mesh a PATH; else null
 * @param areas the namespaces, in the order of their names
 * @param boxes what lies in them
 * @param wires who reaches whom
 * @param claims which part of which file each of them stands for
 */
public record MeshPicture(
    @Nullable String name, List<Area> areas, List<Box> boxes, List<Wire> wires, Claims claims) {
  /** Makes the lists unmodifiable. */
  public MeshPicture {
    areas = List.copyOf(areas);
    boxes = List.copyOf(boxes);
    wires = List.copyOf(wires);
  }

  /**
   * A namespace.
   *
   * @param id its id, unlike all others of the picture
   * @param title its name
   */
  public record Area(String id, String title) {}

  /**
   * A gateway, a route, a service, a workload.
   *
   * @param id its id
   * @param area the id of its namespace
   * @param kind what it is
   * @param title its name
   * @param subtitle what else to know at a glance
   * @param facts what else to know; a line each
   */
  public record Box(
      String id, String area, Kind kind, String title, String subtitle, List<String> facts) {
    /** Makes the list unmodifiable. */
    public Box {
      facts = List.copyOf(facts);
    }
  }

  /** What a box is. */
  public enum Kind {
    /** Where traffic enters. */
    GATEWAY,
    /** What decides where it goes. */
    ROUTE,
    /** A name for workloads. */
    SERVICE,
    /** What runs; with its service, where both belong to nobody else. */
    WORKLOAD,
    /** A host outside the mesh. */
    OUTSIDE,
    /** What is referred to and not there. */
    MISSING
  }

  /**
   * A connection.
   *
   * @param id its id
   * @param from the id of the box or area where it begins
   * @param to the id of the box or area where it ends
   * @param kind what it means
   * @param label what to write on it; empty for nothing
   */
  public record Wire(String id, String from, String to, Path kind, String label) {}

  /** What a wire means. */
  public enum Path {
    /** Traffic takes it. */
    TRAFFIC,
    /** A policy lets the one call the other. */
    MAY_CALL
  }

  /** The picture of a mesh. */
  public static MeshPicture of(ReportedMesh mesh) {
    return PictureMaker.make(mesh);
  }

  /** The same picture with these areas only. */
  public MeshPicture with(List<Area> some) {
    return new MeshPicture(name, some, boxes, wires, claims);
  }

  /** Whether there is nothing to see. */
  public boolean isEmpty() {
    return boxes.isEmpty();
  }

  /** The ids of what a finding is about: the narrowest that stand for its place. */
  public List<String> about(Finding finding) {
    boolean here = name == null || name.equals(finding.mesh());
    return here ? claims.at(finding.place()) : List.of();
  }
}
