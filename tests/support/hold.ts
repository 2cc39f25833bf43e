/** A point at which somebody waits until told to go on, and which tells when they have come. */
export type Hold = {
  readonly reached: Promise<void>;
  readonly pass: () => Promise<void>;
  readonly letGo: () => void;
};

export function holdHere(): Hold {
  const arrival = Promise.withResolvers<void>();
  const departure = Promise.withResolvers<void>();
  return {
    reached: arrival.promise,
    pass: () => {
      arrival.resolve();
      return departure.promise;
    },
    letGo: departure.resolve,
  };
}
