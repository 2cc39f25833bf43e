import { DEFAULT_SETTINGS, type Settings } from '#core/settings/settings';
import type { Instant } from '#core/shared/time';
import type { Tools } from './ports';

/** Nobody is written to before the merchant has looked around and turned the sequence on. */
const FIRST_SETTINGS: Settings = {
  ...DEFAULT_SETTINGS,
  sending: { ...DEFAULT_SETTINGS.sending, isSequenceOn: false },
};

/**
 * What happens when a shop opens Encore for the first time, or again after uninstalling: its details are kept, the
 * default settings with the sequence off become version 1, its history is asked for and its web pixel is activated. Orders confirmed before this moment never enrol.
 * In: shop, now (ms). Out: nothing; a shop that is installed already stays as it is.
 */
export async function installShop(
  { store, admin }: Pick<Tools, 'store' | 'admin'>,
  input: { readonly shopId: string; readonly now: Instant },
): Promise<void> {
  const { shopId, now } = input;
  const [known, history] = await Promise.all([store.findShop(shopId), store.findImport(shopId)]);
  const isInstalled = known !== null && known.uninstalledAt === null;
  // A process that died in between left a shop without settings or without its history: it goes on from there.
  if (isInstalled && known.settingsVersion > 0 && history !== null) return;
  if (!isInstalled) await store.saveShop(shopId, await admin.fetchShop(shopId), now);
  if ((known?.settingsVersion ?? 0) === 0) await store.saveSettings(shopId, FIRST_SETTINGS, 'Encore', now);
  await store.saveImport(shopId, {
    state: 'requested',
    bulkOperationId: null,
    until: now,
    ordersRead: 0,
    error: null,
  });
  await store.enqueue(shopId, 'activate_pixel', {});
  await store.enqueue(shopId, 'import_history', {});
}
