import { useTranslations } from 'use-intl';
import { roundAxis } from '#ui/round-axis';
import { SimpleTable } from '#ui/simple-table';
import { useFormats } from '#ui/use-formats';
import type { View } from './view';
import { useSentence } from './use-sentence';

const WIDTH = 480;
const LEFT = 90;
const ROW = 44;
const TICKS = 4;

type Counted = View & { readonly counts: NonNullable<View['counts']> };

/** The rates of a pairing with their 95 % intervals, drawn and as a table with the same figures. */
export function Rates({ views }: { readonly views: ReadonlyArray<View> }) {
  const t = useTranslations('pairings');
  const { number, percent } = useFormats();
  const counted = views.filter((view): view is Counted => view.counts !== null);
  if (counted.length === 0) return null;
  return (
    <>
      <Drawing views={counted} />
      <SimpleTable
        caption={t('detail.table.caption')}
        columns={[
          { title: t('detail.table.kind') },
          { title: t('detail.table.rate'), isNumber: true },
          { title: t('detail.table.interval'), isNumber: true },
          { title: t('detail.table.buyers'), isNumber: true },
          { title: t('detail.table.chance'), isNumber: true },
        ]}
        rows={counted.map(({ table, counts, ruleLift }) => ({
          key: table,
          cells: [
            t(`table.${table}`),
            percent(counts.rate, counts.digits),
            t('interval', { low: percent(counts.low), high: percent(counts.high) }),
            t('buyers', { support: number(counts.support), buyers: number(counts.buyers) }),
            ruleLift === null ? t('unknown') : number(Math.round(ruleLift * 10) / 10),
          ],
        }))}
      />
    </>
  );
}

function Drawing({ views }: { readonly views: ReadonlyArray<Counted> }) {
  const t = useTranslations('pairings');
  const { percent } = useFormats();
  const sentence = useSentence();
  const most = Math.max(...views.map(({ counts }) => counts.high));
  const { x, ticks } = roundAxis([0, most], [LEFT, WIDTH - 20], TICKS);
  const height = views.length * ROW + 24;
  return (
    <svg
      role="img"
      aria-label={views.map(sentence).join(' ')}
      viewBox={`0 0 ${WIDTH} ${height}`}
      style={{ width: '100%', maxWidth: WIDTH, fontSize: 12 }}
    >
      {ticks(TICKS).map((tick) => (
        <g key={tick}>
          <line
            x1={x(tick)}
            x2={x(tick)}
            y1={4}
            y2={height - 20}
            stroke="var(--p-color-border)"
            strokeWidth={tick === 0 ? 2 : 1}
          />
          <text x={x(tick)} y={height - 4} textAnchor="middle" fill="var(--p-color-text-secondary)">
            {percent(tick, most < 0.04 ? 1 : 0)}
          </text>
        </g>
      ))}
      {views.map(({ table, counts }, at) => {
        const y = at * ROW + ROW / 2 + 8;
        return (
          <g key={table}>
            <text x={0} y={y + 4} fill="var(--p-color-text)" fontWeight={600}>
              {t(`table.${table}`)}
            </text>
            <line
              x1={x(counts.low)}
              x2={x(counts.high)}
              y1={y}
              y2={y}
              stroke="var(--p-color-text-success)"
              strokeWidth={4}
              strokeLinecap="round"
            />
            <circle cx={x(counts.rate)} cy={y} r={6} fill="var(--p-color-text-success)" />
            <text x={x(counts.rate)} y={y - 11} textAnchor="middle" fill="var(--p-color-text)">
              {percent(counts.rate, counts.digits)}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
