/** What a synchronisation of a plan comes to, as it is shown. */
package dev.cairn.application.adoption.sync.view;
