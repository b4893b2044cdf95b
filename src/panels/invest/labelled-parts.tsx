/** The parts of a score, one a line: criterion, bar, points, and what the data says. */
import type { RankedCandidate, ScorePart } from '../../analysis/invest/types.ts';
import { useApp } from '../../state/app.ts';
import { Icon } from '../../ui/icon.tsx';
import { Mixed } from '../shared/mixed-script.tsx';
import { criterionWords, type OwnNames, valueWords } from './criterion-text.ts';

export function LabelledParts({ one, own }: { readonly one: RankedCandidate; readonly own: OwnNames }) {
  return (
    <ul class="labelled-parts">
      {one.parts.map((part) => (
        <PartLine key={part.criterion} one={one} part={part} own={own} />
      ))}
    </ul>
  );
}

function PartLine(props: { readonly one: RankedCandidate; readonly part: ScorePart; readonly own: OwnNames }) {
  const { state, i18n } = useApp();
  const { t, number } = i18n.value;
  const { criterion, points, most } = props.part;
  const value = props.one.values.get(criterion);
  if (value === undefined) return null;
  const note = value.known ? value.note : null;
  return (
    <li>
      <span class="part-name">{criterionWords(i18n.value, criterion, props.own)}</span>
      <span class="parts-bar is-single" aria-hidden="true">
        <span class={`part ${points === null ? 'is-unknown' : ''}`} style={{ flexGrow: 1 }}>
          {points !== null && <span style={{ width: `${(100 * points) / most}%` }} />}
        </span>
      </span>
      <span class="part-points tabular">{points === null ? '–' : `${number(points, 1)} / ${number(most, 1)}`}</span>
      <span class={`part-said small muted ${!value.known && value.reason === 'expired' ? 'is-expired' : ''}`}>
        <Mixed text={valueWords(i18n.value, state, value)} />
        {note !== null && (
          <>
            {' '}
            <span class="part-note" title={t(`valueNote.${note}`)}>
              <Icon name="info" size={13} />
              <span class="visually-hidden">{t(`valueNote.${note}`)}</span>
            </span>
          </>
        )}
      </span>
    </li>
  );
}
