package dev.cairn.application.catalog.view;

/** What the tasks of a product can be sorted by; when nobody says, by their sequence. */
public enum ProductTaskSort {
    SEQUENCE_NUMBER,
    NAME,
    WEIGHT
}
