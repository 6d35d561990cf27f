/** How the audit is read. */
package dev.cairn.application.audit.view;
