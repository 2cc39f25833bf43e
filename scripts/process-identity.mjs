import { existsSync, readFileSync } from 'node:fs';

/**
 * What tells a running process from a later one with the same pid (containers hand out the same low pids at every
 * start): pid and start time, or the pid alone where there is no /proc. Null when it is not running.
 * @param {number} pid
 */
export function identityOf(pid) {
  if (!existsSync('/proc/self/stat')) return canSignal(pid) ? `${pid}` : null;
  try {
    const afterName = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1).split(' ');
    const [state, startTime] = [afterName[0], afterName[19]];
    // A killed process whose parent does not collect it stays as a zombie and still takes signals.
    return state === 'Z' ? null : `${pid}-${startTime}`;
  } catch {
    return null;
  }
}

/** @param {string} identity */
export function isAlive(identity) {
  const pid = Number.parseInt(identity, 10);
  return Number.isInteger(pid) && identityOf(pid) === identity;
}

function canSignal(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
