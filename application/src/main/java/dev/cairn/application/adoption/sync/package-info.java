/** Plans follow their products: what would change, changing it, and taking it back. */
package dev.cairn.application.adoption.sync;
