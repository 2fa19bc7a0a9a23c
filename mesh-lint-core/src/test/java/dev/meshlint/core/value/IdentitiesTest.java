package dev.meshlint.core.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentitiesTest {
  @Test
  void takesAPrincipalApart() {
    assertThat(IstioPrincipal.parse("cluster.local/ns/production/sa/frontend"))
        .isEqualTo(new IstioPrincipal("cluster.local", "production", "frontend"))
        .hasToString("cluster.local/ns/production/sa/frontend");
    assertThat(IstioPrincipal.parse("*/ns/production/sa/frontend")).isNull();
    assertThat(IstioPrincipal.parse("cluster.local/ns/production")).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "cluster.local/ns/production/sa/frontend, -",
        "*, -",
        "*/sa/frontend, -",
        "*/ns/production/sa/frontend, -",
        "*frontend, -",
        "*a/frontend, -",
        "cluster.local/ns/production/*, -",
        "cluster.local/*, -",
        "cluster.local/n*, -",
        "cluster.local/ns/production/sa/front*, -",
        "spiffe://cluster.local/ns/a/sa/b, 'a principal is written without \"spiffe://\"'",
        "cluster.local/ns/*/sa/b, '\"*\" may only stand at the beginning or the end'",
        "cluster.local/namespace/a/sa/b, 'its second part must be \"ns\", not \"namespace\"'",
        "cluster.local/ns/a/serviceaccount/b, 'its fourth part must be \"sa\", not \"serviceaccount\"'",
        "cluster.local/ns//sa/b, one of its parts is empty",
        "ns/a/sa/b, 'the trust domain is missing, as in \"cluster.local/ns/a/sa/b\"'",
        "frontend, a principal has the form TRUST-DOMAIN/ns/NAMESPACE/sa/SERVICE-ACCOUNT",
        "*/serviceaccount/b, '\"sa\" is expected in the place of \"serviceaccount\"'",
        "cluster.local/namespace/*, '\"ns\" is expected in the place of \"namespace\"'"
      })
  void saysWhatNoPrincipalCanBe(String text, @Nullable String problem) {
    assertThat(IstioPrincipal.problem(text)).isEqualTo(problem);
  }

  @Test
  void acceptsEveryPatternThatMatchesAPrincipal() {
    long seed = 91;
    Random random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      String principal =
          new IstioPrincipal(Names.host(random), Names.label(random), Names.label(random))
              .toString();
      int cut = random.nextInt(principal.length());
      String pattern =
          switch (random.nextInt(3)) {
            case 0 -> principal;
            case 1 -> principal.substring(0, cut) + "*";
            default -> "*" + principal.substring(cut);
          };
      assertThat(IstioPrincipal.problem(pattern)).as("seed %d: %s", seed, pattern).isNull();
      assertThat(WildcardText.parse(pattern).matches(principal)).as("seed %d", seed).isTrue();
      assertThat(WildcardText.parse(pattern)).hasToString(pattern);
    }
  }

  @Test
  void matchesTextsAsPoliciesDo() {
    assertThat(WildcardText.parse("/api/*").matches("/api/v1")).isTrue();
    assertThat(WildcardText.parse("/api/*").matches("/api")).isFalse();
    assertThat(WildcardText.parse("*.com").matches("a.com")).isTrue();
    assertThat(WildcardText.parse("*").matches("")).isFalse();
    assertThat(WildcardText.parse("a").matches("ab")).isFalse();
    assertThat(WildcardText.parse("*a*").matches("xa*")).isTrue();
  }

  @Test
  void coversWhatIsMatchedInEveryCase() {
    long seed = 92;
    Random random = new Random(seed);
    List<String> all = new ArrayList<>(List.of(""));
    for (int i = 0; i < all.size() && all.get(i).length() < 6; i++) {
      all.add(all.get(i) + "a");
      all.add(all.get(i) + "b");
    }
    for (int i = 0; i < 3_000; i++) {
      WildcardText one = wildcard(random);
      WildcardText other = wildcard(random);
      boolean every = all.stream().filter(other::matches).allMatch(one::matches);
      assertThat(one.covers(other)).as("seed %d: %s %s", seed, one, other).isEqualTo(every);
    }
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "spiffe://cluster.local/ns/a/sa/b, -",
        "spiffe://cluster.local, -",
        "cluster.local/ns/a/sa/b, 'it does not begin with \"spiffe://\"'",
        "spiffe://, the trust domain is missing",
        "spiffe://A/b, the trust domain must be lower case",
        "spiffe://a:80/b, 'in the trust domain, \":\" is not allowed, only letters, digits, \"-\", \"_\" and \".\"'",
        "spiffe://a/b/, 'it ends with \"/\"'",
        "spiffe://a//b, 'a part of the path may not be \"\"'",
        "spiffe://a/../b, 'a part of the path may not be \"..\"'",
        "spiffe://a/b?c, 'in the path, \"?\" is not allowed, only letters, digits, \"-\", \"_\" and \".\"'"
      })
  void readsSpiffeIds(String text, @Nullable String problem) {
    assertThat(SpiffeId.problem(text)).isEqualTo(problem);
    assertThat(SpiffeId.parse(text) == null).isEqualTo(problem != null);
  }

  @Test
  void takesIdentitiesApart() {
    assertThat(SpiffeId.parse("spiffe://a.b/ns/x")).isEqualTo(new SpiffeId("a.b", "/ns/x"));
    assertThat(
            LinkerdIdentity.parse(
                "frontend.production.serviceaccount.identity.linkerd.cluster.local"))
        .isEqualTo(new LinkerdIdentity("frontend", "production", "linkerd", "cluster.local"))
        .hasToString("frontend.production.serviceaccount.identity.linkerd.cluster.local");
    assertThat(LinkerdIdentity.parse("a.b.c.serviceaccount.identity.linkerd.x"))
        .isEqualTo(new LinkerdIdentity("a.b", "c", "linkerd", "x"));
    assertThat(LinkerdIdentity.parse("frontend.production.svc.cluster.local")).isNull();
    assertThat(LinkerdIdentity.parse("production.serviceaccount.identity.linkerd.x")).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "*, -",
        "*.production.serviceaccount.identity.linkerd.cluster.local, -",
        "frontend.production.serviceaccount.identity.linkerd.cluster.local, -",
        "spiffe://a/b, -",
        "spiffe://A/b, the trust domain must be lower case",
        "Frontend.a, it must be lower case",
        "a.*.b, '\"*\" may only be the whole first part'",
        "a., it ends with a dot",
        "'', it is empty"
      })
  void readsLinkerdIdentities(String text, @Nullable String problem) {
    assertThat(LinkerdIdentity.problem(text)).isEqualTo(problem);
  }

  @Test
  void matchesLinkerdIdentities() {
    assertThat(LinkerdIdentity.matches("*", "a.b")).isTrue();
    assertThat(LinkerdIdentity.matches("*.b", "a.b")).isTrue();
    assertThat(LinkerdIdentity.matches("*.b", "x.a.b")).isTrue();
    assertThat(LinkerdIdentity.matches("*.b", "b")).isFalse();
    assertThat(LinkerdIdentity.matches("*.b", ".b")).isFalse();
    assertThat(LinkerdIdentity.matches("a.b", "a.b")).isTrue();
  }

  private static WildcardText wildcard(Random random) {
    String text = Names.text(random, "ab", 3);
    return WildcardText.parse(Names.oneOf(random, "*" + text, text + "*", "a" + text));
  }
}
