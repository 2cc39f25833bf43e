import { z } from 'zod';
import { saveSettings, type SaveSettingsInput, type SaveSettingsResult } from '#flows/save-settings';
import { web, type Web } from './web.server';

const saveShape = z.strictObject({
  intent: z.literal('save_settings'),
  baseVersion: z.number().int().nonnegative(),
  values: z.record(z.string(), z.unknown()),
});

/**
 * Saves the settings that a screen's form sends. The shop and who saves come from the verified session.
 * In: the request, its parsed JSON body, how this screen saves. Out: what the form shows. Throws a 400 Response for a body of another shape.
 */
export async function answerSettingsSave(
  request: Request,
  body: unknown,
  save: (tools: Web, input: SaveSettingsInput) => Promise<SaveSettingsResult> = saveSettings,
): Promise<SaveSettingsResult> {
  const tools = web();
  const { requireMember, clock } = tools;
  const { shopId, member } = await requireMember(request);
  const parsed = saveShape.safeParse(body);
  if (!parsed.success) throw new Response(null, { status: 400 });
  const { baseVersion, values } = parsed.data;
  return save(tools, { shopId, baseVersion, values, savedBy: member, now: await clock.now() });
}
