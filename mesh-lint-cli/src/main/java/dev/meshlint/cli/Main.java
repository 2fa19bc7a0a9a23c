package dev.meshlint.cli;

/** The program. */
public final class Main {

  private Main() {}

  /** Runs the command line and ends the JVM with its exit code. */
  public static void main(String[] args) {
    System.exit(run(args));
  }

  private static int run(String[] args) {
    String version = Main.class.getPackage().getImplementationVersion();
    picocli.CommandLine.Model.CommandSpec spec =
        picocli.CommandLine.Model.CommandSpec.create()
            .name("mesh-lint")
            .version("mesh-lint " + (version == null ? "development" : version))
            .mixinStandardHelpOptions(true);
    return new picocli.CommandLine(spec).execute(args);
  }
}
