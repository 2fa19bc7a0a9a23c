package dev.meshlint.core.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Tells a slip of the keyboard from two names that are meant to be different. */
final class NameDifference {
  private static final int SHORTEST_NAME = 5;
  private static final int TWO_SLIPS = 9;
  private static final int MOST_SLIPS = 2;

  private static final String COLOURS =
      "amber black blue bronze brown cyan gold gray green grey magenta orange pink "
          + "purple silver teal violet white yellow ";

  private static final String STAGES =
      "acceptance alpha base baseline beta canary current demo devel develop "
          + "development edge experimental gamma hotfix integration latest legacy live local "
          + "main master next nightly performance pilot preprod preproduction preview "
          + "previous prod production release sandbox shadow stable stage staging test "
          + "testing trunk ";

  private static final String REGIONS =
      "africa america asia australia central east eastern eastus europe germany global "
          + "north northcentral northeast northern northwest regional south southcentral "
          + "southeast southern southwest west western westus zonal ";

  private static final String ROLES =
      "active authn authz auth oauth back consumer first follower front leader left "
          + "lower passive peer primary private producer public reader receiver remote "
          + "replica right second secondary sender server slave standby third upper worker "
          + "writer ";

  private static final String PROTOCOLS =
      "amqp amqps grpc grpcs http https imap imaps ldap ldaps mqtt mqtts mtls redis "
          + "rediss smtp smtps ";

  /**
   * Words that stand for each other in names of one family: colours, stages, regions, roles,
   * protocols. Two names that differ by such a pair are siblings.
   */
  private static final Set<String> KINDS =
      Set.of((COLOURS + STAGES + REGIONS + ROLES + PROTOCOLS).strip().split(" "));

  /** Parts of words that turn a name into its counterpart, wherever they stand. */
  private static final String[][] COUNTERPARTS = {
    {"ingress", "egress"},
    {"internal", "external"},
    {"inbound", "outbound"},
    {"import", "export"},
    {"include", "exclude"},
    {"input", "output"},
    {"valid", "invalid"},
    {"secure", "insecure"},
    {"stable", "unstable"},
    {"north", "south"},
    {"encode", "decode"},
    {"encrypt", "decrypt"},
    {"healthy", "unhealthy"},
    {"trusted", "untrusted"},
    {"managed", "unmanaged"},
    {"implicit", "explicit"},
    {"sync", "async"}
  };

  private final String name;
  private final int letters;
  private final long characters;

  /** Prepares the comparison of one name with many. */
  NameDifference(String name) {
    this.name = name;
    this.letters = letters(name);
    this.characters = characters(name);
  }

  /** Whether one name is the other with a slip or two. Symmetric; false for equal names. */
  boolean isTypo(String other) {
    if (letters < SHORTEST_NAME || Math.abs(name.length() - other.length()) > MOST_SLIPS) {
      return false;
    }
    // A slip changes at most two members of the set of characters: this spares most comparisons.
    if (Long.bitCount(characters ^ characters(other)) > 2 * MOST_SLIPS) {
      return false;
    }
    int least = Math.min(letters, letters(other));
    int limit = least >= TWO_SLIPS ? MOST_SLIPS : 1;
    if (least < SHORTEST_NAME
        || name.equals(other)
        || EditDistance.atMost(name, other, limit) > limit) {
      return false;
    }
    String lower = name.toLowerCase(Locale.ROOT);
    String lowerOther = other.toLowerCase(Locale.ROOT);
    return digits(name).equals(digits(other))
        && !areCounterparts(lower, lowerOther)
        && isSlip(lower, lowerOther);
  }

  private static boolean isSlip(String a, String b) {
    List<String> partsA = parts(a);
    List<String> partsB = parts(b);
    // "echo-server" beside "echoserver" is found in repositories: two names, no slip.
    if (partsA.size() != partsB.size()) {
      return false;
    }
    for (int i = 0; i < partsA.size(); i++) {
      if (!partsA.get(i).equals(partsB.get(i)) && !isSlipInPart(partsA.get(i), partsB.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** Short parts and parts that begin differently are more often other words than slips. */
  private static boolean isSlipInPart(String a, String b) {
    int letters = Math.min(a.length(), b.length());
    int limit = letters >= TWO_SLIPS ? MOST_SLIPS : 1;
    return letters >= SHORTEST_NAME
        && (a.charAt(0) == b.charAt(0)
            || (a.charAt(0) == b.charAt(1) && a.charAt(1) == b.charAt(0)))
        && EditDistance.atMost(a, b, limit) <= limit
        && !(KINDS.contains(a) && KINDS.contains(b));
  }

  private static boolean areCounterparts(String a, String b) {
    for (String[] pair : COUNTERPARTS) {
      if (isExchange(a, b, pair[0], pair[1]) || isExchange(b, a, pair[0], pair[1])) {
        return true;
      }
    }
    return false;
  }

  /** Whether the second name is the first with one word in the place of another. */
  private static boolean isExchange(String a, String b, String from, String to) {
    if (a.length() - from.length() != b.length() - to.length()) {
      return false;
    }
    for (int i = a.indexOf(from); i >= 0; i = a.indexOf(from, i + 1)) {
      if (a.regionMatches(0, b, 0, i)
          && b.startsWith(to, i)
          && a.regionMatches(
              i + from.length(), b, i + to.length(), a.length() - i - from.length())) {
        return true;
      }
    }
    return false;
  }

  /** The runs of letters of a name. */
  private static List<String> parts(String name) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= name.length(); i++) {
      if (i == name.length() || !Character.isLetter(name.charAt(i))) {
        if (i > start) {
          parts.add(name.substring(start, i));
        }
        start = i + 1;
      }
    }
    return parts;
  }

  /** The characters of a name as a set of bits; some share one. */
  private static long characters(String name) {
    long set = 0;
    for (int i = 0; i < name.length(); i++) {
      set |= 1L << (name.charAt(i) & 63);
    }
    return set;
  }

  private static int letters(String name) {
    int letters = 0;
    for (int i = 0; i < name.length(); i++) {
      letters += Character.isLetter(name.charAt(i)) ? 1 : 0;
    }
    return letters;
  }

  /** The digits of a name in their order. */
  static String digits(String name) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      if (Character.isDigit(name.charAt(i))) {
        digits.append(name.charAt(i));
      }
    }
    return digits.toString();
  }
}
