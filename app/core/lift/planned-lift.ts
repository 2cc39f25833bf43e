/** The lift (fraction) for which the early report says how many customers it takes. Alone in its file: screens quote it,
 * and the statistics that use it are no business of a browser. */
export const PLANNED_LIFT = 0.05;
