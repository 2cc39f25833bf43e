import {
  MOST_LIST_BYTES,
  parseSuppressionList,
  type ListFault,
} from '#core/suppression/parse-suppression-list';
import { domainHashOf } from '#core/suppression/identity';
import { readSuppressionSubject, type SuppressionSubject } from '#core/suppression/suppression-entry';
import type { SuppressionKind } from '#core/suppression/reasons';
import type { Instant } from '#core/shared/time';
import type { Tools } from './ports';
import type { ListedSince } from './ports/suppression-store';

/** Entries of these sources are the merchant's own, so that the merchant may take them off again. */
const MERCHANT_SOURCES = ['hand', 'import'] as const;

type WithStore = Pick<Tools, 'store'>;

/**
 * Puts one address or whole domain on the list. It holds from the moment this returns: a sending that is not committed
 * by then does not happen. In: shop, text as typed, reason, now (ms). Out: whether it could be read, and was new.
 */
export async function addSuppression(
  { store }: WithStore,
  input: {
    readonly shopId: string;
    readonly text: string;
    readonly kind: SuppressionKind;
    readonly now: Instant;
  },
): Promise<'added' | 'already_there' | 'not_an_address'> {
  const { shopId, text, kind, now } = input;
  const subject = readSuppressionSubject(text);
  if (subject === null) return 'not_an_address';
  const entry = { ...subject, kind };
  const isListed = (await store.countListed(shopId, [entry])) > 0;
  // Written in any case: who is on the list for another reason stays on it when that one ends.
  if (subject.scope === 'address') await store.suppress(shopId, subject.hash, kind, 'hand', now);
  else await store.addSuppressions(shopId, [entry], 'hand', now);
  return isListed ? 'already_there' : 'added';
}

/** An entry that stops e-mail to what was looked up: its own, or of its whole domain. */
export type FoundEntry = ListedSince & {
  readonly scope: SuppressionSubject['scope'];
  readonly isRemovable: boolean; // by taking off what was looked up
};

/**
 * Whether an address or domain is on the list; of an address also whether its whole domain is, since either stops an
 * e-mail. In: text as typed. Out: the entries, its own first and each kind oldest first; null: unreadable.
 */
export async function findSuppression(
  { store }: WithStore,
  { shopId, text }: { readonly shopId: string; readonly text: string },
): Promise<ReadonlyArray<FoundEntry> | null> {
  const subject = readSuppressionSubject(text);
  if (subject === null) return null;
  const domain: SuppressionSubject = { scope: 'domain', hash: domainHashOf(text) };
  const asked = subject.scope === 'address' ? [subject, domain] : [subject];
  const found = await Promise.all(
    asked.map(async (one) => {
      const entries = await store.suppressionsOf(shopId, one);
      return entries.map((entry) => ({
        ...entry,
        scope: one.scope,
        isRemovable: one === subject && MERCHANT_SOURCES.some((source) => source === entry.source),
      }));
    }),
  );
  return found.flat();
}

/**
 * Takes off what the merchant put on the list. What a person or a mailbox provider said (unsubscribed, complaint, bounce)
 * stays. In: text as typed. Out: how many entries went; null: unreadable.
 */
export async function removeSuppression(
  { store }: WithStore,
  { shopId, text }: { readonly shopId: string; readonly text: string },
): Promise<number | null> {
  const subject = readSuppressionSubject(text);
  return subject === null ? null : store.removeSuppressions(shopId, subject, MERCHANT_SOURCES);
}

export type ListPreview =
  | {
      readonly kind: 'readable';
      readonly fresh: number;
      readonly alreadyThere: number;
      readonly repeated: number;
      readonly bad: number;
      readonly faults: ReadonlyArray<ListFault>; // the first of them
    }
  | { readonly kind: 'too_large' };

const MOST_FAULTS_SHOWN = 100;

/** What a list would add, without adding it. In: shop, the file's text. Out: counts, and the first bad lines. */
export async function previewSuppressionList(
  { store }: WithStore,
  { shopId, text }: { readonly shopId: string; readonly text: string },
): Promise<ListPreview> {
  if (isTooLarge(text)) return { kind: 'too_large' };
  const { entries, repeated, faults } = parseSuppressionList(text);
  const alreadyThere = entries.length === 0 ? 0 : await store.countListed(shopId, entries);
  return {
    kind: 'readable',
    fresh: entries.length - alreadyThere,
    alreadyThere,
    repeated,
    bad: faults.length,
    faults: faults.slice(0, MOST_FAULTS_SHOWN),
  };
}

/**
 * Adds every line that can be read, all in one transaction or none; bad lines were shown before and are left out.
 * In: shop, the file's text, now (ms). Out: the counts as they came about.
 */
export async function importSuppressionList(
  tools: WithStore,
  input: { readonly shopId: string; readonly text: string; readonly now: Instant },
): Promise<ListPreview> {
  const { shopId, text, now } = input;
  const preview = await previewSuppressionList(tools, { shopId, text });
  if (preview.kind === 'too_large') return preview;
  const { entries } = parseSuppressionList(text);
  if (entries.length > 0) await tools.store.addSuppressions(shopId, entries, 'import', now);
  return preview;
}

function isTooLarge(text: string): boolean {
  return new TextEncoder().encode(text).length > MOST_LIST_BYTES;
}
