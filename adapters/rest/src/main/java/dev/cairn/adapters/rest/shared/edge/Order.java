package dev.cairn.adapters.rest.shared.edge;

/** The order in which a request meets the edge: the highest first, and all of them before the platform's own routes. */
final class Order {
    static final int REQUEST_LOG = 1_500;
    static final int SECURITY_HEADERS = 1_400;
    static final int SLOW_BODY = 1_300;
    static final int REQUEST_HEAD = 1_200;
    static final int BODY_LIMIT = 1_100;

    private Order() {}
}
