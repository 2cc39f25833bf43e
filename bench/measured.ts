/** What a piece of work took: user + system time of this process with all its threads, and the most memory so far. */
export type Run = { readonly cpuMs: number; readonly peakMb: number };

/** Does the work in a contestant's process and says on standard output, as one line of JSON, what it took. */
export async function measured<T>(work: () => T | Promise<T>): Promise<T> {
  const before = process.cpuUsage();
  const done = await work();
  const { user, system } = process.cpuUsage(before);
  const run: Run = { cpuMs: (user + system) / 1000, peakMb: process.resourceUsage().maxRSS / 1024 };
  process.stdout.write(`${JSON.stringify(run)}\n`);
  return done;
}
