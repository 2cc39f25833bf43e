import type { Plugin as PostcssPlugin } from 'postcss';
import type { Plugin } from 'vite';
import { readPolarisFiles } from './polaris-files';

const STYLES = /\/@shopify\/polaris\/build\/esm\/styles\.css/;
const OTHER_THEME = /\.p-theme-(?!light(?![\w-]))/;
/** What is in brackets, as in :not(.Polaris-Tag), says nothing about whether a selector can hold. */
const BRACKETS = /\((?:[^()]|\([^()]*\))*\)/g;

const classesIn = (text: string): ReadonlyArray<string> => text.match(/\bPolaris-[\w-]+/g) ?? [];

/**
 * Takes out of Polaris' style sheet what no screen can show: rules for other themes, and for classes that are not among
 * the `known`. Polaris writes the names of its classes out in its files, so that those of its used files are all there are.
 */
export function usedStyles(known: ReadonlySet<string>): PostcssPlugin {
  const canHold = (selector: string) =>
    !OTHER_THEME.test(selector) && classesIn(selector.replace(BRACKETS, '')).every((name) => known.has(name));
  return {
    postcssPlugin: 'used-polaris-styles',
    OnceExit(root) {
      if (!STYLES.test(root.source?.input.file ?? '')) return;
      root.walkRules((rule) => {
        const kept = rule.selectors.filter(canHold);
        if (kept.length === 0) rule.remove();
        else if (kept.length < rule.selectors.length) rule.selectors = kept;
      });
      root.walkAtRules((rule) => {
        if (rule.nodes?.length === 0) rule.remove();
      });
    },
  };
}

/** Ships the used part of Polaris' style sheet, and fails the build when a script names a class that was left out. */
export function polarisStyles(): Plugin {
  const known = new Set(readPolarisFiles().flatMap(classesIn));
  return {
    name: 'polaris-styles',
    config: () => ({ css: { postcss: { plugins: [usedStyles(known)] } } }),
    renderChunk(code, { fileName }) {
      const unknown = classesIn(code).find((name) => !known.has(name));
      if (unknown !== undefined) this.error(`${fileName} draws ${unknown}, whose styles were left out`);
    },
  };
}
