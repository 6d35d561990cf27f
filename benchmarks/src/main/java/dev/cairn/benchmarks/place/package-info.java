/** What a measurement stands on: the database server, the service as a process, tokens, pgbench, and what the kernel counts. */
package dev.cairn.benchmarks.place;
