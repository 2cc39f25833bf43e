import type { TouchNumber } from '../sequence/touch';

/** How the campaign in a link calls what was sent. In: ids of the recipient's segments. Out: them joined, or "base". */
export function variationName(segments: ReadonlyArray<string>): string {
  return segments.length === 0 ? 'base' : segments.join('-');
}

/**
 * An address with the campaign written on it, so that a shop's own analytics can name the touch.
 * In: an http(s) address, touch number, variation. Out: the address with utm_source, utm_medium, utm_campaign and
 * utm_content (touch-N-variation), once each; its other parameters and its fragment stay.
 */
export function withUtm(url: string, touchNumber: TouchNumber, variation: string): string {
  const [beforeFragment = '', ...fragment] = url.split('#');
  const [address = '', ...query] = beforeFragment.split('?');
  const kept = query
    .join('?')
    .split('&')
    .filter((pair) => pair !== '' && !/^utm_(source|medium|campaign|content)=/.test(pair));
  const utm = [
    'utm_source=encore',
    'utm_medium=email',
    'utm_campaign=post-purchase',
    `utm_content=${encodeURIComponent(`touch-${touchNumber}-${variation}`)}`,
  ];
  return [`${address}?${[...kept, ...utm].join('&')}`, ...fragment].join('#');
}
