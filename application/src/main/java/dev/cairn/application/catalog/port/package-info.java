/** What the catalogue needs from the outside. */
package dev.cairn.application.catalog.port;
