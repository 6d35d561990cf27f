/** What can be done with the solutions that customers have: the verbs and the handlers behind them. */
@NullMarked
package dev.cairn.application.adoption.solution;

import org.jspecify.annotations.NullMarked;
