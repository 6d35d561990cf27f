package dev.cairn.adapters.rest.telemetry.sheet;

/** The two forms that telemetry takes as a table. */
public enum SheetFormat {
    /** An Office Open XML workbook. */
    XLSX(SheetFormat.XLSX_TYPE, "xlsx"),
    /** Comma-separated values by RFC 4180, in UTF-8. */
    CSV(SheetFormat.CSV_TYPE, "csv");

    /** The media type of a workbook. */
    public static final String XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** The media type of comma-separated values. */
    public static final String CSV_TYPE = "text/csv";

    private final String mediaType;
    private final String extension;

    SheetFormat(String mediaType, String extension) {
        this.mediaType = mediaType;
        this.extension = extension;
    }

    /** The media type, without parameters. */
    public String mediaType() {
        return mediaType;
    }

    /** What the name of such a file ends with, without the dot. */
    public String extension() {
        return extension;
    }
}
