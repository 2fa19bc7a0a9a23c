package dev.meshlint.core.promql;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/** An expression or a part of one. Immutable. */
public sealed interface Expression
    permits NumberLiteral,
        StringLiteral,
        Selector,
        RangeSelector,
        Subquery,
        FunctionCall,
        Aggregation,
        BinaryOperation,
        UnaryOperation,
        Parenthesised {
  /** Where it stands. */
  Span span();

  /** What it evaluates to. */
  ValueType type();

  /** The expressions that it is made of, in the order of the text; durations are none. */
  List<Expression> children();

  /** This expression and all below it; each one after those that it is made of. */
  default List<Expression> all() {
    List<Expression> found = new ArrayList<>();
    Deque<Expression> open = new ArrayDeque<>();
    open.push(this);
    while (!open.isEmpty()) {
      Expression next = open.pop();
      found.add(next);
      next.children().forEach(open::push);
    }
    Collections.reverse(found);
    return found;
  }
}
