/**
 * Saves what is kept about a customer as a file. The admin's fetch carries the session; a plain link would not, and would
 * put the address of a person into the address of a page. In: whom, as typed. Out: what came of it.
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
  const address = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = address;
  link.download = 'customer-data.json';
  link.click();
  URL.revokeObjectURL(address);
  return 'saved';
}
