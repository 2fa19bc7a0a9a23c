package dev.meshlint.cli;

import dev.meshlint.core.source.SourceReader;
import java.io.BufferedInputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a command line run has around it.
 *
 * <p>Standard output is for what was asked for and nothing else. All text is UTF-8, whatever the locale.
 *
 * @param in standard input
 * @param out standard output, not buffered
 * @param err standard error
 * @param environment the environment variables
 * @param directory the folder to which paths are relative
 * @param outIsTerminal whether somebody watches standard output
 * @param errIsTerminal whether somebody watches standard error
 */
record Console(
    InputStream in,
    OutputStream out,
    OutputStream err,
    Map<String, String> environment,
    Path directory,
    boolean outIsTerminal,
    boolean errIsTerminal) {

  /** Set by the launcher, which can ask for nothing: {@code out}, {@code err} or both. */
  private static final String TERMINAL = "mesh-lint.terminal";

  /** The console of this process. Files, not print streams: those swallow a closed pipe. */
  static Console ofSystem() {
    String terminal = System.getProperty(TERMINAL, "");
    return new Console(
        // buffered: alone, it asks a pipe for its position when it is read to its end
        new BufferedInputStream(new FileInputStream(FileDescriptor.in)),
        new FileOutputStream(FileDescriptor.out),
        new FileOutputStream(FileDescriptor.err),
        System.getenv(),
        Path.of(""),
        terminal.contains("out"),
        terminal.contains("err"));
  }

  /** Whether reports on standard output are coloured, unless an option says otherwise. */
  boolean isColoured() {
    if (isSet("NO_COLOR")) {
      return false;
    }
    return isSet("FORCE_COLOR") || (outIsTerminal && !isTerm("dumb"));
  }

  /** Whether a link in what goes to standard output is one for the reader, or is at least not seen. */
  boolean followsLinks() {
    return outIsTerminal && !isTerm("dumb") && !isTerm("linux");
  }

  private boolean isTerm(String name) {
    return name.equals(environment.get("TERM"));
  }

  private boolean isSet(String variable) {
    String value = environment.get(variable);
    return value != null && !value.isEmpty();
  }

  /**
   * Reads standard input to its end.
   *
   * @throws IOException if that fails, or there is more than a file may have
   */
  byte[] readInput() throws IOException {
    byte[] bytes = in.readNBytes(SourceReader.LARGEST + 1);
    if (bytes.length > SourceReader.LARGEST) {
      throw new IOException("it is larger than " + (SourceReader.LARGEST >> 20) + " MiB");
    }
    return bytes;
  }

  /**
   * Writes to standard output at once.
   *
   * @throws OutputException if that fails, also because nobody reads it any more
   */
  void print(CharSequence text) throws OutputException {
    print(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Writes bytes to standard output at once.
   *
   * @throws OutputException if that fails, also because nobody reads it any more
   */
  void print(byte[] bytes) throws OutputException {
    try {
      out.write(bytes);
      out.flush();
    } catch (IOException e) {
      throw new OutputException(e);
    }
  }

  /** The same with all that goes to standard output going to standard error. */
  Console withOutputOnError() {
    return new Console(in, err, err, environment, directory, errIsTerminal, errIsTerminal);
  }

  /** Says a line on standard error. */
  void say(String line) {
    mutter(line + "\n");
  }

  /** Says something on standard error. Where even that fails, there is nobody left to tell. */
  void mutter(String text) {
    try {
      err.write(text.getBytes(StandardCharsets.UTF_8));
      err.flush();
    } catch (IOException e) {
      return;
    }
  }
}
