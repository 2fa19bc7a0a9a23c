/** What kustomize and helm make of a folder, as sources that know which file each resource comes from. */
@NullMarked
package dev.meshlint.core.render;

import org.jspecify.annotations.NullMarked;
