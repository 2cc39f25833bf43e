import type { MailService } from '@sendgrid/mail';

type WithClient = { readonly client: { setDefaultRequest(key: 'baseUrl', value: string): unknown } };

/** Sends to another address than SendGrid's own. Setting a key puts it back, so this comes after it. */
export function pointTo(service: MailService, baseUrl: string): void {
  if (!hasClient(service))
    throw new Error('@sendgrid/mail no longer exposes its client; set the base URL another way');
  service.client.setDefaultRequest('baseUrl', baseUrl);
}

/** The package's types leave out the client that its objects carry. */
function hasClient(service: object): service is WithClient {
  return (
    'client' in service &&
    typeof service.client === 'object' &&
    service.client !== null &&
    'setDefaultRequest' in service.client
  );
}
