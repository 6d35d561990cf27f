package dev.cairn.benchmarks.operation;

/**
 * What came of one side's window, and what it took; what was made ready before and in between is not in it.
 *
 * @param <T> how that side tells of it
 * @param told what came of it
 * @param cpu what it took
 */
public record Window<T>(T told, Cpu cpu) {}
