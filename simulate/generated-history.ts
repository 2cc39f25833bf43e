/** The generated stores are the same whenever they are generated: their history ends here. */
export const GENERATED_HISTORY_UNTIL = '2026-01-01T00:00:00Z';
