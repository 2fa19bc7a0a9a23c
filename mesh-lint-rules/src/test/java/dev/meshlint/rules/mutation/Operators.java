package dev.meshlint.rules.mutation;

import java.util.List;
import java.util.stream.Stream;

/** All operators. */
public final class Operators {
  public static final List<Operator> ALL =
      Stream.of(
              ShapeOperators.all(),
              ValueOperators.all(),
              KubernetesOperators.all(),
              IstioOperators.all(),
              IstioGatewayOperators.all(),
              IstioSecurityOperators.all(),
              GatewayApiOperators.all(),
              LinkerdOperators.all(),
              CiliumOperators.all(),
              CertificateOperators.all(),
              NeutralOperators.all())
          .flatMap(List::stream)
          .toList();

  private Operators() {}
}
