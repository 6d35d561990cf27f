package dev.cairn.application.customer.view;

/** What customers can be sorted by. */
public enum CustomerSort {
    NAME,
    CODE,
    CREATED_AT,
    UPDATED_AT
}
