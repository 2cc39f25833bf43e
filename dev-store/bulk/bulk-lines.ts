import { hashFraction } from '../stores/hash-fraction';
import type { WalkedNode } from './walk-selection';

const CHILD_FIRST_SHARE = 0.02;

export type BulkLine = { readonly text: string; readonly isRoot: boolean };

/** The JSONL lines of the root nodes and of all below them. A child names its parent, and now and then comes before it:
 * Shopify does not promise the order. */
export function* bulkLines(roots: Iterable<WalkedNode>): Iterable<BulkLine> {
  for (const root of roots) yield* linesOf(root, null);
}

function* linesOf(node: WalkedNode, parentId: unknown): Iterable<BulkLine> {
  const fields = parentId === null ? node.fields : { ...node.fields, __parentId: parentId };
  const own = { text: `${JSON.stringify(fields)}\n`, isRoot: parentId === null };
  const { id } = node.fields;
  const isChildFirst = parentId === null && hashFraction('child first', String(id)) < CHILD_FIRST_SHARE;
  let isOwnDue = true;
  if (!isChildFirst) {
    yield own;
    isOwnDue = false;
  }
  for (const child of node.children) {
    yield* linesOf(child, id);
    if (isOwnDue) yield own;
    isOwnDue = false;
  }
  if (isOwnDue) yield own;
}
