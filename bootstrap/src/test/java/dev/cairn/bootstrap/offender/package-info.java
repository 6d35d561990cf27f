/**
 * Classes that break a rule of the house on purpose, each to prove that the rule bites. They lie in packages named like
 * the real ones; nothing uses them, and none is a bean, an entity or a resource.
 */
package dev.cairn.bootstrap.offender;
