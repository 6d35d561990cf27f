/** What came of a measurement: figures, files, a page and a picture. */
package dev.cairn.benchmarks.report;
