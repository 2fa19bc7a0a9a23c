package dev.meshlint.cli;

import dev.meshlint.core.source.IoMessages;
import dev.meshlint.core.source.WholeFile;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Replaces {@code @file} by the arguments in that file: one a line, in double or single quotes or bare. In double
 * quotes, {@code \"} and {@code \\} stand for a quote and a backslash. Empty lines and lines that begin with {@code #}
 * count for nothing. It takes thousands of paths where a command line would not.
 */
final class ArgumentFile {

  private ArgumentFile() {}

  /** The arguments with the files replaced; those after {@code --} are left alone. */
  static List<String> expand(String[] args, Path directory) throws UsageException {
    List<String> expanded = new ArrayList<>(args.length);
    boolean literal = false;
    for (String arg : args) {
      if (!literal && arg.length() > 1 && arg.charAt(0) == '@') {
        expanded.addAll(read(arg.substring(1), directory));
      } else {
        literal |= arg.equals("--");
        expanded.add(arg);
      }
    }
    return expanded;
  }

  private static List<String> read(String name, Path directory) throws UsageException {
    List<String> arguments = new ArrayList<>();
    try {
      for (String line : WholeFile.text(directory.resolve(name)).split("\\R")) {
        String text = line.strip();
        if (!text.isEmpty() && text.charAt(0) != '#') {
          arguments.add(unquote(text));
        }
      }
    } catch (NoSuchFileException e) {
      throw new UsageException("argument file \"" + name + "\" does not exist");
    } catch (CharacterCodingException e) {
      throw new UsageException("argument file \"" + name + "\" is not UTF-8");
    } catch (IOException e) {
      throw new UsageException(
          "argument file \"" + name + "\" cannot be read: " + IoMessages.of(e));
    } catch (InvalidPathException e) {
      throw new UsageException("argument file \"" + name + "\" is no path");
    }
    return arguments;
  }

  private static String unquote(String text) {
    char quote = text.charAt(0);
    int last = text.length() - 1;
    if ((quote != '"' && quote != '\'') || last < 1 || text.charAt(last) != quote) {
      return text;
    }
    String inner = text.substring(1, last);
    if (quote == '\'' || inner.indexOf('\\') < 0) {
      return inner;
    }
    StringBuilder plain = new StringBuilder(inner.length());
    for (int i = 0; i < inner.length(); i++) {
      char c = inner.charAt(i);
      if (c == '\\' && i + 1 < inner.length() && isEscapable(inner.charAt(i + 1))) {
        i++;
        c = inner.charAt(i);
      }
      plain.append(c);
    }
    return plain.toString();
  }

  private static boolean isEscapable(char c) {
    return c == '"' || c == '\\';
  }
}
