/** The shared kernel: ids, small values, refusals, events. Small and stable; nothing here belongs to one context. */
package dev.cairn.domain.shared;
