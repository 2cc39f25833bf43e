import { readdirSync, readFileSync } from 'node:fs';

const TICK_MS = 10; // Linux counts in hundredths of a second, whatever the processor

/**
 * User + system time (ms) of a process, of those it has started and of those that it saw end. Linux only: throws where
 * /proc is not.
 */
export function treeCpuMs(root: number): number {
  const processes = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => statOf(Number(name)));
  const inTree = new Set([root]);
  let ticks = 0;
  // Children may come before their parents: until nothing is added.
  for (let before = 0; before < inTree.size;) {
    before = inTree.size;
    for (const { id, parent } of processes) if (inTree.has(parent)) inTree.add(id);
  }
  for (const { id, used } of processes) if (inTree.has(id)) ticks += used;
  return ticks * TICK_MS;
}

/** None when the process ended meanwhile. The name stands in brackets and may hold anything. */
function statOf(
  id: number,
): ReadonlyArray<{ readonly id: number; readonly parent: number; readonly used: number }> {
  try {
    const stat = readFileSync(`/proc/${id}/stat`, 'utf8');
    const fields = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const [, parent = 0] = fields;
    const used = fields.slice(11, 15).reduce((sum, ticks) => sum + ticks, 0); // utime, stime, cutime, cstime
    return [{ id, parent, used }];
  } catch {
    return [];
  }
}

/** The parent of a process. */
export function parentOf(id: number): number {
  const parent = statOf(id)[0]?.parent;
  if (parent === undefined)
    throw new Error(
      `process ${id} is not in /proc: the database has to run on this machine, unset DATABASE_URL`,
    );
  return parent;
}
