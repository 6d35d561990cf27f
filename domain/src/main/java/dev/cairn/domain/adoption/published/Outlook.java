package dev.cairn.domain.adoption.published;

/** What a plan's recent pace means for the day it is expected to be complete. */
public enum Outlook {
    /** Nothing remains, or at the recent pace it is complete in time, or it is too new to tell. */
    ON_TRACK,
    /** At the recent pace it is complete later than expected. */
    BEHIND,
    /** Something remains, and nothing was completed during a whole window. */
    STUCK
}
