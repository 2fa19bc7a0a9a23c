package dev.meshlint.benchmarks;

import dev.meshlint.core.manifest.ManifestLoader;
import dev.meshlint.core.manifest.ManifestOptions;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.schema.build.PlainSchemas;
import dev.meshlint.core.schema.user.SecondOpinion;
import dev.meshlint.core.source.SourceFinder;
import dev.meshlint.core.source.SourceQuery;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lets a JSON Schema library judge manifests beside the checker, and prints what only one of them says. The exit code is 1
 * if there is any such thing.
 *
 * <p>Arguments: the folder of the schema files, then files and folders with manifests.
 */
final class SecondOpinions {
  private final PrintStream out;
  private int judged;
  private int refused;
  private int differing;

  private SecondOpinions(PrintStream out) {
    this.out = out;
  }

  /** Prints the differences and how much was judged. */
  public static void main(String[] args) throws IOException {
    List<String> arguments = List.of(args);
    SecondOpinions opinions = new SecondOpinions(System.out);
    SecondOpinion judges = new SecondOpinion(PlainSchemas.read(Path.of(arguments.get(0))));
    SourceQuery manifests =
        SourceQuery.of(Path.of(""), arguments.subList(1, arguments.size()))
            .automaticContext(false)
            .build();
    for (Resource resource :
        ManifestLoader.load(SourceFinder.find(manifests), ManifestOptions.DEFAULT).resources()) {
      opinions.add(resource, judges.of(resource));
    }
    System.exit(opinions.conclude());
  }

  private void add(Resource resource, SecondOpinion.@Nullable Opinions opinions) {
    if (opinions == null) {
      return;
    }
    judged++;
    refused += opinions.checker().isEmpty() ? 0 : 1;
    List<String> differences = opinions.differences();
    if (!differences.isEmpty()) {
      differing++;
      out.println(resource.file().name() + ": " + resource.kind() + " " + resource.name());
      differences.forEach(difference -> out.println("  " + difference));
    }
  }

  private int conclude() {
    out.println(
        judged + " resources judged by both, " + refused + " refused, " + differing + " differ");
    return differing == 0 ? 0 : 1;
  }
}
