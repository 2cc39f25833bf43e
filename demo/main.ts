import { isAbsolute, join } from 'node:path';
import { projectRoot } from '../scripts/project-root.mjs';
import { folderOf, openDataFolder } from './data-folder';
import { becomeTheOnlyDemo } from './only-one';
import { openBrowser } from './open-browser';
import { parseDemoOptions } from './options';
import { startDemo } from './start-demo';

const PARENT_POLL_MS = 1000;

/** Runs the whole app over a local store until it is stopped. Progress to stderr, the address to stdout. */
async function main(): Promise<void> {
  const startedAt = performance.now();
  const given = parseDemoOptions(process.argv.slice(2));
  const options = { ...given, ordersFolder: absoluteFolder(given.ordersFolder) };
  const report = (line: string) => void process.stderr.write(`${line}\n`);
  const stopping = stopSignal();
  const root = join(projectRoot, '.data', 'demo');
  const giveUpPlace = await becomeTheOnlyDemo(root, report);
  try {
    const folder = openDataFolder(folderOf(root, options.ordersFolder), options.isFresh);
    const demo = await startDemo(options, folder, report, stopping);
    try {
      report(`ready after ${Math.round((performance.now() - startedAt) / 1000)} s; Ctrl-C stops it`);
      process.stdout.write(`${demo.url}\n`);
      if (options.opensBrowser && !stopping.aborted) openBrowser(demo.url);
      await demo.run(stopping);
      report('stopping');
    } finally {
      await demo.stop();
    }
  } catch (error) {
    if (!stopping.aborted) throw error;
    report('stopped');
  } finally {
    giveUpPlace();
  }
}

function absoluteFolder(folder: string | null): string | null {
  if (folder === null || isAbsolute(folder)) return folder;
  return join(process.env['INIT_CWD'] ?? process.cwd(), folder);
}

/** Asked by Ctrl-C, by the end of the terminal, or by the end of the command that started this process. */
function stopSignal(): AbortSignal {
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stopping.abort());
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) stopping.abort();
  }, PARENT_POLL_MS).unref();
  return stopping.signal;
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  },
);
