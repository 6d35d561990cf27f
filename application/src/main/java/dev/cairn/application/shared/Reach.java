package dev.cairn.application.shared;

import java.util.Optional;
import java.util.Set;

/** A cell of the permission matrix: over whose rows a role may use a permission. */
public enum Reach {
    /** Not at all. */
    NONE {
        @Override
        RowScope of(Caller caller) {
            return RowScope.NOTHING;
        }
    },
    /** Every customer of the organisation; for operations without a customer simply: allowed. */
    ALL {
        @Override
        RowScope of(Caller caller) {
            return RowScope.EVERYTHING;
        }
    },
    /** Customers assigned to the caller. */
    ASSIGNED {
        @Override
        RowScope of(Caller caller) {
            return new RowScope(false, false, Optional.of(caller.actor().name()), Set.of());
        }
    },
    /** Customers assigned to the caller, and every prospect and lead. */
    ASSIGNED_AND_PIPELINE {
        @Override
        RowScope of(Caller caller) {
            return new RowScope(false, true, Optional.of(caller.actor().name()), Set.of());
        }
    },
    /** The customers that the token lists, and none when it lists none. */
    GRANTED {
        @Override
        RowScope of(Caller caller) {
            return RowScope.listed(caller.granted().orElse(Set.of()));
        }
    },
    /** The customer that a portal user belongs to. */
    OWN {
        @Override
        RowScope of(Caller caller) {
            return RowScope.listed(caller.own().map(Set::of).orElse(Set.of()));
        }
    },
    /** The customers that the token lists, or all when it lists none. */
    SCOPED {
        @Override
        RowScope of(Caller caller) {
            return caller.granted().map(RowScope::listed).orElse(RowScope.EVERYTHING);
        }
    };

    /** The rows this cell gives to the caller. */
    abstract RowScope of(Caller caller);
}
