/** Rules of the mesh istio on configuration. */
@NullMarked
package dev.meshlint.rules.istio.configuration;

import org.jspecify.annotations.NullMarked;
