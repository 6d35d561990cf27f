/**
 * Starts what Cairn needs beside it in development and tests: a PostgreSQL with the two roles of production, and an issuer of
 * signed tokens. Runs inside the build, so nothing of it can reach the packaged service.
 */
package dev.cairn.devservices.deployment;
