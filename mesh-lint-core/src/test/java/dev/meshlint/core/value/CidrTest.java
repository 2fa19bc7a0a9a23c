package dev.meshlint.core.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CidrTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.0.0.0/8",
        "10.1.2.3/8",
        "0.0.0.0/0",
        "1.2.3.4/32",
        "::/0",
        "2001:db8::/32",
        "::1/128",
        "::ffff:1.2.3.4/100"
      })
  void acceptsRanges(String text) {
    assertThat(Cidr.problem(text)).isNull();
    assertThat(Cidr.orAddressProblem(text)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0, 'the length of the prefix is missing, such as \"/32\"'",
    "10.0.0.0/33, the length of the prefix must be a number from 0 to 32",
    "10.0.0.0/, the length of the prefix must be a number from 0 to 32",
    "10.0.0.0/+8, the length of the prefix must be a number from 0 to 32",
    "10.0.0.0/255.0.0.0, the length of the prefix must be a number from 0 to 32",
    "10.0.0.0/08, the length of the prefix has a leading zero",
    "10.0.0/8, 'an IPv4 address has four parts, this one has 3'",
    "10.0.0.256/8, each part is at most 255",
    "10.0.0.01/8, 'its part \"01\" has a leading zero'",
    "fe80::1%eth0/64, a range has no zone",
    "backend/8, it is not an IP address",
    "1:::2/64, it is not an IPv6 address",
    "'', it is empty"
  })
  void saysWhatIsWrong(String text, String problem) {
    assertThat(Cidr.problem(text)).isEqualTo(problem);
  }

  @Test
  void acceptsABareAddressWhereThatIsAllowed() {
    assertThat(Cidr.orAddressProblem("10.0.0.1")).isNull();
    assertThat(Cidr.orAddressProblem("fe80::1%eth0")).isNull();
    assertThat(Cidr.orAddressProblem("10.0.0.1/")).isNotNull();
    assertThat(IpAddress.problem("10.0.0.0/8")).contains("a single address is needed");
    assertThat(IpAddress.problem("[::1]:80")).contains("without brackets");
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8, 10.1.0.0/16, true, true",
    "10.1.0.0/16, 10.0.0.0/8, false, true",
    "10.0.0.0/8, 11.0.0.0/8, false, false",
    "0.0.0.0/0, ::/0, false, false",
    "::/0, ::ffff:10.0.0.0/104, true, true",
    "10.0.0.0/8, 10.255.255.255/32, true, true"
  })
  void comparesRanges(String one, String other, boolean contains, boolean overlaps) {
    assertThat(cidr(one).contains(cidr(other))).isEqualTo(contains);
    assertThat(cidr(one).overlaps(cidr(other))).isEqualTo(overlaps);
    assertThat(cidr(other).overlaps(cidr(one))).isEqualTo(overlaps);
  }

  @Test
  void knowsTheCanonicalForm() {
    assertThat(cidr("10.0.0.0/8").isCanonical()).isTrue();
    assertThat(cidr("10.1.2.3/8").isCanonical()).isFalse();
    assertThat(cidr("10.1.2.3/8").canonical()).isEqualTo(cidr("10.0.0.0/8"));
    assertThat(cidr("2001:db8:1::1/32").canonical()).isEqualTo(cidr("2001:db8::/32"));
    assertThat(cidr("0.0.0.0/0").isEverything()).isTrue();
  }

  @Test
  void agreesWithArithmeticOnWholeNumbers() {
    long seed = 41;
    Random random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      int bits = random.nextBoolean() ? 32 : 128;
      // Few differing bits, so that ranges meet.
      BigInteger base = new BigInteger(bits, random);
      BigInteger near = base.flipBit(random.nextInt(bits));
      int one = random.nextInt(bits + 1);
      int other = random.nextInt(bits + 1);
      Cidr a = new Cidr(address(base, bits), one);
      Cidr b = new Cidr(address(near, bits), other);
      boolean meets = common(base, near, bits, Math.min(one, other));
      assertThat(a.overlaps(b)).as("seed %d: %s %s", seed, a, b).isEqualTo(meets);
      assertThat(a.contains(b)).as("seed %d: %s %s", seed, a, b).isEqualTo(meets && one <= other);
      assertThat(a.contains(b.address()))
          .as("seed %d: %s %s", seed, a, b)
          .isEqualTo(common(base, near, bits, one));
      assertThat(a.canonical().isCanonical()).as("seed %d: %s", seed, a).isTrue();
    }
  }

  @Test
  void readsTheAddressesThatTheLibraryWrites() throws UnknownHostException {
    long seed = 42;
    Random random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      int bits = random.nextBoolean() ? 32 : 128;
      byte[] bytes = new byte[bits / 8];
      for (int b = 0; b < bytes.length; b++) {
        bytes[b] = random.nextInt(3) == 0 ? (byte) random.nextInt(256) : 0;
      }
      String text = InetAddress.getByAddress(bytes).getHostAddress();
      String squeezed = random.nextBoolean() ? text : squeeze(text);
      // The library writes mapped IPv4 addresses of 16 bytes as IPv4.
      if (bits == 32 || text.indexOf(':') >= 0) {
        assertThat(IpAddress.parse(squeezed))
            .as("seed %d: %s", seed, squeezed)
            .isEqualTo(address(new BigInteger(1, bytes), bits));
      }
    }
  }

  @Test
  void readsAnyTextWithoutAnException() {
    long seed = 43;
    Random random = new Random(seed);
    for (int i = 0; i < 50_000; i++) {
      String text = Names.text(random, "01:.a/f%25", 12);
      assertThat(Cidr.parse(text) == null)
          .as("seed %d: %s", seed, text)
          .isEqualTo(Cidr.problem(text) != null);
      assertThat(IpAddress.parse(text) == null)
          .as("seed %d: %s", seed, text)
          .isEqualTo(IpAddress.problem(text) != null);
    }
  }

  /** Replaces the first run of zero groups by two colons. */
  private static String squeeze(String text) {
    int at = text.indexOf(":0:0:");
    if (at < 0) {
      return text;
    }
    int end = at + 4;
    while (text.startsWith(":0:", end)) {
      end += 2;
    }
    return text.substring(0, at) + "::" + text.substring(end + 1);
  }

  @Test
  void rangesTogetherCoverAnother() {
    assertThat(covers("10.0.0.0/8", "10.0.0.0/9", "10.128.0.0/9")).isTrue();
    assertThat(covers("10.9.9.9/8", "10.1.2.3/9", "10.200.0.0/9")).isTrue();
    assertThat(covers("10.0.0.0/8", "10.0.0.0/9", "10.128.0.0/10")).isFalse();
    assertThat(covers("10.0.0.0/8", "0.0.0.0/0")).isTrue();
    assertThat(covers("192.168.0.0/22", "192.168.3.0/24", "192.168.0.0/23", "192.168.2.0/24"))
        .isTrue();
    assertThat(covers("2001:db8::/32", "2001:db8::/33", "2001:db8:8000::/33")).isTrue();
    assertThat(covers("2001:db8::/63", "2001:db8::/64", "2001:db8:0:1::/64")).isTrue();
    assertThat(covers("2001:db8::/64", "2001:db8::/65", "2001:db8:0:0:8000::/65")).isTrue();
    assertThat(covers("2001:db8::/64", "2001:db8::/65", "10.0.0.0/8")).isFalse();
    assertThat(covers("10.0.0.4/31", "10.0.0.4/32", "10.0.0.5/32")).isTrue();
    assertThat(covers("10.0.0.0/8")).isFalse();
  }

  private static boolean covers(String range, String... others) {
    return cidr(range).isCoveredBy(Stream.of(others).map(CidrTest::cidr).toList());
  }

  private static boolean common(BigInteger one, BigInteger other, int bits, int length) {
    return one.xor(other).shiftRight(bits - length).signum() == 0;
  }

  private static IpAddress address(BigInteger value, int bits) {
    return new IpAddress(value.shiftRight(64).longValue(), value.longValue(), bits, "");
  }

  private static Cidr cidr(String text) {
    return Objects.requireNonNull(Cidr.parse(text), text);
  }
}
