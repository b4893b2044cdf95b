/** The words, the figure and the chart of a stop where the layout puts them: on the stage and on paper. */
import {
  type ColumnLayout,
  piecesOf,
  type Quote,
  type StopContent,
  type TextBlock,
} from '../../domain/stage-layout.ts';
import { Mixed } from '../shared/mixed-script.tsx';
import { Chart } from './chart.tsx';
import './column-words.css';
import { placed } from './placed.ts';

interface ColumnWordsProps {
  readonly layout: ColumnLayout;
  readonly content: Pick<StopContent, 'quote' | 'figure' | 'image'>;
  /** What comes with the next stop is read aloud. */
  readonly live?: boolean;
}

export function ColumnWords({ layout, content, live = false }: ColumnWordsProps) {
  const one = (role: TextBlock['role']) => layout.blocks.find((block) => block.role === role && block.lines.length > 0);
  const [tour, title, words, quote] = (['tour', 'title', 'words', 'quote'] as const).map(one);
  const [value, label, source] = (['value', 'label', 'source'] as const).map(one);
  return (
    <>
      {tour && (
        <p class="stage-tour" style={setAt(tour)}>
          <Lines block={tour} />
        </p>
      )}
      <div class="stage-said" aria-live={live ? 'polite' : undefined}>
        {title && (
          <h2 class="stage-title" style={setAt(title)}>
            <Lines block={title} />
          </h2>
        )}
        {words && (
          <p class="stage-words" style={setAt(words)}>
            <Lines block={words} />
          </p>
        )}
        {quote && content.quote !== null && (
          <blockquote class="stage-quote" {...(content.quote.verbatim ? { lang: 'zh-Hans' } : {})} style={setAt(quote)}>
            <Quoted block={quote} quote={content.quote} />
          </blockquote>
        )}
        {layout.rule !== null && <i class="stage-rule" style={placed(layout.rule)} aria-hidden="true" />}
        {value && (
          <p class={`stage-figure ${content.figure?.known === false ? 'is-unknown' : ''}`}>
            <span class="stage-figure-value" style={setAt(value)}>
              <Lines block={value} />
            </span>
            {label && (
              <span class="stage-figure-label" style={setAt(label)}>
                <Lines block={label} />
              </span>
            )}
          </p>
        )}
        {layout.image !== null && content.image !== null && (
          <img
            class="stage-image"
            style={placed(layout.image)}
            src={content.image.data}
            alt={content.image.alt}
            draggable={false}
          />
        )}
        {layout.chart !== null && <Chart chart={layout.chart} />}
      </div>
      {source && (
        <p class="stage-source" style={setAt(source)}>
          <Lines block={source} />
        </p>
      )}
    </>
  );
}

export const setAt = (block: TextBlock) => ({
  ...placed(block),
  fontSize: `${block.size}px`,
  lineHeight: `${block.leading}px`,
  fontWeight: block.weight,
});

/** The blank at the end of a line is kept: read aloud or copied, its words stay apart. */
export function Lines({ block: { lines, role } }: { readonly block: TextBlock }) {
  return (
    <>
      {lines.map((line, at) => (
        <span key={at} class="stage-line">
          <Mixed text={at < lines.length - 1 && /[!-~]$/.test(line) ? `${line} ` : line} verbatim={role === 'source'} />
        </span>
      ))}
    </>
  );
}

function Quoted({ block, quote }: { readonly block: TextBlock; readonly quote: Quote }) {
  return (
    <>
      {piecesOf(block.lines, quote).map((pieces, at) => (
        <span key={at} class="stage-line">
          {pieces.map(({ text, named }, n) => (named ? <mark key={n}>{text}</mark> : text))}
        </span>
      ))}
    </>
  );
}
