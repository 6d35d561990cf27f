/** The audit over HTTP. */
@NullMarked
package dev.cairn.adapters.rest.audit;

import org.jspecify.annotations.NullMarked;
