import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { expect, it } from 'vitest';

const LAUNCH = `
  import { runProgram } from './scripts/run/program.mjs';
  process.exitCode = await runProgram('tests/scripts/count-signals.mjs', []);
`;

it('one Ctrl-C, which the terminal and npm both deliver, reaches the program once, and its exit code comes back', async () => {
  const launcher = spawn(process.execPath, ['--input-type=module', '--eval', LAUNCH], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(launcher.stdout, 'data');
  launcher.kill('SIGINT');
  // The same signal twice at once would arrive as one, whatever the launcher does.
  launcher.kill('SIGTERM');
  expect(await once(launcher, 'exit')).toEqual([41, null]);
});

it('an unknown command is refused with the names of those that exist', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/run.mjs', 'tset'], {
    encoding: 'utf8',
  });
  expect(stderr).toMatch(/no command "tset": use one of .*test/);
  expect(stdout).toBe('');
  expect(status).toBe(1);
});
