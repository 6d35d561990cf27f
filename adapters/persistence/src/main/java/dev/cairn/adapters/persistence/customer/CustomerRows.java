package dev.cairn.adapters.persistence.customer;

import org.mapstruct.Mapper;
import org.mapstruct.MappingTarget;

/** Copies between the entity and the columns; a column that one of the two lacks fails the build. */
@Mapper
interface CustomerRows {
    void write(CustomerRow columns, @MappingTarget CustomerEntity entity);

    CustomerRow read(CustomerEntity entity);
}
