import type { Env } from '#adapters/env/read-env';
import { eventsByShop } from '#adapters/sendgrid/events-by-shop';
import { parseEvents } from '#adapters/sendgrid/parse-events';
import { verifyEventSignature } from '#adapters/sendgrid/verify-event-signature';
import type { Wired } from '#adapters/wiring.server';
import { shopOfEventDoor } from '#flows/event-door';
import type { EmailEvent } from '#flows/records';
import { requireBody } from './require-body.server';

/** What a shop's own SendGrid account told, and the key that verified it. */
export type AccountEvents = {
  readonly shopId: string;
  readonly eventKey: string;
  readonly events: ReadonlyArray<EmailEvent>;
};

/** The events of a request that SendGrid signed. Both throw the Response to answer instead. */
export type EventDoors = {
  /** Of the installation's account, which sends for many shops: by the shop that each event names. */
  readonly requireEmailEvents: (request: Request) => Promise<ReadonlyMap<string, ReadonlyArray<EmailEvent>>>;
  /** Of the account of the one shop whose address this is: what it says of other shops is left out. */
  readonly requireAccountEvents: (request: Request, token: string) => Promise<AccountEvents>;
};

/** In: where the keys are. Out: the two doors. */
export function openEventDoors(
  { clock, store, links }: Pick<Wired, 'clock' | 'store' | 'links'>,
  mailer: Env['mailer'],
): EventDoors {
  const requireSigned = async (request: Request, publicKey: string): Promise<string> => {
    const rawBody = Buffer.from(await requireBody(request));
    const signed = {
      signature: request.headers.get('x-twilio-email-event-webhook-signature') ?? '',
      timestamp: request.headers.get('x-twilio-email-event-webhook-timestamp') ?? '',
      rawBody,
      now: await clock.now(),
    };
    if (!verifyEventSignature({ publicKey, ...signed })) throw new Response(null, { status: 401 });
    return rawBody.toString('utf8');
  };
  return {
    requireEmailEvents: async (request) => {
      if (mailer.kind !== 'sendgrid') throw new Response(null, { status: 404 });
      const body = await requireSigned(request, mailer.eventPublicKey);
      return readable(() => eventsByShop(body));
    },
    requireAccountEvents: async (request, token) => {
      const shopId = shopOfEventDoor({ links }, token);
      if (shopId === null) throw new Response(null, { status: 404 });
      const eventKey = (await store.sendingAccount(shopId))?.eventKey ?? null;
      // Like a wrong signature: SendGrid tries again for a day, so that what came too early is not lost.
      if (eventKey === null) throw new Response(null, { status: 401 });
      const body = await requireSigned(request, eventKey);
      return { shopId, eventKey, events: readable(() => parseEvents(shopId, body)) };
    },
  };
}

function readable<T>(read: () => T): T {
  try {
    return read();
  } catch {
    throw new Response(null, { status: 400 });
  }
}
