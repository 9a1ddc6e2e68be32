package io.nexum.gateway.day;

import io.nexum.gateway.request.Request;
import java.time.LocalDate;

/** @param through the last day that is to be closed */
record CloseDaysBody(LocalDate through) implements Request {}
