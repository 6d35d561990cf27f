package dev.cairn.domain.adoption;

import dev.cairn.domain.shared.Text;

/**
 * What tells two assignments of the same product to the same customer apart.
 *
 * @param value 1 to 255 characters, without white space around it
 */
public record AssignmentName(String value) {
    /** What an assignment is called when nobody says. */
    public static final AssignmentName DEFAULT = new AssignmentName("Default");

    /** The longest name. */
    public static final int MAX = 255;

    public AssignmentName {
        value = Text.required(value, MAX);
    }
}
