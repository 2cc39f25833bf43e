import { expect, it } from 'vitest';
import { confirmedAtOf } from '#adapters/shopify/confirmed-at';

const processedAt = '2026-11-01T09:00:00Z';
const at = (minute: number) => `2026-11-01T09:${String(minute).padStart(2, '0')}:00Z`;
const payment = (kind: string, minute: number, status = 'SUCCESS') => ({
  kind,
  status,
  processedAt: at(minute),
});

it.each([
  ['authorised', [payment('AUTHORIZATION', 1)], 'AUTHORIZED', at(1)],
  ['authorised, captured later', [payment('CAPTURE', 30), payment('AUTHORIZATION', 1)], 'PAID', at(1)],
  ['sold at once', [payment('SALE', 2)], 'PAID', at(2)],
  ['refused, then sold', [payment('SALE', 2, 'FAILURE'), payment('SALE', 5)], 'PAID', at(5)],
  ['paid outside Shopify', [], 'PAID', processedAt],
  ['refunded since', [], 'REFUNDED', processedAt],
])('an order that was %s is confirmed then', (_what, transactions, displayFinancialStatus, expected) => {
  expect(confirmedAtOf({ transactions, displayFinancialStatus, processedAt })).toBe(Date.parse(expected));
});

it.each([
  ['pending', [], 'PENDING'],
  ['refused', [payment('SALE', 2, 'FAILURE')], 'PENDING'],
  ['waiting for the bank', [payment('SALE', 2, 'PENDING')], 'PENDING'],
  ['voided', [payment('VOID', 2)], 'VOIDED'],
])('an order that is %s is not confirmed', (_what, transactions, displayFinancialStatus) => {
  expect(confirmedAtOf({ transactions, displayFinancialStatus, processedAt })).toBeNull();
});
