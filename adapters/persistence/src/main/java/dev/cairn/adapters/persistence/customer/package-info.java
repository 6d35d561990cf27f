/** How customers are stored and read. */
@NullMarked
package dev.cairn.adapters.persistence.customer;

import org.jspecify.annotations.NullMarked;
