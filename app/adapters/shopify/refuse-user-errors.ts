import { AdminError } from './admin-error';

/** Throws when a mutation was understood but refused: it answers 200 and says so only in its userErrors. */
export function refuseUserErrors(
  shopId: string,
  mutation: string,
  userErrors: ReadonlyArray<{ readonly message: string }>,
): void {
  if (userErrors.length === 0) return;
  throw new AdminError(
    'never',
    shopId,
    `${mutation} refused: ${userErrors.map(({ message }) => message).join('; ')}`,
  );
}
