/** What every resource stands in: the exchange, reading of bodies and queries, problems, and how they are described. */
@NullMarked
package dev.cairn.adapters.rest.shared;

import org.jspecify.annotations.NullMarked;
