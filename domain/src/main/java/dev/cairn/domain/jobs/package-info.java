/** Work that goes on when the request is answered: what states it has, whose turn it is, when it is given up. */
package dev.cairn.domain.jobs;
