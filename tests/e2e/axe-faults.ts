import axe from 'axe-core';
import type { Frame } from '@playwright/test';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'];

/**
 * In: a frame, the selector of what is looked at in it, frames inside of it not. Out: axe's findings, as "rule at
 * element". axe runs in the frame and stays there: a page that is looked at in several sizes reads its half megabyte once.
 */
export async function axeFaults(frame: Frame, part: string): Promise<ReadonlyArray<string>> {
  if (!(await frame.evaluate(() => 'axe' in window))) await frame.evaluate(axe.source);
  return frame.evaluate(
    async ({ part, rules }) => {
      const own = (window as unknown as { readonly axe: typeof axe }).axe;
      const { violations } = await own.run(part, {
        runOnly: { type: 'tag', values: rules },
        iframes: false,
        resultTypes: ['violations'], // others are counted, but not described
        rules: { 'document-title': { enabled: false } }, // a frame is named by the page around it
      });
      return violations.map(
        ({ id, nodes }) => `${id} at ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
      );
    },
    { part, rules: RULES },
  );
}
