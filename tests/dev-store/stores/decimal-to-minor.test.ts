import { expect, it } from 'vitest';
import { currencyDecimals, decimalToMinor } from '../../../dev-store/stores/orders-folder/decimal-to-minor';

it('a price is rounded half up from its digits, never from a binary fraction', () => {
  expect(decimalToMinor('1.005', 2)).toBe(101);
  expect(decimalToMinor('1.00499', 2)).toBe(100);
  expect(decimalToMinor('699.0982', 2)).toBe(69_910);
  expect(decimalToMinor('0.001', 2)).toBe(0);
  expect(decimalToMinor('12', 2)).toBe(1200);
  expect(decimalToMinor('-11062.06', 2)).toBe(-1_106_206);
});

it('what is no plain decimal, or too large to be exact, is no amount', () => {
  expect(['', '.5', '1e3', '1,5', 'NaN', '9007199254740993'].map((text) => decimalToMinor(text, 2))).toEqual(
    Array.from({ length: 6 }, () => null),
  );
});

it('a currency brings its own decimals', () => {
  expect(['EUR', 'JPY', 'KWD'].map(currencyDecimals)).toEqual([2, 0, 3]);
});
