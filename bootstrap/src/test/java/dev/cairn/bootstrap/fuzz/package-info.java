/** Requests that nobody would think of, made from the served description, and what must hold of every answer to them. */
package dev.cairn.bootstrap.fuzz;
