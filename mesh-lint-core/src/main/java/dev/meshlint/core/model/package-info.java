/**
 * Typed, lazy views over the nodes of a resource: one class a kind or object, one method a field, named as the field.
 *
 * <p>Three conventions hold for all of them:
 *
 * <ul>
 *   <li>An absent object is a view that is not {@link dev.meshlint.core.model.View#present() present}; an absent scalar is
 *       null; an absent list is empty. So chains need no checks.
 *   <li>What holds a placeholder, is of the wrong type or has a schema finding is {@link dev.meshlint.core.model.View#open()
 *       open}: nothing may be concluded from it. Ask {@link dev.meshlint.core.model.View#isOpen(String)} before reasoning
 *       from something that is missing.
 *   <li>An enum is never null. An absent field gives the value that the mesh takes then; an open or invalid one gives {@code
 *       UNKNOWN}, which is equal to nothing that a manifest may say.
 * </ul>
 */
@NullMarked
package dev.meshlint.core.model;

import org.jspecify.annotations.NullMarked;
