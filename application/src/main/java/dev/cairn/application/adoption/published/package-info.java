/** What other contexts may ask of adoption. */
package dev.cairn.application.adoption.published;
