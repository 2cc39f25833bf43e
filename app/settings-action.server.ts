import { z } from 'zod';
import { saveSettings, type SaveSettingsResult } from '#flows/save-settings';
import { web } from './web.server';

const saveShape = z.strictObject({
  intent: z.literal('save_settings'),
  baseVersion: z.number().int().nonnegative(),
  values: z.record(z.string(), z.unknown()),
});

/**
 * Saves the settings that a screen's form sends. The shop and who saves come from the verified session.
 * In: the request, its parsed JSON body. Out: what the form shows. Throws a 400 Response for a body of another shape.
 */
export async function answerSettingsSave(request: Request, body: unknown): Promise<SaveSettingsResult> {
  const { requireMember, clock, ...tools } = web();
  const { shopId, member } = await requireMember(request);
  const parsed = saveShape.safeParse(body);
  if (!parsed.success) throw new Response(null, { status: 400 });
  const { baseVersion, values } = parsed.data;
  return saveSettings(tools, { shopId, baseVersion, values, savedBy: member, now: await clock.now() });
}
