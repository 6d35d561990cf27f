/** Jobs in the database: their turns, and how they are read. */
@NullMarked
package dev.cairn.adapters.persistence.jobs;

import org.jspecify.annotations.NullMarked;
