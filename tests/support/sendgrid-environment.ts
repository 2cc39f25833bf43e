import type { SendGridServer } from './sendgrid-server';

/** What makes Encore send by the local SendGrid. */
export function sendGridEnvironment(server: SendGridServer): Readonly<Record<string, string>> {
  return {
    MAILER: 'sendgrid',
    SENDGRID_API_KEY: 'SG.local',
    SENDGRID_FROM_EMAIL: 'offers@example.test',
    SENDGRID_EVENT_PUBLIC_KEY: server.publicKey,
    SENDGRID_BASE_URL: server.url,
  };
}
