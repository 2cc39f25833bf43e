import { roundAxis } from './round-axis';

type Interval = { readonly low: number; readonly high: number };

export type IntervalRow = {
  readonly key: string;
  readonly label: string;
  readonly note: string | null;
  readonly estimate: number;
  readonly interval: Interval;
  readonly text: string; // the estimate as it is read
};

type Properties = {
  readonly rows: ReadonlyArray<IntervalRow>;
  readonly benchmark: Interval;
  readonly benchmarkText: string;
  readonly label: string; // the whole drawing as a sentence
  readonly axis: (value: number) => string;
};

const SWITCH = `
.interval-wide { display: none; }
@media (min-width: 48em) { .interval-wide { display: block; } .interval-narrow { display: none; } }`;

/** Keeps a text readable where a line runs behind it. */
const HALO = { paintOrder: 'stroke', stroke: 'var(--p-color-bg-surface)', strokeWidth: 4 } as const;

/** Estimates with their 95 % bars on one axis with a zero line and the shaded benchmark; one drawing per width. */
export function IntervalDrawing(properties: Properties) {
  return (
    <>
      <style>{SWITCH}</style>
      <Drawing {...properties} className="interval-wide" width={860} labelWidth={270} rowHeight={48} />
      {/* Longer than a phone is wide, so it is a text that can take two lines. */}
      <p className="interval-narrow" style={{ color: 'var(--p-color-text-secondary)' }}>
        {properties.benchmarkText}
      </p>
      <Drawing {...properties} className="interval-narrow" width={330} labelWidth={0} rowHeight={62} />
    </>
  );
}

function Drawing({
  rows,
  benchmark,
  benchmarkText,
  label,
  axis,
  className,
  width,
  labelWidth,
  rowHeight,
}: Properties & {
  readonly className: string;
  readonly width: number;
  readonly labelWidth: number;
  readonly rowHeight: number;
}) {
  const edges = rows.flatMap(({ interval }) => [interval.low, interval.high]);
  const isNarrow = labelWidth === 0;
  const top = isNarrow ? 4 : 28;
  const bottom = top + rows.length * rowHeight;
  const { x, ticks } = roundAxis(
    [Math.min(0, ...edges), Math.max(benchmark.high, ...edges)],
    [labelWidth + 28, width - 28],
    5,
  );
  return (
    <svg
      className={className}
      role="img"
      aria-label={label}
      viewBox={`0 0 ${width} ${bottom + 28}`}
      style={{ width: '100%', maxWidth: width, height: 'auto', fontFamily: 'inherit' }}
    >
      <rect
        x={x(benchmark.low)}
        y={top}
        width={x(benchmark.high) - x(benchmark.low)}
        height={bottom - top}
        fill="var(--p-color-bg-surface-info)"
      />
      {!isNarrow && (
        <text x={width - 28} y={16} fontSize={12} textAnchor="end" fill="var(--p-color-text-secondary)">
          {benchmarkText}
        </text>
      )}
      {ticks(isNarrow ? 3 : 5).map((tick) => (
        <g key={tick}>
          <line x1={x(tick)} x2={x(tick)} y1={top} y2={bottom} stroke="var(--p-color-border-secondary)" />
          <text
            x={x(tick)}
            y={bottom + 18}
            fontSize={12}
            textAnchor="middle"
            fill="var(--p-color-text-secondary)"
          >
            {axis(tick)}
          </text>
        </g>
      ))}
      <line x1={x(0)} x2={x(0)} y1={top} y2={bottom} stroke="var(--p-color-text)" strokeWidth={2} />
      {rows.map(({ key, label: name, note, estimate, interval, text }, at) => {
        const y = top + at * rowHeight + (isNarrow ? 46 : 30);
        const isClear = interval.low > 0 || interval.high < 0;
        const colour = isClear ? 'var(--p-color-text-success)' : 'var(--p-color-text-secondary)';
        return (
          <g key={key}>
            <text
              x={0}
              y={isNarrow ? y - 28 : y - 2}
              fontSize={13}
              fontWeight={600}
              fill="var(--p-color-text)"
              style={HALO}
            >
              {name}
            </text>
            {note !== null && !isNarrow && (
              <text x={0} y={y + 14} fontSize={12} fill="var(--p-color-text-secondary)">
                {note}
              </text>
            )}
            <line
              x1={x(interval.low)}
              x2={x(interval.high)}
              y1={y}
              y2={y}
              stroke={interval.high < 0 ? 'var(--p-color-text-critical)' : colour}
              strokeWidth={4}
              strokeLinecap="round"
            />
            <circle
              cx={x(estimate)}
              cy={y}
              r={7}
              fill={interval.high < 0 ? 'var(--p-color-text-critical)' : colour}
              stroke="var(--p-color-bg-surface)"
              strokeWidth={2}
            />
            <text
              x={x(estimate)}
              y={y - 12}
              fontSize={12}
              textAnchor="middle"
              fill="var(--p-color-text)"
              style={HALO}
            >
              {text}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
