package dev.cairn.application.catalog.view;

/** What products can be sorted by. */
public enum ProductSort {
    NAME,
    CREATED_AT,
    UPDATED_AT
}
