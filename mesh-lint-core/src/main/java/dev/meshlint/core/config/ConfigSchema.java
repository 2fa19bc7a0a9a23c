package dev.meshlint.core.config;

import dev.meshlint.core.schema.user.JudgingSchema;
import dev.meshlint.core.source.SourceFile;
import dev.meshlint.core.yaml.YamlDocument;
import dev.meshlint.core.yaml.YamlLimits;
import dev.meshlint.core.yaml.YamlReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The published schema of the configuration file, which editors know. A run does without it; who asks whether a file is
 * right hears its opinion too.
 */
public final class ConfigSchema {
  private static final String RESOURCE = "META-INF/mesh-lint/configuration.schema.json";

  private ConfigSchema() {}

  /** What the schema refuses in a configuration file, in the order of the file; nothing in a file that cannot be read. */
  public static List<ConfigException.Problem> judge(SourceFile file) {
    JudgingSchema schema = JudgingSchema.of(text());
    List<JudgingSchema.Remark> remarks = new ArrayList<>();
    for (YamlDocument document : YamlReader.read(file, YamlLimits.DEFAULT, false).documents()) {
      remarks.addAll(schema.judge(document.root()));
    }
    remarks.sort(Comparator.comparingInt(remark -> remark.at().start()));
    List<ConfigException.Problem> problems = new ArrayList<>();
    for (JudgingSchema.Remark remark : remarks) {
      problems.add(new ConfigException.Problem(ConfigMapping.place(remark.at()), remark.message()));
    }
    return problems;
  }

  private static String text() {
    try (InputStream in = ConfigSchema.class.getClassLoader().getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
