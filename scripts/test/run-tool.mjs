import { spawn } from 'node:child_process';
import path from 'node:path';
import { projectRoot } from '../project-root.mjs';

/**
 * Runs the program of an installed package with this Node.
 * @param {string} tool its path below node_modules
 * @param {ReadonlyArray<string>} args
 * @param {{env?: Record<string, string>, isShown?: boolean}} how shown output goes to standard error as it comes
 * @returns {Promise<{code: number, output: string}>}
 */
export function runTool(tool, args, { env = {}, isShown = false } = {}) {
  const child = spawn(process.execPath, [path.join(projectRoot, 'node_modules', tool), ...args], {
    cwd: projectRoot,
    env: { ...process.env, ...env },
    stdio: ['ignore', isShown ? 2 : 'pipe', isShown ? 2 : 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text) => (output += text));
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
