/** What the use cases of telemetry tell, and what can be read of values. */
package dev.cairn.application.adoption.telemetry.view;
