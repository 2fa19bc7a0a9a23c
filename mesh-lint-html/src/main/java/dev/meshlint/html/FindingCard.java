package dev.meshlint.html;

import dev.meshlint.core.catalog.Catalogue;
import dev.meshlint.core.engine.Redactor;
import dev.meshlint.core.finding.Certainty;
import dev.meshlint.core.finding.Finding;
import dev.meshlint.core.finding.Place;
import dev.meshlint.core.finding.Related;
import dev.meshlint.core.finding.ResourceId;
import dev.meshlint.core.fix.Fix;
import dev.meshlint.core.fix.TextEdit;
import dev.meshlint.core.report.CodeFrame;
import java.util.List;

/** One finding with its lines, the other places it speaks of, and what to do. Used by one thread. */
final class FindingCard {
  private static final int CONTEXT = 2;

  private final Catalogue catalogue;
  private final Redactor redactor = new Redactor();

  FindingCard(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** The id on the page of the finding with this number. */
  static String id(int number) {
    return "f" + number;
  }

  void write(Finding finding, int number, Html html) {
    Place place = finding.place();
    html.open(
        "article",
        "id",
        id(number),
        "class",
        "finding " + finding.severity().label(),
        "data-severity",
        finding.severity().label(),
        "data-mesh",
        Facts.mesh(finding, catalogue),
        "data-part",
        Facts.part(finding),
        "data-namespace",
        Facts.namespace(finding),
        "data-rule",
        finding.rule(),
        "data-file",
        place.file().name(),
        "data-line",
        Integer.toString(place.line()));
    html.line().open("p", "class", "label");
    html.element("span", finding.severity().label(), "class", "severity");
    if (finding.certainty() == Certainty.UNRESOLVED) {
      html.element("span", "unresolved", "class", "note");
    }
    html.element("a", finding.rule(), "href", "#" + Facts.anchor(finding.rule()));
    html.close("p").line();
    html.element("h4", finding.message()).line();
    writeWhere(finding, html);
    writeFrame(place, html);
    writeNotes(finding, html);
    html.close("article").line();
  }

  private static void writeWhere(Finding finding, Html html) {
    html.open("p", "class", "where");
    html.element("code", address(finding.place()));
    ResourceId resource = finding.resource();
    if (resource != null) {
      html.text(" ").element("span", resource.toString());
    }
    if (finding.path() != null) {
      html.text(" ").element("code", finding.path(), "class", "path");
    }
    html.close("p").line();
  }

  private void writeFrame(Place place, Html html) {
    List<CodeFrame.Line> lines = CodeFrame.around(place, CONTEXT, redactor);
    if (lines.isEmpty()) {
      return;
    }
    html.open("pre", "class", "frame", "tabindex", "0", "aria-label", "lines of the manifest");
    for (CodeFrame.Line line : lines) {
      boolean here = line.number() == place.line();
      html.open("span", "class", here ? "at" : "by", "data-n", Integer.toString(line.number()));
      html.text(line.before());
      if (here) {
        html.element("mark", line.marked().isEmpty() ? " " : line.marked());
      }
      html.text(line.after()).text("\n").close("span");
    }
    html.close("pre").line();
  }

  private void writeNotes(Finding finding, Html html) {
    boolean any =
        finding.help() != null || !finding.related().isEmpty() || !finding.fixes().isEmpty();
    if (!any) {
      return;
    }
    html.open("ul", "class", "notes").line();
    for (Related related : finding.related()) {
      html.open("li").element("b", "See").text(" ");
      html.element("code", address(related.place())).text(" ").text(related.message());
      html.close("li").line();
    }
    if (finding.help() != null) {
      html.open("li").element("b", "Help").text(" ").text(finding.help()).close("li").line();
    }
    for (Fix fix : finding.fixes()) {
      html.open("li").element("b", fix.safe() ? "Fix" : "Unsafe fix").text(" ");
      html.text(fix.description());
      writeEdits(fix, html);
      html.close("li").line();
    }
    html.close("ul").line();
  }

  /** What is taken out and what is put in, where that fits into a line. */
  private void writeEdits(Fix fix, Html html) {
    for (TextEdit edit : fix.edits()) {
      Place place = new Place(edit.file(), edit.start(), edit.end());
      String old = redactor.hide(edit.file().text().substring(edit.start(), edit.end()), place);
      String text = redactor.hide(edit.text(), place);
      if (isShort(old) && isShort(text)) {
        html.text(" ");
        html.raw(old.isBlank() ? "" : "<del>").text(old.strip()).raw(old.isBlank() ? "" : "</del>");
        html.raw(text.isBlank() ? "" : "<ins>").text(text.strip());
        html.raw(text.isBlank() ? "" : "</ins>");
      }
    }
  }

  private static boolean isShort(String text) {
    return text.length() <= 60 && text.strip().indexOf('\n') < 0;
  }

  private static String address(Place place) {
    return place.file().name() + ":" + place.line() + ":" + place.column();
  }
}
