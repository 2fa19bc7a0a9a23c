package dev.meshlint.core.engine;

import dev.meshlint.core.catalog.RuleInfo;
import dev.meshlint.core.finding.Certainty;
import dev.meshlint.core.finding.Evidence;
import dev.meshlint.core.finding.Place;
import dev.meshlint.core.finding.Related;
import dev.meshlint.core.fix.Fix;
import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.rule.Report;
import dev.meshlint.core.yaml.YamlNode;
import dev.meshlint.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a stage or a rule said, before the configuration has its say. */
final class Draft implements Report {
  /** The number of what belongs to no mesh. */
  static final int NO_MESH = -1;

  /** A name of megabytes in thousands of messages would be a report of gigabytes. */
  private static final int LONGEST = 4_000;

  private static final int SHORTENED = 200;

  final RuleInfo rule;
  final Place place;
  final @Nullable Resource resource;
  final @Nullable YamlNode node;

  /** The field that is absent from the node; null where the node itself is meant. */
  final @Nullable String absentField;

  final String message;
  final Certainty certainty;
  final @Nullable Evidence evidence;
  final List<Related> related = new ArrayList<>(2);
  final List<Fix> fixes = new ArrayList<>(1);

  /** The number of the mesh, for what belongs to no resource. */
  int mesh;

  @Nullable String caseName;
  @Nullable String help;

  /** What a rule said about a piece of a resource. */
  Draft(
      RuleInfo rule, Located at, String message, Certainty certainty, @Nullable Evidence evidence) {
    this(rule, place(at), at.resource(), at.node(), at.absentField(), message, certainty, evidence);
  }

  /** What is wrong with a piece of a file that holds no resource, or none that could be read. */
  Draft(RuleInfo rule, Place place, String message) {
    this(rule, place, null, null, null, message, Certainty.CERTAIN, null);
  }

  private Draft(
      RuleInfo rule,
      Place place,
      @Nullable Resource resource,
      @Nullable YamlNode node,
      @Nullable String absentField,
      String message,
      Certainty certainty,
      @Nullable Evidence evidence) {
    this.rule = rule;
    this.place = place;
    this.resource = resource;
    this.node = node;
    this.absentField = absentField;
    this.message = bounded(message);
    this.certainty = certainty;
    this.evidence = evidence;
  }

  private static Place place(Located at) {
    return new Place(at.node().file(), at.startOffset(), at.endOffset());
  }

  /**
   * What is left of a text that is far too long: what stands before the first name in it. Anything later might be a part of
   * a secret, which would no longer be recognised.
   */
  private static String bounded(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    int quote = text.indexOf('"');
    return quote >= 0 && quote < SHORTENED
        ? text.substring(0, quote) + "\"…\""
        : text.substring(0, SHORTENED) + "…";
  }

  boolean isAboutContext() {
    return resource != null && resource.origin().context();
  }

  @Override
  public Report as(String name) {
    if (!rule.cases().containsKey(name)) {
      throw new IllegalArgumentException(
          "the catalogue entry of " + rule.id() + " has no case \"" + name + "\"");
    }
    caseName = name;
    return this;
  }

  @Override
  public Report related(Located at, String text) {
    return related(placeToRead(at), text);
  }

  /** Where to look: for a whole resource at its name, for its first line is like that of any other of its kind. */
  private static Place placeToRead(Located at) {
    Resource resource = at.resource();
    if (resource == null || at.node() != resource.node() || at.absentField() != null) {
      return place(at);
    }
    YamlScalar name = resource.nameNode();
    return name == null ? place(at) : new Place(name.file(), name.start(), name.end());
  }

  Draft related(Place other, String text) {
    related.add(new Related(other, bounded(text)));
    return this;
  }

  @Override
  public Report help(String text) {
    help = bounded(text);
    return this;
  }

  @Override
  public Report fix(@Nullable Fix fix) {
    if (fix != null) {
      fixes.add(fix);
    }
    return this;
  }
}
