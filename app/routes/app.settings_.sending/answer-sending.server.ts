import { z } from 'zod';
import { saveSendingAccount } from '#flows/save-sending-account';
import { testSendingAccount } from '#flows/test-sending-account';
import { english } from '#messages/en';
import { web } from '../../web.server';

const text = z.string().max(500).nullable();
const values = z.strictObject({
  kind: z.enum(['outbox', 'sendgrid']),
  senderName: text,
  senderAddress: text,
  newKey: text,
  newEventKey: z.string().max(2000).nullable(),
});
const asked = z.discriminatedUnion('intent', [
  z.strictObject({ intent: z.literal('save_settings'), baseVersion: z.number().int().nonnegative(), values }),
  z.strictObject({ intent: z.literal('test'), values: values.omit({ kind: true, newEventKey: true }) }),
]);

/**
 * Saves or tries where the shop's e-mails go; the form always sends all its fields, the key only when one was typed.
 * In: the request. Out: what the form shows. Throws a 400 Response for a body of another shape.
 */
export async function answerSending(request: Request) {
  const { requireMember, clock, ...tools } = web();
  const { shopId, member } = await requireMember(request);
  const parsed = asked.safeParse(await request.json());
  if (!parsed.success) throw new Response(null, { status: 400 });
  const wanted = parsed.data;
  if (wanted.intent === 'test') {
    const { testSubject: subject, testText: words } = english.settings.sending;
    const result = await testSendingAccount(tools, { shopId, ...wanted.values, subject, text: words });
    return { kind: 'tested' as const, result };
  }
  const { baseVersion: baseRevision } = wanted;
  return saveSendingAccount(tools, {
    shopId,
    baseRevision,
    values: wanted.values,
    savedBy: member,
    now: await clock.now(),
  });
}
