import type { Plugin } from 'vite';
import { filesByName, importedFromPolaris, POLARIS_IMPORT } from './polaris-files';

/** What every page is drawn with, a shopper's too, and what every page in the admin is drawn with. */
const FIRST = {
  'every-page': /\/(entry\.client\.tsx|app\/root\.tsx)(\?|$)/,
  'admin-page': /\/app\/routes\/app\/route\.tsx(\?|$)/,
} as const;

/**
 * Puts what every page needs into one file, and what every page in the admin needs besides into another: compressed
 * together it is smaller than thirty files of their own. Polaris is imported from the files of its parts, or each page
 * would seem to need all of them.
 */
export function firstLoadChunk(): Plugin {
  const files = filesByName();
  const fileOf = (name: string) => {
    const file = files.get(name.split(' as ')[0] ?? '');
    if (file === undefined) throw new Error(`@shopify/polaris exports no ${name}`);
    return file;
  };
  const chunkOf = new Map<string, string>();
  return {
    name: 'first-load-chunk',
    enforce: 'pre',
    transform(code, id) {
      if (id.includes('/node_modules/') || !id.includes('/app/')) return null;
      const direct = code.replace(POLARIS_IMPORT, (_, what: string) =>
        importedFromPolaris(what)
          .map((name) => `import { ${name} } from ${JSON.stringify(fileOf(name))};`)
          .join(' '),
      );
      return direct === code ? null : { code: direct, map: null };
    },
    buildEnd() {
      const reach = (id: string, chunk: string) => {
        if (chunkOf.has(id)) return;
        chunkOf.set(id, chunk);
        this.getModuleInfo(id)?.importedIds.forEach((imported) => reach(imported, chunk));
      };
      for (const [chunk, from] of Object.entries(FIRST))
        [...this.getModuleIds()].filter((id) => from.test(id)).forEach((id) => reach(id, chunk));
    },
    outputOptions: (options) => ({
      ...options,
      // The entry stays a file of its own, which the server names.
      manualChunks: (id, { getModuleInfo }) => (getModuleInfo(id)?.isEntry ? undefined : chunkOf.get(id)),
    }),
  };
}
