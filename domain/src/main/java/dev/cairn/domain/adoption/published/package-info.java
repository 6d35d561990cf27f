/** What other contexts may know of adoption: statuses, figures, and what happened to assignments, plans and tasks. */
package dev.cairn.domain.adoption.published;
