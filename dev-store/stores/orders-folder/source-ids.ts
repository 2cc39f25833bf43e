export type SourceIds = {
  readonly toId: ReadonlyMap<string, string>;
  readonly toSourceId: ReadonlyMap<string, string>;
};

/** Both directions between the ids of a data folder and those of the shop. */
export function mapSourceIds(
  things: ReadonlyArray<{ readonly id: string; readonly sourceId: string }>,
): SourceIds {
  return {
    toId: new Map(things.map(({ id, sourceId }) => [sourceId, id])),
    toSourceId: new Map(things.map(({ id, sourceId }) => [id, sourceId])),
  };
}
