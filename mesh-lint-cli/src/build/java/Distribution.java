import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Puts the distribution together: {@code lib} with all jars, {@code bin} with the launcher. Run by the build, as
 * {@code java Distribution.java TARGET FILES JAR PICOCLI_SOURCES TIMESTAMP START CLASSPATH}.
 *
 * <p>Picocli is compiled anew from its own sources, unchanged. Its jar is Java 5 bytecode, which class-data archives
 * refuse, and loading its classes one by one is half of the start-up time of a small run.
 */
final class Distribution {

  private Distribution() {}

  public static void main(String[] args) throws IOException {
    Path target = Path.of(args[0]);
    Path files = Path.of(args[1]);
    Path jar = Path.of(args[2]);
    Path picocliSources = Path.of(args[3]);
    Instant timestamp = Instant.parse(args[4]);
    Instant start = Instant.parse(args[5]);
    List<Path> classPath =
        Stream.of(args[6].split(System.getProperty("path.separator"))).map(Path::of).toList();

    Path lib = Files.createDirectories(target.resolve("lib"));
    List<Path> jars =
        Stream.concat(Stream.of(jar), classPath.stream()).filter(Files::isRegularFile).toList();
    removeOthers(lib, jars);
    for (Path one : jars) {
      Path copy = lib.resolve(one.getFileName());
      if (!one.getFileName().toString().startsWith("picocli-")) {
        copy(one, copy);
      } else if (!Files.exists(copy)) {
        recompile(one, picocliSources, copy, FileTime.from(timestamp));
      }
    }
    copyTree(files, target);
    Path stamp = target.resolve("stamp");
    Files.writeString(stamp, start + "\n");
    Files.setLastModifiedTime(stamp, FileTime.from(start));
  }

  private static void removeOthers(Path lib, List<Path> jars) throws IOException {
    List<String> wanted = jars.stream().map(jar -> jar.getFileName().toString()).toList();
    try (Stream<Path> present = Files.list(lib)) {
      for (Path one : present.toList()) {
        String name = one.getFileName().toString();
        if (name.endsWith(".jar") && !wanted.contains(name)) {
          Files.delete(one);
        }
      }
    }
  }

  /** Never a half-written file under its final name: somebody may be running from here. */
  private static void copy(Path from, Path to) throws IOException {
    if (Files.exists(to) && Files.mismatch(from, to) < 0) {
      return;
    }
    Path part = Files.createTempFile(to.getParent(), to.getFileName().toString(), ".part");
    Files.copy(from, part, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
    Files.move(part, to, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void copyTree(Path from, Path to) throws IOException {
    try (Stream<Path> tree = Files.walk(from)) {
      for (Path file : tree.filter(Files::isRegularFile).toList()) {
        Path copy = to.resolve(from.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        copy(file, copy);
      }
    }
  }

  private static void recompile(Path original, Path sources, Path result, FileTime time)
      throws IOException {
    Path work = Files.createTempDirectory("picocli");
    try (FileSystem old = FileSystems.newFileSystem(original);
        FileSystem source = FileSystems.newFileSystem(sources)) {
      JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
      if (compiler == null) {
        throw new IOException(
            "the distribution is built with a JDK, this is a JRE: "
                + System.getProperty("java.home"));
      }
      try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
        List<Path> units = files(source.getPath("/picocli"), ".java");
        boolean compiled =
            compiler
                .getTask(
                    null,
                    manager,
                    null,
                    List.of(
                        "--release",
                        "17",
                        "-nowarn",
                        "-Xlint:none",
                        "-proc:none",
                        "-g:source,lines",
                        "-XDstringConcat=inline",
                        "-d",
                        work.toString()),
                    null,
                    manager.getJavaFileObjectsFromPaths(units))
                .call();
        if (!compiled) {
          throw new IOException("picocli does not compile from " + sources);
        }
      }
      for (Path other : files(old.getPath("/"), "")) {
        String name = other.toString().substring(1);
        boolean replaced = name.endsWith(".class");
        if (!replaced && !name.endsWith("/")) {
          Path copy = work.resolve(name);
          Files.createDirectories(copy.getParent());
          Files.copy(other, copy);
        }
      }
      Path part =
          Files.createTempFile(result.getParent(), result.getFileName().toString(), ".part");
      pack(work, part, time);
      Files.move(part, result, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      delete(work);
    }
  }

  private static List<Path> files(Path folder, String suffix) throws IOException {
    try (Stream<Path> tree = Files.walk(folder)) {
      return tree.filter(Files::isRegularFile)
          .filter(file -> file.toString().endsWith(suffix))
          .sorted()
          .toList();
    }
  }

  private static void pack(Path folder, Path jar, FileTime time) throws IOException {
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      for (Path file : files(folder, "")) {
        ZipEntry entry = new ZipEntry(folder.relativize(file).toString().replace('\\', '/'));
        entry.setLastModifiedTime(time);
        out.putNextEntry(entry);
        Files.copy(file, out);
        out.closeEntry();
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> tree = Files.walk(folder)) {
      for (Path one : tree.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.delete(one);
      }
    }
  }
}
