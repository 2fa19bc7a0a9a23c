/** What of a mesh is drawn: namespaces, gateways, routes, services and workloads, and who reaches whom. */
@NullMarked
package dev.meshlint.html.picture;

import org.jspecify.annotations.NullMarked;
