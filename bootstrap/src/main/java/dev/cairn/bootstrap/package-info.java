/**
 * Puts the house together: producers, configuration, health and the check at start; no rule of the business. Tests that need
 * the whole service live here too.
 */
package dev.cairn.bootstrap;
