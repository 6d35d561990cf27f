/** What every adapter of the database stands in: units of work, reads, event log, constraint names, keyset pages. */
@NullMarked
package dev.cairn.adapters.persistence.shared;

import org.jspecify.annotations.NullMarked;
