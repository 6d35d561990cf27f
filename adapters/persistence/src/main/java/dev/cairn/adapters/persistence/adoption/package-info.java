/** How assignments, plans and tasks are stored and read: plain SQL, because these roads are the hot ones. */
@NullMarked
package dev.cairn.adapters.persistence.adoption;

import org.jspecify.annotations.NullMarked;
