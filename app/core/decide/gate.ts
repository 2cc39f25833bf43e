import type { Reason } from '../suppression/reasons';
import type { Instant } from '../shared/time';
import type { Gate, GateName } from './trace';

type GateInput = Gate['input'];

/** A gate that asks for a reason to stop: none means passed. */
export function gateFrom(
  gate: GateName,
  reason: Reason | null,
  input: GateInput,
  deferUntil?: Instant,
): Gate {
  if (reason === null) return { gate, passed: true, reason: null, input };
  return deferUntil === undefined
    ? { gate, passed: false, reason, input }
    : { gate, passed: false, reason, input, deferUntil };
}

/** The gate that decides: the first that failed. Null when all passed. */
export function firstFailed(gates: ReadonlyArray<Gate>): (Gate & { readonly reason: Reason }) | null {
  for (const gate of gates) if (!gate.passed && gate.reason !== null) return { ...gate, reason: gate.reason };
  return null;
}
