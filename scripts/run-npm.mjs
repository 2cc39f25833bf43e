import { spawnSync } from 'node:child_process';
import { projectRoot } from './project-root.mjs';

/**
 * Runs npm with its progress on standard error, because standard output belongs to the result of a command.
 * @param {ReadonlyArray<string>} args
 * @returns {{isDone: boolean, output: string}} what it said on standard output
 */
export function runNpm(args) {
  // Inside `npm run` npm says where it is; that also finds it where it is no command of the shell.
  const own = process.env.npm_execpath;
  const [command, before] = own?.endsWith('.js') ? [process.execPath, [own]] : ['npm', []];
  const { status, stdout, error } = spawnSync(command, [...before, ...args], {
    cwd: projectRoot,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return { isDone: status === 0, output: error ? error.message : stdout };
}
