package dev.cairn.domain.shared;

import java.net.URI;
import java.net.URISyntaxException;

/** The rule that all web addresses share. */
public final class WebAddress {
    /** The longest address, in characters. */
    public static final int MAX = 2_048;

    private WebAddress() {}

    /**
     * An http or https address with a host.
     *
     * @return the address without the white space around it
     * @throws DomainException VALIDATION_ERROR with FORMAT when it is none, LENGTH when it is too long
     */
    public static String checked(String written) {
        var text = Text.bounded(written.strip(), MAX);
        try {
            var uri = new URI(text);
            var scheme = String.valueOf(uri.getScheme());
            if (uri.getHost() != null && (scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https"))) {
                return text;
            }
        } catch (URISyntaxException unreadable) {
            // falls through: what cannot be read is no address either
        }
        throw DomainException.invalid(Fault.Code.FORMAT, "an http or https address");
    }
}
