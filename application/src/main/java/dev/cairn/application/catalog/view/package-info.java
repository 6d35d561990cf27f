/** How products are read. */
package dev.cairn.application.catalog.view;
