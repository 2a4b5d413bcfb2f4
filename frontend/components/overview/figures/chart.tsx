import '@mantine/charts/styles.css';
import { BarChart, LineChart } from '@mantine/charts';
import { useRouter } from 'next/router';
import type { Drawing, Series } from './drawing';
import { axisLabel } from './moments';
import { Patterns, patternOf } from './patterns';
import { Tip } from './tip';
import styles from './chart.module.css';

const HEIGHT = 208;
const DASHES = { dashed: '6 4', dotted: '2 3' } as const;

/** Loaded only where a chart is seen: it is larger than the rest of the page. */
export function Chart({ drawing }: { drawing: Drawing }) {
  const router = useRouter();
  const { grain, zone, series, points, format, most, href, kind } = drawing;
  const rows = points.map(({ start, end, values }) => ({ start, end, ...values }));
  const open = (start: unknown, key: string) => {
    const point = points.find((each) => each.start === start);
    const target = point && href(point, key);
    if (target) void router.push(target);
  };
  const shared = {
    h: HEIGHT,
    data: rows,
    dataKey: 'start',
    className: styles.chart ?? '',
    textColor: 'var(--muted)',
    gridColor: 'var(--line)',
    strokeDasharray: '2 4',
    gridAxis: 'x',
    tickLine: 'none',
    xAxisProps: {
      tickFormatter: (start: string) => axisLabel(start, grain, zone),
      minTickGap: 28,
      interval: 'preserveStartEnd',
    },
    yAxisProps: {
      tickFormatter: format,
      width: 58,
      allowDecimals: kind === 'lines',
      domain: [0, most ?? 'auto'],
    },
    tooltipProps: {
      content: ({ label }: { label?: unknown }) => <Tip drawing={drawing} start={label} />,
    },
    tooltipAnimationDuration: 0,
  } as const;
  if (kind === 'bars') {
    return (
      <BarChart
        {...shared}
        type="stacked"
        series={series.map(({ key, label, color }) => ({ name: key, label, color }))}
        barProps={({ name }) => ({
          fill: patternOf(found(series, name)),
          stroke: found(series, name).color,
          strokeWidth: 1,
          isAnimationActive: false,
          onClick: (bar: { payload?: { start?: unknown } }) => open(bar.payload?.start, name),
        })}
      >
        <Patterns series={series} />
      </BarChart>
    );
  }
  return (
    <LineChart
      {...shared}
      series={series.map(({ key, label, color, look }) => ({
        name: key,
        label,
        color,
        strokeDasharray: look === 'dashed' || look === 'dotted' ? DASHES[look] : '0',
      }))}
      curveType="linear"
      connectNulls={false}
      dotProps={{ r: 2.5 }}
      lineProps={{ isAnimationActive: false }}
      lineChartProps={{ onClick: ({ activeLabel }) => open(activeLabel, series[0]?.key ?? '') }}
    />
  );
}

function found(series: Series[], key: string): Series {
  const each = series.find((one) => one.key === key);
  if (!each) throw new Error(`No series ${key}`);
  return each;
}
