/** What can be done with assignments, plans and tasks: the verbs and the handlers behind them. */
package dev.cairn.application.adoption;
