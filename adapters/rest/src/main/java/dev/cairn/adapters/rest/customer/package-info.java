/** Customers over HTTP. */
@NullMarked
package dev.cairn.adapters.rest.customer;

import org.jspecify.annotations.NullMarked;
