package io.nexum.kernel.day;

/**
 * What a step of the bank's day came to.
 *
 * @param looked the entities that took part
 * @param changed those to which something happened
 * @param setAside those that could not be decided
 */
public record StepCounts(long looked, long changed, long setAside) {
    public static final StepCounts NONE = new StepCounts(0, 0, 0);

    public StepCounts plus(StepCounts more) {
        return new StepCounts(looked + more.looked, changed + more.changed, setAside + more.setAside);
    }
}
