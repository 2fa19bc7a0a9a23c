package dev.meshlint.core.yaml;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentEndEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/**
 * Finds the tabs that the API server's reader refuses and the engine takes: outside of brackets and texts, at the start of a
 * line, be it blank or a comment, and behind a dash. Found by running that reader. Used by one thread.
 */
final class Tabs {
  private static final int NEVER = Integer.MAX_VALUE;
  private static final int NONE = -2;

  private final String text;
  private final int from;

  /** The end of the last token. */
  private int at;

  /** How many brackets are open. */
  private int brackets;

  /** Where the block begins that holds the last token, -1 for none, if blank lines may belong to that token; else NONE. */
  private int block = NONE;

  private Tabs(String text, int from) {
    this.text = text;
    this.from = from;
    this.at = from;
  }

  /** Prepares a piece of a text; null where it has no tab. */
  static @Nullable Tabs of(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) == '\t') {
        return new Tabs(text, from);
      }
    }
    return null;
  }

  /**
   * Goes on to the next event.
   *
   * @param start where it starts
   * @param end where it ends
   * @param block where the innermost block around it begins; -1 for none
   * @return the first tab before it that may not stand there, or -1
   */
  int take(Event event, int start, int end, int block) {
    return switch (event.getEventId()) {
      case Scalar -> scalar((ScalarEvent) event, start, end, block);
      case Alias -> token(start, end);
      case SequenceStart, MappingStart -> {
        if (!((CollectionStartEvent) event).isFlow()) {
          yield -1;
        }
        int tab = token(start, end);
        brackets++;
        yield tab;
      }
      case SequenceEnd, MappingEnd -> {
        if (brackets == 0) {
          yield -1;
        }
        int tab = token(end - 1, end);
        brackets--;
        yield tab;
      }
      case DocumentStart -> ((DocumentStartEvent) event).isExplicit() ? token(start, end) : -1;
      case DocumentEnd -> token(start, ((DocumentEndEvent) event).isExplicit() ? end : start);
      default -> -1;
    };
  }

  private int scalar(ScalarEvent event, int start, int end, int around) {
    boolean plain = event.getScalarStyle() == ScalarStyle.PLAIN;
    if (plain && event.getValue().isEmpty()) {
      return -1;
    }
    boolean text =
        event.getScalarStyle() == ScalarStyle.LITERAL
            || event.getScalarStyle() == ScalarStyle.FOLDED;
    int tab = token(start, end);
    block = plain ? around : NONE;
    return tab < 0 && text ? firstOfText(start, end) : tab;
  }

  private int token(int start, int end) {
    int tab = brackets > 0 && block == NONE ? -1 : find(start);
    at = Math.max(at, end);
    block = NONE;
    return tab;
  }

  /** The first tab up to here where a key or an item could begin. */
  private int find(int end) {
    boolean fresh = at == from || Lines.isBreak(text.charAt(at - 1));
    int line = fresh ? at : NEVER;
    int column = block == NONE ? NEVER : block < 0 ? 0 : -1;
    for (int i = at; i < end; i++) {
      char c = text.charAt(i);
      if (Lines.isBreak(c)) {
        fresh = true;
        line = i + 1;
      } else if (c == '\t' && fresh) {
        if (column < 0) {
          column = block - Lines.lineStart(text, block) + 1;
        }
        if (i - line < column) {
          return i;
        }
      } else if (c != ' ' && c != '\t' && brackets > 0) {
        return -1;
      } else if (c == '#' || (c == '%' && i == line)) {
        i = Lines.lineEnd(text, i) - 1;
        column = NEVER;
      } else if (c != ' ' && c != '\t') {
        fresh &= c == '-' || c == '?' || c == ':';
        column = NEVER;
      }
    }
    return -1;
  }

  /** The tab that is the first of a block of text whose indentation is not told; or -1. */
  private int firstOfText(int start, int end) {
    int header = Lines.lineEnd(text, start);
    for (int i = start; i < header && text.charAt(i) != ' '; i++) {
      if (text.charAt(i) >= '1' && text.charAt(i) <= '9') {
        return -1;
      }
    }
    for (int i = header; i < end; i++) {
      char c = text.charAt(i);
      if (c == '\t') {
        return i;
      }
      if (c != ' ' && !Lines.isBreak(c)) {
        return -1;
      }
    }
    return -1;
  }
}
