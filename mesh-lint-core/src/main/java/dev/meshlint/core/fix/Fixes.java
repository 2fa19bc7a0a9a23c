package dev.meshlint.core.fix;

import dev.meshlint.core.yaml.ScalarPlaces;
import dev.meshlint.core.yaml.YamlMapping;
import dev.meshlint.core.yaml.YamlMapping.Entry;
import dev.meshlint.core.yaml.YamlNode;
import dev.meshlint.core.yaml.YamlScalar;
import dev.meshlint.core.yaml.YamlScalar.Style;
import dev.meshlint.core.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes fixes that change one thing and leave every other character of the file as it is.
 *
 * <p>All methods answer null where the change cannot be made without touching more than that: on nodes that are {@link
 * YamlNode#shared()}, on merged entries, and on rare ways of writing. Descriptions are imperatives: {@code quote the
 * value}. Stateless, safe for use by several threads.
 */
public final class Fixes {
  private Fixes() {}

  /**
   * Gives a scalar another text. Its style stays where the text allows it. The new value is text, and quoted where it
   * would be read as something else; but where the old value is a plain number, boolean or null, a new one of the same
   * type stays plain.
   */
  public static @Nullable Fix replaceScalar(
      String description, boolean safe, YamlScalar scalar, String value) {
    if (scalar.shared()) {
      return null;
    }
    return replace(description, safe, scalar, ScalarWriter.replacement(scalar, value));
  }

  /**
   * Gives a word inside the text of a scalar, such as a name in an expression, another spelling. Only letters, digits,
   * underscores and colons may be in it, which mean the same however the scalar is written.
   *
   * @param places where the characters of the scalar's text lie
   * @param from the offset in the text of the first character to replace
   * @param to the offset in the text after the last one
   */
  public static @Nullable Fix replaceWord(
      String description, boolean safe, ScalarPlaces places, int from, int to, String word) {
    if (!places.isVerbatim(from, to) || !isWord(word)) {
      return null;
    }
    int start = places.start(from);
    TextEdit edit = new TextEdit(places.scalar().file(), start, start + to - from, word);
    return new Fix(description, safe, List.of(edit));
  }

  /**
   * Adds text in the middle of a block, or of a plain scalar outside of brackets. It must hold nothing that begins or ends
   * something there: no line break, no {@code #}, no colon.
   *
   * @param places where the characters of the scalar's text lie
   * @param offset the offset in the text of the character that it goes before
   */
  public static @Nullable Fix insertText(
      String description, boolean safe, ScalarPlaces places, int offset, String text) {
    YamlScalar scalar = places.scalar();
    boolean quoted = scalar.style() == Style.DOUBLE_QUOTED || scalar.style() == Style.SINGLE_QUOTED;
    if (quoted || scalar.flow() || offset == 0 || !places.isVerbatim(offset - 1, offset)) {
      return null;
    }
    int at = places.end(offset);
    return new Fix(description, safe, List.of(new TextEdit(scalar.file(), at, at, text)));
  }

  private static boolean isWord(String word) {
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (!letter && (c < '0' || c > ':') && c != '_') {
        return false;
      }
    }
    return !word.isEmpty();
  }

  /** Puts a plain scalar in double quotes, so that it is text. */
  public static @Nullable Fix quote(YamlScalar scalar) {
    if (scalar.shared() || scalar.style() != Style.PLAIN) {
      return null;
    }
    return replace("quote the value", true, scalar, ScalarWriter.doubleQuoted(scalar.text()));
  }

  /** Takes the quotes off a scalar whose text is a number, a boolean or null without them. */
  public static @Nullable Fix unquote(YamlScalar scalar) {
    boolean quoted = scalar.style() == Style.SINGLE_QUOTED || scalar.style() == Style.DOUBLE_QUOTED;
    boolean other = YamlScalar.typeOfPlain(scalar.text()) != YamlScalar.Type.STRING;
    if (scalar.shared()
        || !quoted
        || !other
        || !ScalarWriter.fitsPlain(scalar.text(), scalar.flow())) {
      return null;
    }
    return replace("remove the quotes", true, scalar, scalar.text());
  }

  /** Gives a key another name. */
  public static @Nullable Fix renameKey(
      String description, boolean safe, YamlScalar key, String name) {
    if (key.shared() || key.text().isEmpty() || isOverLines(key)) {
      return null;
    }
    String text = ScalarWriter.replacement(key, name);
    return replace(description, safe, key, text);
  }

  /** Gives a key another name; the fix is safe. */
  public static @Nullable Fix renameKey(YamlScalar key, String name) {
    return renameKey("rename \"" + key.text() + "\" to \"" + name + "\"", true, key, name);
  }

  /**
   * Removes an entry of a mapping: with its lines and the comment at their end where it has them for itself. Removing the
   * only entry leaves an empty mapping.
   */
  public static @Nullable Fix removeEntry(
      String description, boolean safe, YamlMapping mapping, Entry entry) {
    return fix(description, safe, EntryRemoval.of(mapping, entry));
  }

  /**
   * Adds an entry at the end of a mapping.
   *
   * @param key the text of the key, quoted where needed
   * @param value the value as YAML; where it holds a line break, lines that go below the key, without indentation. A
   *     mapping in brackets takes only a value of one line
   */
  public static @Nullable Fix insertEntry(
      String description, boolean safe, YamlMapping mapping, String key, String value) {
    return fix(description, safe, Insertion.entry(mapping, key, value));
  }

  /** Removes an item of a sequence, as {@link #removeEntry} does; the only item leaves an empty sequence. */
  public static @Nullable Fix removeItem(
      String description, boolean safe, YamlSequence sequence, YamlNode item) {
    return fix(description, safe, ItemRemoval.of(sequence, item));
  }

  /**
   * Adds an item at the end of a sequence.
   *
   * @param value the item as YAML; of several lines only the first stands behind the dash. A sequence in brackets takes
   *     only an item of one line
   */
  public static @Nullable Fix insertItem(
      String description, boolean safe, YamlSequence sequence, String value) {
    return fix(description, safe, Insertion.item(sequence, value));
  }

  /**
   * Makes an item of a sequence part of the one before it, where both are mappings without a key in common: its dash
   * goes.
   */
  public static @Nullable Fix joinItems(
      String description, boolean safe, YamlSequence sequence, YamlNode item) {
    return fix(description, safe, ItemJoin.of(sequence, item));
  }

  /**
   * Adds a document at the end of a file.
   *
   * @param beside a node of the file, the root of a document
   * @param document the document as block YAML, without separator
   */
  public static @Nullable Fix appendDocument(
      String description, boolean safe, YamlNode beside, String document) {
    return fix(description, safe, DocumentInsertion.of(beside, document));
  }

  /** Makes several changes at once; null where one of them cannot be made. */
  public static @Nullable Fix together(
      String description, boolean safe, List<? extends @Nullable Fix> parts) {
    List<TextEdit> edits = new ArrayList<>();
    for (Fix part : parts) {
      if (part == null) {
        return null;
      }
      edits.addAll(part.edits());
    }
    return fix(description, safe, edits);
  }

  private static @Nullable Fix fix(String description, boolean safe, List<TextEdit> edits) {
    return edits.isEmpty() ? null : new Fix(description, safe, edits);
  }

  private static boolean isOverLines(YamlNode node) {
    String text = node.file().text();
    return text.substring(node.start(), node.end()).lines().count() > 1;
  }

  private static @Nullable Fix replace(
      String description, boolean safe, YamlScalar scalar, String text) {
    String spaced = scalar.start() == scalar.end() ? EmptyScalars.spaced(scalar, text) : text;
    return spaced == null
        ? null
        : new Fix(
            description,
            safe,
            List.of(new TextEdit(scalar.file(), scalar.start(), scalar.end(), spaced)));
  }
}
