package dev.meshlint.core.engine;

import dev.meshlint.core.finding.Certainty;
import dev.meshlint.core.finding.Finding;
import dev.meshlint.core.finding.Place;
import dev.meshlint.core.finding.Related;
import dev.meshlint.core.finding.ResourceId;
import dev.meshlint.core.finding.Severity;
import dev.meshlint.core.finding.SuppressedFinding;
import dev.meshlint.core.fix.Fix;
import dev.meshlint.core.fix.TextEdit;
import dev.meshlint.core.manifest.ManifestSet;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.schema.SchemaChecker;
import dev.meshlint.core.yaml.YamlNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns drafts into findings: severity from catalogue and configuration, paths inside resources, secrets left out, fixes
 * on shared nodes left out, equal findings once. Used by one thread.
 */
final class FindingWriter {
  private final RuleLevels levels;
  private final List<@Nullable String> meshes = new ArrayList<>();
  private final ResourcePaths paths;
  private final Redactor redactor = new Redactor();

  /**
   * A finding, the resource that it is about, and where the value starts that it is a piece of.
   *
   * @param finding the finding
   * @param resource the resource; null where there is none
   * @param valueStart the offset of the value in the file of the finding; -1 where it is not about a value
   */
  record Written(Finding finding, @Nullable Resource resource, int valueStart) {}

  /**
   * Makes a writer.
   *
   * @param levels which rules are on and how severe they are
   * @param schemas say which keys of resources are data
   * @param manifests what was read
   */
  FindingWriter(RuleLevels levels, SchemaChecker schemas, ManifestSet manifests) {
    this.levels = levels;
    this.paths = new ResourcePaths(schemas);
    manifests.meshes().forEach(mesh -> meshes.add(mesh.name()));
    manifests.files().forEach(file -> redactor.know(file.yaml()));
  }

  /** What makes two findings the same. */
  private record Key(String rule, Place place, String message) {
    // By hand, as hashCode: what a record generates is linked at run time, which every run pays
    // for.
    @Override
    public boolean equals(@Nullable Object object) {
      return object instanceof Key other
          && rule.equals(other.rule)
          && place.equals(other.place)
          && message.equals(other.message);
    }

    @Override
    public int hashCode() {
      return 31 * (31 * rule.hashCode() + place.hashCode()) + message.hashCode();
    }
  }

  /** The findings, without those that are switched off or said twice. */
  List<Written> write(List<Draft> drafts) {
    List<Written> written = new ArrayList<>(drafts.size());
    Set<Key> seen = new HashSet<>();
    for (Draft draft : drafts) {
      Resource resource = draft.resource;
      ResourceId id = resource == null ? null : resource.id();
      Severity severity =
          levels.severity(draft.rule, draft.caseName, draft.place.file().name(), id);
      if (severity == null || !seen.add(new Key(draft.rule.id(), draft.place, draft.message))) {
        continue;
      }
      int valueStart = draft.node == null ? -1 : draft.node.start();
      written.add(new Written(finding(draft, id, severity), resource, valueStart));
    }
    return written;
  }

  /** The same without secrets in the reason. */
  SuppressedFinding hide(SuppressedFinding one) {
    String reason = redactor.hide(one.reason(), one.finding().place());
    return new SuppressedFinding(one.finding(), one.inSource(), reason);
  }

  private Finding finding(Draft draft, @Nullable ResourceId id, Severity severity) {
    return new Finding(
        draft.rule.id(),
        draft.caseName,
        severity(draft, severity),
        draft.certainty,
        draft.evidence,
        draft.rule.category(),
        redactor.hide(draft.message, draft.place),
        draft.place,
        id,
        mesh(draft),
        path(draft),
        draft.rule.equivalentsOf(draft.caseName),
        related(draft),
        draft.help == null ? null : redactor.hide(draft.help, draft.place),
        fixes(draft));
  }

  /** What is unresolved is but worth knowing, and what is only likely is no error. */
  private static Severity severity(Draft draft, Severity severity) {
    if (draft.certainty == Certainty.UNRESOLVED) {
      return Severity.INFO;
    }
    boolean proven = draft.evidence == null || draft.evidence.proves();
    return severity == Severity.ERROR && !proven ? Severity.WARNING : severity;
  }

  private @Nullable String mesh(Draft draft) {
    int number = draft.resource == null ? draft.mesh : draft.resource.origin().mesh();
    return number >= 0 && number < meshes.size() ? meshes.get(number) : null;
  }

  private @Nullable String path(Draft draft) {
    Resource resource = draft.resource;
    YamlNode node = draft.node;
    return resource == null || node == null ? null : paths.path(resource, node, draft.absentField);
  }

  private List<Related> related(Draft draft) {
    List<Related> related = new ArrayList<>(draft.related.size());
    for (Related other : draft.related) {
      if (!other.place().equals(draft.place)) {
        related.add(new Related(other.place(), redactor.hide(other.message(), other.place())));
      }
    }
    return related;
  }

  private List<Fix> fixes(Draft draft) {
    Resource resource = draft.resource;
    if (resource == null) {
      return draft.fixes;
    }
    List<Fix> fixes = new ArrayList<>(draft.fixes.size());
    for (Fix fix : draft.fixes) {
      if (!touchesShared(resource, fix)) {
        fixes.add(fix);
      }
    }
    return fixes;
  }

  private boolean touchesShared(Resource resource, Fix fix) {
    for (TextEdit edit : fix.edits()) {
      if (paths.touchesShared(resource, edit)) {
        return true;
      }
    }
    return false;
  }
}
