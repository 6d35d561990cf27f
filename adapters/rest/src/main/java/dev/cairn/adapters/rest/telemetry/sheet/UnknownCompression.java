package dev.cairn.adapters.rest.telemetry.sheet;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import java.io.IOException;
import java.io.InputStream;

/**
 * What a native executable knows of compressions that a workbook never has. The library that unpacks it would load one of two
 * others for them, which are not here; a JVM finds that out when it comes to it, and {@link WorkbookGuard} sees to it that it
 * never does. An executable has to know it when it is built.
 */
final class UnknownCompression {
    private UnknownCompression() {}

    @Substitute
    @TargetClass(className = "org.apache.commons.compress.compressors.xz.XZCompressorInputStream")
    static final class Xz extends InputStream {
        @Substitute
        Xz(InputStream packed) throws IOException {
            throw new IOException("no workbook is packed by xz");
        }

        @Override
        @Substitute
        public int read() {
            return -1;
        }
    }

    @Substitute
    @TargetClass(className = "org.apache.commons.compress.compressors.zstandard.ZstdCompressorInputStream")
    static final class Zstandard extends InputStream {
        @Substitute
        Zstandard(InputStream packed) throws IOException {
            throw new IOException("no workbook is packed by Zstandard");
        }

        @Override
        @Substitute
        public int read() {
            return -1;
        }
    }
}
