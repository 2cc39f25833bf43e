/** A point at which somebody waits until told to go on, and which tells when they have come. */
export type Hold = {
  readonly reached: Promise<null>;
  readonly pass: () => Promise<null>;
  readonly letGo: () => void;
};

export function holdHere(): Hold {
  const arrival = Promise.withResolvers<null>();
  const departure = Promise.withResolvers<null>();
  return {
    reached: arrival.promise,
    pass: () => {
      arrival.resolve(null);
      return departure.promise;
    },
    letGo: () => departure.resolve(null),
  };
}
