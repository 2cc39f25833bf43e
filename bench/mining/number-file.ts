import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';

/** Whole numbers as they lie in memory, so that reading millions of them costs nothing worth measuring. */
export function writeNumbers(file: string, columns: ReadonlyArray<Int32Array>): void {
  const handle = openSync(file, 'w');
  try {
    for (const { buffer, byteOffset, byteLength } of columns)
      for (let written = 0; written < byteLength;)
        written += writeSync(handle, new Uint8Array(buffer, byteOffset + written, byteLength - written));
  } finally {
    closeSync(handle);
  }
}

export function readNumbers(file: string): Int32Array {
  const { buffer, byteOffset, byteLength } = readFileSync(file);
  return new Int32Array(buffer, byteOffset, byteLength / Int32Array.BYTES_PER_ELEMENT);
}
