/** What the customer context needs from the outside. */
package dev.cairn.application.customer.port;
