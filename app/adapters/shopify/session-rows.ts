/** A session as it lies in the database: the tokens are only inside `sealed`. */
export type SessionRow = {
  readonly id: string;
  readonly shopId: string;
  readonly sealed: Uint8Array<ArrayBuffer>;
  readonly expires: Date | null;
};

/** Where sessions are kept. The database adapter has it; the wiring hands it in. */
export interface SessionRows {
  find(shopId: string, id: string): Promise<SessionRow | null>;
  ofShop(shopId: string): Promise<ReadonlyArray<SessionRow>>;
  save(row: SessionRow): Promise<void>; // replaces a row of the same id
  remove(shopId: string, ids: ReadonlyArray<string>): Promise<void>;
  /** Runs work while nobody else, in any process, does so for the same shop. */
  whileLocked<T>(shopId: string, work: () => Promise<T>): Promise<T>;
}
