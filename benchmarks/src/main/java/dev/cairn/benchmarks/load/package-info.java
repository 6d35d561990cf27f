/** A client of HTTP/1.1 that costs as little as possible; it knows nothing of Cairn. */
package dev.cairn.benchmarks.load;
