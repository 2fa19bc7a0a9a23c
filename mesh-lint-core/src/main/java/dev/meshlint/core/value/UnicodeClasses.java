package dev.meshlint.core.value;

import java.util.Locale;
import java.util.Set;

/**
 * The names of Unicode classes in regular expressions: general categories by their short and long
 * names, scripts by their long ones. As in newer versions of Go, case, blanks, hyphens and
 * underscores do not count.
 */
final class UnicodeClasses {
  private static final Set<String> CATEGORIES =
      Set.of(
          ("c cc cf cn co cs l lc ll lm lo lt lu m mc me mn n nd nl no p pc pd pe pf pi po "
                  + "ps s sc sk sm so z zl zp zs any ascii assigned other control cntrl format "
                  + "unassigned privateuse surrogate letter casedletter lowercaseletter "
                  + "modifierletter otherletter titlecaseletter uppercaseletter mark combiningmark "
                  + "spacingmark enclosingmark nonspacingmark number decimalnumber digit letternumber "
                  + "othernumber punctuation punct connectorpunctuation dashpunctuation "
                  + "closepunctuation finalpunctuation initialpunctuation otherpunctuation "
                  + "openpunctuation symbol currencysymbol modifiersymbol mathsymbol othersymbol "
                  + "separator lineseparator paragraphseparator spaceseparator")
              .split(" "));

  /** Scripts that are younger than the tables of the oldest Java that runs this. */
  private static final Set<String> YOUNG_SCRIPTS =
      Set.of(
          ("beriaerfe cyprominoan garay gurungkhema kawi kiratrai nagmundari olduyghur "
                  + "olonal sidetic sunuwar taiyo tangsa todhri tolongsiki toto tulutigalari vithkuqi")
              .split(" "));

  private UnicodeClasses() {}

  static boolean isKnown(String name) {
    String plain = plain(name);
    if (CATEGORIES.contains(plain) || YOUNG_SCRIPTS.contains(plain)) {
      return true;
    }
    for (Character.UnicodeScript script : Character.UnicodeScript.values()) {
      if (script != Character.UnicodeScript.UNKNOWN && plain(script.name()).equals(plain)) {
        return true;
      }
    }
    return false;
  }

  private static String plain(String name) {
    StringBuilder plain = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c != ' ' && c != '_' && c != '-') {
        plain.append(c);
      }
    }
    return plain.toString().toLowerCase(Locale.ROOT);
  }
}
