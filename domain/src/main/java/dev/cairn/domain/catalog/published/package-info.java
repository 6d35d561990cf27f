/** What other contexts may know of the catalogue: levels, types, and the blueprint that a plan is copied from. */
package dev.cairn.domain.catalog.published;
