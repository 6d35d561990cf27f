/** What a customer should do with what it bought, and how far it is: assignments, plans, tasks and their statuses. */
package dev.cairn.domain.adoption;
