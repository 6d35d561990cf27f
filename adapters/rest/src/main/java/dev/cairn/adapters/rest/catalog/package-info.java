/** The catalogue over HTTP. */
@NullMarked
package dev.cairn.adapters.rest.catalog;

import org.jspecify.annotations.NullMarked;
