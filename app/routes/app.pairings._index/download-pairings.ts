import { saveFile } from '#ui/save-file';

/**
 * Saves the pairings that match the address as a file.
 * In: the address's query. Throws when the server does not answer with a file.
 */
export async function downloadPairings(search: URLSearchParams): Promise<void> {
  const response = await fetch(`/app/pairings/export?${search.toString()}`);
  if (!response.ok) throw new Error(`the export was answered with ${response.status}`);
  await saveFile(response, 'pairings.csv');
}
