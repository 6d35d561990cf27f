/** What is measured: each operation with its request, the script of the same SQL work, and what has to be there before it. */
package dev.cairn.benchmarks.operation;
