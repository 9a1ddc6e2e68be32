/** The read models' tables: how they are made, filled, rebuilt and checked. */
@NullMarked
package io.nexum.query.readmodel;

import org.jspecify.annotations.NullMarked;
