import type { OrderWithCustomer } from '#flows/ports';
import { joinHistory } from './join-history';
import { parseHistoryLine, type HistoryLine } from './parse-history-line';

/** Reads a bulk file line by line while it downloads; it may hold millions. In: its URL. Out: orders with their lines. */
export function readHistory(url: string): AsyncIterable<OrderWithCustomer> {
  return joinHistory(historyLines(url));
}

async function* historyLines(url: string): AsyncIterable<HistoryLine> {
  const response = await fetch(url);
  if (!response.ok || response.body === null) {
    throw new Error(
      `the bulk file answered ${response.status}; its address holds for seven days, so ask for the export again`,
    );
  }
  for await (const line of textLines(response.body)) yield parseHistoryLine(line);
}

async function* textLines(body: ReadableStream<Uint8Array<ArrayBuffer>>): AsyncIterable<string> {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      const lines = (rest + part.value).split('\n');
      rest = lines.pop() ?? '';
      yield* lines.filter((line) => line !== '');
    }
    if (rest !== '') yield rest;
  } finally {
    await reader.cancel(); // a reader that stops in the middle leaves no download behind
  }
}
