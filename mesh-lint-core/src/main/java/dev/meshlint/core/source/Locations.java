package dev.meshlint.core.source;

import java.util.ArrayList;
import java.util.List;

/** Arithmetic on paths with forward slashes, without looking at a disk. */
public final class Locations {
  private Locations() {}

  /** The path without {@code .}, doubled slashes and, as far as possible, {@code ..}; empty for the folder itself. */
  public static String normal(String path) {
    boolean absolute = path.startsWith("/");
    List<String> parts = new ArrayList<>();
    for (String part : PathGlob.split(path)) {
      if (part.equals("..")) {
        int last = parts.size() - 1;
        if (last >= 0 && !parts.get(last).equals("..")) {
          parts.remove(last);
        } else if (!absolute) {
          parts.add(part);
        }
      } else if (!part.equals(".")) {
        parts.add(part);
      }
    }
    return (absolute ? "/" : "") + String.join("/", parts);
  }

  /** The path that a relative one means when it is written in a file of this folder. */
  public static String resolve(String folder, String path) {
    return normal(folder.isEmpty() || path.startsWith("/") ? path : folder + "/" + path);
  }

  /** The folder part of a path; empty for a name alone. */
  public static String folder(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : slash == 0 && path.length() > 1 ? "/" : path.substring(0, slash);
  }

  /** The last name of a path. */
  public static String lastName(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** Whether a path lies in a folder or in one below it. */
  public static boolean isBelow(String path, String folder) {
    return folder.isEmpty()
        ? !path.startsWith("/") && !path.startsWith("../") && !path.equals("..")
        : path.length() > folder.length()
            && path.startsWith(folder)
            && (path.charAt(folder.length()) == '/' || folder.endsWith("/"));
  }
}
