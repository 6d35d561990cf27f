/** What other contexts may ask of the catalogue. */
package dev.cairn.application.catalog.published;
