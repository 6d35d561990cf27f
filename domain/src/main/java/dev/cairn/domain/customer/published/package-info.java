/** What happened to customers, for whoever wants to know. */
package dev.cairn.domain.customer.published;
