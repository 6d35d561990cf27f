/** How assignments, plans, tasks and the overview of a customer are read. */
package dev.cairn.application.adoption.view;
