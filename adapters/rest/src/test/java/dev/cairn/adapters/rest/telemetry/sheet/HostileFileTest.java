package dev.cairn.adapters.rest.telemetry.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.ErrorCode;
import dev.cairn.domain.shared.Fault;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are meant to do harm, or came to harm: a reasoned no or an answer, and nothing else. */
class HostileFileTest {
    private static final byte[] GOOD = Tables.workbook();
    private static final String SHEET = "xl/worksheets/sheet1.xml";

    @Test
    void an_old_excel_file_a_text_nothing_and_a_word_document_are_of_the_wrong_type() {
        var ole = new byte[512];
        System.arraycopy(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}, 0, ole, 0, 4);
        refused(ole, ErrorCode.UNSUPPORTED_MEDIA_TYPE);
        refused("Task Name,Date".getBytes(StandardCharsets.UTF_8), ErrorCode.UNSUPPORTED_MEDIA_TYPE);
        refused(new byte[0], ErrorCode.UNSUPPORTED_MEDIA_TYPE);
        refused(
                Tables.with("[Content_Types].xml", types -> types.replace("spreadsheetml.sheet.main", "word")),
                ErrorCode.UNSUPPORTED_MEDIA_TYPE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"xl/vbaProject.bin", "xl/macrosheets/sheet1.xml", "xl/workbook.bin"})
    void a_file_with_macros_or_a_binary_one_is_of_the_wrong_type(String part) {
        refused(Tables.with(part, nothing -> "x"), ErrorCode.UNSUPPORTED_MEDIA_TYPE);
    }

    @Test
    void a_file_that_says_of_itself_to_have_macros_is_of_the_wrong_type() {
        refused(
                Tables.with(
                        "[Content_Types].xml",
                        types -> types.replace(
                                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
                                "application/vnd.ms-excel.sheet.macroEnabled.main+xml")),
                ErrorCode.UNSUPPORTED_MEDIA_TYPE);
    }

    @Test
    void a_workbook_without_the_sheet_is_told_its_name_and_no_other_sheet_is_guessed() {
        assertThatThrownBy(() -> read(Tables.with("xl/workbook.xml", book -> book.replace("Telemetry_Data", "Data"))))
                .isInstanceOfSatisfying(DomainException.class, no -> {
                    assertThat(no.code()).isEqualTo(ErrorCode.VALIDATION_ERROR);
                    assertThat(no.faults())
                            .extracting(Fault::pointer, Fault::code)
                            .containsExactly(tuple("/Telemetry_Data", Fault.Code.REQUIRED));
                });
    }

    @Test
    void a_zip_bomb_is_refused_before_it_is_unpacked() {
        refused(Tables.with("xl/media/image1.png", nothing -> "0".repeat(80 << 20)), ErrorCode.PAYLOAD_TOO_LARGE);
        var parts = new LinkedHashMap<>(Tables.parts(GOOD));
        for (int i = 0; i < 1_000; i++) {
            parts.put("x/" + i, new byte[0]);
        }
        refused(Tables.zip(parts), ErrorCode.PAYLOAD_TOO_LARGE);
    }

    /** Deflate64, bzip2, Zstandard, xz: an archive may be packed by them, and a workbook is not. */
    @ParameterizedTest
    @ValueSource(ints = {9, 12, 93, 95})
    void a_workbook_packed_in_a_way_that_workbooks_are_not_is_damaged(int method) {
        var bytes = ByteBuffer.wrap(Tables.workbook()).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < bytes.capacity() - 4; i++) {
            var signature = bytes.getInt(i);
            if (signature == 0x04034b50) {
                bytes.putShort(i + 8, (short) method);
            } else if (signature == 0x02014b50) {
                bytes.putShort(i + 10, (short) method);
            }
        }
        refused(bytes.array(), ErrorCode.MALFORMED_REQUEST);
    }

    @Test
    void entities_are_neither_fetched_nor_multiplied() {
        var xxe =
                "<?xml version=\"1.0\"?><!DOCTYPE w [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><worksheet><sheetData>"
                        + "<row><c t=\"inlineStr\"><is><t>&x;</t></is></c></row></sheetData></worksheet>";
        refused(Tables.with(SHEET, old -> xxe), ErrorCode.MALFORMED_REQUEST);
        refused(Tables.with("xl/sharedStrings.xml", old -> xxe), ErrorCode.MALFORMED_REQUEST);
        var laughs = "<?xml version=\"1.0\"?><!DOCTYPE w [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
                + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]><worksheet><sheetData>&c;</sheetData></worksheet>";
        refused(Tables.with(SHEET, old -> laughs), ErrorCode.MALFORMED_REQUEST);
    }

    @Test
    void cells_far_out_deep_nesting_many_names_and_long_texts_are_refused() {
        refused(Tables.sheet("<row r=\"1\"><c r=\"ZZZZZZZ1\"/></row>"), ErrorCode.MALFORMED_REQUEST);
        refused(Tables.sheet("<row r=\"99999999999\"/>"), ErrorCode.MALFORMED_REQUEST);
        refused(Tables.sheet("<row r=\"1\"><c r=\"BM1\"/></row>"), ErrorCode.VALIDATION_ERROR);
        refused(Tables.sheet("<row>" + "<c/>".repeat(65) + "</row>"), ErrorCode.VALIDATION_ERROR);
        refused(Tables.sheet("<a>".repeat(100) + "</a>".repeat(100)), ErrorCode.MALFORMED_REQUEST);
        var names = new StringBuilder();
        new Random(1)
                .ints(3_000)
                .forEach(name -> names.append("<n").append(name & 0x7FFFFFFF).append("/>"));
        refused(Tables.sheet(names.toString()), ErrorCode.MALFORMED_REQUEST);
        refused(
                Tables.sheet("<row><c t=\"inlineStr\"><is><t>" + noise(500_000) + "</t></is></c></row>"),
                ErrorCode.VALIDATION_ERROR);
        refused(Tables.sheet("<row x=\"" + noise(1_100_000) + "\"/>"), ErrorCode.MALFORMED_REQUEST);
    }

    @Test
    void formulas_that_unfold_without_end_are_refused() {
        var shared = "<row><c><f t=\"shared\" si=\"0\" ref=\"A1:A9\">" + noise(8_000) + "</f></c></row>"
                + "<row><c><f t=\"shared\" si=\"0\"/></c></row>".repeat(20);
        refused(Tables.sheet(shared), ErrorCode.VALIDATION_ERROR);
    }

    @Property(tries = 400)
    void a_good_file_with_some_bytes_changed_or_cut_off_is_answered(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 20) int flips, @ForAll boolean cut) {
        var chance = new Random(seed);
        var bytes = GOOD.clone();
        for (int i = 0; i < flips; i++) {
            bytes[chance.nextInt(bytes.length)] ^= (byte) (1 << chance.nextInt(8));
        }
        answered(cut ? Arrays.copyOf(bytes, chance.nextInt(bytes.length)) : bytes);
    }

    @Property(tries = 400)
    void a_good_file_with_damage_inside_its_parts_is_answered(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 5) int flips) {
        var chance = new Random(seed);
        var parts = Tables.parts(GOOD);
        var names = parts.keySet().toArray(String[]::new);
        for (int i = 0; i < flips; i++) {
            var part = parts.get(names[chance.nextInt(names.length)]);
            part[chance.nextInt(part.length)] ^= (byte) (1 << chance.nextInt(7));
        }
        answered(Tables.zip(parts));
    }

    @Property
    void random_bytes_are_answered_as_whatever_they_come(@ForAll @Size(max = 500) byte[] bytes) {
        answered(bytes);
        var zip = new byte[bytes.length + 4];
        System.arraycopy(new byte[] {'P', 'K', 3, 4}, 0, zip, 0, 4);
        System.arraycopy(bytes, 0, zip, 4, bytes.length);
        answered(zip);
        try {
            assertThat(Spreadsheets.content(SheetFormat.CSV, bytes)).isNotNull();
        } catch (DomainException refusal) {
            assertThat(refusal.detail()).isNotBlank();
        }
    }

    private static String noise(int length) {
        var letters = new StringBuilder(length);
        new Random(7).ints(length, 'A', 'Z' + 1).forEach(letter -> letters.append((char) letter));
        return letters.toString();
    }

    private static void answered(byte[] bytes) {
        try {
            assertThat(read(bytes)).isNotNull();
        } catch (DomainException refusal) {
            assertThat(refusal.detail()).isNotBlank();
        }
    }

    private static void refused(byte[] bytes, ErrorCode code) {
        assertThatThrownBy(() -> read(bytes))
                .isInstanceOfSatisfying(
                        DomainException.class, no -> assertThat(no.code()).isEqualTo(code));
    }

    private static SheetContent read(byte[] bytes) {
        return Spreadsheets.content(SheetFormat.XLSX, bytes);
    }
}
