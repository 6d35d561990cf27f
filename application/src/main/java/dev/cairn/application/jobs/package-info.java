/** Work that goes on when the request is answered: taking turns at it, stopping it, letting go of what has ended. */
package dev.cairn.application.jobs;
