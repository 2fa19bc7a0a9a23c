package dev.meshlint.core.yaml;

import java.util.ArrayList;
import java.util.List;

/** Reads what stands in brackets on one line. Used by one thread. */
final class SimpleFlow {
  private static final int DEPTH = 20;

  private final ParsedText parsed;
  private final SimpleText text;
  private final SimpleScalars scalars;
  private final Entries.Duplicates duplicates;
  private int at;

  SimpleFlow(
      ParsedText parsed, SimpleText text, SimpleScalars scalars, Entries.Duplicates duplicates) {
    this.parsed = parsed;
    this.text = text;
    this.scalars = scalars;
    this.duplicates = duplicates;
  }

  /** The collection whose opening bracket stands here. */
  YamlNode read(int from) {
    at = from;
    return node(0);
  }

  private YamlNode node(int depth) {
    if (depth > DEPTH) {
      throw Unusual.TEXT;
    }
    YamlNode node =
        switch (text.at(at)) {
          case '[' -> sequence(depth);
          case '{' -> mapping(depth);
          case '"', '\'' -> scalars.quoted(at);
          default -> scalars.plain(at, plainEnd());
        };
    at = node.end();
    node.markFlow();
    return node;
  }

  private int plainEnd() {
    int end = text.plainEnd(at, true);
    if (end == at) {
      throw Unusual.TEXT;
    }
    return end;
  }

  private YamlNode sequence(int depth) {
    int from = at;
    List<YamlNode> items = new ArrayList<>();
    at = text.skipBlanks(at + 1);
    if (text.at(at) != ']') {
      do {
        at = text.skipBlanks(at);
        items.add(node(depth + 1));
      } while (hasNext(']'));
    }
    return new YamlSequence(parsed.file(), from, at + 1, items);
  }

  private YamlNode mapping(int depth) {
    int from = at;
    List<YamlNode> pairs = new ArrayList<>();
    at = text.skipBlanks(at + 1);
    if (text.at(at) != '}') {
      do {
        at = text.skipBlanks(at);
        key(pairs);
        at = text.skipBlanks(at);
        pairs.add(node(depth + 1));
      } while (hasNext('}'));
    }
    return new YamlMapping(
        parsed.file(), from, at + 1, Entries.of(pairs, List.of(), parsed.names(), duplicates));
  }

  private void key(List<YamlNode> pairs) {
    char first = text.at(at);
    if (first == '[' || first == '{') {
      throw Unusual.TEXT;
    }
    boolean quoted = first == '"' || first == '\'';
    YamlScalar key = quoted ? scalars.quotedKey(at) : scalars.key(at, plainEnd());
    key.markFlow();
    pairs.add(key);
    at = text.skipBlanks(key.end());
    if (text.at(at) != ':' || (text.at(at + 1) != ' ' && !quoted)) {
      throw Unusual.TEXT;
    }
    at++;
  }

  /** Whether a comma stands here; else it must be the closing bracket, or this is nothing for this reader. */
  private boolean hasNext(char close) {
    at = text.skipBlanks(at);
    char c = text.at(at);
    if (c != ',' && c != close) {
      throw Unusual.TEXT;
    }
    if (c == ',') {
      at++;
    }
    return c == ',';
  }
}
