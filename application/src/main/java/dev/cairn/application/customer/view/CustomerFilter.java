package dev.cairn.application.customer.view;

import dev.cairn.domain.customer.CustomerType;
import dev.cairn.domain.customer.published.AccountStatus;
import dev.cairn.domain.customer.published.LifecycleStage;
import dev.cairn.domain.shared.FoldedText;
import java.util.Optional;

/**
 * Which customers are wanted; what is absent does not narrow.
 *
 * @param type of this type
 * @param accountStatus with an account in this status
 * @param stage in this lifecycle stage
 * @param assignedTo assigned to exactly this name
 * @param tag with this tag, ignoring case
 * @param externalId with this key of the caller's own
 * @param text this text anywhere in name, e-mail or code, ignoring case
 */
public record CustomerFilter(
        Optional<CustomerType> type,
        Optional<AccountStatus> accountStatus,
        Optional<LifecycleStage> stage,
        Optional<String> assignedTo,
        Optional<FoldedText> tag,
        Optional<String> externalId,
        Optional<FoldedText> text) {}
