/** Rules on how Cilium's agent is set up, and on what that switches off. */
@NullMarked
package dev.meshlint.rules.cilium.setting;

import org.jspecify.annotations.NullMarked;
