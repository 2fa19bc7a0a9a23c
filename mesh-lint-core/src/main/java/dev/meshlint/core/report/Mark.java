package dev.meshlint.core.report;

import dev.meshlint.core.finding.Finding;
import dev.meshlint.core.finding.Place;
import dev.meshlint.core.finding.Related;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A place that is underlined in a frame.
 *
 * @param place the place
 * @param label what is said about it; empty for what the finding itself says
 * @param isMain whether it is the place of the finding, not one that it speaks of
 */
record Mark(Place place, String label, boolean isMain) {
  private static final Comparator<Mark> BY_LINE =
      Comparator.<Mark>comparingInt(mark -> mark.place().line())
          .thenComparing(mark -> !mark.isMain());

  /**
   * The places of a finding, file by file, that of the finding first; in each file in the order of the lines. Files without text
   * have nothing to underline.
   *
   * @param most how many of the places that the finding speaks of are among them
   */
  static List<List<Mark>> of(Finding finding, int most) {
    List<List<Mark>> files = new ArrayList<>();
    add(new Mark(finding.place(), "", true), files);
    for (Related related : finding.related().subList(0, most)) {
      add(new Mark(related.place(), related.message(), false), files);
    }
    files.forEach(marks -> marks.sort(BY_LINE));
    return files;
  }

  private static void add(Mark mark, List<List<Mark>> files) {
    for (List<Mark> marks : files) {
      if (marks.get(0).place().file().name().equals(mark.place().file().name())) {
        marks.add(mark);
        return;
      }
    }
    List<Mark> marks = new ArrayList<>(4);
    marks.add(mark);
    files.add(marks);
  }
}
