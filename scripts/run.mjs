// Behind every named npm script: installs and prepares what is missing, then runs the command with the current Node.
// Plain JavaScript without packages, because it may run on an older Node before anything is installed.
import { COMMANDS } from './run/commands.mjs';
import { installWhenNeeded } from './run/install.mjs';
import { prepare } from './run/prepare.mjs';
import { runProgram } from './run/program.mjs';
import { SetUpError } from './set-up-error.mjs';

const OLDEST_NODE = 20;

const [name, ...args] = process.argv.slice(2);

try {
  const command = COMMANDS[name];
  if (command === undefined) {
    throw new SetUpError(
      `There is no command "${name ?? ''}": use one of ${Object.keys(COMMANDS).join(', ')}.`,
    );
  }
  if (Number.parseInt(process.versions.node, 10) < OLDEST_NODE) {
    throw new SetUpError(
      `Node ${process.versions.node} is too old to set Encore up: install Node 24 from nodejs.org.`,
    );
  }
  await installWhenNeeded();
  await prepare(command.needs);
  if (command.entry !== null) process.exitCode = await runProgram(command.entry, args);
} catch (error) {
  if (!(error instanceof SetUpError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
