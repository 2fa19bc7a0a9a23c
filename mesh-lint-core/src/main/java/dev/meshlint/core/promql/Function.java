package dev.meshlint.core.promql;

import java.util.List;

/**
 * What a function takes and gives.
 *
 * @param result what it gives
 * @param parameters what it takes
 * @param required how many arguments are needed at least
 * @param open whether further arguments, of the type of the last parameter, may follow
 */
record Function(ValueType result, List<ValueType> parameters, int required, boolean open) {
  /** The type of the argument at this index; a call has none beyond the last. */
  ValueType parameter(int index) {
    return parameters.get(Math.min(index, parameters.size() - 1));
  }
}
