/** Telemetry over HTTP: the language of its criteria. */
@NullMarked
package dev.cairn.adapters.rest.telemetry;

import org.jspecify.annotations.NullMarked;
