import type { Plugin } from 'vite';
import { filesByName, importedFromPolaris, POLARIS_IMPORT } from './polaris-files';

/** What every page is drawn with, whichever comes first. */
const FIRST = /\/(entry\.client\.tsx|app\/root\.tsx|app\/routes\/app\/route\.tsx)(\?|$)/;

/**
 * Puts what every page needs into one file: compressed together it is smaller than thirty files of their own, and a page
 * asks for it once. Polaris is imported from the files of its parts, or each would seem to need all of them.
 */
export function firstLoadChunk(): Plugin {
  const fileOf = filesByName();
  const first = new Set<string>();
  return {
    name: 'first-load-chunk',
    enforce: 'pre',
    transform(code, id) {
      if (!id.includes('/app/')) return null;
      const direct = code.replace(POLARIS_IMPORT, (_, what: string) =>
        importedFromPolaris(what)
          .map((name) => `import { ${name} } from '${fileOf.get(name.split(' as ')[0] ?? '')}';`)
          .join(' '),
      );
      return direct === code ? null : { code: direct, map: null };
    },
    buildEnd() {
      const reach = (id: string) => {
        if (first.has(id)) return;
        first.add(id);
        this.getModuleInfo(id)?.importedIds.forEach(reach);
      };
      [...this.getModuleIds()].filter((id) => FIRST.test(id)).forEach(reach);
    },
    outputOptions: (options) => ({
      ...options,
      manualChunks: (id, { getModuleInfo }) =>
        first.has(id) && !getModuleInfo(id)?.isEntry ? 'first-load' : undefined,
    }),
  };
}
