/** What can be done with products: the verbs and the handlers behind them. */
package dev.cairn.application.catalog;
