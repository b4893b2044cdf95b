/** A stop in little: what the room sees of it, or is about to. */
import type { TourStop } from '../../../domain/tour-schema.ts';
import { useApp } from '../../../state/app.ts';
import { Mixed } from '../../shared/mixed-script.tsx';
import { figureWords } from '../figure-words.ts';
import { figureOf } from '../said.ts';
import { Schematic } from '../schematic.tsx';

export function StopCard({
  stop,
  label,
  small = false,
}: {
  readonly stop: TourStop;
  readonly label: string;
  readonly small?: boolean;
}) {
  const app = useApp();
  const { text } = app.i18n.value;
  const figure = figureOf(app, stop);
  const said = figure === null ? null : figureWords(app.i18n.value, figure);
  return (
    <div class={`stop-card ${small ? 'is-small' : ''}`}>
      <Schematic stop={stop} />
      <div>
        <p class="stop-card-label">{label}</p>
        <h2>
          <Mixed text={text(stop.title)} />
        </h2>
        <p class="stop-card-words">
          <Mixed text={text(stop.words)} />
        </p>
        {said !== null && (
          <p class="stop-card-figure">
            <strong>{said.value}</strong> {said.label}
          </p>
        )}
      </div>
    </div>
  );
}
