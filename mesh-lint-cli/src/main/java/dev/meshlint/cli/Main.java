package dev.meshlint.cli;

/** The program. */
public final class Main {

  private Main() {}

  /** Runs the command line and ends the JVM with its exit code. */
  public static void main(String[] args) {
    System.exit(run(args));
  }

  static int run(String[] args) {
    return Program.run(args, Console.ofSystem());
  }
}
