package dev.cairn.application.catalog;

import dev.cairn.application.catalog.port.Offerings;
import dev.cairn.application.catalog.view.ProductView;
import dev.cairn.application.shared.Call;
import dev.cairn.domain.catalog.Offering;
import jakarta.inject.Singleton;

@Singleton
class UpdateProductHandler extends OfferingChange<UpdateProduct.Command, ProductView> implements UpdateProduct {
    UpdateProductHandler(Frame frame, Offerings offerings) {
        super(frame, offerings);
    }

    @Override
    ProductView behave(Offering offering, Command command, Call call) {
        offering.update(command.details().apply(offering.snapshot().details()), call.actor(), call.now());
        return new ProductView(offering.snapshot());
    }
}
