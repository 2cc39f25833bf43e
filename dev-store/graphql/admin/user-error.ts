/** One entry of userErrors: what was asked for could not be done. */
export function userError(field: ReadonlyArray<string>, message: string, code: string) {
  return { field, message, code };
}
