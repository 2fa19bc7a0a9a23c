package dev.meshlint.core.schema;

import dev.meshlint.core.yaml.YamlMapping;
import dev.meshlint.core.yaml.YamlNode;
import dev.meshlint.core.yaml.YamlScalar;
import dev.meshlint.core.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What must hold for the values that a path leads to.
 *
 * <p>A text or a list of texts: one of the values is one of them, null standing for "absent". The words {@code present},
 * {@code absent}, {@code empty} (absent, or without content) and {@code nonempty}. Or one of the {@linkplain Kind
 * comparisons} with its argument: {@code {startsWith: 'unix://'}}. Of several values, as on paths through lists, one
 * that passes is enough; {@code {all: …}} asks for all of them.
 */
record ValueTest(Kind kind, List<@Nullable String> texts, @Nullable ValueTest inner) {
  /** The comparisons. */
  enum Kind {
    IN,
    IN_IGNORING_CASE,
    PRESENT,
    ABSENT,
    EMPTY,
    NONEMPTY,
    FORMAT,
    STARTS_WITH,
    ENDS_WITH,
    CONTAINS,
    AT_LEAST,
    AT_MOST,
    LONGER_THAN,
    SAME_AS,
    ALL,
    NOT
  }

  static ValueTest of(@Nullable Object source) {
    if (source instanceof Map<?, ?>) {
      Map.Entry<String, Object> only = KeywordTree.map(source).entrySet().iterator().next();
      return switch (only.getKey()) {
        case "all" -> new ValueTest(Kind.ALL, List.of(), of(only.getValue()));
        case "not" -> new ValueTest(Kind.NOT, List.of(), of(only.getValue()));
        case "ignoringCase" -> texts(Kind.IN_IGNORING_CASE, only.getValue());
        case "format" -> texts(Kind.FORMAT, only.getValue());
        case "startsWith" -> texts(Kind.STARTS_WITH, only.getValue());
        case "endsWith" -> texts(Kind.ENDS_WITH, only.getValue());
        case "contains" -> texts(Kind.CONTAINS, only.getValue());
        case "atLeast" -> texts(Kind.AT_LEAST, only.getValue());
        case "atMost" -> texts(Kind.AT_MOST, only.getValue());
        case "longerThan" -> texts(Kind.LONGER_THAN, only.getValue());
        case "sameAs" -> texts(Kind.SAME_AS, only.getValue());
        default -> throw new IllegalArgumentException("unknown comparison " + only.getKey());
      };
    }
    if (source instanceof String word) {
      switch (word) {
        case "present" -> {
          return texts(Kind.PRESENT, null);
        }
        case "absent" -> {
          return texts(Kind.ABSENT, null);
        }
        case "empty" -> {
          return texts(Kind.EMPTY, null);
        }
        case "nonempty" -> {
          return texts(Kind.NONEMPTY, null);
        }
        default -> {
          // a value
        }
      }
    }
    return texts(Kind.IN, source);
  }

  private static ValueTest texts(Kind kind, @Nullable Object source) {
    List<@Nullable String> texts = new ArrayList<>();
    for (Object item : KeywordTree.list(source)) {
      texts.add(item == null ? null : item.toString());
    }
    return new ValueTest(kind, texts, null);
  }

  /** Whether the values pass. */
  Tri passes(List<ValuePath.Target> values, YamlNode current, Scope scope) {
    switch (kind) {
      case PRESENT -> {
        return Tri.of(!values.isEmpty());
      }
      case ABSENT -> {
        return Tri.of(values.isEmpty());
      }
      case NOT -> {
        return required().passes(values, current, scope).not();
      }
      case EMPTY -> {
        return anyOf(values, current, scope, Kind.NONEMPTY).not();
      }
      case ALL -> {
        Tri all = Tri.YES;
        for (ValuePath.Target value : values) {
          all = all.and(required().passes(List.of(value), current, scope));
        }
        return all;
      }
      case IN, IN_IGNORING_CASE -> {
        return values.isEmpty() && texts.contains(null)
            ? Tri.YES
            : anyOf(values, current, scope, kind);
      }
      default -> {
        return anyOf(values, current, scope, kind);
      }
    }
  }

  private ValueTest required() {
    if (inner == null) {
      throw new IllegalStateException("a comparison without its argument");
    }
    return inner;
  }

  private Tri anyOf(List<ValuePath.Target> values, YamlNode current, Scope scope, Kind comparison) {
    Tri any = Tri.NO;
    for (ValuePath.Target value : values) {
      any = any.or(one(value.node(), current, scope, comparison));
      if (any == Tri.YES) {
        return any;
      }
    }
    return any;
  }

  private Tri one(YamlNode node, YamlNode current, Scope scope, Kind comparison) {
    if (scope.isOpen(node)) {
      return Tri.UNKNOWN;
    }
    if (comparison == Kind.NONEMPTY) {
      return Tri.of(hasContent(node));
    }
    if (!(node instanceof YamlScalar scalar)) {
      return Tri.NO;
    }
    String value = scalar.text();
    return switch (comparison) {
      case IN -> Tri.of(texts.contains(value));
      case IN_IGNORING_CASE -> Tri.of(containsIgnoringCase(value));
      case FORMAT -> Tri.of(Formats.accepts(Formats.named(String.valueOf(texts.get(0))), value));
      case STARTS_WITH -> Tri.of(value.startsWith(String.valueOf(texts.get(0))));
      case ENDS_WITH -> Tri.of(value.endsWith(String.valueOf(texts.get(0))));
      case CONTAINS -> Tri.of(value.contains(String.valueOf(texts.get(0))));
      case AT_LEAST, AT_MOST -> compare(value, current, scope, comparison);
      case LONGER_THAN -> Durations.longer(value, other(current, scope));
      case SAME_AS -> {
        String other = other(current, scope);
        yield other == null ? Tri.UNKNOWN : Tri.of(value.equals(other));
      }
      default -> throw new IllegalStateException(comparison.name());
    };
  }

  /** Compares with a number or with the number that a path leads to. */
  private Tri compare(String value, YamlNode current, Scope scope, Kind comparison) {
    String bound = String.valueOf(texts.get(0));
    Double mine = Numbers.parse(value);
    Double theirs = Numbers.parse(bound);
    if (theirs == null) {
      theirs = Numbers.parse(other(current, scope));
    }
    if (mine == null || theirs == null) {
      return Tri.UNKNOWN;
    }
    return Tri.of(comparison == Kind.AT_LEAST ? mine >= theirs : mine <= theirs);
  }

  private @Nullable String other(YamlNode current, Scope scope) {
    YamlNode node = ValuePath.of(String.valueOf(texts.get(0))).first(current, scope);
    return node == null || scope.isOpen(node) ? null : ValuePath.text(node);
  }

  private boolean containsIgnoringCase(String value) {
    String lower = value.toLowerCase(Locale.ROOT);
    for (String text : texts) {
      if (text != null && text.toLowerCase(Locale.ROOT).equals(lower)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a value is more than an empty text, list or object. */
  static boolean hasContent(YamlNode node) {
    if (node instanceof YamlMapping mapping) {
      return !mapping.entries().isEmpty();
    }
    return node instanceof YamlSequence sequence
        ? !sequence.items().isEmpty()
        : node instanceof YamlScalar scalar && !scalar.isNull() && !scalar.text().isEmpty();
  }
}
