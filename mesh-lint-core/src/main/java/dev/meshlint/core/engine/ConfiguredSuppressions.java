package dev.meshlint.core.engine;

import dev.meshlint.core.catalog.Catalogue;
import dev.meshlint.core.config.LintConfig;
import dev.meshlint.core.config.SuppressionEntry;
import dev.meshlint.core.finding.Finding;
import dev.meshlint.core.finding.ResourceId;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.source.SourceFile;
import dev.meshlint.core.value.Glob;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The suppressions of the configuration. One that is for nothing that was linted is not judged. */
final class ConfiguredSuppressions {
  private final List<Entry> entries = new ArrayList<>(0);

  private static final class Entry {
    private final Suppression suppression;
    private final Scope scope;
    private final List<String> names;
    private boolean inView;

    Entry(Suppression suppression, Scope scope, List<String> names) {
      this.suppression = suppression;
      this.scope = scope;
      this.names = names;
    }

    boolean fits(String file, @Nullable ResourceId resource) {
      return (names.isEmpty() || fitsName(resource)) && scope.fits(file, resource);
    }

    private boolean fitsName(@Nullable ResourceId resource) {
      if (resource == null) {
        return false;
      }
      for (String name : names) {
        if (Glob.matches(name, resource.name())) {
          return true;
        }
      }
      return false;
    }
  }

  ConfiguredSuppressions(LintConfig config, Catalogue catalogue, Path directory, LocalDate today) {
    for (SuppressionEntry entry : config.suppressions()) {
      LocalDate until = entry.until();
      Directive directive =
          new Directive(Directive.IGNORE, entry.rules(), until, entry.reason(), null);
      boolean holds = until == null || !until.isBefore(today);
      Suppression suppression =
          new Suppression(directive, entry.place(), List.of(), Draft.NO_MESH, holds, catalogue);
      Scope scope = new Scope(entry.scope(), config.folder(), directory);
      entries.add(new Entry(suppression, scope, entry.names()));
    }
  }

  /** Takes note of what is linted. */
  void see(SourceFile file, List<Resource> resources) {
    for (Entry entry : entries) {
      entry.inView |= entry.fits(file.name(), null);
      for (int i = 0; i < resources.size() && !entry.inView; i++) {
        entry.inView = entry.fits(file.name(), resources.get(i).id());
      }
    }
  }

  /** What suppresses a finding; null if nothing does. Asks all, so that of two that cover it none counts as unused. */
  @Nullable Suppression cover(Finding finding) {
    Suppression covering = null;
    for (Entry entry : entries) {
      if (entry.fits(finding.place().file().name(), finding.resource())
          && entry.suppression.covers(finding.rule())) {
        covering = entry.suppression;
      }
    }
    return covering;
  }

  /** Tells each of them, and whether something that it is for was linted: else nobody knows what it is good for. */
  void forEach(BiConsumer<Suppression, Boolean> action) {
    for (Entry entry : entries) {
      action.accept(entry.suppression, entry.inView);
    }
  }
}
