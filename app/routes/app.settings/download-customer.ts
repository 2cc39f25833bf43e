import { saveFile } from '#ui/save-file';

/**
 * Saves what is kept about a customer as a file. Posted, so that no person's address stands in the address of a page. In: whom, as typed. Out: what came of it.
 */
export async function downloadCustomer(
  whom: string,
): Promise<'saved' | 'nobody' | 'not_readable' | 'failed'> {
  const response = await fetch('/app/settings/customer-data', {
    method: 'POST',
    body: new URLSearchParams({ whom }),
  }).catch(() => null);
  if (response?.status === 404) return 'nobody';
  if (response?.status === 422) return 'not_readable';
  if (!response?.ok) return 'failed';
  await saveFile(response, 'customer-data.json');
  return 'saved';
}
