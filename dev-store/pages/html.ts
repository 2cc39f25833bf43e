/** Text that is HTML already and goes into a page as it is. */
export class Html {
  constructor(readonly text: string) {}
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

type Part = string | number | Html | ReadonlyArray<Html>;

/** A piece of a page; every value that is not Html is escaped. */
export function html(strings: TemplateStringsArray, ...parts: ReadonlyArray<Part>): Html {
  return new Html(strings.reduce((text, string, index) => text + writePart(parts[index - 1] ?? '') + string));
}

function writePart(part: Part): string {
  if (part instanceof Html) return part.text;
  if (typeof part === 'object') return part.map(({ text }) => text).join('');
  return String(part).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
