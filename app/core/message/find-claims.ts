import type { OwnSegment } from '../segments/own-segment';
import { sha256Hex } from '../shared/hash';
import { MESSAGE_KEYS, type MessageKey, type MessageTexts } from './message-texts';

/** The texts of an e-mail that can make a claim, in the order in which a reader meets them. */
export const CLAIM_FIELDS = ['subject', 'previewText', 'headline', 'text', 'buttonLabel'] as const;
export type ClaimField = (typeof CLAIM_FIELDS)[number];

/** One text of the merchant's that makes promotional claims. */
export type ClaimText = {
  readonly message: MessageKey;
  readonly field: ClaimField;
  readonly text: string; // as it stands in the settings, tags and all
  readonly textHash: string; // SHA-256 of it; another text needs another sign-off
  readonly phrases: ReadonlyArray<string>; // what was found, in the merchant's spelling, each once
};

/**
 * What somebody would have to be able to prove. Each family is wide on purpose: a sign-off too many costs a minute, a
 * claim that nobody looked at may cost a warning letter.
 */
const CLAIMS: ReadonlyArray<RegExp> = [
  // a saving: any percentage, an amount off, and the words for one
  /\d+(?:[.,]\d+)?\s?(?:%|percent\b|per cent\b)/gi,
  /(?:[$€£¥]\s?\d[\d.,]*|\d[\d.,]*\s?[$€£¥])\s?(?:off|less|cheaper)\b/gi,
  /\b(?:save|saving|savings|discount(?:s|ed)?|reduced|half[ -]price|price drop|clearance|bargain|sale)\b/gi,
  /\b(?:special|exclusive|great|hot|big|best) (?:offer|deal|price)s?\b|\bdeals?\b/gi,
  // a comparison with others
  /\b(?:best(?! (?:wishes|regards))|lowest|cheapest|unbeatable|unbeaten|unrivall?ed|unmatched)\b/gi,
  /\b(?:number one|no\.? ?1|award[ -]winning|clinically (?:proven|tested)|scientifically proven|proven)\b|#\s?1\b/gi,
  // urgency
  /\b(?:only|just) (?:today|tonight|now|this week|until|for \d+ (?:hours|days))\b|\btoday only\b/gi,
  /\b(?:last|final) (?:chance|hours?|days?|call|minute)\b|\bends? (?:today|tonight|tomorrow|soon|in \d+)\b/gi,
  /\b(?:hurry|act now|act fast|limited[ -](?:time|offer|edition|stock)|while (?:stocks?|supplies) lasts?)\b/gi,
  /\b(?:do(?:n't|n’t| not) miss(?: out)?|almost gone|selling out|sells out|only \d+ left|expires?)\b/gi,
  // a promise
  /\b(?:guarantee[ds]?|guaranteeing|warranty|risk[ -]free|money[ -]back|no risk|satisfaction)\b/gi,
  /(?<!\bfeel )(?<![\w-])(?:free)(?![\w-])/gi,
];

/**
 * Finds the promotional claims in a merchant's texts (R9). English words, and figures in any language.
 * In: the five e-mails, and what segments say in their place. Out: every text that makes one, each once, in the order of
 * the e-mails; [] when none does.
 */
export function findClaims(
  messages: Readonly<Record<MessageKey, MessageTexts>>,
  segments: ReadonlyArray<Pick<OwnSegment, 'differences'>> = [],
): ReadonlyArray<ClaimText> {
  return MESSAGE_KEYS.flatMap((message) => {
    const variants = segments.map(({ differences }) => differences.texts[message]);
    return CLAIM_FIELDS.flatMap((field) => {
      const own = field === 'subject' || field === 'headline' ? variants.map((texts) => texts?.[field]) : [];
      const texts = new Set([messages[message][field], ...own.filter((text) => typeof text === 'string')]);
      return [...texts].flatMap((text): ClaimText[] => {
        const phrases = phrasesOf(text);
        return phrases.length === 0 ? [] : [{ message, field, text, textHash: sha256Hex(text), phrases }];
      });
    });
  });
}

function phrasesOf(text: string): ReadonlyArray<string> {
  const readable = text.normalize('NFKC').replace(/\s+/g, ' ');
  const found = CLAIMS.flatMap((claim) =>
    [...readable.matchAll(claim)].map((match) => ({ at: match.index, words: match[0].trim() })),
  ).toSorted((a, b) => a.at - b.at || b.words.length - a.words.length);
  // "best price" is one claim, not also "best".
  const whole = found.filter(
    ({ at, words }) =>
      !found.some(
        (other) =>
          other.words.length > words.length &&
          other.at <= at &&
          at + words.length <= other.at + other.words.length,
      ),
  );
  return [...new Set(whole.map(({ words }) => words))];
}
