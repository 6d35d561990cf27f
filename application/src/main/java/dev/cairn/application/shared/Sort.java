package dev.cairn.application.shared;

/**
 * One key of an order.
 *
 * @param key what to sort by
 * @param descending from the greatest to the least
 */
public record Sort<K extends Enum<K>>(K key, boolean descending) {}
