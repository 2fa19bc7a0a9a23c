package dev.meshlint.core.promql;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what follows an operator: labels to group and to match by. */
final class MatchingParser {
  private final TokenReader tokens;

  MatchingParser(TokenReader tokens) {
    this.tokens = tokens;
  }

  /** The labels by which an aggregation groups; null where none are written here. */
  @Nullable Grouping grouping() throws PromqlException {
    Token word = tokens.peek();
    if (!word.isWord("by") && !word.isWord("without")) {
      return null;
    }
    tokens.next();
    return new Grouping(word.isWord("without"), labels(word));
  }

  /** How two vectors are matched; null where nothing is written. */
  @Nullable VectorMatching matching() throws PromqlException {
    Token word = tokens.peek();
    boolean written = word.isWord("on") || word.isWord("ignoring");
    boolean on = word.isWord("on");
    List<Name> labels = List.of();
    if (written) {
      tokens.next();
      labels = labels(word);
    }
    VectorMatching.Group group = VectorMatching.Group.NONE;
    List<Name> include = List.of();
    Token side = tokens.peek();
    if (written && (side.isWord("group_left") || side.isWord("group_right"))) {
      tokens.next();
      group = side.isWord("group_left") ? VectorMatching.Group.LEFT : VectorMatching.Group.RIGHT;
      include = tokens.peek().is("(") ? labels(side) : List.of();
    }
    fills();
    return written ? new VectorMatching(on, labels, group, include) : null;
  }

  /** Values for series without a partner, which later versions of Prometheus have. */
  private void fills() throws PromqlException {
    while (tokens.peekSecond().is("(") && isFill(tokens.peek())) {
      Token word = tokens.next();
      tokens.open("(", "\"" + word.text() + "\"");
      if (!tokens.skip("-")) {
        tokens.skip("+");
      }
      Token value = tokens.peek();
      boolean number =
          value.kind() == Token.Kind.NUMBER
              || value.kind() == Token.Kind.DURATION
              || value.isWord("inf")
              || value.isWord("nan");
      if (!number) {
        throw tokens.unexpected("\"" + word.text() + "\" takes a number");
      }
      tokens.next();
      tokens.close(")", "\")\" has to follow");
    }
  }

  private static boolean isFill(Token token) {
    return token.isWord("fill") || token.isWord("fill_left") || token.isWord("fill_right");
  }

  private List<Name> labels(Token owner) throws PromqlException {
    List<Name> labels = new ArrayList<>();
    tokens.open("(", "\"" + owner.text() + "\"");
    while (!tokens.peek().is(")")) {
      labels.add(tokens.label());
      if (!tokens.skip(",")) {
        break;
      }
    }
    tokens.close(")", "\",\" or \")\" has to follow");
    return labels;
  }
}
