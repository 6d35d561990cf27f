/** How the solutions that customers have are read. */
@NullMarked
package dev.cairn.application.adoption.solution.view;

import org.jspecify.annotations.NullMarked;
