/** What API tests stand on: organisations of their own, signed tokens, statements counted at the server. */
package dev.cairn.bootstrap.support;
