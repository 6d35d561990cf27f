package dev.cairn.domain.catalog;

import dev.cairn.domain.shared.Weight;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The arithmetic of the weights of a product. */
final class Weights {
    /** The unit of reckoning is a hundredth: weights have two decimals. */
    private static final BigInteger WHOLE = Weight.MAX.unscaledValue();

    private Weights() {}

    static BigDecimal total(List<Weight> weights) {
        return weights.stream().map(Weight::value).reduce(new BigDecimal("0.00"), BigDecimal::add);
    }

    /**
     * Scales weights, whose total is above 0, to exactly 100.00. Each gets its share rounded down; the hundredths that
     * are left go to those who lost most by that, the earlier first.
     */
    static List<Weight> normalized(List<Weight> weights) {
        var total = total(weights).unscaledValue();
        var shares = weights.stream()
                .map(weight -> weight.value().unscaledValue().multiply(WHOLE).divideAndRemainder(total))
                .toList();
        var hundredths = new ArrayList<>(shares.stream().map(share -> share[0]).toList());
        var left = WHOLE.subtract(hundredths.stream().reduce(BigInteger.ZERO, BigInteger::add))
                .intValueExact();
        IntStream.range(0, shares.size())
                .boxed()
                .sorted(Comparator.comparing(i -> shares.get(i)[1], Comparator.reverseOrder()))
                .limit(left)
                .forEach(i -> hundredths.set(i, hundredths.get(i).add(BigInteger.ONE)));
        return hundredths.stream()
                .map(share -> new Weight(new BigDecimal(share, 2)))
                .toList();
    }
}
