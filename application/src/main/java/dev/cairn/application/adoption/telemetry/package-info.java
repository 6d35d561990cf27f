/** What is reported of customers' tasks comes in here, and moves them. */
package dev.cairn.application.adoption.telemetry;
