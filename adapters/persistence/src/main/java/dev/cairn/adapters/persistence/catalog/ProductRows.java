package dev.cairn.adapters.persistence.catalog;

import org.mapstruct.Mapper;
import org.mapstruct.MappingTarget;

/** Copies between the entity and the columns; a column that one of the two lacks fails the build. */
@Mapper
interface ProductRows {
    void write(ProductRow columns, @MappingTarget ProductEntity entity);

    ProductRow read(ProductEntity entity);
}
