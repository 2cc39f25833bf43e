import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import path from 'node:path';
import { projectRoot } from '../project-root.mjs';
import { SetUpError } from '../set-up-error.mjs';

const ECHO_MS = 500;
const OLDEST_FOR_PROGRAMS = 22;

/**
 * Runs a program of the project with the Node that the install brought, TypeScript included, and passes signals on.
 * @param {string} program
 * @param {ReadonlyArray<string>} args
 * @param {{stdout?: 'inherit' | 'stderr'}} output where its standard output goes
 * @returns {Promise<number>} its exit code; 128 + the signal's number when a signal ended it
 */
export function runProgram(program, args, { stdout = 'inherit' } = {}) {
  const node = currentNode();
  const loader = program.endsWith('.ts') ? ['--import', 'tsx'] : [];
  const child = spawn(node, [...loader, path.join(projectRoot, program), ...args], {
    cwd: projectRoot,
    env: {
      ...process.env,
      PATH: `${path.dirname(node)}${path.delimiter}${process.env.PATH ?? ''}`,
      // Compiled once for all the processes of a command and for the next command: a runner starts with a quarter less work.
      NODE_COMPILE_CACHE: path.join(projectRoot, '.cache', 'compiled'),
    },
    // Not of the terminal's group: Ctrl-C comes once, from here, instead of again from npm and from the terminal.
    detached: process.platform !== 'win32',
    stdio: ['ignore', stdout === 'stderr' ? 2 : 'inherit', 'inherit'],
  });
  const stopForwarding = forwardSignals(child);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      stopForwarding();
      resolve(signal ? 128 + (constants.signals[signal] ?? 0) : (code ?? 1));
    });
  });
}

/** One Ctrl-C reaches this process from the terminal and from npm: what follows at once is its echo. */
function forwardSignals(child) {
  let lastAt = 0;
  const forward = (signal) => {
    const now = Date.now();
    if (now - lastAt > ECHO_MS) child.kill(signal);
    lastAt = now;
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, forward);
  return () => {
    for (const signal of signals) process.off(signal, forward);
  };
}

/** The package `node` keeps the binary in bin/, also on Windows. */
function currentNode() {
  const places = ['node_modules/node/bin/node', 'node_modules/node/bin/node.exe'];
  const found = places.map((place) => path.join(projectRoot, place)).find((file) => existsSync(file));
  if (found !== undefined) return found;
  if (Number.parseInt(process.versions.node, 10) >= OLDEST_FOR_PROGRAMS) return process.execPath;
  throw new SetUpError(
    `Node ${process.versions.node} is too old and the package "node" has no binary, because install scripts were off: run npm rebuild node.`,
  );
}
