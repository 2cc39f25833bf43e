import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadOrdersFolder } from '../../../dev-store/stores/load-orders-folder';
import { OrdersFolderError } from '../../../dev-store/stores/orders-folder/faults';
import { LINES_HEADER, ORDERS_HEADER, writeOrdersFolder } from './write-orders-folder';

async function faultsOf(directory: string): Promise<ReadonlyArray<string>> {
  const error = await loadOrdersFolder(directory).catch((thrown: unknown) => thrown);
  if (!(error instanceof OrdersFolderError))
    throw new Error(`loaded without an OrdersFolderError: ${String(error)}`);
  return error.message.split('\n');
}

const order = (row: string) => ({ orders: [ORDERS_HEADER, 'A1,17850,2011-06-01T09:30:00,GBP,sale,', row] });
const line = (row: string) => ({ lines: [LINES_HEADER, 'A1,1,LAMP,Red lamp,2,2.55', row] });
const product = (row: string) => ({
  products: ['product_id,title,price,is_merchandise', 'LAMP,Lamp,2.55,1', row],
});

describe('a fault in the data names file, line, value and remedy', () => {
  it.each([
    [
      'a kind that does not exist',
      order('A2,,2011-06-01T10:00:00,GBP,swap,'),
      'orders.csv line 3, kind: "swap" -> write sale,',
    ],
    [
      'a date that does not exist',
      order('A2,,2011-02-30T10:00:00,GBP,sale,'),
      'orders.csv line 3, created_at: "2011-02-30T10:00:00" -> write local',
    ],
    [
      'a date with an offset',
      order('A2,,2011-06-01T10:00:00Z,GBP,sale,'),
      'orders.csv line 3, created_at: "2011-06-01T10:00:00Z" -> write local',
    ],
    [
      'an order without id',
      order(',,2011-06-01T10:00:00,GBP,sale,'),
      'orders.csv line 3, order_id: "" -> give every order an id',
    ],
    [
      'the same order twice',
      order('A1,,2011-06-01T10:00:00,GBP,sale,'),
      'orders.csv line 3, order_id: "A1" -> give every order an id of its own',
    ],
    [
      'a second currency',
      order('A2,,2011-06-01T10:00:00,EUR,sale,'),
      'orders.csv line 3, currency: "EUR" -> a shop has one currency',
    ],
    [
      'a currency that is no code',
      order('A2,,2011-06-01T10:00:00,pounds,sale,'),
      'orders.csv line 3, currency: "pounds" -> write an ISO 4217',
    ],
    [
      'a line of an unknown order',
      line('B9,1,LAMP,Red lamp,2,2.55'),
      'line_items.csv.gz line 3, order_id: "B9" -> add this order',
    ],
    [
      'the same line twice',
      line('A1,1,LAMP,Red lamp,2,2.55'),
      'line_items.csv.gz line 3, line_no: "1" -> order A1 has a line',
    ],
    [
      'a line number that is none',
      line('A1,x,LAMP,Red lamp,2,2.55'),
      'line_items.csv.gz line 3, line_no: "x" -> write a whole number',
    ],
    [
      'a quantity that is no number',
      line('A1,2,LAMP,Red lamp,six,2.55'),
      'line_items.csv.gz line 3, quantity: "six" -> write a whole number',
    ],
    [
      'half a lamp',
      line('A1,2,LAMP,Red lamp,0.5,2.55'),
      'line_items.csv.gz line 3, quantity: "0.5" -> write a whole number',
    ],
    [
      'a price that is no number',
      line('A1,2,LAMP,Red lamp,2,£2'),
      'line_items.csv.gz line 3, unit_price: "£2" -> write a plain decimal',
    ],
    [
      'a sale at a price below 0',
      line('A1,2,LAMP,Red lamp,2,-1'),
      'line_items.csv.gz line 3, unit_price: "-1" -> write 0 or more',
    ],
    [
      'a line without product',
      line('A1,2,,Red lamp,2,2.55'),
      'line_items.csv.gz line 3, product_id: "" -> name the product',
    ],
    [
      'a row that is too short',
      line('A1,2,LAMP'),
      'line_items.csv.gz line 3: "A1,2,LAMP" -> write 6 values as in the header',
    ],
    [
      'a product twice',
      product('LAMP,Lamp,1,1'),
      'products.csv line 3, product_id: "LAMP" -> give every product an id of its own',
    ],
    [
      'a bad catalogue price',
      product('SOFA,Sofa,dear,1'),
      'products.csv line 3, price: "dear" -> write a decimal',
    ],
    [
      'a bad merchandise flag',
      product('SOFA,Sofa,1,maybe'),
      'products.csv line 3, is_merchandise: "maybe" -> write 1',
    ],
  ])('%s', async (_, files, expected) => {
    const faults = await faultsOf(await writeOrdersFolder(files));
    expect(faults).toEqual([expect.stringContaining(expected)]);
  });

  it('a missing column', async () => {
    const faults = await faultsOf(
      await writeOrdersFolder({ lines: ['order_id,line_no,product_id,title', 'A1,1,LAMP,Lamp'] }),
    );
    expect(faults).toEqual([
      'line_items.csv.gz line 1, quantity: "order_id,line_no,product_id,title" -> add the column quantity to the header',
    ]);
  });

  it('a missing column in the orders is not blamed on the lines', async () => {
    const faults = await faultsOf(
      await writeOrdersFolder({ orders: ['order_id,customer_id,created_at', 'A1,,'] }),
    );
    expect(faults).toEqual([expect.stringContaining('orders.csv line 1, kind: ')]);
  });

  it('an empty file', async () => {
    const faults = await faultsOf(await writeOrdersFolder({ orders: [] }));
    expect(faults).toEqual([
      expect.stringContaining('orders.csv line 1: "" -> begin the file with the header order_id'),
    ]);
  });

  it('a missing file', async () => {
    const faults = await faultsOf('/nowhere');
    expect(faults).toEqual(['orders: "/nowhere" -> put orders.csv.gz or orders.csv into the folder']);
  });

  it('a quote that is never closed', async () => {
    const faults = await faultsOf(await writeOrdersFolder(line('A1,2,LAMP,"Red lamp,2,2.55')));
    expect(faults).toEqual([
      expect.stringMatching(/^line_items\.csv\.gz line \d+: .* -> write the file as UTF-8 CSV/),
    ]);
  });

  it('a file named .gz that is not gzipped', async () => {
    const directory = await writeOrdersFolder();
    await writeFile(join(directory, 'line_items.csv.gz'), LINES_HEADER);
    const faults = await faultsOf(directory);
    expect(faults).toEqual([
      expect.stringMatching(/^line_items\.csv\.gz: .*header.* -> write the file as UTF-8 CSV/),
    ]);
  });
});

it('a line is counted as an editor counts it, also after a title of two lines', async () => {
  const faults = await faultsOf(
    await writeOrdersFolder(line('A1,2,LAMP,"Red\nlamp",2,2.55\nA1,3,LAMP,Lamp,x,1')),
  );
  expect(faults).toEqual([expect.stringContaining('line_items.csv.gz line 5, quantity: "x"')]);
});

it('several faults are told together', async () => {
  const faults = await faultsOf(
    await writeOrdersFolder({ ...order('A2,,soon,GBP,swap,'), ...line('A1,2,LAMP,Lamp,x,y') }),
  );
  expect(faults.map((fault) => fault.split(': ')[0])).toEqual([
    'orders.csv line 3, created_at',
    'orders.csv line 3, kind',
    'line_items.csv.gz line 3, quantity',
    'line_items.csv.gz line 3, unit_price',
  ]);
});

it('no more than twenty faults are told', async () => {
  const rows = Array.from({ length: 50 }, (_, index) => `A1,${index + 2},LAMP,Lamp,x,1`);
  const faults = await faultsOf(await writeOrdersFolder({ lines: [LINES_HEADER, ...rows] }));
  expect(faults).toHaveLength(20);
});

it('nothing is written into a folder with faults', async () => {
  const directory = await writeOrdersFolder(line('A1,2,LAMP,Lamp,x,1'));
  const before = await readdir(directory);
  await faultsOf(directory);
  expect(await readdir(directory)).toEqual(before);
});

it('a folder without faults loads', async () => {
  const { counts } = await loadOrdersFolder(await writeOrdersFolder());
  expect(counts).toMatchObject({ sales: 1, orders: 1, lines: 1, customers: 1, products: 1 });
});
