import { z } from 'zod';
import type { Admin } from '#flows/ports';
import type { ShopCalls } from './call-shop';
import { CREATE_PIXEL, PIXEL, UPDATE_PIXEL } from './operations/pixel';
import { refuseUserErrors } from './refuse-user-errors';

const kept = z.object({ accountID: z.string(), endpoint: z.string() });

/** A shop has one pixel of an app. Creating comes first: where there is none, asking for it is an error. */
export function pixelCalls(calls: ShopCalls): Pick<Admin, 'activatePixel'> {
  return {
    activatePixel: async (shopId, wanted) => {
      const settings = JSON.stringify(wanted);
      const { webPixelCreate } = await calls.admin(shopId, CREATE_PIXEL, { settings });
      const refused = webPixelCreate?.userErrors ?? [];
      if (!refused.some(({ code }) => code === 'TAKEN')) {
        refuseUserErrors(shopId, 'webPixelCreate', refused);
        return;
      }
      const { webPixel } = await calls.admin(shopId, PIXEL, {});
      if (!webPixel || isSame(webPixel.settings, wanted)) return;
      const { webPixelUpdate } = await calls.admin(shopId, UPDATE_PIXEL, { id: webPixel.id, settings });
      refuseUserErrors(shopId, 'webPixelUpdate', webPixelUpdate?.userErrors ?? []);
    },
  };
}

/** Shopify gives the settings back as an object or as its text. */
function isSame(given: unknown, wanted: z.infer<typeof kept>): boolean {
  const found = kept.safeParse(typeof given === 'string' ? parseJson(given) : given);
  return (
    found.success && found.data.accountID === wanted.accountID && found.data.endpoint === wanted.endpoint
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
