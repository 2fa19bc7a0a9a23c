package dev.meshlint.maven;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import org.codehaus.plexus.build.BuildContext;
import org.codehaus.plexus.build.DefaultBuildContext;
import org.sonatype.plexus.build.incremental.ThreadBuildContext;

/** An IDE, as far as the goals speak with it. */
final class ScriptedEditor extends DefaultBuildContext {
  private final List<String> shown = new ArrayList<>();
  private boolean incremental;

  ScriptedEditor() {
    super(new ThreadBuildContext());
  }

  /** What stands at lines: {@code file:line:column severity message}. */
  List<String> shown() {
    return shown;
  }

  void buildIncrementally() {
    incremental = true;
  }

  @Override
  public boolean isIncremental() {
    return incremental;
  }

  @Override
  public void removeMessages(File file) {
    shown.removeIf(one -> one.startsWith(file.getName() + ":"));
  }

  @Override
  public void addMessage(
      File file, int line, int column, String message, int severity, Throwable cause) {
    String word = severity == BuildContext.SEVERITY_ERROR ? " error " : " warning ";
    shown.add(file.getName() + ":" + line + ":" + column + word + message);
  }
}
