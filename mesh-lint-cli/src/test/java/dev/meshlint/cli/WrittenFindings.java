package dev.meshlint.cli;

import dev.meshlint.core.report.ReportFormat;
import java.io.StringReader;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Reads the findings back out of a report, as the programs do that it is written for. */
final class WrittenFindings {
  private static final Pattern TEXT =
      Pattern.compile(
          "(?m)^(.+?):(\\d+):\\d+: (?:error|warning|info): (.*) \\[([a-z0-9-]+)(?:, unresolved)?]$");
  private static final Pattern GITHUB =
      Pattern.compile(
          "(?m)^::(?:error|warning|notice) file=(.*?),line=(\\d+),.*?,title=(.*?)::(.*)$");
  private static final Pattern HTML =
      Pattern.compile(
          "(?s)<article [^>]*data-rule=\"(.*?)\" data-file=\"(.*?)\" data-line=\"(.*?)\">.*?"
              + "<h4>(.*?)</h4>");
  private static final Pattern MARKDOWN =
      Pattern.compile("(?m)^\\| (?:error|warning|info) \\| (.*):(\\d+) \\| (.*) \\| `(.*)` \\|$");

  private WrittenFindings() {}

  /** What every format says of a finding. The message is what it starts with: some formats add the help. */
  record Row(String file, int line, String rule, String message) {
    static Row of(String file, String line, String rule, String message) {
      return new Row(file, Integer.parseInt(line), rule, message.split("[:;(]")[0].strip());
    }
  }

  static List<Row> read(ReportFormat format, String report) {
    return switch (format) {
      case TEXT -> matches(TEXT, report, 4, 3, text -> text);
      case JSON -> json(report);
      case SARIF -> sarif(report);
      case GITLAB -> gitlab(report);
      case JUNIT -> junit(report);
      case CHECKSTYLE -> checkstyle(report);
      case GITHUB -> matches(GITHUB, report, 3, 4, WrittenFindings::github);
      case HTML -> html(report);
      case MARKDOWN -> matches(MARKDOWN, report, 4, 3, WrittenFindings::markdown);
    };
  }

  private static List<Row> matches(
      Pattern pattern, String report, int rule, int message, UnaryOperator<String> unescaped) {
    List<Row> rows = new ArrayList<>();
    Matcher matcher = pattern.matcher(report);
    while (matcher.find()) {
      rows.add(
          Row.of(
              unescaped.apply(matcher.group(1)),
              matcher.group(2),
              matcher.group(rule),
              unescaped.apply(matcher.group(message))));
    }
    return rows;
  }

  private static List<Row> json(String report) {
    List<Row> rows = new ArrayList<>();
    for (JsonNode finding : new ObjectMapper().readTree(report).get("findings")) {
      rows.add(
          Row.of(
              finding.get("file").asString(),
              finding.get("line").asString(),
              finding.get("rule").asString(),
              finding.get("message").asString()));
    }
    return rows;
  }

  private static List<Row> sarif(String report) {
    List<Row> rows = new ArrayList<>();
    for (JsonNode result : new ObjectMapper().readTree(report).at("/runs/0/results")) {
      if (result.path("suppressions").isEmpty()) {
        JsonNode place = result.at("/locations/0/physicalLocation");
        String uri = place.at("/artifactLocation/uri").asString();
        rows.add(
            Row.of(
                URLDecoder.decode(uri.replace("+", "%2B"), StandardCharsets.UTF_8),
                place.at("/region/startLine").asString(),
                result.get("ruleId").asString(),
                result.at("/message/text").asString()));
      }
    }
    return rows;
  }

  private static List<Row> gitlab(String report) {
    List<Row> rows = new ArrayList<>();
    for (JsonNode issue : new ObjectMapper().readTree(report)) {
      rows.add(
          Row.of(
              issue.at("/location/path").asString(),
              issue.at("/location/lines/begin").asString(),
              issue.get("check_name").asString(),
              issue.get("description").asString()));
    }
    return rows;
  }

  private static List<Row> junit(String report) {
    List<Row> rows = new ArrayList<>();
    for (Element test : elements(report, "testcase")) {
      String name = test.getAttribute("name");
      String text = test.getTextContent().strip();
      rows.add(
          Row.of(
              test.getAttribute("classname"),
              name.substring(name.lastIndexOf(' ') + 1),
              name.substring(0, name.indexOf(' ')),
              text.replaceFirst("^.*?:\\d+:\\d+: ", "")));
    }
    return rows;
  }

  private static List<Row> checkstyle(String report) {
    List<Row> rows = new ArrayList<>();
    for (Element error : elements(report, "error")) {
      rows.add(
          Row.of(
              ((Element) error.getParentNode()).getAttribute("name"),
              error.getAttribute("line"),
              error.getAttribute("source").replace("mesh-lint.", ""),
              error.getAttribute("message")));
    }
    return rows;
  }

  private static List<Row> html(String report) {
    List<Row> rows = new ArrayList<>();
    Matcher card = HTML.matcher(report);
    while (card.find()) {
      rows.add(
          Row.of(unescaped(card.group(2)), card.group(3), card.group(1), unescaped(card.group(4))));
    }
    return rows;
  }

  private static String unescaped(String text) {
    return text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
  }

  private static String github(String text) {
    return text.replace("%3A", ":").replace("%2C", ",").replace("%0A", "\n").replace("%25", "%");
  }

  private static String markdown(String text) {
    return text.replace("&lt;", "<").replaceAll("\\\\(.)", "$1");
  }

  private static List<Element> elements(String report, String name) {
    try {
      NodeList nodes =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(new InputSource(new StringReader(report)))
              .getElementsByTagName(name);
      List<Element> elements = new ArrayList<>();
      for (int i = 0; i < nodes.getLength(); i++) {
        elements.add((Element) nodes.item(i));
      }
      return elements;
    } catch (Exception e) {
      throw new AssertionError("no XML: " + e.getMessage(), e);
    }
  }
}
