import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { withFileLock } from '../file-lock.mjs';
import { projectRoot } from '../project-root.mjs';
import { SetUpError } from '../set-up-error.mjs';
import { hashOf } from './hash-of.mjs';
import { runProgram } from './program.mjs';
import { STEPS } from './steps.mjs';

/**
 * Runs those of the steps whose inputs changed since they last ran, or whose result is gone.
 * @param {ReadonlyArray<string>} names
 */
export async function prepare(names) {
  for (const name of names) {
    if (isDone(name)) continue;
    await withFileLock(path.join(projectRoot, '.cache', `${name}.lock`), () => runStep(name));
  }
}

async function runStep(name) {
  if (isDone(name)) return;
  const { title, program, args, inputs } = STEPS[name];
  process.stderr.write(`${title}…\n`);
  // Taken before, so that a file changed meanwhile makes the step run again.
  const hash = hashOf(inputs);
  const code = await runProgram(program, args, { stdout: 'stderr' });
  if (code !== 0) throw new SetUpError(`${title}: failed with exit code ${code}; its words are above.`);
  mkdirSync(path.dirname(stampOf(name)), { recursive: true });
  writeFileSync(stampOf(name), hash);
}

function isDone(name) {
  const { inputs, result } = STEPS[name];
  if (!existsSync(path.join(projectRoot, result)) || !existsSync(stampOf(name))) return false;
  return readFileSync(stampOf(name), 'utf8') === hashOf(inputs);
}

const stampOf = (name) => path.join(projectRoot, '.cache', 'prepared', name);
