package dev.cairn.adapters.rest.telemetry.sheet;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * What a native executable knows of a compression that no workbook has. The library that unpacks it would load another for it,
 * with machine code of its own, which is not here; a JVM finds that out when it comes to it, and {@link WorkbookGuard} sees to
 * it that it never does. An executable has to know it when it is built.
 */
@TargetClass(ZipFile.class)
final class WithoutZstandard {
    private WithoutZstandard() {}

    @Substitute
    InputStream createZstdInputStream(InputStream packed) throws IOException {
        throw new IOException("no workbook is packed by Zstandard");
    }
}
