/** Two lines to start from. Their products are made up, so that the file is refused as it stands. */
export const EXAMPLE_FILE = [
  'table,bought,recommended,own_use,starts_at,ends_at,note',
  'same_order,Example espresso machine,Example milk jug,pinned,,,',
  'next_order,Example espresso machine,Example coffee beans,curated,2030-12-01,2030-12-24,Gift season',
  '',
].join('\r\n');
