import type { StoreOrder } from '../model';
import { refundedMinor, subtotalMinor } from './order-money';

export type FinancialStatus = 'PENDING' | 'VOIDED' | 'PAID' | 'PARTIALLY_REFUNDED' | 'REFUNDED';

export function financialStatus(order: StoreOrder): FinancialStatus {
  if (order.paidAt === null) return order.cancelledAt === null ? 'PENDING' : 'VOIDED';
  if (order.refunds.length === 0) return 'PAID';
  return refundedMinor(order) >= subtotalMinor(order) ? 'REFUNDED' : 'PARTIALLY_REFUNDED';
}
