/** What roll-outs need from outside. */
package dev.cairn.application.adoption.rollout.port;
