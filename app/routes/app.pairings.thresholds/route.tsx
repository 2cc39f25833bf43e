import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { previewThresholds } from '#flows/preview-thresholds';
import { pairings } from '#messages/pairings';
import { answerSettingsSave } from '../../settings-action.server';
import { web } from '../../web.server';
import { ThresholdsScreen } from './screen';

/** The thresholds with what the list would hold under those that `values` names (JSON by path; none: the saved ones). */
export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { requireShop, clock, ...tools } = web();
  const shopId = await requireShop(request);
  const values = readValues(new URL(request.url).searchParams.get('values'));
  const preview = await previewThresholds(tools, { shopId, values, now: await clock.now() });
  if (!preview) throw new Response(null, { status: 404 });
  return preview;
};

export const action = async ({ request }: ActionFunctionArgs) =>
  answerSettingsSave(request, await request.json());

export const handle = { words: { pairings } };

export default function Thresholds() {
  return <ThresholdsScreen {...useLoaderData<typeof loader>()} />;
}

function readValues(text: string | null): Readonly<Record<string, unknown>> {
  try {
    const parsed: unknown = JSON.parse(text ?? '{}');
    const entries = typeof parsed === 'object' && parsed !== null ? Object.entries(parsed) : [];
    return Object.fromEntries(entries.filter(([path]) => path.startsWith('affinity.')));
  } catch {
    throw new Response(null, { status: 400 });
  }
}
