/** Views on the Gateway API. */
@NullMarked
package dev.meshlint.core.model.gatewayapi;

import org.jspecify.annotations.NullMarked;
