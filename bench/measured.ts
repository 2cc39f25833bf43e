import { treeCpuMs } from './process-tree';

/** What a piece of work took: user + system time of all processes that took part, and the most memory of its own. */
export type Run = { readonly cpuMs: number; readonly peakMb: number };

/**
 * Does the work in a contestant's process and says on standard output, as one line of JSON, what it took.
 * `server`: the process whose tree works for it, besides this one with all its threads.
 */
export async function measured<T>(work: () => T | Promise<T>, server?: number): Promise<T> {
  const serverCpuMs = () => (server === undefined ? 0 : treeCpuMs(server));
  const [before, serverBefore] = [process.cpuUsage(), serverCpuMs()];
  const done = await work();
  const { user, system } = process.cpuUsage(before);
  const cpuMs = (user + system) / 1000 + serverCpuMs() - serverBefore;
  const run: Run = { cpuMs, peakMb: process.resourceUsage().maxRSS / 1024 };
  process.stdout.write(`${JSON.stringify(run)}\n`);
  return done;
}
