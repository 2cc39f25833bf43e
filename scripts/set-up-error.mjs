/** A fault of the machine or the input that the person at the keyboard can mend: printed without a stack. */
export class SetUpError extends Error {}
