package dev.meshlint.core.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PortProtocolTest {
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "-, http, 80, TCP, HTTP",
        "-, http-web, 80, -, HTTP",
        "-, HTTP-web, 80, -, HTTP",
        "-, http2-web, 80, -, HTTP2",
        "-, http_proxy, 80, -, HTTP_PROXY",
        "-, grpc-web, 80, -, GRPC_WEB",
        "-, grpc-web-x, 80, -, GRPC_WEB",
        "-, grpc-webx, 80, -, GRPC_WEB",
        "-, grpc-x, 80, -, GRPC",
        "-, https, 443, -, HTTPS",
        "-, mongo, 1, -, MONGO",
        "-, web, 80, -, UNSUPPORTED",
        "-, httpweb, 80, -, UNSUPPORTED",
        "-, web-http, 80, -, UNSUPPORTED",
        "-, -, 80, -, UNSUPPORTED",
        "-, -, 3306, -, TCP",
        "-, smtp, 25, -, TCP",
        "-, http-x, 53, -, HTTP",
        "-, http, 53, UDP, UDP",
        "-, http, 80, SCTP, HTTP",
        "kubernetes.io/h2c, tcp, 80, -, HTTP2",
        "kubernetes.io/ws, tcp, 80, -, HTTP",
        "kubernetes.io/wss, tcp, 80, -, HTTPS",
        "example.com/x, http, 80, -, UNSUPPORTED",
        "grpc, http, 80, -, GRPC",
        "HTTP, tcp, 80, -, HTTP",
        "mongodb, http, 27017, -, TCP"
      })
  void knowsTheProtocolOfAServicePort(
      @Nullable String applicationProtocol,
      @Nullable String name,
      int number,
      @Nullable String transport,
      PortProtocol expected) {
    assertThat(PortProtocol.ofServicePort(applicationProtocol, name, number, transport))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @EnumSource(PortProtocol.class)
  void readsItsOwnNamesInAnyCase(PortProtocol protocol) {
    assertThat(PortProtocol.parse(protocol.toString())).isEqualTo(protocol);
    assertThat(PortProtocol.parse(protocol.name().replace("GRPC_WEB", "GRPC-WEB")))
        .isEqualTo(protocol);
    assertThat(protocol.isHttp() && protocol.isTcp()).isFalse();
  }

  @Test
  void knowsNoOtherNames() {
    assertThat(PortProtocol.parse("quic").isKnown()).isFalse();
    assertThat(PortProtocol.parse("").isKnown()).isFalse();
    assertThat(PortProtocol.parse("grpc_web").isKnown()).isFalse();
  }

  @Test
  void sortsProtocolsIntoClasses() {
    assertThat(PortProtocol.GRPC_WEB.isHttp()).isTrue();
    assertThat(PortProtocol.HTTPS.isHttp()).isFalse();
    assertThat(PortProtocol.HTTPS.isTls()).isTrue();
    assertThat(PortProtocol.HTTPS.isTcp()).isTrue();
    assertThat(PortProtocol.UDP.isTcp()).isFalse();
  }
}
