/** Makes the published description whole, while the service is built: nothing of it is there when it runs, save the twin. */
@NullMarked
package dev.cairn.adapters.rest.description;

import org.jspecify.annotations.NullMarked;
