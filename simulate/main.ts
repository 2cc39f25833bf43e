import { isAbsolute, join } from 'node:path';
import { parseOptions } from './options';
import { simulate } from './simulate';

/** Runs the whole app over a store's orders on a stepped clock. Progress to stderr, the summary's place to stdout. */
async function main(): Promise<void> {
  const options = parseOptions(process.argv.slice(2));
  const from = process.env['INIT_CWD'] ?? process.cwd();
  const absolute = (path: string) => (isAbsolute(path) ? path : join(from, path));
  const { source, settingsFile } = options;
  const out = await simulate({
    ...options,
    source: source.kind === 'orders' ? { kind: 'orders', directory: absolute(source.directory) } : source,
    settingsFile: settingsFile === null ? null : absolute(settingsFile),
    out: absolute(options.out),
  });
  process.stdout.write(`${out}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
