import { checkHtml, MAX_HTML_BYTES, type HtmlChecks } from '#core/message/check-html';
import { MESSAGE_KEYS, type MessageKey } from '#core/message/message-texts';
import { standInMessage } from '#core/message/stand-in-message';
import { nestChanges } from '#core/settings/change-settings';
import type { Settings } from '#core/settings/settings';
import { wallClockInstant, type Instant } from '#core/shared/time';
import { composeSample } from './compose-sample';
import type { SettingFault, Tools } from './ports';
import type { Shop } from './records';
import { PREVIEW_ID } from './test-id';

type MessageTools = Pick<
  Tools,
  'store' | 'admin' | 'links' | 'renderer' | 'appUrl' | 'settingsParser' | 'log'
>;

/**
 * What would do harm in an inbox, for every e-mail that a save changes: the checks that stand below the preview, made on
 * the same e-mail, or on one about a made-up order where none can be shown or Shopify does not answer.
 * In: shop, changed settings by path, now (ms). Out: a fault at the field that mends it; none where all is well, and
 * none where the settings themselves are refused, which saving says.
 */
export async function findMessageFaults(
  tools: MessageTools,
  input: {
    readonly shopId: string;
    readonly values: Readonly<Record<string, unknown>>;
    readonly now: Instant;
  },
): Promise<ReadonlyArray<SettingFault>> {
  const { shopId, values, now } = input;
  const changed = MESSAGE_KEYS.filter((key) =>
    Object.keys(values).some((path) => path.startsWith(`messages.${key}.`)),
  );
  if (changed.length === 0) return [];
  const shop = await tools.store.findShop(shopId);
  if (!shop) throw new Error(`${shopId} is not installed, so its e-mails cannot be checked`);
  const parsed = tools.settingsParser.parse(nestChanges(values), shop.settings);
  if (parsed.kind === 'refused') return [];
  const faults: SettingFault[] = [];
  for (const messageKey of changed) {
    const asked = { shop: addressed(shop), settings: parsed.settings, messageKey, now };
    faults.push(...findPastEnd(asked), ...(await findRedChecks(tools, asked)));
  }
  return faults;
}

/** A postal address that is missing holds up sending, not writing. */
function addressed(shop: Shop): Shop {
  return shop.postalAddress.trim() === '' ? { ...shop, postalAddress: shop.name } : shop;
}

type Asked = {
  readonly shop: Shop;
  readonly settings: Settings;
  readonly messageKey: MessageKey;
  readonly now: Instant;
};

function findPastEnd({ shop, settings, messageKey, now }: Asked): ReadonlyArray<SettingFault> {
  const { blocks, urgencyEndsAt: value } = settings.messages[messageKey];
  if (!blocks.includes('urgency') || value === null) return [];
  if ((wallClockInstant(value, shop.zone) ?? now) > now) return [];
  const problem = 'is over already; set the end of the present reduction, or remove the block';
  return [{ path: `messages.${messageKey}.urgencyEndsAt`, value, problem }];
}

async function findRedChecks(tools: MessageTools, asked: Asked): Promise<ReadonlyArray<SettingFault>> {
  const fault = (field: 'text' | 'blocks', problem: string): SettingFault => {
    const texts = asked.settings.messages[asked.messageKey];
    return { path: `messages.${asked.messageKey}.${field}`, value: texts[field], problem };
  };
  try {
    const { html, unsubscribeUrl } = await writeOne(tools, asked);
    return redOf(checkHtml(html, unsubscribeUrl)).map(({ field, problem }) => fault(field, problem));
  } catch (error) {
    // What keeps it from being written keeps it from being sent.
    return [fault('text', `cannot be sent: ${error instanceof Error ? error.message : String(error)}`)];
  }
}

/** Each check that is red, with what mends it. */
function redOf(
  checks: HtmlChecks,
): ReadonlyArray<{ readonly field: 'text' | 'blocks'; readonly problem: string }> {
  const { bytes, isLight, links, pictures, hasUnsubscribe } = checks;
  const kilobytes = (of: number) => Math.ceil(of / 1000);
  const found = [
    {
      isRed: !isLight,
      field: 'text' as const,
      problem: `makes the email ${kilobytes(bytes)} kB; shorten it until the email has at most ${kilobytes(MAX_HTML_BYTES)} kB, for Gmail cuts off what is larger`,
    },
    {
      isRed: links.bad > 0,
      field: 'blocks' as const,
      problem: `hold ${links.bad} of ${links.count} links that lead nowhere; remove the block that the preview shows it in`,
    },
    {
      isRed: pictures.withoutAlt > 0,
      field: 'blocks' as const,
      problem: `hold ${pictures.withoutAlt} of ${pictures.count} pictures without a text; give the product a title in Shopify, or remove the pictures`,
    },
    {
      isRed: !hasUnsubscribe,
      field: 'blocks' as const,
      problem: 'leave no way to unsubscribe; discard the changes and try again',
    },
  ];
  return found.filter(({ isRed }) => isRed);
}

async function writeOne(
  tools: MessageTools,
  { shop, settings, messageKey, now }: Asked,
): Promise<{ readonly html: string; readonly unsubscribeUrl: string }> {
  const { shopId } = shop;
  const sample = await composeSample(tools, {
    shop,
    settings,
    messageKey,
    orderId: null,
    pairing: null,
    segments: null,
    greetedAs: null,
    messageId: PREVIEW_ID,
    to: '',
    now,
  }).catch((error: unknown) => {
    tools.log.warn({ shopId, problem: String(error) }, 'e-mail checked on a made-up order');
    return null;
  });
  if (sample?.kind === 'composed') return sample.message;
  if (sample?.kind === 'failed') throw new Error(sample.problem);
  const url = (path: string, purpose: 'offer' | 'unsubscribe') =>
    `${tools.appUrl}/${path}/${tools.links.sign(purpose, shopId, PREVIEW_ID)}`;
  const content = standInMessage({
    messageKey,
    settings,
    shop,
    sentAt: now,
    offerUrl: url('o', 'offer'),
    unsubscribeUrl: url('u', 'unsubscribe'),
  });
  const { html } = await tools.renderer.render(content);
  return { html, unsubscribeUrl: url('u', 'unsubscribe') };
}
