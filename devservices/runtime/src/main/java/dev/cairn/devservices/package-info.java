/**
 * What development and tests have and the product has not: the identities of the demo. Starting PostgreSQL and
 * the issuer is not done here but at build time, in the deployment half of this extension.
 */
package dev.cairn.devservices;
