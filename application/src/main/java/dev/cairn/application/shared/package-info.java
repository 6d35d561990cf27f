/** What every use case stands in: the road of a command, the gate and its matrix, scopes, pages. No business rule. */
package dev.cairn.application.shared;
