import type { FileProblem } from '#core/affinity/pairing-file';

/** What a file begins with that a spreadsheet keeps as its own, or writes in another encoding. */
const OTHER_KINDS: ReadonlyArray<readonly [ReadonlyArray<number>, FileProblem]> = [
  [[0x50, 0x4b, 0x03, 0x04], 'workbook'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'workbook'],
  [[0xff, 0xfe], 'utf_16'],
  [[0xfe, 0xff], 'utf_16'],
];

/** In: the first bytes of a file. Out: what it is instead of CSV in UTF-8; null: nothing else that is known. */
export function otherKindOf(bytes: Buffer): FileProblem | null {
  const kind = OTHER_KINDS.find(([signs]) => signs.every((sign, at) => bytes[at] === sign));
  return kind?.[1] ?? null;
}

/**
 * Looks for what is no text in UTF-8. In: the bytes of a file, piece after piece, and null for its end.
 * Out: where in the piece the first such byte stands; null: nowhere.
 */
export function badByteFinder(): (bytes: Buffer | null) => number | null {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  return (bytes) => {
    const nothing = bytes?.indexOf(0) ?? -1;
    const text = nothing === -1 ? bytes : bytes?.subarray(0, nothing);
    try {
      if (text) decoder.decode(text, { stream: true });
      else decoder.decode();
    } catch {
      return Buffer.byteLength(text?.toString('utf8').split('\uFFFD', 1)[0] ?? '');
    }
    return nothing === -1 ? null : nothing;
  };
}
