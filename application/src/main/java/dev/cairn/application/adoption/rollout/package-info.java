/** All plans of a product follow it, one by one, as a job. */
package dev.cairn.application.adoption.rollout;
