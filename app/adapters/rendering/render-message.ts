import { MAX_HTML_BYTES } from '#core/message/check-html';
import type { MessageContent } from '#core/message/message';
import type { Renderer } from '#flows/ports';
import { compileTemplate } from './compile-template';
import type { CompiledMessage } from './compile-template';
import { escapeForHtml, flattenForText } from './escape-value';
import { guardUrls } from './guard-urls';
import { slotValues } from './message-slots';
import { fillTemplate } from './template';

const MAX_TEMPLATES = 500; // per touch, order and set of blocks, and accent colour; some 12 kB each

/** Fills templates that are compiled once: React takes a millisecond per message, filling some microseconds. */
export class TemplateRenderer implements Renderer {
  readonly #compiled = new Map<string, Promise<CompiledMessage>>();

  /** In: the content. Out: both parts. Throws on a link that is not http(s), a bad accent colour, or over 90 kB. */
  async render(content: MessageContent): Promise<{ html: string; text: string }> {
    const guarded = guardUrls(content);
    const values = slotValues(guarded);
    const template = await this.#templateFor(guarded, templateKey(guarded, values));
    const html = fillTemplate(template.html, (slot) => escapeForHtml(values[slot] ?? ''));
    requireSendable(html);
    const text = fillTemplate(template.text, (slot) => flattenForText(values[slot] ?? ''));
    return { html, text };
  }

  #templateFor(content: MessageContent, key: string): Promise<CompiledMessage> {
    const known = this.#compiled.get(key);
    if (known) return known;
    const [oldest] = this.#compiled.keys();
    if (oldest !== undefined && this.#compiled.size >= MAX_TEMPLATES) this.#compiled.delete(oldest);
    const compiled = compileTemplate(content);
    this.#compiled.set(key, compiled);
    return compiled;
  }
}

function templateKey(content: MessageContent, values: ReturnType<typeof slotValues>): string {
  const given = Object.values(values).map((value) => (value === null ? '0' : '1'));
  return `${content.touchNumber} ${content.accentColour} ${content.blocks.join(' ')} ${given.join('')}`;
}

function requireSendable(html: string): void {
  // A character takes at most three bytes, so a short text need not be measured.
  if (html.length * 3 <= MAX_HTML_BYTES) return;
  const bytes = Buffer.byteLength(html);
  if (bytes > MAX_HTML_BYTES) {
    throw new Error(`the email has ${bytes} bytes of HTML, over ${MAX_HTML_BYTES}; shorten its texts`);
  }
}
