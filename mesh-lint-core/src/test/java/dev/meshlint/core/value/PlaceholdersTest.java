package dev.meshlint.core.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceholdersTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "${NAMESPACE}",
        "api.${DOMAIN:=example.com}",
        "backend.$(namespace).svc.cluster.local",
        "{{ .Values.host }}",
        "{{host}}.example.com",
        "<your-host>",
        "<<HOST>>",
        "backend.<namespace>.svc",
        "<path:secret/data/app#key>",
        "%VERSION%",
        "release-%build.number%-x",
        "@project.version@",
        "#{Octopus.Host}",
        "__HOST__",
        "api.__MY_HOST__",
        "NAMESPACE_PLACEHOLDER",
        "a.NAMESPACE_PLACEHOLDER.svc",
        "placeholder",
        "REPLACE_ME",
        "REPLACEME-canary",
        "replace-me",
        "https://CHANGE-ME:2379",
        "CHANGEME00000000",
        "PATCH_ME",
        "AUTOMATIC_REPLACE",
        "suffix-automatic-replace",
        "automatic-replace-public-open",
        "projects/$PROJECT-ID/secrets",
        "$host",
        "vault:secret/data/app#password",
        "ref+vault://secret/app#/password",
        "ENC[AES256_GCM,data:abc,iv:def,type:str]",
        "..."
      })
  void recognisesAPlaceholderInAnyText(String value) {
    assertThat(Placeholders.inText(value)).isTrue();
    assertThat(Placeholders.inName(value)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DEX_SERVICE",
        "_",
        "JWKS_URI",
        "ISSUER",
        "backend-NAMESPACE.svc",
        "cluster.local/ns/NAMESPACE/sa/backend",
        "https://ISSUER_HOST/keys",
        "registry/{username}/app",
        "XXX.us-east-1.example.com",
        "zipkin.xxxx.example.com",
        "x.x.x.x",
        "10.x.x.x/8"
      })
  void recognisesUpperCaseWordsAndGapsInNamesOnly(String value) {
    assertThat(Placeholders.inName(value)).isTrue();
    assertThat(Placeholders.inText(value)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "64MB",
        "",
        "backend",
        "backend-v1.production.svc.cluster.local",
        "*.example.com",
        "a<b",
        "a < b > c",
        "100%",
        "50%-75%",
        "/a%20b",
        "/%E4%B8%AD%E6%96%87",
        "/%ab%cd",
        "$1",
        "^/api/v1$",
        "user@example.com",
        "image@sha256:0123abcd",
        "replacement",
        "replacement-prefix",
        "patchMergeKey",
        "exchange_messages",
        "change-method",
        "placeholder-service",
        "snake_case_name",
        "a__b",
        "2001:db8::1",
        "2001:DB8::AB",
        "fe80::1%eth0",
        "10.0.0.0/8",
        "V1",
        "v1.x",
        "nginx.example.com",
        "https://example.com/a?b=c#d",
        "text/html"
      })
  void leavesOrdinaryValuesAlone(String value) {
    assertThat(Placeholders.inText(value)).isFalse();
    assertThat(Placeholders.inName(value)).isFalse();
  }

  @Test
  void doesNotTakeMisspeltEnumsForPlaceholders() {
    assertThat(Placeholders.inText("ROUND_ROBBIN")).isFalse();
    assertThat(Placeholders.inText("STRIKT")).isFalse();
    assertThat(Placeholders.inText("QDRANT__STORAGE__PATH")).isFalse();
  }

  @Test
  void neverTakesALowerCaseDnsNameForAPlaceholder() {
    long seed = 20261125;
    Random random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      String name = Names.host(random);
      if (!name.contains("xxx") && !name.contains("replace") && !name.equals("placeholder")) {
        assertThat(Placeholders.inName(name)).as("seed %d: %s", seed, name).isFalse();
      }
    }
  }

  @Test
  void findsAPlaceholderWhereverItStandsInAName() {
    String[] forms = {"${%s}", "$(%s)", "{{ %s }}", "<%s>", "%%%s%%", "@%s@", "%s_PLACEHOLDER"};
    long seed = 20261126;
    Random random = new Random(seed);
    for (int i = 0; i < 5_000; i++) {
      String form = forms[random.nextInt(forms.length)];
      String value =
          Names.host(random)
              + "."
              + form.formatted("K" + Names.label(random))
              + "."
              + Names.host(random);
      assertThat(Placeholders.inText(value)).as("seed %d: %s", seed, value).isTrue();
    }
  }

  @Test
  void readsHostileValuesInLinearTime() {
    for (String piece : new String[] {"<a", "%a", "@a", "__A", "__", "{", "$", "replace-", "X_"}) {
      String value = piece.repeat(200_000);
      assertThat(Placeholders.inText(value))
          .as(piece)
          .isEqualTo(Placeholders.inText(piece.repeat(3)));
    }
  }
}
