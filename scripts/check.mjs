// `npm run check`: types, lint, import rules, dead code and format. Prints what failed; exits 1 when something did.
import { runChecks } from './test/run-checks.mjs';

const results = await runChecks();
process.exitCode = results.every(({ isPassed }) => isPassed) ? 0 : 1;
