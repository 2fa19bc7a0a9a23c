package dev.meshlint.core.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLConnection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All rules that are known, as the build compiled them. Loading reads a small index only; the texts that people read
 * are loaded when the first one is asked for.
 *
 * <p>Safe for use by several threads.
 */
public final class Catalogue {
  private final List<RuleInfo> rules;
  private final Map<String, RuleInfo> byName;
  private final ClassLoader loader;
  private volatile @Nullable Map<String, RuleText> texts;

  private Catalogue(
      List<RuleInfo> rules, ClassLoader loader, @Nullable Map<String, RuleText> texts) {
    List<RuleInfo> sorted = new ArrayList<>(rules);
    sorted.sort(Comparator.comparing(RuleInfo::id));
    this.rules = Collections.unmodifiableList(sorted);
    this.byName = new HashMap<>();
    for (RuleInfo rule : sorted) {
      for (String alias : rule.aliases()) {
        byName.put(alias, rule);
      }
    }
    for (RuleInfo rule : sorted) {
      byName.put(rule.id(), rule);
    }
    this.loader = loader;
    this.texts = texts;
  }

  /**
   * Loads every compiled catalogue that this loader sees.
   *
   * @throws UncheckedIOException if one cannot be read
   */
  public static Catalogue load(ClassLoader loader) {
    List<RuleInfo> rules = new ArrayList<>();
    for (URL url : resources(loader, CatalogueIndex.INDEX)) {
      try (InputStream stream = open(url)) {
        rules.addAll(CatalogueIndex.readIndex(stream));
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read " + url, e);
      }
    }
    return new Catalogue(rules, loader, null);
  }

  /** A catalogue of these entries. */
  public static Catalogue of(List<CatalogueEntry> entries) {
    List<RuleInfo> rules = new ArrayList<>();
    Map<String, RuleText> texts = new LinkedHashMap<>();
    for (CatalogueEntry entry : entries) {
      rules.add(entry.info());
      texts.put(entry.info().id(), entry.text());
    }
    return new Catalogue(rules, Catalogue.class.getClassLoader(), texts);
  }

  /** All rules, ordered by id. */
  public List<RuleInfo> rules() {
    return rules;
  }

  /** The ids of all rules, in order. */
  public List<String> ids() {
    List<String> ids = new ArrayList<>(rules.size());
    for (RuleInfo rule : rules) {
      ids.add(rule.id());
    }
    return ids;
  }

  /** The rule with this id or former name, or null. */
  public @Nullable RuleInfo rule(String name) {
    return byName.get(name);
  }

  /**
   * What people read about a rule, or null where no rule has this id.
   *
   * @throws UncheckedIOException if the texts cannot be read
   */
  public @Nullable RuleText text(String id) {
    Map<String, RuleText> known = texts;
    if (known == null) {
      known = new HashMap<>();
      for (URL url : resources(loader, CatalogueIndex.TEXTS)) {
        try (InputStream stream = open(url)) {
          known.putAll(CatalogueIndex.readTexts(stream));
        } catch (IOException e) {
          throw new UncheckedIOException("cannot read " + url, e);
        }
      }
      texts = known;
    }
    return known.get(id);
  }

  private static List<URL> resources(ClassLoader loader, String name) {
    try {
      return Collections.list(loader.getResources(name));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot find " + name, e);
    }
  }

  /** Opens without the cache of jar files, which keeps them locked and stale in long-running processes. */
  private static InputStream open(URL url) throws IOException {
    URLConnection connection = url.openConnection();
    connection.setUseCaches(false);
    return connection.getInputStream();
  }
}
