package dev.meshlint.core.fix;

import java.util.List;

/**
 * A change of text that mends a finding.
 *
 * <p>A fix is <em>safe</em> only if it keeps or restores the meaning that the reader of the file sees: quoting, the
 * spelling of a closed enum or of a renamed field, the qualification {@code ns/name} with one candidate. Whatever picks
 * another principal, namespace, host, subset, port or cluster setting, or switches injection on, is unsafe.
 *
 * @param description what the fix does, as an imperative: {@code quote the value}
 * @param safe whether {@code --fix} may apply it
 * @param edits the edits, none overlapping another
 */
public record Fix(String description, boolean safe, List<TextEdit> edits) {
  /** Makes the list unmodifiable. */
  public Fix {
    edits = List.copyOf(edits);
  }
}
