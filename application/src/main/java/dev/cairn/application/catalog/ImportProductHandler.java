package dev.cairn.application.catalog;

import dev.cairn.application.catalog.port.Offerings;
import dev.cairn.application.catalog.view.ImportedProduct;
import dev.cairn.application.catalog.view.ProductView;
import dev.cairn.application.shared.Call;
import dev.cairn.domain.catalog.Offering;
import jakarta.inject.Singleton;

@Singleton
class ImportProductHandler extends OfferingChange<ImportProduct.Command, ImportedProduct> implements ImportProduct {
    ImportProductHandler(Frame frame, Offerings offerings) {
        super(frame, offerings);
    }

    @Override
    ImportedProduct behave(Offering offering, Command command, Call call) {
        var from = offering.importDocument(command.document(), command.mode(), ids()::next, call.actor(), call.now());
        return new ImportedProduct(new ProductView(offering.snapshot()), from);
    }
}
