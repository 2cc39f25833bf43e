const MOST_FAULTS = 20;

/** One thing wrong in a data folder: where, what stands there, and what to do. */
export type Fault = {
  readonly file: string;
  readonly line: number | null; // null = the file as a whole
  readonly column: string | null;
  readonly value: string;
  readonly remedy: string;
};

/** Thrown when a data folder cannot be used; the message holds one line for each fault. */
export class OrdersFolderError extends Error {
  readonly faults: ReadonlyArray<Fault>;

  constructor(faults: ReadonlyArray<Fault>) {
    super(faults.map(describeFault).join('\n'));
    this.name = 'OrdersFolderError';
    this.faults = faults;
  }
}

export interface FaultLog {
  /** Keeps the fault; throws OrdersFolderError as soon as there are twenty. */
  add(fault: Fault): void;
  /** Throws OrdersFolderError if there is any fault. */
  throwIfAny(): void;
}

export function openFaultLog(): FaultLog {
  const faults: Fault[] = [];
  const throwIfAny = () => {
    if (faults.length > 0) throw new OrdersFolderError(faults);
  };
  return {
    add(fault) {
      faults.push(fault);
      if (faults.length >= MOST_FAULTS) throwIfAny();
    },
    throwIfAny,
  };
}

function describeFault(fault: Fault): string {
  const place = fault.line === null ? fault.file : `${fault.file} line ${fault.line}`;
  const column = fault.column === null ? '' : `, ${fault.column}`;
  return `${place}${column}: ${JSON.stringify(fault.value)} -> ${fault.remedy}`;
}
