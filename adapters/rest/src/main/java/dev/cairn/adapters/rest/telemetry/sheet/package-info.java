/**
 * What a plan's telemetry looks like as a spreadsheet or as CSV: writing it for people to fill in, and reading what comes
 * back. Nothing here knows of use cases; what a value may be is judged behind them.
 */
@NullMarked
package dev.cairn.adapters.rest.telemetry.sheet;

import org.jspecify.annotations.NullMarked;
