package dev.meshlint.core.mesh;

import dev.meshlint.core.fix.Fix;
import dev.meshlint.core.fix.Fixes;
import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.TextPart;
import dev.meshlint.core.model.prometheus.PrometheusExpression;
import dev.meshlint.core.promql.Expression;
import dev.meshlint.core.promql.ParsedPromql;
import dev.meshlint.core.promql.Span;
import dev.meshlint.core.promql.StringLiteral;
import dev.meshlint.core.yaml.ScalarPlaces;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The expression of an alert or of a recorded series. Immutable to its users, safe for use by several threads. */
public final class RuleQuery {
  private final PrometheusExpression rule;
  private final Text text;
  private final ParsedPromql parsed;
  private @Nullable ScalarPlaces places;

  RuleQuery(PrometheusExpression rule, Text text, ParsedPromql parsed) {
    this.rule = rule;
    this.text = text;
    this.parsed = parsed;
  }

  /** The alert or recording rule. */
  public PrometheusExpression rule() {
    return rule;
  }

  /** The expression as written. */
  public Text text() {
    return text;
  }

  /** What it was read as. */
  public ParsedPromql parsed() {
    return parsed;
  }

  /** The expression; null where it is wrong or of another language, so that nothing may be said about its parts. */
  public @Nullable Expression expression() {
    return parsed.problems().isEmpty() ? parsed.expression() : null;
  }

  /** The expression and all that it consists of; empty where nothing may be said about them. */
  public Iterable<Expression> parts() {
    Expression expression = expression();
    return expression == null ? List.of() : expression.all();
  }

  /** The rule in words, such as {@code alert "Down"}. */
  public String title() {
    Text alert = rule.alert();
    Text name = alert == null ? rule.record() : alert;
    String what = alert == null ? "recording rule" : "alert";
    return name == null ? what : what + " \"" + name + "\"";
  }

  /** A piece of the expression, at its exact place where the file holds it as it is, else at the whole value. */
  public Located at(Span span) {
    return TextPart.of(text, places(), span.start(), span.end());
  }

  /** Puts another word in place of a piece of the expression; null where that cannot be done safely. */
  public @Nullable Fix replace(String description, boolean safe, Span span, String word) {
    return Fixes.replaceWord(description, safe, places(), span.start(), span.end(), word);
  }

  /** Puts another text between the quotes of a string; null where that cannot be done safely. */
  public @Nullable Fix replaceString(
      String description, boolean safe, StringLiteral string, String word) {
    int length = string.span().end() - string.span().start();
    Span inside = new Span(string.span().start() + 1, string.span().end() - 1);
    return length == string.value().length() + 2 ? replace(description, safe, inside, word) : null;
  }

  /** Adds text to the expression; the fix changes what is selected. Null where that cannot be done. */
  public @Nullable Fix insert(String description, int offset, String added) {
    return Fixes.insertText(description, false, places(), offset, added);
  }

  private synchronized ScalarPlaces places() {
    if (places == null) {
      places = ScalarPlaces.of(text.node());
    }
    return places;
  }
}
