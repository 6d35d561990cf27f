/** How jobs are read. */
package dev.cairn.application.jobs.view;
