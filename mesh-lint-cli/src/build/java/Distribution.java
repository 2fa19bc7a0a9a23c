import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Puts the distribution together: {@code lib/mesh-lint.jar}, {@code bin} and the rest. Run by the build, as {@code java
 * Distribution.java TARGET FILES EXAMPLES JAR PICOCLI_SOURCES TIMESTAMP START CLASSPATH}.
 *
 * <p>All jars become one. Whoever looks for services, for a catalogue or, as picocli does, for a class that is not there,
 * has every jar opened and read: with fifteen of them that is a fifth of a small run. Only what draws the picture of the
 * report in HTML is packed apart, as {@code lib/mesh-lint-html.jar}: it is larger than all the rest, and hardly any run
 * needs it.
 *
 * <p>Picocli is compiled anew from its own sources, unchanged. Its jar is Java 5 bytecode, which class-data archives
 * refuse, and loading its classes one by one is half of the start-up time of a small run.
 */
final class Distribution {
  private static final String MANIFEST = JarFile.MANIFEST_NAME;
  private static final String VERSIONS = "META-INF/versions/";

  /** The distribution runs on this Java or newer, so what jars hold for newer ones up to it can replace the rest. */
  private static final int JAVA = 17;

  private static final List<String> FOR_HTML =
      List.of("mesh-lint-html-", "org.eclipse.", "guava-", "failureaccess-");

  /** What Eclipse reads in its bundles, and nobody else. */
  private static final List<String> FOR_ECLIPSE =
      List.of("plugin.", "OSGI-INF/", "META-INF/eclipse", "model", "schema/", "docs/", "images/");

  private final Map<String, byte[]> entries = new TreeMap<>();

  private Distribution() {}

  public static void main(String[] args) throws IOException {
    Path target = Path.of(args[0]);
    Path files = Path.of(args[1]);
    Path examples = Path.of(args[2]);
    Path jar = Path.of(args[3]);
    Path picocliSources = Path.of(args[4]);
    FileTime timestamp = FileTime.from(Instant.parse(args[5]));
    FileTime start = FileTime.from(Instant.parse(args[6]));
    String[] classPath = args[7].split(System.getProperty("path.separator"));

    Distribution distribution = new Distribution();
    Distribution html = new Distribution();
    distribution.add(jar);
    for (String element : classPath) {
      Path library = Path.of(element);
      if (library.getFileName().toString().startsWith("picocli-")) {
        distribution.addFolder(recompiled(picocliSources));
      } else if (Files.isRegularFile(library)) {
        (isForHtml(library) ? html : distribution).add(library);
      }
    }
    Files.createDirectories(target.resolve("lib"));
    distribution.pack(jar.resolveSibling("mesh-lint.jar"), target, timestamp);
    html.pack(jar.resolveSibling("mesh-lint-html.jar"), target, timestamp);
    updateTree(files, target);
    updateTree(examples, target.resolve("examples"));
    update(examples.resolveSibling("LICENSE"), target.resolve("LICENSE"));
    Path stamp = target.resolve("stamp");
    Files.writeString(stamp, start + "\n");
    Files.setLastModifiedTime(stamp, start);
  }

  private static boolean isForHtml(Path library) {
    String name = library.getFileName().toString();
    return FOR_HTML.stream().anyMatch(name::startsWith);
  }

  /** Packs the jar and puts it into the library folder of the distribution. */
  private void pack(Path jar, Path target, FileTime timestamp) throws IOException {
    pack(jar, timestamp);
    update(jar, target.resolve("lib").resolve(jar.getFileName().toString()));
  }

  /** Leaves alone what is there already, and never has half a file under its name: somebody may be running it. */
  private static void update(Path from, Path to) throws IOException {
    if (Files.exists(to) && Files.mismatch(from, to) < 0) {
      return;
    }
    Files.createDirectories(to.getParent());
    Path part = Files.createTempFile(to.getParent(), to.getFileName().toString(), ".part");
    Files.copy(from, part, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
    Files.move(part, to, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void updateTree(Path from, Path to) throws IOException {
    for (Path file : files(from, "")) {
      update(file, to.resolve(from.relativize(file).toString()));
    }
  }

  private void add(Path jar) throws IOException {
    String library = jar.getFileName().toString().replaceAll("\\.jar$", "");
    try (FileSystem system = FileSystems.newFileSystem(jar)) {
      List<Path> versioned = new ArrayList<>();
      for (Path file : files(system.getPath("/"), "")) {
        String name = file.toString().substring(1);
        if (name.startsWith(VERSIONS)) {
          versioned.add(file);
        } else {
          add(library, name, Files.readAllBytes(file));
        }
      }
      versioned.sort((a, b) -> Integer.compare(version(a), version(b)));
      for (Path file : versioned) {
        String name = file.toString().substring(1 + VERSIONS.length());
        if (version(file) <= JAVA && !name.endsWith("module-info.class")) {
          entries.put(name.substring(name.indexOf('/') + 1), Files.readAllBytes(file));
        }
      }
    }
  }

  private static int version(Path file) {
    return Integer.parseInt(file.getName(2).toString());
  }

  private void addFolder(Path folder) throws IOException {
    for (Path file : files(folder, "")) {
      add("", folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
    }
  }

  private void add(String library, String name, byte[] content) throws IOException {
    if (name.endsWith("module-info.class")
        || name.startsWith("META-INF/maven/")
        || name.endsWith(".SF")
        || name.endsWith(".RSA")
        || name.endsWith("._trace")
        || name.endsWith(".melk")
        || (library.startsWith("org.eclipse.")
            && FOR_ECLIPSE.stream().anyMatch(name::startsWith))) {
      return;
    }
    if (name.equals(MANIFEST)) {
      entries.putIfAbsent(name, content);
      return;
    }
    String file = name.substring(name.lastIndexOf('/') + 1);
    if (file.startsWith("LICENSE")
        || file.startsWith("NOTICE")
        || file.startsWith("about")
        || file.equals("DEPENDENCIES")) {
      entries.put("META-INF/licenses/" + library + "/" + file, content);
      return;
    }
    byte[] present = entries.get(name);
    if (present == null || Arrays.equals(present, content)) {
      entries.put(name, content);
    } else if (name.startsWith("META-INF/services/") || name.endsWith(".tsv")) {
      entries.put(name, concat(present, content));
    } else {
      throw new IOException(name + " is in several jars, the last of them " + library);
    }
  }

  private static byte[] concat(byte[] first, byte[] second) {
    String all = new String(first, StandardCharsets.UTF_8);
    all = all.endsWith("\n") ? all : all + "\n";
    return (all + new String(second, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
  }

  private void pack(Path jar, FileTime time) throws IOException {
    byte[] manifest =
        new String(entries.remove(MANIFEST), StandardCharsets.UTF_8)
            // The lines of the class path, which has become this jar.
            .replaceAll("(?m)^Class-Path:.*\\R( .*\\R)*", "")
            .getBytes(StandardCharsets.UTF_8);
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
      put(out, MANIFEST, manifest, time);
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        put(out, entry.getKey(), entry.getValue(), time);
      }
    }
  }

  private static void put(ZipOutputStream out, String name, byte[] content, FileTime time)
      throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setLastModifiedTime(time);
    out.putNextEntry(entry);
    out.write(content);
    out.closeEntry();
  }

  /** The folder with picocli's classes, beside its sources; made once. */
  private static Path recompiled(Path sources) throws IOException {
    Path classes =
        sources.resolveSibling(sources.getFileName().toString().replace("-sources.jar", ""));
    if (Files.isDirectory(classes)) {
      return classes;
    }
    Path work = Files.createTempDirectory(sources.getParent(), "compile");
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler == null) {
      throw new IOException("a JDK is needed, this is none: " + System.getProperty("java.home"));
    }
    try (FileSystem source = FileSystems.newFileSystem(sources);
        StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      List<String> options =
          List.of(
              "--release",
              String.valueOf(JAVA),
              "-nowarn",
              "-Xlint:none",
              "-proc:none",
              "-g:source,lines",
              "-XDstringConcat=inline",
              "-d",
              work.toString());
      boolean compiled =
          compiler
              .getTask(
                  null,
                  manager,
                  null,
                  options,
                  null,
                  manager.getJavaFileObjectsFromPaths(files(source.getPath("/picocli"), ".java")))
              .call();
      if (!compiled) {
        throw new IOException("picocli does not compile from " + sources);
      }
    }
    Files.move(work, classes, StandardCopyOption.ATOMIC_MOVE);
    return classes;
  }

  private static List<Path> files(Path folder, String suffix) throws IOException {
    try (Stream<Path> tree = Files.walk(folder)) {
      return tree.filter(Files::isRegularFile)
          .filter(file -> file.toString().endsWith(suffix))
          .sorted()
          .toList();
    }
  }
}
