package dev.meshlint.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes of a manifest one with a slip of the pen in it, laid out in another way. */
final class Mutations {
  private static final Pattern KEY = Pattern.compile("(?<=[ {]|^)[A-Za-z]{5,}(?=: |:$)");
  private static final Pattern NUMBER = Pattern.compile("(?<=: )\\d+(?=[,}\\s]|$)");
  private static final Pattern QUOTED_NUMBER = Pattern.compile("\"(\\d+|true|false)\"");
  private static final Pattern WORD = Pattern.compile("(?<=: )[A-Za-z_]{4,}(?=[,}\\s]|$)");

  private Mutations() {}

  /**
   * What came of it.
   *
   * @param files the texts
   * @param before the word that was meant; empty where no word was changed
   * @param after what was written in its place
   */
  record Mutated(Map<String, String> files, String before, String after) {}

  /** A text, and the word in it that was changed. */
  private record Slip(String text, String before, String after) {}

  static Mutated of(Map<String, String> files, Random random) {
    Map<String, String> mutated = new LinkedHashMap<>(files);
    List<String> names = new ArrayList<>(files.keySet());
    String name = names.get(random.nextInt(names.size()));
    Slip slip = new Slip(files.getOrDefault(name, ""), "", "");
    if (random.nextInt(4) > 0) {
      slip = slip(slip.text(), random);
      mutated.put(name, slip.text());
    }
    if (random.nextBoolean()) {
      mutated.replaceAll((key, text) -> laidOut(text, random));
    }
    return new Mutated(mutated, slip.before(), slip.after());
  }

  private static Slip slip(String text, Random random) {
    return switch (random.nextInt(7)) {
      case 0, 1 -> replaceOne(KEY, text, random, Mutations::swapped);
      case 2 -> replaceOne(NUMBER, text, random, (number, r) -> '"' + number + '"');
      case 3 ->
          replaceOne(
              QUOTED_NUMBER, text, random, (quoted, r) -> quoted.substring(1, quoted.length() - 1));
      case 4 -> replaceOne(WORD, text, random, Mutations::swapped);
      case 5 -> replaceOne(WORD, text, random, (word, r) -> otherCase(word));
      default -> new Slip(withSuppression(text, random), "", "");
    };
  }

  private interface Miswriting {
    String of(String word, Random random);
  }

  private static Slip replaceOne(
      Pattern pattern, String text, Random random, Miswriting miswriting) {
    List<int[]> places = new ArrayList<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      places.add(new int[] {matcher.start(), matcher.end()});
    }
    if (places.isEmpty()) {
      return new Slip(text, "", "");
    }
    int[] place = places.get(random.nextInt(places.size()));
    String word = text.substring(place[0], place[1]);
    String wrong = miswriting.of(word, random);
    String slipped = text.substring(0, place[0]) + wrong + text.substring(place[1]);
    return new Slip(slipped, word, wrong);
  }

  private static String swapped(String word, Random random) {
    int at = 1 + random.nextInt(word.length() - 2);
    return word.substring(0, at) + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2);
  }

  private static String otherCase(String word) {
    StringBuilder other = new StringBuilder();
    for (char c : word.toCharArray()) {
      other.append(Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c));
    }
    return other.toString();
  }

  private static String withSuppression(String text, Random random) {
    List<String> lines = new ArrayList<>(text.lines().toList());
    int at = random.nextInt(lines.size());
    String comment = "# mesh-lint: ignore yaml-duplicate-key -- of old";
    if (random.nextBoolean()) {
      lines.add(at, comment);
    } else if (isOrdinary(text)) {
      lines.set(at, lines.get(at) + " " + comment);
    }
    return String.join("\n", lines) + "\n";
  }

  private static boolean isOrdinary(String text) {
    return text.indexOf('|') < 0 && text.indexOf('>') < 0 && text.indexOf('"') < 0;
  }

  private static String laidOut(String text, Random random) {
    String result = text;
    if (isOrdinary(text)) {
      StringBuilder lines = new StringBuilder();
      for (String line : text.lines().toList()) {
        lines.append(
            switch (random.nextInt(12)) {
              case 0 -> line + "   # note: [a, b]";
              case 1 -> "  # note\n" + line;
              case 2 -> "\n" + line;
              case 3 -> line + "  ";
              default -> line;
            });
        lines.append('\n');
      }
      result = lines.toString();
    }
    return switch (random.nextInt(4)) {
      case 0 -> result.replace("\n", "\r\n");
      case 1 -> result.stripTrailing();
      default -> result;
    };
  }
}
