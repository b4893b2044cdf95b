/** The chart of a stop on the stage and on paper: its parts stand where the layout puts them, read without hovering. */
import type { ChartLayout } from '../../domain/chart-layout.ts';
import type { ChartRect, ChartText } from '../../domain/chart-parts.ts';
import { Mixed } from '../shared/mixed-script.tsx';
import { placed } from './placed.ts';
import './chart.css';
import './column-words.css';

export function Chart({ chart }: { readonly chart: ChartLayout }) {
  const { title, swatches, rows, note } = chart;
  return (
    <figure class="stage-chart">
      <figcaption>
        {title.map((text, at) => (
          <Text key={at} text={text} />
        ))}
      </figcaption>
      {swatches.map((rect, at) => (
        <Rect key={at} rect={rect} />
      ))}
      <ul>
        {rows.map(({ texts, rects, lit, spoken }, at) => (
          <li key={at} class={lit ? 'is-lit' : ''}>
            {rects.map((rect, n) => (
              <Rect key={n} rect={rect} />
            ))}
            {texts.map((text, n) => (
              <Text key={n} text={text} />
            ))}
            {spoken !== '' && <span class="visually-hidden">{spoken}</span>}
          </li>
        ))}
      </ul>
      {note !== null && (
        <p>
          <Text text={note} />
        </p>
      )}
    </figure>
  );
}

function Text({ text }: { readonly text: ChartText }) {
  const { lines, size, weight, align, tone } = text;
  return (
    <span
      class={`chart-text is-${tone} is-${align}`}
      style={{
        ...placed(text),
        fontSize: `${size}px`,
        lineHeight: `${text.h / Math.max(1, lines.length)}px`,
        fontWeight: weight,
      }}
    >
      {lines.map((line, at) => (
        <span key={at} class="stage-line">
          <Mixed text={line} />
        </span>
      ))}
    </span>
  );
}

const Rect = ({ rect }: { readonly rect: ChartRect }) => (
  <i class={`chart-rect is-${rect.look}`} style={placed(rect)} aria-hidden="true" />
);
