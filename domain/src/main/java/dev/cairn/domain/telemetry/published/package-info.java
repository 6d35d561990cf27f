/** What other contexts may know of telemetry: types of values, criteria, and what an evaluation found. */
package dev.cairn.domain.telemetry.published;
