/** The catalogue: products with their tasks, outcomes, releases and tags, and the version that rises with every change. */
package dev.cairn.domain.catalog;
