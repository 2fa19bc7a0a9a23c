package dev.meshlint.html;

import dev.meshlint.core.finding.Finding;
import dev.meshlint.core.finding.Severity;
import dev.meshlint.core.report.ReportedMesh;
import dev.meshlint.html.layout.SvgPicture;
import dev.meshlint.html.layout.SvgPicture.Marks;
import dev.meshlint.html.picture.MeshPicture;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The picture of every mesh of the run, with what was found on it. */
final class PictureSection {
  /** The looks of arrows. */
  private static final List<String> ARROWS = List.of("traffic", "call", "error", "warning", "info");

  private final List<Finding> findings;
  private final Html html;

  /**
   * Makes the section.
   *
   * @param findings what was found; each has its number in this list as its id on the page
   */
  PictureSection(List<Finding> findings, Html html) {
    this.findings = findings;
    this.html = html;
  }

  void write(List<ReportedMesh> meshes) {
    List<MeshPicture> pictures = new ArrayList<>();
    for (ReportedMesh mesh : meshes) {
      MeshPicture picture = MeshPicture.of(mesh);
      if (!picture.isEmpty()) {
        pictures.add(picture);
      }
    }
    if (pictures.isEmpty()) {
      return;
    }
    html.open("section", "id", "picture", "aria-labelledby", "picture-title").line();
    html.element("h2", "The mesh", "id", "picture-title").line();
    writeMarks();
    for (int i = 0; i < pictures.size(); i++) {
      write(pictures.get(i), "p" + i);
    }
    html.close("section").line();
  }

  private void write(MeshPicture picture, String prefix) {
    if (picture.name() != null) {
      html.element("h3", picture.name()).line();
    }
    html.open("div", "class", "picture").line();
    writeTools();
    html.open("div", "class", "stage").line();
    SvgPicture.write(picture, prefix, marks(picture), html);
    html.open("aside", "class", "detail script", "aria-live", "polite", "hidden", "");
    html.close("aside").line().close("div").line();
    writeLegend();
    html.close("div").line();
  }

  private Map<String, Marks> marks(MeshPicture picture) {
    Map<String, List<String>> ids = new LinkedHashMap<>();
    Map<String, Severity> worst = new LinkedHashMap<>();
    for (int i = 0; i < findings.size(); i++) {
      Finding finding = findings.get(i);
      for (String piece : picture.about(finding)) {
        ids.computeIfAbsent(piece, any -> new ArrayList<>()).add(FindingCard.id(i));
        worst.merge(piece, finding.severity(), (a, b) -> a.compareTo(b) >= 0 ? a : b);
      }
    }
    Map<String, Marks> marks = new LinkedHashMap<>();
    ids.forEach(
        (piece, all) -> marks.put(piece, new Marks(worst.getOrDefault(piece, Severity.INFO), all)));
    return marks;
  }

  private void writeTools() {
    html.open("div", "class", "tools script", "role", "toolbar", "aria-label", "Picture").line();
    button("in", "+", "Zoom in");
    button("out", "\u2212", "Zoom out");
    button("fit", "Fit", "Show all of it");
    html.open("span", "class", "step");
    button("previous", "\u2039", "Previous finding");
    html.open("span", "class", "position", "aria-live", "polite").close("span");
    button("next", "\u203a", "Next finding");
    html.close("span").line();
    html.open("label", "class", "check").raw("<input type=\"checkbox\" data-do=\"calls\" checked>");
    html.text(" who may call whom").close("label").line();
    html.open("label", "class", "check").raw("<input type=\"checkbox\" data-do=\"broken\">");
    html.text(" only what has findings").close("label").line();
    html.raw("<input type=\"search\" data-do=\"find\" placeholder=\"Find a name\"");
    html.raw(" aria-label=\"Find a name in the picture\">").line();
    button("full", "Full screen", "Fill the window");
    html.close("div").line();
  }

  private void button(String action, String text, String label) {
    html.element(
        "button", text, "type", "button", "data-do", action, "title", label, "aria-label", label);
    html.line();
  }

  private void writeLegend() {
    html.open("p", "class", "legend");
    for (MeshPicture.Kind kind : MeshPicture.Kind.values()) {
      String name = kind.name().toLowerCase(Locale.ROOT);
      html.open("span").open("svg", "viewBox", "0 0 16 16", "aria-hidden", "true", "class", name);
      html.open("use", "href", "#mark-" + name).close("use").close("svg");
      html.text(legend(kind)).close("span").line();
    }
    html.open("span").raw("<i class=\"traffic\"></i>").text("traffic").close("span").line();
    html.open("span")
        .raw("<i class=\"call\"></i>")
        .text("may call, by policy")
        .close("span")
        .line();
    html.close("p").line();
  }

  private static String legend(MeshPicture.Kind kind) {
    return switch (kind) {
      case GATEWAY -> "gateway";
      case ROUTE -> "route";
      case SERVICE -> "service";
      case WORKLOAD -> "workload, with its own service";
      case OUTSIDE -> "outside the mesh";
      case MISSING -> "not in these files";
    };
  }

  /** The marks of kinds and the heads of arrows, for all pictures. */
  private void writeMarks() {
    html.raw("<svg class=\"marks\" aria-hidden=\"true\" width=\"0\" height=\"0\"><defs>").line();
    mark("gateway", "M2.5 14V4.5L8 1.5l5.5 3V14M6 14V9h4v5M1 14h14");
    mark(
        "route",
        "M1.5 8h5M6.5 8C9 8 9 3.5 11.5 3.5h2.5M6.5 8c2.5 0 2.5 4.5 5 4.5h2.5M12 1.5l2 2-2 2M12 10.5l2 2-2 2");
    mark("service", "M8 2.2a5.8 5.8 0 1 0 .01 0ZM8 5.8a2.2 2.2 0 1 0 .01 0Z");
    mark("workload", "M8 1.5l5.6 3.2v6.6L8 14.5l-5.6-3.2V4.7ZM2.4 4.7L8 8l5.6-3.3M8 8v6.5");
    mark("outside", "M8 2a6 6 0 1 0 .01 0ZM2 8h12M8 2c-4 4-4 8 0 12M8 2c4 4 4 8 0 12");
    mark("missing", "M5.5 5.5a2.6 2.6 0 1 1 3.8 2.4c-.9.5-1.3 1-1.3 2M8 12.3v.6");
    for (String look : ARROWS) {
      html.raw(
          "<marker id=\"arrow-" + look + "\" class=\"arrow " + look + "\" viewBox=\"0 0 10 10\"");
      html.raw(" refX=\"9\" refY=\"5\" markerWidth=\"9\" markerHeight=\"9\" orient=\"auto\"");
      html.raw(" markerUnits=\"userSpaceOnUse\"><path d=\"M0 1l9 4-9 4z\"/></marker>").line();
    }
    html.raw("</defs></svg>").line();
  }

  private void mark(String name, String path) {
    html.raw("<symbol id=\"mark-" + name + "\" viewBox=\"0 0 16 16\" width=\"16\" height=\"16\">");
    html.raw("<path d=\"" + path + "\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.3\"");
    html.raw(" stroke-linecap=\"round\" stroke-linejoin=\"round\"/></symbol>").line();
  }
}
