/** What the use cases of telemetry need from the outside. */
package dev.cairn.application.adoption.telemetry.port;
