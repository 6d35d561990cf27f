/** How the audit is read; the unit of work writes it. */
@NullMarked
package dev.cairn.adapters.persistence.audit;

import org.jspecify.annotations.NullMarked;
