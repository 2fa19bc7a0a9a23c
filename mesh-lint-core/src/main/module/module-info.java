/** The way from bytes to findings, and the public API: {@link dev.meshlint.core.MeshLint}. */
module dev.meshlint.core {
  requires static transitive org.jspecify;
  requires com.networknt.schema;
  requires org.snakeyaml.engine;
  requires re2j;
  requires tools.jackson.core;
  requires tools.jackson.databind;
  requires tools.jackson.dataformat.yaml;

  // For those who lint.
  exports dev.meshlint.core;
  exports dev.meshlint.core.baseline;
  exports dev.meshlint.core.catalog;
  exports dev.meshlint.core.config;
  exports dev.meshlint.core.engine;
  exports dev.meshlint.core.finding;
  exports dev.meshlint.core.render;
  exports dev.meshlint.core.report;
  exports dev.meshlint.core.source;

  // For those who write rules.
  exports dev.meshlint.core.fix;
  exports dev.meshlint.core.manifest;
  exports dev.meshlint.core.mesh;
  exports dev.meshlint.core.model;
  exports dev.meshlint.core.model.cilium;
  exports dev.meshlint.core.model.gatewayapi;
  exports dev.meshlint.core.model.istio;
  exports dev.meshlint.core.model.kinds;
  exports dev.meshlint.core.model.kubernetes;
  exports dev.meshlint.core.model.linkerd;
  exports dev.meshlint.core.model.prometheus;
  exports dev.meshlint.core.promql;
  exports dev.meshlint.core.rule;
  exports dev.meshlint.core.schema;
  exports dev.meshlint.core.value;
  exports dev.meshlint.core.yaml;

  uses dev.meshlint.core.report.MeshReporterFactory;
  uses dev.meshlint.core.rule.Rule;
}
