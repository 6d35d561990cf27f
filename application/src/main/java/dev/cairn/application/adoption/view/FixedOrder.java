package dev.cairn.application.adoption.view;

/** The sort keys of a list whose order nobody can choose: none. */
public enum FixedOrder {}
