import type { OrderCounts } from './dated-sales';
import type { LineCounts } from './parse-lines';

/** What a folder held and what of it the shop has. */
export type OrdersFolderCounts = OrderCounts &
  LineCounts & {
    readonly orders: number; // that the shop has
    readonly customers: number;
    readonly products: number;
    readonly customLines: number;
    readonly linesWithoutPrice: number;
  };
