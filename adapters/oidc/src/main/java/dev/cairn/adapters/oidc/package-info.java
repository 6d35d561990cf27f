/** From a verified token to the caller. */
@NullMarked
package dev.cairn.adapters.oidc;

import org.jspecify.annotations.NullMarked;
