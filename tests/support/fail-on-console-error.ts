import { afterEach, expect } from 'vitest';

const complaints: string[] = [];

for (const level of ['error', 'warn'] as const) {
  console[level] = (...words: unknown[]) => {
    complaints.push(`console.${level}: ${words.map(String).join(' ')}`);
  };
}

afterEach(() => {
  expect(complaints.splice(0), 'code under test complained on the console').toEqual([]);
});
