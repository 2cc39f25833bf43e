import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** `app/runner/main.ts` in a process of its own, as in production. */
export type RunnerProcess = {
  readonly name: string; // under which its connections are seen by the database
  /** Throws when the process has ended by itself, with what it said. */
  readonly assertAlive: () => void;
  /** kill -9. */
  readonly kill: () => Promise<void>;
  /** SIGTERM. Out: the exit code. */
  readonly stop: () => Promise<number | null>;
};

export function startRunner(env: Readonly<Record<string, string>>, name: string): RunnerProcess {
  const child = spawn(process.execPath, ['--import', 'tsx', 'app/runner/main.ts'], {
    env: { NODE_ENV: 'test', ...env, PGAPPNAME: name },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    said += chunk;
  });
  const exited = once(child, 'exit');
  return {
    name,
    assertAlive: () => {
      if (child.exitCode !== null || child.signalCode !== null)
        throw new Error(`${name} ended by itself: ${said}`);
    },
    kill: async () => {
      child.kill('SIGKILL');
      await exited;
    },
    stop: async () => {
      child.kill('SIGTERM');
      await exited;
      return child.exitCode;
    },
  };
}
