/** The edge of the service: what every request and answer meets before and behind the resources. */
@NullMarked
package dev.cairn.adapters.rest.shared.edge;

import org.jspecify.annotations.NullMarked;
