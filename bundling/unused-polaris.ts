import type { Plugin } from 'vite';
import { POLARIS_MODAL, readPolarisFiles } from './polaris-files';

const TOKENS = /\/@shopify\/polaris-tokens\/dist\/esm\/build\/index\.mjs$/;
const LOCALE = /\/@shopify\/polaris\/locales\/en\.json$/;

/**
 * Leaves out of the scripts what comes with Polaris and no screen uses: its own modal, three of its four themes with
 * the figures that only its style sheet needs, and the words of components that are not there.
 */
export function withoutUnusedPolaris(): Plugin {
  const texts = readPolarisFiles().join('\n');
  const isUsed = (name: string) => texts.includes(`Polaris.${name}.`);
  const groups = new Set([...texts.matchAll(/\btheme(?:Default)?\.(\w+)\[?/g)].map(([, group]) => group));
  return {
    name: 'without-unused-polaris',
    enforce: 'pre',
    load(id) {
      const name = POLARIS_MODAL.exec(id)?.[1];
      return name ? `export function ${name}() { throw new Error('App Bridge draws modals'); }` : null;
    },
    transform(code, id) {
      if (LOCALE.test(id)) {
        const { Polaris: words } = JSON.parse(code) as { readonly Polaris: object };
        return { code: JSON.stringify({ Polaris: pick(words, isUsed) }), map: null };
      }
      if (!TOKENS.test(id)) return null;
      const [statement = '', literal = ''] = /^var themes = (\{.*?^\});$/ms.exec(code) ?? [];
      if (statement === '') this.error('@shopify/polaris-tokens keeps its themes in another way now');
      const { light } = JSON.parse(literal) as { readonly light: object };
      const used = JSON.stringify({ light: pick(light, (group) => groups.has(group)) });
      return { code: code.replace(statement, () => `var themes = ${used};`), map: null };
    },
  };
}

const pick = (all: object, isWanted: (name: string) => boolean) =>
  Object.fromEntries(Object.entries(all).filter(([name]) => isWanted(name)));
