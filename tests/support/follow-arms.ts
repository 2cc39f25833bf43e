import type { Arm } from '#core/decide/trace';

/** A person as kept. */
export type KeptPerson = {
  readonly personId: string;
  readonly customerId: string | null;
  readonly emailHash: string | null;
  readonly arm: Arm | null;
  readonly armAssignedAt: Date | null;
  readonly isOfBothArms: boolean;
};

type Assignment = { readonly arm: Arm; readonly at: number; readonly key: string };

/** What names somebody: the customer's id, the hash of an address. */
export function keysOf(named: { readonly customerId: string | null; readonly emailHash: string | null }) {
  return [named.customerId, named.emailHash].filter((key) => key !== null);
}

/**
 * Remembers, beside the store, who was told to be one and the same, and which arm each name had first. Of names that
 * are one, the arm that was assigned first holds; of two at the same instant the customer's.
 */
export function followArms() {
  const first = new Map<string, Assignment>();
  const groups = new Map<string, ReadonlySet<string>>();
  const groupOf = (key: string): ReadonlySet<string> => groups.get(key) ?? new Set([key]);
  const assignments = (keys: ReadonlyArray<string>): ReadonlyArray<Assignment> =>
    [...new Set(keys.flatMap((key) => [...groupOf(key)]))]
      .map((key) => first.get(key))
      .filter((assignment) => assignment !== undefined);
  return {
    /** An order named all of these. */
    link: (keys: ReadonlyArray<string>) => {
      const group = new Set(keys.flatMap((key) => [...groupOf(key)]));
      for (const key of group) groups.set(key, group);
    },
    /** Writes down what is kept of somebody where nothing was known of them. */
    note: (person: KeptPerson) => {
      const { arm, armAssignedAt } = person;
      if (arm === null || armAssignedAt === null) return;
      for (const key of keysOf(person))
        if (!first.has(key)) first.set(key, { arm, at: armAssignedAt.getTime(), key });
    },
    /** The arm that holds for whoever has one of these names; null: none was assigned yet. */
    armOf: (keys: ReadonlyArray<string>): Arm | null => {
      const place = ({ key }: Assignment) => (key.startsWith('gid:') ? 0 : 1);
      const [earliest] = assignments(keys).toSorted((a, b) => a.at - b.at || place(a) - place(b));
      return earliest?.arm ?? null;
    },
    hadBothArms: (keys: ReadonlyArray<string>): boolean =>
      new Set(assignments(keys).map(({ arm }) => arm)).size > 1,
  };
}
