/** Two organisations that look like real ones, brought in through the use cases when development starts with nothing. */
@NullMarked
package dev.cairn.devservices.demo;

import org.jspecify.annotations.NullMarked;
