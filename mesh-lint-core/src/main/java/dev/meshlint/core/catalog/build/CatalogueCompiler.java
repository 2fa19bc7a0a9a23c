package dev.meshlint.core.catalog.build;

import dev.meshlint.core.catalog.CatalogueEntry;
import dev.meshlint.core.catalog.CatalogueIndex;
import dev.meshlint.core.catalog.RuleInfo;
import dev.meshlint.core.catalog.RuleInfo.Stage;
import dev.meshlint.core.rule.Rule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Compiles a catalogue and the rules that belong to it: checks that each rule has an entry and each entry a rule, and
 * writes what a run needs: the list of rule classes for the service loader, the index and the texts. There is no list of
 * rules kept by hand.
 *
 * <p>The build of mesh-lint runs it, and so does the build of anyone who writes rules: after compiling, with the rule
 * classes on the class path.
 */
public final class CatalogueCompiler {
  private static final String SERVICES = "META-INF/services/" + Rule.class.getName();

  private static final int ABSTRACT_OR_INTERFACE = 0x0400 | 0x0200;

  private final List<CatalogueEntry> entries;
  private final Path classes;
  private final ClassLoader loader;
  private final List<String> problems = new ArrayList<>();

  private CatalogueCompiler(List<CatalogueEntry> entries, Path classes, ClassLoader loader) {
    this.entries = entries;
    this.classes = classes;
    this.loader = loader;
  }

  /**
   * Compiles.
   *
   * @param arguments the folder of the catalogue, with one folder a mesh in it, and the folder of the compiled classes,
   *     into which the result is written
   */
  public static void main(String[] arguments) {
    if (arguments.length != 2) {
      throw new IllegalArgumentException(
          "two arguments are needed: the folder of the catalogue, the folder of compiled classes");
    }
    compile(
        Path.of(arguments[0]),
        Path.of(arguments[1]),
        Thread.currentThread().getContextClassLoader());
  }

  /**
   * Compiles.
   *
   * @param catalogue the folder of the catalogue
   * @param classes the folder of the compiled classes, into which the result is written
   * @param loader a loader that sees these classes
   * @throws CatalogueException if entries are wrong, or entries and classes do not fit
   * @throws UncheckedIOException if something cannot be read or written
   */
  public static void compile(Path catalogue, Path classes, ClassLoader loader) {
    new CatalogueCompiler(EntryReader.readAll(catalogue), classes, loader).run();
  }

  private void run() {
    checkNames();
    write(SERVICES, String.join("\n", new TreeSet<>(ruleClasses())) + "\n");
    checkRules();
    if (!problems.isEmpty()) {
      throw new CatalogueException(problems);
    }
    write(CatalogueIndex.INDEX, CatalogueIndex.index(entries));
    write(CatalogueIndex.TEXTS, CatalogueIndex.texts(entries));
  }

  private void checkNames() {
    Set<String> names = new HashSet<>();
    for (CatalogueEntry entry : entries) {
      List<String> own = new ArrayList<>(entry.info().aliases());
      own.add(entry.info().id());
      for (String name : own) {
        if (!names.add(name)) {
          problems.add(entry.info().id() + ": another entry already has the name " + name);
        }
      }
    }
  }

  private void checkRules() {
    Map<String, String> classOf = new TreeMap<>();
    for (Rule rule : ServiceLoader.load(Rule.class, loader)) {
      Class<?> type = rule.getClass();
      if (!isIn(classes, type)) {
        continue;
      }
      String twin = classOf.put(rule.id(), type.getName());
      if (twin != null) {
        problems.add(rule.id() + ": both " + twin + " and " + type.getName() + " say it is theirs");
      }
      if (!isNamedAlike(rule.id(), type.getSimpleName())) {
        problems.add(rule.id() + ": the class " + type.getName() + " is not named like its id");
      }
    }
    Map<String, RuleInfo> entryOf = new HashMap<>();
    entries.forEach(entry -> entryOf.put(entry.info().id(), entry.info()));
    classOf.forEach(
        (id, type) -> {
          if (!entryOf.containsKey(id)) {
            problems.add(id + ": the class " + type + " has no entry in the catalogue");
          }
        });
    for (RuleInfo info : entryOf.values()) {
      boolean hasClass = classOf.containsKey(info.id());
      if (hasClass != (info.stage() == Stage.RULE)) {
        problems.add(
            hasClass
                ? info.id() + ": the entry says that no class implements it, but one does"
                : info.id() + ": no class implements it");
      }
    }
  }

  private static boolean isIn(Path classes, Class<?> type) {
    return Files.exists(classes.resolve(type.getName().replace('.', '/') + ".class"));
  }

  /** The id is a prefix, mostly the mesh, and the name of the class in kebab case. */
  private static boolean isNamedAlike(String id, String simpleName) {
    String plain = id.replace("-", "");
    String name = simpleName.toLowerCase(Locale.ROOT);
    int prefix = plain.length() - name.length();
    return prefix > 0 && plain.endsWith(name) && splitsAt(id, prefix);
  }

  /** Whether a word of the id begins after this many letters. */
  private static boolean splitsAt(String id, int letters) {
    int seen = 0;
    for (int i = 0; i < id.length(); i++) {
      if (id.charAt(i) == '-') {
        if (seen == letters) {
          return true;
        }
      } else {
        seen++;
      }
    }
    return false;
  }

  /** The names of the classes in the folder that are rules. */
  private List<String> ruleClasses() {
    List<String> rules = new ArrayList<>();
    if (!Files.isDirectory(classes)) {
      return rules;
    }
    try (Stream<Path> files = Files.walk(classes)) {
      for (Path file : (Iterable<Path>) files.sorted()::iterator) {
        String name = classes.relativize(file).toString().replace('\\', '/');
        if (name.endsWith(".class") && !name.endsWith("-info.class")) {
          Class<?> type =
              loader.loadClass(
                  name.substring(0, name.length() - ".class".length()).replace('/', '.'));
          if (Rule.class.isAssignableFrom(type)
              && (type.getModifiers() & ABSTRACT_OR_INTERFACE) == 0) {
            rules.add(type.getName());
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ClassNotFoundException e) {
      throw new IllegalArgumentException(
          "the classes in " + classes + " are not on the class path", e);
    }
    return rules;
  }

  private void write(String name, String content) {
    Path file = classes.resolve(name);
    try {
      if (!Files.exists(file) || !Files.readString(file).equals(content)) {
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
