module shop.checks {
  requires dev.meshlint.core;
  requires dev.meshlint.rules;
  requires dev.meshlint.html;
}
