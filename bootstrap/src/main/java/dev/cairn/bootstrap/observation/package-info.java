/** What can be seen of the service from outside: measures, traces, and what waits to be done. Nothing of whose data it is. */
@NullMarked
package dev.cairn.bootstrap.observation;

import org.jspecify.annotations.NullMarked;
