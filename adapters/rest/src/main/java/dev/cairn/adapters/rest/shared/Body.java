package dev.cairn.adapters.rest.shared;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * What a request brought, as a tree. A typed record would stop at its first fault; a tree is read whole.
 *
 * @param content the document; absent when the body was empty
 */
public record Body(Optional<JsonNode> content) {}
