/** What others may know of customers: whether the account is open, how far the relation is, and what happened. */
package dev.cairn.domain.customer.published;
