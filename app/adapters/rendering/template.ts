import { SLOTS } from './message-slots';
import type { Slot } from './message-slots';

/** A text with holes: literal, slot, literal, slot, ..., literal. */
export type Template = { readonly literals: ReadonlyArray<string>; readonly slots: ReadonlyArray<Slot> };

// Private-use characters: no escaping, case change or line wrapping touches them or the digits between.
const OPEN = '\uE000';
const CLOSE = '\uE001';
const MARKER = new RegExp(`${OPEN}(\\d+)${CLOSE}`, 'g');

/** The text that stands for a slot while a template is compiled. */
export function markerOf(slot: Slot): string {
  return `${OPEN}${SLOTS.indexOf(slot)}${CLOSE}`;
}

/** Cuts a rendered text at its markers. In: text with markers. Out: the template; it has no marker left. */
export function cutTemplate(rendered: string): Template {
  const literals: string[] = [];
  const slots: Slot[] = [];
  let from = 0;
  for (const match of rendered.matchAll(MARKER)) {
    const slot = SLOTS[Number(match[1])];
    if (slot === undefined) continue;
    literals.push(rendered.slice(from, match.index));
    slots.push(slot);
    from = match.index + match[0].length;
  }
  literals.push(rendered.slice(from));
  return { literals, slots };
}

/** Fills the holes. In: template, the value of a slot ready for that text. Out: the text; values are not looked into. */
export function fillTemplate(template: Template, valueOf: (slot: Slot) => string): string {
  const { literals, slots } = template;
  let filled = literals[0] ?? '';
  for (let index = 0; index < slots.length; index += 1) {
    const slot = slots[index];
    if (slot !== undefined) filled += valueOf(slot) + (literals[index + 1] ?? '');
  }
  return filled;
}
