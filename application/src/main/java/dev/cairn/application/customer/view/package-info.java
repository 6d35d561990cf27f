/** How customers are read. */
package dev.cairn.application.customer.view;
