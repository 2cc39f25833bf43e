import type { ReactNode } from 'react';

export type Column = { readonly title: string; readonly isNumber?: boolean };

const CELL = { padding: '8px 12px', borderBottom: '1px solid var(--p-color-border-secondary)' } as const;

/**
 * A small table. It wraps instead of scrolling, for Polaris' own DataTable cannot be scrolled by keyboard on a phone.
 * In: a caption for those who do not see it, columns, rows of cells. Numbers stand right with figures of one width.
 */
export function SimpleTable({
  caption,
  columns,
  rows,
}: {
  readonly caption: string;
  readonly columns: ReadonlyArray<Column>;
  readonly rows: ReadonlyArray<{ readonly key: string; readonly cells: ReadonlyArray<ReactNode> }>;
}) {
  const alignment = (at: number) =>
    columns[at]?.isNumber
      ? ({ textAlign: 'right', fontVariantNumeric: 'tabular-nums' } as const)
      : ({ textAlign: 'left' } as const);
  return (
    <table style={{ width: '100%', borderCollapse: 'collapse', fontSize: '0.8125rem' }}>
      <caption
        style={{ position: 'absolute', width: 1, height: 1, overflow: 'hidden', clipPath: 'inset(50%)' }}
      >
        {caption}
      </caption>
      <thead>
        <tr>
          {columns.map(({ title }, at) => (
            <th
              key={title}
              scope="col"
              style={{ ...CELL, ...alignment(at), fontWeight: 500, color: 'var(--p-color-text-secondary)' }}
            >
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, cells }) => (
          <tr key={key}>
            {cells.map((cell, at) => (
              <td
                key={columns[at]?.title ?? at}
                style={{ ...CELL, ...alignment(at), overflowWrap: 'anywhere' }}
              >
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
