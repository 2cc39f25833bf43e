const MOST_REDIRECTS = 10;

/** As a person's browser: mail scanners are known by other names. */
const BROWSER =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';

export type Landing = { readonly status: number; readonly url: URL }; // status 0 = nobody answered

/** Opens a link and goes where it leads; stops at the store itself, whose pages need not be drawn for it. */
export async function followLink(link: string, storeOrigin: string): Promise<Landing> {
  let url = new URL(link);
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
    if (url.origin === storeOrigin) return { status: 200, url };
    const answer = await fetch(url, {
      redirect: 'manual',
      headers: { 'User-Agent': BROWSER, Accept: 'text/html' },
    }).catch(() => null);
    await answer?.body?.cancel();
    const location = answer?.headers.get('location') ?? null;
    if (answer === null || location === null) return { status: answer?.status ?? 0, url };
    url = new URL(location, url);
  }
  return { status: 0, url };
}
