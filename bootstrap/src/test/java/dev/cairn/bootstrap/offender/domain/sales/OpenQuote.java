package dev.cairn.bootstrap.offender.domain.sales;

import dev.cairn.domain.shared.AggregateRoot;

/** An aggregate that anybody can make and change. */
public class OpenQuote extends AggregateRoot {
    private int total;

    public OpenQuote() {}

    public void setTotal(int total) {
        this.total = total;
    }

    public int total() {
        return total;
    }

    @Override
    public long version() {
        return 1;
    }
}
