package dev.meshlint.rules.cilium.annotation;

import dev.meshlint.core.value.DnsNames;
import dev.meshlint.core.value.Labels;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The texts that annotations of Cilium take. Stateless. */
final class AnnotationText {
  private static final Set<String> TRANSPORTS = Set.of("tcp", "udp", "sctp");
  private static final int LAST_PORT = 65535;

  private AnnotationText() {}

  static boolean isPort(String value, int least) {
    boolean digits = value.chars().allMatch(c -> c >= '0' && c <= '9');
    if (!digits || value.isEmpty() || value.length() > 5) {
      return false;
    }
    int port = Integer.parseInt(value);
    return port >= least && port <= LAST_PORT;
  }

  static boolean isPorts(String value) {
    for (String port : value.split(",", -1)) {
      if (!isPort(port.strip(), 1)) {
        return false;
      }
    }
    return true;
  }

  /** Ports with their transport, in whatever order. */
  static boolean isHostPorts(String value) {
    for (String entry : value.split(",", -1)) {
      int slash = entry.indexOf('/');
      String first = entry.substring(0, Math.max(0, slash)).strip();
      String second = entry.substring(slash + 1).strip();
      boolean ahead = isPort(first, 1) && isTransport(second);
      if (!ahead && !(isTransport(first) && isPort(second, 1))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isTransport(String text) {
    return TRANSPORTS.contains(text.toLowerCase(Locale.ROOT));
  }

  /** Six pairs of hexadecimal digits between colons or dashes, or three groups of four between dots. */
  static boolean isHardwareAddress(String value) {
    char separator = value.length() > 2 ? value.charAt(2) : ' ';
    boolean dots = value.indexOf('.') == 4;
    if (!dots && separator != ':' && separator != '-') {
      return false;
    }
    List<String> groups = split(value, dots ? '.' : separator);
    for (String group : groups) {
      if (group.length() != (dots ? 4 : 2) || !isHexadecimal(group)) {
        return false;
      }
    }
    return groups.size() == (dots ? 3 : 6);
  }

  private static boolean isHexadecimal(String text) {
    return text.chars().allMatch(c -> Character.digit(c, 16) >= 0 && c < 128);
  }

  static boolean isNamespaces(String value) {
    for (String name : value.split(",", -1)) {
      if (!name.strip().equals("*") && !DnsNames.isLabel(name.strip())) {
        return false;
      }
    }
    return true;
  }

  /** A selector of labels as one text (Kubernetes documentation, "Labels and Selectors"). */
  static boolean isSelector(String value) {
    for (String requirement : split(value, ',')) {
      if (!isRequirement(requirement.strip())) {
        return false;
      }
    }
    return true;
  }

  private static boolean isRequirement(String text) {
    int open = text.indexOf('(');
    if (open >= 0) {
      String[] words = text.substring(0, open).strip().split("\\s+");
      boolean set = words.length == 2 && (words[1].equals("in") || words[1].equals("notin"));
      return set && Labels.isKey(words[0]) && text.endsWith(")");
    }
    int equals = text.indexOf('=');
    if (equals < 0) {
      return Labels.isKey(text.startsWith("!") ? text.substring(1).strip() : text);
    }
    boolean twice = text.startsWith("==", equals);
    boolean not = equals > 0 && text.charAt(equals - 1) == '!';
    String key = text.substring(0, not ? equals - 1 : equals).strip();
    return Labels.isKey(key)
        && Labels.isValue(text.substring(equals + (twice && !not ? 2 : 1)).strip());
  }

  /** The pieces between separators that stand in no parentheses. */
  private static List<String> split(String text, char separator) {
    List<String> pieces = new ArrayList<>();
    int depth = 0;
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (c == separator && depth == 0) {
        pieces.add(text.substring(from, i));
        from = i + 1;
      }
    }
    pieces.add(text.substring(from));
    return pieces;
  }
}
