package dev.meshlint.core.promql;

import java.util.List;

/**
 * A call of a function.
 *
 * @param function the function's name
 * @param arguments the arguments
 * @param type what the function gives; an instant vector where it is not known
 */
public record FunctionCall(Span span, Name function, List<Expression> arguments, ValueType type)
    implements Expression {
  /** Makes the list unmodifiable. */
  public FunctionCall {
    arguments = List.copyOf(arguments);
  }

  @Override
  public List<Expression> children() {
    return arguments;
  }
}
