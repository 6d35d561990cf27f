/** What other contexts may know of jobs: their kinds, and what happens to them. */
package dev.cairn.domain.jobs.published;
