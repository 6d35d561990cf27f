/** How other contexts have something done as a job: they open it, and do a part of it when it is its turn. */
package dev.cairn.application.jobs.published;
