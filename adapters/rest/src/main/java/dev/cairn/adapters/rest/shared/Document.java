package dev.cairn.adapters.rest.shared;

import jakarta.ws.rs.core.MediaType;

/**
 * What a request brought that is no JSON, as it came. Which media types it may have says the operation's
 * {@code @Consumes}; what is in it is for the operation to read, away from the event loop if that takes long.
 *
 * @param mediaType the media type that the request named
 * @param bytes the whole body, not copied; whoever gets it leaves it as it is
 */
public record Document(MediaType mediaType, byte[] bytes) {
    /** Whether the body is said to be of a media type, whatever its parameters. */
    public boolean is(String type) {
        return mediaType.isCompatible(MediaType.valueOf(type));
    }
}
