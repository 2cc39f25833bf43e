import { TEST_PREFIX } from './ports/outbox';

/** What the links of a preview name in place of a touch; no touch has this id. */
export const PREVIEW_ID = 'preview';

/** The id that a test e-mail carries in place of a touch. In: an id that nobody else has. Out: the id. */
export function testIdOf(id: string): string {
  return `${TEST_PREFIX}${id}`;
}

/** Whether a link stands in a preview or a test e-mail, so that what it asks for concerns nobody. In: the id it names. */
export function isOfNobody(id: string): boolean {
  return id === PREVIEW_ID || id.startsWith(TEST_PREFIX);
}
