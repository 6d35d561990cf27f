package dev.cairn.bootstrap.offender.application.sales;

import io.smallrye.mutiny.Uni;

/** Somebody who blocks the loop. */
class WaitingSales {
    String wait(Uni<String> answer) {
        return answer.await().indefinitely();
    }
}
