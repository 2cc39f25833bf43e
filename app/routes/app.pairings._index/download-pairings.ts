/**
 * Saves the pairings that match the address as a file. The admin's fetch carries the session; a plain link would not.
 * In: the address's query. Throws when the server does not answer with a file.
 */
export async function downloadPairings(search: URLSearchParams): Promise<void> {
  const response = await fetch(`/app/pairings/export?${search.toString()}`);
  if (!response.ok) throw new Error(`the export was answered with ${response.status}`);
  const address = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = address;
  link.download = 'pairings.csv';
  link.click();
  URL.revokeObjectURL(address);
}
