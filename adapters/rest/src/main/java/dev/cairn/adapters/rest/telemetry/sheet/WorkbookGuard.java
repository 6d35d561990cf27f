package dev.cairn.adapters.rest.telemetry.sheet;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.ErrorCode;
import dev.cairn.domain.shared.Fault;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * Looks a workbook through before it is read: whether it is one, without macros, and whether reading it stays within
 * bounds. It unpacks and parses with what the reader itself uses, so that both see the same file.
 */
final class WorkbookGuard {
    private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final String CONTENT_TYPES = "[content_types].xml";
    private static final String WORKBOOK = "spreadsheetml.sheet.main+xml";
    private static final Pattern REFERENCE = Pattern.compile("([A-Z]{1,3})[1-9][0-9]{0,6}");
    private static final Pattern ROW = Pattern.compile("[1-9][0-9]{0,6}");
    private static final int MAX_DEPTH = 64;
    private static final int MAX_NAMES = 2_000;
    private static final int MAX_CONTENT_TYPES = 1 << 20;

    /** How a file inside a workbook may be packed (ECMA-376-2). The library knows more, some by libraries that are not here. */
    private static final Set<Integer> PACKINGS = Set.of(ZipEntry.STORED, ZipEntry.DEFLATED);

    /** A start tag is held in memory as a whole, so it may not be long. */
    private static final int MAX_WITHOUT_TAG = 1 << 20;

    /** How many steps of unfolding the reader may take for formulas, whose results nobody looks at. */
    private static final long MAX_FORMULA_COST = 1_000_000_000L;

    private static final XMLInputFactory XML = xml();

    /** Where formulas stand, by the name of the file inside the workbook. */
    private final Map<String, Set<Place>> formulas = new HashMap<>();

    private final Map<String, String> targets = new HashMap<>();
    private final long packed;
    private long unpacked;

    /** A cell: its row as programs show it, its column from 0. */
    record Place(int row, int column) {}

    private WorkbookGuard(long packed) {
        this.packed = packed;
    }

    /**
     * The formulas of a sheet. The reader overlooks those whose last result was a shared text.
     *
     * @param sheet the sheet's relationship inside the workbook
     */
    Set<Place> formulas(String sheet) {
        var target = targets.getOrDefault(sheet, "");
        return formulas.getOrDefault(target.startsWith("/") ? target.substring(1) : "xl/" + target, Set.of());
    }

    /**
     * Looks a workbook through that may be read.
     *
     * @throws DomainException UNSUPPORTED_MEDIA_TYPE for what is no workbook or has macros, MALFORMED_REQUEST for a damaged
     *     one, PAYLOAD_TOO_LARGE for one that unpacks to too much, VALIDATION_ERROR for cells beyond the bounds
     */
    static WorkbookGuard check(byte[] bytes) {
        if (startsWith(bytes, OLE)) {
            throw notTaken(
                    "The file is an Excel file of the old format, or protected by a password; save it as .xlsx.");
        }
        if (!startsWith(bytes, ZIP)) {
            throw notTaken("The file is no Excel workbook (.xlsx).");
        }
        try (var zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
                .get()) {
            var guard = new WorkbookGuard(bytes.length);
            guard.check(zip);
            return guard;
        } catch (DomainException refusal) {
            throw refusal;
        } catch (IOException | RuntimeException broken) {
            // The libraries fail in many ways over bytes that are no archive and no XML.
            throw damaged();
        }
    }

    private void check(ZipFile zip) throws IOException {
        var names = new HashSet<String>();
        for (var entry : Collections.list(zip.getEntries())) {
            var name = entry.getName().toLowerCase(Locale.ROOT).replace('\\', '/');
            if (name.contains("vbaproject") || name.contains("/macrosheets/") || name.endsWith("xl/workbook.bin")) {
                throw notTaken(
                        "The file holds macros or is binary; save it as an Excel workbook without them (.xlsx).");
            }
            if (!names.add(name)) {
                throw damaged();
            }
            if (names.size() > SheetLimits.MAX_PARTS) {
                throw tooLarge("it is made of more than " + SheetLimits.MAX_PARTS + " files");
            }
        }
        if (!names.contains(CONTENT_TYPES)) {
            throw notTaken("The file is no Excel workbook (.xlsx).");
        }
        for (var entry : Collections.list(zip.getEntries())) {
            if (entry.getName().equalsIgnoreCase(CONTENT_TYPES)) {
                contentTypes(zip, entry);
            }
            try (var content = open(zip, entry)) {
                look(entry.getName().toLowerCase(Locale.ROOT), content);
                content.drain();
            }
        }
    }

    private Counted open(ZipFile zip, ZipArchiveEntry entry) throws IOException {
        if (!PACKINGS.contains(entry.getMethod()) || !zip.canReadEntryData(entry)) {
            throw damaged();
        }
        return new Counted(zip.getInputStream(entry));
    }

    private void contentTypes(ZipFile zip, ZipArchiveEntry entry) throws IOException {
        try (var content = open(zip, entry)) {
            var text = new String(content.readNBytes(MAX_CONTENT_TYPES), StandardCharsets.UTF_8);
            var lower = text.toLowerCase(Locale.ROOT);
            if (lower.contains("macroenabled") || lower.contains("vbaproject") || lower.contains("sheet.binary")) {
                throw notTaken(
                        "The file holds macros or is binary; save it as an Excel workbook without them (.xlsx).");
            }
            if (!text.contains(WORKBOOK)) {
                throw notTaken("The file is no Excel workbook (.xlsx).");
            }
        }
    }

    /** Pictures are no XML; where this parser stops the reader's will stop, too. */
    private void look(String name, Counted content) throws IOException {
        try {
            content.tagged = true;
            var events = XML.createXMLStreamReader(content);
            try {
                var part = new Part(events, name.endsWith("workbook.xml.rels"));
                formulas.put(name, part.formulas);
                part.walk();
            } finally {
                events.close();
            }
        } catch (XMLStreamException notXml) {
            if (notXml.getNestedException() instanceof IOException broken) {
                throw broken;
            }
        } finally {
            content.tagged = false;
        }
    }

    private static XMLInputFactory xml() {
        var factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    private static boolean startsWith(byte[] bytes, byte[] head) {
        return bytes.length >= head.length && Arrays.equals(bytes, 0, head.length, head, 0, head.length);
    }

    static DomainException damaged() {
        return new DomainException(ErrorCode.MALFORMED_REQUEST, "The workbook is damaged and cannot be read.");
    }

    private static DomainException notTaken(String detail) {
        return new DomainException(ErrorCode.UNSUPPORTED_MEDIA_TYPE, detail);
    }

    private static DomainException tooLarge(String why) {
        return new DomainException(ErrorCode.PAYLOAD_TOO_LARGE, "The workbook is not read: " + why + ".");
    }

    /** Counts what comes out of the archive, over all of its files. */
    private final class Counted extends FilterInputStream {
        private boolean tagged;
        private int withoutTag;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            var read = in.read(into, from, length);
            if (read > 0) {
                unpacked += read;
                if (unpacked > SheetLimits.MAX_UNPACKED) {
                    throw tooLarge("unpacked it has more than " + SheetLimits.MAX_UNPACKED + " bytes");
                }
                if (unpacked > 1 << 20 && unpacked / SheetLimits.MAX_RATIO > packed) {
                    throw tooLarge("unpacked it is more than " + SheetLimits.MAX_RATIO + " times larger");
                }
                watchTags(into, from, read);
            }
            return read;
        }

        private void watchTags(byte[] into, int from, int read) throws IOException {
            for (int i = from; tagged && i < from + read; i++) {
                withoutTag = into[i] == '<' ? 0 : withoutTag + 1;
                if (withoutTag > MAX_WITHOUT_TAG) {
                    tagged = false;
                    throw damaged();
                }
            }
        }

        void drain() throws IOException {
            tagged = false;
            transferTo(OutputStream.nullOutputStream());
        }
    }

    /** One XML file of the workbook. */
    private final class Part {
        private final XMLStreamReader events;
        private final boolean relations;
        private final Set<Place> formulas = new HashSet<>();
        private final Set<String> names = new HashSet<>();
        private int rows;
        private int row;
        private int column;
        private int depth;
        private int cells;
        private int text;
        private int longestFormula;
        private int arrays;
        private long cost;

        Part(XMLStreamReader events, boolean relations) {
            this.events = events;
            this.relations = relations;
        }

        void walk() throws XMLStreamException {
            while (events.hasNext()) {
                switch (events.next()) {
                    case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> throw damaged();
                    case XMLStreamConstants.START_ELEMENT -> start(events.getLocalName());
                    case XMLStreamConstants.END_ELEMENT -> end(events.getLocalName());
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                        text += events.getTextLength();
                        // A character that XML cannot hold is written with seven, and a mark comes in front.
                        if (text > 7 * SheetLimits.MAX_CELL + 1) {
                            throw DomainException.invalid(
                                    Fault.Code.LENGTH, "a cell has at most " + SheetLimits.MAX_CELL + " characters");
                        }
                    }
                    default -> {
                        // Comments and instructions are nothing to us.
                    }
                }
            }
        }

        private void start(String name) {
            if (++depth > MAX_DEPTH || names.add(name) && names.size() > MAX_NAMES) {
                throw damaged();
            }
            switch (name) {
                case "row" -> row();
                case "c" -> cell();
                case "f" -> formula();
                case "Relationship" -> relation();
                case "si", "is", "v" -> text = 0;
                default -> {
                    // Texts are counted over all parts of a string, whatever they are.
                }
            }
        }

        private void end(String name) {
            depth--;
            if (name.equals("f")) {
                longestFormula = Math.max(longestFormula, text);
            }
            if (!name.equals("t") && !name.equals("r") && !name.equals("rPh")) {
                text = 0;
            }
        }

        private void row() {
            cells = 0;
            var number = events.getAttributeValue(null, "r");
            if (number != null && !ROW.matcher(number).matches()) {
                throw damaged();
            }
            rows++;
            row = number == null ? rows : Integer.parseInt(number);
        }

        private void cell() {
            spend(arrays);
            var reference = events.getAttributeValue(null, "r");
            column = cells++;
            if (reference != null) {
                var place = REFERENCE.matcher(reference);
                if (!place.matches()) {
                    throw damaged();
                }
                column = column(place.group(1)) - 1;
            }
            if (Math.max(column, cells - 1) >= SheetLimits.MAX_COLUMNS) {
                throw DomainException.invalid(
                        Fault.Code.LENGTH, "a sheet has at most " + SheetLimits.MAX_COLUMNS + " columns");
            }
        }

        private void relation() {
            var id = events.getAttributeValue(null, "Id");
            var target = events.getAttributeValue(null, "Target");
            if (relations && id != null && target != null) {
                targets.put(id, target.toLowerCase(Locale.ROOT));
            }
        }

        private int column(String letters) {
            return letters.chars().reduce(0, (column, letter) -> column * 26 + letter - 'A' + 1);
        }

        private void formula() {
            text = 0;
            formulas.add(new Place(row, column));
            var sort = events.getAttributeValue(null, "t");
            if ("array".equals(sort)) {
                arrays++;
            } else if ("shared".equals(sort)) {
                spend((long) longestFormula * longestFormula);
            }
        }

        private void spend(long steps) {
            cost += steps;
            if (cost > MAX_FORMULA_COST) {
                throw DomainException.invalid(
                        Fault.Code.LENGTH, "a workbook with fewer formulas, and none where values are expected");
            }
        }
    }
}
