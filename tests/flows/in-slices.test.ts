import { expect, it } from 'vitest';
import { inSlices } from '#flows/in-slices';

function* counting(seen: string[]) {
  for (const slice of [1, 2, 3]) {
    seen.push(`slice ${slice}`);
    yield slice;
  }
  return 'result';
}

it('what waits has its turn between two slices, and the result comes at last', async () => {
  const seen: string[] = [];
  setImmediate(() => seen.push('another'));
  const result = await inSlices(counting(seen), (slice) => void seen.push(`taken ${slice}`));
  const rest = ['slice 2', 'taken 2', 'slice 3', 'taken 3'];
  expect(seen).toEqual(['slice 1', 'taken 1', 'another', ...rest]);
  expect(result).toBe('result');
});

it('a failure in a slice is the failure of the whole', async () => {
  const failing = () => {
    throw new Error('slice 1 failed');
  };
  await expect(inSlices(counting([]), failing)).rejects.toThrow('slice 1 failed');
});
