package dev.meshlint.core.mesh;

/** Manifests of a bank, for tests of what its routes say and to whom. */
final class Bank {
  /** A Service that its own namespace and that of the auditors see. */
  static final String LEDGER =
      """
      apiVersion: v1
      kind: Service
      metadata: {name: ledger, namespace: bank, annotations: {networking.istio.io/exportTo: "., audit"}}
      spec: {selector: {app: ledger}, ports: [{name: http, port: 80}, {name: grpc, port: 90}]}
      ---
      """;

  /** A VirtualService: name, namespace, fields. */
  static final String ROUTES =
      """
      apiVersion: networking.istio.io/v1
      kind: VirtualService
      metadata: {name: %s, namespace: %s}
      spec: {%s}
      ---
      """;

  private Bank() {}
}
