/** Kubernetes resources as they stand in files: identity, namespace, origin. */
@NullMarked
package dev.meshlint.core.manifest;

import org.jspecify.annotations.NullMarked;
