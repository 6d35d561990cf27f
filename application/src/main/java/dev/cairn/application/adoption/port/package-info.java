/** What the adoption context needs from the outside. */
package dev.cairn.application.adoption.port;
