/** How products are stored and read: the root as an entity, its parts set-wise. */
@NullMarked
package dev.cairn.adapters.persistence.catalog;

import org.jspecify.annotations.NullMarked;
