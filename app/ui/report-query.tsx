/** The part of an address that asks for the same report, on whichever page. In: what was chosen there; segment null: all. */
export function reportQuery({
  period,
  segment,
  model,
}: {
  readonly period: string;
  readonly segment: string | null;
  readonly model: string;
}): URLSearchParams {
  return new URLSearchParams({ period, ...(segment === null ? {} : { segment }), model });
}
