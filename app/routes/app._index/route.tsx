import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { changeSending } from '#flows/change-sending';
import { loadHome } from '#flows/load-home';
import { resumeImport } from '#flows/resume-import';
import { home } from '#messages/home';
import { web } from '../../web.server';
import { HomeScreen } from './screen';

const wish = z.strictObject({
  intent: z.enum(['pause_sending', 'resume_sending', 'resume_import', 'dismiss_guide']),
});

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { requireShop, store, env, clock } = web();
  const shopId = await requireShop(request);
  const isOutbox = env.mailer.kind === 'outbox';
  const home = await loadHome({ store }, { shopId, isOutbox, now: await clock.now() });
  if (!home) throw new Response(null, { status: 404 });
  return home;
};

export const action = async ({ request }: ActionFunctionArgs) => {
  const { requireMember, clock, ...tools } = web();
  const { shopId, member } = await requireMember(request);
  const parsed = wish.safeParse(Object.fromEntries(await request.formData()));
  if (!parsed.success) throw new Response(null, { status: 400 });
  const { intent } = parsed.data;
  const now = await clock.now();
  if (intent === 'resume_import') await resumeImport(tools, { shopId });
  else if (intent === 'dismiss_guide') await tools.store.noteSetupFact(shopId, 'guide_dismissed', now);
  else await changeSending(tools, { shopId, isPaused: intent === 'pause_sending', savedBy: member, now });
  return { done: intent };
};

export const handle = { words: { home } };

export default function HomePage() {
  return <HomeScreen {...useLoaderData<typeof loader>()} />;
}
