/** Assignments, plans and tasks over HTTP. */
@NullMarked
package dev.cairn.adapters.rest.adoption;

import org.jspecify.annotations.NullMarked;
