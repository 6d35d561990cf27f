package dev.cairn.adapters.rest.telemetry.sheet;

/** How large a table may be, whatever its form. */
public final class SheetLimits {
    /** How many rows with a value one file may hold. */
    public static final int MAX_ROWS = 10_000;

    /** How many columns a row may have. */
    public static final int MAX_COLUMNS = 64;

    /** How many characters a cell may hold. */
    public static final int MAX_CELL = 64 << 10;

    /** How many characters a note may have. */
    public static final int MAX_NOTES = 5_000;

    /** How many characters a cell of a workbook can hold; a rule of the programs that open it. */
    static final int MAX_WORKBOOK_CELL = 32_767;

    /** How many bytes a workbook may be when unpacked. */
    static final long MAX_UNPACKED = 64L << 20;

    /** How many times larger than itself a workbook may be when unpacked; small ones are not asked. */
    static final int MAX_RATIO = 100;

    /** How many files a workbook may be made of. */
    static final int MAX_PARTS = 1_000;

    private SheetLimits() {}
}
