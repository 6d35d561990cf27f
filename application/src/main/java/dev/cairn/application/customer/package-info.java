/** What can be done with customers: the verbs and the handlers behind them. */
package dev.cairn.application.customer;
