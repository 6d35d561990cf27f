/** Jobs over HTTP: how far they are, what came of them, and stopping them. */
@NullMarked
package dev.cairn.adapters.rest.jobs;

import org.jspecify.annotations.NullMarked;
