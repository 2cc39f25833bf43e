import { z } from 'zod';
import { MOST_LIST_BYTES } from '#core/suppression/parse-suppression-list';
import {
  addSuppression,
  findSuppression,
  importSuppressionList,
  previewSuppressionList,
  removeSuppression,
} from '#flows/keep-suppression-list';
import { answerSettingsSave } from '../../settings-action.server';
import { web } from '../../web.server';

const text = z.string().max(320);
const file = z.string().max(MOST_LIST_BYTES + 1); // one more than may be, so that the answer says why
const asked = z.discriminatedUnion('intent', [
  z.looseObject({ intent: z.literal('save_settings') }),
  z.strictObject({
    intent: z.literal('add'),
    text,
    kind: z.enum(['vip_custom', 'unsubscribed', 'complaint', 'bounced', 'wholesale']),
  }),
  z.strictObject({ intent: z.literal('find'), text }),
  z.strictObject({ intent: z.literal('remove'), text }),
  z.strictObject({ intent: z.literal('preview'), text: file }),
  z.strictObject({ intent: z.literal('import'), text: file }),
]);

/** What the page asks for: settings, or the list of people. Throws a 400 Response for a body of another shape. */
export async function answerSuppression(request: Request) {
  const { requireShop, store, clock, log } = web();
  const shopId = await requireShop(request.clone());
  const body: unknown = await request.clone().json();
  const parsed = asked.safeParse(body);
  if (!parsed.success) throw new Response(null, { status: 400 });
  const wanted = parsed.data;
  const now = await clock.now();
  switch (wanted.intent) {
    case 'save_settings':
      return answerSettingsSave(request, body);
    case 'add':
      return { kind: 'added' as const, result: await addSuppression({ store }, { shopId, ...wanted, now }) };
    case 'find':
      return {
        kind: 'found' as const,
        listed: await findSuppression({ store }, { shopId, text: wanted.text }),
      };
    case 'remove':
      return {
        kind: 'removed' as const,
        count: await removeSuppression({ store }, { shopId, text: wanted.text }),
      };
    case 'preview':
      return {
        kind: 'preview' as const,
        preview: await previewSuppressionList({ store }, { shopId, text: wanted.text }),
      };
    case 'import': {
      const preview = await importSuppressionList({ store }, { shopId, text: wanted.text, now });
      if (preview.kind === 'readable')
        log.info({ shopId, added: preview.fresh, bad: preview.bad }, 'suppression list imported');
      return { kind: 'imported' as const, preview };
    }
  }
}
