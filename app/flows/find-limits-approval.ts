import { diffSettings } from '#core/settings/change-settings';
import type { Instant } from '#core/shared/time';
import type { Tools } from './ports';

/** Enough to find it in any shop that does not save all day long. */
const LOOKED_THROUGH = 100;

/**
 * Who set the limits of price and margin as they are, by name (R7): whoever saved the newest version that changed one.
 * In: shop. Out: name and instant (ms); null where nobody has changed them.
 */
export async function findLimitsApproval(
  { store }: Pick<Tools, 'store'>,
  shopId: string,
): Promise<{ readonly by: string; readonly at: Instant } | null> {
  const versions = await store.settingsHistory(shopId, LOOKED_THROUGH);
  const approved = versions.find(({ settings }, index) => {
    const before = versions[index + 1]?.settings;
    return before && diffSettings(before, settings).some(({ path }) => path.startsWith('price.'));
  });
  return approved ? { by: approved.savedBy, at: approved.savedAt } : null;
}
