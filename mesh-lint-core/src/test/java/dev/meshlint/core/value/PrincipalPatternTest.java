package dev.meshlint.core.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a principal asks of each part of an identity. */
class PrincipalPatternTest {
  @ParameterizedTest
  @CsvSource(
      nullValues = "any",
      value = {
        "cluster.local/ns/shop/sa/cart, cluster.local, shop, cart",
        "*, any, any, any",
        "cluster.local/*, cluster.local, any, any",
        "cluster.local/ns/shop/*, cluster.local, shop, any",
        "cluster.local/ns/sh*, cluster.local, sh*, any",
        "cluster.local/ns/shop/sa/ca*, cluster.local, shop, ca*",
        "*/ns/shop/sa/cart, any, shop, cart",
        "*.local/ns/shop/sa/cart, *.local, shop, cart",
        "*/sa/cart, any, any, cart",
        "*op/sa/cart, any, *op, cart",
        "*rt, any, any, *rt",
      })
  void readsTheParts(
      String text,
      @Nullable String trustDomain,
      @Nullable String namespace,
      @Nullable String account) {
    PrincipalPattern pattern = PrincipalPattern.parse(text);
    assertThat(pattern).isNotNull();
    assertThat(text(pattern.trustDomain())).isEqualTo(trustDomain);
    assertThat(text(pattern.namespace())).isEqualTo(namespace);
    assertThat(text(pattern.account())).isEqualTo(account);
  }

  private static @Nullable String text(@Nullable WildcardText part) {
    return part == null ? null : part.toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "spiffe://cluster.local/ns/shop/sa/cart",
        "cart",
        "cluster.local/ns/*/sa/cart",
        "*/ns/shop/sa/ca*",
        "system:serviceaccount:shop:cart",
      })
  void whatNoIdentityFitsHasNoParts(String text) {
    assertThat(PrincipalPattern.parse(text)).isNull();
  }
}
