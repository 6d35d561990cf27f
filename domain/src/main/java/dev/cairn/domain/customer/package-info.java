/** Customers: who they are, where they stand in their lifecycle, and whether their account is open for changes. */
package dev.cairn.domain.customer;
