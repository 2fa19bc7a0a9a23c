package dev.meshlint.core.yaml;

import dev.meshlint.core.source.SourceFile;
import dev.meshlint.core.yaml.YamlScalar.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** Builds the nodes of one document from the engine's events. */
final class TreeBuilder implements Entries.Duplicates {
  private static final String TOO_LARGE = "input-too-large";
  private static final String SYNTAX = "yaml-syntax";

  private final ParsedText parsed;
  private final SourceFile file;
  private final String text;
  private final CodePoints codePoints;
  private final PlaceMap places;
  private final YamlLimits limits;
  private final List<YamlProblem> problems;
  private final Budget budget;
  private final boolean json;
  private final Anchors anchors = new Anchors();
  private final List<Frame> frames = new ArrayList<>();
  private final Names names;
  private int depth;
  private int lastStart = -1;
  private int lastEnd;
  private @Nullable YamlNode root;

  /**
   * Makes it for a piece of a text.
   *
   * @param json whether the text begins with a brace: then kubectl takes what it refuses in YAML
   */
  TreeBuilder(
      ParsedText parsed,
      CodePoints codePoints,
      List<YamlProblem> problems,
      Budget budget,
      boolean json) {
    this.json = json;
    this.parsed = parsed;
    this.file = parsed.file();
    this.text = parsed.text();
    this.places = parsed.places();
    this.names = parsed.names();
    this.limits = parsed.limits();
    this.budget = budget;
    this.codePoints = codePoints;
    this.problems = problems;
  }

  /** Forgets the document before. */
  void startDocument() {
    anchors.clear();
    depth = 0;
    root = null;
  }

  /** The root of the document that was read, or null for one without content. */
  @Nullable YamlNode root() {
    boolean empty =
        root instanceof YamlScalar scalar
            && scalar.style() == Style.PLAIN
            && scalar.text().isEmpty();
    return empty ? null : root;
  }

  /** The start of the last scalar that was read, or -1. */
  int lastStart() {
    return lastStart;
  }

  /** The end of the last scalar that was read. */
  int lastEnd() {
    return lastEnd;
  }

  /** The start of the innermost flow collection that is open, or -1. */
  int openBracket() {
    return depth > 0 && frames.get(depth - 1).flow() ? frames.get(depth - 1).start() : -1;
  }

  /** The start of the innermost block collection that is open, or -1. */
  int openBlock() {
    int level = depth;
    while (level > 0 && frames.get(level - 1).flow()) {
      level--;
    }
    return level > 0 ? frames.get(level - 1).start() : -1;
  }

  /** Takes the next event of the document. */
  void take(Event event) {
    switch (event.getEventId()) {
      case Scalar -> scalar((ScalarEvent) event);
      case MappingStart -> open((CollectionStartEvent) event, true);
      case SequenceStart -> open((CollectionStartEvent) event, false);
      case MappingEnd, SequenceEnd -> close(event);
      case Alias -> alias((AliasEvent) event);
      default -> {
        // Streams, documents and comments have no node.
      }
    }
  }

  private void scalar(ScalarEvent event) {
    count(event);
    Optional<String> tag = event.getTag();
    Style style = Styles.of(event.getScalarStyle());
    String value = event.getValue();
    int end = end(event);
    int start;
    if (style == Style.PLAIN && value.isEmpty()) {
      start = end;
    } else {
      start = contentStart(event, tag);
      if (style == Style.DOUBLE_QUOTED) {
        checkEscapes(start, end);
      } else if (style == Style.LITERAL || style == Style.FOLDED) {
        end = Lines.blockScalarEnd(text, start, end);
        value = withoutAddedBreak(value, end);
      }
    }
    if (depth > 0 && frames.get(depth - 1).expectsKey()) {
      value = names.key(value);
    } else {
      value = names.value(value);
    }
    lastStart = start;
    lastEnd = end;
    int first = places.start(start);
    int last = Math.max(first, places.end(end));
    YamlScalar scalar =
        mark(new YamlScalar(file, first, last, value, style, tag.orElse(null)), false);
    String anchor = anchor(event);
    if (anchor != null) {
      anchors.put(anchor, scalar, Extent.SCALAR);
    }
    add(scalar, start, end, Extent.SCALAR, false);
  }

  private void checkEscapes(int start, int end) {
    int half = json ? -1 : Escapes.half(text, start, end);
    if (half >= 0) {
      throw new DocumentFailure(
          parsed.problem(
              SYNTAX,
              "\""
                  + text.substring(half, half + 6)
                  + "\" is half a character, which YAML does not know",
              half,
              half + 6,
              "write the character itself, or one escape for it, such as \"\\U0001F600\""));
    }
  }

  /** The engine ends a block with a line break even where the text ends without one. */
  private String withoutAddedBreak(String value, int end) {
    boolean added = end == text.length() && value.endsWith("\n");
    return added ? value.substring(0, value.length() - 1) : value;
  }

  private void open(CollectionStartEvent event, boolean mapping) {
    count(event);
    checkDepth(depth + 1, event);
    if (depth == frames.size()) {
      frames.add(new Frame());
    }
    String anchor = anchor(event);
    if (anchor != null) {
      anchors.open(anchor);
    }
    frames.get(depth).open(mapping, event.isFlow(), contentStart(event, event.getTag()), anchor);
    depth++;
  }

  private void checkDepth(int levels, Event event) {
    if (levels > limits.depth()) {
      throw failure(
          TOO_LARGE,
          "collections are nested more than " + limits.depth() + " levels deep",
          event,
          null);
    }
  }

  private void close(Event event) {
    depth--;
    Frame frame = frames.get(depth);
    int end = frame.flow() ? end(event) : frame.end();
    int first = places.start(frame.start());
    YamlScalar text = textWithColon(frame, first);
    if (text != null) {
      add(text, frame.start(), end, Extent.SCALAR, false);
      return;
    }
    int last = Math.max(first, places.end(end));
    YamlNode node =
        mark(
            frame.mapping()
                ? new YamlMapping(file, first, last, entries(frame))
                : new YamlSequence(file, first, last, frame.children()),
            frame.flow());
    Extent extent = frame.extent();
    if (frame.anchor() != null) {
      anchors.put(frame.anchor(), node, extent);
    }
    add(node, frame.start(), end, extent, false);
  }

  /**
   * In a list in brackets the API server's decoder takes {@code 2001:db8::} before a comma or bracket for one text, where
   * the engine sees a key without value; null for anything else.
   */
  private @Nullable YamlScalar textWithColon(Frame frame, int first) {
    List<YamlNode> children = frame.children();
    if (!frame.mapping()
        || !frame.flow()
        || children.size() != 2
        || frame.anchor() != null
        || file.text().charAt(first) == '{'
        || !(children.get(0) instanceof YamlScalar key)
        || key.style() != YamlScalar.Style.PLAIN
        || !(children.get(1) instanceof YamlScalar value)
        || value.start() != value.end()) {
      return null;
    }
    int colon = key.end();
    boolean glued =
        colon + 1 < file.text().length()
            && file.text().charAt(colon) == ':'
            && ",]".indexOf(file.text().charAt(colon + 1)) >= 0;
    return glued
        ? mark(
            new YamlScalar(
                file, key.start(), colon + 1, key.text() + ":", YamlScalar.Style.PLAIN, null),
            true)
        : null;
  }

  private Entries entries(Frame frame) {
    return Entries.of(frame.children(), frame.merges(), names, this);
  }

  private void alias(AliasEvent event) {
    String name = event.getAlias().getValue();
    Anchors.Anchor anchor = anchors.get(name);
    if (anchor == null) {
      throw failure(
          SYNTAX,
          "alias \"*" + name + "\" refers to an anchor that is not defined before it",
          event,
          "quote the value if the star is meant as text");
    }
    YamlNode node = anchor.node();
    if (node == null) {
      throw failure(
          SYNTAX, "alias \"*" + name + "\" lies inside the value that it refers to", event, null);
    }
    if (budget.exceedsAliased(anchor.extent())) {
      throw failure(
          TOO_LARGE,
          "aliases stand for more than " + limits.aliasedNodes() + " values in this file",
          event,
          null);
    }
    checkDepth(depth + anchor.extent().height(), event);
    SharedNodes.mark(node);
    add(node, start(event), end(event), anchor.extent(), true);
  }

  private void add(YamlNode node, int start, int end, Extent extent, boolean alias) {
    if (depth == 0) {
      root = node;
      return;
    }
    Frame frame = frames.get(depth - 1);
    if (frame.pendingKey() instanceof YamlScalar key && key.isMergeKey()) {
      List<YamlMapping> merged = Entries.merged(node, alias);
      if (merged == null) {
        throw new DocumentFailure(
            parsed.problem(
                SYNTAX,
                "merge key \"<<\" needs a mapping or a list of mappings as its value",
                start,
                end,
                null));
      }
      frame.merge(merged);
      frame.grow(end, extent);
      return;
    }
    frame.add(node, end, extent);
  }

  @Override
  public void found(YamlScalar first, YamlScalar second) {
    if (problems.size() < DocumentReader.MOST_PROBLEMS) {
      problems.add(duplicate(file, first, second));
    }
  }

  /** The problem that a key is written twice. */
  static YamlProblem duplicate(SourceFile file, YamlScalar first, YamlScalar second) {
    return new YamlProblem(
        YamlProblem.DUPLICATE_KEY,
        "key \"" + second.text() + "\" is written twice in one mapping: only the last one counts",
        file,
        second.start(),
        second.end(),
        first.start(),
        first.end(),
        "the first \"" + first.text() + "\"",
        "remove one of the two");
  }

  private void count(Event event) {
    if (budget.exceedsNodes()) {
      throw failure(
          TOO_LARGE,
          "the file has more than " + limits.nodes() + " values: from here on it is not read",
          event,
          "split it, exclude it, or give the JVM more memory");
    }
  }

  private <T extends YamlNode> T mark(T node, boolean flow) {
    if (flow || (depth > 0 && frames.get(depth - 1).flow())) {
      node.markFlow();
    }
    if (!places.exact()) {
      node.markShared();
    }
    return node;
  }

  private int contentStart(NodeEvent event, Optional<String> tag) {
    int properties = (event.getAnchor().isPresent() ? 1 : 0) + (tag.isPresent() ? 1 : 0);
    int start = start(event);
    return properties == 0 ? start : Lines.skipProperties(text, start, properties);
  }

  private static @Nullable String anchor(NodeEvent event) {
    // No lambda: they cost the start of a short run more than all else here.
    return event.getAnchor().isPresent() ? event.getAnchor().get().getValue() : null;
  }

  private int start(Event event) {
    return offset(event.getStartMark());
  }

  private int end(Event event) {
    return offset(event.getEndMark());
  }

  private int offset(Optional<Mark> mark) {
    return codePoints.offset(mark.orElseThrow().getIndex());
  }

  private DocumentFailure failure(String rule, String message, Event event, @Nullable String help) {
    return new DocumentFailure(parsed.problem(rule, message, start(event), end(event), help));
  }
}
