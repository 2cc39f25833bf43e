import type { EnvironmentName } from './environment-schema';
import type { Fault } from './fault';

type Source = Readonly<Record<string, string | undefined>>;

const SENDGRID_GROUP = ['SENDGRID_API_KEY', 'SENDGRID_FROM_EMAIL', 'SENDGRID_EVENT_PUBLIC_KEY'] as const;
const STAND_INS = ['SHOPIFY_API_ORIGIN', 'APP_BRIDGE_URL', 'SENDGRID_BASE_URL'] as const;

/** The values of .env.example: everybody can read them, so they protect nothing. */
const PUBLISHED: Readonly<Partial<Record<EnvironmentName, string>>> = {
  SHOPIFY_API_SECRET: 'sample-shopify-api-secret',
  ENCRYPTION_KEY: 'c2FtcGxlLWVuY3J5cHRpb24ta2V5LTMyLWJ5dGVzISE=',
  LINK_SIGNING_KEY: 'sample-link-signing-key-0123456789abcdef',
};

/** What is wrong between variables that are each right by themselves. */
export function findConflicts(source: Source): ReadonlyArray<Fault> {
  return [
    ...findSendgridGaps(source),
    ...(source['NODE_ENV'] === 'production' ? findUnsafeInProduction(source) : []),
  ];
}

/** SendGrid without its event key would send and never learn of a bounce or a complaint: all of it or nothing. */
function findSendgridGaps(source: Source): ReadonlyArray<Fault> {
  const isWanted = source['MAILER'] === 'sendgrid' || SENDGRID_GROUP.some((name) => source[name]);
  if (!isWanted) return [];
  return SENDGRID_GROUP.filter((name) => !source[name]).map((name) => ({
    name,
    remedy: `SendGrid needs ${SENDGRID_GROUP.join(', ')} together`,
  }));
}

function findUnsafeInProduction(source: Source): ReadonlyArray<Fault> {
  const faults: Fault[] = STAND_INS.filter((name) => source[name]).map((name) => ({
    name,
    remedy: 'leave it out, because production speaks to the real service only',
  }));
  for (const [name, sample] of entries(PUBLISHED)) {
    if (source[name] === sample)
      faults.push({ name, remedy: 'it is the published sample value, make your own' });
  }
  if (source['SHOPIFY_APP_URL']?.startsWith('http:')) {
    faults.push({ name: 'SHOPIFY_APP_URL', remedy: 'Shopify opens the app over https only' });
  }
  return faults;
}

function entries(samples: Readonly<Partial<Record<EnvironmentName, string>>>) {
  return Object.entries(samples) as ReadonlyArray<[EnvironmentName, string]>;
}
