/** The PostgreSQL that the program brings along or is given. */
@NullMarked
package io.nexum.gateway.database;

import org.jspecify.annotations.NullMarked;
