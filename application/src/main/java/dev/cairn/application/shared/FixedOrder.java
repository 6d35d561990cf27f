package dev.cairn.application.shared;

/** The sort keys of a list whose order nobody can choose: none. */
public enum FixedOrder {}
