import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { seededDraws } from '#core/shared/seeded-draws';
import { describeExperiment } from './describe-experiment';
import { readCustomers } from './read-customers';

const USAGE =
  'npm run --silent lift -- --customers FILE.csv [--alpha 0.05] [--planned CUSTOMERS] [--weights HOLDOUT,TREATMENT]';
const PLANNED = 'the customers of both arms you plan for, such as 5000';
/** The permutations are the same for the same file. */
const SEED = 20_260_101;

/** Compares the arms of an experiment that was run anywhere: prints the figures as JSON. */
async function main(): Promise<void> {
  const { customers, alpha, planned, holdoutShare } = parseOptions(process.argv.slice(2));
  const arms = await readCustomers(customers);
  const described = describeExperiment(arms, {
    alpha,
    plannedSample: planned,
    holdoutShare,
    draw: seededDraws(SEED),
  });
  process.stdout.write(`${JSON.stringify(described, null, 2)}\n`);
}

function parseOptions(argv: ReadonlyArray<string>) {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    args: [...argv],
    options: { customers: text, alpha: text, planned: text, weights: text },
  });
  if (values.customers === undefined) throw new Error(`--customers is missing\n${USAGE}`);
  const alpha = positive('--alpha', values.alpha ?? '0.05', 'a fraction below 1, such as 0.05');
  if (alpha >= 1) throw new Error(`--alpha ${alpha} is not below 1; give a fraction, such as 0.05`);
  const [holdout, treatment, ...others] = (values.weights ?? '15,85').split(',');
  if (holdout === undefined || treatment === undefined || others.length > 0) {
    throw new Error(`--weights ${values.weights} are not two; give holdout and treatment, such as 15,85`);
  }
  const wanted = 'positive numbers, holdout first, such as 15,85';
  const plannedSample = positive('--planned', values.planned ?? '5000', PLANNED);
  if (plannedSample < 1)
    throw new Error(`--planned ${values.planned} is below one customer; give ${PLANNED}`);
  if (alpha < 1e-9)
    throw new Error(`--alpha ${values.alpha} is too small to be counted; give a fraction, such as 0.05`);
  const shares = {
    holdout: positive('--weights', holdout, wanted),
    treatment: positive('--weights', treatment, wanted),
  };
  const share = shares.holdout / (shares.holdout + shares.treatment);
  if (!(share > 0 && share < 1))
    throw new Error(`--weights ${values.weights} leave one group nobody; give ${wanted}`);
  return {
    customers: resolve(process.env['INIT_CWD'] ?? process.cwd(), values.customers),
    alpha,
    planned: plannedSample,
    holdoutShare: share,
  };
}

function positive(option: string, text: string, wanted: string): number {
  const value = text.trim() === '' ? NaN : Number(text);
  if (!(value > 0 && value < Infinity)) throw new Error(`${option} ${text} is not positive; give ${wanted}`);
  return value;
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
