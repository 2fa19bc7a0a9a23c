package dev.meshlint.core.schema.user;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.meshlint.core.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A JSON Schema for files of our own: a library judges them, and the words are ours.
 *
 * <p>Safe for use by several threads.
 */
public final class JudgingSchema {
  private final Schema schema;

  private JudgingSchema(Schema schema) {
    this.schema = schema;
  }

  /**
   * Something that the schema refuses.
   *
   * @param at the value, or the key of a field that does not exist
   * @param message what is wrong with it
   */
  public record Remark(YamlNode at, String message) {}

  /** A schema, version 2020-12. */
  public static JudgingSchema of(String json) {
    return new JudgingSchema(
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(json));
  }

  /** What it refuses in a file, in no order. */
  public List<Remark> judge(YamlNode root) {
    List<Remark> remarks = new ArrayList<>();
    for (Error error : schema.validate(YamlAsJson.ofFile(root))) {
      Wording wording = Wording.of(error);
      if (wording != null) {
        YamlNode node = YamlAsJson.find(root, error.getInstanceLocation());
        remarks.add(new Remark(wording.place(node), wording.message()));
      }
    }
    return remarks;
  }
}
