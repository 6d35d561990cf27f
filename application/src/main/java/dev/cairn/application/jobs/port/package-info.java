/** What jobs need from outside. */
package dev.cairn.application.jobs.port;
