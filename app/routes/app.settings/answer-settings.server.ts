import { z } from 'zod';
import { CLAIM_FIELDS } from '#core/message/find-claims';
import { MESSAGE_KEYS } from '#core/message/message-texts';
import { eraseCustomer, reviewErasure } from '#flows/erase-customer';
import { signOffClaim } from '#flows/sign-off-claims';
import { answerSettingsSave } from '../../settings-action.server';
import { web } from '../../web.server';

const whom = z.string().max(320);
const asked = z.discriminatedUnion('intent', [
  z.looseObject({ intent: z.literal('save_settings') }),
  z.strictObject({ intent: z.literal('show_guide') }),
  z.strictObject({ intent: z.literal('review_erasure'), whom }),
  z.strictObject({ intent: z.literal('erase_customer'), whom }),
  z.strictObject({
    intent: z.literal('sign_off'),
    message: z.enum(MESSAGE_KEYS),
    field: z.enum(CLAIM_FIELDS),
    textHash: z.string().length(64),
    signedName: z.string().max(200),
  }),
]);

/** What the page asks for besides saving. Throws a 400 Response for a body of another shape. */
export async function answerSettings(request: Request) {
  const { requireMember, store, outbox, clock, log } = web();
  const { shopId, member } = await requireMember(request.clone());
  const body: unknown = await request.clone().json();
  const parsed = asked.safeParse(body);
  if (!parsed.success) throw new Response(null, { status: 400 });
  const wanted = parsed.data;
  const now = await clock.now();
  switch (wanted.intent) {
    case 'save_settings':
      return answerSettingsSave(request, body);
    case 'show_guide':
      await store.forgetSetupFact(shopId, 'guide_dismissed');
      return { kind: 'guide_shown' as const };
    case 'review_erasure':
      return {
        kind: 'reviewed' as const,
        review: await reviewErasure({ store, outbox }, { shopId, text: wanted.whom, now }),
      };
    case 'erase_customer': {
      const result = await eraseCustomer({ store, outbox }, { shopId, text: wanted.whom, now });
      if (result.kind === 'erased')
        log.info({ shopId, by: member, people: result.people }, 'a customer was erased');
      return { kind: 'erasure' as const, result };
    }
    case 'sign_off': {
      const result = await signOffClaim({ store }, { shopId, ...wanted, signedBy: member, now });
      return { kind: 'sign_off' as const, result };
    }
  }
}
