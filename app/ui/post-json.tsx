/**
 * Asks one of the app's own addresses for something that is drawn beside the page: not by a fetcher, whose failure takes
 * the whole page away and whose answer Remix would ask for again after each save.
 * In: address, JSON text. Out: the answer. Throws when it is none.
 */
export async function postJson<Answer>(path: string, body: string, signal?: AbortSignal): Promise<Answer> {
  const headers = { 'Content-Type': 'application/json' };
  const response = await fetch(path, { method: 'POST', body, headers, signal });
  if (!response.ok)
    throw new Error(`the preview was answered by ${response.status}; change something or open it again`);
  return (await response.json()) as Answer;
}
