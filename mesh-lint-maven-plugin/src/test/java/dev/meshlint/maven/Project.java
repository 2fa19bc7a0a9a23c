package dev.meshlint.maven;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.plugin.logging.SystemStreamLog;

/** A project on disk, and the goals of the plugin in it. */
final class Project {
  static final String WRONG =
      """
      apiVersion: networking.istio.io/v1
      kind: VirtualService
      metadata: {name: basket}
      spec:
        hosts: [basket]
        http:
          - route:
              - destination: {host: basket, subset: v2}
      """;

  static final String RIGHT =
      """
      apiVersion: v1
      kind: Service
      metadata: {name: basket}
      spec: {selector: {app: basket}, ports: [{port: 80, name: http}]}
      """;

  private final Path folder;
  private final StringBuilder log = new StringBuilder();

  Project(Path folder) {
    this.folder = folder;
  }

  void write(String name, String text) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the goals said, a line each. */
  String log() {
    return log.toString();
  }

  /** Sets up a goal: names of parameters, each with its value. */
  <T extends AbstractMojo> T mojo(T mojo, Object... settings) {
    set(mojo, "basedir", folder.toFile());
    for (int i = 0; i < settings.length; i += 2) {
      set(mojo, (String) settings[i], settings[i + 1]);
    }
    listen(mojo);
    return mojo;
  }

  void listen(AbstractMojo mojo) {
    Log silent =
        new SystemStreamLog() {
          @Override
          public void info(CharSequence content) {
            log.append(content).append('\n');
          }

          @Override
          public void warn(CharSequence content) {
            info(content);
          }

          @Override
          public void error(CharSequence content) {
            info(content);
          }
        };
    mojo.setLog(silent);
  }

  static void set(AbstractMojo mojo, String name, Object value) {
    for (Class<?> type = mojo.getClass(); type != null; type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        if (field.getName().equals(name)) {
          set(mojo, field, value);
          return;
        }
      }
    }
    throw new IllegalArgumentException(mojo.getClass() + " has no " + name);
  }

  private static void set(AbstractMojo mojo, Field field, Object value) {
    field.setAccessible(true);
    try {
      field.set(mojo, value);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
