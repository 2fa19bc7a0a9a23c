package dev.meshlint.core.yaml;

import dev.meshlint.core.source.SourceFile;
import java.util.List;

/**
 * Reads YAML (and so JSON) into nodes that know their place.
 *
 * <p>Bad input gives problems, never an exception: the documents before and after a broken one are read. The time is
 * linear in the size of the text. Stateless, safe for use by several threads.
 */
public final class YamlReader {
  private YamlReader() {}

  /**
   * Reads all documents of a file.
   *
   * @param file the file
   * @param limits bounds on what is read
   * @param comments whether to look for comments that mention {@code mesh-lint}
   */
  public static YamlFile read(SourceFile file, YamlLimits limits, boolean comments) {
    return read(file, limits, comments, new Names());
  }

  /**
   * Reads all documents of one of many files.
   *
   * @param file the file
   * @param limits bounds on what is read
   * @param comments whether to look for comments that mention {@code mesh-lint}
   * @param names the strings of the files that this thread read before
   */
  public static YamlFile read(SourceFile file, YamlLimits limits, boolean comments, Names names) {
    ParsedText parsed = new ParsedText(file, file.text(), PlaceMap.SAME, limits, names);
    SimpleReader simple = SimpleReader.read(parsed);
    return simple == null
        ? readAny(parsed, comments)
        : file(parsed, simple.documents(), simple.problems(), comments);
  }

  /** Reads all documents of a file with the engine. */
  static YamlFile readAny(ParsedText parsed, boolean comments) {
    DocumentReader reader = new DocumentReader(parsed);
    reader.read();
    return file(parsed, reader.documents(), reader.problems(), comments);
  }

  private static YamlFile file(
      ParsedText parsed,
      List<YamlDocument> documents,
      List<YamlProblem> problems,
      boolean comments) {
    String text = parsed.text();
    List<YamlFile.Comment> found =
        comments ? Comments.find(text, 0, text.length(), documents) : List.of();
    return new YamlFile(parsed.file(), documents, problems, found);
  }

  /**
   * Reads YAML that is the text of a scalar, such as mesh configuration in a ConfigMap. Nodes, problems and comments have
   * places in the outer file: exact ones for a literal block, else at least those of the scalar. Where the text of the
   * file is not the text that is read, nodes are {@link YamlNode#shared()}, so that nobody edits them.
   *
   * @param scalar the scalar
   * @param limits bounds on what is read
   */
  public static YamlFile readEmbedded(YamlScalar scalar, YamlLimits limits) {
    SourceFile file = scalar.file();
    EmbeddedPlaces places = EmbeddedPlaces.of(scalar);
    DocumentReader reader =
        new DocumentReader(new ParsedText(file, scalar.text(), places, limits, new Names()));
    reader.read();
    List<YamlFile.Comment> found =
        places.exact()
            ? Comments.find(
                file.text(),
                Lines.lineEnd(file.text(), scalar.start()),
                scalar.end(),
                reader.documents())
            : List.of();
    return new YamlFile(file, reader.documents(), reader.problems(), found);
  }
}
