import type { PairingSource } from './choose-offer';

/**
 * What would be known if one pairing were the only one: so a preview of it comes about by the very decision that sending
 * makes, with every check.
 * In: what is known, product numbers. Out: the same with this pairing alone; with none where it is not known.
 */
export function narrowToPairing(known: PairingSource, antecedent: number, consequent: number): PairingSource {
  const row = known.rows.get(antecedent);
  const at = row?.consequents.indexOf(consequent) ?? -1;
  const use = known.uses.get(antecedent)?.get(consequent);
  const only = <T>(column: ReadonlyArray<T>) => column.slice(at, at + 1);
  return {
    ...known,
    rows: new Map(
      row && at >= 0
        ? [
            [
              antecedent,
              {
                ...row,
                consequents: only(row.consequents),
                support: only(row.support),
                consequentBuyers: only(row.consequentBuyers),
                grades: only(row.grades),
                scores: only(row.scores),
              },
            ],
          ]
        : [],
    ),
    uses: new Map(use ? [[antecedent, new Map([[consequent, use]])]] : []),
  };
}
