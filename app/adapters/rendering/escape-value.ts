const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#x27;',
};

/** A value for HTML text or a double-quoted attribute, as React writes it. In: any text. Out: escaped text. */
export function escapeForHtml(value: string): string {
  return value.replace(/[&<>"'\0]/g, (character) => ENTITIES[character] ?? '');
}

/** A value for the text part: one line, since a line break could pretend to be another paragraph. */
export function flattenForText(value: string): string {
  return value.replace(/[ \t\r\n\f\u200b\0]+/g, ' ').trim();
}
