/** Rules on the Gateway API: attachment of routes, references, listeners, TLS, and routes of meshes (GAMMA). */
@NullMarked
package dev.meshlint.rules.gatewayapi;

import org.jspecify.annotations.NullMarked;
